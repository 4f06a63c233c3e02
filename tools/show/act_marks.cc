#include "show/act_marks.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/hex.h"
#include "projection/corrections.h"
#include "projection/query.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

std::string places(const std::vector<std::uint64_t>& positions) {
  std::string out;
  for (const std::uint64_t position : positions) out += fmt::format("{}#{}", out.empty() ? "" : ", ", position);
  return out;
}

// Where the keys were revoked that count as compromised by the time of the act. A key's row is made by its enrolment
// and its revocation.
std::vector<std::uint64_t> disputes(const governance::Register& reg, std::uint64_t position, schema::Act::Reader act) {
  std::vector<std::uint64_t> out;
  for (const auto signer : act.getSigners()) {
    const auto key = projection::find_subject(reg, to_hex(bytes_of(signer.getKey())));
    if (!key || key->kind != schema::SubjectKind::KEY) continue;
    const auto row = projection::row_at(reg, key->number);
    const bool is_disputed = row && (**row).getKey().getCompromisedSince() <= position;
    if (is_disputed && std::ranges::find(out, row->position) == out.end()) out.push_back(row->position);
  }
  return out;
}

void write_places(std::string_view name, const std::vector<std::uint64_t>& positions, JsonOutput& out) {
  if (positions.empty()) return;
  out.list(name);
  for (const std::uint64_t position : positions) out.raw_item(std::to_string(position));
  out.end();
}

// `act`: which one, where a sheet rests on several.
void add_marks_of(const std::string& act, const ActMarks& marks, cli::Fields& fields) {
  if (!marks.corrected_by.empty())
    fields.field("corrected", fmt::format("{}by {}", act, places(marks.corrected_by)), cli::Tone::kWarning);
  if (!marks.disputed_by.empty())
    fields.field("disputed",
                 fmt::format("{}a key that signed it was compromised by then: {}", act, places(marks.disputed_by)),
                 cli::Tone::kWarning);
}

}  // namespace

ActMarks marks_of(const ledger::Snapshot& snapshot, std::uint64_t position, schema::Act::Reader act) {
  if (!snapshot.has_register()) return {};
  return {projection::corrections_of(snapshot.reg(), position), disputes(snapshot.reg(), position, act)};
}

std::string marks_text(const ActMarks& marks) {
  std::string out;
  if (!marks.corrected_by.empty()) out = "corrected by " + places(marks.corrected_by);
  if (marks.disputed_by.empty()) return out;
  return out + (out.empty() ? "" : ", ") + fmt::format("disputed by {}", places(marks.disputed_by));
}

std::string with_marks(std::string what, const ActMarks& marks) {
  const std::string text = marks_text(marks);
  if (text.empty()) return what;
  return what.empty() ? text : what + ", " + text;
}

void add_marks(const ActMarks& marks, cli::Fields& fields) {
  add_marks_of("", marks, fields);
}

void write_marks(const ActMarks& marks, JsonOutput& out) {
  write_places("correctedBy", marks.corrected_by, out);
  write_places("disputedBy", marks.disputed_by, out);
}

Result<std::vector<MarkedRecord>> marked_records(const ledger::Snapshot& snapshot,
                                                 std::vector<std::uint64_t> positions) {
  std::ranges::sort(positions);
  const auto repeated = std::ranges::unique(positions);
  positions.erase(repeated.begin(), repeated.end());
  std::vector<MarkedRecord> out;
  for (const std::uint64_t position : positions) {
    if (out.size() == kMostMarkedRecords) break;
    JUMELAGE_TRY(const event::Entry entry, snapshot.entry(EntryIndex{position}));
    const auto act = entry.sealed.act().reader();
    ActMarks marks = marks_of(snapshot, position, act);
    if (!marks.empty()) out.push_back({position, spaced(event::kind_name(act.which())), std::move(marks)});
  }
  return out;
}

void add_marked(const std::vector<MarkedRecord>& records, cli::Fields& fields) {
  for (const MarkedRecord& record : records)
    add_marks_of(fmt::format("#{} ({}) ", record.position, record.kind), record.marks, fields);
}

void write_marked(const std::vector<MarkedRecord>& records, JsonOutput& out) {
  if (records.empty()) return;
  out.list("marked");
  for (const MarkedRecord& record : records) {
    out.object().number("index", record.position).text("kind", record.kind);
    write_marks(record.marks, out);
    out.end();
  }
  out.end();
}

}  // namespace jumelage::tools
