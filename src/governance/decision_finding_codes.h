// The stable names of findings about the life of a decision after it was taken, and about opinions and delegations.
// Each is explained in docs/findings.md.
#pragma once

#include <array>
#include <string_view>

namespace jumelage::governance {

inline constexpr std::string_view kDecisionOtherBody = "decision.other_body";
inline constexpr std::string_view kDecisionTargetNotInForce = "decision.target_not_in_force";
inline constexpr std::string_view kClearanceTermsDiffer = "clearance.terms_differ";
inline constexpr std::string_view kClearanceAnswerLate = "clearance.answer_late";
inline constexpr std::string_view kOpinionLate = "opinion.late";
inline constexpr std::string_view kDelegationOutOfTerm = "delegation.out_of_term";
inline constexpr std::string_view kDelegationOtherMatter = "delegation.other_matter";
inline constexpr std::string_view kDelegationAboveCeiling = "delegation.above_ceiling";
inline constexpr std::string_view kDelegationIrregular = "delegation.irregular";
inline constexpr std::string_view kDelegationWithoutForce = "delegation.without_force";

inline constexpr std::array kDecisionFindings = {
    kDecisionOtherBody,   kDecisionTargetNotInForce, kClearanceTermsDiffer,  kClearanceAnswerLate,
    kOpinionLate,         kDelegationOutOfTerm,      kDelegationOtherMatter, kDelegationAboveCeiling,
    kDelegationIrregular, kDelegationWithoutForce,
};

}  // namespace jumelage::governance
