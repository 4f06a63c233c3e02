// An act as it would read with some of its fields put right.
#include "event/correct.h"

#include <vector>

#include "event/json.h"
#include "sample.h"
#include "support/random_act.h"

namespace jumelage::event {
namespace {

using Fields = std::vector<FieldCorrection>;

Act sample() {
  const crypto::SigningKey key = key_of(1);
  const crypto::SigningKey* const keys[] = {&key};
  return sample_act(keys);
}

TEST(Corrected, ChangesTheFieldNamedAndNoOther) {
  const Act act = sample();
  const auto next = corrected(act, Fields{{"sessionClosed.acts", "12", "13"}});
  ASSERT_TRUE(next) << next.error().message();
  EXPECT_EQ(next.value().reader().getSessionClosed().getActs(), 13U);
  const auto back = corrected(next.value(), Fields{{"sessionClosed.acts", "13", "12"}});
  ASSERT_TRUE(back) << back.error().message();
  EXPECT_TRUE(equal(back.value().bytes(), act.bytes()));
}

TEST(Corrected, AddsWhatWasLeftOutAndTakesOutWhatWasTooMuch) {
  const Act act = sample();
  const auto with = corrected(act, Fields{{"place", {}, R"("Es-Semara")"}});
  ASSERT_TRUE(with) << with.error().message();
  EXPECT_EQ(with.value().reader().getPlace(), "Es-Semara");
  const auto without = corrected(with.value(), Fields{{"place", R"("Es-Semara")", {}}});
  ASSERT_TRUE(without);
  EXPECT_TRUE(equal(without.value().bytes(), act.bytes()));
}

TEST(Corrected, PlacesOfAListAreThoseBeforeAnythingIsTakenOut) {
  const std::string item = R"({"scheme": "own", "value": ")";
  const auto ids = [&](char id) { return item + id + "\"}"; };
  const std::string a = ids('a');
  const std::string b = ids('b');
  const std::string c = ids('c');
  const std::string d = ids('d');
  const std::string list = "[" + a + "," + b + "," + c + "]";
  const auto filled = corrected(sample(), Fields{{"externalIds", {}, list}});
  ASSERT_TRUE(filled) << filled.error().message();
  const auto next = corrected(
      filled.value(),
      Fields{{"externalIds[0]", a, {}}, {"externalIds[2].value", R"("c")", R"("x")"}, {"externalIds[3]", {}, d}});
  ASSERT_TRUE(next) << next.error().message();
  const auto left = next.value().reader().getExternalIds();
  ASSERT_EQ(left.size(), 3U);
  EXPECT_EQ(left[0].getValue(), "b");
  EXPECT_EQ(left[1].getValue(), "x");
  EXPECT_EQ(left[2].getValue(), "d");
}

TEST(Corrected, WasIsComparedAsAValueNotAsText) {
  const auto filled = corrected(sample(), Fields{{"externalIds", {}, R"([{"scheme": "own", "value": "a"}])"}});
  ASSERT_TRUE(filled);
  EXPECT_TRUE(corrected(filled.value(), Fields{{"externalIds[0]", R"( { "value":"\u0061", "scheme":"own" } )", {}}}));
}

TEST(Corrected, SaysWhatIsWrongWithACorrection) {
  struct Case {
    Fields fields;
    EventError code;
    std::string naming;
  };
  const std::vector<Case> cases = {
      {{{"sessionClosed.acts", "11", "13"}}, EventError::kBadField, "was not 11 but 12"},
      {{{"sessionClosed.acts", {}, "13"}}, EventError::kBadField, "say in `was`"},
      {{{"place", {}, {}}}, EventError::kBadField, "neither"},
      {{{"place", R"("x")", {}}}, EventError::kBadField, "but nothing"},
      {{{"sessionClosed.acts", "12", R"("many")"}}, EventError::kWrongType, "sessionClosed.acts"},
      {{{"sessionClosed.acts", "12", {}}}, EventError::kMissingField, "acts"},
      {{{"sessionClosed.acts", "12", "13 14"}}, EventError::kBadJson, "`is`"},
      {{{"sessionClosed.act", {}, "13"}}, EventError::kUnknownField, "act"},
      {{{"signers[1].of", R"("x")", R"("y")"}}, EventError::kUnknownField, "no such place"},
      {{{"signers[3]", {}, "{}"}}, EventError::kUnknownField, "no such place"},
      {{{"signers[-1]", {}, "{}"}}, EventError::kUnknownField, "no such place"},
      {{{"signers[0", {}, "{}"}}, EventError::kUnknownField, "no such place"},
      {{{"signers[0]of", R"("x")", "{}"}}, EventError::kUnknownField, "no such place"},
      {{{"", "{}", "{}"}}, EventError::kUnknownField, "no such place"},
      {{{".place", {}, "1"}}, EventError::kUnknownField, "no such place"},
      {{{"place.", {}, "1"}}, EventError::kUnknownField, "no such place"},
      {{{"place", {}, R"("x")"}, {"place", {}, R"("y")"}}, EventError::kDuplicateField, "twice"},
      {{{"sessionClosed", "{}", {}}, {"sessionClosed.acts", "12", "13"}}, EventError::kDuplicateField, "twice"},
  };
  for (const Case& one : cases) {
    SCOPED_TRACE(one.naming + " " + std::string(one.fields[0].path));
    expect_error(corrected(sample(), one.fields), one.code, one.naming);
  }
}

TEST(Corrected, EveryActOfEveryKindComesBackAsItWasWhenNothingIsCorrected) {
  test::RandomAct random(20'251'030);
  for (unsigned kind = 0; kind < test::kKinds; ++kind) {
    const Act act = random.act(static_cast<Kind>(kind));
    const auto same = corrected(act, {});
    ASSERT_TRUE(same) << kind_name(act.kind()) << ": " << same.error().message();
    EXPECT_TRUE(equal(same.value().bytes(), act.bytes())) << kind_name(act.kind());
  }
}

}  // namespace
}  // namespace jumelage::event
