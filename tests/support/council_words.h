// What the parts of the council's workload have in common.
#pragma once

#include <fmt/format.h>

#include <string>

#include "support/scribe.h"

namespace jumelage::test {

inline constexpr unsigned kSeats = 9;
inline constexpr unsigned kItems = 12;  // on each agenda

// What is special about an item; the others are adopted by all who are there.
inline constexpr unsigned kMinutesItem = 0;  // approves the minutes of the session before
inline constexpr unsigned kPlainItem = 1;
inline constexpr unsigned kSupervisedItem = 2;  // waits for a visa
inline constexpr unsigned kInterestItem = 3;    // somebody is recused
inline constexpr unsigned kRejectedItem = 4;
inline constexpr unsigned kDepartureItem = 5;  // somebody has left before it
inline constexpr unsigned kIrregularItem = 6;  // announced as adopted, and it was not
inline constexpr unsigned kSponsoredItem = 7;  // by a member
inline constexpr unsigned kReturnItem = 9;     // they are back
inline constexpr unsigned kNotedItem = 10;
inline constexpr unsigned kConsensusItem = 11;

inline constexpr unsigned kRecusedSeat = 1;
inline constexpr unsigned kDepartingSeat = 7;
inline constexpr unsigned kRepresentedSeat = 8;  // by seat 0
// The seats that vote against where an item is rejected; one ballot more for it, and it is adopted.
inline constexpr unsigned kFirstAgainst = 4;

// Contents of documents.
inline constexpr const char* kText = "texte";
inline constexpr const char* kInstrument = "pouvoir";
inline constexpr const char* kMinutes = "procès-verbal";
inline constexpr const char* kEvidence = "feuille de dépouillement";

inline std::string committee_id(std::uint64_t number) {
  return fmt::format("committee-{:05}", number);
}
inline std::string session_id(std::uint64_t number) {
  return fmt::format("session-{:06}", number);
}

inline Scribe::Signers secretary() {
  return {Club::secretary()};
}
inline Scribe::Signers officers() {
  return {Club::chair(), Club::secretary()};
}

}  // namespace jumelage::test
