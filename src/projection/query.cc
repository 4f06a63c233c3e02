#include "projection/query.h"

#include <algorithm>

namespace jumelage::projection {

using governance::Key;
using governance::read_big_endian;
using governance::Table;

std::optional<Subject> find_subject(const Register& reg, std::string_view slug) {
  if (slug.empty() || slug.size() > 64) return std::nullopt;
  const auto value = reg.get(Table::kNames, governance::name_key(slug));
  if (!value) return std::nullopt;
  return Subject{static_cast<Number>(read_big_endian(value->first(4))), static_cast<SubjectKind>((*value)[4])};
}

std::string slug_of(const Register& reg, Number number) {
  const auto value = reg.get(Table::kSubjects, governance::subject_key(number));
  return value ? std::string(as_text(value->subspan(1))) : std::string();
}

SubjectKind kind_of(const Register& reg, Number number) {
  const auto value = reg.get(Table::kSubjects, governance::subject_key(number));
  return value ? static_cast<SubjectKind>((*value)[0]) : SubjectKind::NONE;
}

std::optional<RowAt> row_at(const Register& reg, Number number, std::uint64_t size) {
  if (size == 0) return std::nullopt;
  const auto item = reg.floor(Table::kRows, governance::row_key(number, size - 1));
  if (!item || read_big_endian(item->key.first(4)) != number) return std::nullopt;
  return RowAt{read_big_endian(item->key.subspan(4)),
               std::make_unique<governance::Row<schema::SubjectRow>>(item->value)};
}

void for_each_child(const Register& reg, Number parent, SubjectKind kind, const std::function<bool(Number)>& visit) {
  reg.scan(Table::kLinks, Key().u32(parent).u8(static_cast<std::uint8_t>(kind)),
           [&](Register::Item item) { return visit(static_cast<Number>(read_big_endian(item.key.subspan(5)))); });
}

std::vector<std::uint64_t> history(const Register& reg, Number number) {
  std::vector<std::uint64_t> positions;
  reg.scan(Table::kRows, Key().u32(number), [&](Register::Item item) {
    positions.push_back(read_big_endian(item.key.subspan(4)));
    return true;
  });
  return positions;
}

FoundActs find_acts(const Register& reg, ByteView id_prefix) {
  FoundActs found;
  const std::size_t in_key = std::min<std::size_t>(id_prefix.size(), 8);
  reg.scan(Table::kActs, {}, [&](Register::Item item) {
    const bool same = equal(item.key.subspan(8, in_key), id_prefix.first(in_key)) &&
                      equal(item.value.subspan(8, id_prefix.size() - in_key), id_prefix.subspan(in_key));
    if (same) found.positions.push_back(read_big_endian(item.value.first(8)));
    return found.positions.size() < 2;
  });
  return found;
}

}  // namespace jumelage::projection
