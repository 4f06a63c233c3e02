#include "governance/election_figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "governance/session_finding_codes.h"
#include "governance/session_proxies.h"
#include "governance/session_quorum.h"
#include "governance/session_recusals.h"
#include "governance/session_seats.h"
#include "governance/session_support.h"
#include "governance/vote_rule_set.h"

namespace jumelage::governance {
namespace {

using Round = schema::ElectionRecorded::Round::Reader;

Error bad(std::string message) {
  return Error(Refusal::kBadValue, std::move(message));
}

const Seat* seat_of(std::span<const Seat> seats, Number mandate) {
  for (const Seat& seat : seats)
    if (seat.mandate == mandate || (seat.presence == Presence::REPLACED && seat.by == mandate)) return &seat;
  return nullptr;
}

// One round: its number for people, its record, and the seats as they are for it.
class RoundCount {
 public:
  RoundCount(Context& c, const ElectionCase& e, Round round, unsigned number, std::vector<Seat> seats)
      : c_(c), e_(e), round_(round), number_(number), seats_(std::move(seats)) {}

  Result<ElectionRound> run() {
    JUMELAGE_TRY(check_shape());
    out_.blank = round_.getBlank();
    out_.spoilt = round_.getSpoilt();
    for (const std::uint32_t votes : round_.getVotes()) out_.votes.push_back(votes);
    if (round_.getBallots().size() != 0) {
      JUMELAGE_TRY(count_ballots());
    } else {
      JUMELAGE_TRY(count_participants());
    }
    return std::move(out_);
  }

 private:
  Result<void> check_shape() const {
    if (round_.getVotes().size() != e_.candidates.size()) {
      return bad(
          fmt::format("round {} has figures for {} candidates, and there are {}; give one for each, in their order",
                      number_, round_.getVotes().size(), e_.candidates.size()));
    }
    if (round_.getSecret() && round_.getBallots().size() != 0)
      return bad(
          fmt::format("round {} was secret, so who voted for whom must stay secret; leave out its ballots", number_));
    return ok();
  }

  void find(std::string_view code, const std::string& text) {
    c_.finding(code, fmt::format("round {}: {}", number_, text), e_.item);
  }

  // What a ballot says, as a choice of the tally: any candidate is `for`.
  Result<CastBallot> read_ballot(schema::ElectionBallot::Reader ballot) {
    CastBallot cast;
    JUMELAGE_TRY(cast.mandate, c_.find(ballot.getMandate(), SubjectKind::MANDATE));
    JUMELAGE_TRY(cast.cast_by, c_.find_optional(ballot.getCastBy(), SubjectKind::MANDATE));
    JUMELAGE_TRY(const Number candidate, c_.find_optional(ballot.getFor(), SubjectKind::MANDATE));
    const auto place = std::find(e_.candidates.begin(), e_.candidates.end(), candidate);
    if (candidate != 0 && place == e_.candidates.end())
      return bad(fmt::format("round {}: {} stands in no candidate's place", number_, quoted(ballot.getFor())));
    voted_for_.push_back(candidate == 0 ? e_.candidates.size()
                                        : static_cast<std::size_t>(place - e_.candidates.begin()));
    cast.choice = candidate == 0 ? ballot.getOtherwise() : Choice::FOR;
    const bool undirected =
        cast.choice == Choice::FOR || cast.choice == Choice::AGAINST || cast.choice == Choice::ABSTAIN;
    if (candidate != 0 || !undirected) return cast;
    return bad(
        fmt::format("round {}: the ballot of {} names no candidate; say whether it is blank, spoilt, or what else",
                    number_, quoted(ballot.getMandate())));
  }

  Result<void> count_ballots() {
    std::vector<CastBallot> ballots;
    for (const auto ballot : round_.getBallots()) {
      JUMELAGE_TRY(const CastBallot cast, read_ballot(ballot));
      ballots.push_back(cast);
    }
    apply_recusals(seats_, ballots);
    const Tallied tallied = tally(seats_, proxy_limits(e_.rules.getProxies()), ballots);
    find_faulty(tallied, ballots);
    if (!tallied.silent.empty()) {
      std::string missing;
      for (const Number mandate : tallied.silent) missing += (missing.empty() ? "" : ", ") + quoted(c_, mandate);
      find(kVoteBallotsIncomplete, fmt::format("no ballot tells what {} did, who could vote", missing));
    }
    take_group(tallied);
    std::vector<std::uint32_t> counted(e_.candidates.size(), 0);
    for (std::size_t b = 0; b < ballots.size(); ++b) {
      const bool faulty = std::any_of(tallied.faults.begin(), tallied.faults.end(),
                                      [&](const FaultyBallot& f) { return f.ballot == b; });
      const Seat* seat = seat_of(seats_, ballots[b].mandate);
      if (!faulty && seat != nullptr && voted_for_[b] < counted.size()) counted[voted_for_[b]] += seat->weight;
    }
    const Votes& votes = tallied.whole.votes;
    if (counted != out_.votes || votes.blank != out_.blank || votes.spoilt != out_.spoilt)
      find(kVoteTallyDiffers, "the figures are not the sum of the ballots that count");
    out_.votes = std::move(counted);  // the ballots count
    out_.blank = static_cast<std::uint32_t>(votes.blank);
    out_.spoilt = static_cast<std::uint32_t>(votes.spoilt);
    return ok();
  }

  // Who voted for whom is not known; who could, the attendance says.
  Result<void> count_participants() {
    std::vector<CastBallot> took_part;
    for (const auto id : round_.getParticipants()) {
      JUMELAGE_TRY(const Number mandate, c_.find(id, SubjectKind::MANDATE));
      const Seat* seat = seat_of(seats_, mandate);
      const bool there = seat == nullptr || seat->presence == Presence::PRESENT || seat->presence == Presence::REMOTE;
      took_part.push_back({mandate, Choice::NOT_TAKING_PART, there ? 0 : seat->by});
    }
    const Tallied tallied = tally(seats_, proxy_limits(e_.rules.getProxies()), took_part);
    find_faulty(tallied, took_part);
    take_group(tallied);
    const std::uint64_t given = std::accumulate(out_.votes.begin(), out_.votes.end(), std::uint64_t{0}) +
                                std::uint64_t{out_.blank} + out_.spoilt;
    if (given > tallied.whole.present) {
      find(kVoteMoreVotesThanPresent,
           fmt::format("{} votes are tallied, but only {} could be given", given, tallied.whole.present));
    }
    if (!took_part.empty() && given != tallied.whole.votes.not_taking_part) {
      find(kVoteTallyDiffers, fmt::format("{} ballots are tallied, but the participants have {} votes", given,
                                          tallied.whole.votes.not_taking_part));
    }
    return ok();
  }

  void find_faulty(const Tallied& tallied, const std::vector<CastBallot>& ballots) {
    for (const FaultyBallot& faulty : tallied.faults) {
      find(kVoteNotEntitled, fmt::format("the ballot of {} is not counted: it {}",
                                         quoted(c_, ballots[faulty.ballot].mandate), describe(faulty.fault)));
    }
  }

  void take_group(const Tallied& tallied) {
    out_.present = tallied.whole.present;
    out_.in_exercise = tallied.whole.in_exercise;
  }

  Context& c_;
  const ElectionCase& e_;
  Round round_;
  unsigned number_;
  std::vector<Seat> seats_;
  std::vector<std::size_t> voted_for_;  // by ballot: a candidate's place, or their number for none
  ElectionRound out_;
};

}  // namespace

Result<ElectionFigures> figures_of_election(Context& c, const ElectionCase& e) {
  const auto session = c.session(e.session);
  auto seats = seats_in_exercise(c, session.getBody(), session.getOpenedDate());
  take_attendance(c, e.session, session.getOpenedDate(), seats);
  apply_proxies(c, e.session, e.item, seats);
  mark_recused(c, e.session, e.item, seats);

  ElectionFigures figures;
  unsigned number = 0;
  for (const auto round : e.act.getRounds()) {
    JUMELAGE_TRY(figures.rounds.emplace_back(), RoundCount(c, e, round, ++number, seats).run());
  }
  const QuorumResult quorum = quorum_for_item(c, session, e.rules, seats);
  figures.quorate = quorum.met;
  figures.quorum = quorum.text;
  if (!quorum.met) {
    c.finding(kQuorumNotMet, fmt::format("{}: the election decides nothing; put it to a later call", quorum.text),
              e.item);
  }
  return figures;
}

}  // namespace jumelage::governance
