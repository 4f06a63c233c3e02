#include "event/json.h"

#include <gtest/gtest.h>

#include "sample.h"
#include "schema/common.capnp.h"
#include "schema/decisions.capnp.h"
#include "schema/rules.capnp.h"
#include "support/random_act.h"

namespace jumelage::event {
namespace {

using test::kKinds;
using test::RandomAct;

constexpr std::string_view kAct = R"({
  "basis": "live",
  "place": "Es-Semara \"ville\"\u00e9",
  "sessionClosed": {
    "session": "cci-7",
    "at": "2026-03-12T10:30:00+01:00[Africa/Casablanca]",
    "acts": 12
  }
})";

std::string replaced(std::string_view what, std::string_view with, std::string_view in = kAct) {
  std::string out(in);
  const std::size_t at = out.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  out.replace(at, what.size(), with);
  return out;
}

void expect_refused(const std::string& json, EventError code, std::string_view in_message) {
  expect_error(act_from_json(json), code, in_message);
}

template <class Schema>
Result<void> read(std::string_view json, capnp::MallocMessageBuilder& message) {
  return struct_from_json(json, message.initRoot<Schema>(), "it");
}

template <class Schema>
void expect_bad(std::string_view json, EventError code, std::string_view in_message) {
  capnp::MallocMessageBuilder message;
  expect_error(read<Schema>(json, message), code, in_message);
}

TEST(Json, ActsOfEveryKindComeBackByteForByte) {
  RandomAct random(5);
  for (unsigned kind = 0; kind < kKinds; ++kind) {
    for (int i = 0; i < 15; ++i) {
      const Act act = random.act(static_cast<Kind>(kind));
      for (const bool pretty : {true, false}) {
        const std::string json = act_to_json(act, {pretty});
        const auto again = act_from_json(json);
        ASSERT_TRUE(again) << again.error().message() << "\n" << json;
        const Bytes bytes = again.value().canonical();
        ASSERT_TRUE(equal(bytes, act.bytes())) << json;
        ASSERT_EQ(act_to_json(Act::parse(bytes).value(), {pretty}), json);
      }
    }
  }
}

TEST(Json, AnActIsReadAsItIsWritten) {
  auto act = act_from_json(kAct);
  ASSERT_TRUE(act) << act.error().message();
  const auto root = act.value().root().asReader();
  EXPECT_EQ(root.getSchemaVersion(), 1);
  EXPECT_EQ(root.getPlace(), "Es-Semara \"ville\"\u00e9");
  EXPECT_EQ(root.getSessionClosed().getActs(), 12U);
  EXPECT_EQ(root.getSessionClosed().getAt().getUtc(), 1'773'307'800'000);
  EXPECT_EQ(root.getSessionClosed().getAt().getOffsetMinutes(), 60);
  EXPECT_EQ(root.getSessionClosed().getAt().getZone(), "Africa/Casablanca");
}

TEST(Json, TheSampleIsWrittenInTheOrderOfTheSchema) {
  const auto key = key_of(1);
  const crypto::SigningKey* const keys[] = {&key};
  const std::string hex = "8a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c";
  EXPECT_EQ(act_to_json(sample_act(keys), {.pretty = false}),
            R"({"schemaVersion":1,"basis":"live","ledgerId":")" +
                std::string(64, 'x').replace(0, 64,
                                             [] {
                                               std::string out;
                                               for (int i = 0; i < 32; ++i) out += "ab";
                                               return out;
                                             }()) +
                R"(","subjects":[{"id":"cci-7"}],"recordedAt":"2026-03-12T10:30:00+01:00[Africa/Casablanca]",)" +
                R"("signers":[{"key":")" + hex + R"(","capacity":"office","of":"cci-secretary"}],)" +
                R"("sessionClosed":{"session":"cci-7","at":"2026-03-12T10:30:00+01:00","acts":12}})");
}

TEST(Json, TextIsBroughtIntoNormalFormC) {
  auto act = act_from_json(replaced("\\u00e9", "e\\u0301"));
  ASSERT_TRUE(act) << act.error().message();
  EXPECT_EQ(act.value().root().getPlace().asReader(), "Es-Semara \"ville\"\u00e9");
}

TEST(Json, UnknownFieldsAreNamedWithTheOneThatWasMeant) {
  expect_refused(replaced("\"session\"", "\"sesion\""), EventError::kUnknownField,
                 "line 5, column 5: sessionClosed: there is no field \"sesion\", did you mean \"session\"?");
  expect_refused(replaced("\"basis\"", "\"bases\""), EventError::kUnknownField, "line 2, column 3: there is no field");
  expect_refused(replaced("\"sessionClosed\"", "\"sessionclosed\""), EventError::kUnknownField,
                 "did you mean \"sessionClosed\"?");
}

TEST(Json, MissingFieldsAreNamed) {
  expect_refused(replaced("\"acts\": 12", "\"acts\": 12}}").substr(0, 0) +
                     R"({"basis": "live", "sessionClosed": {"session": "a", "acts": 1}})",
                 EventError::kMissingField, "sessionClosed: the field \"at\" is missing");
  expect_refused(R"({"sessionClosed": {"session": "a", "at": "2026-03-12", "acts": 1}})", EventError::kMissingField,
                 "\"basis\" is missing");
  expect_refused(R"({"basis": "live"})", EventError::kMissingField, "nothing of what happened");
}

TEST(Json, NothingIsGivenTwice) {
  expect_refused(replaced("\"acts\": 12", "\"acts\": 12, \"acts\": 12"), EventError::kDuplicateField,
                 "line 7, column 17");
  expect_refused(replaced("\"basis\"",
                          "\"published\": {\"subject\": \"a\", \"where\": \"b\", \"at\": \"2026-03-12\", "
                          "\"certified\": \"c\"}, \"basis\""),
                 EventError::kDuplicateField, "only one of them");
}

TEST(Json, ValuesHaveTheTypeOfTheirField) {
  expect_refused(replaced("12\n", "\"12\"\n"), EventError::kWrongType, "line 7, column 13: sessionClosed.acts");
  expect_refused(replaced("12\n", "null\n"), EventError::kWrongType, "leave out");
  expect_refused(replaced("\"live\"", "1"), EventError::kWrongType, "basis");
  expect_refused(replaced("\"cci-7\"", "[\"cci-7\"]"), EventError::kWrongType, "sessionClosed.session");
  expect_refused("[]", EventError::kWrongType, "must be an object");
  expect_refused(replaced("\"basis\"", "\"subjects\": {}, \"basis\""), EventError::kWrongType, "subjects");
}

TEST(Json, NumbersAreWholeAndInRange) {
  for (const char* bad : {"-1", "4294967296", "1.0", "1e2", "99999999999999999999999"})
    expect_refused(replaced("12\n", std::string(bad) + "\n"), EventError::kBadField, "sessionClosed.acts");
  EXPECT_TRUE(act_from_json(replaced("12\n", "4294967295\n")));
  capnp::MallocMessageBuilder message;
  ASSERT_TRUE(read<schema::Money>(R"({"minorUnits": -9223372036854775808, "currency": "EUR"})", message));
  EXPECT_EQ(message.getRoot<schema::Money>().getMinorUnits(), std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(struct_to_json(message.getRoot<schema::Money>().asReader(), {.pretty = false}),
            R"({"minorUnits":-9223372036854775808,"currency":"EUR"})");
  expect_bad<schema::Money>(R"({"minorUnits": 9223372036854775808, "currency": "EUR"})", EventError::kBadField,
                            "it.minorUnits");
}

TEST(Json, NumbersAboveTwoToTheFiftyThreeStayExact) {
  capnp::MallocMessageBuilder message;
  ASSERT_TRUE(read<schema::Head>(
      R"({"term": 1, "size": 18446744073709551615, "root": ")" + std::string(64, 'a') + "\"}", message));
  EXPECT_EQ(message.getRoot<schema::Head>().getSize(), 18446744073709551615U);
}

TEST(Json, DataIsLowerCaseHexadecimalOfItsLength) {
  const auto with = [](const std::string& hex) {
    return replaced("\"basis\"", "\"ledgerId\": \"" + hex + "\", \"basis\"");
  };
  EXPECT_TRUE(act_from_json(with(std::string(64, 'a'))));
  expect_refused(with(std::string(64, 'A')), EventError::kBadField, "ledgerId");
  expect_refused(with(std::string(63, 'a')), EventError::kBadField, "ledgerId");
  expect_refused(with(std::string(62, 'a')), EventError::kBadField, "64 are required");
}

TEST(Json, EnumsAreNamedAndTheRightNamesAreSaid) {
  expect_refused(replaced("\"live\"", "\"alive\""), EventError::kBadField,
                 "did you mean \"live\"? It must be one of: live, transcribed, attested, imported");
  expect_refused(replaced("\"live\"", "\"appointment\""), EventError::kBadField,
                 "is \"appointment\". It must be one of: live");
}

TEST(Json, TextsKeepTheRulesOfStoredBytes) {
  expect_refused(replaced("\\u00e9", "\\u0000"), EventError::kBadText, "line 3, column 12");
  expect_refused(replaced("\\u00e9", "\\n"), EventError::kBadText, "place");
  expect_refused(replaced("\"cci-7\"", "\"CCI 7\""), EventError::kBadField, "sessionClosed.session");
  expect_refused(replaced("\"cci-7\"", "\"\""), EventError::kBadField, "empty");
  expect_refused(replaced("\\u00e9", std::string(600, 'x')), EventError::kBadField, "at most 512");
}

TEST(Json, MomentsHaveOneSpellingForEachPrecision) {
  const auto written = [](const std::string& text) {
    auto act = act_from_json(replaced("2026-03-12T10:30:00+01:00[Africa/Casablanca]", text));
    if (!act) return act.error().message();
    const std::string json = struct_to_json(act.value().root().asReader(), {.pretty = false});
    const std::size_t at = json.find("\"at\":\"") + 6;
    return json.substr(at, json.find('"', at) - at);
  };
  for (const char* text :
       {"2026-03-12", "2026-03-12+01:00", "2026-03-12[Africa/Casablanca]", "2026-03-12T10:30Z",
        "2026-03-12T10:30-09:30[Pacific/Marquesas]", "2026-03-12T10:30:00Z", "2026-03-12T10:30:05.250+05:30",
        "0001-01-01", "9999-12-31T23:59:59.999Z", "1969-12-31-14:00"})
    EXPECT_EQ(written(text), text);
  EXPECT_EQ(written("2026-03-12Z"), "2026-03-12");
  for (const char* text :
       {"", "2026-3-12", "2026-02-29", "2026-03-12T10:30", "2026-03-12T10Z", "2026-03-12T24:00Z", "2026-03-12T10:30:00",
        "2026-03-12T10:30:00.1234Z", "2026-03-12T10:30:00+15:00", "2026-03-12[]", "2026-03-12[a b]", "2026-03-12[x",
        "12/03/2026", "2026-03-12T10:30:00+14:01", "0001-01-01T00:00:00+01:00", "0000-12-31", "2026-03-12[UTC]x"})
    EXPECT_NE(written(text).find("sessionClosed.at"), std::string::npos) << text;
}

TEST(Json, DatesInstantsFractionsAndCountsReadAsPeopleWriteThem) {
  capnp::MallocMessageBuilder message;
  ASSERT_TRUE(read<schema::DecisionEnded>(R"({"decision":"d","how":"lapsed","from":"1970-01-01"})", message));
  EXPECT_EQ(message.getRoot<schema::DecisionEnded>().getFrom(), 719'163U);
  ASSERT_TRUE(read<schema::DecisionEnded>(R"({"decision":"d","how":"lapsed","from":"0001-01-01"})", message));
  EXPECT_EQ(message.getRoot<schema::DecisionEnded>().getFrom(), 1U);
  expect_bad<schema::DecisionEnded>(R"({"decision":"d","how":"lapsed","from":719163})", EventError::kWrongType, "from");
  expect_bad<schema::DecisionEnded>(R"({"decision":"d","how":"lapsed","from":"2026-02-29"})", EventError::kBadField,
                                    "from");

  const std::string id = "\"id\":\"" + std::string(64, '1') + "\"";
  ASSERT_TRUE(read<schema::ActRef>("{" + id + R"(,"recordedAt":"1970-01-01T00:00:01Z"})", message));
  EXPECT_EQ(message.getRoot<schema::ActRef>().getRecordedAt(), 1000);
  expect_bad<schema::ActRef>("{" + id + R"(,"recordedAt":"1970-01-01T01:00:01+01:00"})", EventError::kBadField,
                             "in UTC");

  ASSERT_TRUE(read<schema::Quorum::Call>(R"({"call":2,"fraction":"1/3","strict":true})", message));
  EXPECT_EQ(message.getRoot<schema::Quorum::Call>().getFraction().getDenominator(), 3U);
  for (const char* bad : {"1", "1/", "/3", "1/-3", "1/3/4", "1 / 3", "0.5"})
    expect_bad<schema::Quorum::Call>(std::string(R"({"call":2,"strict":true,"fraction":")") + bad + "\"}",
                                     EventError::kBadField, "it.fraction");

  const std::string tally =
      R"({"for":3,"against":"unknown","abstain":0,"blank":0,"spoilt":0,"notTakingPart":0,"present":4,"inExercise":7})";
  ASSERT_TRUE(read<schema::Tally>(tally, message));
  EXPECT_TRUE(message.getRoot<schema::Tally>().getAgainst().getUnknown());
  EXPECT_EQ(struct_to_json(message.getRoot<schema::Tally>().asReader(), {.pretty = false}), tally);
  expect_bad<schema::Tally>(replaced("\"unknown\"", "\"none\"", tally), EventError::kWrongType, "it.against");
}

TEST(Json, WhatWouldBreakALineOrHideIsEscaped) {
  capnp::MallocMessageBuilder message;
  auto text = message.initRoot<schema::LocalText>();
  text.setLanguage("fr");
  text.setText("a\n\t\"\\/\u2028\u202e\u2066\x7f\u0085\u0627");
  EXPECT_EQ(struct_to_json(text.asReader(), {.pretty = false}),
            "{\"language\":\"fr\",\"text\":\"a\\n\\t\\\"\\\\/\\u2028\\u202e\\u2066\\u007f\\u0085\u0627\","
            "\"standing\":\"authentic\"}");
}

TEST(Json, TooManyItemsAreRefusedBeforeTheyAreRead) {
  std::string ids = "{\"id\":\"a\"}";
  for (int i = 0; i < 256; ++i) ids += ",{\"id\":\"a\"}";
  expect_refused(replaced("\"basis\"", "\"subjects\": [" + ids + "], \"basis\""), EventError::kBadField, "subjects");
}

}  // namespace
}  // namespace jumelage::event
