#include "app/named_signers.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/lookup.h"
#include "app/tool_error.h"
#include "base/hex.h"
#include "base/text.h"

namespace jumelage::tools {
namespace {

using Purpose = schema::KeyEnrolled::Purpose;

std::vector<KeyId> standing_keys(const Register& reg, Number holder, Purpose purpose) {
  std::vector<KeyId> out;
  for (const Number number : children_of(reg, holder, SubjectKind::KEY)) {
    const auto row = row_of(reg, number);
    const auto key = (*row).getKey();
    const auto id = KeyId::from({key.getKey().begin(), key.getKey().size()});
    if (id && key.getPurpose() == purpose && key.getRevokedAt() == governance::kNever) out.push_back(*id);
  }
  return out;
}

std::vector<KeyId> keys_of(const Register& reg, Number holder, SubjectKind kind) {
  if (kind == SubjectKind::MEMBER) return standing_keys(reg, holder, Purpose::ADMINISTRATION);
  auto daily = standing_keys(reg, holder, Purpose::DAILY);
  return daily.empty() ? standing_keys(reg, holder, Purpose::SPARE) : daily;
}

Result<KeyId> only_key(const Register& reg, Number holder, SubjectKind kind, const std::string& word) {
  const auto keys = keys_of(reg, holder, kind);
  if (keys.empty())
    return Error(ToolError::kNotFound,
                 fmt::format("--signer {}: no key stands for that in this ledger; enrol one: jumelage key enrol --help",
                             for_terminal(word)));
  if (keys.size() > 1)
    return Error(ToolError::kAmbiguous, fmt::format("--signer {}: {} keys stand for that; put the one that is meant "
                                                    "into the key folder (its file NAME.pub) and give its name",
                                                    for_terminal(word), keys.size()));
  return keys.front();
}

Result<Signatory> signer_of(const std::string& word, const Register& reg, const KeyFolder& folder) {
  const auto subject = projection::find_subject(reg, word);
  if (!subject) {
    auto key = folder.find(word);
    if (key) return Signatory{std::move(key).value(), {}};
    return Error(ToolError::kNotFound, fmt::format("--signer {}: there is no office, mandate, member or key of that "
                                                   "name; see: jumelage mandate list, and: jumelage key list",
                                                   for_terminal(word)));
  }
  Number holder = subject->number;
  if (subject->kind == SubjectKind::OFFICE) {
    const auto row = row_of(reg, subject->number);
    holder = (*row).getOffice().getHolder();
    if (holder == 0)
      return Error(ToolError::kNotFound, fmt::format("--signer {}: that office is vacant", for_terminal(word)));
  }
  const bool signs = subject->kind == SubjectKind::OFFICE || subject->kind == SubjectKind::MANDATE ||
                     subject->kind == SubjectKind::MEMBER;
  if (!signs)
    return Error(ToolError::kUsage,
                 fmt::format("--signer {}: name an office, a mandate, a member or a key", for_terminal(word)));
  JUMELAGE_TRY(const KeyId key, only_key(reg, holder, subject->kind, word));
  const bool is_member = subject->kind == SubjectKind::MEMBER;
  return Signatory{NamedKey{word, key}, is_member ? std::string() : word};
}

}  // namespace

Result<void> add_elsewhere(const std::vector<std::string>& words, const governance::Register& reg,
                           const KeyFolder& folder, std::vector<Signatory>& signers) {
  for (const std::string& word : words) {
    JUMELAGE_TRY(auto signer, signer_of(word, reg, folder));
    const auto same = [&](const Signatory& other) { return other.key.id == signer.key.id; };
    if (std::ranges::any_of(signers, same))
      return Error(ToolError::kUsage,
                   fmt::format("--signer {}: that key signs already; each key signs once", for_terminal(word)));
    signers.push_back(std::move(signer));
  }
  return ok();
}

}  // namespace jumelage::tools
