// A draft goes round: written on one desk, signed on others, recorded on the first.
#include <fstream>
#include <sstream>

#include "club_test.h"

namespace jumelage::e2e {
namespace {

using testing::Not;

class DraftTest : public ClubTest {
 protected:
  std::string text_of(const std::string& name) const {
    std::ostringstream out;
    out << std::ifstream(desk_.path() / name).rdbuf();
    return out.str();
  }
  // The opening of a session, which chair and secretary sign.
  void draft_opening(const std::string& file) const {
    EXPECT_EQ(secretary({"proposal", "table", "charter", "--title", "fr=Charte"}).exit_code, 0);
    EXPECT_EQ(secretary({"session", "convene", "--scheduled", "2026-01-10T10:00+01:00", "--agenda", "charter",
                         "--urgent", "the first session"})
                  .exit_code,
              0);
    const Outcome drafted = run({"session", "open", "cci-1", "--all-present", "--draft", file, "--signer", "cci-chair",
                                 "--signer", "cci-secretary"});
    EXPECT_EQ(drafted.exit_code, 0) << drafted.err;
  }
};

TEST_F(DraftTest, IsSignedApartAndRecordedOnceComplete) {
  draft_opening("open.draft");
  const std::uint64_t before = log_size();
  const Outcome shown = run({"sign", "open.draft"});
  EXPECT_EQ(shown.exit_code, 0) << shown.err;
  EXPECT_THAT(shown.out, HasSubstr("cci-1 opened by es-semara-1"));
  EXPECT_THAT(shown.out, HasSubstr("nothing against it"));
  EXPECT_THAT(shown.out, HasSubstr("still to sign  cci-chair"));

  EXPECT_EQ(desk_.sign({"sign", "open.draft"}, {"es-semara"}).exit_code, 0);
  const Outcome early = run({"record", "open.draft", "--json"});
  EXPECT_EQ(early.exit_code, 1);
  EXPECT_STREQ(parsed(early.err)["error"]["code"].GetString(), "tool.not_signed");
  EXPECT_THAT(early.err, HasSubstr("cci-secretary"));
  EXPECT_EQ(log_size(), before);

  EXPECT_EQ(desk_.sign({"sign", "open.draft"}, {"secretary"}).exit_code, 0);
  EXPECT_EQ(run({"record", "open.draft"}).exit_code, 0);
  EXPECT_EQ(log_size(), before + 1);
  const Outcome again = run({"record", "open.draft", "--json"});
  EXPECT_STREQ(parsed(again.err)["error"]["code"].GetString(), "refused.duplicate");
}

TEST_F(DraftTest, AndJsonMayBeginWithTheMarkOfAnEditor) {
  draft_opening("open.draft");
  desk_.write("marked.draft", "\xef\xbb\xbf" + text_of("open.draft"));
  EXPECT_EQ(run({"sign", "marked.draft"}).exit_code, 0);
  EXPECT_THAT(run({"record", "marked.draft", "--json"}).err, HasSubstr("tool.not_signed"))
      << "it is seen to be a draft";
  desk_.write("act.json", R"(ï»¿{"basis": "live", "personRegistered": {"id": "p-9"}})");
  const Outcome printed = run({"proposal", "table", "bridge", "--title", "fr=Pont", "--print-act"});
  desk_.write("act.json", "\xef\xbb\xbf" + printed.out);
  const Outcome recorded = desk_.sign({"record", "act.json"}, {"secretary"});
  EXPECT_EQ(recorded.exit_code, 0) << recorded.err;
}

TEST_F(DraftTest, CopiesSignedAtTheSameTimeAreJoinedWhenRecorded) {
  draft_opening("open.draft");
  EXPECT_EQ(desk_.sign({"sign", "open.draft", "-o", "chair.draft"}, {"es-semara"}).exit_code, 0);
  EXPECT_EQ(desk_.sign({"sign", "open.draft", "-o", "secretary.draft"}, {"secretary"}).exit_code, 0);
  const Outcome recorded = run({"record", "chair.draft", "--join", "secretary.draft"});
  EXPECT_EQ(recorded.exit_code, 0) << recorded.err;
}

TEST_F(DraftTest, TheLastToSignMayRecordAtOnce) {
  draft_opening("open.draft");
  EXPECT_EQ(desk_.sign({"sign", "open.draft"}, {"es-semara"}).exit_code, 0);
  EXPECT_EQ(desk_.sign({"record", "open.draft"}, {"secretary"}).exit_code, 0);
}

TEST_F(DraftTest, IsShownAndSignedWithoutTheLedgerAndSaysSo) {
  draft_opening("open.draft");
  const Outcome signed_there = desk_.sign({"sign", "open.draft", "--ledger", "nowhere"}, {"es-semara"});
  EXPECT_EQ(signed_there.exit_code, 0) << signed_there.err;
  EXPECT_THAT(signed_there.out, HasSubstr("not asked"));
  EXPECT_THAT(signed_there.out, HasSubstr("signed by      cci-chair"));
}

TEST_F(DraftTest, IsNotSignedAnyMoreOnceItsSubjectWentOnWithoutIt) {
  draft_opening("open.draft");
  council({"session", "open", "cci-1", "--all-present"});
  const Outcome late = desk_.sign({"sign", "open.draft", "--json"}, {"es-semara"});
  EXPECT_EQ(late.exit_code, 1);
  EXPECT_THAT(late.err, HasSubstr("\"refused."));
  EXPECT_THAT(text_of("open.draft"), Not(HasSubstr("signature")));
}

TEST_F(DraftTest, OfAnotherLedgerIsRefusedHere) {
  draft_opening("open.draft");
  const Desk other(prepared());
  EXPECT_EQ(other.sign({"found", "club.json"}, founders()).exit_code, 0);
  other.write("open.draft", text_of("open.draft"));
  const Outcome refused = other.sign({"sign", "open.draft", "--json"}, {"es-semara"});
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_STREQ(parsed(refused.err)["error"]["code"].GetString(), "refused.foreign_ledger");
}

TEST_F(DraftTest, AKeyThatIsNotToSignIsToldWhoIs) {
  draft_opening("open.draft");
  const Outcome outcome = desk_.sign({"sign", "open.draft"}, {"expert"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("cci-chair"));
}

TEST_F(DraftTest, CarriesItsDocuments) {
  desk_.write("charter.txt", "Charte\n");
  EXPECT_EQ(run({"proposal", "table", "charter", "--title", "fr=Charte", "--text", "charter.txt", "--draft", "p.draft",
                 "--signer", "cci-secretary"})
                .exit_code,
            0);
  std::filesystem::remove(desk_.path() / "charter.txt");
  EXPECT_EQ(secretary({"record", "p.draft"}).exit_code, 0);
  const std::string digest = "211df94ce83186aa37b9c7ac6ec765a8bfcf1356e561bc2b5171087009923b63";  // by sha256sum
  EXPECT_TRUE(std::filesystem::exists(desk_.ledger() / "documents" / digest.substr(0, 2) / digest));
}

TEST_F(DraftTest, IsNeverWrittenOverAnotherFile) {
  desk_.write("p.draft", "something of mine");
  const Outcome outcome =
      run({"proposal", "table", "charter", "--title", "fr=Charte", "--draft", "p.draft", "--signer", "cci-secretary"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(text_of("p.draft"), "something of mine");
}

TEST_F(DraftTest, ThatNobodyCouldCompleteIsRefusedAtOnce) {
  open_session();
  const Outcome outcome = run({"session", "close", "cci-1", "--draft", "c.draft", "--signer", "cci-secretary"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("the chair"));
  EXPECT_FALSE(std::filesystem::exists(desk_.path() / "c.draft"));
}

TEST_F(DraftTest, ADamagedFileIsNamedAndSaysWhatToDo) {
  draft_opening("open.draft");
  desk_.write("open.draft", text_of("open.draft").substr(0, 300));
  const Outcome outcome = run({"sign", "open.draft"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("open.draft: line "));
}

TEST_F(DraftTest, WhatIsAttestedIsMarkedAsSuchWhereverItIsShown) {
  open_session();
  desk_.write("letter.txt", "I cannot come. Es-Semara votes for me.\n");
  const Outcome attested =
      secretary({"proposal", "table", "exchange", "--title", "fr=Échange", "--basis", "attested", "--on-behalf-of",
                 "timbuktu-1", "--grounds", "letter of 3 March, received by post", "--evidence", "letter.txt"});
  EXPECT_EQ(attested.exit_code, 0) << attested.err;
  const std::string expected =
      "attested by cci-secretary for timbuktu-1: letter of 3 March, received by post (1 document)";
  EXPECT_THAT(attested.out, HasSubstr(expected));
  EXPECT_THAT(run({"log"}).out, HasSubstr("attested"));
  const std::string place = "#" + std::to_string(log_size() - 1);
  EXPECT_THAT(run({"show", place}).out, HasSubstr(expected));
  EXPECT_EQ(parsed(run({"show", place, "--json"}).out)["basis"].GetString(), expected);
}

TEST_F(DraftTest, AnAttestationWithoutGroundsIsAskedForThem) {
  const Outcome outcome = secretary({"proposal", "table", "exchange", "--title", "fr=Échange", "--basis", "attested"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("--on-behalf-of MANDATE --attested"));
}

// Founders in different places: the first desk has the private part of one key alone.
class FoundingDraftTest : public ClubTest {
 protected:
  void SetUp() override {
    for (const auto& key : std::filesystem::directory_iterator(drafter_.path() / "keys")) {
      const std::string name = key.path().stem();
      if (name != "es-semara" && key.path().extension() == ".pem") std::filesystem::remove(key.path());
    }
  }
  Outcome draft() const {
    return drafter_.sign(
        {"found", "club.json", "--draft", "club.draft", "--signer", "timbuktu", "--signer", "vijayawada"},
        {"es-semara"});
  }
  Desk drafter_{prepared()};
  Desk others_{prepared()};
};

TEST_F(FoundingDraftTest, IsSignedWhereTheKeysAreAndFoundsTheClubOnceComplete) {
  const Outcome drafted = draft();
  ASSERT_EQ(drafted.exit_code, 0) << drafted.err;
  EXPECT_THAT(drafted.out, HasSubstr("still to sign"));
  EXPECT_FALSE(std::filesystem::exists(drafter_.ledger()));
  std::filesystem::copy(drafter_.path() / "club.draft", others_.path() / "club.draft");

  const Outcome shown = others_.run({"sign", "club.draft", "--json"});
  ASSERT_EQ(shown.exit_code, 0) << shown.err;
  const auto state = parsed(shown.out);
  EXPECT_TRUE(state["rulesAsked"].GetBool()) << "a founding is judged without a ledger";
  EXPECT_EQ(state["signed"].Size(), 1U);
  const Outcome early = others_.run({"record", "club.draft"});
  EXPECT_EQ(early.exit_code, 1);
  EXPECT_THAT(early.err, HasSubstr("still to be signed by"));
  EXPECT_FALSE(std::filesystem::exists(others_.ledger()));

  for (const char* key :
       {"timbuktu", "vijayawada", "secretary", "expert", "es-semara-admin", "timbuktu-admin", "vijayawada-admin",
        "es-semara-witness", "timbuktu-witness", "vijayawada-witness", "es-semara-log"}) {
    const Outcome outcome = others_.sign({"sign", "club.draft"}, {key});
    EXPECT_EQ(outcome.exit_code, 0) << key << outcome.err;
  }
  const Outcome found = others_.run({"record", "club.draft"});
  EXPECT_EQ(found.exit_code, 0) << found.err;
  EXPECT_THAT(found.out, HasSubstr("Founded."));
  EXPECT_THAT(found.out, HasSubstr(state["ledger"].GetString()));
  EXPECT_EQ(others_.run({"show", "#0"}).exit_code, 0);
  EXPECT_NE(others_.run({"record", "club.draft"}).exit_code, 0) << "it is founded already";
}

TEST_F(FoundingDraftTest, IsJudgedByItselfWhereAnotherLedgerIsAtHand) {
  ASSERT_EQ(draft().exit_code, 0);
  std::filesystem::copy(drafter_.path() / "club.draft", desk_.path() / "club.draft");
  const Outcome shown = desk_.sign({"sign", "club.draft"}, {"timbuktu"});
  EXPECT_EQ(shown.exit_code, 0) << shown.out << shown.err;
  EXPECT_THAT(shown.out, HasSubstr("nothing against it"));
}

TEST_F(FoundingDraftTest, NamesWhoSignsElsewhereOnlyTogetherWithADraft) {
  const Outcome outcome = drafter_.sign({"found", "club.json", "--signer", "timbuktu"}, {"es-semara"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("--draft FILE"));
}

}  // namespace
}  // namespace jumelage::e2e
