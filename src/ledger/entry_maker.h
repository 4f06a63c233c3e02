// Makes the entries of a batch, and their leaf hashes, beside the thread that judges: for large batches that is a third
// less for the one thread that everything waits for.
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "base/bytes.h"
#include "base/clock.h"
#include "base/ids.h"
#include "event/entry.h"

namespace jumelage::ledger {

struct MadeEntry {
  Bytes packed;  // as the log keeps it
  Digest leaf_hash;
};

// Belongs to one thread, which adds and takes. Its helper thread sleeps between batches.
class EntryMaker {
 public:
  EntryMaker();
  ~EntryMaker();
  EntryMaker(const EntryMaker&) = delete;
  EntryMaker& operator=(const EntryMaker&) = delete;

  // `sealed` must live until take() or forget() returns.
  void add(UnixMillis sequenced_at, ByteView sealed, std::optional<event::Assigned> assigned);
  std::size_t count() const { return count_; }

  // All that was added since the last time, in that order. Throws what the helper threw.
  std::vector<MadeEntry> take();
  // Gives up what was added since the last time.
  void forget() noexcept;

 private:
  struct Order {
    UnixMillis sequenced_at;
    ByteView sealed;
    std::optional<event::Assigned> assigned;
  };
  using Stretch = std::vector<Order>;
  static constexpr std::size_t kStretch = 64;  // fewer are made on the spot: a wake-up would cost more

  static void make(const Stretch& orders, std::vector<MadeEntry>& into);
  void run();
  std::vector<MadeEntry> wait_for_helper(std::exception_ptr& fault) noexcept;

  Stretch current_;
  std::size_t count_ = 0;

  std::mutex mutex_;
  std::condition_variable to_do_;
  std::condition_variable done_;
  std::deque<Stretch> stretches_;  // handed over, the first one perhaps being made
  std::vector<MadeEntry> made_;    // of those before
  std::exception_ptr fault_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace jumelage::ledger
