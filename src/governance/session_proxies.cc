#include "governance/session_proxies.h"

namespace jumelage::governance {
namespace {

// The holder of a proxy that counts now; 0: there are proxies, and none counts.
Number representative(Context& c, const std::vector<Number>& proxies, Number principal, Number item, bool& recorded) {
  recorded = false;
  for (const Number number : proxies) {
    const auto proxy = c.proxy(number);
    if (proxy.getPrincipal() != principal) continue;
    recorded = true;
    if (holds(c, number) && covers(proxy, item)) return proxy.getHolder();
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
  if (proxies.empty()) return;
  for (Seat& seat : seats) {
    if (!away(seat.presence)) continue;
    bool recorded = false;
    const Number holder = representative(c, proxies, seat.mandate, item, recorded);
    if (!recorded) continue;
    if (holder != 0) {
      seat.presence = Presence::REPRESENTED;
    } else if (seat.presence == Presence::REPRESENTED) {
      seat.presence = Presence::ABSENT;
    }
    seat.by = holder;
  }
}

bool contradicts_proxies(Context& c, Number session, Number principal, Number holder) {
  bool recorded = false;
  for (const Number number : proxies_of(c, session)) {
    const auto proxy = c.proxy(number);
    if (proxy.getPrincipal() != principal) continue;
    if (holds(c, number) && proxy.getHolder() == holder) return false;
    recorded = true;
  }
  return recorded;
}

}  // namespace jumelage::governance
