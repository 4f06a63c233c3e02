// Reads the log ahead of whoever replays it: entries are compared with the tree and decoded on a thread of their own,
// in order.
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "event/entry.h"
#include "ledger/checked_entries.h"
#include "ledger/stores.h"

namespace jumelage::ledger {

// Entries `from` to `until` of the log as it is committed when the decoder is made. Memory: at most kAhead batches of
// kBatch entries. Destroying it early is fine.
class Decoder {
 public:
  Decoder(const Stores& stores, TreeSize from, TreeSize until, Leaves leaves);
  ~Decoder();
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;

  // The next entry, good until the next call. Nothing: `until` is reached. Errors: the store's; kDamaged where an entry
  // is missing or is not what was recorded (checked_entries.h); kNeedsReopen after a fault of the program (no memory,
  // say).
  Result<const event::Entry*> next();

 private:
  static constexpr std::size_t kBatch = 128;
  static constexpr std::size_t kAhead = 8;
  using Batch = std::vector<event::Entry>;

  void run();
  Result<void> decode_all();
  static Result<Batch> decode(const CheckedEntries& entries, store::LogCursor& cursor, std::uint64_t at,
                              std::size_t count);
  bool hand_over(Batch batch);

  const Stores& stores_;
  const TreeSize from_;
  const TreeSize until_;
  const Leaves leaves_;

  Batch current_;
  std::size_t next_in_current_ = 0;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Batch> ready_;
  std::vector<Batch> used_;  // the decoder frees them: the one who replays is the slower of the two
  std::optional<Error> failed_;
  std::exception_ptr fault_;  // put into words by who waits: it may have the memory for them
  bool finished_ = false;
  bool abandoned_ = false;
  std::thread thread_;  // last: it uses everything above
};

}  // namespace jumelage::ledger
