// Any bytes at all as an SCDL file: what must hold of the answer whatever they are.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "base/check.h"
#include "base/text.h"
#include "exchange/scdl_formats.h"
#include "exchange/scdl_rows.h"

namespace jumelage::exchange {
namespace {

// Lines as an editor counts them.
std::size_t lines_of(std::string_view text) {
  std::size_t lines = 1;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'))) ++lines;
  return lines;
}

void check_text(const std::string& text) {
  JUMELAGE_CHECK(text.size() <= kMaxScdlTextBytes, "text is bounded");
  JUMELAGE_CHECK(!first_bad_utf8(text), "text is UTF-8");
  JUMELAGE_CHECK(to_nfc(text) == text, "text is in normal form");
  JUMELAGE_CHECK(text.find('\r') == std::string::npos && text.find('\x1b') == std::string::npos,
                 "no control characters");
  JUMELAGE_CHECK(!is_blank(text) && !is_blank(text.substr(0, 1)) && !is_blank(text.substr(text.size() - 1)),
                 "text is trimmed, and there");
}

void check_row(const ScdlRow& row) {
  for (const auto* text : {&row.coll_nom, &row.coll_siret, &row.delib_id, &row.delib_objet}) check_text(*text);
  for (const auto* text : {&row.delib_matiere_code, &row.delib_matiere_nom})
    if (!text->empty()) check_text(*text);
  for (const auto* text : {&row.budget_annee, &row.budget_nom, &row.pref_id, &row.delib_url})
    if (*text) check_text(**text);
  for (const auto& votes : {row.vote_effectif, row.vote_reel, row.vote_pour, row.vote_contre, row.vote_abstention})
    JUMELAGE_CHECK(votes.value_or(0) <= kMaxScdlVotes, "votes are bounded");
  JUMELAGE_CHECK(is_siret(row.coll_siret), "a SIRET has 14 digits");
}

void check_rows(const ScdlFile& file, std::size_t lines) {
  std::set<std::string> ids;
  std::size_t last_line = 1;  // the header's, at best
  for (const ScdlRow& row : file.rows) {
    JUMELAGE_CHECK(row.line > last_line && row.line <= lines, "rows come in order, below the header");
    JUMELAGE_CHECK(ids.insert(row.delib_id).second, "an identifier comes once");
    check_row(row);
    last_line = row.line;
  }
  JUMELAGE_CHECK(file.rows.size() <= file.rows_seen, "no row comes from nowhere");
}

void check_faults(const ScdlFile& file, std::size_t lines) {
  std::size_t errors = 0;
  std::set<std::uint32_t> rows;
  for (const ScdlRow& row : file.rows) rows.insert(row.line);
  for (const Fault& fault : file.faults.listed()) {
    JUMELAGE_CHECK(fault.line >= 1 && fault.line <= lines, "a fault is on a line of the file");
    JUMELAGE_CHECK(fault.column <= kMaxCsvFields + 1, "a fault is in a field");
    JUMELAGE_CHECK(fault.value.size() <= kMaxFaultValueBytes, "a shown value is bounded");
    JUMELAGE_CHECK(!fault.error.message().empty() && fault.code() != "scdl.unknown" && fault.code() != "csv.unknown",
                   "a fault says what it is");
    if (fault.severity == Severity::kError) ++errors;
    if (fault.error.is(ScdlError::kWrongFieldCount))
      JUMELAGE_CHECK(!rows.contains(fault.line), "a row with an error is not used");
  }
  const std::size_t counted = file.faults.errors() + file.faults.warnings();
  JUMELAGE_CHECK(file.faults.listed().size() == std::min(counted, kMaxFaultsListed), "faults are listed or counted");
  JUMELAGE_CHECK(counted > kMaxFaultsListed || errors == file.faults.errors(), "errors are counted");
  JUMELAGE_CHECK(errors > 0 || (file.complete && file.rows.size() == file.rows_seen),
                 "without errors all rows are used");
}

}  // namespace
}  // namespace jumelage::exchange

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace jumelage;
  const ByteView bytes(data, size);
  const exchange::ScdlFile file = exchange::read_scdl(bytes);
  const std::size_t lines = exchange::lines_of(as_text(bytes));
  exchange::check_rows(file, lines);
  exchange::check_faults(file, lines);
  return 0;
}
