// Keys come, go, and come back from paper.
#include "club_test.h"

namespace jumelage::e2e {
namespace {

TEST_F(ClubTest, ASpareKeyIsEnrolledPrintedAndComesBackFromPaper) {
  EXPECT_EQ(run({"key", "new", "secretary-spare", "--passphrase-file", "passphrase"}).exit_code, 0);
  const Outcome enrolled = desk_.sign(
      {"key", "enrol", "secretary-spare", "--holder", "secretary-1", "--purpose", "spare", "--custody", "printed"},
      {"es-semara-admin", "timbuktu-admin", "secretary-spare"});
  EXPECT_EQ(enrolled.exit_code, 0) << enrolled.err;
  const Outcome page = run({"key", "print", "secretary-spare"});
  EXPECT_EQ(page.exit_code, 0) << page.err;
  desk_.write("page.txt", page.out);
  for (const char* ending : {"pem", "pub"})
    std::filesystem::remove(desk_.path() / "keys" / (std::string("secretary-spare.") + ending));

  desk_.write("wrong", "another passphrase\n", 0600);
  EXPECT_EQ(run({"key", "restore", "secretary-spare", "page.txt", "--passphrase-file", "wrong"}).exit_code, 1);
  EXPECT_EQ(run({"key", "restore", "secretary-spare", "page.txt", "--passphrase-file", "passphrase"}).exit_code, 0);
  EXPECT_EQ(desk_.sign({"proposal", "table", "charter", "--title", "fr=Charte"}, {"secretary-spare"}).exit_code, 0);
  EXPECT_EQ(run({"key", "restore", "secretary-spare", "page.txt", "--passphrase-file", "passphrase"}).exit_code, 1);
}

TEST_F(ClubTest, AnEmptyFileAmongTheKeysIsToldAndStopsNothingElse) {
  desk_.write("keys/junk.pub", "", 0644);
  for (const auto& words : std::vector<std::vector<std::string>>{{"key", "list"}, {"key", "show", "junk"}})
    EXPECT_LT(run(words).exit_code, 10) << words.back();
  EXPECT_THAT(run({"key", "show", "junk"}).err, HasSubstr("empty"));
}

TEST_F(ClubTest, WhatIsNoKeyIsNotPrintedOnPaper) {
  EXPECT_EQ(run({"key", "print", "secretary"}).exit_code, 0);
  const std::string whole = run({"key", "print", "secretary"}).out;
  for (const char* text : {"", "hello world\n", "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIGbMFcGCSqGSIb3"}) {
    desk_.write("keys/secretary.pem", text, 0600);
    const Outcome page = run({"key", "print", "secretary"});
    EXPECT_NE(page.exit_code, 0) << text;
    EXPECT_TRUE(page.out.empty()) << page.out;
  }
}

TEST_F(ClubTest, TheWholeIdOfTheLedgerCanBeReadAgain) {
  const auto log = parsed(run({"log", "--json"}).out);
  EXPECT_THAT(run({"show", "ledger"}).out, HasSubstr(log["ledger"].GetString()));
}

TEST_F(ClubTest, ARevokedKeySignsNoMore) {
  const Outcome revoked =
      secretary({"key", "revoke", "secretary", "--reason", "compromised", "--compromised-since", "#0"});
  EXPECT_EQ(revoked.exit_code, 0) << revoked.err;
  const Outcome after = secretary({"proposal", "table", "charter", "--title", "fr=Charte", "--json"});
  EXPECT_EQ(after.exit_code, 1);
  EXPECT_STREQ(parsed(after.err)["error"]["code"].GetString(), "refused.key_not_valid_here");
  const auto act = parsed(run({"show", "#1", "--json"}).out);
  EXPECT_STREQ(act["act"]["keyRevoked"]["reason"].GetString(), "compromised");
  EXPECT_TRUE(act["act"]["keyRevoked"].HasMember("compromisedSince"));
}

TEST_F(ClubTest, WhatACompromisedKeySignedIsDisputedWhereverItIsListed) {
  EXPECT_EQ(secretary({"proposal", "table", "before", "--title", "fr=Avant"}).exit_code, 0);
  EXPECT_EQ(secretary({"proposal", "table", "between", "--title", "fr=Entre"}).exit_code, 0);
  EXPECT_EQ(desk_
                .sign({"key", "revoke", "secretary", "--reason", "compromised", "--compromised-since", "#2"},
                      {"es-semara-admin", "timbuktu-admin"})
                .exit_code,
            0);
  EXPECT_THAT(run({"show", "#2"}).out, HasSubstr("a key that signed it was compromised by then: #3"));
  EXPECT_FALSE(parsed(run({"show", "#1", "--json"}).out).HasMember("disputedBy"));
  EXPECT_EQ(parsed(run({"show", "#2", "--json"}).out)["disputedBy"][0].GetUint64(), 3U);
  EXPECT_THAT(run({"log"}).out, HasSubstr("disputed by #3"));
  EXPECT_THAT(run({"history", "between"}).out, HasSubstr("disputed by #3"));
  EXPECT_EQ(run({"history", "before"}).out.find("disputed"), std::string::npos);
  EXPECT_EQ(run({"history", "between", "--at", "3"}).out.find("disputed"), std::string::npos) << "nobody knew then";
}

TEST_F(ClubTest, SinceWhenAKeyIsCompromisedGoesWithThatReasonOnly) {
  EXPECT_EQ(secretary({"key", "revoke", "secretary", "--reason", "lost", "--compromised-since", "#0"}).exit_code, 2);
  EXPECT_EQ(log_size(), 1U);
}

TEST_F(ClubTest, AKeyForSomebodyUnknownIsNotEnrolled) {
  EXPECT_EQ(desk_.sign({"key", "enrol", "stranger", "--holder", "nobody-1"}, {"es-semara-admin", "stranger"}).exit_code,
            3);
}

}  // namespace
}  // namespace jumelage::e2e
