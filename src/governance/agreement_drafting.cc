// AgreementDrafted: the first draft of an agreement, and every new one of it. A new draft resets approvals and
// signatures. Once the agreement is in force, a new draft is what it may be amended to: its own terms go on meanwhile.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "governance/agreement_clearance.h"
#include "governance/agreement_unsettled.h"
#include "governance/authority.h"
#include "governance/periods.h"
#include "governance/rules.h"
#include "governance/session_support.h"

namespace jumelage::governance {
namespace {

using Renewal = schema::AgreementDrafted::Renewal;
using Standing = schema::MemberChanged::Standing;
using Trigger = schema::AgreementDrafted::Trigger;

Error bad(std::string message) {
  return Error(Refusal::kBadValue, std::move(message));
}

// Everything that a draft refers to.
struct Draft {
  Number agreement = 0;  // 0: to be created
  Number decision = 0;
  Number depositary = 0;
  std::vector<Number> parties;  // 0: an outside one
};

Result<void> check_standing(Context& c, Number member) {
  const Standing standing = c.member(member).getStanding();
  if (standing == Standing::ACTIVE || standing == Standing::SUSPENDED) return ok();
  return Error(Refusal::kImpossible, fmt::format("member {} has left, so it drafts nothing here; name it as an outside "
                                                 "party",
                                                 quoted(c, member)));
}

Result<Number> find_member_party(Context& c, schema::AgreementDrafted::Party::Reader party) {
  const bool named = party.getName().size() != 0;
  if (party.hasMember() == named)
    return bad("a party is a member, given by its id, or an outside party, given by its name: one of the two");
  JUMELAGE_TRY(const Number member, c.find_optional(party.getMember(), SubjectKind::MEMBER));
  if (member != 0) {
    JUMELAGE_TRY(check_standing(c, member));
  }
  return member;
}

Result<std::vector<Number>> find_parties(Context& c, schema::AgreementDrafted::Reader act) {
  std::vector<Number> parties;
  for (const auto party : act.getParties()) {
    JUMELAGE_TRY(const Number member, find_member_party(c, party));
    if (member != 0 && std::find(parties.begin(), parties.end(), member) != parties.end())
      return bad(fmt::format("{} is listed twice among the parties", quoted(c, member)));
    parties.push_back(member);
  }
  if (parties.size() < 2) return bad("an agreement has two parties at least");
  if (std::count(parties.begin(), parties.end(), Number{0}) == static_cast<std::ptrdiff_t>(parties.size()))
    return bad("one party at least is a member of the club");
  return parties;
}

Result<Draft> find_all(Context& c, schema::AgreementDrafted::Reader act) {
  Draft draft;
  if (c.number_of(view(act.getId())) != 0) {
    JUMELAGE_TRY(draft.agreement, c.find(act.getId(), SubjectKind::AGREEMENT));
  }
  JUMELAGE_TRY(draft.parties, find_parties(c, act));
  JUMELAGE_TRY(draft.decision, c.find_optional(act.getDecision(), SubjectKind::DECISION));
  JUMELAGE_TRY(draft.depositary, c.find_optional(act.getDepositary(), SubjectKind::MEMBER));
  return draft;
}

// A secretary, or a party. Who isn't a party to the draft before can't make themselves one.
Result<void> check_signers(Context& c, const Draft& draft) {
  if (has_secretary(c, 0)) return ok();
  std::vector<Number> members = draft.parties;
  if (draft.agreement != 0) {
    members.clear();
    const auto state = c.agreement(draft.agreement);
    for (const auto party : (state.hasProposed() ? state.getProposed() : state.getTerms()).getParties())
      members.push_back(party.getMember());
  }
  for (const Number member : members)
    if (c.roles().acts_for(member)) return ok();
  return Error(Refusal::kSignatureMissing, "this act needs the signature of a secretary of a council, or of a party");
}

Result<void> check_number(Context& c, schema::AgreementDrafted::Reader act, const Draft& draft) {
  if (draft.agreement == 0)
    return act.getDraft() == 1 ? Result<void>(ok()) : bad("the first draft of an agreement has the number 1");
  const auto state = c.agreement(draft.agreement);
  if (is_over(state.getPhase()) || state.getPhase() == AgreementPhase::NOTICE_GIVEN) {
    return Error(Refusal::kImpossible,
                 fmt::format("agreement {} is {}; {}", quoted(c, draft.agreement), phase_text(state.getPhase()),
                             is_over(state.getPhase()) ? "draft another one, under another id"
                                                       : "it cannot be drafted anew before the notice is withdrawn"));
  }
  if (act.getDraft() == state.getDrafts() + 1) return ok();
  return bad(fmt::format("the next draft of {} is number {}, not {}", quoted(c, draft.agreement), state.getDrafts() + 1,
                         act.getDraft()));
}

Result<void> check_terms(schema::AgreementDrafted::Reader act) {
  if (act.hasDuration() && !is_term(act.getDuration()))
    return bad("duration is in days, months or years, and not 0; leave it out for an agreement without a term");
  if (act.hasRenewalPeriod() && !is_term(act.getRenewalPeriod()))
    return bad("renewalPeriod is in days, months or years, and not 0");
  if (act.hasNotice() && act.getNotice().getUnit() == schema::Period::Unit::HOURS)
    return bad("notice of an agreement is in days, months or years, not in hours");
  if (act.getRenewal() != Renewal::NONE && !act.hasDuration())
    return bad("an agreement without a duration has no term to renew; state one, or no renewal");
  if (act.getRenewal() == Renewal::NONE && act.hasRenewalPeriod())
    return bad("renewalPeriod is for an agreement that is renewed; leave it out");
  if ((act.getEntryIntoForce() == Trigger::ON_DATE) != (act.getInForceOn() != 0))
    return bad("inForceOn goes with the trigger \"onDate\", and with no other");
  return ok();
}

Result<void> check_prevailing(schema::AgreementDrafted::Reader act) {
  if (act.getPrevailing().size() == 0 || act.getTexts().size() == 0) return ok();
  if (any_in(act.getTexts(), [&](auto text) { return text.getLanguage() == act.getPrevailing(); })) return ok();
  return bad(fmt::format("the text in {} is to prevail, and there is none; add it, or name the language of one",
                         quoted(act.getPrevailing())));
}

void write_text(Context& c, schema::AgreementDrafted::Reader act, const Draft& draft,
                schema::AgreementText::Builder text) {
  text.setDraft(act.getDraft());
  text.setDraftedAt(c.position());
  text.setKind(act.getKind());
  text.setDecision(draft.decision);
  text.setDepositary(draft.depositary);
  if (act.hasDuration()) text.setDuration(act.getDuration());
  text.setRenewal(act.getRenewal());
  if (act.hasRenewalPeriod()) text.setRenewalPeriod(act.getRenewalPeriod());
  if (act.hasNotice()) text.setNotice(act.getNotice());
  text.setTrigger(act.getEntryIntoForce());
  text.setTriggerDate(act.getInForceOn());
  auto parties = text.initParties(act.getParties().size());
  for (unsigned i = 0; i < parties.size(); ++i) {
    parties[i].setMember(draft.parties[i]);
    write_checklist(act.getParties()[i], parties[i]);
  }
}

void write(Context& c, schema::AgreementDrafted::Reader act, const Draft& draft, Number agreement, bool regular) {
  UnsettledMatters unsettled(c, agreement);
  unsettled.settle_all({AgreementMatter::DRAFT, AgreementMatter::APPROVAL, AgreementMatter::SIGNATURE,
                        AgreementMatter::ENTRY_INTO_FORCE});
  if (!regular) unsettled.leave(AgreementMatter::DRAFT);
  const auto fill = [&](schema::SubjectRow::Builder row) {
    auto state = draft.agreement == 0 ? row.initAgreement() : row.getAgreement();
    state.setDrafts(act.getDraft());
    if (!is_in_force(state.getPhase())) state.setPhase(AgreementPhase::DRAFT);
    write_text(c, act, draft, state.initProposed());
    unsettled.write(row);
  };
  if (draft.agreement == 0) return c.put_state(agreement, fill);
  c.update_state(agreement, fill);
}

}  // namespace

Result<void> agreement_drafted(Context& c, schema::AgreementDrafted::Reader act) {
  JUMELAGE_TRY(const Draft draft, find_all(c, act));
  JUMELAGE_TRY(check_signers(c, draft));
  JUMELAGE_TRY(check_number(c, act, draft));
  JUMELAGE_TRY(check_terms(act));
  JUMELAGE_TRY(check_prevailing(act));
  JUMELAGE_TRY(check_checklists(act));
  Number agreement = draft.agreement;
  if (agreement == 0) {
    JUMELAGE_TRY(agreement, c.create(act.getId(), SubjectKind::AGREEMENT));
    c.link(kLedgerNumber, SubjectKind::AGREEMENT, agreement);
  }
  JUMELAGE_TRY(c.register_documents(act.getTexts()));
  const std::size_t before = c.finding_count();
  if (draft.decision != 0) {
    JUMELAGE_TRY(c.expect_adopted(act.getDecision(), agreement));
  }
  for (const Number party : draft.parties)
    if (party != 0) c.link(party, SubjectKind::AGREEMENT, agreement);
  write(c, act, draft, agreement, c.finding_count() == before);
  return ok();
}

}  // namespace jumelage::governance
