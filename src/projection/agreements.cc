#include "projection/agreements.h"

#include <fmt/format.h>

#include "governance/agreement_clearance.h"
#include "governance/dates.h"
#include "governance/periods.h"

namespace jumelage::projection {
namespace {

using governance::AgreementPhase;
using governance::ClearanceStage;
using schema::AgreementState;
using schema::AgreementText;
using Trigger = schema::AgreementDrafted::Trigger;
using Matter = AgreementState::Matter;

class Waiting {
 public:
  Waiting(const Register& reg, AgreementText::Reader text, std::string of)
      : reg_(reg), text_(text), of_(std::move(of)) {}

  void approvals() {
    each_party([&](unsigned place, schema::AgreementParty::Reader party) {
      if (party.getApprovedAt() == 0) say("the approval of {}", place);
    });
  }
  // A party signs once it has obtained what comes before.
  void signatures() {
    each_party([&](unsigned place, schema::AgreementParty::Reader party) {
      if (party.getSignedAt() != 0) return;
      steps(place, party, ClearanceStage::BEFORE_SIGNATURE);
      say("the signature of {}", place);
    });
  }
  void clearances() {
    each_party([&](unsigned place, schema::AgreementParty::Reader party) {
      steps(place, party, ClearanceStage::BEFORE_ENTRY_INTO_FORCE);
    });
  }
  std::vector<std::string> take() { return std::move(sentences_); }

 private:
  template <class Visit>
  void each_party(Visit&& visit) const {
    for (unsigned place = 0; place < text_.getParties().size(); ++place) visit(place, text_.getParties()[place]);
  }
  void say(std::string_view what, unsigned place) {
    sentences_.push_back(fmt::format(fmt::runtime(what), party_of(reg_, text_, place)) + of_);
  }
  void steps(unsigned place, schema::AgreementParty::Reader party, ClearanceStage stage) {
    for (const auto step : party.getClearances()) {
      if (step.getStage() != stage || governance::is_obtained(step)) continue;
      std::string sentence =
          fmt::format("{} to obtain {}", party_of(reg_, text_, place), governance::view(step.getId()));
      if (step.getAnswerBy() != 0)
        sentence += fmt::format(", answer due by {}", governance::format_day(step.getAnswerBy()));
      sentences_.push_back(sentence + of_);
    }
  }

  const Register& reg_;
  AgreementText::Reader text_;
  std::string of_;  // " of draft 2, which would amend it"
  std::vector<std::string> sentences_;
};

std::string entry_into_force(AgreementText::Reader text) {
  if (text.getTrigger() == Trigger::ON_DATE)
    return fmt::format("its entry into force on {}, to be recorded", governance::format_day(text.getTriggerDate()));
  if (text.getTrigger() == Trigger::ON_NOTIFICATION) return "the notification, and its entry into force to be recorded";
  return "its entry into force to be recorded";
}

std::string_view matter_text(Matter matter) {
  switch (matter) {
    case Matter::DRAFT: return "the draft";
    case Matter::APPROVAL: return "the approval";
    case Matter::SIGNATURE: return "the signature";
    case Matter::ENTRY_INTO_FORCE: return "the entry into force";
    case Matter::RENEWAL: return "the renewal";
    case Matter::NOTICE: return "the notice";
    case Matter::ENDING: return "its end";
  }
  return "something of a newer version";
}

// The enumerant in words, as other states are.
std::string_view word_of(AgreementPhase phase) {
  switch (phase) {
    case AgreementPhase::DRAFT: return "draft";
    case AgreementPhase::APPROVED: return "approved";
    case AgreementPhase::SIGNED: return "signed";
    case AgreementPhase::IN_FORCE: return "in force";
    case AgreementPhase::DORMANT: return "dormant";
    case AgreementPhase::NOTICE_GIVEN: return "notice given";
    case AgreementPhase::EXPIRED: return "expired";
    case AgreementPhase::DENOUNCED: return "denounced";
    case AgreementPhase::ENDED_BY_CONSENT: return "ended by consent";
    case AgreementPhase::ANNULLED: return "annulled";
  }
  return "unknown";
}

void add(std::vector<std::string>& to, std::vector<std::string> more) {
  to.insert(to.end(), more.begin(), more.end());
}

void add_text_under_way(const Register& reg, AgreementState::Reader agreement, AgreementPhase phase,
                        std::vector<std::string>& out) {
  const auto text = agreement.getProposed();
  if (!agreement.hasProposed() || governance::is_over(phase)) return;
  const bool amends = governance::is_in_force(phase);
  Waiting waiting(reg, text, amends ? fmt::format(" (draft {}, to amend it)", text.getDraft()) : "");
  if (!governance::all_approved(text)) waiting.approvals();
  if (governance::all_approved(text) && !governance::all_signed(text)) waiting.signatures();
  if (governance::all_approved(text) && governance::all_signed(text)) waiting.clearances();
  auto sentences = waiting.take();
  if (sentences.empty() && !amends) sentences.push_back(entry_into_force(text));
  add(out, std::move(sentences));
}

}  // namespace

schema::AgreementText::Reader text_of(AgreementState::Reader agreement) {
  return agreement.hasTerms() ? agreement.getTerms() : agreement.getProposed();
}

RunningTerm running_term(AgreementState::Reader agreement, std::uint32_t day) {
  RunningTerm term{agreement.getUntil(), 0};
  const AgreementPhase phase = governance::phase_on(agreement, day);
  // By notice it ends, and before it is in force or after its end there is no term.
  if (!governance::is_in_force(phase) || phase == AgreementPhase::NOTICE_GIVEN) return term;
  const auto text = agreement.getTerms();
  while (term.until != 0 && term.until < day) {
    const std::uint32_t from = term.until + 1;
    if (term.renewed == 0) term.renewed = from;
    term.until = text.hasRenewalPeriod() ? governance::last_day_of_term(from, text.getRenewalPeriod()) : 0;
    if (term.until != 0 && term.until < from) break;  // no renewal that passes time
  }
  return term;
}

std::string state_text(AgreementState::Reader agreement, std::uint32_t day) {
  const std::string_view phase = word_of(governance::phase_on(agreement, day));
  return fmt::format("{}{}", phase, running_term(agreement, day).renewed == 0 ? "" : ", renewed tacitly");
}

std::string party_of(const Register& reg, AgreementText::Reader text, unsigned place) {
  const Number member = text.getParties()[place].getMember();
  return member == 0 ? fmt::format("party-{}", place + 1) : slug_of(reg, member);
}

std::vector<std::string> waits_for(const Register& reg, AgreementState::Reader agreement, std::uint32_t day) {
  const AgreementPhase phase = governance::phase_on(agreement, day);
  std::vector<std::string> out;
  add_text_under_way(reg, agreement, phase, out);
  if (phase == AgreementPhase::NOTICE_GIVEN)
    out.push_back(fmt::format("its end by notice on {}", governance::format_day(agreement.getEnds())));
  if (const auto term = running_term(agreement, day); term.renewed != 0)
    out.push_back(fmt::format("its tacit renewal from {} on to be recorded", governance::format_day(term.renewed)));
  if (phase != agreement.getPhase() && governance::is_over(phase)) out.emplace_back("its end to be recorded");
  for (const auto unsettled : agreement.getUnsettled())
    out.push_back(fmt::format("{} to be recorded again, in order (#{} was not)", matter_text(unsettled.getMatter()),
                              unsettled.getAct()));
  return out;
}

}  // namespace jumelage::projection
