// Votes out of somebody else's register. Sources break every rule of ours; what they tell goes in as they tell it,
// flagged where it cannot be, and the outcome is computed from their figures alone.
#include <fmt/format.h>

#include <algorithm>

#include "governance/session_finding_codes.h"
#include "governance/session_support.h"
#include "governance/vote_judgement.h"

namespace jumelage::governance {
namespace {

using Base = MajorityRule::Base;

// Whoever has a ballot is taken to have had a seat, and to have been there unless the ballot says otherwise.
std::vector<Seat> seats_of_ballots(Context& c, const std::vector<CastBallot>& ballots) {
  std::vector<Seat> seats;
  for (const CastBallot& ballot : ballots) {
    const bool known =
        std::any_of(seats.begin(), seats.end(), [&](const Seat& s) { return s.mandate == ballot.mandate; });
    if (known) continue;
    const auto mandate = c.mandate(ballot.mandate);
    Seat seat;
    seat.mandate = ballot.mandate;
    seat.college = view(mandate.getCollege());
    seat.weight = std::max<std::uint32_t>(1, mandate.getWeight());
    seat.presence = ballot.choice == Choice::ABSENT ? Presence::ABSENT
                    : ballot.cast_by != 0           ? Presence::REPLACED
                                                    : Presence::PRESENT;
    seat.by = ballot.cast_by;
    seats.push_back(seat);
  }
  return seats;
}

void count_ballots(Context& c, const VoteCase& v, const std::vector<CastBallot>& ballots, VoteFigures& out) {
  std::vector<Seat> seats = seats_of_ballots(c, ballots);
  apply_recusals(seats, ballots);
  Tallied tallied = tally(seats, {}, ballots);
  for (const FaultyBallot& faulty : tallied.faults) {
    c.finding(kVoteNotEntitled,
              fmt::format("the ballot of {} is not counted: it {}", quoted(c, ballots[faulty.ballot].mandate),
                          describe(faulty.fault)),
              v.item);
  }
  out.count.whole = tallied.whole;
  out.count.colleges = std::move(tallied.colleges);
}

void take_tally(Context& c, const VoteCase& v, bool ballots, VoteFigures& out) {
  const schema::Tally::Reader told = v.act.getTally();
  if (ballots && !agrees(told, out.count.whole.votes))
    c.finding(kVoteTallyDiffers,
              "the tally of the source is not the sum of its ballots; the tally is what is computed from", v.item);
  Group& whole = out.count.whole;
  whole.votes = votes_of(told);
  if (!told.getPresent().getUnknown()) whole.present = told.getPresent().getValue();
  if (!told.getInExercise().getUnknown()) whole.in_exercise = told.getInExercise().getValue();

  std::string_view unknown = unknown_figure(v.majority, told);
  if (unknown.empty() && !ballots && v.majority.base == Base::PRESENT && told.getPresent().getUnknown())
    unknown = "how many were present";
  if (unknown.empty() && !ballots && v.majority.base == Base::IN_EXERCISE && told.getInExercise().getUnknown())
    unknown = "how many are in exercise";
  if (!unknown.empty()) {
    out.computable = false;
    out.text = fmt::format("not computed: the source does not tell {}", unknown);
  }
  if (!told.getPresent().getUnknown() && whole.votes.all() > told.getPresent().getValue()) {
    c.finding(kImportMoreVotesThanPresent,
              fmt::format("the source has {} votes, but {} present; votes given by proxy are often counted so",
                          whole.votes.all(), told.getPresent().getValue()),
              v.item);
  }
}

}  // namespace

Result<VoteFigures> figures_of_import(Context& c, const VoteCase& v) {
  JUMELAGE_TRY(const auto ballots, read_ballots(c, v.act.getBallots()));
  VoteFigures out;
  out.count.secret = v.act.getMode() == schema::VoteRecorded::Mode::SECRET;
  if (out.count.secret && !ballots.empty())
    return Error(Refusal::kBadValue, "a secret vote is recorded by its tally; who voted how must stay secret");
  if (v.act.getCastingVoteUsed()) out.count.presider = v.act.getPresiderChoice();
  if (!ballots.empty()) count_ballots(c, v, ballots, out);
  if (v.act.hasTally()) {
    take_tally(c, v, !ballots.empty(), out);
  } else if (ballots.empty()) {
    out.computable = false;
    out.text = "not computed: the source tells no figures";
  }
  if (out.computable && !v.majority.colleges.empty() && out.count.colleges.empty()) {
    out.computable = false;
    out.text = "not computed: the source does not tell the votes by college";
  }
  return out;
}

}  // namespace jumelage::governance
