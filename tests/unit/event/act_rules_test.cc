// The rules of the schema's annotations, one at a time.
#include <gtest/gtest.h>

#include <functional>

#include "event/act.h"
#include "event/field_rules.h"
#include "sample.h"

namespace jumelage::event {
namespace {

const crypto::SigningKey& key() {
  static const crypto::SigningKey made = key_of(1);
  return made;
}

ActBuilder draft() {
  const crypto::SigningKey* const keys[] = {&key()};
  return sample_draft(keys);
}

// The sample with one thing changed.
Result<Act> parse_with(const std::function<void(schema::Act::Builder)>& change) {
  ActBuilder act = draft();
  change(act.root());
  return Act::parse(act.canonical());
}

TEST(ActRules, WhatMustBeThereMustBeThere) {
  expect_error(parse_with([](auto act) { act.disownLedgerId(); }), EventError::kMissingField, "ledgerId");
  expect_error(parse_with([](auto act) { act.disownRecordedAt(); }), EventError::kMissingField, "recordedAt");
  expect_error(parse_with([](auto act) { act.getSubjects()[0].disownId(); }), EventError::kMissingField,
               "subjects[0].id");
  expect_error(parse_with([](auto act) { act.disownSessionClosed(); }), EventError::kMissingField, "sessionClosed");
  expect_error(parse_with([](auto act) { act.getSessionClosed().disownAt(); }), EventError::kMissingField,
               "sessionClosed.at");
  expect_error(parse_with([](auto act) {
                 auto opened = act.initSessionConvened();
                 opened.setId("a"), opened.setBody("b"), opened.initScheduled(), opened.initAgenda(2).set(0, "x");
               }),
               EventError::kMissingField, "sessionConvened.agenda[1]");
  expect_error(parse_with([](auto act) {
                 auto ended = act.initDecisionEnded();
                 ended.setDecision("d");
               }),
               EventError::kMissingField, "decisionEnded.from");
}

TEST(ActRules, BoundsHoldForTextsDataAndLists) {
  expect_error(parse_with([](auto act) { act.setPlace(std::string(513, 'x')); }), EventError::kBadField, "place");
  EXPECT_TRUE(parse_with([](auto act) { act.setPlace(std::string(512, 'x')); }));
  expect_error(parse_with([](auto act) { act.setLedgerId(capnp::Data::Reader(Bytes(31, 1).data(), 31)); }),
               EventError::kBadField, "ledgerId");
  expect_error(parse_with([](auto act) {
                 for (auto id : act.initExternalIds(33)) id.setScheme("s"), id.setValue("v");
               }),
               EventError::kBadField, "externalIds");
  EXPECT_TRUE(parse_with([](auto act) {
    int n = 0;
    for (auto id : act.initExternalIds(32)) id.setScheme("s"), id.setValue(std::to_string(n++));
  }));
  expect_error(parse_with([](auto act) {
                 auto election = act.initElectionRecorded();
                 election.setId("e"), election.setSession("s"), election.setItem("i");
                 election.initRounds(1)[0].initVotes(65).set(0, 1);
               }),
               EventError::kBadField, "electionRecorded.rounds[0].votes");
  expect_error(parse_with([](auto act) {
                 auto anchored = act.initCheckpointAnchored();
                 anchored.initHead().setRoot(capnp::Data::Reader(Bytes(32, 1).data(), 32));
                 anchored.setAuthority("a");
                 anchored.setToken(capnp::Data::Reader(Bytes(16385, 1).data(), 16385));
               }),
               EventError::kBadField, "checkpointAnchored.token");
}

TEST(ActRules, TextsAreTextsWithoutControlCharacters) {
  for (const std::string_view bad : {"\x01", "a\nb", "a\tb", "\x7f", "\xc2\x85", "longer than eight\x1f"})
    expect_error(parse_with([&](auto act) { act.setPlace(std::string(bad)); }), EventError::kBadText, "place");
  for (const std::string_view bad : {"\xff", "\xc3", "\xc0\xaf", "\xed\xa0\x80", "\xf5\x80\x80\x80", "12345678\x80"})
    expect_error(parse_with([&](auto act) { act.setPlace(std::string(bad)); }), EventError::kBadText, "UTF-8");
  expect_error(parse_with([](auto act) { act.setPlace(kj::StringPtr("a\0b", 3)); }), EventError::kBadText, "place");
  EXPECT_TRUE(parse_with([](auto act) { act.setOverrideReason("one\n\ttwo"); }));
  expect_error(parse_with([](auto act) { act.setOverrideReason("one\r\n"); }), EventError::kBadText, "overrideReason");
  EXPECT_TRUE(parse_with([](auto act) { act.setPlace("\u0627\u0644\u0633\u0645\u0627\u0631\u0629 ~"); }));
}

TEST(ActRules, IdsAndLanguagesKeepTheirGrammar) {
  for (const char* bad : {"-a", "A", "a b", "a_b", "caf\u00e9"})
    expect_error(parse_with([&](auto act) { act.getSubjects()[0].setId(bad); }), EventError::kBadField,
                 "subjects[0].id");
  expect_error(parse_with([](auto act) { act.getSubjects()[0].setId(std::string(65, 'a')); }), EventError::kBadField,
               "subjects[0].id");
  EXPECT_TRUE(parse_with([](auto act) { act.getSubjects()[0].setId(std::string(64, '0')); }));
  const auto with_language = [](const std::string& tag) {
    return parse_with([&](auto act) {
      auto commitment = act.initCommitmentRegistered();
      commitment.setId("c");
      commitment.initSource().setScheme("s"), commitment.getSource().setValue("v");
      auto title = commitment.initTitle(1)[0];
      title.setLanguage(tag), title.setText("t");
    });
  };
  for (const char* good : {"fr", "ar-EH", "zh-Hant-TW", "x-1"}) EXPECT_TRUE(with_language(good)) << good;
  for (const char* bad : {"f", "fr-", "-fr", "fr--FR", "fr_FR", "abcdefghi", "FR", "ar-eh", "zh-hant", "x-AB"})
    expect_error(with_language(bad), EventError::kBadField, "commitmentRegistered.title[0].language");
}

TEST(ActRules, AListOfTextsHasOneALanguageAndOneThatPrevails) {
  const auto with_titles = [](auto change) {
    return parse_with([&](auto act) {
      auto project = act.initCommitmentRegistered();
      project.setId("c");
      project.initSource().setScheme("s"), project.getSource().setValue("v");
      auto title = project.initTitle(3);
      title[0].setLanguage("fr"), title[1].setLanguage("ar"), title[2].setLanguage("fr-CA");
      for (auto text : title) text.setText("t");
      title[1].setStanding(schema::LocalText::Standing::PREVAILING);
      change(title);
    });
  };
  EXPECT_TRUE(with_titles([](auto) {}));
  expect_error(with_titles([](auto title) { title[2].setLanguage("fr"); }), EventError::kBadField,
               "commitmentRegistered.title: has two texts in fr");
  expect_error(with_titles([](auto title) { title[2].setStanding(schema::LocalText::Standing::PREVAILING); }),
               EventError::kBadField, "two prevailing");
}

TEST(ActRules, ADocumentOrAnExternalIdStandsOnceInAList) {
  const auto with_documents = [](std::uint8_t other) {
    return parse_with([&](auto act) {
      auto documents = act.initDocuments(2);
      for (auto document : documents) {
        const Bytes digest(32, 1);
        document.setDigest(capnp::Data::Reader(digest.data(), digest.size()));
        document.setMediaType("text/plain");
      }
      Bytes digest(32, 1);
      digest[31] = other;
      documents[1].setDigest(capnp::Data::Reader(digest.data(), digest.size()));
    });
  };
  EXPECT_TRUE(with_documents(2));
  expect_error(with_documents(1), EventError::kBadField, "documents: names document 0101");
  const auto with_ids = [](const char* scheme, const char* value) {
    return parse_with([&](auto act) {
      auto ids = act.initExternalIds(2);
      ids[0].setScheme("a"), ids[0].setValue("b"), ids[1].setScheme(scheme), ids[1].setValue(value);
    });
  };
  EXPECT_TRUE(with_ids("a", "c"));
  EXPECT_TRUE(with_ids("b", "b"));
  expect_error(with_ids("a", "b"), EventError::kBadField, "externalIds: names a b twice");
}

TEST(ActRules, MomentsDatesInstantsAndCountsHaveOneSpelling) {
  const auto recorded = [](std::int64_t utc, std::int16_t offset, schema::Precision precision) {
    return parse_with([=](auto act) {
      auto moment = act.initRecordedAt();
      moment.setUtc(utc), moment.setOffsetMinutes(offset), moment.setPrecision(precision);
    });
  };
  EXPECT_TRUE(recorded(-3'600'000, 60, schema::Precision::DAY));
  expect_error(recorded(0, 60, schema::Precision::DAY), EventError::kBadField, "recordedAt");
  expect_error(recorded(1, 0, schema::Precision::MINUTE), EventError::kBadField, "recordedAt");
  expect_error(recorded(0, 841, schema::Precision::MILLISECOND), EventError::kBadField, "recordedAt");
  expect_error(recorded(kLastInstant + 1, 0, schema::Precision::MILLISECOND), EventError::kBadField, "recordedAt");
  expect_error(recorded(kLastInstant, 1, schema::Precision::MILLISECOND), EventError::kBadField, "recordedAt");
  expect_error(parse_with([](auto act) { act.getRecordedAt().setZone("not/a zone]"); }), EventError::kBadField,
               "recordedAt.zone");
  const auto ended = [](std::uint32_t day) {
    return parse_with([=](auto act) {
      auto e = act.initDecisionEnded();
      e.setDecision("d"), e.setFrom(day);
    });
  };
  EXPECT_TRUE(ended(kLastDay));
  expect_error(ended(kLastDay + 1), EventError::kBadField, "decisionEnded.from");
  expect_error(parse_with([](auto act) {
                 auto prev = act.getSubjects()[0].initPrev();
                 prev.setId(data_of(sample_ledger())), prev.setRecordedAt(kLastInstant + 1);
               }),
               EventError::kBadField, "subjects[0].prev.recordedAt");
  expect_error(parse_with([](auto act) {
                 auto vote = act.initVoteRecorded();
                 vote.setItem("i");
                 auto tally = vote.initTally();
                 tally.initFor(), tally.initAgainst(), tally.initAbstain(), tally.initBlank(), tally.initSpoilt();
                 tally.initNotTakingPart(), tally.initPresent(), tally.initInExercise();
                 tally.getBlank().setUnknown(true), tally.getBlank().setValue(3);
               }),
               EventError::kBadField, "voteRecorded.tally.blank");
}

}  // namespace
}  // namespace jumelage::event
