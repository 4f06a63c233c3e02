// What a proposal or decision is called. Titles stand in the acts alone: the register says which act, because a copy in
// every row that a subject gets would be most of the register.
#pragma once

#include "governance/keys.h"
#include "ledger/snapshot.h"
#include "schema/common.capnp.h"

namespace jumelage::ledger {

// Owns the entry that the texts are read from.
class Title {
 public:
  explicit Title(event::Entry entry) : entry_(std::move(entry)) {}
  // In the order of the act; none where it gave none.
  capnp::List<schema::LocalText>::Reader texts() const;

 private:
  event::Entry entry_;
};

// `subject`: a proposal or decision; throws governance::RegisterFault when it is neither. LedgerError::kDamaged: the
// log does not hold what the register says, or not what was recorded.
Result<Title> title_of(const Snapshot& snapshot, governance::Number subject);

}  // namespace jumelage::ledger
