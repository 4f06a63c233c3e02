// The stable names of findings about sessions, votes and decisions. Each is explained in docs/findings.md.
#pragma once

#include <array>
#include <string_view>

namespace jumelage::governance {

inline constexpr std::string_view kSessionShortNotice = "session.short_notice";
inline constexpr std::string_view kSessionUrgencyUnexplained = "session.urgency_unexplained";
inline constexpr std::string_view kSessionRuleSetDiffers = "session.rule_set_differs";
inline constexpr std::string_view kSessionBeforeItsTime = "session.before_its_time";
inline constexpr std::string_view kSessionPresiderNoOffice = "session.presider_no_office";
inline constexpr std::string_view kSessionPresiderAbsent = "session.presider_absent";
inline constexpr std::string_view kSessionSecretaryNoOffice = "session.secretary_no_office";
inline constexpr std::string_view kSessionNotAnAlternate = "session.not_an_alternate";
inline constexpr std::string_view kSessionAttendanceLate = "session.attendance_late";
inline constexpr std::string_view kSessionAttendanceUnchanged = "session.attendance_unchanged";
inline constexpr std::string_view kSessionLateItem = "session.late_item";
inline constexpr std::string_view kSessionQuorumMet = "session.quorum_met";
inline constexpr std::string_view kMinutesVoteNotAdopted = "minutes.vote_not_adopted";
inline constexpr std::string_view kMinutesVoteIrregular = "minutes.vote_irregular";
inline constexpr std::string_view kProxyNotAllowed = "proxy.not_allowed";
inline constexpr std::string_view kProxyOtherMember = "proxy.other_member";
inline constexpr std::string_view kProxyTooMany = "proxy.too_many";
inline constexpr std::string_view kProxyGivenTwice = "proxy.given_twice";
inline constexpr std::string_view kProxyReceivedLate = "proxy.received_late";
inline constexpr std::string_view kProxyRevokedLate = "proxy.revoked_late";
inline constexpr std::string_view kProxyNotRecorded = "proxy.not_recorded";
inline constexpr std::string_view kInterestLate = "interest.late";
inline constexpr std::string_view kElectionTooManyRounds = "election.too_many_rounds";
inline constexpr std::string_view kElectionTieDecided = "election.tie_decided";
inline constexpr std::string_view kElectionAnnouncedDiffers = "election.announced_differs";
inline constexpr std::string_view kQuorumNotMet = "quorum.not_met";
inline constexpr std::string_view kVoteNotEntitled = "vote.not_entitled";
inline constexpr std::string_view kVoteBallotsIncomplete = "vote.ballots_incomplete";
inline constexpr std::string_view kVoteTallyDiffers = "vote.tally_differs";
inline constexpr std::string_view kVoteMoreVotesThanPresent = "vote.more_votes_than_present";
inline constexpr std::string_view kVoteCollegesUnknown = "vote.colleges_unknown";
inline constexpr std::string_view kVoteCastingVote = "vote.casting_vote";
inline constexpr std::string_view kVoteSecrecy = "vote.secrecy";
inline constexpr std::string_view kVoteTooManyRounds = "vote.too_many_rounds";
inline constexpr std::string_view kVoteOtherMajority = "vote.other_majority";
inline constexpr std::string_view kVoteAnnouncedDiffers = "vote.announced_differs";
inline constexpr std::string_view kImportMoreVotesThanPresent = "import.more_votes_than_present";
inline constexpr std::string_view kDecisionNoVote = "decision.no_vote";
inline constexpr std::string_view kDecisionVoteIrregular = "decision.vote_irregular";
inline constexpr std::string_view kDecisionOutcomeDiffers = "decision.outcome_differs";

inline constexpr std::array kSessionFindings = {
    kSessionShortNotice,
    kSessionUrgencyUnexplained,
    kSessionRuleSetDiffers,
    kSessionBeforeItsTime,
    kSessionPresiderNoOffice,
    kSessionPresiderAbsent,
    kSessionSecretaryNoOffice,
    kSessionNotAnAlternate,
    kSessionAttendanceLate,
    kSessionAttendanceUnchanged,
    kSessionLateItem,
    kSessionQuorumMet,
    kMinutesVoteNotAdopted,
    kMinutesVoteIrregular,
    kProxyNotAllowed,
    kProxyOtherMember,
    kProxyTooMany,
    kProxyGivenTwice,
    kProxyReceivedLate,
    kProxyRevokedLate,
    kProxyNotRecorded,
    kInterestLate,
    kElectionTooManyRounds,
    kElectionTieDecided,
    kElectionAnnouncedDiffers,
    kQuorumNotMet,
    kVoteNotEntitled,
    kVoteBallotsIncomplete,
    kVoteTallyDiffers,
    kVoteMoreVotesThanPresent,
    kVoteCollegesUnknown,
    kVoteCastingVote,
    kVoteSecrecy,
    kVoteTooManyRounds,
    kVoteOtherMajority,
    kVoteAnnouncedDiffers,
    kImportMoreVotesThanPresent,
    kDecisionNoVote,
    kDecisionVoteIrregular,
    kDecisionOutcomeDiffers,
};

}  // namespace jumelage::governance
