#include "show/proxy_words.h"

namespace jumelage::tools {

std::string_view state_of_proxy(const Reading& reading, schema::ProxyState::Reader proxy) {
  using Phase = schema::SessionState::Phase;
  if (proxy.getRevokedAt() != governance::kNever) return "revoked";
  const auto row = reading.state(proxy.getSession());
  if (!row) return "given";
  switch ((**row).getSession().getPhase()) {
    case Phase::CONVENED:
    case Phase::POSTPONED:
    case Phase::OPEN:
    case Phase::ADJOURNED: return "given";
    default: return "over";
  }
}

}  // namespace jumelage::tools
