#include "projection/past_register.h"

#include <algorithm>

#include "governance/row.h"
#include "projection/index.h"
#include "schema/register.capnp.h"

namespace jumelage::projection {

using governance::Key;
using governance::kNever;
using governance::Number;
using governance::read_big_endian;
using governance::Row;
using governance::Table;

namespace {

Number last_number(ByteView bytes) {
  return static_cast<Number>(read_big_endian(bytes.last(4)));
}

std::uint64_t last_position(ByteView bytes) {
  return read_big_endian(bytes.last(8));
}

bool names(ByteView key, std::string_view counter) {
  return as_text(key).starts_with(counter);
}

template <class T, class Change>
ByteView changed(typename T::Reader row, Bytes& kept, Change&& change) {
  governance::RowBuilder builder;
  change(builder.copy(row));
  const ByteView bytes = builder.bytes();
  kept.assign(bytes.begin(), bytes.end());
  return kept;
}

// The greatest key of the same length below `key`; false: there is none.
bool step_down(Bytes& key) {
  for (auto byte = key.rbegin(); byte != key.rend(); ++byte)
    if ((*byte)-- != 0) return true;
  return false;
}

}  // namespace

bool PastRegister::was_there(Number number) const {
  if (number <= last_there_) return true;
  if (number >= first_not_there_) return false;
  const auto first = now_.ceiling(Table::kRows, governance::row_key(number, 0));
  const bool there = first && read_big_endian(first->key.first(4)) == number && last_position(first->key) < size_;
  if (there) last_there_ = number;
  if (!there) first_not_there_ = number;
  return there;
}

bool PastRegister::had_counter(Item item) const {
  if (item.value.size() != 8) return false;
  const std::uint64_t value = read_big_endian(item.value);
  if (names(item.key, "recusals")) return value < size_;  // from that position on
  if (names(item.key, "series/") || names(item.key, "personal/")) return was_there(static_cast<Number>(value));
  if (names(item.key, "anchor") || names(item.key, "closing-sheet")) return value < size_;
  if (names(item.key, "correction")) return last_position(item.key) < size_;
  return false;
}

bool PastRegister::had_entry(ByteView key) const {
  const bool is_about_act = static_cast<Field>(key[0]) == Field::kFindingBody;
  return is_about_act ? last_position(key) < size_ : was_there(last_number(key));
}

bool PastRegister::was_there(Table table, Item item) const {
  switch (table) {
    case Table::kNames: return was_there(static_cast<Number>(read_big_endian(item.value.first(4))));
    case Table::kSubjects:
    case Table::kLinks: return was_there(last_number(item.key));
    case Table::kRows:
    case Table::kVotes:
    case Table::kAttendance: return last_position(item.key) < size_;
    case Table::kActs: return read_big_endian(item.value.first(8)) < size_;
    case Table::kNumbers: return was_there(last_number(item.value));
    case Table::kDocuments: return Row<schema::DocumentRow>(item.value).reader().getRegisteredAt() < size_;
    case Table::kFindings: return read_big_endian(item.key.first(8)) < size_;
    case Table::kIndex: return had_entry(item.key);
    case Table::kCounters: return had_counter(item);
    case Table::kSeries: return false;
  }
  return false;
}

ByteView PastRegister::finding_then(ByteView value, Bytes& kept) const {
  const Row<schema::FindingRow> row(value);
  const std::uint64_t cured = row.reader().getCuredAt();
  if (cured == kNever || cured < size_) return value;
  return changed<schema::FindingRow>(row.reader(), kept, [](auto finding) { finding.setCuredAt(kNever); });
}

ByteView PastRegister::document_then(ByteView value, Bytes& kept) const {
  const Row<schema::DocumentRow> row(value);
  const std::uint64_t erased = row.reader().getErasedAt();
  if (erased == kNever || erased < size_) return value;
  return changed<schema::DocumentRow>(row.reader(), kept, [](auto document) { document.setErasedAt(kNever); });
}

// One record stands of each round, the last one.
ByteView PastRegister::vote_then(Item item, Bytes& kept) const {
  const Row<schema::VoteRow> row(item.value);
  if (!row.reader().getSuperseded()) return item.value;
  std::uint64_t standing = 0;
  now_.scan(Table::kVotes, item.key.first(6), [&](Item other) {
    if (last_position(other.key) < size_) standing = last_position(other.key);
    return true;
  });
  if (standing != last_position(item.key)) return item.value;
  return changed<schema::VoteRow>(row.reader(), kept, [](auto vote) { vote.setSuperseded(false); });
}

ByteView PastRegister::value_then(Table table, Item item, Bytes& kept) const {
  switch (table) {
    case Table::kFindings: return finding_then(item.value, kept);
    case Table::kDocuments: return document_then(item.value, kept);
    case Table::kVotes: return vote_then(item, kept);
    default: return item.value;
  }
}

governance::Register::Item PastRegister::item_then(Table table, Item item) const {
  Bytes kept;
  const ByteView value = value_then(table, item, kept);
  if (value.data() != kept.data() || kept.empty()) return {item.key, value};
  return {item.key, kept_.emplace_back(std::move(kept))};
}

std::optional<ByteView> PastRegister::get(Table table, ByteView key) const {
  const auto value = now_.get(table, key);
  if (!value || !was_there(table, {key, *value})) return std::nullopt;
  return item_then(table, {key, *value}).value;
}

std::optional<governance::Register::Item> PastRegister::floor(Table table, ByteView key) const {
  Bytes from(key.begin(), key.end());
  // Rows are many, and only the last ones of a subject can be too new.
  if (table == Table::kRows && key.size() == 12 && last_position(key) >= size_) {
    const auto capped = governance::row_key(static_cast<Number>(read_big_endian(key.first(4))), size_ - 1);
    from.assign(capped.view().begin(), capped.view().end());
  }
  while (const auto item = now_.floor(table, from)) {
    if (was_there(table, *item)) return item_then(table, *item);
    from.assign(item->key.begin(), item->key.end());
    if (!step_down(from)) break;
  }
  return std::nullopt;
}

void PastRegister::scan(Table table, ByteView prefix, const std::function<bool(Item)>& visit) const {
  now_.scan(table, prefix, [&](Item item) {
    if (!was_there(table, item)) return true;
    Bytes kept;
    return visit({item.key, value_then(table, item, kept)});
  });
}

std::optional<governance::Register::Item> PastRegister::ceiling(Table table, ByteView key) const {
  Bytes from(key.begin(), key.end());
  while (const auto item = now_.ceiling(table, from)) {
    if (was_there(table, *item)) return item_then(table, *item);
    from.assign(item->key.begin(), item->key.end());
    from.push_back(0);
  }
  return std::nullopt;
}

}  // namespace jumelage::projection
