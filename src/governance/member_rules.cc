// MemberAdmitted and MemberChanged: cities and partner institutions.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "governance/authority.h"
#include "governance/cures.h"
#include "governance/finality_check.h"
#include "governance/finding_codes.h"
#include "governance/rules.h"

namespace jumelage::governance {
namespace {

using Standing = schema::MemberChanged::Standing;

Error bad(std::string message) {
  return Error(Refusal::kBadValue, std::move(message));
}

Result<void> check_profile(schema::MemberProfile::Reader profile) {
  if (profile.getNames().size() == 0) return bad("a member needs a name");
  const std::string_view country = view(profile.getCountry());
  const bool two_letters =
      country.size() == 2 && std::all_of(country.begin(), country.end(), [](char l) { return l >= 'A' && l <= 'Z'; });
  if (two_letters) return ok();
  return bad(
      fmt::format("\"{}\" is no country code: two capital letters of ISO 3166-1, such as MA", for_terminal(country)));
}

// What a member does itself, as against what is done to it.
bool is_own_act(schema::MemberChanged::Reader act, schema::MemberState::Reader before) {
  const bool leaves = act.getStanding() == Standing::WITHDRAWN || act.getStanding() == Standing::SUCCEEDED;
  return act.hasProfile() || (leaves && act.getStanding() != before.getStanding());
}

// What only an adopted decision can do.
bool is_decided(schema::MemberChanged::Reader act, schema::MemberState::Reader before) {
  const bool standing = act.getStanding() != before.getStanding() && act.getStanding() != Standing::WITHDRAWN;
  return standing || act.getVotingRight() != before.getVotingRight();
}

Result<Number> find_successor(Context& c, schema::MemberChanged::Reader act, Number member) {
  JUMELAGE_TRY(const Number successor, c.find_optional(act.getSuccessor(), SubjectKind::MEMBER));
  if ((act.getStanding() == Standing::SUCCEEDED) != (successor != 0))
    return bad("a successor goes with the standing \"succeeded\", and with no other");
  if (successor == member) return bad("a member cannot succeed itself");
  return successor;
}

// Whoever sat for a member that left sits no longer.
void end_mandates(Context& c, Number member) {
  std::vector<Number> mandates;
  c.children(member, SubjectKind::MANDATE, [&](Number mandate) {
    mandates.push_back(mandate);
    return true;
  });
  for (const Number mandate : mandates) {
    if (c.mandate(mandate).getStatus() == schema::MandateState::Status::ENDED) continue;
    c.amend_state(mandate, [](schema::SubjectRow::Builder row) {
      row.getMandate().setStatus(schema::MandateState::Status::ENDED);
      row.getMandate().setReason(schema::MandateChanged::Reason::MEMBER_LEFT);
    });
  }
}

}  // namespace

// The member itself has no mandate here yet, so no key: its will shows in its own deliberation.
Result<void> member_admitted(Context& c, schema::MemberAdmitted::Reader act) {
  JUMELAGE_TRY(need_chair_and_secretary(c, 0));
  JUMELAGE_TRY(check_profile(act.getProfile()));
  JUMELAGE_TRY(const Number number, c.create(act.getId(), SubjectKind::MEMBER));
  JUMELAGE_TRY(c.expect_adopted(act.getDecision(), number));
  if (!c.founding() && act.getDeliberation().size() == 0)
    c.finding(kMemberNoDeliberation, "the member's own deliberation to join is not referred to", number);
  c.link(kLedgerNumber, SubjectKind::MEMBER, number);
  c.put_state(number, [&](schema::SubjectRow::Builder row) {
    auto state = row.initMember();
    state.setProfile(act.getProfile());
    state.setVotingRight(act.getVotingRight());
    state.setFeesInOrder(act.getFeesInOrder());
  });
  return ok();
}

Result<void> member_changed(Context& c, schema::MemberChanged::Reader act) {
  JUMELAGE_TRY(const Number number, c.find(act.getId(), SubjectKind::MEMBER));
  const schema::MemberState::Reader before = c.member(number);
  JUMELAGE_TRY(need_chair_and_secretary(c, 0));
  if (is_own_act(act, before)) {
    JUMELAGE_TRY(need_member(c, number));
  }
  if (has_left(before.getStanding())) {
    return Error(Refusal::kImpossible, fmt::format("member \"{}\" has left; nothing about it can change any more",
                                                   for_terminal(view(act.getId()))));
  }
  if (act.hasProfile()) {
    JUMELAGE_TRY(check_profile(act.getProfile()));
  }
  JUMELAGE_TRY(const Number successor, find_successor(c, act, number));
  if (has_left(act.getStanding())) {
    JUMELAGE_TRY(check_leaving(c, number));
  }
  const std::size_t findings = c.finding_count();
  const bool irregular = c.state(number)->row.getIrregular();
  if (is_decided(act, before) || act.hasDecision()) {
    JUMELAGE_TRY(c.expect_adopted(act.getDecision(), number));
  }
  if (c.finding_count() != findings) {  // recorded, without effect
    c.touch(number);
    return ok();
  }
  // What was found about an earlier attempt is cured by a decision that was adopted, and by nothing less.
  if (act.hasDecision()) cure_all(c, number);
  c.update_state(number, [&](schema::SubjectRow::Builder row) {
    row.setIrregular(irregular && !act.hasDecision());
    auto state = row.getMember();
    if (act.hasProfile()) state.setProfile(act.getProfile());
    state.setStanding(act.getStanding());
    state.setVotingRight(act.getVotingRight());
    state.setFeesInOrder(act.getFeesInOrder());
    state.setSuccessor(successor);
  });
  if (has_left(act.getStanding())) end_mandates(c, number);
  return ok();
}

}  // namespace jumelage::governance
