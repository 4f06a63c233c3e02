// What later acts say about an act that stays in the log: that the record was wrong, or that a key that signed it was
// in other hands. Said wherever an act is shown.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/json_output.h"
#include "cli/table.h"
#include "ledger/snapshot.h"
#include "schema/act.capnp.h"

namespace jumelage::tools {

struct ActMarks {
  std::vector<std::uint64_t> corrected_by;  // positions of the corrections that took effect, oldest first
  std::vector<std::uint64_t> disputed_by;  // positions of the revocations of its signers' keys as compromised before it
  bool empty() const { return corrected_by.empty() && disputed_by.empty(); }
};

// None where there is no whole register to read them from.
ActMarks marks_of(const ledger::Snapshot& snapshot, std::uint64_t position, schema::Act::Reader act);

// "corrected by #9, disputed (#12)"; empty: nothing is said about it.
std::string marks_text(const ActMarks& marks);
// `what` came before: "irregular, corrected by #9".
std::string with_marks(std::string what, const ActMarks& marks);

// A field each.
void add_marks(const ActMarks& marks, cli::Fields& fields);
// Members "correctedBy" and "disputedBy", where there is something in them.
void write_marks(const ActMarks& marks, JsonOutput& out);

// One of several acts that a sheet rests on.
struct MarkedRecord {
  std::uint64_t position = 0;
  std::string kind;  // in words
  ActMarks marks;
};
inline constexpr std::size_t kMostMarkedRecords = 20;

// Those among the acts at these positions of which later acts say something, in the order of the log; the first
// kMostMarkedRecords of them.
Result<std::vector<MarkedRecord>> marked_records(const ledger::Snapshot& snapshot,
                                                 std::vector<std::uint64_t> positions);
void add_marked(const std::vector<MarkedRecord>& records, cli::Fields& fields);
void write_marked(const std::vector<MarkedRecord>& records, JsonOutput& out);  // member "marked", if there are any

}  // namespace jumelage::tools
