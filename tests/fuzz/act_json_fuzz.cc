// Any bytes at all as an act in JSON: what becomes an act is written as JSON that becomes the same act.
#include <cstddef>
#include <cstdint>

#include "base/check.h"
#include "base/text.h"
#include "event/json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace jumelage;
  auto draft = event::act_from_json(as_text({data, size}));
  if (!draft) {
    JUMELAGE_CHECK(!draft.error().message().empty(), "an error says something");
    JUMELAGE_CHECK(!first_bad_utf8(draft.error().message()), "and says it in UTF-8");
    return 0;
  }
  const auto act = event::Act::parse(draft.value().canonical());
  if (!act) return 0;  // the program has not filled in what a person may leave out
  auto again = event::act_from_json(event::act_to_json(act.value()));
  JUMELAGE_CHECK(again.has_value(), "what was written can be read");
  JUMELAGE_CHECK(equal(again.value().canonical(), act.value().bytes()), "and is the same act");
  return 0;
}
