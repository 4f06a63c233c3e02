// Deliberations as French local authorities publish them: SCDL "deliberations" 2.1.5, a CSV table with one row for
// each (schema.data.gouv.fr). Bytes in, rows and faults out; what the rows become is somebody else's business.
//
// Nothing is guessed. A value is read as it stands or reported with its line and column; a column whose name is
// nearly right is not read, the fault suggests the name. Thread-safe: no state is kept.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "exchange/csv.h"
#include "exchange/scdl_fault.h"
#include "exchange/scdl_header.h"
#include "exchange/scdl_values.h"

namespace jumelage::exchange {

inline constexpr std::uint32_t kMaxScdlRows = 100'000;  // in one file; a large authority takes some 2,000 a year

// Text is NFC, trimmed, at most kMaxScdlTextBytes, without control characters but LF and tab. Dates are days since
// 1970-01-01. What the standard requires is there; a blank optional value is nothing, never zero.
struct ScdlRow {
  std::uint32_t line = 0;  // where the row starts in the file
  std::string coll_nom;
  std::string coll_siret;  // 14 digits
  std::string delib_id;    // once in a file
  std::int32_t delib_date = 0;
  std::string delib_matiere_code;
  std::string delib_matiere_nom;
  std::string delib_objet;
  std::optional<std::string> budget_annee;
  std::optional<std::string> budget_nom;
  std::optional<std::string> pref_id;
  std::optional<std::int32_t> pref_date;
  std::optional<std::uint32_t> vote_effectif;  // all at most kMaxScdlVotes
  std::optional<std::uint32_t> vote_reel;
  std::optional<std::uint32_t> vote_pour;
  std::optional<std::uint32_t> vote_contre;
  std::optional<std::uint32_t> vote_abstention;
  std::optional<std::string> delib_url;
};

struct ScdlFile {
  CsvFacts csv;
  std::vector<std::string> unknown_columns;       // as found; not read
  std::vector<std::string_view> missing_columns;  // standard names
  std::uint32_t rows_seen = 0;                    // usable or not; rows of blanks are not counted
  bool complete = false;                          // read to its end: nothing cut the reading short
  std::vector<ScdlRow> rows;                      // those that can be used, in the file's order
  FaultList faults;                               // the header's, then by row, then what cut the reading short
};

// No deliberation is of a day after `today` (days since 1970-01-01): that is an error of its row.
ScdlFile read_scdl(ByteView file, std::int32_t today = std::numeric_limits<std::int32_t>::max());

}  // namespace jumelage::exchange
