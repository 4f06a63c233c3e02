#include "governance/correction_votes.h"

#include <fmt/format.h>

#include <algorithm>

#include "governance/correction.h"
#include "governance/cures.h"
#include "governance/decision_effects.h"
#include "governance/session_support.h"
#include "governance/vote_record.h"

namespace jumelage::governance {
namespace {

// Whether it is the record that the item's state goes by. One correction can count several rounds again, and then their
// rows are of one position.
bool is_the_items(Context& c, const Recount& r) {
  const auto item = c.proposal(r.item);
  return r.stands_as == item.getRounds() && r.stands_at == item.getVote();
}

// Finds the row in which the record stands.
Result<void> find_standing(Context& c, Recount& r) {
  bool found = false;
  c.reader().scan(Table::kVotes, Key().u32(r.item), [&](Register::Item stored) {
    const Row<schema::VoteRow> row(stored.value);
    found = row.reader().getRecordAt() == r.record_at && !row.reader().getSuperseded();
    if (!found) return true;
    r.stands_as = static_cast<std::uint16_t>(read_big_endian(stored.key.subspan(4, 2)));
    r.stands_at = read_big_endian(stored.key.subspan(6));
    return false;
  });
  if (found) return ok();
  return Error(
      Refusal::kImpossible,
      fmt::format("another record on {} has taken the place of this one; correct that one", quoted(c, r.item)));
}

Result<void> read_vote(Context& c, schema::VoteRecorded::Reader act, Recount& r) {
  JUMELAGE_TRY(r.item, c.find(act.getItem(), SubjectKind::PROPOSAL));
  r.round = act.getRound();
  r.vote.act = act;
  r.vote.item = r.item;
  JUMELAGE_TRY(r.vote.session, c.find_optional(act.getSession(), SubjectKind::SESSION));
  return ok();
}

Result<void> read_election(Context& c, schema::ElectionRecorded::Reader act, Recount& r) {
  JUMELAGE_TRY(r.item, c.find(act.getItem(), SubjectKind::PROPOSAL));
  JUMELAGE_TRY(r.election, c.find(act.getId(), SubjectKind::ELECTION));
  r.round = static_cast<std::uint16_t>(act.getRounds().size());
  r.held.act = act;
  r.held.item = r.item;
  JUMELAGE_TRY(r.held.session, c.find(act.getSession(), SubjectKind::SESSION));
  JUMELAGE_TRY(r.held.office, c.find_optional(act.getOffice(), SubjectKind::OFFICE));
  return ok();
}

Result<void> judge(Context& then, Recount& r) {
  if (r.election == 0) {
    JUMELAGE_TRY(r.judged_vote, judge_vote(then, r.vote));
    r.vote.rules = {};  // it was read in a context that is gone soon
  } else {
    JUMELAGE_TRY(r.judged_election, judge_election(then, r.held));
    r.held.rules = {};
  }
  return ok();
}

// Whether something else than the record makes the item irregular: an interest, say, that was declared too late for it.
bool others_left(Context& c, const Recount& r) {
  const auto open = open_findings(c, r.item);
  return std::ranges::any_of(open, [&](const OpenFinding& finding) {
    return finding.subject == r.item && finding.position > r.record_at && finding.position != r.stands_at;
  });
}

template <class Change>
void change_state(Context& c, Number number, bool own, Change&& change) {
  if (own) {
    c.update_state(number, std::forward<Change>(change));
  } else {
    c.amend_state(number, std::forward<Change>(change));
  }
}

void write_record(Context& c, const Recount& r, bool own) {
  if (r.election == 0) {
    write_vote_row(c, r.vote, r.judged_vote, r.record_at);
    return;
  }
  write_vote_row(c, r.held, r.judged_election, r.election, r.record_at);
  change_state(c, r.election, own, [&](schema::SubjectRow::Builder row) {
    row.setIrregular(!r.findings.empty());
    fill_election(c, row.getElection(), r.held, r.judged_election);
  });
}

// Never an annulment: a decision keeps its number, and is flagged where it no longer follows.
void write_decision(Context& c, const Recount& r, bool irregular) {
  const Number decision = c.proposal(r.item).getDecision();
  if (decision == 0 || c.decision(decision).getGround() != schema::DecisionState::Ground::VOTE) return;
  rejudge_decision(c, decision, {r.outcome(), irregular, c.position(), r.round, [&r] { return r.text(); }});
}

void write_item(Context& c, const std::vector<Recount>& recounts, bool own) {
  const Number item = recounts.front().item;
  const auto stands = std::ranges::find_if(recounts, [&](const Recount& r) { return is_the_items(c, r); });
  if (stands == recounts.end()) {
    change_state(c, item, own, [](schema::SubjectRow::Builder) {});
    return;
  }
  const bool irregular = !stands->findings.empty() || others_left(c, *stands);
  change_state(c, item, own, [&](schema::SubjectRow::Builder row) {
    row.setIrregular(irregular);
    row.getProposal().setRounds(stands->round);
    row.getProposal().setVote(c.position());
    row.getProposal().setOutcome(stands->outcome());
  });
  write_decision(c, *stands, irregular);
}

}  // namespace

Result<Recount> recount(Context& c, const Register& reg, std::uint64_t record_at, const event::Act& act) {
  Recount r;
  r.record_at = record_at;
  if (act.reader().isVoteRecorded()) {
    JUMELAGE_TRY(read_vote(c, act.reader().getVoteRecorded(), r));
  } else {
    JUMELAGE_TRY(read_election(c, act.reader().getElectionRecorded(), r));
  }
  JUMELAGE_TRY(find_standing(c, r));
  JUMELAGE_TRY(r.findings, look_back(c, reg, record_at, act, [&](Context& then) { return judge(then, r); }));
  return r;
}

bool changes(const Context& c, const Recount& r) {
  const auto stored = c.reader().get(Table::kVotes, vote_key(r.item, r.stands_as, r.stands_at));
  if (!stored) return true;
  const Row<schema::VoteRow> row(*stored);
  const auto old = row.reader();
  std::size_t findings = 0;
  c.reader().scan(Table::kFindings, Key().u64(r.stands_at), [&](Register::Item item) {
    const Row<schema::FindingRow> finding(item.value);
    if (finding.reader().getSubject() == r.item && finding.reader().getCuredAt() == kNever) ++findings;
    return true;
  });
  return old.getOutcome() != r.outcome() || view(old.getArithmetic()) != r.text() || old.getPresent() != r.present() ||
         findings != r.findings.size();
}

void write_recounts(Context& c, const std::vector<Recount>& recounts, bool own) {
  for (const Recount& r : recounts) {
    supersede_vote_row(c, r.item, r.stands_as, r.stands_at);
    // An item is irregular as the record is that stands: what is wrong with an earlier round is said, no more.
    const bool stands = is_the_items(c, r);
    if (stands || r.stands_at != c.proposal(r.item).getVote()) cure_act(c, r.stands_at, r.item);
    for (const Finding& finding : r.findings) c.finding(finding.code, finding.text, stands ? r.item : 0);
    write_record(c, r, own);
  }
  write_item(c, recounts, own);
}

}  // namespace jumelage::governance
