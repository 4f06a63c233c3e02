// Deliberations of an SCDL file as acts: for each row a proposal, its vote where the file tells of one, and its
// decision, on the basis *imported*, in a body of their own. The mapping, field by field: docs/formats/scdl.md.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "event/act.h"
#include "exchange/scdl_rows.h"
#include "governance/register.h"
#include "ledger/author.h"

namespace jumelage::exchange {

struct ScdlImport {
  std::vector<event::Act> acts;    // in the order in which they have to be recorded
  std::size_t deliberations = 0;   // how many rows they stand for
  std::vector<std::string> known;  // DELIB_IDs whose decision the body holds already: nothing is made of those
};

// The id of the decision that a row becomes: the body's id (at most 40 bytes) and DELIB_ID, followed by the first
// digits of DELIB_ID's SHA-256 where it is more than small letters, digits and single dots, or would end like a
// proposal's id. Different DELIB_IDs get different ids; the same one always gets the same.
std::string scdl_decision_id(std::string_view body, std::string_view delib_id);
// The id of its proposal, which no row's decision can have in whatever body. At most 64 bytes.
std::string scdl_proposal_id(std::string_view body, std::string_view delib_id);

// One act's worth of memory a row; at most kMaxScdlRows. A row that cannot become valid acts fails the whole, naming
// its line.
Result<ScdlImport> import_scdl(const ScdlFile& file, const governance::Register& reg, ledger::Author& author,
                               std::string_view body);

}  // namespace jumelage::exchange
