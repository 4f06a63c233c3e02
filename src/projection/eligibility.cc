#include "projection/eligibility.h"

#include <fmt/format.h>

#include <algorithm>

#include "event/act.h"
#include "governance/dates.h"
#include "governance/session_proxies.h"
#include "governance/session_recusals.h"
#include "governance/session_seats.h"
#include "projection/as_of.h"
#include "projection/children.h"

namespace jumelage::projection {
namespace {

using governance::Seat;
using schema::Presence;

std::string term_obstacle(schema::MandateState::Reader mandate, std::uint32_t day) {
  switch (mandate_on(mandate, day)) {
    case MandateStanding::kNotBegun:
      return fmt::format("the mandate begins on {}", governance::format_day(mandate.getFrom()));
    case MandateStanding::kEnded:
      return mandate.getUntil() == 0
                 ? std::string("the mandate has ended")
                 : fmt::format("the mandate ended on {}", governance::format_day(mandate.getUntil()));
    case MandateStanding::kImpeded: return "the mandate is impeded; the alternate acts";
    case MandateStanding::kEffective: return {};
  }
  return {};
}

bool may_sign_with(schema::KeyState::Reader key, std::uint64_t position) {
  using Purpose = schema::KeyEnrolled::Purpose;
  const bool personal = key.getPurpose() == Purpose::DAILY || key.getPurpose() == Purpose::SPARE;
  return personal && key.getValidFrom() <= position && position < key.getRevokedAt();
}

Signatory signatory(const Register& reg, Number mandate, schema::MandateState::Reader state,
                    const std::vector<Number>& offices, std::uint32_t day, std::uint64_t position) {
  Signatory out{.mandate = mandate, .offices = {}, .keys = {}, .obstacle = term_obstacle(state, day)};
  for (const Number office : offices) {
    const auto row = row_at(reg, office);
    if (row && office_holder_on((**row).getOffice(), day) == mandate) out.offices.push_back(office);
  }
  for (const Number key : children_of(reg, mandate, SubjectKind::KEY)) {
    const auto row = row_at(reg, key);
    if (row && may_sign_with((**row).getKey(), position)) out.keys.push_back(key);
  }
  if (out.obstacle.empty() && out.keys.empty()) out.obstacle = "no key of the holder is valid; one must be enrolled";
  return out;
}

// Whether anybody acts for the seat, and how that is put.
Voter voter_of(const Register& reg, const Seat& seat, const std::vector<Seat>& seats, bool is_open) {
  Voter voter{.mandate = seat.mandate, .may_vote = false, .by = 0, .reason = {}};
  const auto stays_away = [&](std::string why) {
    voter.reason = std::move(why);
    return voter;
  };
  if (!seat.entitled) return stays_away("the member has no vote now: it is suspended, or has no voting right");
  if (seat.recused) return stays_away("takes no part in it, having declared an interest");
  if (!is_open) {
    voter.may_vote = true;
    voter.reason = "has a seat";
    return voter;
  }
  switch (seat.presence) {
    case Presence::PRESENT:
    case Presence::REMOTE:
      voter.may_vote = true;
      voter.reason = seat.presence == Presence::PRESENT ? "is present" : "takes part from elsewhere";
      return voter;
    case Presence::ABSENT: return stays_away("is absent, and nobody acts for the seat");
    case Presence::EXCUSED: return stays_away("is excused, and nobody acts for the seat");
    case Presence::REPLACED:
      voter.may_vote = true;
      voter.by = seat.by;
      voter.reason = fmt::format("through the alternate {}", slug_of(reg, seat.by));
      return voter;
    case Presence::REPRESENTED: break;
  }
  const auto holder = std::ranges::find(seats, seat.by, &Seat::mandate);
  const bool is_holder_there = holder != seats.end() && !holder->recused &&
                               (holder->presence == Presence::PRESENT || holder->presence == Presence::REMOTE);
  if (!is_holder_there) return stays_away(fmt::format("gave a proxy to {}, who cannot vote", slug_of(reg, seat.by)));
  voter.may_vote = true;
  voter.by = seat.by;
  voter.reason = fmt::format("through a proxy held by {}", slug_of(reg, seat.by));
  return voter;
}

std::string item_obstacle(schema::ProposalState::Status status) {
  using Status = schema::ProposalState::Status;
  switch (status) {
    case Status::TABLED:
    case Status::VOTED: return {};
    case Status::DECIDED: return "is decided already";
    case Status::CONSENSUS: return "was settled by consensus";
    case Status::WITHDRAWN: return "was withdrawn";
    case Status::DEFERRED: return "was deferred; put it on the agenda of a later session";
    case Status::NOTED: return "was noted, without a vote";
    case Status::NOT_REACHED: return "was not reached; put it on the agenda of a later session";
  }
  return {};
}

std::string session_obstacle(schema::SessionState::Phase phase) {
  using Phase = schema::SessionState::Phase;
  switch (phase) {
    case Phase::OPEN: return {};
    case Phase::CONVENED: return "is not open yet";
    case Phase::POSTPONED: return "is postponed, and not open yet";
    case Phase::CANCELLED: return "is cancelled";
    case Phase::INQUORATE: return "has no quorum";
    case Phase::ADJOURNED: return "is adjourned; it has to be resumed first";
    case Phase::CLOSED:
    case Phase::MINUTES_APPROVED: return "is closed";
  }
  return {};
}

// No attendance is known yet: what is said is by the seats.
bool is_before_opening(schema::SessionState::Reader session) {
  using Phase = schema::SessionState::Phase;
  return session.getPhase() == Phase::CONVENED || session.getPhase() == Phase::POSTPONED;
}

void stop(Voter& voter, const std::string& obstacle, bool says_seat) {
  if (!voter.may_vote) return;
  voter.may_vote = false;
  voter.reason = says_seat ? fmt::format("has a seat, but {}", obstacle) : obstacle;
}

std::string why_no_seat(schema::MandateState::Reader mandate, std::uint32_t day) {
  if (const std::string obstacle = term_obstacle(mandate, day); !obstacle.empty()) return obstacle;
  if (mandate.getAlternateOf() != 0) return "is an alternate; the seat is its titular's";
  if (mandate.getCollege().size() == 0) return "has no seat: the mandate is for a task";
  return "has no seat in exercise on that day";
}

}  // namespace

std::vector<Signatory> signatories(const Register& reg, const std::vector<Number>& bodies, std::uint32_t day,
                                   std::uint64_t next_position) {
  std::vector<Number> offices;
  for (const Number body : bodies)
    for (const Number office : children_of(reg, body, SubjectKind::OFFICE)) offices.push_back(office);
  std::vector<Signatory> out;
  for (const Number body : bodies)
    for (const Number mandate : children_of(reg, body, SubjectKind::MANDATE)) {
      const auto row = row_at(reg, mandate);
      if (row) out.push_back(signatory(reg, mandate, (**row).getMandate(), offices, day, next_position));
    }
  return out;
}

std::string vote_obstacle(const Register& reg, Number proposal) {
  const auto row = row_at(reg, proposal);
  const auto item = (**row).getProposal();
  if (const std::string why = item_obstacle(item.getStatus()); !why.empty())
    return fmt::format("{} {}", slug_of(reg, proposal), why);
  if (item.getSession() == 0) return fmt::format("{} is on the agenda of no session", slug_of(reg, proposal));
  const auto session = row_at(reg, item.getSession());
  const std::string why = session_obstacle((**session).getSession().getPhase());
  return why.empty() ? why : fmt::format("session {} {}", slug_of(reg, item.getSession()), why);
}

std::vector<Voter> voters_on(const Register& reg, const governance::History& history, Number proposal,
                             std::uint32_t day, std::uint64_t size) {
  using Phase = schema::SessionState::Phase;
  const auto act = event::Act::parse(history.act(size - 1));
  if (!act) throw governance::RegisterFault("the log holds an act that cannot be read");
  const governance::Place place{
      .index = EntryIndex{size}, .sequenced_at = history.sequenced_at(size - 1), .ledger_id = {}, .history = &history};
  governance::Effects effects;
  governance::Context c(reg, place, act.value(), effects, {});
  const Number body = c.proposal(proposal).getBody();
  const Number session = c.proposal(proposal).getSession();
  const bool is_open =
      session != 0 && c.session(session).getOpenedDate() != 0 && c.session(session).getPhase() != Phase::INQUORATE;
  auto seats = governance::seats_in_exercise(c, body, day);
  if (is_open) governance::take_attendance(c, session, day, seats);
  if (is_open) governance::apply_proxies(c, session, proposal, seats);
  governance::mark_recused(c, session, proposal, seats);
  std::vector<Voter> out;
  for (const Number mandate : children_of(reg, body, SubjectKind::MANDATE)) {
    const auto seat = std::ranges::find(seats, mandate, &Seat::mandate);
    if (seat != seats.end()) {
      out.push_back(voter_of(reg, *seat, seats, is_open));
    } else {
      out.push_back({.mandate = mandate, .may_vote = false, .by = 0, .reason = why_no_seat(c.mandate(mandate), day)});
    }
  }
  const std::string obstacle = vote_obstacle(reg, proposal);
  const bool says_seat = session == 0 || is_before_opening(c.session(session));
  if (!obstacle.empty())
    for (Voter& voter : out) stop(voter, obstacle, says_seat);
  return out;
}

}  // namespace jumelage::projection
