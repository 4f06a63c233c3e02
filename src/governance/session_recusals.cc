#include "governance/session_recusals.h"

#include <algorithm>

namespace jumelage::governance {
namespace {

Key recusals_of(Number target) {
  return Key().bytes(as_bytes("recusals")).u8(0).u32(target);
}

}  // namespace

Key recusal_key(Number target, Number mandate, Number session) {
  return recusals_of(target).u32(mandate).u32(session);
}

void mark_recused(Context& c, Number session, Number item, std::span<Seat> seats) {
  std::vector<Number> recused;
  const Key prefix = recusals_of(item);
  c.reader().scan(Table::kCounters, prefix, [&](Register::Item entry) {
    const ByteView rest = entry.key.subspan(prefix.view().size());
    const auto in = static_cast<Number>(read_big_endian(rest.subspan(4)));
    if (in == 0 || in == session) recused.push_back(static_cast<Number>(read_big_endian(rest.first(4))));
    return true;
  });
  for (Seat& seat : seats) {
    const Number who = seat.presence == Presence::REPLACED ? seat.by : seat.mandate;
    if (std::find(recused.begin(), recused.end(), who) != recused.end()) seat.recused = true;
  }
}

}  // namespace jumelage::governance
