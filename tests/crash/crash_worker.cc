// Appends acts to a ledger until it is killed or has done its share, and says on standard output, one line each, which
// of them the ledger acknowledged: "<index> <act id>". A line is written only after the answer came, so whoever reads
// it may hold the ledger to it.
//
//   crash-worker FOLDER FIRST_ITEM SEED ACTS
//
// Exit status: 0 all acts recorded; 3 some were refused for lack of space, and the ledger could still be read; 4 the
// ledger had to stop writing; 1 anything else.

#include <fmt/format.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <random>

#include "base/files.h"
#include "base/hex.h"
#include "ledger/ledger.h"
#include "support/workload.h"

namespace jumelage::test {
namespace {

enum Exit : int { kAllRecorded = 0, kFailed = 1, kNoSpace = 3, kStopped = 4 };

// One write call a line: what a killed process managed to say is never half a line.
void say(const ledger::Recorded& recorded) {
  const std::string line = fmt::format("{} {}\n", recorded.index.value, to_hex(recorded.id.view()));
  if (::write(STDOUT_FILENO, line.data(), line.size()) != static_cast<ssize_t>(line.size())) std::_Exit(kFailed);
}

Exit worse(Exit a, Exit b) {
  return a > b ? a : b;
}

Exit judge(const Error& error) {
  if (error.is(store::StoreError::kNoSpace) || error.is(FileError::kNoSpace)) return kNoSpace;
  if (error.is(FileError::kUnwritable)) return kStopped;
  if (error.is(store::StoreError::kOutcomeUnknown) || error.is(store::StoreError::kWriteFailed) ||
      error.is(store::StoreError::kNeedsReopen) || error.is(store::StoreError::kUnreadable))
    return kStopped;
  // Once an act of an item is missing, the next one of that item cannot be judged: a consequence, not a fault.
  if (error.code().starts_with("refused.")) return kNoSpace;
  std::fputs(fmt::format("crash-worker: {} ({})\n", error.message(), error.code()).c_str(), stderr);
  return kFailed;
}

Exit report(const std::vector<ledger::Answer>& answers) {
  Exit exit = kAllRecorded;
  for (const auto& answer : answers) {
    if (answer) {
      say(answer.value());
    } else {
      exit = worse(exit, judge(answer.error()));
    }
  }
  return exit;
}

Exit found(ledger::Ledger& ledger, const Workload& workload) {
  for (const std::string& document : workload.documents())
    if (const auto kept = ledger.put_document(as_bytes(document)); !kept) return judge(kept.error());
  return report(ledger.append(workload.foundation()));
}

Exit run(const std::filesystem::path& folder, std::size_t first_item, unsigned seed, std::size_t acts) {
  Workload workload(first_item);
  auto opened = ledger::Ledger::open(folder);
  if (!opened && opened.error().is(store::StoreError::kNoLedger)) opened = ledger::Ledger::create(folder);
  if (!opened) return judge(opened.error());
  ledger::Ledger& ledger = *opened.value();

  std::atomic<Exit> exit = kAllRecorded;
  if (ledger.snapshot().value().size().value == 0) exit = found(ledger, workload);
  std::mt19937 random(seed);
  for (std::size_t done = 0; done < acts && exit != kFailed;) {
    const std::size_t n = 3 * (1 + random() % 40);
    done += n;
    auto batch = random() % 2 == 0 ? workload.singles(n) : workload.packets(n);
    if (random() % 4 == 0) {
      exit = worse(exit, report(ledger.append(std::move(batch))));
    } else {
      ledger.submit(std::move(batch),
                    [&](std::vector<ledger::Answer> answers) { exit = worse(exit, report(answers)); });
    }
  }
  exit = worse(exit, report(ledger.append(workload.singles(3))));
  // Whatever happened to writing, reading goes on.
  const auto snapshot = ledger.snapshot();
  if (snapshot && snapshot.value().size().value != 0 && !snapshot.value().entry(EntryIndex{0})) return kFailed;
  return exit;
}

}  // namespace
}  // namespace jumelage::test

int main(int argc, char** argv) {
  if (argc != 5) return 2;
  return jumelage::test::run(argv[1], std::strtoull(argv[2], nullptr, 10),
                             static_cast<unsigned>(std::strtoul(argv[3], nullptr, 10)),
                             std::strtoull(argv[4], nullptr, 10));
}
