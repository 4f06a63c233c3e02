// SIGKILL at random moments under load: what was acknowledged is there, and nothing needs repair.
#include <cstdlib>
#include <random>

#include "worker.h"

namespace jumelage::test {
namespace {

int rounds() {
  const char* wanted = std::getenv("JUMELAGE_CRASH_ROUNDS");
  return wanted != nullptr ? std::atoi(wanted) : 25;
}

TEST(Kill, nothing_acknowledged_is_lost_however_often_the_process_is_killed) {
  std::string name = (std::filesystem::temp_directory_path() / "jumelage-kill-XXXXXX").string();
  ASSERT_NE(::mkdtemp(name.data()), nullptr);
  const std::filesystem::path folder = std::filesystem::path(name) / "ledger";
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  std::map<std::uint64_t, std::string> acknowledged;
  int killed = 0;
  for (int round = 0; round < rounds() && !testing::Test::HasFailure(); ++round) {
    const WorkerRun run = run_worker({.folder = folder,
                                      .first_item = static_cast<std::size_t>(round) * 1'000'000,
                                      .seed = static_cast<unsigned>(random()),
                                      .acts = 2'000,
                                      .kill_after_lines = 1 + random() % 400,
                                      .kill_after_us = static_cast<unsigned>(random() % 20'000)});
    killed += run.exit_status == -1 ? 1 : 0;
    for (const auto& [index, id] : run.acknowledged) {
      const bool is_new = acknowledged.emplace(index, id).second;
      EXPECT_TRUE(is_new) << "position " << index << " was given twice";
    }
    expect_whole(folder, acknowledged);
  }
  EXPECT_GT(killed, rounds() / 2) << "most rounds end by the kill, or the test tests nothing";
  EXPECT_GT(acknowledged.size(), static_cast<std::size_t>(rounds()));
  std::filesystem::remove_all(name);
}

}  // namespace
}  // namespace jumelage::test
