#include "ledger/replay.h"

#include <fmt/format.h>

#include <algorithm>

#include "event/entry.h"
#include "event/identity.h"
#include "governance/judge.h"
#include "ledger/ledger_error.h"

namespace jumelage::ledger {
namespace {

using projection::kRegisterVersion;
using projection::Progress;

bool same_number(const std::optional<event::Assigned>& stored, const std::optional<governance::AssignedNumber>& now) {
  if (stored.has_value() != now.has_value()) return false;
  return !stored || (stored->series == now->series && stored->year == now->year && stored->number == now->number);
}

Error disagreement(EntryIndex index, std::string_view what) {
  return Error(LedgerError::kRulesDisagree,
               fmt::format("entry {} was recorded, but the rules of this version {}; is this program older than the "
                           "one that wrote the ledger?",
                           index.value, what));
}

Result<void> replay_one(const Stores& stores, store::WriteTransaction& txn, EntryIndex index, ByteView bytes,
                        LedgerId& ledger, governance::Effects& effects) {
  const event::Entry entry = event::Entry::trusted(bytes);
  const event::Act& act = entry.sealed.act();
  if (index.value == 0) ledger = event::ledger_id_of(act.bytes());
  const projection::RegisterTables reg(stores.tables, txn);
  if (const auto judged = governance::judge(reg, {index, entry.sequenced_at, ledger}, act, effects); !judged)
    return disagreement(index, fmt::format("refuse it ({})", judged.error().message()));
  if (!same_number(entry.assigned, effects.assigned)) return disagreement(index, "give it another number");
  return projection::apply(effects, stores.tables, txn);
}

// One transaction's worth. Returns how far the register is now.
Result<TreeSize> replay_chunk(Stores& stores, TreeSize from, TreeSize until, LedgerId& ledger) {
  JUMELAGE_TRY(auto txn, stores.environment->write());
  if (from.value == 0) {
    JUMELAGE_TRY(projection::clear_register(stores.tables, txn));
  }
  store::LogCursor cursor(stores.log, txn, EntryIndex{from.value});
  governance::Effects effects;
  Bytes copy;  // what the log lends out is good only until the next write
  std::uint64_t done = from.value;
  for (; done < until.value; ++done) {
    JUMELAGE_TRY(const auto entry, cursor.next());
    if (!entry) return Error(LedgerError::kDamaged, fmt::format("entry {} of the log is missing", done));
    copy.assign(entry->bytes.begin(), entry->bytes.end());
    JUMELAGE_TRY(replay_one(stores, txn, EntryIndex{done}, copy, ledger, effects));
  }
  JUMELAGE_TRY(projection::write_progress(stores.meta, txn, {kRegisterVersion, TreeSize{done}}));
  JUMELAGE_TRY(txn.commit());
  return TreeSize{done};
}

struct Extent {
  TreeSize log;
  Progress progress;
  LedgerId ledger;
};

Result<Extent> extent_of(const Stores& stores) {
  JUMELAGE_TRY(const auto txn, stores.environment->read());
  Extent extent;
  JUMELAGE_TRY(extent.log, stores.log.size(txn));
  JUMELAGE_TRY(extent.progress, projection::read_progress(stores.meta, txn));
  JUMELAGE_TRY(const auto founding, stores.log.read(txn, EntryIndex{0}));
  if (founding) extent.ledger = event::ledger_id_of(event::Entry::trusted(*founding).sealed.act().bytes());
  return extent;
}

Result<void> catch_up(Stores& stores, const ReplayProgress& progress) {
  JUMELAGE_TRY(auto extent, extent_of(stores));
  const bool usable =
      extent.progress.version == kRegisterVersion && extent.progress.applied.value <= extent.log.value;
  TreeSize at = usable ? extent.progress.applied : TreeSize{0};
  while (at < extent.log || (at.value == 0 && !usable)) {
    const TreeSize until{std::min(extent.log.value, at.value + kReplayChunk)};
    JUMELAGE_TRY(at, replay_chunk(stores, at, until, extent.ledger));
    if (progress) progress(at.value, extent.log.value);
    if (extent.log.value == 0) break;
  }
  return ok();
}

}  // namespace

Result<void> catch_up_register(Stores& stores, const ReplayProgress& progress) {
  try {
    return catch_up(stores, progress);
  } catch (const governance::RegisterFault& fault) {
    return Error(LedgerError::kRegisterFault, fmt::format("the register cannot be read: {}", fault.what()));
  }
}

Result<void> rebuild_register(Stores& stores, const ReplayProgress& progress) {
  {
    JUMELAGE_TRY(auto txn, stores.environment->write());
    JUMELAGE_TRY(projection::write_progress(stores.meta, txn, {}));
    JUMELAGE_TRY(txn.commit());
  }
  return catch_up_register(stores, progress);
}

Result<void> truncate(Stores& stores, TreeSize size, const ReplayProgress& progress) {
  if (size.value == 0)
    return Error(LedgerError::kOutOfRange, "the founding act cannot be cut off; begin a new ledger in another folder");
  {
    JUMELAGE_TRY(auto txn, stores.environment->write());
    JUMELAGE_TRY(const TreeSize now, stores.log.size(txn));
    if (size.value > now.value)
      return Error(LedgerError::kOutOfRange,
                   fmt::format("the log holds {} entries; it cannot be cut to {}", now.value, size.value));
    if (size == now) return ok();
    JUMELAGE_TRY(stores.log.truncate(txn, size));
    JUMELAGE_TRY(stores.tree.truncate(txn, size));
    JUMELAGE_TRY(projection::write_progress(stores.meta, txn, {}));
    JUMELAGE_TRY(txn.commit());
  }
  return catch_up_register(stores, progress);
}

}  // namespace jumelage::ledger
