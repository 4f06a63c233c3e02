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
// The same of documents that are being stored, or were stored for acts that may not have been recorded.
constexpr std::string_view kBrought = "ledger.bringing";

bool contains(const std::vector<Digest>& digests, const Digest& digest) {
  return std::find(digests.begin(), digests.end(), digest) != digests.end();
}

Result<std::vector<Digest>> read_list(const Stores& stores, const store::Transaction& txn, std::string_view name) {
  JUMELAGE_TRY(const auto stored, stores.meta.get(txn, name));
  std::vector<Digest> out;
  ByteView rest = stored.value_or(ByteView());
  for (; rest.size() >= Digest::kSize; rest = rest.subspan(Digest::kSize))
    out.push_back(*Digest::from(rest.first(Digest::kSize)));
  return out;
}

Result<void> write_list(const Stores& stores, store::WriteTransaction& txn, std::string_view name,
                        const std::vector<Digest>& digests) {
  if (digests.empty()) {
    JUMELAGE_TRY(stores.meta.erase(txn, name));
    return ok();
  }
  Bytes bytes;
  for (const Digest& digest : digests) append(bytes, digest.view());
  return stores.meta.put(txn, name, bytes);
}

Result<void> strike_off(Stores& stores, const std::vector<Digest>& left) {
  JUMELAGE_TRY(auto txn, stores.environment->write());
  JUMELAGE_TRY(write_list(stores, txn, kPendingErasures, left));
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
  JUMELAGE_TRY(const auto pending, read_list(stores, txn, kPendingErasures));
  if (!contains(pending, digest)) return ok();
  return Error(LedgerError::kDocumentErased,
               fmt::format("document {} is being erased; its bytes are not stored again", to_hex(digest.view())));
}

// Adds to the list, or takes from it.
enum class Change : bool { kAdd, kRemove };
Result<void> change_brought(Stores& stores, const std::vector<Digest>& digests, Change change) {
  JUMELAGE_TRY(auto txn, stores.environment->write());
  JUMELAGE_TRY(auto list, read_list(stores, txn, kBrought));
  const std::size_t before = list.size();
  for (const Digest& digest : digests) {
    if (change == Change::kRemove) std::erase(list, digest);
    if (change == Change::kAdd && !contains(list, digest)) list.push_back(digest);
  }
  if (list.size() == before) return ok();
  JUMELAGE_TRY(write_list(stores, txn, kBrought, list));
  return txn.commit();
}

Result<void> store_unless_erased(const Stores& stores, const Digest& digest, ByteView content) {
  JUMELAGE_TRY(expect_not_erased(stores, digest));
  JUMELAGE_TRY(stores.documents.put(content));
  // Once more: an erasure that was recorded in between, here or by another process, may have been carried out before
  // there was anything to destroy. One that is recorded from now on finds the file.
  const auto kept = expect_not_erased(stores, digest);
  if (kept) return ok();
  if (kept.error().is(LedgerError::kDocumentErased)) {
    JUMELAGE_TRY(stores.documents.destroy(digest));
  }
  return kept.error();
}

// Those of the list for which `goes` says nothing against it: the writer cannot register one meanwhile.
template <class Goes>
Result<void> clear_brought(Stores& stores, const Goes& goes) {
  JUMELAGE_TRY(auto txn, stores.environment->write());
  JUMELAGE_TRY(const auto list, read_list(stores, txn, kBrought));
  std::vector<Digest> left;
  for (const Digest& digest : list) {
    JUMELAGE_TRY(const auto row, row_of(stores, txn, digest));
    if (row) continue;  // registered: it stays
    if (!goes(digest) || !stores.documents.destroy(digest)) left.push_back(digest);
  }
  if (left.size() == list.size()) return ok();
  JUMELAGE_TRY(write_list(stores, txn, kBrought, left));
  return txn.commit();
}

}  // namespace

Result<Digest> keep_document(Stores& stores, ByteView content) {
  JUMELAGE_TRY(const auto brought, bring_documents(stores, {content}));
  const Digest digest = crypto::sha256(content);
  JUMELAGE_TRY(change_brought(stores, {digest}, Change::kRemove));
  return digest;
}

Result<std::vector<Digest>> bring_documents(Stores& stores, const std::vector<ByteView>& contents) {
  std::vector<Digest> all;
  std::vector<Digest> absent;
  for (const ByteView content : contents) {
    all.push_back(crypto::sha256(content));
    JUMELAGE_TRY(expect_not_erased(stores, all.back()));
    JUMELAGE_TRY(const bool there, stores.documents.exists(all.back()));
    if (!there && !contains(absent, all.back())) absent.push_back(all.back());
  }
  if (!absent.empty()) {
    JUMELAGE_TRY(change_brought(stores, absent, Change::kAdd));
  }
  for (std::size_t i = 0; i < contents.size(); ++i) {
    if (auto stored = store_unless_erased(stores, all[i], contents[i]); !stored) {
      static_cast<void>(take_back_documents(stores, absent));  // if this fails, the next opening does it
      return stored.error();
    }
  }
  return absent;
}

Result<void> take_back_documents(Stores& stores, const std::vector<Digest>& digests) {
  if (digests.empty()) return ok();
  return clear_brought(stores, [&](const Digest& digest) { return contains(digests, digest); });
}

Result<void> finish_bringing(Stores& stores) {
  bool none = false;
  {
    JUMELAGE_TRY(const auto txn, stores.environment->read());
    JUMELAGE_TRY(const auto list, read_list(stores, txn, kBrought));
    none = list.empty();
  }
  if (none) return ok();
  return clear_brought(stores, [](const Digest&) { return true; });
}

Result<void> forget_registered(Stores& stores) {
  return clear_brought(stores, [](const Digest&) { return false; });
}

Result<bool> is_registered(const Stores& stores, const Digest& digest) {
  JUMELAGE_TRY(const auto txn, stores.environment->read());
  JUMELAGE_TRY(const auto row, row_of(stores, txn, digest));
  return row.has_value();
}

Result<void> note_erasures(const Stores& stores, store::WriteTransaction& txn, const std::vector<Digest>& digests) {
  JUMELAGE_TRY(auto pending, read_list(stores, txn, kPendingErasures));
  for (const Digest& digest : digests)
    if (!contains(pending, digest)) pending.push_back(digest);
  return write_list(stores, txn, kPendingErasures, pending);
}

Result<std::vector<Digest>> finish_erasures(Stores& stores) {
  std::vector<Digest> pending;
  {
    JUMELAGE_TRY(const auto txn, stores.environment->read());
    JUMELAGE_TRY(pending, read_list(stores, txn, kPendingErasures));
  }
  std::vector<Digest> left;
  for (const Digest& digest : pending)
    if (!stores.documents.destroy(digest)) left.push_back(digest);
  // If this fails, they are destroyed once more another time, which does no harm.
  if (left.size() != pending.size()) static_cast<void>(strike_off(stores, left));
  return left;
}

}  // namespace jumelage::ledger
