// The header line of an SCDL file: which of its columns are the standard's.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/csv.h"
#include "exchange/scdl_fault.h"

namespace jumelage::exchange {

enum class ScdlColumn : std::size_t {
  kCollNom,
  kCollSiret,
  kDelibId,
  kDelibDate,
  kDelibMatiereCode,
  kDelibMatiereNom,
  kDelibObjet,
  kBudgetAnnee,
  kBudgetNom,
  kPrefId,
  kPrefDate,
  kVoteEffectif,
  kVoteReel,
  kVotePour,
  kVoteContre,
  kVoteAbstention,
  kDelibUrl,
};

struct ScdlColumnRule {
  std::string_view name;
  bool required;  // the column and, in every row, a value
};

// The schema "deliberations" 2.1.5 of OpenDataFrance (schema.data.gouv.fr), in its order.
inline constexpr std::array<ScdlColumnRule, 17> kScdlColumns{{
    {"COLL_NOM", true},
    {"COLL_SIRET", true},
    {"DELIB_ID", true},
    {"DELIB_DATE", true},
    {"DELIB_MATIERE_CODE", true},
    {"DELIB_MATIERE_NOM", true},
    {"DELIB_OBJET", true},
    {"BUDGET_ANNEE", false},
    {"BUDGET_NOM", false},
    {"PREF_ID", false},
    {"PREF_DATE", false},
    {"VOTE_EFFECTIF", false},
    {"VOTE_REEL", false},
    {"VOTE_POUR", false},
    {"VOTE_CONTRE", false},
    {"VOTE_ABSTENTION", false},
    {"DELIB_URL", false},
}};

constexpr const ScdlColumnRule& rule_of(ScdlColumn column) {
  return kScdlColumns[static_cast<std::size_t>(column)];
}

struct ScdlHeader {
  std::size_t width = 0;                                           // fields in the header line, known or not
  std::array<std::optional<std::size_t>, kScdlColumns.size()> at;  // a column's place in a record, from 0
  std::vector<std::string> unknown_columns;                        // as found, misspelt ones included
  std::vector<std::string_view> missing_columns;                   // standard names

  std::optional<std::size_t> find(ScdlColumn column) const { return at[static_cast<std::size_t>(column)]; }
};

// A name counts when it is the standard's but for case and surrounding spaces, nothing looser. When a column
// comes twice the first is kept so that checking can go on; the fault is an error.
ScdlHeader read_scdl_header(const CsvRecord& record, FaultList& faults);

}  // namespace jumelage::exchange
