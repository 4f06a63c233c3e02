#include "exchange/scdl_fault.h"

#include <utility>

namespace jumelage::exchange {
namespace {

// Cuts between characters: a byte of the form 10xxxxxx continues one.
void shorten(std::string& text) {
  if (text.size() <= kMaxFaultValueBytes) return;
  std::size_t end = kMaxFaultValueBytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  text.resize(end);
}

}  // namespace

std::string_view code_name(ScdlError code) {
  switch (code) {
    case ScdlError::kMissingColumn: return "scdl.missing_column";
    case ScdlError::kUnknownColumn: return "scdl.unknown_column";
    case ScdlError::kMisspeltColumn: return "scdl.misspelt_column";
    case ScdlError::kColumnCase: return "scdl.column_case";
    case ScdlError::kRepeatedColumn: return "scdl.repeated_column";
    case ScdlError::kEmptyRow: return "scdl.empty_row";
    case ScdlError::kWrongFieldCount: return "scdl.wrong_field_count";
    case ScdlError::kTooManyRows: return "scdl.too_many_rows";
    case ScdlError::kExpectedEmpty: return "scdl.expected_empty";
    case ScdlError::kRequiredEmpty: return "scdl.required_empty";
    case ScdlError::kControlCharacter: return "scdl.control_character";
    case ScdlError::kTooLong: return "scdl.too_long";
    case ScdlError::kBadDate: return "scdl.bad_date";
    case ScdlError::kFutureDate: return "scdl.future_date";
    case ScdlError::kBadNumber: return "scdl.bad_number";
    case ScdlError::kNumberOutOfRange: return "scdl.number_out_of_range";
    case ScdlError::kBadSiret: return "scdl.bad_siret";
    case ScdlError::kRepeatedId: return "scdl.repeated_id";
    case ScdlError::kNormalized: return "scdl.normalized";
    case ScdlError::kSiretChecksum: return "scdl.siret_checksum";
    case ScdlError::kBadMatterCode: return "scdl.bad_matter_code";
    case ScdlError::kBadBudgetYear: return "scdl.bad_budget_year";
    case ScdlError::kBadPrefId: return "scdl.bad_pref_id";
    case ScdlError::kBadUrl: return "scdl.bad_url";
    case ScdlError::kPrefBeforeDelib: return "scdl.pref_before_delib";
    case ScdlError::kBudgetIncomplete: return "scdl.budget_incomplete";
    case ScdlError::kVotesIncomplete: return "scdl.votes_incomplete";
    case ScdlError::kPresenceOverMembers: return "scdl.presence_over_members";
    case ScdlError::kVotesOverPresence: return "scdl.votes_over_presence";
    case ScdlError::kVotesOverMembers: return "scdl.votes_over_members";
    case ScdlError::kVotesUnderPresence: return "scdl.votes_under_presence";
  }
  return "scdl.unknown";
}

void FaultList::add(Fault fault) {
  ++(fault.severity == Severity::kError ? errors_ : warnings_);
  if (listed_.size() == kMaxFaultsListed) return;
  shorten(fault.value);
  shorten(fault.column_name);
  listed_.push_back(std::move(fault));
}

}  // namespace jumelage::exchange
