// Documents that come with an act, while every write step fails once: whoever has the act has its documents, and where
// there is no act nothing of a person stays.
#include <sys/wait.h>

#include <cstdlib>
#include <fstream>

#include "crypto/sha256.h"
#include "e2e/club_test.h"
#include "ledger/ledger.h"
#include "support/club.h"

namespace jumelage::e2e {
namespace {

namespace fs = std::filesystem;

// A sanitizer's runtime has to come first among the preloaded libraries.
std::string preload() {
#if defined(__SANITIZE_ADDRESS__)
  return std::string("libasan.so.8 ") + FAULT_SHIM;
#else
  return FAULT_SHIM;
#endif
}

std::size_t files_below(const fs::path& folder) {
  return fs::exists(folder) ? contents(folder).size() : 0;
}

std::size_t number_in(const fs::path& file) {
  std::size_t number = 0;
  std::ifstream(file) >> number;
  return number;
}

class DocumentsUnderFaults : public ClubTest, public testing::WithParamInterface<const char*> {
 protected:
  std::vector<std::string> fault(const fs::path& ledger, std::size_t at) const {
    return {"LD_PRELOAD=" + preload(), "JUMELAGE_FAULT_DIR=" + ledger.string(),
            "JUMELAGE_FAULT_AT=" + std::to_string(at), std::string("JUMELAGE_FAULT_MODE=") + GetParam(),
            "JUMELAGE_FAULT_COUNT_FILE=" + count_file().string()};
  }
  fs::path count_file() const { return desk_.path() / "count"; }
};

TEST_P(DocumentsUnderFaults, an_act_that_is_recorded_keeps_its_document_and_another_leaves_none) {
  desk_.write("poster.txt", "a poster");
  desk_.write("person.json",
              R"({"basis": "live", "personRegistered": {"id": "p-9", "document": "@personal:somebody"}})");
  const auto record = Desk::signed_words({"record", "person.json"}, {"secretary"});
  std::size_t steps = 1;
  for (std::size_t at = 0; at <= steps && !HasFailure(); ++at) {
    SCOPED_TRACE("step " + std::to_string(at) + " of " + std::to_string(steps));
    const Desk desk(desk_);
    const std::size_t before = files_below(desk.ledger() / "documents");
    desk.run_in({.environment = fault(desk.ledger(), at)}, record);
    if (at == 0) steps = number_in(count_file());
    ASSERT_GT(steps, 5U) << "the shim counts the writes of the program";
    // The next opening for writing finishes what was interrupted.
    ASSERT_EQ(desk.run({"document", "add", "poster.txt"}).exit_code, 0);
    const std::uint64_t size = parsed(desk.run({"log", "--json"}).out)["size"].GetUint64();
    EXPECT_EQ(files_below(desk.ledger() / "documents"), before + 1 + (size == 2 ? 1 : 0)) << "log of " << size;
  }
}

class FoundingUnderFaults : public DocumentsUnderFaults {};

TEST_P(FoundingUnderFaults, a_founding_that_is_recorded_keeps_its_documents_and_another_can_be_done_again) {
  const fs::path ledger = desk_.path() / "club";
  const auto found = [&](std::size_t at) {
    std::string command;
    for (const std::string& variable : fault(ledger, at)) command += "'" + variable + "' ";
    return std::system(("env " + command + FOUND_WORKER + " '" + ledger.string() + "' 2>/dev/null").c_str());
  };
  const auto documents = test::Club::founding_documents();
  std::size_t steps = 1;
  for (std::size_t at = 0; at <= steps && !HasFailure(); ++at) {
    SCOPED_TRACE("step " + std::to_string(at) + " of " + std::to_string(steps));
    fs::remove_all(ledger);
    const int status = found(at);
    if (at == 0) steps = number_in(count_file());
    ASSERT_GT(steps, 10U);
    const bool refused = WIFEXITED(status) && WEXITSTATUS(status) == 1;
    EXPECT_TRUE(!refused || !fs::exists(ledger)) << "nothing is left behind";
    const bool founded = [&] {
      const auto opened = ledger::Ledger::open(ledger);
      return opened && opened.value()->snapshot().value().size().value == 1;
    }();
    ASSERT_TRUE(founded || found(0) == 0) << "it can be done again";
    EXPECT_EQ(files_below(ledger / "documents"), documents.size());
    const store::Documents kept(ledger);
    for (const std::string& content : documents) EXPECT_TRUE(kept.get(crypto::sha256(as_bytes(content))));
  }
}

INSTANTIATE_TEST_SUITE_P(Modes, DocumentsUnderFaults, testing::Values("enospc", "eio_done", "kill", "kill_done"),
                         [](const auto& mode) { return std::string(mode.param); });
// Its steps are many: an outcome that is not known, and an end in the middle.
INSTANTIATE_TEST_SUITE_P(Modes, FoundingUnderFaults, testing::Values("eio_done", "kill"),
                         [](const auto& mode) { return std::string(mode.param); });

}  // namespace
}  // namespace jumelage::e2e
