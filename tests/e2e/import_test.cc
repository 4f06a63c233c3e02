// Bringing in somebody else's register, and what is said when a part of it cannot come in.
#include "club_test.h"

namespace jumelage::e2e {
namespace {

using testing::AllOf;
using testing::Not;

class ImportTest : public ClubTest {
 protected:
  void SetUp() override {
    council({"body", "establish", "sem", "--kind", "imported", "--name", "fr=Saint-Exemple", "--series", "SEM"});
  }
  void write_rows(const std::string& rows) const {
    desk_.write("rows.csv",
                "COLL_NOM,COLL_SIRET,DELIB_ID,DELIB_DATE,DELIB_MATIERE_CODE,DELIB_MATIERE_NOM,DELIB_OBJET," +
                    std::string("VOTE_EFFECTIF,VOTE_REEL,VOTE_POUR,VOTE_CONTRE,VOTE_ABSTENTION\n") + rows);
  }
  static std::string row(const std::string& id, const std::string& date = "2024-03-04") {
    return "Saint-Exemple,21420218900016," + id + "," + date + ",7.5,Subventions,Subvention,59,55,55,0,0\n";
  }
  Outcome import(std::vector<std::string> more = {}) const {
    std::vector<std::string> words = {"import", "scdl", "rows.csv", "--body", "sem"};
    words.insert(words.end(), more.begin(), more.end());
    return secretary(words);
  }
};

TEST_F(ImportTest, TheFirstRefusedRowEndsItAndOnlyWhatWasRecordedIsCounted) {
  council({"body", "establish", "sem-3", "--kind", "imported", "--name", "fr=Autre", "--series", "A"});
  write_rows(row("1") + row("2") + row("3") + row("4"));
  const std::uint64_t before = log_size();
  const Outcome stopped = import();
  EXPECT_NE(stopped.exit_code, 0);
  EXPECT_THAT(stopped.out,
              AllOf(HasSubstr("Stopped. Recorded 2 deliberations as 6 acts"), HasSubstr("2 not recorded")));
  EXPECT_THAT(stopped.err, AllOf(HasSubstr("line 4"), HasSubstr("DELIB_ID 3")));
  EXPECT_EQ(log_size(), before + 6);
  EXPECT_NE(run({"show", "sem-4"}).exit_code, 0);
  EXPECT_NE(run({"show", "sem-3-p"}).exit_code, 0);
  const auto again = parsed(import({"--json"}).out);
  EXPECT_EQ(again["deliberations"].GetUint64(), 0U);
  EXPECT_EQ(again["acts"].GetUint64(), 0U);
  EXPECT_EQ(again["known"].GetUint64(), 2U);
  EXPECT_EQ(again["notRecorded"].GetUint64(), 2U);
}

TEST_F(ImportTest, ATryFindsDatesToComeAndABodyThatCannotReceiveThem) {
  write_rows(row("1") + row("2", "2999-01-01"));
  const Outcome future = run({"import", "scdl", "rows.csv", "--body", "sem", "--dry-run"});
  EXPECT_EQ(future.exit_code, 4);
  EXPECT_THAT(future.out, HasSubstr("scdl.future_date"));
  EXPECT_THAT(import().err, HasSubstr("--accept scdl.future_date"));
  write_rows(row("1"));
  EXPECT_EQ(run({"import", "scdl", "rows.csv", "--body", "sem", "--dry-run"}).exit_code, 0);
  EXPECT_THAT(run({"import", "scdl", "rows.csv", "--body", "nowhere", "--dry-run"}).err, HasSubstr("no body"));
  EXPECT_THAT(run({"import", "scdl", "rows.csv", "--body", "cci", "--dry-run"}).err, HasSubstr("not of kind imported"));
}

TEST_F(ImportTest, ATryFindsThatTheBodyIsDissolved) {
  open_session();
  council({"decision", "vote", "charter", "--for", "es-semara-1,timbuktu-1,vijayawada-1,expert-1", "--announced",
           "adopted"});
  council({"decision", "record", "charter", "charter-adopted"});
  council({"body", "change", "sem", "--dissolve", "--decision", "charter-adopted"});
  write_rows(row("1"));
  EXPECT_THAT(run({"import", "scdl", "rows.csv", "--body", "sem", "--dry-run"}).err, HasSubstr("is dissolved"));
}

TEST_F(ImportTest, OfAFileWithoutAUsableRowNothingIsThereToAccept) {
  desk_.write("rows.csv", "");
  for (const Outcome& outcome : {import(), import({"--accept", "csv.empty"})}) {
    EXPECT_NE(outcome.exit_code, 0);
    EXPECT_THAT(outcome.err, AllOf(HasSubstr("nothing was recorded"), Not(HasSubstr("--accept"))));
  }
}

TEST_F(ImportTest, WhereAllIsThereAlreadyItSaysThatThereIsNothingToRecord) {
  write_rows(row("1"));
  EXPECT_THAT(import().out, HasSubstr("Good. Recorded 1 deliberation as 3 acts"));
  const Outcome again = desk_.sign({"import", "scdl", "rows.csv", "--body", "sem"}, {"stranger"});
  EXPECT_EQ(again.exit_code, 0) << again.err;
  EXPECT_THAT(again.out,
              AllOf(HasSubstr("Nothing to record in the body sem: 1 already there"), Not(HasSubstr("Good"))));
}

TEST_F(ImportTest, OfAnImportedDecisionNeitherForceNorACureIsClaimed) {
  // More votes than people present: irregular, and nobody here can have them vote again.
  write_rows("Saint-Exemple,21420218900016,1,2024-03-04,7.5,Subventions,Subvention,59,50,55,0,0\n" + row("2"));
  EXPECT_EQ(import().exit_code, 0);
  const std::string position = std::to_string(log_size() - 4);
  EXPECT_THAT(run({"show", "#" + position}).out, HasSubstr("decision.vote_irregular"));
  for (const auto& words : std::vector<std::vector<std::string>>{{"decision", "show", "sem-1"},
                                                                 {"show", "sem-1"},
                                                                 {"show", "#" + position},
                                                                 {"irregular", "--body", "sem"}}) {
    const std::string out = run(words).out;
    EXPECT_THAT(out, AllOf(HasSubstr("another "), Not(HasSubstr("in force yet")), Not(HasSubstr("until cured"))));
    EXPECT_THAT(out, AllOf(Not(HasSubstr("ote again")), Not(HasSubstr("eplace that record"))));
  }
  EXPECT_THAT(run({"decision", "show", "sem-2"}).out, HasSubstr("of its force this record knows nothing"));
}

}  // namespace
}  // namespace jumelage::e2e
