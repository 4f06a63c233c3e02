// The stable names of findings about what every act says of itself, changed bodies, closing sheets and corrections.
// Each is explained in docs/findings.md.
#pragma once

#include <array>
#include <string_view>

namespace jumelage::governance {

inline constexpr std::string_view kActNotLive = "act.not_live";
inline constexpr std::string_view kActNoGrounds = "act.no_grounds";
inline constexpr std::string_view kBodySeatsTaken = "body.seats_taken";
inline constexpr std::string_view kRegisterNumbersDiffer = "register.numbers_differ";
inline constexpr std::string_view kRegisterDecisionsDiffer = "register.decisions_differ";
inline constexpr std::string_view kRegisterSessionsDiffer = "register.sessions_differ";
inline constexpr std::string_view kRegisterYearNotOver = "register.year_not_over";
inline constexpr std::string_view kCorrectionNoEvidence = "correction.no_evidence";

inline constexpr std::array kFoundationFindings = {
    kActNotLive,
    kActNoGrounds,
    kBodySeatsTaken,
    kRegisterNumbersDiffer,
    kRegisterDecisionsDiffer,
    kRegisterSessionsDiffer,
    kRegisterYearNotOver,
    kCorrectionNoEvidence,
};

}  // namespace jumelage::governance
