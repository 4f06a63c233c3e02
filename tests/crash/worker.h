// Running crash-worker, and holding a ledger to what it acknowledged.
#pragma once

#include <gtest/gtest.h>
#include <sys/types.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace jumelage::test {

struct WorkerRun {
  std::map<std::uint64_t, std::string> acknowledged;  // index -> act id
  int exit_status = -1;                               // -1: killed
};

struct WorkerOptions {
  std::filesystem::path folder;
  std::size_t first_item = 0;
  unsigned seed = 0;
  std::size_t acts = 0;
  std::vector<std::string> environment = {};  // "NAME=value"
  std::size_t kill_after_lines = 0;           // SIGKILL once this many acknowledgements were read; 0: never
  unsigned kill_after_us = 0;                 // and then this much later
};

// Starts the worker, reads all that it says, and waits for its end.
WorkerRun run_worker(const WorkerOptions& options);

// Opens the ledger as a program would after a crash and checks it: every acknowledged act is at its index; log, tree
// and register have one size; the tree's root is that of the stored bytes; the register is what a rebuild makes.
void expect_whole(const std::filesystem::path& folder, const std::map<std::uint64_t, std::string>& acknowledged);

}  // namespace jumelage::test
