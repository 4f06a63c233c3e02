#include "ledger/log_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "event/identity.h"
#include "event/verify.h"
#include "ledger/checked_entries.h"
#include "ledger/ledger_error.h"
#include "ledger/thrown.h"
#include "merkle/tile_check.h"

namespace jumelage::ledger {
namespace {

// Entries that one thread takes at a time: whole tiles, few enough to share the work well.
constexpr std::uint64_t kBlock = 1024;

class Checking {
 public:
  Checking(const Stores& stores, TreeSize size, const LedgerId& ledger, const LogCheck& how)
      : stores_(stores), size_(size.value), ledger_(ledger), how_(how) {}

  Result<void> run() {
    const std::uint64_t blocks = (size_ + kBlock - 1) / kBlock;
    const auto threads = std::min<std::uint64_t>(blocks, std::max(1U, std::thread::hardware_concurrency()));
    std::vector<std::jthread> workers;
    for (std::uint64_t i = 0; i < threads; ++i) workers.emplace_back([this] { work(); });
    wait(threads);
    workers.clear();
    if (fault_)
      return Error(LedgerError::kNeedsReopen, fmt::format("the log could not be checked: {}", words_of(fault_)));
    if (failed_) return *failed_;
    return ok();
  }

 private:
  void work() {
    try {
      auto checked = check_blocks();
      if (!checked) fail(size_, std::move(checked).error());
    } catch (...) {
      const std::lock_guard lock(mutex_);
      fault_ = std::current_exception();
      next_ = size_;
    }
    const std::lock_guard lock(mutex_);
    ++finished_;
    changed_.notify_all();
  }

  Result<void> check_blocks() {
    JUMELAGE_TRY(const auto txn, stores_.environment->read());
    while (const auto from = claim()) {
      std::uint64_t at = *from;
      const std::uint64_t until = std::min(size_, at + kBlock);
      auto checked = check_block(txn, at, until);
      if (!checked) fail(at, std::move(checked).error());
      const std::lock_guard lock(mutex_);
      done_ += until - *from;
      changed_.notify_all();
    }
    return ok();
  }

  // `at` ends where the first bad entry is.
  Result<void> check_block(const store::Transaction& txn, std::uint64_t& at, std::uint64_t until) {
    const CheckedEntries entries(stores_, txn);
    store::LogCursor cursor(stores_.log, txn, EntryIndex{at});
    for (; at < until; ++at) {
      JUMELAGE_TRY(const auto stored, cursor.next());
      if (!stored) return Error(LedgerError::kDamaged, fmt::format("entry {} of the log is missing", at));
      if (!how_.signatures) {
        JUMELAGE_TRY(entries.words(EntryIndex{at}, stored->bytes));
        continue;
      }
      JUMELAGE_TRY(const event::Entry entry, entries.entry(EntryIndex{at}, stored->bytes));
      if (const auto verified = event::verify_signatures(entry.sealed, ledger_, packets_); !verified)
        return Error(LedgerError::kDamaged, fmt::format("entry {} of the log: {}", at, verified.error().message()));
    }
    return ok();
  }

  std::optional<std::uint64_t> claim() {
    const std::lock_guard lock(mutex_);
    if (next_ >= size_) return std::nullopt;
    return std::exchange(next_, next_ + kBlock);
  }

  // Blocks are claimed in order, so what comes before the first failure is checked to its end all the same.
  void fail(std::uint64_t at, Error error) {
    const std::lock_guard lock(mutex_);
    next_ = size_;
    if (failed_ && failed_at_ <= at) return;
    failed_ = std::move(error);
    failed_at_ = at;
  }

  void wait(std::uint64_t threads) {
    std::unique_lock lock(mutex_);
    while (finished_ < threads) {
      changed_.wait(lock);
      const std::uint64_t done = done_;
      lock.unlock();
      if (how_.progress) how_.progress(done, size_);
      lock.lock();
    }
  }

  const Stores& stores_;
  const std::uint64_t size_;
  const LedgerId ledger_;
  const LogCheck& how_;
  event::PacketCache packets_;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::uint64_t next_ = 0;
  std::uint64_t done_ = 0;
  std::uint64_t finished_ = 0;  // threads
  std::optional<Error> failed_;
  std::uint64_t failed_at_ = 0;
  std::exception_ptr fault_;
};

Result<LedgerId> founded_as(const Stores& stores, const store::Transaction& txn) {
  JUMELAGE_TRY(const auto founding, stores.log.read(txn, EntryIndex{0}));
  if (!founding) return Error(LedgerError::kDamaged, "entry 0 of the log is missing");
  JUMELAGE_TRY(const auto entry, CheckedEntries(stores, txn).entry(EntryIndex{0}, *founding));
  return event::ledger_id_of(entry.sealed.act().bytes());
}

}  // namespace

Result<void> check_log(const Stores& stores, TreeSize size, const LogCheck& how) {
  if (size.value == 0) return ok();
  JUMELAGE_TRY(const auto txn, stores.environment->read());
  JUMELAGE_TRY(const LedgerId ledger, founded_as(stores, txn));
  JUMELAGE_TRY(Checking(stores, size, ledger, how).run());
  return merkle::check_inner_nodes(size, store::StoredTiles(stores.tree, txn));
}

}  // namespace jumelage::ledger
