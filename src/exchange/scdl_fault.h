// What a reader of SCDL files has to say about one place in the file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace jumelage::exchange {

enum class ScdlError {
  // The header line.
  kMissingColumn,   // error when the standard requires the column, else warning
  kUnknownColumn,   // warning: not in the standard, not read
  kMisspeltColumn,  // warning: not read either; the message suggests the name that is close
  kColumnCase,      // warning: read, though written in another case or with spaces around
  kRepeatedColumn,  // error
  // A row as a whole.
  kEmptyRow,         // warning: every field is blank; skipped
  kWrongFieldCount,  // error: its fields cannot be told apart
  kTooManyRows,      // error: reading stopped
  // One value.
  kRequiredEmpty,     // error
  kControlCharacter,  // error
  kTooLong,           // error
  kBadDate,           // error
  kFutureDate,        // error: later than the day on which the file is read
  kBadNumber,         // error
  kNumberOutOfRange,  // error
  kBadSiret,          // error: not 14 digits
  kRepeatedId,        // error, on the later row
  kExpectedEmpty,     // warning: the standard asks for a value
  kNormalized,        // warning: read after a change that a reader does not see
  kSiretChecksum,     // warning
  kBadMatterCode,     // warning: not in the ACTES list
  kBadBudgetYear,     // warning
  kBadPrefId,         // warning
  kBadUrl,            // warning
  // Values that do not agree, all warnings.
  kPrefBeforeDelib,
  kBudgetIncomplete,
  kVotesIncomplete,
  kPresenceOverMembers,
  kVotesOverPresence,
  kVotesOverMembers,
  kVotesUnderPresence,
};
std::string_view code_name(ScdlError code);  // "scdl.bad_date"

// An error: the row (or, on the header line or in reading, the file) cannot be used. A warning: it can, as it stands.
enum class Severity { kWarning, kError };

struct Fault {
  std::uint32_t line = 0;    // physical, from 1: where the field (or the row) starts
  std::uint32_t column = 0;  // the field's number in its row, from 1; 0 when it is about the row or the file
  std::string column_name;   // as the standard writes it; as found (cut likewise) when not in it; or empty
  std::string value;         // as found, the first kMaxFaultValueBytes of it; not safe for a terminal
  Severity severity = Severity::kError;
  Error error;  // an ScdlError or a CsvError

  std::string_view code() const { return error.code(); }
};

inline constexpr std::size_t kMaxFaultValueBytes = 200;
inline constexpr std::size_t kMaxFaultsListed = 100'000;

// Every fault is counted; the first kMaxFaultsListed are kept.
class FaultList {
 public:
  void add(Fault fault);

  const std::vector<Fault>& listed() const { return listed_; }
  std::size_t errors() const { return errors_; }
  std::size_t warnings() const { return warnings_; }

 private:
  std::vector<Fault> listed_;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
};

}  // namespace jumelage::exchange
