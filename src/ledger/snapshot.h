// A consistent reading of the whole ledger: log, tree and register of one moment.
#pragma once

#include <memory>
#include <optional>

#include "event/entry.h"
#include "ledger/log_history.h"
#include "ledger/stores.h"
#include "projection/past_register.h"

namespace jumelage::ledger {

// Movable. Belongs to one thread. Must not outlive its ledger.
class Snapshot {
 public:
  // kIncomplete while the register is being made again by another process, or was left half made.
  static Result<Snapshot> take(const Stores& stores);
  // For what needs no register: bytes, signatures, proofs. Works where take() answers kIncomplete.
  static Result<Snapshot> take_of_log(const Stores& stores);

  // From here on, all of it as it was when the log held `size` entries: size, root, proofs, and the register as it was
  // known then (projection/past_register.h). kOutOfRange: it has not held so many, or none.
  Result<void> look_back(TreeSize size);

  TreeSize size() const { return size_; }
  Result<Digest> root() const;
  const LedgerId& ledger_id() const { return ledger_id_; }  // zero: not founded yet

  // kOutOfRange beyond the end; kDamaged where the entry is not what the tree holds for it.
  Result<event::Entry> entry(EntryIndex index) const;
  Result<Bytes> entry_bytes(EntryIndex index) const;  // as the tree hashes them
  Result<std::vector<Digest>> inclusion_proof(EntryIndex index, TreeSize size) const;
  Result<std::vector<Digest>> consistency_proof(TreeSize from, TreeSize to) const;

  // False: reg() is not to be read, as it is not the register of this moment.
  bool has_register() const { return has_register_; }
  Result<void> expect_register() const;  // kIncomplete
  const governance::Register& reg() const {
    return past_ ? static_cast<const governance::Register&>(*past_) : *register_;
  }
  const governance::History& history() const { return *history_; }
  const store::Transaction& transaction() const { return *txn_; }
  const Stores& stores() const { return *stores_; }

 private:
  explicit Snapshot(const Stores& stores, store::ReadTransaction txn);
  Result<void> check_size(TreeSize size) const;
  Result<ByteView> stored_entry(EntryIndex index) const;  // packed; borrowed from the transaction

  const Stores* stores_;
  std::unique_ptr<store::ReadTransaction> txn_;  // on the heap: the register and proofs point to it
  std::unique_ptr<projection::RegisterTables> register_;
  std::unique_ptr<projection::PastRegister> past_;  // null: as it is now
  std::unique_ptr<LogHistory> history_;
  TreeSize size_;
  LedgerId ledger_id_;
  bool has_register_ = true;
};

}  // namespace jumelage::ledger
