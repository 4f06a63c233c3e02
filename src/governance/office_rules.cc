// OfficeChanged: who holds an office now.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "governance/authority.h"
#include "governance/dates.h"
#include "governance/finding_codes.h"
#include "governance/rules.h"

namespace jumelage::governance {
namespace {

using Ground = schema::OfficeChanged::Ground;

Error bad(std::string message) {
  return Error(Refusal::kBadValue, std::move(message));
}

struct Change {
  Number body = 0;
  Number holder = 0;
  Number session = 0;
  Number office = 0;  // 0: to be created
};

Result<Change> find_all(Context& c, schema::OfficeChanged::Reader act) {
  Change change;
  JUMELAGE_TRY(change.body, c.find(act.getBody(), SubjectKind::BODY));
  JUMELAGE_TRY(change.holder, c.find_optional(act.getHolder(), SubjectKind::MANDATE));
  JUMELAGE_TRY(change.session, c.find_optional(act.getSession(), SubjectKind::SESSION));
  change.office = c.number_of(view(act.getId()));
  if (change.office != 0) {
    JUMELAGE_TRY(c.find(act.getId(), SubjectKind::OFFICE));
  }
  return change;
}

bool is_in_or_above(Context& c, Number body, Number above) {
  for (; body != 0; body = c.body(body).getParent())
    if (body == above) return true;
  return false;
}

Result<void> check_holder(Context& c, schema::OfficeChanged::Reader act, const Change& change) {
  if (change.holder == 0) return ok();
  const schema::MandateState::Reader mandate = c.mandate(change.holder);
  const std::string id = for_terminal(view(act.getHolder()));
  if (mandate.getStatus() == schema::MandateState::Status::ENDED)
    return Error(Refusal::kImpossible, fmt::format("mandate \"{}\" has ended; it can hold no office", id));
  if (!is_in_or_above(c, change.body, mandate.getBody()))
    return bad(fmt::format("mandate \"{}\" belongs to another body", id));
  return ok();
}

Result<void> check_same_office(Context& c, schema::OfficeChanged::Reader act, const Change& change) {
  if (change.office == 0) return ok();
  const schema::OfficeState::Reader before = c.office(change.office);
  if (before.getKind() == act.getKind() && before.getBody() == change.body && before.getSession() == change.session)
    return ok();
  return bad(fmt::format("office \"{}\" is another office: its kind, body and session stay as they were",
                         for_terminal(view(act.getId()))));
}

Result<void> check_values(Context& c, schema::OfficeChanged::Reader act, const Change& change) {
  const bool of_session = act.getKind() == OfficeKind::SESSION_SECRETARY;
  if (of_session != (change.session != 0))
    return bad("a session goes with the office of a session's secretary, and no other");
  if (of_session && c.session(change.session).getBody() != change.body) return bad("the session is another body's");
  if (act.getFrom() == 0) return bad("an office is held from a day on; fill in from");
  if (act.getUntil() != 0 && act.getUntil() < act.getFrom()) return bad("the office would end before it begins");
  if ((act.getGround() == Ground::FOUNDING) != c.founding())
    return bad("the ground \"founding\" is for the founding act, and for no other");
  return ok();
}

bool is_chair(OfficeKind kind) {
  return kind == OfficeKind::CHAIR || kind == OfficeKind::VICE_CHAIR;
}

bool is_secretary(OfficeKind kind) {
  return kind == OfficeKind::SECRETARY || kind == OfficeKind::DEPUTY_SECRETARY;
}

// Whether somebody besides the office's own holder signs in the same capacity for that body from the day on.
bool has_other(Context& c, const Change& change, OfficeKind kind, std::uint32_t day) {
  std::vector<Number> offices;
  c.children(change.body, SubjectKind::OFFICE, [&](Number office) {
    offices.push_back(office);
    return true;
  });
  return std::ranges::any_of(offices, [&](Number number) {
    const schema::OfficeState::Reader office = c.office(number);
    const bool same = is_chair(kind) ? is_chair(office.getKind()) : is_secretary(office.getKind());
    const bool held = office.getHolder() != 0 && in_term(office.getFrom(), office.getUntil(), day);
    return number != change.office && same && held &&
           c.mandate(office.getHolder()).getStatus() == schema::MandateState::Status::EFFECTIVE;
  });
}

// A council that has no chair or no secretary can record nothing any more, not even who holds the office next. The
// bodies below it have its officers.
Result<void> leave_somebody(Context& c, schema::OfficeChanged::Reader act, const Change& change) {
  const OfficeKind kind = act.getKind();
  const bool is_vacated = change.holder == 0 && change.office != 0 && c.office(change.office).getHolder() != 0;
  if (!is_vacated || !(is_chair(kind) || is_secretary(kind))) return ok();
  if (council_of(c, change.body) != change.body || has_other(c, change, kind, act.getFrom())) return ok();
  const std::string_view deputy = is_chair(kind) ? "vice-chair" : "deputy secretary";
  return Error(Refusal::kImpossible,
               fmt::format("nobody else signs as {} of \"{}\", so nobody could sign the act that fills the office "
                           "again; give it to the successor in one act, or fill the office of a {} first",
                           is_chair(kind) ? "chair or vice-chair" : "secretary or deputy secretary",
                           for_terminal(c.slug_of(change.body)), deputy));
}

bool is_single(OfficeKind kind) {
  return kind == OfficeKind::CHAIR || kind == OfficeKind::SECRETARY || kind == OfficeKind::DATA_PROTECTION_OFFICER;
}

// On some day both would hold it, whichever of them begins first.
bool at_one_time(schema::OfficeState::Reader office, schema::OfficeChanged::Reader act) {
  return in_term(office.getFrom(), office.getUntil(), act.getFrom()) ||
         in_term(act.getFrom(), act.getUntil(), office.getFrom());
}

void find_second_holder(Context& c, schema::OfficeChanged::Reader act, const Change& change, Number number) {
  if (!is_single(act.getKind()) || change.holder == 0) return;
  std::vector<Number> offices;
  c.children(change.body, SubjectKind::OFFICE, [&](Number office) {
    offices.push_back(office);
    return true;
  });
  for (const Number other : offices) {
    if (other == number) continue;
    const schema::OfficeState::Reader office = c.office(other);
    const bool held = office.getHolder() != 0 && at_one_time(office, act);
    if (office.getKind() != act.getKind() || !held) continue;
    c.finding(kOfficeAlreadyHeld,
              fmt::format("the same office of this body is held as \"{}\"; let that one fall vacant first",
                          for_terminal(c.slug_of(other))),
              number);
  }
}

// The election that a decision rests on; 0: it rests on none.
Number election_behind(Context& c, Number decision) {
  const auto state = c.decision(decision);
  if (state.getItem() == 0 || state.getVote() == kNever) return 0;
  const auto vote =
      c.load<schema::VoteRow>(Table::kVotes, vote_key(state.getItem(), state.getRound(), state.getVote()));
  return vote ? vote->getElection() : 0;
}

// Whoever takes an office on the ground of an election is the one whom that election chose, for that office.
void find_not_elected(Context& c, Number decision, const Change& change, Number number) {
  const Number election = election_behind(c, decision);
  if (election == 0) {
    c.finding(kOfficeNotElected, "the decision named rests on no election; name the one that does", number);
    return;
  }
  const auto state = c.election(election);
  if (state.getElected() != change.holder) {
    c.finding(kOfficeNotElected,
              fmt::format("election \"{}\" chose somebody else; record the office with who was elected",
                          for_terminal(c.slug_of(election))),
              number);
  } else if (state.getOffice() != 0 && state.getOffice() != number) {
    c.finding(kOfficeNotElected,
              fmt::format("election \"{}\" was for office \"{}\"", for_terminal(c.slug_of(election)),
                          for_terminal(c.slug_of(state.getOffice()))),
              number);
  }
}

Result<void> find_irregularities(Context& c, schema::OfficeChanged::Reader act, const Change& change, Number number) {
  find_second_holder(c, act, change, number);
  if (change.holder != 0 && c.state(change.holder)->row.getIrregular())
    c.finding(kOfficeHolderIrregular, "the holder's mandate is irregular; cure that first", number);
  const bool decided = act.getGround() == Ground::VOTE || act.getGround() == Ground::ELECTION;
  if (!c.imported() && (decided || act.hasDecision())) {
    JUMELAGE_TRY(c.expect_adopted(act.getDecision(), number));
  }
  if (!c.imported() && act.getGround() == Ground::ELECTION && act.hasDecision() && change.holder != 0)
    find_not_elected(c, c.number_of(view(act.getDecision())), change, number);
  return ok();
}

// An irregular change has no effect: whoever held the office goes on, and a new office stays vacant.
void write_office(Context& c, schema::OfficeChanged::Reader act, const Change& change, Number number, bool regular) {
  if (!regular && change.office != 0) return c.touch(number);
  c.put_state(number, [&](schema::SubjectRow::Builder row) {
    auto state = row.initOffice();
    state.setKind(act.getKind());
    state.setBody(change.body);
    state.setSession(change.session);
    state.setHolder(regular ? change.holder : 0);
    state.setFrom(act.getFrom());
    state.setUntil(act.getUntil());
  });
}

}  // namespace

Result<void> office_changed(Context& c, schema::OfficeChanged::Reader act) {
  JUMELAGE_TRY(Change change, find_all(c, act));
  JUMELAGE_TRY(need_chair_and_secretary(c, change.body));
  JUMELAGE_TRY(check_values(c, act, change));
  JUMELAGE_TRY(check_holder(c, act, change));
  JUMELAGE_TRY(check_same_office(c, act, change));
  JUMELAGE_TRY(leave_somebody(c, act, change));
  Number number = change.office;
  if (number == 0) {
    JUMELAGE_TRY(number, c.create(act.getId(), SubjectKind::OFFICE));
    c.link(change.body, SubjectKind::OFFICE, number);
  }
  const std::size_t before = c.finding_count();
  JUMELAGE_TRY(find_irregularities(c, act, change, number));
  write_office(c, act, change, number, c.finding_count() == before);
  return ok();
}

}  // namespace jumelage::governance
