#include "governance/vote_election.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace jumelage::governance {
namespace {

using Base = ElectionRule::Base;
using End = ElectionResult::End;

std::string_view name(ElectionRule::Tie tie) {
  switch (tie) {
    case ElectionRule::Tie::NOBODY: return "nobody is elected";
    case ElectionRule::Tie::ELDER: return "the elder is elected";
    case ElectionRule::Tie::LOT: return "lots are drawn";
    case ElectionRule::Tie::CASTING_VOTE: return "the presider decides";
  }
  return "nobody is elected";
}

std::string_view name(Base base) {
  switch (base) {
    case Base::CAST: return "of votes cast";
    case Base::PRESENT: return "of those present";
    case Base::IN_EXERCISE: return "in exercise";
  }
  return "of votes cast";
}

std::uint64_t base_of(const ElectionRule::Round& rule, const ElectionRound& round) {
  switch (rule.base) {
    case Base::CAST:
      return std::accumulate(round.votes.begin(), round.votes.end(), std::uint64_t{0}) +
             (rule.blanks_are_cast ? std::uint64_t{round.blank} + round.spoilt : 0);
    case Base::PRESENT: return round.present;
    case Base::IN_EXERCISE: return round.in_exercise;
  }
  return 0;
}

std::string arithmetic(const ElectionRule::Round& rule, std::uint64_t most, std::uint64_t base) {
  if (rule.threshold == ElectionRule::kMostVotes) return fmt::format("{}, the most votes are enough", most);
  return fmt::format("{} {}", comparison_text(most, rule.threshold, base), name(rule.base));
}

// `first`: those with the most votes, as the last round's threshold lets them be elected.
void end_last_round(const ElectionRule& rule, ElectionResult& result, std::vector<std::size_t> first) {
  if (first.empty()) {
    result.end = End::kNobody;
    result.text += "; nobody elected";
    return;
  }
  result.end = rule.tie == ElectionRule::Tie::NOBODY ? End::kNobody : End::kTied;
  result.tied = std::move(first);
  result.text += fmt::format("; tied: {}", name(rule.tie));
}

}  // namespace

std::vector<std::size_t> leaders(const ElectionRound& round) {
  std::vector<std::size_t> out;
  if (round.votes.empty()) return out;
  const std::uint32_t most = *std::max_element(round.votes.begin(), round.votes.end());
  for (std::size_t i = 0; i < round.votes.size(); ++i)
    if (most != 0 && round.votes[i] == most) out.push_back(i);
  return out;
}

ElectionResult elect(const ElectionRule& rule, std::span<const ElectionRound> rounds) {
  ElectionResult result;
  const std::size_t last = std::min(rounds.size(), rule.rounds.size());
  for (std::size_t r = 0; r < last && result.end == End::kOpen; ++r) {
    const ElectionRound& round = rounds[r];
    std::vector<std::size_t> first = leaders(round);
    const std::uint64_t most = first.empty() ? 0 : round.votes[first.front()];
    const std::uint64_t base = base_of(rule.rounds[r], round);
    result.rounds = r + 1;
    result.text += fmt::format("{}round {}: {}", r == 0 ? "" : "; ", r + 1, arithmetic(rule.rounds[r], most, base));
    if (!reaches(most, rule.rounds[r].threshold, base)) first.clear();
    // Two can reach half at once when the threshold is not strict: that is no majority for either.
    if (first.size() == 1) {
      result.end = End::kElected;
      result.candidate = first.front();
      result.text += fmt::format("; candidate {} elected", result.candidate + 1);
    } else if (r + 1 == rule.rounds.size()) {
      end_last_round(rule, result, std::move(first));
    }
  }
  return result;
}

}  // namespace jumelage::governance
