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
