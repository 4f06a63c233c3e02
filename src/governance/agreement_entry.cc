// AgreementInForce: all have signed, all clearances are there, and the trigger came about. With anything missing it is
// recorded that somebody took the agreement for in force, and it stays where it was.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "governance/agreement_clearance.h"
#include "governance/agreement_finding_codes.h"
#include "governance/agreement_unsettled.h"
#include "governance/authority.h"
#include "governance/dates.h"
#include "governance/periods.h"
#include "governance/rules.h"
#include "governance/session_support.h"

namespace jumelage::governance {
namespace {

using Trigger = schema::AgreementDrafted::Trigger;

std::string_view trigger_text(Trigger trigger) {
  switch (trigger) {
    case Trigger::ON_LAST_SIGNATURE: return "on the last signature";
    case Trigger::ON_LAST_CLEARANCE: return "on the last clearance";
    case Trigger::ON_DATE: return "on a day that it names";
    case Trigger::ON_NOTIFICATION: return "when the parties notify each other";
  }
  return "otherwise";
}

std::uint32_t last_signed_on(schema::AgreementText::Reader text) {
  std::uint32_t last = 0;
  for (const auto party : text.getParties()) last = std::max(last, party.getSignedOn());
  return last;
}

// Nothing makes an agreement enter into force before its last signature and its last clearance.
std::uint32_t earliest_entry(schema::AgreementText::Reader text) {
  const std::uint32_t ready = std::max(last_signed_on(text), last_obtained_on(text));
  return text.getTrigger() == Trigger::ON_DATE ? std::max(ready, text.getTriggerDate()) : ready;
}

void find_missing(Context& c, schema::AgreementText::Reader text, Number agreement) {
  const auto parties = text.getParties();
  for (unsigned place = 0; place < parties.size(); ++place) {
    if (parties[place].getSignedAt() == 0) {
      c.finding(kAgreementNotSigned,
                fmt::format("{} has not signed draft {}; record its signature, then the entry into force again",
                            party_name(c, text, place), text.getDraft()),
                agreement);
    }
    if (const auto step = missing_step(parties[place], ClearanceStage::BEFORE_ENTRY_INTO_FORCE); !step.empty()) {
      c.finding(
          kAgreementClearanceMissing,
          fmt::format("{} has not obtained \"{}\", which must come before the entry into force; obtain and record "
                      "it, then the entry into force again",
                      party_name(c, text, place), for_terminal(step)),
          agreement);
    }
  }
}

void find_no_trigger(Context& c, schema::AgreementInForce::Reader act, schema::AgreementText::Reader text,
                     Number agreement) {
  if (act.getGround() != text.getTrigger()) {
    c.finding(kAgreementOtherTrigger,
              fmt::format("by its text it enters into force {}, not {}", trigger_text(text.getTrigger()),
                          trigger_text(act.getGround())),
              agreement);
  }
  const std::uint32_t earliest = earliest_entry(text);
  if (act.getFrom() >= earliest) return;
  c.finding(kAgreementTooEarly,
            fmt::format("it cannot be in force on {}, before {}; record it from that day on", format_day(act.getFrom()),
                        format_day(earliest)),
            agreement);
}

Result<void> check_day(Context& c, schema::AgreementInForce::Reader act) {
  if (act.getFrom() <= c.day()) return ok();
  return Error(Refusal::kTimeImpossible,
               fmt::format("it would be in force on {} only; record it then", format_day(act.getFrom())));
}

Result<void> check_decision(Context& c, schema::AgreementText::Reader text, Number agreement) {
  if (text.getDecision() == 0) return ok();
  const std::string decision = c.slug_of(text.getDecision());
  return c.expect_adopted(to_text(decision), agreement);
}

void write(Context& c, schema::AgreementInForce::Reader act, Number agreement) {
  UnsettledMatters unsettled(c, agreement);
  unsettled.settle_all({AgreementMatter::DRAFT, AgreementMatter::APPROVAL, AgreementMatter::SIGNATURE,
                        AgreementMatter::ENTRY_INTO_FORCE});
  const auto before = c.agreement(agreement);
  const auto text = before.getProposed();
  c.put_state(agreement, [&](schema::SubjectRow::Builder row) {
    auto state = row.initAgreement();
    state.setPhase(AgreementPhase::IN_FORCE);
    state.setSince(act.getFrom());
    state.setDrafts(before.getDrafts());
    state.setTerms(text);
    state.setFrom(act.getFrom());
    if (text.hasDuration()) state.setUntil(last_day_of_term(act.getFrom(), text.getDuration()));
    unsettled.write(row);
  });
}

void leave(Context& c, Number agreement) {
  UnsettledMatters unsettled(c, agreement);
  unsettled.leave(AgreementMatter::ENTRY_INTO_FORCE);
  c.update_state(agreement, [&](schema::SubjectRow::Builder row) { unsettled.write(row); });
}

}  // namespace

Result<void> agreement_in_force(Context& c, schema::AgreementInForce::Reader act) {
  JUMELAGE_TRY(const Number agreement, c.find(act.getAgreement(), SubjectKind::AGREEMENT));
  JUMELAGE_TRY(need_chair_and_secretary(c, 0));
  const auto state = c.agreement(agreement);
  if (is_in_force(state.getPhase()) || is_over(state.getPhase())) {
    return Error(Refusal::kImpossible, fmt::format("agreement {} is {}; it has entered into force already",
                                                   quoted(c, agreement), phase_text(state.getPhase())));
  }
  JUMELAGE_TRY(check_day(c, act));
  const std::size_t before = c.finding_count();
  find_missing(c, state.getProposed(), agreement);
  find_no_trigger(c, act, state.getProposed(), agreement);
  JUMELAGE_TRY(check_decision(c, state.getProposed(), agreement));
  c.finding_count() == before ? write(c, act, agreement) : leave(c, agreement);
  return ok();
}

}  // namespace jumelage::governance
