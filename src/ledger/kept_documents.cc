#include "ledger/kept_documents.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/hex.h"
#include "crypto/sha256.h"
#include "governance/keys.h"
#include "governance/row.h"
#include "ledger/ledger_error.h"
#include "ledger/replay.h"
#include "schema/register.capnp.h"

namespace jumelage::ledger {
namespace {

// Digests, 32 bytes each, whose erasure was committed and not yet carried out.
constexpr std::string_view kPendingErasures = "ledger.erasing";

bool contains(const std::vector<Digest>& digests, const Digest& digest) {
  return std::find(digests.begin(), digests.end(), digest) != digests.end();
}

Result<std::vector<Digest>> pending_erasures(const Stores& stores, const store::Transaction& txn) {
  JUMELAGE_TRY(const auto stored, stores.meta.get(txn, kPendingErasures));
  std::vector<Digest> out;
  ByteView rest = stored.value_or(ByteView());
  for (; rest.size() >= Digest::kSize; rest = rest.subspan(Digest::kSize))
    out.push_back(*Digest::from(rest.first(Digest::kSize)));
  return out;
}

Result<void> write_pending(const Stores& stores, store::WriteTransaction& txn, const std::vector<Digest>& digests) {
  if (digests.empty()) {
    JUMELAGE_TRY(stores.meta.erase(txn, kPendingErasures));
    return ok();
  }
  Bytes bytes;
  for (const Digest& digest : digests) append(bytes, digest.view());
  return stores.meta.put(txn, kPendingErasures, bytes);
}

Result<void> strike_off(Stores& stores, const std::vector<Digest>& left) {
  JUMELAGE_TRY(auto txn, stores.environment->write());
  JUMELAGE_TRY(write_pending(stores, txn, left));
  return txn.commit();
}

Result<std::optional<ByteView>> row_of(const Stores& stores, const store::Transaction& txn, const Digest& digest) {
  JUMELAGE_TRY(expect_complete_register(stores, txn));
  return stores.tables.get(txn, projection::table_id(governance::Table::kDocuments), digest.view());
}

Result<std::uint64_t> erased_at(ByteView row) {
  try {
    return governance::Row<schema::DocumentRow>(row).reader().getErasedAt();
  } catch (const governance::RegisterFault& fault) {
    return Error(LedgerError::kRegisterFault, fmt::format("the register cannot be read: {}", fault.what()));
  }
}

Result<void> expect_not_erased(const Stores& stores, const Digest& digest) {
  JUMELAGE_TRY(const auto txn, stores.environment->read());
  JUMELAGE_TRY(const auto row, row_of(stores, txn, digest));
  std::uint64_t at = governance::kNever;
  if (row) {
    JUMELAGE_TRY(at, erased_at(*row));
  }
  if (at != governance::kNever)
    return Error(LedgerError::kDocumentErased,
                 fmt::format("document {} was erased by the act at position {}; its bytes "
                             "are not stored again",
                             to_hex(digest.view()), at));
  JUMELAGE_TRY(const auto pending, pending_erasures(stores, txn));
  if (!contains(pending, digest)) return ok();
  return Error(LedgerError::kDocumentErased,
               fmt::format("document {} is being erased; its bytes are not stored again", to_hex(digest.view())));
}

}  // namespace

Result<Digest> keep_document(const Stores& stores, ByteView content) {
  const Digest digest = crypto::sha256(content);
  JUMELAGE_TRY(expect_not_erased(stores, digest));
  JUMELAGE_TRY(stores.documents.put(content));
  // Once more: an erasure that was recorded in between, here or by another process, may have been carried out before
  // there was anything to destroy. One that is recorded from now on finds the file.
  const auto kept = expect_not_erased(stores, digest);
  if (kept) return digest;
  if (kept.error().is(LedgerError::kDocumentErased)) {
    JUMELAGE_TRY(stores.documents.destroy(digest));
  }
  return kept.error();
}

Result<bool> is_registered(const Stores& stores, const Digest& digest) {
  JUMELAGE_TRY(const auto txn, stores.environment->read());
  JUMELAGE_TRY(const auto row, row_of(stores, txn, digest));
  return row.has_value();
}

Result<void> note_erasures(const Stores& stores, store::WriteTransaction& txn, const std::vector<Digest>& digests) {
  JUMELAGE_TRY(auto pending, pending_erasures(stores, txn));
  for (const Digest& digest : digests)
    if (!contains(pending, digest)) pending.push_back(digest);
  return write_pending(stores, txn, pending);
}

Result<std::vector<Digest>> finish_erasures(Stores& stores) {
  std::vector<Digest> pending;
  {
    JUMELAGE_TRY(const auto txn, stores.environment->read());
    JUMELAGE_TRY(pending, pending_erasures(stores, txn));
  }
  std::vector<Digest> left;
  for (const Digest& digest : pending)
    if (!stores.documents.destroy(digest)) left.push_back(digest);
  // If this fails, they are destroyed once more another time, which does no harm.
  if (left.size() != pending.size()) static_cast<void>(strike_off(stores, left));
  return left;
}

}  // namespace jumelage::ledger
