// docs/formats/draft.md.
#include <gtest/gtest.h>

#include "app/draft_file.h"
#include "docs_page.h"

namespace jumelage::tools {
namespace {

std::string draft_in_page() {
  return test::fenced(test::docs_page("formats/draft.md"), "text draft");
}

TEST(DraftPage, ItsDraftIsTheSealedActOfTheOtherPage) {
  const auto draft = DraftFile::read(draft_in_page());
  ASSERT_TRUE(draft) << draft.error().message();
  ASSERT_EQ(draft.value().acts().size(), 1U);
  const Bytes act = test::hex_block(test::docs_page("formats/sealed-act.md"), "act");
  EXPECT_TRUE(equal(draft.value().acts()[0].bytes(), act));
  EXPECT_TRUE(draft.value().is_complete());
}

TEST(DraftPage, WhoSignsItWithTheKeyOfThePageWritesTheSameText) {
  const Bytes act = test::hex_block(test::docs_page("formats/sealed-act.md"), "act");
  std::vector<event::Act> acts;
  acts.push_back(event::Act::trusted(act));
  auto draft = DraftFile::make(std::move(acts), {});
  ASSERT_TRUE(draft) << draft.error().message();
  ASSERT_TRUE(draft.value().sign(crypto::SigningKey::from_seed(Bytes(crypto::kSeedBytes, 1))));
  EXPECT_EQ(draft.value().text(), draft_in_page());
}

}  // namespace
}  // namespace jumelage::tools
