#include "governance/correction_votes.h"

#include <fmt/format.h>

#include <algorithm>

#include "governance/correction.h"
#include "governance/cures.h"
#include "governance/finding_codes.h"
#include "governance/session_finding_codes.h"
#include "governance/session_support.h"

namespace jumelage::governance {
namespace {

// Whether it is the vote that the item's state goes by. One correction can count several rounds again, and then their
// rows are of one position.
bool is_the_items(Context& c, const Recount& r) {
  const auto item = c.proposal(r.vote.item);
  return r.vote.act.getRound() == item.getRounds() && r.stands_at == item.getVote();
}

// Where the record of a round stands: the last row of the round.
Result<std::uint64_t> find_standing(Context& c, Number item, std::uint16_t round, std::uint64_t record_at) {
  const auto last = c.reader().floor(Table::kVotes, vote_key(item, round, kNever));
  const bool of_round = last && equal(last->key.first(6), Key().u32(item).u16(round).view());
  if (of_round && Row<schema::VoteRow>(last->value).reader().getRecordAt() == record_at)
    return read_big_endian(last->key.subspan(6));
  return Error(Refusal::kImpossible, fmt::format("another record of vote {} on {} has taken the place of this one; "
                                                 "correct that one",
                                                 round, quoted(c, item)));
}

std::string outcome_differs(Context& c, Number decision, const JudgedVote& judged) {
  return fmt::format("announced as {}, but by the record as corrected it is {}: {}",
                     outcome_text(c.decision(decision).getAnnounced()), outcome_text(judged.result.outcome),
                     judged.result.text);
}

// Never an annulment: the decision keeps its status and number, and is flagged where the vote no longer bears it.
bool find_about_decision(Context& c, Number decision, const Recount& r) {
  const std::size_t before = c.finding_count();
  if (!r.findings.empty())
    c.finding(kDecisionVoteIrregular, "the vote that it rests on is irregular by the record as corrected", decision);
  const Outcome announced = c.decision(decision).getAnnounced();
  const Outcome computed = r.judged.result.outcome;
  if (computed == Outcome::NOT_ANNOUNCED && !c.imported()) {
    c.finding(kDecisionNoVote, fmt::format("nothing shows that it was decided: {}", r.judged.result.text), decision);
  } else if (computed != Outcome::NOT_ANNOUNCED && announced != Outcome::NOT_ANNOUNCED && computed != announced) {
    c.finding(kDecisionOutcomeDiffers, outcome_differs(c, decision, r.judged), decision);
  }
  return c.finding_count() != before;
}

std::vector<Number> resting_on(const Context& c, Number decision) {
  std::vector<Number> out;
  c.children(decision, SubjectKind::NONE, [&](Number subject) {
    out.push_back(subject);
    return true;
  });
  return out;
}

// What was done on the strength of a decision was done all the same. It is flagged while the decision is.
void flag_dependants(Context& c, Number decision, bool flawed, std::uint64_t computed_at) {
  for (const Number subject : resting_on(c, decision)) {
    const bool left = cure_findings_about(c, subject, [&](std::uint64_t position, std::string_view code) {
      return position == computed_at && code == kDecisionIrregular;
    });
    if (flawed) {
      c.finding(kDecisionIrregular,
                fmt::format("decision {}, which this rests on, no longer follows from the record; cure it first",
                            quoted(c, decision)),
                subject);
    }
    c.amend_state(subject,
                  [&](schema::SubjectRow::Builder row) { row.setIrregular(left || c.has_finding_about(subject)); });
  }
}

void write_decision(Context& c, Number decision, const Recount& r) {
  const bool left = cure_findings_about(c, decision, [](std::uint64_t, std::string_view code) {
    return code == kDecisionOutcomeDiffers || code == kDecisionVoteIrregular || code == kDecisionNoVote;
  });
  const bool flawed = find_about_decision(c, decision, r) || left;
  const bool was_flawed = c.state(decision)->row.getIrregular();
  c.amend_state(decision, [&](schema::SubjectRow::Builder row) {
    row.setIrregular(flawed);
    row.getDecision().setComputed(r.judged.result.outcome);
    row.getDecision().setVote(c.position());
  });
  if (flawed || was_flawed) flag_dependants(c, decision, flawed, r.stands_at);
}

void write_item(Context& c, const std::vector<Recount>& recounts, bool own) {
  const Number item = recounts.front().vote.item;
  const auto stands = std::ranges::find_if(recounts, [&](const Recount& r) { return is_the_items(c, r); });
  const auto change = [&](schema::SubjectRow::Builder row) {
    if (stands == recounts.end()) return;
    row.setIrregular(!stands->findings.empty());
    row.getProposal().setVote(c.position());
    row.getProposal().setOutcome(stands->judged.result.outcome);
  };
  if (own) {
    c.update_state(item, change);
  } else {
    c.amend_state(item, change);
  }
  const Number decision = c.proposal(item).getDecision();
  if (stands == recounts.end() || decision == 0) return;
  if (c.decision(decision).getGround() == schema::DecisionState::Ground::VOTE) write_decision(c, decision, *stands);
}

}  // namespace

Result<Recount> recount(Context& c, const Register& reg, std::uint64_t record_at, const event::Act& act) {
  Recount r;
  r.record_at = record_at;
  r.vote.act = act.reader().getVoteRecorded();
  JUMELAGE_TRY(r.vote.item, c.find(r.vote.act.getItem(), SubjectKind::PROPOSAL));
  JUMELAGE_TRY(r.vote.session, c.find_optional(r.vote.act.getSession(), SubjectKind::SESSION));
  JUMELAGE_TRY(r.stands_at, find_standing(c, r.vote.item, r.vote.act.getRound(), record_at));
  const auto count = [&](Context& then) -> Result<void> {
    JUMELAGE_TRY(r.judged, judge_vote(then, r.vote));
    return ok();
  };
  JUMELAGE_TRY(r.findings, look_back(c, reg, record_at, act, count));
  r.vote.rules = {};  // it was read in a context that is gone
  return r;
}

bool changes(const Context& c, const Recount& r) {
  const auto stored = c.reader().get(Table::kVotes, vote_key(r.vote.item, r.vote.act.getRound(), r.stands_at));
  if (!stored) return true;
  const Row<schema::VoteRow> row(*stored);
  const auto old = row.reader();
  std::size_t findings = 0;
  c.reader().scan(Table::kFindings, Key().u64(r.stands_at), [&](Register::Item item) {
    const Row<schema::FindingRow> finding(item.value);
    if (finding.reader().getSubject() == r.vote.item && finding.reader().getCuredAt() == kNever) ++findings;
    return true;
  });
  return old.getOutcome() != r.judged.result.outcome || view(old.getArithmetic()) != r.judged.result.text ||
         old.getPresent() != r.judged.present || findings != r.findings.size();
}

void write_recounts(Context& c, std::vector<Recount>& recounts, bool own) {
  for (const Recount& r : recounts) {
    supersede_vote_row(c, vote_key(r.vote.item, r.vote.act.getRound(), r.stands_at));
    // An item is irregular as the vote is that stands: what is wrong with an earlier round is said, no more.
    const bool stands = is_the_items(c, r);
    const Number about = stands ? r.vote.item : 0;
    if (stands || r.stands_at != c.proposal(r.vote.item).getVote()) cure_findings_of(c, r.stands_at, r.vote.item);
    for (const Finding& finding : r.findings) c.finding(finding.code, finding.text, about);
    write_vote_row(c, r.vote, r.judged, r.record_at);
  }
  write_item(c, recounts, own);
}

}  // namespace jumelage::governance
