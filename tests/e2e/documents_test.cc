// Documents on their way in, and out: nothing of a person stays that nobody can find and erase.
#include "club_test.h"

namespace jumelage::e2e {
namespace {

namespace fs = std::filesystem;

class DocumentsTest : public ClubTest {
 protected:
  fs::path file_of(const std::string& digest) const {
    return desk_.ledger() / "documents" / digest.substr(0, 2) / digest;
  }
  // Registers a person, and returns the digest of the document.
  std::string somebody() const {
    const std::string document = run({"document", "personal", "--text", "somebody"}).out;
    desk_.write("person.json", R"({"basis": "live", "personRegistered": {"id": "p-9", "document": )" + document + "}}");
    EXPECT_EQ(secretary({"record", "person.json"}).exit_code, 0);
    return parsed(document)["digest"].GetString();
  }
  Outcome erase(const std::string& digest, const std::vector<std::string>& more = {}) const {
    desk_.write("erasure.json", R"({"basis": "live", "personalDataErased": {"documents": [")" + digest +
                                    R"("], "legalBasis": "right to erasure"}})");
    std::vector<std::string> words = {"record", "erasure.json"};
    words.insert(words.end(), more.begin(), more.end());
    return desk_.sign(words, {"expert", "secretary"});
  }
};

TEST_F(DocumentsTest, AreNotKeptWhereThereIsNoLedger) {
  desk_.write("minutes.txt", "minutes");
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"document", "add", "minutes.txt"}, {"document", "personal", "--text", "somebody"}}) {
    auto elsewhere = words;
    elsewhere.insert(elsewhere.end(), {"--ledger", "nowhere"});
    EXPECT_EQ(run(elsewhere).exit_code, 3) << words[1];
    EXPECT_FALSE(fs::exists(desk_.path() / "nowhere"));
  }
}

TEST_F(DocumentsTest, OfAPersonAreNeverAddedWithoutSaltOrUnderAName) {
  desk_.write("Jane Doe.txt", "Jane Doe, jane@example.org");
  const Outcome unsalted = run({"document", "add", "Jane Doe.txt", "--role", "personal", "--json"});
  EXPECT_EQ(unsalted.exit_code, 1);
  EXPECT_STREQ(parsed(unsalted.err)["error"]["code"].GetString(), "tool.bad_document");
  desk_.write("person.json", R"({"basis": "live", "personRegistered": {"id": "p-9", "document":
    "@file:Jane Doe.txt;role=personal;erasable=true"}})");
  EXPECT_EQ(secretary({"record", "person.json"}).exit_code, 1);
  EXPECT_EQ(log_size(), 1U);

  const std::string salted = parsed(run({"document", "personal", "--text", "Jane Doe"}).out)["digest"].GetString();
  fs::copy_file(file_of(salted), desk_.path() / "Jane Doe.bin");
  EXPECT_EQ(run({"document", "add", "Jane Doe.bin", "--role", "personal", "--title", "Jane Doe"}).exit_code, 2);
  const auto reference = parsed(run({"document", "add", "Jane Doe.bin", "--role", "personal"}).out);
  EXPECT_FALSE(reference.HasMember("title"));
  EXPECT_STREQ(reference["visibility"].GetString(), "members");
  EXPECT_TRUE(reference["erasable"].GetBool());
}

TEST_F(DocumentsTest, ThatNobodyBroughtAreMissedBeforeAnythingIsSignedAndNothingOfTheListIsRecorded) {
  desk_.write("list.json", R"([
    {"basis": "live", "personRegistered": {"id": "p-9", "document": "@personal:somebody"}},
    {"basis": "live", "documentAdded": {"to": "cci", "document": {"digest":
      "0000000000000000000000000000000000000000000000000000000000000001", "size": 7, "mediaType": "text/plain",
      "role": "annex", "standing": "authentic", "visibility": "public", "erasable": false}}}
  ])");
  const auto before = contents(desk_.ledger() / "documents");
  for (const bool packet : {false, true}) {
    std::vector<std::string> words = {"record", "list.json", "--json"};
    if (packet) words.emplace_back("--packet");
    const Outcome outcome = secretary(words);
    EXPECT_EQ(outcome.exit_code, 1);
    EXPECT_STREQ(parsed(outcome.err)["error"]["code"].GetString(), "ledger.document_missing") << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("act 2"));
    EXPECT_EQ(log_size(), 1U);
    EXPECT_EQ(contents(desk_.ledger() / "documents"), before);
  }
}

TEST_F(DocumentsTest, ThatAreErasedAreSaidToBeGoneAndAreNotTakenAgain) {
  const std::string digest = somebody();
  fs::copy_file(file_of(digest), desk_.path() / "copy.bin");
  const Outcome erased = erase(digest);
  EXPECT_EQ(erased.exit_code, 0) << erased.err;
  EXPECT_THAT(erased.out, HasSubstr("destroyed  " + digest));
  EXPECT_THAT(erased.out, HasSubstr("Backups"));
  EXPECT_FALSE(fs::exists(file_of(digest)));

  const Outcome again = run({"document", "add", "copy.bin", "--role", "personal", "--json"});
  EXPECT_EQ(again.exit_code, 1);
  EXPECT_STREQ(parsed(again.err)["error"]["code"].GetString(), "ledger.document_erased");
  EXPECT_FALSE(fs::exists(file_of(digest)));
}

TEST_F(DocumentsTest, ThatCannotBeDestroyedYetAreSaidSoWithAnExitCodeOfItsOwn) {
  const std::string digest = somebody();
  fs::create_directory(file_of(digest).concat(".obstacle"));  // a name of this document's that is no file
  const Outcome erased = erase(digest, {"--json"});
  EXPECT_EQ(erased.exit_code, 5);
  const auto told = parsed(erased.out);
  ASSERT_TRUE(told["recorded"][0].HasMember("notYetDestroyed")) << erased.out;
  EXPECT_EQ(told["recorded"][0]["notYetDestroyed"][0].GetString(), digest);
  EXPECT_EQ(log_size(), 3U) << "the act is recorded all the same";
}

TEST_F(DocumentsTest, AreGivenOutAgainAPersonalOneAsTheTextThatItWasMadeFrom) {
  desk_.write("minutes.bin", std::string("\0\xff minutes", 10));
  const std::string minutes = parsed(run({"document", "add", "minutes.bin"}).out)["digest"].GetString();
  EXPECT_EQ(run({"document", "show", minutes}).out, std::string("\0\xff minutes", 10));
  EXPECT_EQ(run({"document", "show", minutes, "-o", "copy.bin"}).exit_code, 0);
  EXPECT_EQ(fs::file_size(desk_.path() / "copy.bin"), 10U);
  EXPECT_EQ(run({"document", "show", minutes, "-o", "copy.bin"}).exit_code, 1) << "a file that exists is kept";

  const std::string person = parsed(run({"document", "personal", "--text", "somebody"}).out)["digest"].GetString();
  EXPECT_EQ(run({"document", "show", person}).out, "somebody");
  EXPECT_EQ(run({"document", "show", std::string(64, '0')}).exit_code, 3);
  EXPECT_EQ(run({"document", "show", "minutes"}).exit_code, 2);
}

TEST_F(DocumentsTest, AreToldApartAsKeptErasedMissingOrDamaged) {
  const std::string digest = somebody();
  const auto state = [&](int exit_code) {
    const Outcome shown = run({"document", "show", digest, "--json"});
    EXPECT_EQ(shown.exit_code, exit_code) << shown.err;
    return std::string(parsed(shown.out)["state"].GetString());
  };
  EXPECT_EQ(state(0), "kept");
  fs::copy_file(file_of(digest), desk_.path() / "copy.bin");
  fs::remove(file_of(digest));
  EXPECT_EQ(state(4), "missing");
  const Outcome lost = run({"document", "show", digest});
  EXPECT_EQ(lost.exit_code, 4);
  EXPECT_THAT(lost.err, HasSubstr("the act at #1 names it and nothing erased it"));
  EXPECT_THAT(lost.err, HasSubstr("jumelage document add FILE"));
  const fs::path folder = file_of(digest).parent_path();
  fs::create_directories(folder);
  desk_.write(fs::relative(file_of(digest), desk_.path()).string(), "something else");
  EXPECT_EQ(state(4), "damaged");
  EXPECT_EQ(run({"document", "show", digest}).exit_code, 4);
  EXPECT_EQ(run({"document", "add", "copy.bin", "--role", "personal"}).exit_code, 0);
  EXPECT_EQ(state(0), "kept");
  EXPECT_EQ(erase(digest).exit_code, 0);
  EXPECT_EQ(state(3), "erased");
  EXPECT_EQ(parsed(run({"document", "show", digest, "--json"}).out)["erasedBy"].GetUint64(), 2U);
  const Outcome erased = run({"document", "show", digest});
  EXPECT_EQ(erased.exit_code, 3);
  EXPECT_THAT(erased.err, HasSubstr("erased by the act at #2"));
}

TEST_F(DocumentsTest, AreCountedByARebuildAndWhatIsMissingOrDamagedIsNamed) {
  const std::string lost = somebody();
  const auto counts = [&](int exit_code) {
    const Outcome rebuilt = run({"rebuild", "--json"});
    EXPECT_EQ(rebuilt.exit_code, exit_code) << rebuilt.err;
    auto json = parsed(rebuilt.out);
    EXPECT_TRUE(json["identical"].GetBool());
    return json;
  };
  EXPECT_EQ(counts(0)["documents"]["kept"].GetUint64(), 6U) << "five founding persons and one more";
  fs::remove(file_of(lost));
  const auto missing = counts(4);
  EXPECT_EQ(missing["documents"]["missing"].GetUint64(), 1U);
  EXPECT_EQ(missing["documents"]["wrong"][0]["digest"].GetString(), lost);
  EXPECT_THAT(run({"rebuild"}).out, HasSubstr("missing  " + lost + ", named by #1"));
  desk_.write(fs::relative(file_of(lost), desk_.path()).string(), "something else");
  EXPECT_EQ(counts(4)["documents"]["damaged"].GetUint64(), 1U);
  EXPECT_EQ(erase(lost).exit_code, 0);
  const auto erased = counts(0);
  EXPECT_EQ(erased["documents"]["erased"].GetUint64(), 1U);
  EXPECT_EQ(erased["documents"]["kept"].GetUint64(), 5U);
}

TEST_F(DocumentsTest, KeepTheNamesOfTheirFilesAsTheyAre) {
  const std::string name = "pro\u2060ces\u202everbal.txt";
  desk_.write(name, "minutes");
  const auto reference = parsed(run({"document", "add", name}).out);
  EXPECT_EQ(reference["title"].GetString(), name);
}

TEST_F(DocumentsTest, OutputThatCannotBeWrittenIsNoSuccess) {
  const Outcome log = desk_.run_in({.output = "/dev/full"}, {"log"});
  EXPECT_EQ(log.exit_code, 5);
  EXPECT_THAT(log.err, HasSubstr("could not be written"));
  EXPECT_EQ(desk_.run_in({.output = "/dev/full"}, {"found", "--example"}).exit_code, 5);
  const auto words = Desk::signed_words({"proposal", "table", "charter", "--title", "fr=Charte"}, {"secretary"});
  const Outcome recorded = desk_.run_in({.output = "/dev/full"}, words);
  EXPECT_EQ(recorded.exit_code, 0) << "it is recorded";
  EXPECT_THAT(recorded.err, HasSubstr("is done"));
  EXPECT_EQ(log_size(), 2U);
}

}  // namespace
}  // namespace jumelage::e2e
