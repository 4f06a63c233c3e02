// ProjectLaunched: a project begins. One whose agreement or decision doesn't hold is launched, and stays without effect
// until that is put right and it is resumed.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <vector>

#include "governance/authority.h"
#include "governance/dates.h"
#include "governance/project_support.h"
#include "governance/rules.h"
#include "governance/session_support.h"

namespace jumelage::governance {
namespace {

using Status = schema::ProjectState::Status;

Error bad(std::string message) {
  return Error(Refusal::kBadValue, std::move(message));
}

// Everything that a project refers to.
struct Launch {
  Number agreement = 0;
  Number decision = 0;
  Number lead = 0;
  Number lead_member = 0;
  std::vector<Number> partners;
};

Result<void> find_partners(Context& c, schema::ProjectLaunched::Reader act, Launch& launch) {
  for (const auto id : act.getPartners()) {
    JUMELAGE_TRY(const Number partner, c.find(id, SubjectKind::MEMBER));
    const auto& known = launch.partners;
    if (partner == launch.lead_member || std::find(known.begin(), known.end(), partner) != known.end())
      return bad(
          fmt::format("{} is named twice; the leading member is no partner, and each partner stands once", quoted(id)));
    launch.partners.push_back(partner);
  }
  return ok();
}

Result<Launch> find_all(Context& c, schema::ProjectLaunched::Reader act) {
  Launch launch;
  JUMELAGE_TRY(launch.agreement, c.find_optional(act.getAgreement(), SubjectKind::AGREEMENT));
  JUMELAGE_TRY(launch.decision, c.find_optional(act.getDecision(), SubjectKind::DECISION));
  JUMELAGE_TRY(launch.lead, c.find(act.getLead(), SubjectKind::MANDATE));
  JUMELAGE_TRY(launch.lead_member, c.find(act.getLeadMember(), SubjectKind::MEMBER));
  JUMELAGE_TRY(find_partners(c, act, launch));
  return launch;
}

Result<void> check_milestones(schema::ProjectLaunched::Reader act) {
  std::set<std::string_view> ids;
  for (const auto milestone : act.getMilestones()) {
    if (!ids.insert(view(milestone.getId())).second)
      return bad(fmt::format("two milestones are called {}; give each an id of its own", quoted(milestone.getId())));
    if (milestone.getDue() < act.getFrom())
      return bad(fmt::format("milestone {} is due on {}, before the project begins", quoted(milestone.getId()),
                             format_day(milestone.getDue())));
  }
  return ok();
}

Result<void> check_values(schema::ProjectLaunched::Reader act) {
  if (act.getUntil() != 0 && act.getUntil() < act.getFrom())
    return bad(fmt::format("the project would end on {}, before it begins on {}", format_day(act.getUntil()),
                           format_day(act.getFrom())));
  if (act.hasBudget() && act.getBudget().getMinorUnits() < 0) return bad("a budget is not less than nothing");
  return check_milestones(act);
}

void write(Context& c, schema::ProjectLaunched::Reader act, const Launch& launch, Number number, bool regular) {
  c.put_state(number, [&](schema::SubjectRow::Builder row) {
    auto state = row.initProject();
    state.setTitleAt(c.position());
    state.setAgreement(launch.agreement);
    state.setDecision(launch.decision);
    state.setLead(launch.lead);
    state.setLeadMember(launch.lead_member);
    state.setLeadSince(act.getFrom());
    if (!launch.partners.empty()) state.setPartners({launch.partners.data(), launch.partners.size()});
    if (act.hasBudget()) {
      state.setBudget(act.getBudget());
      state.setCurrency(act.getBudget().getCurrency());
    }
    auto milestones = state.initMilestones(act.getMilestones().size());
    for (unsigned i = 0; i < milestones.size(); ++i) {
      milestones[i].setId(act.getMilestones()[i].getId());
      milestones[i].setDue(act.getMilestones()[i].getDue());
    }
    state.setFrom(act.getFrom());
    state.setUntil(act.getUntil());
    state.setStatus(regular ? Status::ACTIVE : Status::LAUNCHED);
    state.setSince(act.getFrom());
    state.setUnsettledGround(regular ? 0 : c.position());
  });
}

}  // namespace

Result<void> project_launched(Context& c, schema::ProjectLaunched::Reader act) {
  JUMELAGE_TRY(const Launch launch, find_all(c, act));
  JUMELAGE_TRY(need_secretary(c, 0));
  JUMELAGE_TRY(need_member(c, launch.lead_member));
  JUMELAGE_TRY(check_values(act));
  JUMELAGE_TRY(check_lead(c, launch.lead, launch.lead_member, act.getFrom()));
  JUMELAGE_TRY(const Number number, c.create(act.getId(), SubjectKind::PROJECT));
  const std::size_t before = c.finding_count();
  JUMELAGE_TRY(find_no_ground(c, launch.agreement, launch.decision, number, act.getFrom()));
  c.link(kLedgerNumber, SubjectKind::PROJECT, number);
  c.link(launch.lead_member, SubjectKind::PROJECT, number);
  for (const Number partner : launch.partners) c.link(partner, SubjectKind::PROJECT, number);
  if (launch.agreement != 0) c.link(launch.agreement, SubjectKind::PROJECT, number);
  write(c, act, launch, number, c.finding_count() == before);
  return ok();
}

}  // namespace jumelage::governance
