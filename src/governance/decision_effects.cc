#include "governance/decision_effects.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "governance/cures.h"
#include "governance/dates.h"
#include "governance/decision_dependants.h"
#include "governance/decision_finding_codes.h"
#include "governance/session_finding_codes.h"
#include "governance/session_support.h"
#include "governance/vote.h"

namespace jumelage::governance {
namespace {

using Numbers = capnp::List<std::uint32_t>;

// A decision as this act leaves it.
struct Standing {
  DecisionStatus status = DecisionStatus::REJECTED;
  Number body = 0;
  std::vector<Number> amends;
  std::vector<Number> repeals;
};

bool holds(const std::vector<Number>& numbers, Number number) {
  return std::find(numbers.begin(), numbers.end(), number) != numbers.end();
}

std::vector<Number> read(Numbers::Reader list) {
  std::vector<Number> out;
  out.reserve(list.size());
  for (const Number number : list) out.push_back(number);
  return out;
}

Standing set_standing(Context& c, Number decision, schema::SubjectRow::Builder row) {
  auto state = row.getDecision();
  const bool irregular = row.getIrregular() || c.found_about(decision);
  state.setStatus(standing_on(state.asReader(), irregular, row_day(c)));
  return {state.getStatus(), state.getBody(), read(state.asReader().getAmends()), read(state.asReader().getRepeals())};
}

// Whether what one body decides may change what the other has decided: its own decisions, and those of bodies below it.
bool is_above(Context& c, Number body, Number other) {
  for (; other != 0; other = c.body(other).getParent())
    if (other == body) return true;
  return false;
}

DecisionStatus standing_now(Context& c, Number decision) {
  return standing_on(c.decision(decision), c.state(decision)->row.getIrregular(), row_day(c));
}

bool within_reach(Context& c, Number body, Number target) {
  return !c.decision(target).getImported() && is_above(c, body, c.decision(target).getBody());
}

// What a decision does to another one that it names, or has ended.
struct Effect {
  bool end = false;      // repealed now
  bool resume = false;   // the end that it had brought about has effect again
  bool hold = false;     // that end has none for now
  bool amend = false;    // joins those that amend it
  bool restore = false;  // no longer amends it

  bool any() const { return end || resume || hold || amend || restore; }
};

Effect effect_of(Context& c, Number decision, const Standing& standing, Number target) {
  Effect effect;
  const auto state = c.decision(target);
  const bool ended_by = state.getEndedBy() == decision && state.getEndedOn() != 0;
  const bool amended_by = holds(read(state.getAmendedBy()), decision);
  if (standing.status != DecisionStatus::EXECUTORY) {
    effect.hold = ended_by && !state.getEndingHeld();
    effect.restore = amended_by;
    return effect;
  }
  effect.resume = ended_by && state.getEndingHeld();
  if (!within_reach(c, standing.body, target) || !is_alive(standing_now(c, target))) return effect;
  effect.end = !effect.resume && holds(standing.repeals, target);
  effect.amend = !amended_by && holds(standing.amends, target);
  return effect;
}

void write_amended_by(schema::DecisionState::Builder state, Number decision, bool amends) {
  std::vector<Number> by = read(state.asReader().getAmendedBy());
  std::erase(by, decision);
  if (amends) by.push_back(decision);
  auto list = state.initAmendedBy(static_cast<unsigned>(by.size()));
  for (unsigned i = 0; i < list.size(); ++i) list.set(i, by[i]);
}

void affect(Context& c, Number decision, Number target, const Effect& effect, std::uint32_t day) {
  if (effect.end) c.link(decision, SubjectKind::DECISION, target);
  c.amend_state(target, [&](schema::SubjectRow::Builder row) {
    auto state = row.getDecision();
    if (effect.end) {
      state.setEnding(DecisionStatus::REPEALED);
      state.setEndedBy(decision);
      state.setEndedOn(std::min(day, row_day(c)));
    }
    if (effect.end || effect.resume) state.setEndingHeld(false);
    if (effect.hold) state.setEndingHeld(true);
    if (effect.amend || effect.restore) write_amended_by(state, decision, effect.amend);
    set_standing(c, target, row);
  });
}

// Everything that follows for others from where the decision stands now. What one that is over had brought about stays.
void settle(Context& c, Number decision, const Standing& standing, std::uint32_t day) {
  if (is_over(standing.status)) return;
  std::vector<Number> targets;  // each once: a row is written once
  const auto add = [&](Number target) {
    if (!holds(targets, target)) targets.push_back(target);
    return true;
  };
  for (const Number target : standing.repeals) add(target);
  for (const Number target : standing.amends) add(target);
  c.children(decision, SubjectKind::DECISION, add);
  for (const Number target : targets) {
    const Effect effect = effect_of(c, decision, standing, target);
    if (effect.any()) affect(c, decision, target, effect, day);
  }
  if (standing.status == DecisionStatus::EXECUTORY) cure_dependants(c, decision);
}

void find_unreachable(Context& c, Number body, Number target, bool changes) {
  if (changes && !within_reach(c, body, target)) {
    c.finding(kDecisionOtherBody, fmt::format("{} is not a decision of this body or of one below it, so it stays as it "
                                              "is; have the body that took it decide",
                                              quoted(c, target)));
    return;
  }
  const DecisionStatus status = standing_now(c, target);
  if (changes ? is_alive(status) : status == DecisionStatus::EXECUTORY) return;
  c.finding(kDecisionTargetNotInForce,
            fmt::format("{} is {}, so it cannot be {}", quoted(c, target), status_text(status),
                        changes ? "amended or repealed" : "carried out"));
}

}  // namespace

std::uint32_t row_day(const Context& c) {
  return day_of(c.act().getRecordedAt());
}

void put_decision(Context& c, Number decision, std::uint32_t day, const DecisionChange& fill) {
  Standing standing;
  c.put_state(decision, [&](schema::SubjectRow::Builder row) {
    fill(row);
    standing = set_standing(c, decision, row);
  });
  settle(c, decision, standing, day);
}

void update_decision(Context& c, Number decision, const DecisionChange& change) {
  Standing standing;
  c.update_state(decision, [&](schema::SubjectRow::Builder row) {
    change(row);
    standing = set_standing(c, decision, row);
  });
  settle(c, decision, standing, c.day());
}

void find_against_basis(Context& c, schema::Outcome announced, bool imported, const DecisionBasis& basis,
                        Number decision) {
  if (basis.vote_irregular) {
    c.finding(kDecisionVoteIrregular, "the vote that it rests on is irregular; replace that record, or vote again",
              decision);
  }
  if (basis.computed == schema::Outcome::NOT_ANNOUNCED) {
    if (!imported)
      c.finding(kDecisionNoVote, fmt::format("nothing shows that it was decided: {}", basis.arithmetic()), decision);
    return;
  }
  if (basis.computed == announced || announced == schema::Outcome::NOT_ANNOUNCED) return;
  c.finding(kDecisionOutcomeDiffers,
            fmt::format("announced as {}, but by the rules it is {}: {}", outcome_text(announced),
                        outcome_text(basis.computed), basis.arithmetic()),
            decision);
}

void rejudge_decision(Context& c, Number decision, const DecisionBasis& basis) {
  const auto before = c.state(decision)->row;
  const bool was_irregular = before.getIrregular();
  const bool others_left = cure(c, decision, [](const OpenFinding& finding) {
    return finding.code == kDecisionVoteIrregular || finding.code == kDecisionNoVote ||
           finding.code == kDecisionOutcomeDiffers;
  });
  find_against_basis(c, before.getDecision().getAnnounced(), before.getDecision().getImported(), basis, decision);
  const bool irregular = others_left || c.found_about(decision);
  Standing standing;
  c.amend_state(decision, [&](schema::SubjectRow::Builder row) {
    row.setIrregular(irregular);
    auto state = row.getDecision();
    state.setComputed(basis.computed);
    state.setVote(basis.vote);
    state.setRound(basis.round);
    standing = set_standing(c, decision, row);
  });
  settle(c, decision, standing, c.day());
  if (irregular && !was_irregular) flag_dependants(c, decision);
}

void find_unreachable(Context& c, schema::DecisionRecorded::Reader act, Number body) {
  for (const auto id : act.getAmends()) find_unreachable(c, body, c.number_of(view(id)), true);
  for (const auto id : act.getRepeals()) find_unreachable(c, body, c.number_of(view(id)), true);
  for (const auto id : act.getImplements()) find_unreachable(c, body, c.number_of(view(id)), false);
}

}  // namespace jumelage::governance
