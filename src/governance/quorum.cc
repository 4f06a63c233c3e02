#include "governance/quorum.h"

#include <fmt/format.h>

#include <algorithm>

namespace jumelage::governance {
namespace {

const Threshold& threshold_of(const QuorumRule& rule, std::uint8_t call) {
  const Threshold* found = &rule.threshold;
  for (const QuorumRule::Call& later : rule.later_calls)
    if (later.call <= call) found = &later.threshold;
  return *found;
}

std::uint32_t counted(const QuorumRule& rule, const Attending& a) {
  return a.in_person + (rule.remote_counts ? a.remote : 0) + (rule.proxies_count ? a.represented : 0) +
         (rule.alternates_count ? a.replaced : 0);
}

std::string_view name(QuorumRule::Base base) {
  switch (base) {
    case QuorumRule::Base::IN_EXERCISE: return "in exercise";
    case QuorumRule::Base::ENTITLED: return "entitled";
    case QuorumRule::Base::SEATS: return "all seats";
  }
  return "in exercise";
}

}  // namespace

QuorumResult test_quorum(const QuorumRule& rule, const QuorumCounts& counts, std::uint8_t call) {
  std::uint32_t present = counted(rule, counts.here);
  std::uint32_t base = counts.base;
  if (rule.recusal != QuorumRule::Recusal::COUNTS) present -= std::min(present, counted(rule, counts.recused));
  if (rule.recusal == QuorumRule::Recusal::OUT_OF_BOTH) base -= std::min(base, counts.recused_base);

  const std::uint64_t needed = least(threshold_of(rule, call), base);
  const bool met = present >= needed;
  const std::string recused = counts.recused_base == 0 ? "" : fmt::format(", {} recused", counts.recused_base);
  return {met, fmt::format("quorum {}/{} {} {} ({}, call {}{})", present, base, met ? "≥" : "<", needed,
                           name(rule.base), call, recused)};
}

}  // namespace jumelage::governance
