// What the register knows of a session, gathered for showing. Texts are not escaped.
#pragma once

#include <string>
#include <vector>

#include "app/lookup.h"
#include "ledger/snapshot.h"
#include "show/act_marks.h"
#include "show/findings.h"

namespace jumelage::tools {

struct ShownVote {
  std::uint16_t round = 0;
  std::uint64_t position = 0;
  std::string outcome, announced, arithmetic;
  bool is_superseded = false;
  std::uint64_t record_at = 0;    // of the act that recorded it; `position`, unless a correction had it counted again
  std::uint64_t next_at = 0;      // of a superseded one: of the act that took its place, where that can be told
  bool is_counted_again = false;  // of a superseded one: the same record was corrected, and not another one made
  std::string basis = {};         // how its record came about; empty: live. Only in a session that was gathered
};

// "corrected by #9", "replaced by #9": what became of a vote that was superseded, or how the one that stands came to be
// what it is: "as corrected by #9". Empty: it stands as it was recorded.
std::string fate_text(const ShownVote& vote);

struct ShownItem {
  std::string id, status, decision, number;
  std::vector<std::pair<std::string, std::string>> titles;  // language and text
  std::vector<ShownVote> votes;                             // in the order of rounds and records
};

struct ShownAttendance {
  std::string mandate, member, presence, by;
};

// An act on the session itself that was not recorded as it happened.
struct LaterRecord {
  std::uint64_t position = 0;
  std::string kind, basis;
};

inline constexpr std::size_t kMostLaterRecords = 20;

struct ShownSession {
  std::string id, body, phase, mode, scheduled, opened, rules, presider, secretary, quorum;
  std::uint32_t number = 0;
  std::uint32_t call = 0;
  std::uint64_t acts = 0;
  bool is_quorate = false;
  bool is_irregular = false;
  std::vector<ShownAttendance> attendance;  // as it stands now
  std::vector<ShownItem> items;
  std::vector<LaterRecord> later_records;    // at most kMostLaterRecords
  std::vector<MarkedRecord> marked_records;  // of the acts on the session itself
  std::vector<ShownFinding> findings;
};

Result<ShownSession> gather_session(const ledger::Snapshot& snapshot, Number session);
std::vector<ShownVote> votes_on(const Register& reg, Number item);

// The definitive number of a decision; empty when it has none.
std::string number_of_decision(const Register& reg, Number decision);

}  // namespace jumelage::tools
