#include "governance/project_support.h"

#include <fmt/format.h>

#include "governance/agreement_finding_codes.h"
#include "governance/agreement_state.h"
#include "governance/authority.h"
#include "governance/dates.h"
#include "governance/project_continuity.h"
#include "governance/session_support.h"

namespace jumelage::governance {
namespace {

using MandateStatus = schema::MandateState::Status;

bool signs_as_lead(Context& c, Number lead) {
  if (c.roles().holds(lead)) return true;
  if (c.mandate(lead).getStatus() != MandateStatus::IMPEDED) return false;
  for (const SigningMandate& m : c.roles().mandates)
    if (c.mandate(m.mandate).getAlternateOf() == lead) return true;
  return false;
}

}  // namespace

std::string_view status_text(schema::ProjectState::Status status) {
  using Status = schema::ProjectState::Status;
  switch (status) {
    case Status::LAUNCHED: return "launched, but not in order";
    case Status::ACTIVE: return "active";
    case Status::SUSPENDED: return "suspended";
    case Status::COMPLETED: return "completed";
    case Status::CANCELLED: return "cancelled";
  }
  return "unknown";
}

Result<void> need_lead(Context& c, Number project) {
  const auto state = c.project(project);
  if (signs_as_lead(c, state.getLead()) || attested_for(c, state.getLeadMember())) return ok();
  const LeadLapse lapse = lead_lapse(c.reader(), project, c.day());
  if (lapse == LeadLapse::kMandateEnded && c.roles().acts_for(state.getLeadMember())) return ok();
  if (lapse == LeadLapse::kMemberLeft && has_secretary(c, 0)) return ok();
  return Error(Refusal::kSignatureMissing,
               fmt::format("this act needs the signature of {}, who leads project {}, or basis \"attested\" on behalf "
                           "of {}",
                           quoted(c, state.getLead()), quoted(c, project), quoted(c, state.getLeadMember())));
}

bool find_lead(Context& c, Number project) {
  const LeadLapse lapse = lead_lapse(c.reader(), project, c.day());
  if (lapse == LeadLapse::kNone) return true;
  c.finding(kProjectLeadEnded,
            fmt::format("nobody answers for it, as {}; hand it over, then record this again", lapse_text(lapse)),
            project);
  return false;
}

Result<void> check_lead(Context& c, Number lead, Number member, std::uint32_t from) {
  const auto mandate = c.mandate(lead);
  if (mandate.getMember() != member)
    return Error(Refusal::kBadValue,
                 fmt::format("mandate {} is not held for {}, which is to lead", quoted(c, lead), quoted(c, member)));
  if (mandate.getStatus() == MandateStatus::ENDED)
    return Error(Refusal::kImpossible, fmt::format("mandate {} has ended; name one in exercise", quoted(c, lead)));
  if (in_term(mandate.getFrom(), mandate.getUntil(), from)) return ok();
  return Error(Refusal::kImpossible,
               fmt::format("mandate {} is not in term on {}; name one that is", quoted(c, lead), format_day(from)));
}

Result<void> find_no_ground(Context& c, Number agreement, Number decision, Number project, std::uint32_t day) {
  if (decision != 0) {
    const std::string id = c.slug_of(decision);
    JUMELAGE_TRY(c.expect_adopted(to_text(id), project));
  }
  if (agreement == 0) return ok();
  const AgreementPhase phase = phase_on(c.agreement(agreement), day);
  if (is_in_force(phase)) return ok();
  c.finding(kProjectAgreementNotInForce,
            fmt::format("agreement {} is {} on {}; bring it into force, then resume the project", quoted(c, agreement),
                        phase_text(phase), format_day(day)),
            project);
  return ok();
}

}  // namespace jumelage::governance
