// A ledger's file that a disk or a hand changed, and a disk that takes no more: what the program says, and that it ends
// by itself.
#include <sys/resource.h>

#include <fstream>
#include <sstream>

#include "club_test.h"

namespace jumelage::e2e {
namespace {

class DamageTest : public ClubTest {
 protected:
  std::filesystem::path file() const { return desk_.ledger() / "ledger.mdb"; }
  std::string read_file() const {
    std::ostringstream out;
    out << std::ifstream(file(), std::ios::binary).rdbuf();
    return out.str();
  }
  void write_file(const std::string& content) const { std::ofstream(file(), std::ios::binary) << content; }
  std::string error_of(const std::vector<std::string>& words, int exit_code) const {
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.exit_code, exit_code) << words[0] << ": " << outcome.out << outcome.err;
    return outcome.err.empty() ? "" : parsed(outcome.err)["error"]["code"].GetString();
  }
};

TEST_F(DamageTest, AFileThatWasCutOffIsDamaged) {
  const std::string whole = read_file();
  for (const std::size_t length : {whole.size() / 2, std::size_t{3 * 4096}}) {
    write_file(whole.substr(0, length));
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"log", "--json"}, {"member", "list", "--json"}, {"rebuild", "--json"}})
      EXPECT_EQ(error_of(words, 4), "store.damaged") << words[0] << " at " << length;
  }
  write_file(whole);
  EXPECT_EQ(log_size(), 1U);
}

TEST_F(DamageTest, AFileThatWasEmptiedIsDamagedAndNoPlaceForANewClub) {
  const std::string whole = read_file();
  write_file("");
  for (const std::vector<std::string>& words : {std::vector<std::string>{"log", "--json"}, {"rebuild", "--json"}})
    EXPECT_EQ(error_of(words, 4), "store.damaged") << words[0];
  EXPECT_EQ(desk_.sign({"found", "club.json"}, founders()).exit_code, 4);
  std::filesystem::remove(file());
  EXPECT_EQ(error_of({"log", "--json"}, 4), "store.damaged") << "gone altogether";
  write_file(whole);
  EXPECT_EQ(log_size(), 1U);
}

TEST_F(DamageTest, AForgedTextIsNeitherShownNorTakenIntoTheRegister) {
  ASSERT_EQ(secretary({"proposal", "table", "charter", "--title", "en=A charter of the twinning between three cities"})
                .exit_code,
            0);
  std::string content = read_file();
  const std::string text = "between three";
  std::size_t found = 0;
  for (std::size_t at = content.find(text); at != std::string::npos; at = content.find(text, at + 1), ++found)
    content.replace(at, text.size(), "between seven");
  ASSERT_GT(found, 0U);
  write_file(content);
  for (const std::vector<std::string>& words : {std::vector<std::string>{"show", "#1", "--json"},
                                                {"show", "charter", "--json"},
                                                {"log", "--json"},
                                                {"proposal", "list", "--json"},
                                                {"rebuild", "--json"},
                                                {"rebuild", "--json"}})
    EXPECT_EQ(error_of(words, 4), "ledger.damaged") << words[0];
  EXPECT_EQ(run({"show", "#0"}).exit_code, 0) << "the rest is as good as before";
  EXPECT_EQ(run({"member", "list"}).exit_code, 0);
}

TEST_F(DamageTest, EverySignatureCanBeCheckedAgain) {
  const auto rebuilt = parsed(run({"rebuild", "--signatures", "--json"}).out);
  EXPECT_TRUE(rebuilt["identical"].GetBool());
  EXPECT_TRUE(rebuilt["signaturesChecked"].GetBool());
}

// The limit is inherited by the program; this process writes less than that meanwhile.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limited{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limited);
  }
  ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &before_); }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;

 private:
  rlimit before_{};
};

TEST_F(DamageTest, ALimitOnTheSizeOfFilesIsAnErrorLikeAFullDisk) {
  Outcome outcome;
  {
    const FileSizeLimit limit(48 * 1024);
    outcome = secretary({"proposal", "table", "charter", "--title", "fr=Charte", "--json"});
  }
  EXPECT_EQ(outcome.exit_code, 5) << outcome.out << outcome.err;
  EXPECT_THAT(parsed(outcome.err)["error"]["code"].GetString(), testing::StartsWith("store."));
  EXPECT_EQ(log_size(), 1U);
  EXPECT_EQ(secretary({"proposal", "table", "charter", "--title", "fr=Charte"}).exit_code, 0);
}

}  // namespace
}  // namespace jumelage::e2e
