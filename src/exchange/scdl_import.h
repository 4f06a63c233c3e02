// Deliberations of an SCDL file as acts: for each row a proposal, its vote where the file tells of one, and its
// decision, on the basis *imported*, in a body of their own. The mapping, field by field: docs/formats/scdl.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "event/act.h"
#include "exchange/scdl_rows.h"
#include "governance/history.h"
#include "governance/register.h"
#include "ledger/author.h"

namespace jumelage::exchange {

// A row and its acts: those from `begin` up to `end` of an import, the last of them its decision.
struct ScdlDeliberation {
  std::uint32_t line = 0;
  std::string delib_id;
  std::size_t begin = 0;
  std::size_t end = 0;
};
std::string where(const ScdlDeliberation& row);  // "line 3, DELIB_ID 2022.00028", safe for a terminal

struct ScdlImport {
  std::vector<event::Act> acts;                 // in the order in which they have to be recorded
  std::vector<ScdlDeliberation> deliberations;  // the rows that they stand for, in the same order
  std::vector<std::string> known;  // DELIB_IDs whose decision the body holds already: nothing is made of those
};

// Rows whose acts go together: from `begin` up to `end` of an import's deliberations.
struct ScdlPacket {
  std::size_t begin = 0;
  std::size_t end = 0;
};
// All rows, in packets of at most `max_acts` acts (3 or more): none ever ends within a row.
std::vector<ScdlPacket> packets_of(const ScdlImport& import, std::size_t max_acts);

// The id of the decision that a row becomes: the body's id (at most 40 bytes) and DELIB_ID, followed by the first
// digits of DELIB_ID's SHA-256 where it is more than small letters, digits and single dots, or would end like a
// proposal's id. Different DELIB_IDs get different ids; the same one always gets the same.
std::string scdl_decision_id(std::string_view body, std::string_view delib_id);
// The id of its proposal, which no row's decision can have in whatever body. At most 64 bytes.
std::string scdl_proposal_id(std::string_view body, std::string_view delib_id);

// One act's worth of memory a row; at most kMaxScdlRows. A row that cannot become valid acts fails the whole, naming
// its line. Of a row whose proposal, or proposal and vote, were recorded without its decision, the rest is made.
// `history`: the log that `reg` was made from.
Result<ScdlImport> import_scdl(const ScdlFile& file, const governance::Register& reg,
                               const governance::History& history, ledger::Author& author, std::string_view body);

}  // namespace jumelage::exchange
