// The register as it was known when the log held fewer entries: what `--at` shows. A view, so that everything that
// reads a register reads an earlier one in the same way.
//
// Exact but for what a register writes over in place without saying what stood there: counters and series, which are
// absent here (those that name a position or a subject are told by it); the visibility of a document; and attendance
// put right by a later correction, which is shown as corrected. Links made later between things that were there already
// are seen: whoever follows one asks the row.
#pragma once

#include <deque>

#include "governance/keys.h"
#include "governance/register.h"

namespace jumelage::projection {

// What lies underneath must outlive this. Belongs to one thread.
class PastRegister final : public governance::Register {
 public:
  // `size`: how many entries the log held, one at least.
  PastRegister(const governance::Register& now, std::uint64_t size) : now_(now), size_(size) {}

  std::optional<ByteView> get(governance::Table table, ByteView key) const override;
  std::optional<Item> floor(governance::Table table, ByteView key) const override;
  void scan(governance::Table table, ByteView prefix, const std::function<bool(Item)>& visit) const override;
  std::optional<Item> ceiling(governance::Table table, ByteView key) const override;

 private:
  bool was_there(governance::Number number) const;
  bool was_there(governance::Table table, Item item) const;
  bool had_counter(Item item) const;
  bool had_entry(ByteView index_key) const;
  // The item's value as it was; in `kept` when that is another than now.
  ByteView value_then(governance::Table table, Item item, Bytes& kept) const;
  ByteView finding_then(ByteView value, Bytes& kept) const;
  ByteView document_then(ByteView value, Bytes& kept) const;
  ByteView vote_then(Item item, Bytes& kept) const;
  Item item_then(governance::Table table, Item item) const;

  const governance::Register& now_;
  std::uint64_t size_;
  // Numbers are given in the order of the log, so two bounds tell most of them apart.
  mutable governance::Number last_there_ = 0;
  mutable governance::Number first_not_there_ = UINT32_MAX;
  mutable std::deque<Bytes> kept_;  // views handed out point here
};

}  // namespace jumelage::projection
