#include "exchange/csv.h"

#include <csv.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/check.h"
#include "base/text.h"

namespace jumelage::exchange {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr std::array<char, 3> kDelimiters{',', ';', '\t'};

// libcsv's buffer grows in blocks of this size, so it may hold one block more than a field may.
constexpr std::size_t kBlockBytes = 4096;

// libcsv keeps a whole field in memory. Refusing to grow is how a field without end stays cheap.
void* bounded_realloc(void* old, std::size_t size) {
  return size > kMaxCsvFieldBytes + kBlockBytes ? nullptr : std::realloc(old, size);
}

// What is looked at at once, so that a line without end is refused before it is read to its end.
constexpr std::size_t kMaxPieceBytes = kBlockBytes;

// libcsv would trim what counts as a space. Nothing does.
int nothing_is_space(unsigned char) {
  return 0;
}

bool is_line_break(char c) {
  return c == '\n' || c == '\r';
}

// A line ends at LF, CR, or the LF of a CRLF.
bool is_line_end_at(std::string_view text, std::size_t i) {
  return text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
}

std::uint32_t line_of(std::string_view text, std::size_t offset) {
  std::uint32_t line = 1;
  for (std::size_t i = 0; i < offset; ++i)
    if (is_line_end_at(text, i)) ++line;
  return line;
}

// Separators of the header line that stand outside quotes. One kind must be in front.
char find_delimiter(std::string_view header) {
  std::array<std::size_t, kDelimiters.size()> counts{};
  bool quoted = false;
  for (char c : header) {
    if (c == '"') quoted = !quoted;
    if (!quoted && is_line_break(c)) break;
    for (std::size_t i = 0; i < kDelimiters.size(); ++i)
      if (!quoted && c == kDelimiters[i]) ++counts[i];
  }
  const auto best = std::max_element(counts.begin(), counts.end());
  if (*best == 0 || std::count(counts.begin(), counts.end(), *best) > 1) return 0;
  return kDelimiters[static_cast<std::size_t>(best - counts.begin())];
}

}  // namespace

std::string_view code_name(CsvError code) {
  switch (code) {
    case CsvError::kTooLarge: return "csv.too_large";
    case CsvError::kEmpty: return "csv.empty";
    case CsvError::kNulByte: return "csv.nul_byte";
    case CsvError::kNotUtf8: return "csv.not_utf8";
    case CsvError::kNoDelimiter: return "csv.no_delimiter";
    case CsvError::kStrayQuote: return "csv.stray_quote";
    case CsvError::kOpenQuote: return "csv.open_quote";
    case CsvError::kFieldTooLong: return "csv.field_too_long";
    case CsvError::kTooManyFields: return "csv.too_many_fields";
    case CsvError::kTooManyRecords: return "csv.too_many_records";
  }
  return "csv.unknown";
}

CsvReader::CsvReader(ByteView file) : parser_(new csv_parser{}) {
  JUMELAGE_CHECK(csv_init(parser_.get(), CSV_STRICT | CSV_STRICT_FINI) == 0, "libcsv starts with known options");
  csv_set_space_func(parser_.get(), nothing_is_space);
  csv_set_realloc_func(parser_.get(), bounded_realloc);
  csv_set_blk_size(parser_.get(), kBlockBytes);
  open(file);
}

CsvReader::~CsvReader() = default;

void CsvReader::ParserDeleter::operator()(csv_parser* parser) const {
  csv_free(parser);
  delete parser;
}

void CsvReader::open(ByteView file) {
  if (file.size() > kMaxCsvBytes)
    return fail(CsvError::kTooLarge, fmt::format("the file has {} bytes and at most {} are read: split it by year",
                                                 file.size(), kMaxCsvBytes));
  text_ = as_text(file);
  facts_.byte_order_mark = text_.starts_with(kByteOrderMark);
  if (facts_.byte_order_mark) text_.remove_prefix(kByteOrderMark.size());

  if (const auto bad = first_bad_utf8(text_)) {
    field_line_ = line_of(text_, *bad);
    if (text_[*bad] == '\0')
      return fail(CsvError::kNulByte,
                  fmt::format("line {} holds a zero byte (a UTF-16 file?): save the file as UTF-8", field_line_));
    return fail(CsvError::kNotUtf8, fmt::format("not UTF-8 at line {} (byte {:#04x}): save the file as UTF-8",
                                                field_line_, static_cast<unsigned char>(text_[*bad])));
  }

  const std::size_t header = std::min(text_.find_first_not_of("\r\n"), text_.size());
  if (header == text_.size()) return fail(CsvError::kEmpty, "the file holds no line: is it the right one?");
  facts_.delimiter = find_delimiter(text_.substr(header, kMaxCsvFields * kMaxCsvFieldBytes));
  if (facts_.delimiter == 0) {
    field_line_ = line_of(text_, header);
    return fail(CsvError::kNoDelimiter, fmt::format("line {} does not show what separates the columns: use commas, "
                                                    "semicolons or tabs, and close every quotation mark",
                                                    field_line_));
  }
  csv_set_delim(parser_.get(), static_cast<unsigned char>(facts_.delimiter));
}

const CsvRecord* CsvReader::next() {
  record_.fields.clear();
  record_ended_ = false;
  const std::array<char, 3> stops{facts_.delimiter, '\r', '\n'};
  while (!fault_ && !record_ended_ && !finished_) {
    if (position_ == text_.size()) {
      finish();
      break;
    }
    const std::string_view ahead = text_.substr(position_, kMaxPieceBytes);
    const std::size_t last = std::min(ahead.find_first_of(stops.data(), 0, stops.size()), ahead.size() - 1);
    feed(ahead.substr(0, last + 1));
  }
  if (fault_ || !record_ended_) return nullptr;
  if (++records_ > kMaxCsvRecords) {
    field_line_ = record_.line;
    record_.fields.clear();
    fail(CsvError::kTooManyRecords, fmt::format("more than {} records: split the file", kMaxCsvRecords));
    return nullptr;
  }
  return &record_;
}

// Pieces are cut after each byte that can end a field (and where they would be long), so a field ends with a piece or
// not at all: that is how the places are known, which libcsv does not tell.
void CsvReader::feed(std::string_view piece) {
  field_ended_ = false;
  const std::size_t taken = csv_parse(parser_.get(), piece.data(), piece.size(), on_field, on_record, this);
  if (taken != piece.size()) return fail_as_libcsv_says();
  if (fault_) return;

  const bool ends_line = is_line_end_at(text_, position_ + piece.size() - 1);
  const bool skipped = !field_begun_ && !field_ended_ && is_line_break(piece[0]);  // blank, or the LF of a CRLF
  position_ += piece.size();
  if (ends_line) ++line_;
  field_begun_ = !field_ended_ && !skipped;
  if (!field_begun_) field_line_ = line_;
}

void CsvReader::finish() {
  finished_ = true;
  if (csv_fini(parser_.get(), on_field, on_record, this) == 0 || fault_) return;
  fail(CsvError::kOpenQuote,
       fmt::format("the quotation mark opened at line {}, column {} is never closed: close it", field_line_, column()));
}

void CsvReader::on_field(void* text, std::size_t size, void* self) {
  auto& reader = *static_cast<CsvReader*>(self);
  reader.field_ended_ = true;
  if (size > kMaxCsvFieldBytes) return reader.fail_field_too_long();
  if (reader.record_.fields.size() == kMaxCsvFields)
    return reader.fail(CsvError::kTooManyFields, fmt::format("the record at line {} has more than {} fields",
                                                             reader.record_.fields.front().line, kMaxCsvFields));
  const std::string_view found = size == 0 ? "" : std::string_view(static_cast<const char*>(text), size);
  reader.record_.fields.push_back({std::string(found), reader.field_line_});
}

void CsvReader::on_record(int, void* self) {
  auto& reader = *static_cast<CsvReader*>(self);
  reader.record_ended_ = true;
  if (!reader.record_.fields.empty()) reader.record_.line = reader.record_.fields.front().line;
}

void CsvReader::fail_as_libcsv_says() {
  if (csv_error(parser_.get()) == CSV_ENOMEM) return fail_field_too_long();
  fail(CsvError::kStrayQuote,
       fmt::format("the field at line {}, column {} has a quotation mark out of place, seen at line {}: put the whole "
                   "field in quotation marks and double those inside. Nothing after it was read",
                   field_line_, column(), line_));
}

void CsvReader::fail_field_too_long() {
  fail(CsvError::kFieldTooLong,
       fmt::format("the field at line {}, column {} is longer than {} bytes (a quotation mark never closed?). "
                   "Nothing after it was read",
                   field_line_, column(), kMaxCsvFieldBytes));
}

void CsvReader::fail(CsvError code, std::string message) {
  if (!fault_) fault_ = CsvFault{field_line_, column(), Error(code, std::move(message))};
}

}  // namespace jumelage::exchange
