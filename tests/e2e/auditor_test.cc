// The auditor's guide, typed: its commands know nothing of the program, and come to what the program says.
#include <fstream>
#include <sstream>

#include "club_test.h"

namespace jumelage::e2e {
namespace {

// The lines of a page that are to be typed, from one heading up to another.
std::string typed_lines(const std::string& page, std::string_view from, std::string_view until) {
  std::ifstream file(page);
  EXPECT_TRUE(file.good()) << page;
  std::string out;
  bool is_wanted = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with(from)) is_wanted = true;
    if (line.starts_with(until)) break;
    if (is_wanted && line.starts_with("    ")) out += line.substr(4) + "\n";
  }
  return out;
}

TEST_F(ClubTest, TheAuditorsGuideComesToTheRootAndTheLedgerThatTheProgramSays) {
  open_session();
  const std::string commands = typed_lines(AUDITORS_GUIDE, "## 1.", "## 4.");
  ASSERT_THAT(commands, HasSubstr("mdb_dump"));
  desk_.write("audit.sh", "set -e\nSCHEMA=" SCHEMA_FOLDER "\nmdb_copy -n ledger/ledger.mdb copy.mdb\n" + commands);
  const std::string typed = "cd '" + desk_.path().string() + "' && bash audit.sh > audit.txt";
  ASSERT_EQ(std::system(typed.c_str()), 0) << commands;

  std::ifstream audit(desk_.path() / "audit.txt");
  std::string size;
  std::string root;
  std::string ledger;
  audit >> size >> root >> ledger;
  const auto log = parsed(run({"log", "--json"}).out);
  EXPECT_EQ(size, std::to_string(log["size"].GetUint64()));
  EXPECT_EQ(root, log["root"].GetString());
  EXPECT_EQ(ledger, log["ledger"].GetString());
}

}  // namespace
}  // namespace jumelage::e2e
