// What a hand, or a disk, could do to a ledger's file.
#pragma once

#include <functional>
#include <string>

#include "ledger/ledger.h"

namespace jumelage::ledger {

class Damage {
 public:
  explicit Damage(const Ledger& ledger) : stores_(const_cast<Stores&>(ledger.stores())) {}

  // Puts other bytes of the same length into an entry, wherever it says `text`.
  void change_entry(std::uint64_t index, std::string_view text, std::string_view other);
  // Makes the leaf what the entry now is, and leaves what is above it.
  void change_leaf(std::uint64_t index);
  // The whole tree as the changed log makes it: what a thorough forger does.
  void make_tree_anew();
  // As a crash leaves it that came while a register was made.
  void leave_register_at(std::uint64_t size);
  // Puts bytes that mean nothing into the row that the act at `position` wrote about a subject.
  void spoil_row(governance::Number subject, std::uint64_t position);

 private:
  Bytes unpacked(const store::Transaction& txn, std::uint64_t index) const;
  void change(const std::function<void(store::WriteTransaction&)>& how);

  Stores& stores_;
};

}  // namespace jumelage::ledger
