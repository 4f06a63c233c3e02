// The stable names of findings. Each is explained in docs/findings.md; a test compares that page with this list.
#pragma once

#include <array>
#include <string_view>

namespace jumelage::governance {

inline constexpr std::string_view kDecisionMissing = "decision.missing";
inline constexpr std::string_view kDecisionNotAdopted = "decision.not_adopted";
inline constexpr std::string_view kDecisionNotExecutory = "decision.not_executory";
inline constexpr std::string_view kDecisionIrregular = "decision.irregular";
inline constexpr std::string_view kDecisionImported = "decision.imported";
inline constexpr std::string_view kMemberNoDeliberation = "member.no_deliberation";
inline constexpr std::string_view kMandateNoFreeSeat = "mandate.no_free_seat";
inline constexpr std::string_view kMandateWeightDiffers = "mandate.weight_differs";
inline constexpr std::string_view kMandateMemberIrregular = "mandate.member_irregular";
inline constexpr std::string_view kMandateNoInstrument = "mandate.no_instrument";
inline constexpr std::string_view kOfficeAlreadyHeld = "office.already_held";
inline constexpr std::string_view kOfficeHolderIrregular = "office.holder_irregular";
inline constexpr std::string_view kOfficeNotElected = "office.not_elected";
inline constexpr std::string_view kBodyRuleSetIrregular = "body.rule_set_irregular";

// Of foundation and membership; those of sessions, votes and decisions stand with their rules.
inline constexpr std::array kMembershipFindings = {
    kDecisionMissing,      kDecisionNotAdopted,    kDecisionNotExecutory, kDecisionIrregular,      kDecisionImported,
    kMemberNoDeliberation, kMandateNoFreeSeat,     kMandateWeightDiffers, kMandateMemberIrregular, kMandateNoInstrument,
    kOfficeAlreadyHeld,    kOfficeHolderIrregular, kOfficeNotElected,     kBodyRuleSetIrregular,
};

}  // namespace jumelage::governance
