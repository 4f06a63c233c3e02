#include "governance/session_support.h"

#include <fmt/format.h>

#include "base/text.h"

namespace jumelage::governance {
namespace {

Key acts_key(Number session) {
  return Key().bytes(as_bytes("session-acts")).u8(0).u32(session);
}

}  // namespace

std::string quoted(capnp::Text::Reader slug) {
  return fmt::format("\"{}\"", for_terminal(view(slug)));
}
std::string quoted(Context& c, Number number) {
  return fmt::format("\"{}\"", for_terminal(c.slug_of(number)));
}

std::uint32_t session_acts(const Context& c, Number session) {
  return static_cast<std::uint32_t>(c.counter(acts_key(session)));
}

void count_session_act(Context& c, Number session) {
  c.set_counter(acts_key(session), session_acts(c, session) + 1);
}

bool on_agenda(schema::SessionState::Reader session, Number item) {
  for (const Number on : session.getAgenda())
    if (on == item) return true;
  return false;
}

std::string_view phase_text(schema::SessionState::Phase phase) {
  using Phase = schema::SessionState::Phase;
  switch (phase) {
    case Phase::CONVENED: return "convened";
    case Phase::POSTPONED: return "postponed";
    case Phase::CANCELLED: return "cancelled";
    case Phase::INQUORATE: return "inquorate";
    case Phase::OPEN: return "open";
    case Phase::ADJOURNED: return "adjourned";
    case Phase::CLOSED: return "closed";
    case Phase::MINUTES_APPROVED: return "closed, with its minutes approved";
  }
  return "unknown";
}

bool lacked_quorum(schema::SessionState::Reader session) {
  using Phase = schema::SessionState::Phase;
  switch (session.getPhase()) {
    case Phase::INQUORATE: return true;
    case Phase::OPEN:
    case Phase::ADJOURNED:
    case Phase::CLOSED:
    case Phase::MINUTES_APPROVED: return !session.getQuorate();
    case Phase::CONVENED:
    case Phase::POSTPONED:
    case Phase::CANCELLED: return false;
  }
  return false;
}

bool over(schema::SessionState::Reader session) {
  using Phase = schema::SessionState::Phase;
  const Phase phase = session.getPhase();
  return phase == Phase::CLOSED || phase == Phase::MINUTES_APPROVED || phase == Phase::CANCELLED ||
         lacked_quorum(session);
}

Result<void> need_open(Context& c, Number session) {
  const auto phase = c.session(session).getPhase();
  if (phase == schema::SessionState::Phase::OPEN) return ok();
  return Error(Refusal::kImpossible, fmt::format("session {} is {}; this is possible only while it is open",
                                                 quoted(c, session), phase_text(phase)));
}

Result<void> need_open_with(Context& c, Number session, Number item) {
  JUMELAGE_TRY(need_open(c, session));
  if (on_agenda(c.session(session), item)) return ok();
  return Error(Refusal::kImpossible,
               fmt::format("{} is not on the agenda of session {}", quoted(c, item), quoted(c, session)));
}

Result<void> need_all(const Context& c, capnp::List<capnp::Text>::Reader ids, SubjectKind kind) {
  for (const auto id : ids) {
    JUMELAGE_TRY(c.find(id, kind));
  }
  return ok();
}

}  // namespace jumelage::governance
