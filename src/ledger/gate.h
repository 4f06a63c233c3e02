// Many may be inside at once; who has to be alone turns newcomers away and waits until everybody has left.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>

namespace jumelage::ledger {

// Thread-safe. Not a std::shared_mutex, for two reasons: whoever closes must get its turn although visitors keep
// coming, and visitors are told at once that it is closed, as that may be for minutes.
class Gate {
 public:
  class Visit {
   public:
    explicit Visit(Gate& gate) : gate_(gate), inside_(gate.enter()) {}
    ~Visit() {
      if (inside_) gate_.leave();
    }
    Visit(const Visit&) = delete;
    Visit& operator=(const Visit&) = delete;
    explicit operator bool() const { return inside_; }  // false: it is closed

   private:
    Gate& gate_;
    const bool inside_;
  };

  // Alone, once it is made. Must not be made inside a visit.
  class Closing {
   public:
    explicit Closing(Gate& gate) : gate_(gate), alone_(gate.close()) {}
    ~Closing() {
      if (alone_) gate_.open();
    }
    Closing(const Closing&) = delete;
    Closing& operator=(const Closing&) = delete;
    explicit operator bool() const { return alone_; }  // false: somebody else has closed it

   private:
    Gate& gate_;
    const bool alone_;
  };

 private:
  bool enter();
  void leave();
  bool close();
  void open();

  std::mutex mutex_;
  std::condition_variable empty_;
  std::size_t inside_ = 0;
  bool closed_ = false;
};

}  // namespace jumelage::ledger
