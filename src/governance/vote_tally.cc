#include "governance/vote_tally.h"

#include <algorithm>
#include <optional>

namespace jumelage::governance {
namespace {

bool in_the_room(Presence p) {
  return p == Presence::PRESENT || p == Presence::REMOTE;
}

// The seat for which a mandate is there as titular or alternate.
const Seat* seat_of_hand(std::span<const Seat> seats, std::uint32_t mandate) {
  if (mandate == 0) return nullptr;
  for (const Seat& s : seats)
    if ((in_the_room(s.presence) && s.mandate == mandate) || (s.presence == Presence::REPLACED && s.by == mandate))
      return &s;
  return nullptr;
}

// The seat that a ballot speaks for: its titular's, or the one where the alternate sits.
std::size_t seat_of_ballot(std::span<const Seat> seats, std::uint32_t mandate) {
  const auto found = std::find_if(seats.begin(), seats.end(), [&](const Seat& s) {
    return s.mandate == mandate || (s.presence == Presence::REPLACED && s.by == mandate);
  });
  return static_cast<std::size_t>(found - seats.begin());
}

class Tallier {
 public:
  Tallier(std::span<const Seat> seats, const ProxyLimits& proxies) : seats_(seats), proxies_(proxies) {
    barred_.reserve(seats.size());
    for (std::size_t i = 0; i < seats.size(); ++i) barred_.push_back(bar(i));
    voted_.resize(seats.size(), false);
  }

  Tallied run(std::span<const CastBallot> ballots) {
    for (std::size_t i = 0; i < seats_.size(); ++i) count_seat(i);
    for (std::size_t b = 0; b < ballots.size(); ++b)
      if (const auto fault = cast(ballots[b])) out_.faults.push_back({b, *fault});
    for (std::size_t i = 0; i < seats_.size(); ++i)
      if (!barred_[i] && !voted_[i]) out_.silent.push_back(seats_[i].mandate);
    return std::move(out_);
  }

 private:
  // Why the seat has no vote just now, if it has none.
  std::optional<BallotFault> bar(std::size_t i) const {
    const Seat& s = seats_[i];
    if (!s.entitled) return BallotFault::kNotEntitled;
    if (s.recused) return BallotFault::kRecused;
    switch (s.presence) {
      case Presence::PRESENT:
      case Presence::REMOTE: return std::nullopt;
      case Presence::REPLACED: return s.by == 0 ? std::optional(BallotFault::kAbsent) : std::nullopt;
      case Presence::REPRESENTED: return bar_proxy(i);
      case Presence::ABSENT:
      case Presence::EXCUSED: return BallotFault::kAbsent;
    }
    return BallotFault::kAbsent;
  }

  std::optional<BallotFault> bar_proxy(std::size_t i) const {
    const Seat& s = seats_[i];
    if (!proxies_.allowed) return BallotFault::kProxiesNotAllowed;
    const Seat* holder = seat_of_hand(seats_, s.by);
    if (holder == nullptr) return BallotFault::kHolderAway;
    if (holder->recused) return BallotFault::kRecused;
    if (proxies_.same_member_only && (s.member == 0 || holder->member != s.member)) return BallotFault::kOtherMember;
    const auto earlier =
        std::count_if(seats_.begin(), seats_.begin() + static_cast<std::ptrdiff_t>(i),
                      [&](const Seat& o) { return o.presence == Presence::REPRESENTED && o.by == s.by; });
    if (earlier >= proxies_.per_holder) return BallotFault::kTooManyProxies;
    return std::nullopt;
  }

  void count_seat(std::size_t i) {
    Group& college = college_of(i);
    const std::uint32_t weight = seats_[i].weight;
    out_.whole.in_exercise += weight;
    college.in_exercise += weight;
    if (barred_[i]) return;
    out_.whole.present += weight;
    college.present += weight;
  }

  std::optional<BallotFault> cast(const CastBallot& ballot) {
    const std::size_t i = seat_of_ballot(seats_, ballot.mandate);
    if (i == seats_.size()) return BallotFault::kNoSeat;
    if (voted_[i]) return BallotFault::kTwice;
    const Seat& s = seats_[i];
    if (ballot.choice == Choice::ABSENT || ballot.choice == Choice::RECUSED) {
      voted_[i] = true;
      const bool there = in_the_room(s.presence) || s.presence == Presence::REPLACED;
      if (ballot.choice == Choice::ABSENT && there && !barred_[i]) return BallotFault::kPresent;
      return std::nullopt;
    }
    if (const auto wrong = wrong_hand(s, ballot)) return wrong;
    if (barred_[i]) return barred_[i];
    voted_[i] = true;
    out_.whole.votes.add(ballot.choice, s.weight);
    college_of(i).votes.add(ballot.choice, s.weight);
    return std::nullopt;
  }

  static std::optional<BallotFault> wrong_hand(const Seat& s, const CastBallot& ballot) {
    const std::uint32_t hand = ballot.cast_by == 0 ? ballot.mandate : ballot.cast_by;
    if (in_the_room(s.presence))
      return hand == s.mandate ? std::nullopt : std::optional(BallotFault::kPrincipalPresent);
    if (s.presence == Presence::REPLACED || s.presence == Presence::REPRESENTED)
      return hand == s.by ? std::nullopt : std::optional(BallotFault::kWrongHand);
    return std::nullopt;  // absent: said by bar()
  }

  Group& college_of(std::size_t i) {
    for (VoteCount::College& c : out_.colleges)
      if (c.name == seats_[i].college) return c.group;
    return out_.colleges.emplace_back(VoteCount::College{seats_[i].college, {}}).group;
  }

  std::span<const Seat> seats_;
  const ProxyLimits& proxies_;
  std::vector<std::optional<BallotFault>> barred_;
  std::vector<bool> voted_;
  Tallied out_;
};

void count_head(Attending& to, Presence presence) {
  switch (presence) {
    case Presence::PRESENT: ++to.in_person; break;
    case Presence::REMOTE: ++to.remote; break;
    case Presence::REPRESENTED: ++to.represented; break;
    case Presence::REPLACED: ++to.replaced; break;
    case Presence::ABSENT:
    case Presence::EXCUSED: break;
  }
}

}  // namespace

std::string_view describe(BallotFault fault) {
  switch (fault) {
    case BallotFault::kNoSeat: return "has no vote of its own in this session";
    case BallotFault::kTwice: return "has voted already in this round";
    case BallotFault::kAbsent: return "is not present, and nobody acts for it";
    case BallotFault::kRecused: return "is recused from this item, in person or through its proxy";
    case BallotFault::kNotEntitled: return "holds no voting right";
    case BallotFault::kWrongHand: return "was voted for by someone who does not act for it";
    case BallotFault::kPrincipalPresent: return "is present itself, so that a proxy or alternate does not vote for it";
    case BallotFault::kHolderAway: return "gave a proxy to someone who is not present";
    case BallotFault::kProxiesNotAllowed: return "was voted for by proxy, which the rules do not know";
    case BallotFault::kTooManyProxies: return "gave its proxy to someone who holds as many as the rules allow";
    case BallotFault::kOtherMember: return "gave its proxy to a holder from another member";
    case BallotFault::kPresent: return "is said to be absent, but is present according to the attendance";
  }
  return "does not count";
}

QuorumCounts count_heads(std::span<const Seat> seats, QuorumRule::Base base, std::uint32_t all_seats) {
  QuorumCounts counts;
  for (const Seat& s : seats) {
    if (base == QuorumRule::Base::ENTITLED && !s.entitled) continue;
    ++counts.base;
    if (s.recused) ++counts.recused_base;
    if (s.presence == Presence::REPRESENTED && seat_of_hand(seats, s.by) == nullptr) continue;
    count_head(counts.here, s.presence);
    if (s.recused) count_head(counts.recused, s.presence);
  }
  if (base == QuorumRule::Base::SEATS) counts.base = std::max(counts.base, all_seats);
  return counts;
}

void apply_recusals(std::span<Seat> seats, std::span<const CastBallot> ballots) {
  for (const CastBallot& ballot : ballots) {
    if (ballot.choice != Choice::RECUSED) continue;
    const std::size_t i = seat_of_ballot(seats, ballot.mandate);
    if (i < seats.size()) seats[i].recused = true;
  }
}

Tallied tally(std::span<const Seat> seats, const ProxyLimits& proxies, std::span<const CastBallot> ballots) {
  return Tallier(seats, proxies).run(ballots);
}

}  // namespace jumelage::governance
