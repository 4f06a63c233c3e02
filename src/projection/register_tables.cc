#include "projection/register_tables.h"

#include "crypto/sha256.h"
#include "governance/keys.h"
#include "projection/index.h"

namespace jumelage::projection {
namespace {

constexpr std::string_view kProgressName = "projection.register";

template <class T>
T value_or_fault(Result<T> result) {
  if (!result) throw governance::RegisterFault(result.error().message());
  return std::move(result).value();
}

}  // namespace

std::optional<ByteView> RegisterTables::get(governance::Table table, ByteView key) const {
  return value_or_fault(tables_.get(txn_, table_id(table), key));
}

std::optional<governance::Register::Item> RegisterTables::floor(governance::Table table, ByteView key) const {
  const auto row = value_or_fault(tables_.floor(txn_, table_id(table), key));
  if (!row) return std::nullopt;
  return Item{row->key, row->value};
}

std::optional<governance::Register::Item> RegisterTables::ceiling(governance::Table table, ByteView key) const {
  const auto row = value_or_fault(tables_.ceiling(txn_, table_id(table), key));
  if (!row) return std::nullopt;
  return Item{row->key, row->value};
}

void RegisterTables::scan(governance::Table table, ByteView prefix, const std::function<bool(Item)>& visit) const {
  const auto scanned = tables_.scan_prefix(txn_, table_id(table), prefix, [&](const store::Row& row) {
    return visit(Item{row.key, row.value});
  });
  if (!scanned) throw governance::RegisterFault(scanned.error().message());
}

Result<void> apply(const governance::Effects& effects, const store::Tables& tables, store::WriteTransaction& txn) {
  Result<void> outcome = ok();
  effects.for_each([&](governance::Table table, ByteView key, ByteView value) {
    if (outcome) outcome = tables.put(txn, table_id(table), key, value);
  });
  const RegisterTables written(tables, txn);
  for_each_entry(effects, written, [&](ByteView key) {
    if (outcome) outcome = tables.put(txn, table_id(governance::Table::kIndex), key, {});
  });
  return outcome;
}

Result<void> clear_register(const store::Tables& tables, store::WriteTransaction& txn) {
  for (std::size_t i = 0; i < governance::kTableCount; ++i) {
    JUMELAGE_TRY(tables.clear(txn, static_cast<store::TableId>(i)));
  }
  return ok();
}

Result<Progress> read_progress(const store::Meta& meta, const store::Transaction& txn) {
  JUMELAGE_TRY(const auto stored, meta.get(txn, kProgressName));
  if (!stored || stored->size() != 12) return Progress{};
  return Progress{static_cast<std::uint32_t>(governance::read_big_endian(stored->first(4))),
                  TreeSize{governance::read_big_endian(stored->subspan(4))}};
}

Result<void> write_progress(const store::Meta& meta, store::WriteTransaction& txn, Progress progress) {
  return meta.put(txn, kProgressName, governance::Key().u32(progress.version).u64(progress.applied.value));
}

Result<Digest> register_digest(const store::Tables& tables, const store::Transaction& txn) {
  crypto::Sha256 hash;
  for (std::size_t i = 0; i < governance::kTableCount; ++i) {
    hash.update(as_bytes(kTableNames[i]));
    JUMELAGE_TRY(tables.scan(txn, static_cast<store::TableId>(i), {}, [&](const store::Row& row) {
      // Lengths first, so that no two different tables can feed the same bytes.
      hash.update(governance::Key().u64(row.key.size()).u64(row.value.size()));
      hash.update(row.key);
      hash.update(row.value);
      return true;
    }));
  }
  return hash.finish();
}

}  // namespace jumelage::projection
