#include "projection/children.h"

namespace jumelage::projection {

using governance::Key;
using governance::read_big_endian;
using governance::Table;

std::vector<Number> children_of(const Register& reg, Number parent, SubjectKind kind) {
  std::vector<Number> out;
  for_each_child(reg, parent, kind, [&](Number child) {
    out.push_back(child);
    return true;
  });
  return out;
}

void for_each_child_from(const Register& reg, Number parent, SubjectKind kind, Number first,
                         const std::function<bool(Number)>& visit) {
  constexpr std::size_t kBlockBytes = 8;  // of a key: all but the last byte, so that a seek is good for 256 numbers
  const auto kind_byte = static_cast<std::uint8_t>(kind);
  const Key children = Key().u32(parent).u8(kind_byte);
  for (bool go_on = true; go_on;) {
    const auto next = reg.ceiling(Table::kLinks, governance::link_key(parent, kind_byte, first));
    if (!next || !equal(next->key.first(5), children)) return;
    const Bytes block(next->key.begin(), next->key.begin() + kBlockBytes);
    reg.scan(Table::kLinks, block, [&](Register::Item item) {
      const auto child = static_cast<Number>(read_big_endian(item.key.subspan(5)));
      if (child >= first) go_on = visit(child);
      return go_on;
    });
    const auto last = static_cast<Number>(read_big_endian(ByteView(block).subspan(5))) << 8 | 0xff;
    if (last == UINT32_MAX) return;
    first = last + 1;
  }
}

bool is_child(const Register& reg, Number parent, SubjectKind kind, Number child) {
  return reg.get(Table::kLinks, governance::link_key(parent, static_cast<std::uint8_t>(kind), child)).has_value();
}

}  // namespace jumelage::projection
