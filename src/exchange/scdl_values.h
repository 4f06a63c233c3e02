// The values of one SCDL row, read one by one; whatever is off about one goes to the list of faults.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "exchange/csv.h"
#include "exchange/scdl_fault.h"
#include "exchange/scdl_header.h"

namespace jumelage::exchange {

inline constexpr std::size_t kMaxScdlTextBytes = 4096;     // in any one value
inline constexpr std::uint32_t kMaxScdlVotes = 1'000'000;  // no assembly is larger: beyond it is a slip

// Nothing but spaces, tabs and line ends, which is what a value may have around it.
bool is_blank(std::string_view text);

// Borrows all three. A value that is blank, unreadable, or whose column the file lacks is nothing: required and
// blank, or unreadable, has been reported as an error by then.
class ScdlValues {
 public:
  ScdlValues(const ScdlHeader& header, const CsvRecord& record, FaultList& faults)
      : header_(header), record_(record), faults_(faults) {}

  // Without spaces around it, lines ended by LF, in NFC. When that differs from what the file has, a warning says so.
  std::optional<std::string> text(ScdlColumn column);
  std::optional<std::int32_t> date(ScdlColumn column);  // days since 1970-01-01
  std::optional<std::uint32_t> number(ScdlColumn column);

  enum class Cell { kNoColumn, kBlank, kFilled };  // filled in, readable or not
  Cell cell(ScdlColumn column) const;

  void warn(ScdlColumn column, ScdlError code, std::string message);
  void refuse(ScdlColumn column, ScdlError code, std::string message);
  bool usable() const { return usable_; }  // nothing was refused so far

 private:
  void add(ScdlColumn column, Severity severity, ScdlError code, std::string message);

  const ScdlHeader& header_;
  const CsvRecord& record_;
  FaultList& faults_;
  bool usable_ = true;
};

}  // namespace jumelage::exchange
