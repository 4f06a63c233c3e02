#include "exchange/scdl_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <unordered_map>
#include <utility>

#include "base/clock.h"
#include "exchange/scdl_formats.h"

namespace jumelage::exchange {
namespace {

using enum ScdlColumn;

ScdlRow read_values(std::uint32_t line, std::int32_t today, ScdlValues& values) {
  ScdlRow row;
  row.line = line;
  row.coll_nom = values.text(kCollNom).value_or("");
  row.coll_siret = values.text(kCollSiret).value_or("");
  row.delib_id = values.text(kDelibId).value_or("");
  const auto delib_date = values.date(kDelibDate);
  row.delib_date = delib_date.value_or(0);
  if (row.delib_date > today)
    values.refuse(kDelibDate, ScdlError::kFutureDate,
                  fmt::format("after {}, which is today: nothing was decided then yet", format_date(today)));
  row.delib_matiere_code = values.text(kDelibMatiereCode).value_or("");
  row.delib_matiere_nom = values.text(kDelibMatiereNom).value_or("");
  row.delib_objet = values.text(kDelibObjet).value_or("");
  row.budget_annee = values.text(kBudgetAnnee);
  row.budget_nom = values.text(kBudgetNom);
  row.pref_id = values.text(kPrefId);
  row.pref_date = values.date(kPrefDate);
  row.vote_effectif = values.number(kVoteEffectif);
  row.vote_reel = values.number(kVoteReel);
  row.vote_pour = values.number(kVotePour);
  row.vote_contre = values.number(kVoteContre);
  row.vote_abstention = values.number(kVoteAbstention);
  row.delib_url = values.text(kDelibUrl);
  if (delib_date && row.pref_date && *row.pref_date < *delib_date)
    values.warn(kPrefDate, ScdlError::kPrefBeforeDelib, "earlier than DELIB_DATE, the day of the decision itself");
  return row;
}

void check_forms(const ScdlRow& row, ScdlValues& values) {
  if (!row.coll_siret.empty() && !is_siret(row.coll_siret))
    values.refuse(kCollSiret, ScdlError::kBadSiret, "not 14 digits without spaces");
  else if (!siret_sum_holds(row.coll_siret))
    values.warn(kCollSiret, ScdlError::kSiretChecksum, "the check digit does not hold: compare it with the register");
  if (!row.delib_matiere_code.empty() && !is_actes_code(row.delib_matiere_code))
    values.warn(kDelibMatiereCode, ScdlError::kBadMatterCode, "not a code of the ACTES list, such as 8.4");
  if (row.budget_annee && !is_budget_year(*row.budget_annee))
    values.warn(kBudgetAnnee, ScdlError::kBadBudgetYear, "not a year or two in order, such as 2017 or 2017/2018");
  if (row.pref_id && !is_pref_id(*row.pref_id))
    values.warn(kPrefId, ScdlError::kBadPrefId, "not of the form PREF042, SPREF0421 or SGAR084");
  if (row.delib_url && !is_web_address(*row.delib_url))
    values.warn(kDelibUrl, ScdlError::kBadUrl, "not an http or https address");
}

// The schema wants some columns filled in together. Those that the file lacks were reported with the header.
void check_together(std::initializer_list<ScdlColumn> group, ScdlError code, ScdlValues& values) {
  const auto is = [&](ScdlValues::Cell cell) {
    return [&values, cell](ScdlColumn c) { return values.cell(c) == cell; };
  };
  const auto* filled = std::find_if(group.begin(), group.end(), is(ScdlValues::Cell::kFilled));
  const auto* blank = std::find_if(group.begin(), group.end(), is(ScdlValues::Cell::kBlank));
  if (filled == group.end() || blank == group.end()) return;
  values.warn(*blank, code, fmt::format("blank, although {} is filled in: they go together", rule_of(*filled).name));
}

void check_votes(const ScdlRow& row, ScdlValues& values) {
  const std::uint32_t votes = row.vote_pour.value_or(0) + row.vote_contre.value_or(0) + row.vote_abstention.value_or(0);
  const bool all_votes = row.vote_pour && row.vote_contre && row.vote_abstention;
  if (row.vote_reel && row.vote_effectif && *row.vote_reel > *row.vote_effectif)
    values.warn(kVoteReel, ScdlError::kPresenceOverMembers,
                fmt::format("{} took part, of {} members", *row.vote_reel, *row.vote_effectif));
  if (row.vote_reel && votes > *row.vote_reel)
    values.warn(kVoteReel, ScdlError::kVotesOverPresence,
                fmt::format("{} votes, but {} took part: do the votes include proxies?", votes, *row.vote_reel));
  if (row.vote_reel && all_votes && votes < *row.vote_reel)
    values.warn(kVoteReel, ScdlError::kVotesUnderPresence,
                fmt::format("{} votes, but {} took part: did some not vote?", votes, *row.vote_reel));
  if (row.vote_effectif && votes > *row.vote_effectif)
    values.warn(kVoteEffectif, ScdlError::kVotesOverMembers,
                fmt::format("{} votes, but there are {} members", votes, *row.vote_effectif));
}

bool is_blank_row(const CsvRecord& record) {
  return std::all_of(record.fields.begin(), record.fields.end(), [](const CsvField& f) { return is_blank(f.text); });
}

class RowsReader {
 public:
  RowsReader(const CsvRecord& header, std::int32_t today, ScdlFile& file)
      : header_(read_scdl_header(header, file.faults)), today_(today), file_(file) {
    header_usable_ = file.faults.errors() == 0;
    file.unknown_columns = header_.unknown_columns;
    file.missing_columns = header_.missing_columns;
  }

  // False: reading ends here.
  bool read(const CsvRecord& record) {
    if (is_blank_row(record)) {
      fault(record.line, 0, Severity::kWarning, ScdlError::kEmptyRow, "a row of blanks: skipped");
      return true;
    }
    if (file_.rows_seen == kMaxScdlRows) {
      fault(record.line, 0, Severity::kError, ScdlError::kTooManyRows,
            fmt::format("more than {} rows: split the file. Nothing from here on was read", kMaxScdlRows));
      return false;
    }
    ++file_.rows_seen;
    if (record.fields.size() == header_.width)
      read_row(record);
    else
      fault(
          record.line, static_cast<std::uint32_t>(std::min(record.fields.size(), header_.width)) + 1, Severity::kError,
          ScdlError::kWrongFieldCount,
          fmt::format("{} fields where the header has {}: none of them was read", record.fields.size(), header_.width));
    return true;
  }

 private:
  void read_row(const CsvRecord& record) {
    ScdlValues values(header_, record, file_.faults);
    ScdlRow row = read_values(record.line, today_, values);
    check_forms(row, values);
    check_together({kBudgetAnnee, kBudgetNom}, ScdlError::kBudgetIncomplete, values);
    check_together({kVoteEffectif, kVoteReel, kVotePour, kVoteContre, kVoteAbstention}, ScdlError::kVotesIncomplete,
                   values);
    check_votes(row, values);
    check_id(row, values);
    if (values.usable() && header_usable_) file_.rows.push_back(std::move(row));
  }

  void check_id(const ScdlRow& row, ScdlValues& values) {
    if (row.delib_id.empty()) return;
    const auto [first, added] = first_lines_.try_emplace(row.delib_id, row.line);
    if (!added)
      values.refuse(kDelibId, ScdlError::kRepeatedId,
                    fmt::format("the row at line {} has the same DELIB_ID: which of the two is it?", first->second));
  }

  void fault(std::uint32_t line, std::uint32_t column, Severity severity, ScdlError code, std::string message) {
    file_.faults.add({line, column, "", "", severity, Error(code, std::move(message))});
  }

  ScdlHeader header_;
  std::int32_t today_;
  ScdlFile& file_;
  bool header_usable_ = false;
  std::unordered_map<std::string, std::uint32_t> first_lines_;  // of each DELIB_ID, usable row or not
};

}  // namespace

ScdlFile read_scdl(ByteView bytes, std::int32_t today) {
  ScdlFile file;
  CsvReader csv(bytes);
  file.csv = csv.facts();
  bool stopped = false;
  if (const CsvRecord* header = csv.next()) {
    RowsReader rows(*header, today, file);
    while (!stopped) {
      const CsvRecord* record = csv.next();
      if (record == nullptr) break;
      stopped = !rows.read(*record);
    }
  }
  if (const auto& fault = csv.fault())
    file.faults.add({fault->line, fault->column, "", "", Severity::kError, fault->error});
  file.complete = !stopped && !csv.fault();
  return file;
}

}  // namespace jumelage::exchange
