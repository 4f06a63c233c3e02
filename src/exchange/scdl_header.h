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

enum class Presence {
  kRequired,  // the column and, in every row, a value: without it no row, or not that row, can be used
  kExpected,  // the standard asks for it and real files leave it blank: a warning, and the row is used without it
  kOptional,
};

struct ScdlColumnRule {
  std::string_view name;
  Presence presence;
};

// The schema "deliberations" 2.1.5 of OpenDataFrance (schema.data.gouv.fr), in its order.
inline constexpr std::array<ScdlColumnRule, 17> kScdlColumns{{
    {"COLL_NOM", Presence::kRequired},
    {"COLL_SIRET", Presence::kRequired},
    {"DELIB_ID", Presence::kRequired},
    {"DELIB_DATE", Presence::kRequired},
    {"DELIB_MATIERE_CODE", Presence::kExpected},
    {"DELIB_MATIERE_NOM", Presence::kExpected},
    {"DELIB_OBJET", Presence::kRequired},
    {"BUDGET_ANNEE", Presence::kOptional},
    {"BUDGET_NOM", Presence::kOptional},
    {"PREF_ID", Presence::kOptional},
    {"PREF_DATE", Presence::kOptional},
    {"VOTE_EFFECTIF", Presence::kOptional},
    {"VOTE_REEL", Presence::kOptional},
    {"VOTE_POUR", Presence::kOptional},
    {"VOTE_CONTRE", Presence::kOptional},
    {"VOTE_ABSTENTION", Presence::kOptional},
    {"DELIB_URL", Presence::kOptional},
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
