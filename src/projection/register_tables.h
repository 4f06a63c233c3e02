// The register in LMDB: governance::Register over one transaction, and the writing of effects.
#pragma once

#include <array>
#include <string_view>

#include "base/ids.h"
#include "base/result.h"
#include "governance/effects.h"
#include "governance/register.h"
#include "store/tables.h"

namespace jumelage::projection {

// Raised when rules or rows change what a replay of the same log would write: tables of another version are
// rebuilt when the ledger is opened for writing.
inline constexpr std::uint32_t kRegisterVersion = 5;

// The names that Environment::open takes, in the order of governance::Table. Stored.
inline constexpr std::array<std::string_view, governance::kTableCount> kTableNames = {
    "register.names",    "register.subjects",   "register.rows",   "register.links",   "register.acts",
    "register.votes",    "register.attendance", "register.series", "register.numbers", "register.documents",
    "register.findings", "register.counters",   "register.index"};

constexpr store::TableId table_id(governance::Table table) {
  return static_cast<store::TableId>(table);
}

// Reads through a transaction that must outlive it; a write transaction's own changes are seen. Throws
// governance::RegisterFault where the tables cannot be read.
class RegisterTables final : public governance::Register {
 public:
  RegisterTables(const store::Tables& tables, const store::Transaction& txn) : tables_(tables), txn_(txn) {}

  std::optional<ByteView> get(governance::Table table, ByteView key) const override;
  std::optional<Item> floor(governance::Table table, ByteView key) const override;
  void scan(governance::Table table, ByteView prefix, const std::function<bool(Item)>& visit) const override;
  std::optional<Item> ceiling(governance::Table table, ByteView key) const override;

 private:
  const store::Tables& tables_;
  const store::Transaction& txn_;
};

// Writes the effects of one act. Durable when the transaction commits.
Result<void> apply(const governance::Effects& effects, const store::Tables& tables, store::WriteTransaction& txn);

// Empties every table of the register.
Result<void> clear_register(const store::Tables& tables, store::WriteTransaction& txn);

// How far the register has followed the log, kept in the same transactions as its rows.
struct Progress {
  std::uint32_t version = 0;
  TreeSize applied;
  bool operator==(const Progress&) const = default;
};
Result<Progress> read_progress(const store::Meta& meta, const store::Transaction& txn);
Result<void> write_progress(const store::Meta& meta, store::WriteTransaction& txn, Progress progress);

// SHA-256 over every table, key and value in order: equal digests are equal registers, on any machine.
Result<Digest> register_digest(const store::Tables& tables, const store::Transaction& txn);

}  // namespace jumelage::projection
