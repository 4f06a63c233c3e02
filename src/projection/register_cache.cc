#include "projection/register_cache.h"

#include "governance/row.h"
#include "schema/register.capnp.h"

namespace jumelage::projection {
namespace {

using governance::Number;
using governance::Table;
using schema::SubjectKind;

constexpr std::size_t kRowKeyBytes = 12;  // number, position

Number number_in(ByteView row_key) {
  return static_cast<Number>(governance::read_big_endian(row_key.first(4)));
}

bool is_lasting(SubjectKind kind) {
  switch (kind) {
    case SubjectKind::LEDGER:
    case SubjectKind::KEY:
    case SubjectKind::MEMBER:
    case SubjectKind::BODY:
    case SubjectKind::MANDATE:
    case SubjectKind::OFFICE:
    case SubjectKind::RULE_SET:
    case SubjectKind::SESSION: return true;
    default: return false;
  }
}

bool is_lasting(schema::SubjectRow::Reader row) {
  return !row.isPlain() && !row.isPerson() && !row.isProposal() && !row.isDecision() && !row.isProxy() &&
         !row.isElection();
}

bool holds_ids(Table table) {
  return table == Table::kNames || table == Table::kSubjects;
}

}  // namespace

const Bytes* RegisterCache::id(Table table, ByteView key) const {
  const Ids& ids = table == Table::kNames ? names_ : subjects_;
  const auto found = ids.find(as_text(key));
  return found == ids.end() ? nullptr : &found->second;
}

const RegisterCache::Latest* RegisterCache::row(Number number) const {
  const auto found = rows_.find(number);
  return found == rows_.end() ? nullptr : &found->second;
}

void RegisterCache::keep_id(Table table, ByteView key, ByteView value) {
  const std::size_t kind_at = table == Table::kNames ? 4 : 0;
  if (!is_lasting(static_cast<SubjectKind>(value[kind_at]))) return;
  Ids& ids = table == Table::kNames ? names_ : subjects_;
  ids.insert_or_assign(std::string(as_text(key)), Bytes(value.begin(), value.end()));
  bytes_ += key.size() + value.size();
}

void RegisterCache::keep_row(ByteView key, ByteView row) {
  if (!is_lasting(governance::Row<schema::SubjectRow>(row).reader())) return;
  Latest& latest = rows_[number_in(key)];
  latest.position = governance::read_big_endian(key.subspan(4));
  latest.key.assign(key.begin(), key.end());
  latest.row.assign(row.begin(), row.end());
  bytes_ += key.size() + row.size();
}

// Ids never change once given; of rows, those that are kept do.
void RegisterCache::put(Table table, ByteView key, ByteView value) {
  if (table == Table::kRows && rows_.contains(number_in(key))) keep_row(key, value);
}

void RegisterCache::trim() {
  if (bytes_ > kMaxBytes) clear();
}

void RegisterCache::clear() {
  names_.clear();
  subjects_.clear();
  rows_.clear();
  bytes_ = 0;
}

std::optional<ByteView> CachedRegister::get(Table table, ByteView key) const {
  if (!holds_ids(table)) return tables_.get(table, key);
  if (const Bytes* known = cache_.id(table, key)) return ByteView(*known);
  const auto stored = tables_.get(table, key);
  if (stored) cache_.keep_id(table, key, *stored);
  return stored;
}

// Only the newest row of a subject is kept, so a question about an earlier time goes to the tables.
std::optional<governance::Register::Item> CachedRegister::floor(Table table, ByteView key) const {
  if (table != Table::kRows || key.size() != kRowKeyBytes) return tables_.floor(table, key);
  const Number number = number_in(key);
  const RegisterCache::Latest* known = cache_.row(number);
  if (known != nullptr && known->position <= governance::read_big_endian(key.subspan(4)))
    return Item{known->key, known->row};
  const auto stored = tables_.floor(table, key);
  if (!stored || known != nullptr || number_in(stored->key) != number) return stored;
  // The newest that there is, unless the question was about the past.
  const auto newest = tables_.floor(table, governance::row_key(number, governance::kNever));
  if (newest && equal(newest->key, stored->key)) cache_.keep_row(stored->key, stored->value);
  return stored;
}

Result<void> apply(const governance::Effects& effects, const store::Tables& tables, store::WriteTransaction& txn,
                   RegisterCache& cache) {
  JUMELAGE_TRY(apply(effects, tables, txn));
  effects.for_each([&](Table table, ByteView key, ByteView value) { cache.put(table, key, value); });
  cache.trim();
  return ok();
}

}  // namespace jumelage::projection
