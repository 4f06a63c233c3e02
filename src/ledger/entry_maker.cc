#include "ledger/entry_maker.h"

#include <utility>

#include "event/packed.h"
#include "merkle/hash.h"

namespace jumelage::ledger {

EntryMaker::EntryMaker() : thread_([this] { run(); }) {}

EntryMaker::~EntryMaker() {
  forget();
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  to_do_.notify_one();
  thread_.join();
}

void EntryMaker::add(UnixMillis sequenced_at, ByteView sealed, std::optional<event::Assigned> assigned) {
  current_.push_back({sequenced_at, sealed, std::move(assigned)});
  ++count_;
  if (current_.size() < kStretch) return;
  {
    const std::lock_guard lock(mutex_);
    stretches_.push_back(std::move(current_));
  }
  to_do_.notify_one();
  current_ = Stretch();
}

std::vector<MadeEntry> EntryMaker::take() {
  std::exception_ptr fault;
  std::vector<MadeEntry> out = wait_for_helper(fault);
  const Stretch rest = std::exchange(current_, {});
  count_ = 0;
  if (fault) std::rethrow_exception(fault);
  make(rest, out);
  return out;
}

void EntryMaker::forget() noexcept {
  std::exception_ptr ignored;
  wait_for_helper(ignored);
  current_.clear();
  count_ = 0;
}

// Nobody looks at what was added once this returns.
std::vector<MadeEntry> EntryMaker::wait_for_helper(std::exception_ptr& fault) noexcept {
  std::unique_lock lock(mutex_);
  done_.wait(lock, [this] { return stretches_.empty(); });
  fault = std::exchange(fault_, nullptr);
  return std::exchange(made_, {});
}

void EntryMaker::make(const Stretch& orders, std::vector<MadeEntry>& into) {
  into.reserve(into.size() + orders.size());
  for (const Order& order : orders) {
    const Bytes bytes = event::encode_entry(order.sequenced_at, order.sealed, order.assigned);
    into.push_back({event::pack(bytes), merkle::leaf_hash(bytes)});
  }
}

void EntryMaker::run() {
  std::vector<MadeEntry> made;
  std::unique_lock lock(mutex_);
  while (true) {
    to_do_.wait(lock, [this] { return !stretches_.empty() || stopping_; });
    if (stretches_.empty()) return;
    const Stretch& first = stretches_.front();  // a deque's ends may grow meanwhile: it stays where it is
    lock.unlock();
    std::exception_ptr fault;
    made.clear();
    try {
      make(first, made);
    } catch (...) {
      fault = std::current_exception();
    }
    lock.lock();
    try {
      for (MadeEntry& entry : made) made_.push_back(std::move(entry));
    } catch (...) {
      fault = std::current_exception();
    }
    if (fault) fault_ = fault;
    stretches_.pop_front();
    if (stretches_.empty()) done_.notify_one();
  }
}

}  // namespace jumelage::ledger
