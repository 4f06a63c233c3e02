#include "governance/vote_judgement.h"

#include <fmt/format.h>

#include <algorithm>

#include "governance/session_finding_codes.h"
#include "governance/session_proxies.h"
#include "governance/session_quorum.h"
#include "governance/session_recusals.h"
#include "governance/session_seats.h"
#include "governance/session_support.h"

namespace jumelage::governance {
namespace {

Error bad(std::string message) {
  return Error(Refusal::kBadValue, std::move(message));
}

bool told_as(schema::Count::Reader count, std::uint64_t value) {
  return count.getUnknown() || count.getValue() == value;
}
std::uint64_t value(schema::Count::Reader count) {
  return count.getUnknown() ? 0 : count.getValue();
}

void find_faulty(Context& c, const VoteCase& v, const Tallied& tallied, const std::vector<CastBallot>& ballots) {
  for (const FaultyBallot& faulty : tallied.faults) {
    c.finding(kVoteNotEntitled,
              fmt::format("the ballot of {} is not counted: it {}", quoted(c, ballots[faulty.ballot].mandate),
                          describe(faulty.fault)),
              v.item);
  }
}

// In a written procedure an answer is a presence.
void seat_answers(Context& c, std::vector<Seat>& seats, const std::vector<CastBallot>& ballots, std::uint32_t day) {
  for (Seat& seat : seats) {
    seat.presence = Presence::ABSENT;
    for (const CastBallot& b : ballots) {
      if (b.mandate != seat.mandate || b.choice == Choice::ABSENT) continue;
      const bool by_alternate = may_replace(c, b.cast_by, seat.mandate, day);
      seat.presence = by_alternate ? Presence::REPLACED : Presence::REMOTE;
      seat.by = by_alternate ? b.cast_by : 0;
    }
  }
}

// Where the rules give silence a meaning, it is an answer. Returns how many were silent.
std::size_t add_silence(MajorityRule::Silence silence, std::vector<Seat>& seats, std::vector<CastBallot>& ballots) {
  if (silence == MajorityRule::Silence::MEANS_NOTHING) return 0;
  std::size_t silent = 0;
  for (Seat& seat : seats) {
    if (seat.presence != Presence::ABSENT || seat.recused || !seat.entitled) continue;
    std::erase_if(ballots, [&](const CastBallot& b) { return b.mandate == seat.mandate; });
    seat.presence = Presence::REMOTE;
    ballots.push_back({seat.mandate, silence == MajorityRule::Silence::APPROVES ? Choice::FOR : Choice::AGAINST, 0});
    ++silent;
  }
  return silent;
}

// The presider's own ballot, in whatever seat the presider votes.
std::optional<Choice> presider_choice(Context& c, const VoteCase& v, const std::vector<CastBallot>& ballots) {
  const Number presider = c.session(v.session).getPresider();
  for (const CastBallot& b : ballots)
    if (b.mandate == presider && (b.cast_by == 0 || b.cast_by == presider)) return b.choice;
  if (v.act.getCastingVoteUsed()) return v.act.getPresiderChoice();
  return std::nullopt;
}

class SessionVote {
 public:
  SessionVote(Context& c, const VoteCase& v) : c_(c), v_(v), session_(c.session(v.session)) {}

  Result<VoteFigures> run() {
    secret_ = v_.act.getMode() == schema::VoteRecorded::Mode::SECRET;
    JUMELAGE_TRY(check_shape());
    JUMELAGE_TRY(ballots_, read_ballots(c_, v_.act.getBallots()));
    seats_ = seats_in_exercise(c_, session_.getBody(), session_.getOpenedDate());
    take_seats();
    if (v_.act.getBallots().size() != 0) {
      count_ballots();
    } else {
      JUMELAGE_TRY(count_tally());
    }
    out_.count.secret = secret_;
    out_.count.presider = presider_choice(c_, v_, ballots_);
    test();
    return std::move(out_);
  }

 private:
  bool written() const { return session_.getMode() == schema::SessionMode::WRITTEN; }

  Result<void> check_shape() const {
    const bool ballots = v_.act.getBallots().size() != 0;
    if (secret_ && ballots)
      return bad("a secret vote is recorded by its tally and participants; who voted how must stay secret");
    if (!secret_ && v_.act.getParticipants().size() != 0)
      return bad("participants are for secret votes; in a public one the ballots say who took part");
    if (!ballots && !v_.act.hasTally()) return bad("the vote has no figures; give the ballots, or the tally");
    return ok();
  }

  void take_seats() {
    if (written()) {
      seat_answers(c_, seats_, ballots_, session_.getOpenedDate());
      mark_recused(c_, v_.session, v_.item, seats_);
      apply_recusals(seats_, ballots_);
      const std::size_t silent =
          v_.act.getBallots().size() == 0 ? 0 : add_silence(v_.majority.silence, seats_, ballots_);
      if (silent != 0) {
        out_.text += fmt::format("the silence of {} {}; ", silent,
                                 v_.majority.silence == MajorityRule::Silence::APPROVES ? "approves" : "refuses");
      }
    } else {
      take_attendance(c_, v_.session, session_.getOpenedDate(), seats_);
      apply_proxies(c_, v_.session, v_.item, seats_);
      mark_recused(c_, v_.session, v_.item, seats_);
      apply_recusals(seats_, ballots_);
    }
  }

  void count_ballots() {
    Tallied tallied = tally(seats_, proxy_limits(v_.rules.getProxies()), ballots_);
    find_faulty(c_, v_, tallied, ballots_);
    if (!tallied.silent.empty()) {
      std::string missing;
      for (const Number mandate : tallied.silent) missing += (missing.empty() ? "" : ", ") + quoted(c_, mandate);
      c_.finding(
          kVoteBallotsIncomplete,
          fmt::format("no ballot tells what {} did, who could vote; enter those who did not as notTakingPart", missing),
          v_.item);
    }
    if (v_.act.hasTally() && !agrees(v_.act.getTally(), tallied.whole.votes)) {
      c_.finding(kVoteTallyDiffers,
                 fmt::format("the tally is not the sum of the ballots that count: for {}, against {}, abstain {}",
                             tallied.whole.votes.in_favour, tallied.whole.votes.against, tallied.whole.votes.abstain),
                 v_.item);
    }
    out_.count.whole = tallied.whole;
    out_.count.colleges = std::move(tallied.colleges);
  }

  // Without ballots nobody is known to have voted in one way or the other: the attendance says who could.
  Result<void> count_tally() {
    const ProxyLimits proxies = proxy_limits(v_.rules.getProxies());
    const schema::Tally::Reader told = v_.act.getTally();
    JUMELAGE_TRY(const auto took_part, participants());
    if (written()) seat_answers(c_, seats_, took_part, session_.getOpenedDate());
    const Tallied tallied = tally(seats_, proxies, took_part);
    find_faulty(c_, v_, tallied, took_part);
    out_.count.whole = tallied.whole;
    out_.count.whole.votes = votes_of(told);
    const std::uint64_t cast = out_.count.whole.votes.all() - out_.count.whole.votes.not_taking_part;
    if (out_.count.whole.votes.all() > tallied.whole.present) {
      c_.finding(kVoteMoreVotesThanPresent,
                 fmt::format("{} votes are tallied, but only {} could be given", out_.count.whole.votes.all(),
                             tallied.whole.present),
                 v_.item);
    }
    if (!took_part.empty() && cast != tallied.whole.votes.not_taking_part) {
      c_.finding(kVoteTallyDiffers,
                 fmt::format("{} ballots are tallied, but the participants have {} votes", cast,
                             tallied.whole.votes.not_taking_part),
                 v_.item);
    }
    if (!v_.majority.colleges.empty()) {
      c_.finding(kVoteCollegesUnknown,
                 "the majority asks what each college voted, and a tally of the whole does not tell; list the ballots",
                 v_.item);
    }
    if (const auto unknown = unknown_figure(v_.majority, told); !unknown.empty()) {
      out_.computable = false;
      out_.text += fmt::format("not computed: the tally leaves {} unknown", unknown);
    }
    return ok();
  }

  Result<std::vector<CastBallot>> participants() const {
    std::vector<CastBallot> out;
    for (const auto id : v_.act.getParticipants()) {
      JUMELAGE_TRY(const Number mandate, c_.find(id, SubjectKind::MANDATE));
      Number hand = 0;
      for (const Seat& seat : seats_)
        if (seat.mandate == mandate && seat.presence != Presence::PRESENT && seat.presence != Presence::REMOTE)
          hand = seat.by;
      out.push_back({mandate, Choice::NOT_TAKING_PART, hand});
    }
    return out;
  }

  void test() {
    const QuorumResult quorum = quorum_for_item(c_, session_, v_.rules, seats_);
    out_.quorate = quorum.met;
    out_.text = quorum.text + "; " + out_.text;
    if (!quorum.met)
      c_.finding(kQuorumNotMet, fmt::format("{}: the vote decides nothing; put the item to a later call", quorum.text),
                 v_.item);
  }

  Context& c_;
  const VoteCase& v_;
  schema::SessionState::Reader session_;
  bool secret_ = false;
  std::vector<CastBallot> ballots_;
  std::vector<Seat> seats_;
  VoteFigures out_;
};

}  // namespace

Result<VoteFigures> figures_of_session(Context& c, const VoteCase& v) {
  return SessionVote(c, v).run();
}

Result<std::vector<CastBallot>> read_ballots(const Context& c, capnp::List<schema::Ballot>::Reader ballots) {
  std::vector<CastBallot> out;
  out.reserve(ballots.size());
  for (const auto ballot : ballots) {
    JUMELAGE_TRY(const Number mandate, c.find(ballot.getMandate(), SubjectKind::MANDATE));
    JUMELAGE_TRY(const Number by, c.find_optional(ballot.getCastBy(), SubjectKind::MANDATE));
    out.push_back({mandate, ballot.getChoice(), by});
  }
  return out;
}

Votes votes_of(schema::Tally::Reader tally) {
  return {value(tally.getFor()),   value(tally.getAgainst()), value(tally.getAbstain()),
          value(tally.getBlank()), value(tally.getSpoilt()),  value(tally.getNotTakingPart())};
}

std::string_view unknown_figure(const MajorityRule& rule, schema::Tally::Reader tally) {
  if (tally.getFor().getUnknown()) return "the votes for";
  if (tally.getAgainst().getUnknown()) return "the votes against";
  const bool everybody = rule.unanimity == MajorityRule::Unanimity::EVERYBODY_FOR;
  if ((rule.abstentions_are_cast || everybody) && tally.getAbstain().getUnknown()) return "the abstentions";
  if ((rule.blanks_are_cast || everybody) && (tally.getBlank().getUnknown() || tally.getSpoilt().getUnknown()))
    return "the blank or spoilt ballots";
  return {};
}

bool agrees(schema::Tally::Reader tally, const Votes& v) {
  return told_as(tally.getFor(), v.in_favour) && told_as(tally.getAgainst(), v.against) &&
         told_as(tally.getAbstain(), v.abstain) && told_as(tally.getBlank(), v.blank) &&
         told_as(tally.getSpoilt(), v.spoilt) && told_as(tally.getNotTakingPart(), v.not_taking_part);
}

}  // namespace jumelage::governance
