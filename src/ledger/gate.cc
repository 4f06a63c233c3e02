#include "ledger/gate.h"

namespace jumelage::ledger {

bool Gate::enter() {
  const std::lock_guard lock(mutex_);
  if (closed_) return false;
  ++inside_;
  return true;
}

void Gate::leave() {
  const std::lock_guard lock(mutex_);
  if (--inside_ == 0) empty_.notify_all();
}

bool Gate::close() {
  std::unique_lock lock(mutex_);
  if (closed_) return false;
  closed_ = true;
  empty_.wait(lock, [&] { return inside_ == 0; });
  return true;
}

void Gate::open() {
  const std::lock_guard lock(mutex_);
  closed_ = false;
}

}  // namespace jumelage::ledger
