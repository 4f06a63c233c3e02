// Every write step of a small session of work fails once, in every way that it can: refused without being done, done
// and reported as failed, cut short, the process killed before and after it, and a disk that stays full for a while.
#include <algorithm>
#include <fstream>

#include "worker.h"

namespace jumelage::test {
namespace {

constexpr std::size_t kActs = 30;

// A sanitizer's runtime has to come first among the preloaded libraries.
std::string preload() {
#if defined(__SANITIZE_ADDRESS__)
  return std::string("libasan.so.8 ") + FAULT_SHIM;
#else
  return FAULT_SHIM;
#endif
}

class Fault : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    std::string name = (std::filesystem::temp_directory_path() / "jumelage-fault-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    root_ = name;
  }
  void TearDown() override { std::filesystem::remove_all(root_); }

  WorkerOptions worker(std::size_t fail_at, std::size_t first_item = 0) const {
    return {.folder = root_ / "ledger",
            .first_item = first_item,
            .seed = 7,
            .acts = kActs,
            .environment = {"LD_PRELOAD=" + preload(), "JUMELAGE_FAULT_DIR=" + (root_ / "ledger").string(),
                            "JUMELAGE_FAULT_AT=" + std::to_string(fail_at),
                            std::string("JUMELAGE_FAULT_MODE=") + GetParam(),
                            "JUMELAGE_FAULT_COUNT_FILE=" + (root_ / "count").string()}};
  }
  std::size_t count_steps() {
    EXPECT_EQ(run_worker(worker(0)).exit_status, 0);
    std::size_t steps = 0;
    std::ifstream(root_ / "count") >> steps;
    std::filesystem::remove_all(root_ / "ledger");
    return steps;
  }

  std::filesystem::path root_;
};

TEST_P(Fault, every_write_step_may_fail_and_nothing_acknowledged_is_lost) {
  const std::size_t steps = count_steps();
  ASSERT_GT(steps, 20U) << "the shim counts the writes of the worker";
  for (std::size_t at = 1; at <= steps && !HasFailure(); ++at) {
    SCOPED_TRACE("step " + std::to_string(at) + " of " + std::to_string(steps));
    std::filesystem::remove_all(root_ / "ledger");
    std::filesystem::remove(root_ / "fault-off");
    const WorkerRun broken = run_worker(worker(at));
    EXPECT_NE(broken.exit_status, 1) << "a failing disk is answered with a clear refusal";
    std::ofstream(root_ / "fault-off") << "the disk has room again";
    expect_whole(root_ / "ledger", broken.acknowledged);

    // The next process goes on as if nothing had been.
    const WorkerRun after = run_worker({.folder = root_ / "ledger", .first_item = 1'000, .seed = 1, .acts = 6});
    EXPECT_EQ(after.exit_status, 0);
    auto all = broken.acknowledged;
    for (const auto& [index, id] : after.acknowledged) EXPECT_TRUE(all.emplace(index, id).second) << index;
    expect_whole(root_ / "ledger", all);
  }
}

INSTANTIATE_TEST_SUITE_P(Modes, Fault,
                         testing::Values("enospc", "eio", "eio_done", "short", "kill", "kill_done", "enospc_on"),
                         [](const auto& mode) { return std::string(mode.param); });

}  // namespace
}  // namespace jumelage::test
