// A ballot that was misheard is put right, and the vote is counted again.
#include "club_test.h"

namespace jumelage::e2e {
namespace {

class CorrectTest : public ClubTest {
 protected:
  void SetUp() override {
    open_session();
    council({"decision", "vote", "charter", "--for", "es-semara-1,timbuktu-1", "--against", "vijayawada-1", "--abstain",
             "expert-1", "--announced", "adopted"});
    place_ = "#" + std::to_string(log_size() - 1);
    desk_.write("minutes.txt", "Timbuktu voted against.\n");
  }
  // The place of Timbuktu's ballot in the act.
  std::string ballot() const {
    const auto act = parsed(run({"show", place_, "--json"}).out);
    const auto& ballots = act["act"]["voteRecorded"]["ballots"];
    for (unsigned i = 0; i < ballots.Size(); ++i)
      if (ballots[i]["mandate"] == "timbuktu-1") return "voteRecorded.ballots[" + std::to_string(i) + "].choice";
    return "none";
  }
  std::vector<std::string> correction(const std::string& choice) const {
    return {"correct", place_, "--set", ballot() + "=" + choice, "--why", "misheard", "--shown-by", "minutes.txt"};
  }
  std::string place_;
};

TEST_F(CorrectTest, AVoteIsCountedAgainAndItsRecordStays) {
  auto words = correction("against");
  words.insert(words.end(), {"--override-reason", "the record was wrong"});
  council(words);
  const auto session = parsed(run({"session", "show", "cci-1", "--json"}).out);
  bool counted_again = false;
  for (const auto& vote : session["items"][0]["votes"].GetArray())
    counted_again = counted_again || std::string(vote["arithmetic"].GetString()).find("for 1") != std::string::npos;
  EXPECT_TRUE(counted_again) << run({"session", "show", "cci-1", "--json"}).out;
  EXPECT_THAT(run({"show", place_}).out, HasSubstr("\"for\""));
}

TEST_F(CorrectTest, WhatWasCorrectedOnceIsCorrectedAgainFromWhatItSaysNow) {
  for (const char* choice : {"against", "abstain"}) {
    auto words = correction(choice);
    words.insert(words.end(), {"--override-reason", "the record was wrong"});
    const Outcome outcome = desk_.sign(words, {"es-semara", "secretary"});
    EXPECT_EQ(outcome.exit_code, 0) << choice << outcome.err;
  }
}

TEST_F(CorrectTest, SaysBeforeItIsSignedWhatItPutsRightAndWhatFollows) {
  council({"decision", "record", "charter", "charter-adopted"});
  auto words = correction("against");
  words.emplace_back("--dry-run");
  const Outcome shown = desk_.sign(words, {"es-semara", "secretary"});
  EXPECT_THAT(shown.out, HasSubstr(ballot() + " of timbuktu-1: for → against"));
  EXPECT_THAT(shown.out, HasSubstr("vote 1 on charter: adopted (for 2, against 1, abstain 1) → "
                                   "rejected (for 1, against 2, abstain 1)"));
  EXPECT_THAT(shown.out, HasSubstr("in force, in order → "));
  EXPECT_EQ(log_size(), 6U) << "nothing was recorded";
  words.emplace_back("--json");
  const auto json = parsed(desk_.sign(words, {"es-semara", "secretary"}).out);
  const auto& effect = json["wouldRecord"][0]["correction"];
  EXPECT_STREQ(effect["changes"][0]["was"].GetString(), "for");
  EXPECT_STREQ(effect["changes"][0]["is"].GetString(), "against");
  EXPECT_STREQ(effect["changes"][0]["whose"].GetString(), "timbuktu-1");
  EXPECT_STREQ(effect["consequences"][0]["what"].GetString(), "vote 1 on charter");
}

TEST_F(CorrectTest, TheSameIsSaidOfADraftAndBesideAPrintedAct) {
  auto words = correction("against");
  auto printed = words;
  printed.emplace_back("--print-act");
  const Outcome act = run(printed);
  EXPECT_TRUE(parsed(act.out).HasMember("recordCorrected"));
  EXPECT_THAT(act.err, HasSubstr("of timbuktu-1: for → against"));
  words.insert(words.end(), {"--draft", "fix.draft", "--signer", "cci-chair", "--signer", "cci-secretary",
                             "--override-reason", "the record was wrong"});
  EXPECT_EQ(run(words).exit_code, 0);
  EXPECT_THAT(run({"sign", "fix.draft"}).out, HasSubstr("vote 1 on charter: adopted"));
}

TEST_F(CorrectTest, ThatChangesNothingIsRefusedAndSaysWhatToDo) {
  const Outcome idle = desk_.sign(correction("for"), {"es-semara", "secretary"});
  EXPECT_EQ(idle.exit_code, 1) << idle.out;
  EXPECT_THAT(idle.err, HasSubstr("name the field that is wrong"));
  EXPECT_EQ(log_size(), 5U);
}

TEST_F(CorrectTest, WhatWasCorrectedSaysSoWhereverItIsShown) {
  council({"decision", "record", "charter", "charter-adopted"});
  EXPECT_EQ(run({"show", place_}).out.find("corrected"), std::string::npos);
  auto words = correction("abstain");
  words.insert(words.end(), {"--override-reason", "the record was wrong"});
  council(words);
  const std::string by = "#" + std::to_string(log_size() - 1);
  EXPECT_THAT(run({"show", place_}).out, HasSubstr("by " + by));
  EXPECT_EQ(parsed(run({"show", place_, "--json"}).out)["correctedBy"][0].GetUint64(), log_size() - 1);
  EXPECT_THAT(run({"log"}).out, HasSubstr("corrected by " + by));
  EXPECT_THAT(run({"history", "charter"}).out, HasSubstr("corrected by " + by));
  EXPECT_THAT(run({"decision", "show", "charter-adopted"}).out, HasSubstr(place_ + " (vote recorded) by " + by));
  const std::string session = run({"session", "show", "cci-1"}).out;
  EXPECT_THAT(session, HasSubstr("corrected by " + by + ": "));
  EXPECT_THAT(session, HasSubstr("as corrected by " + by));
}

TEST_F(CorrectTest, AVoteRecordedAnewIsReplacedAndNotCorrected) {
  council({"decision", "vote", "charter", "--replace", "--for", "es-semara-1", "--against", "vijayawada-1,timbuktu-1",
           "--abstain", "expert-1", "--announced", "rejected"});
  const std::string session = run({"session", "show", "cci-1"}).out;
  EXPECT_THAT(session, HasSubstr("replaced by #" + std::to_string(log_size() - 1)));
  EXPECT_EQ(session.find("corrected"), std::string::npos) << session;
}

TEST_F(CorrectTest, OfAnOpeningMarksTheActAndOnlyTheSeatThatWasWrong) {
  const auto act = parsed(run({"show", "#3", "--json"}).out);
  const auto& lines = act["act"]["sessionOpened"]["attendance"];
  std::string field = "none";
  for (unsigned i = 0; i < lines.Size(); ++i)
    if (lines[i]["mandate"] == "expert-1") field = "sessionOpened.attendance[" + std::to_string(i) + "].presence";
  council({"correct", "#3", "--set", field + "=remote", "--why", "she was on the line", "--shown-by", "minutes.txt"});
  const std::string by = "corrected by #" + std::to_string(log_size() - 1);
  const auto session = parsed(run({"session", "show", "cci-1", "--json"}).out);
  const auto& opening = session["attendanceOverTime"][0];
  EXPECT_EQ(opening["correctedBy"][0].GetUint64(), log_size() - 1);
  for (const auto& change : opening["changes"].GetArray())
    EXPECT_EQ(change.HasMember("corrected"), change["mandate"] == "expert-1") << change["mandate"].GetString();
  EXPECT_THAT(run({"history", "cci-1"}).out, HasSubstr(by));
}

TEST_F(CorrectTest, WithoutAnythingToPutRightItIsAMistakeOfUsage) {
  EXPECT_EQ(desk_.sign({"correct", place_, "--why", "misheard"}, {"es-semara", "secretary"}).exit_code, 2);
}

TEST_F(CorrectTest, AFieldThatIsNotThereIsNamed) {
  const Outcome outcome = desk_.sign({"correct", place_, "--set", "voteRecorded.balots[0].choice=for", "--why", "x"},
                                     {"es-semara", "secretary"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("balots"));
}

}  // namespace
}  // namespace jumelage::e2e
