// ProjectReported, ProjectStateChanged and ProjectHandedOver: what becomes of a project, and who answers for it. What
// is recorded while nobody does has no effect, and the project stays flagged until it is handed over.
#include <fmt/format.h>

#include <limits>
#include <vector>

#include "governance/agreement_finding_codes.h"
#include "governance/authority.h"
#include "governance/cures.h"
#include "governance/dates.h"
#include "governance/project_continuity.h"
#include "governance/project_support.h"
#include "governance/rules.h"
#include "governance/session_support.h"

namespace jumelage::governance {
namespace {

using Change = schema::ProjectStateChanged::State;
using Status = schema::ProjectState::Status;

Error bad(std::string message) {
  return Error(Refusal::kBadValue, std::move(message));
}
Error impossible(Context& c, Number project, std::string_view why) {
  return Error(Refusal::kImpossible, fmt::format("project {} is {}; {}", quoted(c, project),
                                                 status_text(c.project(project).getStatus()), why));
}

// Recorded without effect, because nobody answers for the project.
void leave_without_lead(Context& c, Number project) {
  std::vector<std::uint64_t> acts;
  for (const std::uint64_t act : c.project(project).getUnsettledLead()) acts.push_back(act);
  acts.push_back(c.position());
  c.update_state(project, [&](schema::SubjectRow::Builder row) {
    row.getProject().setUnsettledLead({acts.data(), acts.size()});
  });
}

// --- Reports

Result<void> check_period(Context& c, schema::ProjectReported::Reader act, schema::ProjectState::Reader project) {
  if (act.getFrom() < project.getFrom() || act.getUntil() < act.getFrom())
    return bad(fmt::format("a report on a project that began on {} cannot be on {} to {}",
                           format_day(project.getFrom()), format_day(act.getFrom()), format_day(act.getUntil())));
  if (act.getUntil() <= day_of(c.act().getRecordedAt())) return ok();
  return Error(Refusal::kTimeImpossible,
               fmt::format("the report is on days until {}, after it was recorded", format_day(act.getUntil())));
}

Result<void> check_spent(schema::ProjectReported::Reader act, schema::ProjectState::Reader project) {
  if (!act.hasSpent()) return ok();
  const std::int64_t spent = act.getSpent().getMinorUnits();
  if (spent < 0) return bad("what was spent is not less than nothing");
  if (project.getCurrency().size() != 0 && act.getSpent().getCurrency() != project.getCurrency())
    return bad(fmt::format("the project is kept in {}; state what was spent in it", quoted(project.getCurrency())));
  if (spent <= std::numeric_limits<std::int64_t>::max() - project.getSpent()) return ok();
  return bad("that much money cannot be counted");
}

Result<void> check_milestones(schema::ProjectReported::Reader act, schema::ProjectState::Reader project) {
  for (const auto id : act.getMilestonesReached()) {
    const auto is_it = [&](auto milestone) { return milestone.getId() == id; };
    const auto is_reached = [&](auto milestone) { return milestone.getId() == id && milestone.getReachedAt() != 0; };
    if (!any_in(project.getMilestones(), is_it))
      return bad(fmt::format("the project has no milestone {}; name one of its own", quoted(id)));
    if (any_in(project.getMilestones(), is_reached))
      return bad(fmt::format("milestone {} was reported as reached already", quoted(id)));
  }
  return ok();
}

// The money is gone, so it is counted; the finding says so, and the project goes on.
void find_over_budget(Context& c, schema::ProjectReported::Reader act, schema::ProjectState::Reader project) {
  if (!act.hasSpent() || !project.hasBudget()) return;
  const std::int64_t spent = project.getSpent() + act.getSpent().getMinorUnits();
  if (spent <= project.getBudget().getMinorUnits()) return;
  c.finding(kProjectOverBudget, fmt::format("{} was spent of a budget of {}, in the smallest unit of {}", spent,
                                            project.getBudget().getMinorUnits(), view(project.getCurrency())));
}

bool find_overlap(Context& c, schema::ProjectReported::Reader act, schema::ProjectState::Reader project) {
  if (act.getFrom() > project.getReportedUntil()) return false;
  c.finding(kProjectPeriodsOverlap,
            fmt::format("the days until {} were reported on already, so this report is not counted; report on the days "
                        "after",
                        format_day(project.getReportedUntil())));
  return true;
}

void write_report(Context& c, schema::ProjectReported::Reader act, Number project) {
  c.update_state(project, [&](schema::SubjectRow::Builder row) {
    auto state = row.getProject();
    state.setReportedUntil(act.getUntil());
    if (act.hasSpent()) {
      state.setSpent(state.getSpent() + act.getSpent().getMinorUnits());
      if (!state.hasCurrency()) state.setCurrency(act.getSpent().getCurrency());
    }
    for (const auto id : act.getMilestonesReached()) {
      for (auto milestone : state.getMilestones())
        if (milestone.getId() == id) milestone.setReachedAt(c.position());
    }
  });
}

// --- Changes

bool can_follow(Status status, Change change) {
  switch (change) {
    case Change::SUSPENDED: return status == Status::ACTIVE;
    case Change::RESUMED: return status == Status::SUSPENDED || status == Status::LAUNCHED;
    case Change::COMPLETED: return status == Status::ACTIVE || status == Status::SUSPENDED;
    case Change::CANCELLED: return status != Status::COMPLETED && status != Status::CANCELLED;
  }
  return false;
}

std::string_view change_text(Change change) {
  switch (change) {
    case Change::SUSPENDED: return "it cannot be suspended from there";
    case Change::RESUMED: return "it cannot be resumed from there";
    case Change::COMPLETED: return "it cannot be completed from there";
    case Change::CANCELLED: return "it cannot be cancelled from there";
  }
  return "it cannot change so";
}

Result<void> check_day(Context& c, schema::ProjectStateChanged::Reader act, schema::ProjectState::Reader project) {
  // What is cancelled before it begins has never begun.
  const bool early = act.getFrom() < project.getSince() && act.getState() != Change::CANCELLED;
  if (early)
    return bad(fmt::format("the project is {} since {}; it cannot change before that", status_text(project.getStatus()),
                           format_day(project.getSince())));
  if (act.getFrom() <= c.day()) return ok();
  return Error(Refusal::kTimeImpossible,
               fmt::format("the change takes effect on {} only; record it then", format_day(act.getFrom())));
}

Status status_after(Change change) {
  switch (change) {
    case Change::SUSPENDED: return Status::SUSPENDED;
    case Change::RESUMED: return Status::ACTIVE;
    case Change::COMPLETED: return Status::COMPLETED;
    case Change::CANCELLED: return Status::CANCELLED;
  }
  return Status::ACTIVE;
}

void write_change(Context& c, schema::ProjectStateChanged::Reader act, Number project) {
  const bool resumed = act.getState() == Change::RESUMED;
  if (resumed) cure_all(c, project);
  c.update_state(project, [&](schema::SubjectRow::Builder row) {
    auto state = row.getProject();
    state.setStatus(status_after(act.getState()));
    state.setSince(act.getFrom());
    if (!resumed) return;
    state.setUnsettledGround(0);
    row.setIrregular(is_unsettled(state.asReader()));
  });
}

// It stays where it was until its agreement and decision hold.
void leave_without_ground(Context& c, Number project) {
  c.update_state(project, [&](schema::SubjectRow::Builder row) { row.getProject().setUnsettledGround(c.position()); });
}

// --- Handing over

struct HandOver {
  Number project = 0;
  Number lead = 0;
  Number member = 0;
};

Result<void> check_both_leads(Context& c, const HandOver& h) {
  JUMELAGE_TRY(need_lead(c, h.project));
  if (c.roles().holds(h.lead) || attested_for(c, h.member)) return ok();
  return Error(Refusal::kSignatureMissing,
               fmt::format("this act needs the signature of {}, who is to lead, or basis \"attested\" on behalf of {}",
                           quoted(c, h.lead), quoted(c, h.member)));
}

Result<void> check_hand_over(Context& c, schema::ProjectHandedOver::Reader act, const HandOver& h) {
  const auto project = c.project(h.project);
  if (project.getStatus() == Status::COMPLETED || project.getStatus() == Status::CANCELLED)
    return impossible(c, h.project, "there is nothing to hand over");
  if (h.lead == project.getLead()) return bad(fmt::format("{} leads it already", quoted(c, h.lead)));
  if (act.getFrom() < project.getLeadSince())
    return bad(fmt::format("{} leads it since {}; it cannot be handed over before that", quoted(c, project.getLead()),
                           format_day(project.getLeadSince())));
  if (act.getFrom() > c.day()) {
    return Error(Refusal::kTimeImpossible,
                 fmt::format("it would be handed over on {} only; record it then", format_day(act.getFrom())));
  }
  return check_lead(c, h.lead, h.member, act.getFrom());
}

std::vector<Number> partners_without(schema::ProjectState::Reader project, Number member) {
  std::vector<Number> partners;
  for (const Number partner : project.getPartners())
    if (partner != member) partners.push_back(partner);
  return partners;
}

}  // namespace

Result<void> project_reported(Context& c, schema::ProjectReported::Reader act) {
  JUMELAGE_TRY(const Number number, c.find(act.getProject(), SubjectKind::PROJECT));
  JUMELAGE_TRY(need_lead(c, number));
  const auto project = c.project(number);
  if (project.getStatus() != Status::ACTIVE && project.getStatus() != Status::SUSPENDED)
    return impossible(c, number, "it is reported on while it is active or suspended");
  JUMELAGE_TRY(check_period(c, act, project));
  JUMELAGE_TRY(check_spent(act, project));
  JUMELAGE_TRY(check_milestones(act, project));
  if (!find_lead(c, number)) {
    leave_without_lead(c, number);
  } else if (find_overlap(c, act, project)) {
    c.touch(number);
  } else {
    find_over_budget(c, act, project);
    write_report(c, act, number);
  }
  return ok();
}

Result<void> project_state_changed(Context& c, schema::ProjectStateChanged::Reader act) {
  JUMELAGE_TRY(const Number number, c.find(act.getProject(), SubjectKind::PROJECT));
  JUMELAGE_TRY(need_secretary(c, 0));
  JUMELAGE_TRY(need_lead(c, number));
  const auto project = c.project(number);
  if (!can_follow(project.getStatus(), act.getState())) return impossible(c, number, change_text(act.getState()));
  JUMELAGE_TRY(check_day(c, act, project));
  if (!find_lead(c, number)) {
    leave_without_lead(c, number);
    return ok();
  }
  const std::size_t before = c.finding_count();
  if (act.getState() == Change::RESUMED) {
    JUMELAGE_TRY(find_no_ground(c, project.getAgreement(), project.getDecision(), number, act.getFrom()));
  }
  c.finding_count() == before ? write_change(c, act, number) : leave_without_ground(c, number);
  return ok();
}

Result<void> project_handed_over(Context& c, schema::ProjectHandedOver::Reader act) {
  HandOver h;
  JUMELAGE_TRY(h.project, c.find(act.getProject(), SubjectKind::PROJECT));
  JUMELAGE_TRY(h.lead, c.find(act.getNewLead(), SubjectKind::MANDATE));
  JUMELAGE_TRY(h.member, c.find(act.getNewLeadMember(), SubjectKind::MEMBER));
  JUMELAGE_TRY(check_both_leads(c, h));
  JUMELAGE_TRY(check_hand_over(c, act, h));
  const auto project = c.project(h.project);
  for (const std::uint64_t position : project.getUnsettledLead()) cure_act(c, position, h.project);
  const std::vector<Number> partners = partners_without(project, h.member);
  c.link(h.member, SubjectKind::PROJECT, h.project);
  c.update_state(h.project, [&](schema::SubjectRow::Builder row) {
    auto state = row.getProject();
    state.setLead(h.lead);
    state.setLeadMember(h.member);
    state.setLeadSince(act.getFrom());
    state.setPartners({partners.data(), partners.size()});
    state.disownUnsettledLead();
    row.setIrregular(is_unsettled(state.asReader()));
  });
  return ok();
}

}  // namespace jumelage::governance
