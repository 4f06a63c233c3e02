// Acts by the thousand, for benchmarks and crash tests: an imported register, item by item: a proposal, its vote with a
// tally, its decision. All signed by the secretary, either one by one or in packets.
#pragma once

#include <vector>

#include "base/clock.h"
#include "support/club.h"

namespace jumelage::test {

inline constexpr std::size_t kPacketActs = 256;

class Workload {
 public:
  // Items are numbered from `first_item`: no two ledgers' worth of acts collide when theirs are apart.
  explicit Workload(std::size_t first_item = 0) : next_item_(first_item) {}

  // The acts that must stand in a ledger first: the founding, and the body that receives the imported register.
  std::vector<Bytes> foundation() const;
  // The contents of the documents that these name.
  static std::vector<std::string> documents() { return Club::founding_documents(); }

  // The next `count` acts, rounded up to whole items (three acts each) or packets. They follow those made before.
  std::vector<Bytes> singles(std::size_t count);
  std::vector<Bytes> packets(std::size_t count);

 private:
  void add_item(std::vector<event::Act>& acts);
  event::Act proposal(const std::string& id) const;
  event::Act vote(const std::string& id, const event::Act& proposal) const;
  event::Act decision(const std::string& id, const event::Act& vote) const;

  Club club_;
  std::size_t next_item_;
  const UnixMillis started_at_ = system_clock().now();
};

}  // namespace jumelage::test
