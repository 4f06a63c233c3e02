// The stable names of findings about agreements and cooperation. Each is explained in docs/findings.md.
#pragma once

#include <array>
#include <string_view>

namespace jumelage::governance {

inline constexpr std::string_view kAgreementNoDeliberation = "agreement.no_deliberation";
inline constexpr std::string_view kAgreementNotApproved = "agreement.not_approved";
inline constexpr std::string_view kAgreementClearanceMissing = "agreement.clearance_missing";
inline constexpr std::string_view kAgreementNoPower = "agreement.no_power";
inline constexpr std::string_view kAgreementNotSigned = "agreement.not_signed";
inline constexpr std::string_view kAgreementOtherTrigger = "agreement.other_trigger";
inline constexpr std::string_view kAgreementTooEarly = "agreement.too_early";
inline constexpr std::string_view kAgreementNotReapproved = "agreement.not_reapproved";
inline constexpr std::string_view kAgreementRenewalNotAllowed = "agreement.renewal_not_allowed";
inline constexpr std::string_view kAgreementRenewalTermDiffers = "agreement.renewal_term_differs";
inline constexpr std::string_view kAgreementShortNotice = "agreement.short_notice";
inline constexpr std::string_view kAgreementRenewsTacitly = "agreement.renews_tacitly";
inline constexpr std::string_view kAgreementNoConsent = "agreement.no_consent";
inline constexpr std::string_view kProjectAgreementNotInForce = "project.agreement_not_in_force";
inline constexpr std::string_view kProjectLeadEnded = "project.lead_ended";
inline constexpr std::string_view kProjectPeriodsOverlap = "project.periods_overlap";
inline constexpr std::string_view kProjectOverBudget = "project.over_budget";
inline constexpr std::string_view kConsultationClosedEarly = "consultation.closed_early";

inline constexpr std::array kAgreementFindings = {
    kAgreementNoDeliberation,    kAgreementNotApproved,        kAgreementClearanceMissing, kAgreementNoPower,
    kAgreementNotSigned,         kAgreementOtherTrigger,       kAgreementTooEarly,         kAgreementNotReapproved,
    kAgreementRenewalNotAllowed, kAgreementRenewalTermDiffers, kAgreementShortNotice,      kAgreementRenewsTacitly,
    kAgreementNoConsent,         kProjectAgreementNotInForce,  kProjectLeadEnded,          kProjectPeriodsOverlap,
    kProjectOverBudget,          kConsultationClosedEarly,
};

}  // namespace jumelage::governance
