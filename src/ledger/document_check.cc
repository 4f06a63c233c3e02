#include "ledger/document_check.h"

#include "governance/keys.h"
#include "governance/row.h"
#include "schema/register.capnp.h"

namespace jumelage::ledger {
namespace {

using governance::Register;
using governance::Table;

enum class OnDisk : std::uint8_t { kGood, kAbsent, kDamaged };

Result<OnDisk> look(const Stores& stores, const Digest& digest) {
  const auto content = stores.documents.get(digest);
  if (content) return OnDisk::kGood;
  if (content.error().is(store::StoreError::kNotFound)) return OnDisk::kAbsent;
  const bool is_other = content.error().is(store::StoreError::kDamaged) ||
                        content.error().is(store::StoreError::kTooLarge);  // none so large was ever put there
  return is_other ? Result<OnDisk>(OnDisk::kDamaged) : Result<OnDisk>(content.error());
}

DocumentState state_of(OnDisk on_disk, bool erased) {
  if (erased) return on_disk == OnDisk::kAbsent ? DocumentState::kErased : DocumentState::kNotDestroyed;
  switch (on_disk) {
    case OnDisk::kGood: return DocumentState::kKept;
    case OnDisk::kAbsent: return DocumentState::kMissing;
    case OnDisk::kDamaged: return DocumentState::kDamaged;
  }
  return DocumentState::kUnknown;
}

void count(const Digest& digest, const DocumentStanding& standing, DocumentCheck& check) {
  switch (standing.state) {
    case DocumentState::kKept: ++check.kept; break;
    case DocumentState::kErased: ++check.erased; break;
    case DocumentState::kMissing: ++check.missing; break;
    case DocumentState::kDamaged: ++check.damaged; break;
    case DocumentState::kNotDestroyed: ++check.not_destroyed; break;
    default: break;
  }
  if (is_wrong(standing.state) && check.wrong.size() < kMostWrongListed) check.wrong.push_back({digest, standing});
}

}  // namespace

std::string_view state_text(DocumentState state) {
  switch (state) {
    case DocumentState::kKept: return "kept";
    case DocumentState::kErased: return "erased";
    case DocumentState::kMissing: return "missing";
    case DocumentState::kDamaged: return "damaged";
    case DocumentState::kNotDestroyed: return "not destroyed";
    case DocumentState::kUnnamed: return "not named";
    case DocumentState::kUnknown: return "unknown";
  }
  return "unknown";
}

Result<DocumentStanding> document_standing(const Stores& stores, const Register& reg, const Digest& digest) {
  JUMELAGE_TRY(const OnDisk on_disk, look(stores, digest));
  const auto stored = reg.get(Table::kDocuments, digest.view());
  if (!stored) {
    if (on_disk == OnDisk::kDamaged) return DocumentStanding{DocumentState::kDamaged};
    return DocumentStanding{on_disk == OnDisk::kGood ? DocumentState::kUnnamed : DocumentState::kUnknown};
  }
  const governance::Row<schema::DocumentRow> row(*stored);
  const std::uint64_t erased_at = row.reader().getErasedAt();
  const bool erased = erased_at != governance::kNever;
  return DocumentStanding{state_of(on_disk, erased), row.reader().getRegisteredAt(), erased ? erased_at : 0};
}

Result<DocumentCheck> check_documents(const Stores& stores, const Register& reg,
                                      const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
  std::vector<Digest> digests;
  reg.scan(Table::kDocuments, {}, [&](Register::Item item) {
    if (const auto digest = Digest::from(item.key)) digests.push_back(*digest);
    return true;
  });
  DocumentCheck check;
  std::uint64_t done = 0;
  for (const Digest& digest : digests) {
    JUMELAGE_TRY(const DocumentStanding standing, document_standing(stores, reg, digest));
    count(digest, standing, check);
    progress(++done, digests.size());
  }
  return check;
}

}  // namespace jumelage::ledger
