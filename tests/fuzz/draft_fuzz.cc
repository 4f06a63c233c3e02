// Any bytes at all as a draft file: what can be read is written as text that reads as the same draft.
#include <cstddef>
#include <cstdint>

#include "app/draft_file.h"
#include "base/check.h"
#include "base/text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace jumelage;
  const auto draft = tools::DraftFile::read(as_text({data, size}));
  if (!draft) {
    JUMELAGE_CHECK(!draft.error().message().empty(), "an error says something");
    JUMELAGE_CHECK(!first_bad_utf8(draft.error().message()), "and says it in UTF-8");
    return 0;
  }
  const std::string text = draft.value().text();
  const auto again = tools::DraftFile::read(text);
  JUMELAGE_CHECK(again.has_value(), "what was written can be read");
  JUMELAGE_CHECK(again.value().text() == text, "and is the same draft");
  return 0;
}
