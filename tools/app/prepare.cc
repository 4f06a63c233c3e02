#include "app/prepare.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/tool_error.h"
#include "app/zone_check.h"
#include "base/hex.h"
#include "base/text.h"
#include "event/identity.h"
#include "event/json.h"
#include "governance/judge.h"
#include "governance/memory_register.h"
#include "governance/overlay_register.h"
#include "ledger/ahead_history.h"
#include "ledger/author.h"
#include "ledger/named_documents.h"
#include "projection/query.h"

namespace jumelage::tools {
namespace {

std::vector<KeyId> ids_of(const std::vector<Signatory>& signers) {
  std::vector<KeyId> ids;
  for (const Signatory& signer : signers) ids.push_back(signer.key.id);
  return ids;
}

// "--key NAME=OF": an office or a mandate of that id.
Result<void> set_capacities(ledger::Author& author, const governance::Register& reg,
                            const std::vector<Signatory>& signers) {
  for (const Signatory& signer : signers) {
    if (signer.as.empty()) continue;
    const auto subject = projection::find_subject(reg, signer.as);
    const auto kind = subject ? subject->kind : schema::SubjectKind::NONE;
    if (kind != schema::SubjectKind::OFFICE && kind != schema::SubjectKind::MANDATE)
      return Error(ToolError::kNotFound,
                   fmt::format("--key {}={}: there is no office or mandate \"{}\"; see: jumelage "
                               "mandates",
                               signer.key.name, for_terminal(signer.as), for_terminal(signer.as)));
    author.sign_as(signer.key.id,
                   kind == schema::SubjectKind::OFFICE ? schema::Capacity::OFFICE : schema::Capacity::MANDATE,
                   signer.as);
  }
  return ok();
}

std::vector<ledger::ComingDocument> coming(const std::vector<NewDocument>& documents) {
  std::vector<ledger::ComingDocument> out;
  for (const NewDocument& document : documents) out.push_back({document.digest, document.content});
  return out;
}

// Composes acts one after the other and keeps what they would do.
class Chain {
 public:
  Chain(const ledger::Snapshot& snapshot, const std::vector<NewDocument>& documents,
        const std::vector<Signatory>& signers)
      : kept_(snapshot.stores().documents),
        coming_(coming(documents)),
        overlay_(snapshot.reg()),
        history_(snapshot.history(), snapshot.size().value),
        author_(overlay_, snapshot.ledger_id(), system_clock(), ids_of(signers), &history_),
        ledger_id_(snapshot.ledger_id()),
        next_(snapshot.size().value) {}

  ledger::Author& author() { return author_; }

  Result<Prepared> add(event::ActBuilder draft) {
    JUMELAGE_TRY(auto act, author_.compose(std::move(draft)));
    return add(std::move(act));
  }

  Result<Prepared> add(event::Act act) {
    governance::Effects effects;
    const governance::Place place{.index = EntryIndex{next_},
                                  .sequenced_at = system_clock().now(),
                                  .ledger_id = ledger_id_,
                                  .history = &history_};
    JUMELAGE_TRY(governance::judge(overlay_, place, act, effects));
    JUMELAGE_TRY(ledger::check_named_documents(effects, act.reader(), kept_, coming_));
    std::optional<CorrectionEffect> correction;
    if (act.reader().isRecordCorrected()) {
      JUMELAGE_TRY(correction,
                   effect_of_correction(overlay_, history_, next_, act.reader().getRecordCorrected(), effects));
    }
    overlay_.apply(effects);
    history_.add(act.bytes(), place.sequenced_at);
    ++next_;
    return Prepared{std::move(act), std::move(effects.findings), std::move(effects.assigned), std::move(correction)};
  }

 private:
  const store::Documents& kept_;
  const std::vector<ledger::ComingDocument> coming_;
  governance::OverlayRegister overlay_;
  ledger::AheadHistory history_;
  ledger::Author author_;
  LedgerId ledger_id_;
  std::uint64_t next_;
};

Result<Prepared> add_draft(Chain& chain, const Draft& draft, const std::optional<std::string>& reason) {
  JUMELAGE_TRY(auto builder, event::act_from_json(draft.json));
  JUMELAGE_TRY(check_zones(builder.root().asReader()));
  if (reason) builder.root().setOverrideReason(*reason);
  return chain.add(std::move(builder));
}

Result<std::vector<Prepared>> pass(const ledger::Snapshot& snapshot, const std::vector<Draft>& drafts,
                                   const std::vector<NewDocument>& documents, const std::vector<Signatory>& signers,
                                   const std::vector<std::optional<std::string>>& reasons) {
  Chain chain(snapshot, documents, signers);
  JUMELAGE_TRY(set_capacities(chain.author(), snapshot.reg(), signers));
  std::vector<Prepared> out;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    auto prepared = add_draft(chain, drafts[i], reasons[i]);
    if (!prepared) return drafts[i].where.empty() ? prepared.error() : prepared.error().within(drafts[i].where);
    out.push_back(std::move(prepared).value());
  }
  return out;
}

}  // namespace

bool needs_reason(const Prepared& prepared) {
  const auto act = prepared.act.reader();
  return !prepared.findings.empty() && act.getBasis() == schema::Basis::LIVE && !act.hasOverrideReason();
}

// Twice where a reason is given: which acts need it shows only after they have all been judged once.
Result<std::vector<Prepared>> prepare(const ledger::Snapshot& snapshot, const std::vector<Draft>& drafts,
                                      const std::vector<NewDocument>& documents, const std::vector<Signatory>& signers,
                                      const std::optional<std::string>& reason) {
  std::vector<std::optional<std::string>> reasons(drafts.size());
  JUMELAGE_TRY(auto first, pass(snapshot, drafts, documents, signers, reasons));
  if (!reason || std::ranges::none_of(first, needs_reason)) return first;
  for (std::size_t i = 0; i < first.size(); ++i)
    if (needs_reason(first[i])) reasons[i] = to_nfc(*reason);
  return pass(snapshot, drafts, documents, signers, reasons);
}

Result<std::vector<Prepared>> judge_acts(const ledger::Snapshot& snapshot, const std::vector<event::Act>& acts,
                                         const std::vector<NewDocument>& documents) {
  Chain chain(snapshot, documents, {});
  std::vector<Prepared> out;
  for (const event::Act& act : acts) {
    JUMELAGE_TRY(auto copy, event::Act::parse(act.bytes()));
    auto prepared = chain.add(std::move(copy));
    if (!prepared)
      return acts.size() == 1 ? prepared.error() : prepared.error().within(fmt::format("act {}", out.size() + 1));
    out.push_back(std::move(prepared).value());
  }
  return out;
}

Result<std::vector<Signatory>> key_holders(const std::string& payload, const std::vector<Signatory>& founders,
                                           const KeyFolder& folder, AbsentKeys absent) {
  event::ActBuilder draft;
  auto founding = draft.root().initLedgerConstituted();
  JUMELAGE_TRY(event::struct_from_json(payload, founding, "ledgerConstituted"));
  JUMELAGE_TRY(const auto listing, folder.list());
  const std::vector<NamedKey>& known = listing.keys;
  std::vector<Signatory> out;
  for (const auto enrolled : founding.asReader().getKeys()) {
    const auto id = KeyId::from({enrolled.getKey().begin(), enrolled.getKey().size()});
    const auto is_this = [&](const NamedKey& key) { return key.id == *id; };
    if (std::ranges::any_of(founders, is_this, &Signatory::key)) continue;
    const auto found = std::ranges::find_if(known, is_this);
    if (found == known.end() && absent == AbsentKeys::kSignElsewhere) {
      out.push_back({NamedKey{to_hex(id->view()), *id}, {}});
      continue;
    }
    if (found == known.end())
      return Error(
          ToolError::kNotFound,
          fmt::format("key {} is to be enrolled for \"{}\", so it must sign the founding act, but it is not in "
                      "the key folder {}",
                      to_hex(id->view()), for_terminal(enrolled.getHolder().cStr()),
                      for_terminal(folder.path().string())));
    out.push_back({*found, {}});
  }
  return out;
}

Result<Prepared> prepare_founding(const std::string& payload, const std::filesystem::path& folder,
                                  const std::vector<NewDocument>& documents, const std::vector<Signatory>& founders,
                                  const std::vector<Signatory>& holders, const std::optional<std::string>& reason) {
  event::ActBuilder draft;
  draft.root().setBasis(schema::Basis::LIVE);
  if (reason) draft.root().setOverrideReason(to_nfc(*reason));
  JUMELAGE_TRY(event::struct_from_json(payload, draft.root().initLedgerConstituted(), "ledgerConstituted"));
  const governance::MemoryRegister empty;
  std::vector<Signatory> signers = founders;
  signers.insert(signers.end(), holders.begin(), holders.end());
  ledger::Author author(empty, LedgerId{}, system_clock(), ids_of(signers));
  for (const Signatory& holder : holders) author.sign_as(holder.key.id, schema::Capacity::POSSESSION, {});
  JUMELAGE_TRY(auto act, author.compose(std::move(draft)));
  return judge_founding(std::move(act), folder, documents);
}

Result<Prepared> judge_founding(event::Act act, const std::filesystem::path& folder,
                                const std::vector<NewDocument>& documents) {
  const governance::MemoryRegister empty;
  governance::Effects effects;
  const LedgerId id = event::ledger_id_of(act.bytes());
  JUMELAGE_TRY(governance::judge(empty, {EntryIndex{0}, system_clock().now(), id}, act, effects));
  JUMELAGE_TRY(ledger::check_named_documents(effects, act.reader(), store::Documents(folder), coming(documents)));
  return Prepared{std::move(act), std::move(effects.findings), std::move(effects.assigned)};
}

}  // namespace jumelage::tools
