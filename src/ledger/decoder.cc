#include "ledger/decoder.h"

#include <fmt/format.h>

#include <algorithm>

#include "ledger/ledger_error.h"
#include "ledger/thrown.h"

namespace jumelage::ledger {
namespace {

Error in_words(const std::exception_ptr& fault) {
  return {LedgerError::kNeedsReopen, fmt::format("the log could not be read ahead: {}", words_of(fault))};
}

}  // namespace

Decoder::Decoder(const Stores& stores, TreeSize from, TreeSize until, Leaves leaves)
    : stores_(stores), from_(from), until_(until), leaves_(leaves), thread_([this] { run(); }) {}

Decoder::~Decoder() {
  {
    const std::lock_guard lock(mutex_);
    abandoned_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

Result<const event::Entry*> Decoder::next() {
  if (next_in_current_ == current_.size()) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !ready_.empty() || finished_; });
    if (ready_.empty()) {
      if (fault_) return in_words(fault_);
      if (failed_) return *failed_;
      return nullptr;
    }
    if (!current_.empty()) used_.push_back(std::move(current_));
    current_ = std::move(ready_.front());
    ready_.pop_front();
    next_in_current_ = 0;
    changed_.notify_all();
  }
  return &current_[next_in_current_++];
}

// Whatever is thrown here is an error for whoever waits, not the end of the process.
void Decoder::run() {
  Result<void> decoded = ok();
  std::exception_ptr fault;
  try {
    decoded = decode_all();
  } catch (...) {
    fault = std::current_exception();
  }
  const std::lock_guard lock(mutex_);
  if (!decoded) failed_ = std::move(decoded).error();
  fault_ = std::move(fault);
  finished_ = true;
  changed_.notify_all();
}

Result<void> Decoder::decode_all() {
  JUMELAGE_TRY(const auto txn, stores_.environment->read());
  const CheckedEntries entries(stores_, txn, leaves_);
  store::LogCursor cursor(stores_.log, txn, EntryIndex{from_.value});
  for (std::uint64_t at = from_.value; at < until_.value; at += kBatch) {
    JUMELAGE_TRY(auto batch, decode(entries, cursor, at, std::min<std::uint64_t>(kBatch, until_.value - at)));
    if (!hand_over(std::move(batch))) return ok();
  }
  return ok();
}

Result<Decoder::Batch> Decoder::decode(const CheckedEntries& entries, store::LogCursor& cursor, std::uint64_t at,
                                       std::size_t count) {
  Batch batch;
  batch.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    JUMELAGE_TRY(const auto stored, cursor.next());
    if (!stored) return Error(LedgerError::kDamaged, fmt::format("entry {} of the log is missing", at + i));
    JUMELAGE_TRY(event::Entry entry, entries.entry(EntryIndex{at + i}, stored->bytes));
    batch.push_back(std::move(entry));
  }
  return batch;
}

bool Decoder::hand_over(Batch batch) {
  std::vector<Batch> used;  // freed after the lock is
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return ready_.size() < kAhead || abandoned_; });
  if (abandoned_) return false;
  ready_.push_back(std::move(batch));
  used.swap(used_);
  changed_.notify_all();
  return true;
}

}  // namespace jumelage::ledger
