#include <capnp/schema.h>

#include <vector>

#include "base/check.h"
#include "event/act.h"
#include "event/field_rules.h"

namespace jumelage::event {

std::string_view kind_name(Kind kind) {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> out;
    for (const auto field : capnp::Schema::from<schema::Act>().getUnionFields()) out.push_back(name_of(field));
    return out;
  }();
  const auto number = static_cast<std::size_t>(kind);
  JUMELAGE_CHECK(number < names.size(), "a kind of act that parse() let in is known");
  return names[number];
}

}  // namespace jumelage::event
