#include "governance/vote_election.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace jumelage::governance {
namespace {

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

std::vector<std::size_t> leaders(const ElectionRound& round) {
  std::vector<std::size_t> out;
  if (round.votes.empty()) return out;
  const std::uint32_t most = *std::max_element(round.votes.begin(), round.votes.end());
  for (std::size_t i = 0; i < round.votes.size(); ++i)
    if (most != 0 && round.votes[i] == most) out.push_back(i);
  return out;
}

void elected(ElectionResult& result, std::size_t candidate) {
  result.end = End::kElected;
  result.candidate = candidate;
  result.text += fmt::format("; candidate {} elected", candidate + 1);
}

void last_round(const ElectionRule& rule, ElectionResult& result, std::vector<std::size_t> first) {
  if (first.size() == 1) return elected(result, first.front());
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

ElectionResult elect(const ElectionRule& rule, std::span<const ElectionRound> rounds) {
  ElectionResult result;
  const std::size_t allowed = std::max<std::size_t>(1, rule.rounds);
  for (std::size_t r = 0; r < std::min(rounds.size(), allowed) && result.end == End::kOpen; ++r) {
    const ElectionRound& round = rounds[r];
    const std::uint64_t cast = std::accumulate(round.votes.begin(), round.votes.end(), std::uint64_t{0});
    std::vector<std::size_t> first = leaders(round);
    const std::uint64_t most = first.empty() ? 0 : round.votes[first.front()];
    result.text += fmt::format("{}round {}: {} of votes cast", r == 0 ? "" : "; ", r + 1,
                               comparison_text(most, rule.threshold, cast));
    // Two can reach half at once when the threshold is not strict: that is no majority for either.
    if (first.size() == 1 && reaches(most, rule.threshold, cast)) {
      elected(result, first.front());
    } else if (r + 1 == allowed) {
      last_round(rule, result, std::move(first));
    }
  }
  return result;
}

}  // namespace jumelage::governance
