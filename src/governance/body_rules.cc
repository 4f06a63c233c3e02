// BodyEstablished and BodyChanged: the council, its committees, and bodies that hold somebody else's register.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "governance/authority.h"
#include "governance/cures.h"
#include "governance/finding_codes.h"
#include "governance/foundation_finding_codes.h"
#include "governance/rules.h"
#include "governance/session_seats.h"
#include "governance/session_support.h"

namespace jumelage::governance {
namespace {

using Body = schema::BodyEstablished;
constexpr int kMaxDepth = 8;  // a body in a body in a body ...

Error bad(std::string message) {
  return Error(Refusal::kBadValue, std::move(message));
}

Result<void> check_seats(capnp::List<Body::Seat>::Reader seats) {
  std::vector<std::string_view> colleges;
  for (const auto seat : seats) {
    if (seat.getCount() == 0 || seat.getWeight() == 0)
      return bad(fmt::format("college \"{}\" needs a count and a weight of at least 1",
                             for_terminal(view(seat.getCollege()))));
    colleges.push_back(view(seat.getCollege()));
  }
  std::sort(colleges.begin(), colleges.end());
  const auto twice = std::adjacent_find(colleges.begin(), colleges.end());
  if (twice == colleges.end()) return ok();
  return bad(fmt::format("college \"{}\" is there twice", for_terminal(*twice)));
}

Result<void> check_kind(Context& c, Body::Reader act, Number parent) {
  const bool imported = act.getKind() == Body::Kind::IMPORTED;
  const bool own_numbers = act.getNumbering().getSource() == Body::Numbering::Source::LEDGER;
  if (imported == own_numbers)
    return bad("an imported body keeps the numbers of its origin; any other body has those that the ledger gives");
  if (act.getKind() == Body::Kind::COMMITTEE && parent == 0)
    return bad("a committee names the body that it belongs to");
  if (imported && (parent == 0 || c.body(parent).getKind() != Body::Kind::COUNCIL))
    return bad("an imported body names the council that keeps it, as its parent");
  int depth = 0;
  for (Number above = parent; above != 0; above = c.body(above).getParent()) ++depth;
  if (depth >= kMaxDepth) return bad(fmt::format("bodies are at most {} deep", kMaxDepth));
  return ok();
}

// A series belongs to one body: its numbers are without a gap there.
Result<void> take_series(Context& c, Body::Reader act, Number body) {
  if (act.getKind() == Body::Kind::IMPORTED) return ok();
  const std::string_view series = view(act.getNumbering().getSeries());
  const Key key = Key().bytes(as_bytes("series/")).bytes(as_bytes(series));
  const auto taken = static_cast<Number>(c.counter(key));
  if (taken != 0) {
    return Error(Refusal::kIdTaken, fmt::format("the numbers of series \"{}\" are those of body \"{}\"",
                                                for_terminal(series), for_terminal(c.slug_of(taken))));
  }
  c.set_counter(key, body);
  return ok();
}

// An imported body may be made by the act that begins an import, which no chair has to sign.
Result<void> check_signers(Context& c, Body::Reader act, Number parent) {
  if (!c.imported()) return need_chair_and_secretary(c, parent);
  if (act.getKind() != Body::Kind::IMPORTED) return bad("an act of basis \"imported\" can only make an imported body");
  if (has_secretary(c, parent)) return ok();
  return need_secretary(c, 0);
}

// An imported body has no officers of its own: those of the council that keeps it sign.
Result<void> check_signers_of_change(Context& c, Number body) {
  const auto state = c.body(body);
  const bool imported = state.getKind() == Body::Kind::IMPORTED;
  return need_chair_and_secretary(c, imported ? state.getParent() : body);
}

// Nothing that has begun is left without a body.
Result<void> check_dissolution(Context& c, Number body) {
  using Phase = schema::SessionState::Phase;
  std::vector<Number> sessions;
  c.children(body, SubjectKind::SESSION, [&](Number session) {
    sessions.push_back(session);
    return true;
  });
  for (const Number session : sessions) {
    const Phase phase = c.session(session).getPhase();
    if (phase != Phase::OPEN && phase != Phase::ADJOURNED && phase != Phase::CONVENED && phase != Phase::POSTPONED)
      continue;
    return Error(Refusal::kImpossible, fmt::format("session {} of the body is {}; close or cancel it first",
                                                   quoted(c, session), phase_text(phase)));
  }
  return ok();
}

// A seat goes only once nobody sits in it.
void find_seats_taken(Context& c, schema::BodyChanged::Reader act, Number body) {
  if (act.getDissolved()) return;
  const std::vector<Seat> taken = seats_in_exercise(c, body, c.day());
  std::vector<std::string_view> colleges;
  for (const Seat& seat : taken)
    if (std::find(colleges.begin(), colleges.end(), seat.college) == colleges.end()) colleges.push_back(seat.college);
  for (const std::string_view college : colleges) {
    const auto sit = std::count_if(taken.begin(), taken.end(), [&](const Seat& s) { return s.college == college; });
    std::int64_t left = 0;
    for (const auto seat : act.getSeats())
      if (view(seat.getCollege()) == college) left = seat.getCount();
    if (sit <= left) continue;
    c.finding(kBodySeatsTaken,
              fmt::format("college \"{}\" would have {} seats, and {} sit in it; end mandates first",
                          for_terminal(college), left, sit),
              body);
  }
}

void change(Context& c, schema::BodyChanged::Reader act, Number body, Number rules) {
  cure_all(c, body);
  c.update_state(body, [&](schema::SubjectRow::Builder row) {
    row.setIrregular(false);
    auto state = row.getBody();
    state.setNames(act.getNames());
    state.setSeats(act.getSeats());
    state.setRuleSet(rules);
    state.setRuleSetVersion(act.getRuleSet().getVersion());
    state.setDissolved(act.getDissolved());
  });
}

}  // namespace

Result<void> body_changed(Context& c, schema::BodyChanged::Reader act) {
  JUMELAGE_TRY(const Number body, c.find(act.getId(), SubjectKind::BODY));
  JUMELAGE_TRY(check_signers_of_change(c, body));
  if (c.body(body).getDissolved())
    return Error(Refusal::kImpossible, fmt::format("body {} is dissolved; establish a new one", quoted(c, body)));
  if (act.getNames().size() == 0) return bad("a body needs a name");
  JUMELAGE_TRY(check_seats(act.getSeats()));
  JUMELAGE_TRY(const Number rules, c.find(act.getRuleSet().getId(), SubjectKind::RULE_SET));
  JUMELAGE_TRY(c.rule_set(rules, act.getRuleSet().getVersion()));
  if (act.getDissolved()) {
    JUMELAGE_TRY(check_dissolution(c, body));
  }
  const std::size_t findings = c.finding_count();
  JUMELAGE_TRY(c.expect_adopted(act.getDecision(), body));
  if (c.state(rules)->row.getIrregular())
    c.finding(kBodyRuleSetIrregular, "the body's new rule set is irregular; cure its findings first", body);
  find_seats_taken(c, act, body);
  if (c.finding_count() == findings) {
    change(c, act, body, rules);
  } else {
    c.touch(body);  // recorded, without effect
  }
  return ok();
}

Result<void> body_established(Context& c, Body::Reader act) {
  JUMELAGE_TRY(const Number parent, c.find_optional(act.getParent(), SubjectKind::BODY));
  JUMELAGE_TRY(check_signers(c, act, parent));
  if (act.getNames().size() == 0) return bad("a body needs a name");
  JUMELAGE_TRY(check_seats(act.getSeats()));
  JUMELAGE_TRY(check_kind(c, act, parent));
  JUMELAGE_TRY(const Number rules, c.find(act.getRuleSet().getId(), SubjectKind::RULE_SET));
  JUMELAGE_TRY(c.rule_set(rules, act.getRuleSet().getVersion()));
  JUMELAGE_TRY(const Number number, c.create(act.getId(), SubjectKind::BODY));
  JUMELAGE_TRY(take_series(c, act, number));
  if (c.state(rules)->row.getIrregular())
    c.finding(kBodyRuleSetIrregular, "the body's rule set is irregular; cure its findings first", number);
  c.link(kLedgerNumber, SubjectKind::BODY, number);
  c.put_state(number, [&](schema::SubjectRow::Builder row) {
    auto state = row.initBody();
    state.setNames(act.getNames());
    state.setKind(act.getKind());
    state.setParent(parent);
    state.setSeats(act.getSeats());
    state.setRuleSet(rules);
    state.setRuleSetVersion(act.getRuleSet().getVersion());
    state.setSeries(act.getNumbering().getSeries());
    state.setSource(act.getNumbering().getSource());
  });
  return ok();
}

}  // namespace jumelage::governance
