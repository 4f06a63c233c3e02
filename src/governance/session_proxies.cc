#include "governance/session_proxies.h"

#include <algorithm>

namespace jumelage::governance {
namespace {

// The holder of a proxy that counts now; 0: none does.
Number representative(Context& c, const std::vector<Number>& proxies, Number principal, Number item) {
  for (const Number number : proxies) {
    const auto proxy = c.proxy(number);
    if (proxy.getPrincipal() == principal && holds(c, number) && covers(proxy, item)) return proxy.getHolder();
  }
  return 0;
}

bool away(Presence presence) {
  return presence == Presence::ABSENT || presence == Presence::EXCUSED || presence == Presence::REPRESENTED;
}

}  // namespace

std::vector<Number> proxies_of(Context& c, Number session) {
  std::vector<Number> out;
  c.children(session, SubjectKind::PROXY, [&](Number proxy) {
    out.push_back(proxy);
    return true;
  });
  return out;
}

bool holds(Context& c, Number proxy) {
  return c.proxy(proxy).getRevokedAt() == kNever && !c.state(proxy)->row.getIrregular();
}

bool covers(schema::ProxyState::Reader proxy, Number item) {
  return proxy.getItems().size() == 0 || any_in(proxy.getItems(), [&](Number on) { return on == item; });
}

void apply_proxies(Context& c, Number session, Number item, std::span<Seat> seats) {
  const auto proxies = proxies_of(c, session);
  if (proxies.empty() && c.imported()) return;
  for (Seat& seat : seats) {
    if (!away(seat.presence)) continue;
    seat.by = representative(c, proxies, seat.mandate, item);
    if (seat.by != 0) {
      seat.presence = Presence::REPRESENTED;
    } else if (seat.presence == Presence::REPRESENTED) {
      seat.presence = Presence::ABSENT;
    }
  }
}

bool lacks_proxy(Context& c, Number session, Number principal, Number holder) {
  const auto proxies = proxies_of(c, session);
  if (proxies.empty() && c.imported()) return false;
  return std::ranges::none_of(proxies, [&](Number number) {
    const auto proxy = c.proxy(number);
    return proxy.getPrincipal() == principal && proxy.getHolder() == holder && holds(c, number);
  });
}

}  // namespace jumelage::governance
