#include "worker.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>

#include "base/hex.h"
#include "ledger/ledger.h"
#include "merkle/hash.h"
#include "merkle/tree.h"

extern char** environ;

namespace jumelage::test {
namespace {

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> out;
  for (std::string& text : texts) out.push_back(text.data());
  out.push_back(nullptr);
  return out;
}

pid_t start(const WorkerOptions& options, int output) {
  std::vector<std::string> arguments = {CRASH_WORKER, options.folder.string(), std::to_string(options.first_item),
                                        std::to_string(options.seed), std::to_string(options.acts)};
  std::vector<std::string> environment = options.environment;
  for (char** entry = environ; *entry != nullptr; ++entry) environment.emplace_back(*entry);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  pid_t pid = 0;
  const int status =
      ::posix_spawn(&pid, CRASH_WORKER, &actions, nullptr, pointers(arguments).data(), pointers(environment).data());
  posix_spawn_file_actions_destroy(&actions);
  EXPECT_EQ(status, 0) << std::strerror(status);
  return pid;
}

Digest root_of_stored_bytes(const ledger::Snapshot& snapshot) {
  merkle::Tree tree;
  for (std::uint64_t i = 0; i < snapshot.size().value; ++i)
    tree.append(merkle::leaf_hash(snapshot.entry_bytes(EntryIndex{i}).value()));
  return tree.root();
}

Digest digest_of_register(const ledger::Ledger& ledger) {
  const auto txn = ledger.stores().environment->read();
  return projection::register_digest(ledger.stores().tables, txn.value()).value();
}

}  // namespace

WorkerRun run_worker(const WorkerOptions& options) {
  WorkerRun run;
  int ends[2];
  EXPECT_EQ(::pipe2(ends, O_CLOEXEC), 0);
  const pid_t pid = start(options, ends[1]);
  ::close(ends[1]);
  FILE* lines = ::fdopen(ends[0], "r");
  char id[65];
  unsigned long long index = 0;
  std::size_t read = 0;
  while (std::fscanf(lines, "%llu %64s\n", &index, id) == 2) {
    run.acknowledged[index] = id;
    if (++read == options.kill_after_lines) {
      ::usleep(options.kill_after_us);  // somewhere inside the next commits: the moment is what is being tested
      ::kill(pid, SIGKILL);
    }
  }
  std::fclose(lines);
  int status = 0;
  EXPECT_EQ(::waitpid(pid, &status, 0), pid);
  run.exit_status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return run;
}

void expect_whole(const std::filesystem::path& folder, const std::map<std::uint64_t, std::string>& acknowledged) {
  auto opened = ledger::Ledger::open(folder);
  if (!opened) {
    EXPECT_TRUE(acknowledged.empty()) << opened.error().message();
    return;
  }
  ledger::Ledger& ledger = *opened.value();
  {
    const auto snapshot = ledger.snapshot().value();
    const auto progress = projection::read_progress(ledger.stores().meta, snapshot.transaction()).value();
    EXPECT_EQ(progress.applied, snapshot.size());
    for (const auto& [index, id] : acknowledged) {
      const auto entry = snapshot.entry(EntryIndex{index});
      ASSERT_TRUE(entry) << "acknowledged entry " << index << " is gone: " << entry.error().message();
      EXPECT_EQ(to_hex(entry.value().sealed.act().id().view()), id) << "at " << index;
    }
    EXPECT_EQ(snapshot.root().value(), root_of_stored_bytes(snapshot));
  }
  const Digest live = digest_of_register(ledger);
  ASSERT_TRUE(ledger.rebuild());
  EXPECT_EQ(digest_of_register(ledger), live);
}

}  // namespace jumelage::test
