#include "governance/overlay_register.h"

#include <algorithm>
#include <vector>

namespace jumelage::governance {
namespace {

bool less(ByteView a, ByteView b) {
  return std::ranges::lexicographical_compare(a, b);
}

}  // namespace

std::optional<ByteView> OverlayRegister::get(Table table, ByteView key) const {
  const auto above = above_.get(table, key);
  return above ? above : below_.get(table, key);
}

std::optional<Register::Item> OverlayRegister::floor(Table table, ByteView key) const {
  const auto above = above_.floor(table, key);
  const auto below = below_.floor(table, key);
  if (!above || !below) return above ? above : below;
  return less(above->key, below->key) ? below : above;
}

std::optional<Register::Item> OverlayRegister::ceiling(Table table, ByteView key) const {
  const auto above = above_.ceiling(table, key);
  const auto below = below_.ceiling(table, key);
  if (!above || !below) return above ? above : below;
  return less(below->key, above->key) ? below : above;
}

void OverlayRegister::scan(Table table, ByteView prefix, const std::function<bool(Item)>& visit) const {
  std::vector<Item> added;
  above_.scan(table, prefix, [&](Item item) {
    added.push_back(item);
    return true;
  });
  auto next = added.begin();
  bool go_on = true;
  below_.scan(table, prefix, [&](Item item) {
    while (go_on && next != added.end() && less(next->key, item.key)) go_on = visit(*next++);
    if (!go_on) return false;
    const bool replaced = next != added.end() && equal(next->key, item.key);
    go_on = visit(replaced ? *next++ : item);
    return go_on;
  });
  while (go_on && next != added.end()) go_on = visit(*next++);
}

}  // namespace jumelage::governance
