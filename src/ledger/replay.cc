#include "ledger/replay.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "base/check.h"
#include "event/identity.h"
#include "governance/judge.h"
#include "governance/signer_memory.h"
#include "ledger/checked_entries.h"
#include "ledger/decoder.h"
#include "ledger/ledger_error.h"
#include "ledger/log_history.h"
#include "projection/register_cache.h"

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

Result<void> replay_one(const Stores& stores, store::WriteTransaction& txn, const governance::Place& place,
                        const event::Entry& entry, governance::Effects& effects, projection::RegisterCache& cache) {
  const projection::CachedRegister reg(stores.tables, txn, cache);
  const event::Act& act = entry.sealed.act();
  if (const auto judged = governance::judge(reg, place, act, effects); !judged)
    return disagreement(place.index, fmt::format("refuse it ({})", judged.error().message()));
  if (!same_number(entry.assigned, effects.assigned)) return disagreement(place.index, "give it another number");
  place.signers->see(effects);
  return projection::apply(effects, stores.tables, txn, cache);
}

struct Extent {
  TreeSize log;
  Progress progress;
  LedgerId ledger;
  UnixMillis last_sequenced_at = std::numeric_limits<UnixMillis>::min();  // as far as the replay has seen
};

// One transaction's worth.
Result<void> replay_chunk(Stores& stores, Decoder& decoder, TreeSize from, TreeSize until, Extent& extent) {
  JUMELAGE_TRY(auto txn, stores.environment->write());
  if (from.value == 0) {
    JUMELAGE_TRY(projection::clear_register(stores.tables, txn));
  }
  governance::Effects effects;
  projection::RegisterCache cache;
  governance::SignerMemory signers;
  const LogHistory history(stores, txn);
  for (std::uint64_t at = from.value; at < until.value; ++at) {
    JUMELAGE_TRY(const event::Entry* entry, decoder.next());
    JUMELAGE_CHECK(entry != nullptr, "the decoder hands over every entry up to its end");
    const governance::Place place{.index = EntryIndex{at},
                                  .sequenced_at = entry->sequenced_at,
                                  .ledger_id = extent.ledger,
                                  .previous_at = extent.last_sequenced_at,
                                  .history = &history,
                                  .signers = &signers};
    JUMELAGE_TRY(replay_one(stores, txn, place, *entry, effects, cache));
    extent.last_sequenced_at = entry->sequenced_at;
  }
  JUMELAGE_TRY(projection::write_progress(stores.meta, txn, {kRegisterVersion, until}));
  return txn.commit();
}

Result<Extent> extent_of(const Stores& stores) {
  JUMELAGE_TRY(const auto txn, stores.environment->read());
  Extent extent;
  JUMELAGE_TRY(extent.log, stores.log.size(txn));
  JUMELAGE_TRY(extent.progress, projection::read_progress(stores.meta, txn));
  JUMELAGE_TRY(const auto founding, stores.log.read(txn, EntryIndex{0}));
  if (!founding) return extent;
  JUMELAGE_TRY(const auto entry, CheckedEntries(stores, txn).entry(EntryIndex{0}, *founding));
  extent.ledger = event::ledger_id_of(entry.sealed.act().bytes());
  return extent;
}

// kAnew: check_log() found nothing wrong.
enum class Begin : std::uint8_t { kWhereItStands, kAnew };

Result<void> catch_up(Stores& stores, Begin begin, const ReplayProgress& progress) {
  JUMELAGE_TRY(auto extent, extent_of(stores));
  const bool usable = begin == Begin::kWhereItStands && extent.progress.version == kRegisterVersion &&
                      extent.progress.applied.value <= extent.log.value;
  TreeSize at = usable ? extent.progress.applied : TreeSize{0};
  if (usable && at == extent.log) return ok();
  Decoder decoder(stores, at, extent.log, begin == Begin::kAnew ? Leaves::kAreCompared : Leaves::kCompare);
  do {
    const TreeSize until{std::min(extent.log.value, at.value + kReplayChunk)};
    JUMELAGE_TRY(replay_chunk(stores, decoder, at, until, extent));
    at = until;
    if (progress) progress(at.value, extent.log.value);
  } while (at < extent.log);
  return ok();
}

Result<void> catch_up_guarded(Stores& stores, Begin begin, const ReplayProgress& progress) {
  try {
    return catch_up(stores, begin, progress);
  } catch (const governance::RegisterFault& fault) {
    return Error(LedgerError::kRegisterFault, fmt::format("the register cannot be read: {}", fault.what()));
  }
}

}  // namespace

Result<void> catch_up_register(Stores& stores, const ReplayProgress& progress) {
  return catch_up_guarded(stores, Begin::kWhereItStands, progress);
}

Result<void> expect_complete_register(const Stores& stores, const store::Transaction& txn) {
  JUMELAGE_TRY(const TreeSize size, stores.log.size(txn));
  JUMELAGE_TRY(const Progress progress, projection::read_progress(stores.meta, txn));
  if (progress == Progress{kRegisterVersion, size} || size.value == 0) return ok();
  return Error(LedgerError::kIncomplete,
               fmt::format("the register stands at entry {} of {}: another process is making it again, or one that did "
                           "so was interrupted",
                           progress.applied.value, size.value));
}

Result<void> rebuild_register(Stores& stores, const ReplayProgress& progress, const LogCheck& check) {
  TreeSize size;
  {
    JUMELAGE_TRY(const auto txn, stores.environment->read());
    JUMELAGE_TRY(size, stores.log.size(txn));
  }
  JUMELAGE_TRY(check_log(stores, size, check));
  return catch_up_guarded(stores, Begin::kAnew, progress);
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
    JUMELAGE_TRY(check_log(stores, size));
    JUMELAGE_TRY(stores.log.truncate(txn, size));
    JUMELAGE_TRY(stores.tree.truncate(txn, size));
    JUMELAGE_TRY(projection::write_progress(stores.meta, txn, {}));
    JUMELAGE_TRY(txn.commit());
  }
  return catch_up_register(stores, progress);
}

}  // namespace jumelage::ledger
