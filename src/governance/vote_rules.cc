// VoteRecorded: a vote on an item, its figures, and the outcome that they have under the rules.
#include <fmt/format.h>

#include <array>

#include "base/text.h"
#include "governance/authority.h"
#include "governance/cures.h"
#include "governance/decision_effects.h"
#include "governance/rules.h"
#include "governance/session_finding_codes.h"
#include "governance/session_support.h"
#include "governance/vote_judgement.h"
#include "governance/vote_record.h"

namespace jumelage::governance {
namespace {

using Status = schema::ProposalState::Status;

// Counted with the recusals that stand by now.
constexpr std::array kCuredByVote = {kInterestLate};

Error bad(std::string message) {
  return Error(Refusal::kBadValue, std::move(message));
}

Result<void> check_place(Context& c, const VoteCase& v, Number body) {
  if (v.session == 0) return c.imported() ? Result<void>(ok()) : bad("a vote is taken in a session; name it");
  if (c.session(v.session).getBody() != body)
    return bad(
        fmt::format("{} was tabled in another body than that of session {}", quoted(c, v.item), quoted(c, v.session)));
  if (c.imported()) return ok();
  return need_open_with(c, v.session, v.item);
}

Result<void> check_item(Context& c, const VoteCase& v) {
  const Status status = c.proposal(v.item).getStatus();
  if (status == Status::TABLED || status == Status::VOTED) return ok();
  // A decision follows what is recorded anew of the vote that it rests on.
  if (status == Status::DECIDED && v.act.hasReplaces()) return ok();
  return Error(Refusal::kImpossible,
               fmt::format("{} is {}", quoted(c, v.item),
                           status == Status::DECIDED ? "decided already" : "disposed of without a vote"));
}

// A round follows the last one, or its record takes the place of the one that stands.
Result<void> check_round(Context& c, const VoteCase& v) {
  const auto item = c.proposal(v.item);
  const unsigned next = item.getRounds() + 1U;
  if (!v.act.hasReplaces()) {
    if (v.act.getRound() == next) return ok();
    return Error(
        Refusal::kImpossible,
        fmt::format("the next round on {} is {}, not {}; a record that replaces an earlier one names it in replaces",
                    quoted(c, v.item), next, v.act.getRound()));
  }
  JUMELAGE_TRY(const auto position, c.resolve(v.act.getReplaces()));
  if (position == item.getVote() && v.act.getRound() == item.getRounds()) return ok();
  return Error(Refusal::kImpossible, fmt::format("only the vote that stands can be replaced: that of round {} on {}",
                                                 item.getRounds(), quoted(c, v.item)));
}

Result<schema::RuleSet::Reader> pinned_rules(Context& c, const VoteCase& v, Number body) {
  if (v.session == 0) return c.rule_set(c.body(body).getRuleSet(), c.body(body).getRuleSetVersion());
  return c.rule_set(c.session(v.session).getRuleSet(), c.session(v.session).getRuleSetVersion());
}

Result<void> take_majority(Context& c, VoteCase& v) {
  const capnp::Text::Reader wanted = majority_for(v.rules, c.proposal(v.item).getMatter());
  const capnp::Text::Reader used = v.act.hasMajority() ? v.act.getMajority() : wanted;
  JUMELAGE_TRY(const auto majority, find_majority(v.rules, used));
  v.majority = majority_rule(majority);
  if (used != wanted) {
    c.finding(kVoteOtherMajority,
              fmt::format("the vote ran under majority {}, but the matter asks for {}", quoted(used), quoted(wanted)),
              v.item);
  }
  return ok();
}

// What the rules want of the vote itself, whatever its figures are.
void find_form(Context& c, const VoteCase& v) {
  using Secrecy = MajorityRule::Secrecy;
  if (c.imported()) return;
  const bool secret = v.act.getMode() == schema::VoteRecorded::Mode::SECRET;
  if (secret && v.majority.secret == Secrecy::PUBLIC)
    c.finding(kVoteSecrecy, "the vote was secret, but the rules want a public one here", v.item);
  if (!secret && v.majority.secret == Secrecy::ALWAYS)
    c.finding(kVoteSecrecy, "the vote was public, but the rules want a secret one here", v.item);
  if (v.majority.max_rounds != 0 && v.act.getRound() > v.majority.max_rounds) {
    c.finding(kVoteTooManyRounds,
              fmt::format("this is round {}, but the rules know {} at most", v.act.getRound(), v.majority.max_rounds),
              v.item);
  }
}

VoteResult compute(const VoteCase& v, VoteFigures& figures) {
  if (!figures.computable) return {Outcome::NOT_ANNOUNCED, std::move(figures.text)};
  figures.count.drawn = v.act.getAnnounced();
  VoteResult result = decide(v.majority, figures.count);
  if (figures.quorate) {
    result.text.insert(0, figures.text);
    return result;
  }
  const Votes& votes = figures.count.whole.votes;
  return {Outcome::INQUORATE,
          fmt::format("{}for {}, against {}: inquorate", figures.text, votes.in_favour, votes.against)};
}

void find_differences(Context& c, const VoteCase& v, const VoteFigures& figures, const VoteResult& result) {
  if (!figures.computable) return;
  if (v.act.getCastingVoteUsed() && (!result.casting_vote || figures.count.presider != v.act.getPresiderChoice())) {
    c.finding(kVoteCastingVote,
              "a casting vote was used where the rules give none, or against the presider's own ballot", v.item);
  }
  const Outcome announced = v.act.getAnnounced();
  if (announced == Outcome::NOT_ANNOUNCED || announced == result.outcome) return;
  c.finding(kVoteAnnouncedDiffers,
            fmt::format("announced as {}, but by the rules it is {}: {}", outcome_text(announced),
                        outcome_text(result.outcome), result.text),
            v.item);
}

void write(Context& c, const VoteCase& v, const VoteFigures& figures, const VoteResult& result) {
  const Votes& votes = figures.count.whole.votes;
  c.put_row<schema::VoteRow>(Table::kVotes, vote_key(v.item, v.act.getRound(), c.position()),
                             [&](schema::VoteRow::Builder row) {
                               row.setActId(to_data(c.act_id().view()));
                               row.setSession(v.session);
                               row.setOutcome(result.outcome);
                               row.setAnnounced(v.act.getAnnounced());
                               row.setArithmetic(to_text(result.text));
                               row.setFor(clamp_count(votes.in_favour));
                               row.setAgainst(clamp_count(votes.against));
                               row.setAbstain(clamp_count(votes.abstain));
                               row.setBlank(clamp_count(votes.blank));
                               row.setSpoilt(clamp_count(votes.spoilt));
                               row.setPresent(clamp_count(figures.count.whole.present));
                             });
  // An item is irregular as the vote is that stands.
  c.update_state(v.item, [&](schema::SubjectRow::Builder row) {
    row.setIrregular(false);
    auto state = row.getProposal();
    if (state.getStatus() != Status::DECIDED) state.setStatus(Status::VOTED);
    if (v.session != 0) state.setSession(v.session);
    state.setRounds(v.act.getRound());
    state.setVote(c.position());
    state.setOutcome(result.outcome);
  });
}

// The decision on the item rests on this record from now on.
void rejudge(Context& c, const VoteCase& v, const VoteResult& result) {
  const Number decision = c.proposal(v.item).getDecision();
  if (decision == 0) return;
  rejudge_decision(c, decision, {result.outcome, c.found_about(v.item), c.position(), v.act.getRound(), [&result] {
                                   return result.text;
                                 }});
}

}  // namespace

Result<void> vote_recorded(Context& c, schema::VoteRecorded::Reader act) {
  VoteCase v;
  v.act = act;
  JUMELAGE_TRY(v.item, c.find(act.getItem(), SubjectKind::PROPOSAL));
  JUMELAGE_TRY(v.session, c.find_optional(act.getSession(), SubjectKind::SESSION));
  const Number body = c.proposal(v.item).getBody();
  JUMELAGE_TRY(need_chair_and_secretary(c, body, v.session));
  JUMELAGE_TRY(check_place(c, v, body));
  JUMELAGE_TRY(check_item(c, v));
  JUMELAGE_TRY(check_round(c, v));
  JUMELAGE_TRY(v.rules, pinned_rules(c, v, body));
  JUMELAGE_TRY(take_majority(c, v));
  find_form(c, v);
  JUMELAGE_TRY(auto figures, c.imported() ? figures_of_import(c, v) : figures_of_session(c, v));
  const VoteResult result = compute(v, figures);
  find_differences(c, v, figures, result);
  if (act.hasReplaces()) supersede_vote(c, v.item, act.getRound(), c.proposal(v.item).getVote());
  cure(c, v.item, kCuredByVote);
  if (v.session != 0) count_session_act(c, v.session);
  write(c, v, figures, result);
  rejudge(c, v, result);
  return ok();
}

}  // namespace jumelage::governance
