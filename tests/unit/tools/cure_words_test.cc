// What would cure a finding is said by the page itself.
#include <gtest/gtest.h>

#include "docs_page.h"
#include "show/cure_words.h"

namespace jumelage::tools {
namespace {

TEST(CureWords, EveryFindingOfThePageHasItsCure) {
  std::size_t findings = 0;
  for (const auto& cells : test::code_rows(test::docs_page("findings.md"))) {
    if (cells.size() != 3 || cells[0].find('.') == std::string::npos) continue;
    std::string cure(cure_of(cells[0]));
    std::erase(cure, '`');
    EXPECT_EQ(cure, cells[2]) << cells[0];
    ++findings;
  }
  EXPECT_GT(findings, 60U);
}

TEST(CureWords, ACodeThatThePageDoesNotHaveHasNone) {
  EXPECT_EQ(cure_of("quorum"), "");
  EXPECT_EQ(cure_of("quorum.not_me"), "");
}

}  // namespace
}  // namespace jumelage::tools
