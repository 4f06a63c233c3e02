#include "ledger/log_history.h"

#include <fmt/format.h>

#include "event/entry.h"
#include "governance/register.h"
#include "merkle/proof.h"

namespace jumelage::ledger {
namespace {

template <class T>
T or_fault(Result<T> read, std::string_view what) {
  if (read) return std::move(read).value();
  throw governance::RegisterFault(fmt::format("{} cannot be read: {}", what, read.error().message()));
}

}  // namespace

Bytes LogHistory::act(std::uint64_t position) const {
  const auto bytes = or_fault(stores_.log.read(txn_, EntryIndex{position}), "an earlier entry");
  if (!bytes) throw governance::RegisterFault(fmt::format("there is no entry {}", position));
  const auto entry = or_fault(event::Entry::parse_packed(*bytes), "an earlier entry");
  const ByteView body = entry.sealed.act().bytes();
  return {body.begin(), body.end()};
}

Digest LogHistory::root(std::uint64_t size) const {
  const store::StoredTiles tiles(stores_.tree, txn_);
  return or_fault(merkle::root_at(merkle::TileNodes(tiles), TreeSize{size}), "an earlier root");
}

}  // namespace jumelage::ledger
