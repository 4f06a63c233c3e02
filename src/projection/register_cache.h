// What the rules read again and again: the ids and newest states of keys, mandates, offices, bodies and the like, kept
// between the acts of one writer. What comes once and is soon left behind (proposals, decisions) is not kept: that
// costs more than reading it from LMDB.
//
// It holds what the tables hold, or nothing: whoever writes to the tables tells it, and whoever gives up a transaction
// clears it. Belongs to one thread at a time.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"
#include "governance/effects.h"
#include "governance/keys.h"
#include "governance/register.h"
#include "projection/register_tables.h"

namespace jumelage::projection {

class RegisterCache {
 public:
  static constexpr std::size_t kMaxBytes = 16U << 20;  // keys and values; beyond it everything is forgotten

  struct Latest {
    std::uint64_t position;
    Bytes key;
    Bytes row;
  };

  const Bytes* id(governance::Table table, ByteView key) const;
  const Latest* row(governance::Number number) const;
  // What was read from the tables, where it is worth keeping. `row`: the newest one of its subject.
  void keep_id(governance::Table table, ByteView key, ByteView value);
  void keep_row(ByteView key, ByteView row);
  // What was written to the tables.
  void put(governance::Table table, ByteView key, ByteView value);
  // Between acts only: views handed out by the register point into the cache.
  void trim();
  void clear();

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  using Ids = std::unordered_map<std::string, Bytes, Hash, std::equal_to<>>;

  Ids names_;
  Ids subjects_;
  std::unordered_map<governance::Number, Latest> rows_;
  std::size_t bytes_ = 0;
};

// The tables, read through the cache.
class CachedRegister final : public governance::Register {
 public:
  CachedRegister(const store::Tables& tables, const store::Transaction& txn, RegisterCache& cache)
      : tables_(tables, txn), cache_(cache) {}

  std::optional<ByteView> get(governance::Table table, ByteView key) const override;
  std::optional<Item> floor(governance::Table table, ByteView key) const override;
  void scan(governance::Table table, ByteView prefix, const std::function<bool(Item)>& visit) const override {
    tables_.scan(table, prefix, visit);
  }
  std::optional<Item> ceiling(governance::Table table, ByteView key) const override {
    return tables_.ceiling(table, key);
  }

 private:
  RegisterTables tables_;
  RegisterCache& cache_;
};

// Writes the effects of one act, here and there.
Result<void> apply(const governance::Effects& effects, const store::Tables& tables, store::WriteTransaction& txn,
                   RegisterCache& cache);

}  // namespace jumelage::projection
