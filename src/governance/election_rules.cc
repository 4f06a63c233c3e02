// ElectionRecorded: an election with its rounds, and who is elected under the rules.
//
// Its item stands like one that was voted on, so that a decision can rest on the election as on a vote: the outcome is
// `adopted` when somebody was elected.
#include <fmt/format.h>

#include <algorithm>

#include "governance/authority.h"
#include "governance/election_figures.h"
#include "governance/rules.h"
#include "governance/session_finding_codes.h"
#include "governance/session_support.h"
#include "governance/vote.h"
#include "governance/vote_record.h"
#include "governance/vote_rule_set.h"

namespace jumelage::governance {
namespace {

using End = ElectionResult::End;
using ItemStatus = schema::ProposalState::Status;

struct Elected {
  Outcome outcome = Outcome::NOT_ANNOUNCED;
  Number mandate = 0;
  std::string text;
};

Error bad(std::string message) {
  return Error(Refusal::kBadValue, std::move(message));
}

Result<void> read_candidates(Context& c, ElectionCase& e) {
  for (const auto id : e.act.getCandidates()) {
    JUMELAGE_TRY(const Number candidate, c.find(id, SubjectKind::MANDATE));
    if (std::find(e.candidates.begin(), e.candidates.end(), candidate) != e.candidates.end())
      return bad(fmt::format("{} is a candidate twice", quoted(id)));
    e.candidates.push_back(candidate);
  }
  if (e.candidates.empty()) return bad("an election has candidates; name them");
  JUMELAGE_TRY(e.announced, c.find_optional(e.act.getElected(), SubjectKind::MANDATE));
  if (e.announced == 0 || std::find(e.candidates.begin(), e.candidates.end(), e.announced) != e.candidates.end())
    return ok();
  return bad(fmt::format("{} is announced as elected and was no candidate", quoted(e.act.getElected())));
}

Result<void> read_rule(Context& c, ElectionCase& e) {
  if (!e.act.hasRule()) return bad("an election runs under a rule of the session's rule set; name it in rule");
  const auto session = c.session(e.session);
  JUMELAGE_TRY(e.rules, c.rule_set(session.getRuleSet(), session.getRuleSetVersion()));
  JUMELAGE_TRY(const auto rule, find_election_rule(e.rules, e.act.getRule()));
  e.rule = election_rule(rule);
  return ok();
}

Result<void> check_office(Context& c, const ElectionCase& e) {
  if (e.office == 0 || c.office(e.office).getBody() == c.session(e.session).getBody()) return ok();
  return bad(fmt::format("{} is an office of another body", quoted(c, e.office)));
}

// Not voted on yet; or the last vote or election on it decided nothing.
Result<void> check_item(Context& c, Number item) {
  const auto state = c.proposal(item);
  const bool settled = state.getOutcome() == Outcome::ADOPTED || state.getOutcome() == Outcome::REJECTED;
  if (state.getStatus() == ItemStatus::TABLED || (state.getStatus() == ItemStatus::VOTED && !settled)) return ok();
  return Error(Refusal::kImpossible,
               fmt::format("{} is settled already; a record that replaces an earlier one names it "
                           "in replaces",
                           quoted(c, item)));
}

// The election itself: a new one, or the one whose record this takes the place of.
Result<Number> find_election(Context& c, const ElectionCase& e) {
  if (!e.act.hasReplaces()) {
    JUMELAGE_TRY(check_item(c, e.item));
    return c.create(e.act.getId(), SubjectKind::ELECTION);
  }
  JUMELAGE_TRY(const Number number, c.find(e.act.getId(), SubjectKind::ELECTION));
  JUMELAGE_TRY(const std::uint64_t position, c.resolve(e.act.getReplaces()));
  const auto state = c.election(number);
  const auto item = c.proposal(e.item);
  const bool stands = state.getRecord() == position && item.getVote() == position;
  if (state.getItem() != e.item || state.getSession() != e.session || !stands) {
    return Error(Refusal::kImpossible, fmt::format("only the record of election {} that stands on {} can be replaced",
                                                   quoted(e.act.getId()), quoted(c, e.item)));
  }
  if (item.getStatus() == ItemStatus::VOTED) return number;
  return Error(Refusal::kImpossible, fmt::format("{} is decided already", quoted(c, e.item)));
}

void find_form(Context& c, const ElectionCase& e) {
  using Secrecy = schema::Majority::Secrecy;
  const Secrecy secrecy = e.rule.secret;
  unsigned number = 0;
  for (const auto round : e.act.getRounds()) {
    ++number;
    if (round.getSecret() && secrecy == Secrecy::PUBLIC)
      c.finding(kVoteSecrecy, fmt::format("round {} was secret, but the rules want a public one", number), e.item);
    if (!round.getSecret() && secrecy == Secrecy::ALWAYS)
      c.finding(kVoteSecrecy, fmt::format("round {} was public, but the rules want a secret one", number), e.item);
  }
}

Elected conclude(Context& c, const ElectionCase& e, const ElectionResult& result) {
  const auto candidate = [&](std::size_t place) { return e.candidates[place]; };
  switch (result.end) {
    case End::kElected: return {Outcome::ADOPTED, candidate(result.candidate), result.text};
    case End::kNobody: return {Outcome::REJECTED, 0, result.text};
    case End::kOpen:
      return {Outcome::NOT_ANNOUNCED, 0, result.text + "; nobody elected so far, and another round may follow"};
    case End::kTied: break;
  }
  const bool drawn =
      e.act.getTieDecided() && std::any_of(result.tied.begin(), result.tied.end(),
                                           [&](std::size_t place) { return candidate(place) == e.announced; });
  if (!drawn) return {Outcome::TIED, 0, result.text};
  return {Outcome::ADOPTED, e.announced, fmt::format("{}, as announced {}", result.text, quoted(c, e.announced))};
}

void find_differences(Context& c, const ElectionCase& e, const ElectionResult& result, const Elected& elected) {
  if (e.act.getRounds().size() > result.rounds) {
    c.finding(
        kElectionTooManyRounds,
        fmt::format("{} rounds were held, but the election was over after {}", e.act.getRounds().size(), result.rounds),
        e.item);
  }
  if (e.act.getTieDecided() && result.end != End::kTied)
    c.finding(kElectionTieDecided, fmt::format("nothing was tied that a tie policy could decide: {}", result.text),
              e.item);
  if (e.announced == elected.mandate) return;
  c.finding(kElectionAnnouncedDiffers,
            fmt::format("announced as elected: {}; by the rules: {}: {}",
                        e.announced == 0 ? "nobody" : quoted(c, e.announced),
                        elected.mandate == 0 ? "nobody" : quoted(c, elected.mandate), elected.text),
            e.item);
}

void write_vote_row(Context& c, const ElectionCase& e, const ElectionFigures& figures, const Elected& elected) {
  const auto rounds = static_cast<std::uint16_t>(e.act.getRounds().size());
  const ElectionRound& last = figures.rounds.back();
  const auto first = leaders(last);
  c.put_row<schema::VoteRow>(Table::kVotes, vote_key(e.item, rounds, c.position()), [&](schema::VoteRow::Builder row) {
    row.setActId(to_data(c.act_id().view()));
    row.setSession(e.session);
    row.setOutcome(elected.outcome);
    row.setAnnounced(e.announced == 0 ? Outcome::REJECTED : Outcome::ADOPTED);
    row.setArithmetic(to_text(elected.text));
    row.setFor(first.empty() ? 0 : last.votes[first.front()]);
    row.setBlank(last.blank);
    row.setSpoilt(last.spoilt);
    row.setPresent(clamp_count(last.present));
  });
}

void write(Context& c, const ElectionCase& e, const Elected& elected, Number number) {
  const auto rounds = static_cast<std::uint16_t>(e.act.getRounds().size());
  const bool irregular = c.finding_count() != 0;
  if (!e.act.hasReplaces()) c.link(e.session, SubjectKind::ELECTION, number);
  c.put_state(number, [&](schema::SubjectRow::Builder row) {
    row.setIrregular(irregular);
    auto state = row.initElection();
    state.setSession(e.session);
    state.setItem(e.item);
    state.setOffice(e.office);
    state.setAnnounced(e.announced);
    state.setElected(elected.mandate);
    state.setOutcome(elected.outcome);
    state.setRounds(rounds);
    state.setRecord(c.position());
  });
  // An item is irregular as the election is that stands.
  c.update_state(e.item, [&](schema::SubjectRow::Builder row) {
    row.setIrregular(false);
    auto state = row.getProposal();
    state.setStatus(ItemStatus::VOTED);
    state.setSession(e.session);
    state.setRounds(rounds);
    state.setVote(c.position());
    state.setOutcome(elected.outcome);
  });
}

}  // namespace

Result<void> election_recorded(Context& c, schema::ElectionRecorded::Reader act) {
  ElectionCase e;
  e.act = act;
  JUMELAGE_TRY(e.session, c.find(act.getSession(), SubjectKind::SESSION));
  JUMELAGE_TRY(e.item, c.find(act.getItem(), SubjectKind::PROPOSAL));
  JUMELAGE_TRY(e.office, c.find_optional(act.getOffice(), SubjectKind::OFFICE));
  JUMELAGE_TRY(need_chair_and_secretary(c, c.session(e.session).getBody(), e.session));
  JUMELAGE_TRY(need_open_with(c, e.session, e.item));
  JUMELAGE_TRY(check_office(c, e));
  JUMELAGE_TRY(read_candidates(c, e));
  JUMELAGE_TRY(read_rule(c, e));
  if (act.getRounds().size() == 0) return bad("an election has rounds; give the figures of each");
  JUMELAGE_TRY(const Number number, find_election(c, e));

  find_form(c, e);
  JUMELAGE_TRY(const ElectionFigures figures, figures_of_election(c, e));
  const ElectionResult result = elect(e.rule, figures.rounds);
  Elected elected = conclude(c, e, result);
  if (!figures.quorate) elected = {Outcome::INQUORATE, 0, "inquorate"};
  elected.text.insert(0, figures.quorum + "; ");
  find_differences(c, e, result, elected);
  if (act.hasReplaces()) supersede_vote(c, e.item, c.election(number).getRounds(), c.election(number).getRecord());
  count_session_act(c, e.session);
  write_vote_row(c, e, figures, elected);
  write(c, e, elected, number);
  return ok();
}

}  // namespace jumelage::governance
