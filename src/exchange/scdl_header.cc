#include "exchange/scdl_header.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/edit_distance.h"

namespace jumelage::exchange {
namespace {

std::string trimmed_upper(std::string_view name) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t first = std::min(name.find_first_not_of(kSpace), name.size());
  std::string out(name.substr(first, name.find_last_not_of(kSpace) + 1 - first));
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return out;
}

// Among the columns that the file does not have: the one whose name is at most a third away.
std::string_view nearest(std::string_view name, const std::vector<std::string_view>& missing) {
  std::string_view best;
  if (name.size() > kLongestComparedName) return best;
  std::size_t best_distance = kLongestComparedName;
  for (std::string_view candidate : missing) {
    const std::size_t d = edit_distance(name, candidate);
    if (d <= candidate.size() / 3 && d < best_distance) {
      best = candidate;
      best_distance = d;
    }
  }
  return best;
}

class HeaderReader {
 public:
  HeaderReader(const CsvRecord& record, FaultList& faults) : record_(record), faults_(faults) {
    header_.width = record.fields.size();
  }

  ScdlHeader read() {
    std::vector<std::size_t> unknown;
    for (std::size_t i = 0; i < record_.fields.size(); ++i)
      if (!place(i)) unknown.push_back(i);
    note_missing();
    for (std::size_t i : unknown) note_unknown(i);
    return std::move(header_);
  }

 private:
  bool place(std::size_t i) {
    const std::string& found = record_.fields[i].text;
    const std::string name = trimmed_upper(found);
    const auto* rule = std::find_if(kScdlColumns.begin(), kScdlColumns.end(), [&](auto& r) { return r.name == name; });
    if (rule == kScdlColumns.end()) return false;
    auto& at = header_.at[static_cast<std::size_t>(rule - kScdlColumns.begin())];
    if (at) {
      add(i, rule->name, Severity::kError, ScdlError::kRepeatedColumn,
          fmt::format("{} is already column {}: keep one of the two", rule->name, *at + 1));
      return true;
    }
    at = i;
    if (found != rule->name)
      add(i, rule->name, Severity::kWarning, ScdlError::kColumnCase,
          fmt::format("read as {}: write it so, in capitals and without spaces", rule->name));
    return true;
  }

  void note_missing() {
    for (std::size_t c = 0; c < kScdlColumns.size(); ++c) {
      if (header_.at[c]) continue;
      const auto& rule = kScdlColumns[c];
      header_.missing_columns.push_back(rule.name);
      faults_.add(
          {record_.line, 0, std::string(rule.name), "",
           rule.presence == Presence::kRequired ? Severity::kError : Severity::kWarning,
           Error(ScdlError::kMissingColumn,
                 fmt::format("the file has no column {}{}", rule.name,
                             rule.presence == Presence::kRequired ? ", which the standard requires: no row can be used"
                                                                  : ""))});
    }
  }

  void note_unknown(std::size_t i) {
    const std::string& found = record_.fields[i].text;
    const std::string_view meant = nearest(trimmed_upper(found), header_.missing_columns);
    header_.unknown_columns.push_back(found);
    if (meant.empty())
      return add(i, found, Severity::kWarning, ScdlError::kUnknownColumn, "not a column of the standard: not read");
    add(i, found, Severity::kWarning, ScdlError::kMisspeltColumn,
        fmt::format("not a column of the standard: not read. If {} is meant, write it so", meant));
  }

  void add(std::size_t i, std::string_view name, Severity severity, ScdlError code, std::string message) {
    const CsvField& field = record_.fields[i];
    faults_.add({field.line, static_cast<std::uint32_t>(i) + 1, std::string(name), field.text, severity,
                 Error(code, std::move(message))});
  }

  const CsvRecord& record_;
  FaultList& faults_;
  ScdlHeader header_;
};

}  // namespace

ScdlHeader read_scdl_header(const CsvRecord& record, FaultList& faults) {
  return HeaderReader(record, faults).read();
}

}  // namespace jumelage::exchange
