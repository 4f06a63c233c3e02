// What a council decides by: read, compared, adopted.
#include "club_test.h"

namespace jumelage::e2e {
namespace {

class RulesTest : public ClubTest {};

TEST_F(RulesTest, ThoseOfTheLedgerAndTheModelsAreListed) {
  const auto list = parsed(run({"rules", "list", "--json"}).out);
  ASSERT_EQ(list["ruleSets"].Size(), 1u);
  EXPECT_STREQ(list["ruleSets"][0]["id"].GetString(), "cci-rules");
  EXPECT_EQ(list["ruleSets"][0]["version"].GetUint(), 1u);
  EXPECT_EQ(list["ruleSets"][0]["enactedBy"].GetUint(), 0u);
  EXPECT_STREQ(list["ruleSets"][0]["bodies"][0].GetString(), "cci");
  EXPECT_EQ(list["models"].Size(), 10u);
  EXPECT_THAT(run({"rules", "list"}).out, HasSubstr("model:french-municipal"));
}

TEST_F(RulesTest, AreReadInPlainWords) {
  const std::string out = run({"rules", "show", "cci-rules"}).out;
  EXPECT_THAT(out, HasSubstr("more than half of the seats in exercise must be there"));
  EXPECT_THAT(out, HasSubstr("at least two thirds of the votes cast must be for"));
  EXPECT_THAT(out, HasSubstr("15 calendar days before the session"));
}

TEST_F(RulesTest, AModelIsReadWhereThereIsNoLedger) {
  const Outcome outcome = run({"rules", "show", "model:consensus", "--ledger", "nowhere"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("adopted unless any of the votes cast are against"));
  EXPECT_EQ(run({"rules", "compare", "model:consensus", "model:unanimity", "--ledger", "nowhere"}).exit_code, 0);
}

TEST_F(RulesTest, TheNextVersionIsAdoptedAndComparedWithTheOneBefore) {
  const Outcome adopted = council({"rules", "adopt", "cci-rules", "--set", "notice.count=10", "--set",
                                   "proxies.perHolder=2", "--override-reason", "no decision was recorded for it"});
  EXPECT_THAT(adopted.out, HasSubstr("rules cci-rules enacted in version 2"));
  const auto compared = parsed(run({"rules", "compare", "cci-rules@1", "cci-rules", "--json"}).out);
  ASSERT_EQ(compared["differences"].Size(), 3u);
  EXPECT_STREQ(compared["differences"][0]["about"].GetString(), "version");
  EXPECT_STREQ(compared["differences"][1]["second"].GetString(), "at most 2 proxies");
  EXPECT_STREQ(compared["differences"][2]["first"].GetString(), "15 calendar days before the session");
  EXPECT_STREQ(compared["differences"][2]["second"].GetString(), "10 calendar days before the session");

  auto versions = parsed(run({"rules", "list", "--json"}).out);
  ASSERT_EQ(versions["ruleSets"].Size(), 2u);
  EXPECT_EQ(versions["ruleSets"][0]["version"].GetUint(), 2u);
  EXPECT_EQ(versions["ruleSets"][0]["bodies"].Size(), 0u);
  EXPECT_EQ(versions["ruleSets"][1]["bodies"].Size(), 1u);
  council({"body", "change", "cci", "--rules", "cci-rules", "--override-reason", "no decision was recorded for it"});
  versions = parsed(run({"rules", "list", "--json"}).out);
  EXPECT_EQ(versions["ruleSets"][0]["bodies"].Size(), 0u) << "without a decision the change has no effect";
}

TEST_F(RulesTest, WhatIsShownAsJsonIsAFileToAdopt) {
  desk_.write("rules.json", run({"rules", "show", "model:two-thirds-present", "--json"}).out);
  council({"rules", "adopt", "committee-rules", "--from", "file:rules.json", "--title", "fr=Commissions",
           "--override-reason", "no decision was recorded for it"});
  const auto rules = parsed(run({"rules", "show", "committee-rules@1", "--json"}).out);
  EXPECT_STREQ(rules["id"].GetString(), "committee-rules");
  EXPECT_STREQ(rules["title"][0]["text"].GetString(), "Commissions");
}

TEST_F(RulesTest, WhatMakesNoSenseIsNamedBeforeAnythingIsSigned) {
  const auto adopt = [&](const std::string& set) {
    return desk_.sign({"rules", "adopt", "cci-rules", "--set", set}, {"es-semara", "secretary"});
  };
  EXPECT_THAT(adopt("defaultMajority=none-such").err, HasSubstr("none-such"));
  const Outcome unknown = adopt("notise.count=1");
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_THAT(unknown.err, HasSubstr("notise.count"));
  EXPECT_EQ(adopt("majorities[4000000000].id=simple").exit_code, 2);
  EXPECT_EQ(desk_.sign({"rules", "adopt", "cci-rules"}, {"es-semara", "secretary"}).exit_code, 2);
  EXPECT_THAT(run({"rules", "show", "french-municipal"}).err, HasSubstr("model:french-municipal"));
  EXPECT_THAT(run({"rules", "show", "cci-rules@7"}).err, HasSubstr("no version 7"));
  EXPECT_EQ(log_size(), 1u);
}

}  // namespace
}  // namespace jumelage::e2e
