// Records of a CSV file (RFC 4180, with `,` `;` or tab), each field with the place where it stands.
//
// Quoting is read strictly, by libcsv: a quotation mark that does not open, close or double inside a quoted
// field ends the reading, because from there on nobody can know where a record ends. Nothing is trimmed and
// nothing is converted. Blank lines are skipped. LF, CRLF and CR all end a record.
//
// Lines count from 1 and are physical ones, as an editor shows them; columns are fields, counted from 1.
// Memory: one record, so at most kMaxCsvFields * kMaxCsvFieldBytes (16 MiB), whatever the file.
// Not thread-safe; separate readers are independent.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"

struct csv_parser;  // libcsv's, whose header stays behind this one

namespace jumelage::exchange {

inline constexpr std::size_t kMaxCsvBytes = std::size_t{1} << 30;
inline constexpr std::size_t kMaxCsvFieldBytes = std::size_t{64} << 10;
inline constexpr std::size_t kMaxCsvFields = 256;           // in one record
inline constexpr std::uint32_t kMaxCsvRecords = 1'000'000;  // the header counts as one

enum class CsvError {
  kTooLarge,        // more than kMaxCsvBytes; nothing was read
  kEmpty,           // no line with anything on it
  kNulByte,         // binary, or UTF-16
  kNotUtf8,         // Latin-1, Windows-1252, ...: the encoding is not guessed
  kNoDelimiter,     // the header line does not tell which separator the file uses
  kStrayQuote,      // a quotation mark where none can be, or text after a closing one
  kOpenQuote,       // the file ends inside a quoted field
  kFieldTooLong,    // more than kMaxCsvFieldBytes
  kTooManyFields,   // more than kMaxCsvFields in a record
  kTooManyRecords,  // more than kMaxCsvRecords
};
std::string_view code_name(CsvError code);  // "csv.not_utf8"

// Why reading stopped. For quoting faults the place is where the field began, that is, its opening quote.
struct CsvFault {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  Error error;
};

struct CsvFacts {
  bool byte_order_mark = false;  // a UTF-8 one; it is not part of the first field
  char delimiter = 0;            // ',' ';' or '\t', as the header line shows; 0 when the file was refused
};

struct CsvField {
  std::string text;        // unquoted, otherwise as found; valid UTF-8 without NUL
  std::uint32_t line = 0;  // where the field starts
};

struct CsvRecord {
  std::uint32_t line = 0;  // where the first field starts
  std::vector<CsvField> fields;
};

class CsvReader {
 public:
  // Borrows the bytes. Size, encoding and header line are checked here; what is wrong shows in `fault`.
  explicit CsvReader(ByteView file);
  CsvReader(const CsvReader&) = delete;
  CsvReader& operator=(const CsvReader&) = delete;
  ~CsvReader();

  const CsvFacts& facts() const { return facts_; }

  // The next record, the header first; valid until the next call. Null at the end and after a fault.
  const CsvRecord* next();
  const std::optional<CsvFault>& fault() const { return fault_; }

 private:
  static void on_field(void* text, std::size_t size, void* self);
  static void on_record(int terminator, void* self);

  void open(ByteView file);
  void feed(std::string_view piece);
  void finish();
  void fail(CsvError code, std::string message);
  void fail_as_libcsv_says();
  void fail_field_too_long();
  std::uint32_t column() const { return static_cast<std::uint32_t>(record_.fields.size()) + 1; }

  struct ParserDeleter {
    void operator()(csv_parser* parser) const;
  };

  std::unique_ptr<csv_parser, ParserDeleter> parser_;
  std::string_view text_;  // without the byte order mark
  std::size_t position_ = 0;
  CsvFacts facts_;
  CsvRecord record_;
  std::uint32_t records_ = 0;
  std::uint32_t line_ = 1;        // where position_ stands
  std::uint32_t field_line_ = 1;  // where the field being read started
  bool record_ended_ = false;
  bool field_begun_ = false;  // some of its bytes were fed
  bool field_ended_ = false;  // by the piece just fed
  bool finished_ = false;
  std::optional<CsvFault> fault_;
};

}  // namespace jumelage::exchange
