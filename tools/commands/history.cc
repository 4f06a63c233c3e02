#include <fmt/format.h>

#include <algorithm>

#include "app/reading.h"
#include "app/reference.h"
#include "app/tool_error.h"
#include "base/hex.h"
#include "base/text.h"
#include "commands/commands.h"
#include "event/act.h"
#include "projection/as_of.h"
#include "show/act_marks.h"
#include "projection/concerning.h"
#include "show/findings.h"
#include "show/timeline.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

struct Window {
  std::vector<std::uint64_t> positions;
  bool has_more = false;
};

Window window_of(const Register& reg, Number subject, const cli::Arguments& arguments) {
  const auto all = projection::concerning(reg, subject);
  const auto from = arguments.has("from") ? std::ranges::lower_bound(all, arguments.number("from")) : all.begin();
  const auto count = std::min<std::uint64_t>(static_cast<std::uint64_t>(all.end() - from), arguments.number("limit"));
  const auto end = from + static_cast<std::ptrdiff_t>(count);
  return {{from, end}, end != all.end()};
}

std::string mark_of(const std::vector<ShownFinding>& findings) {
  std::string open;
  for (const ShownFinding& finding : findings)
    if (!finding.is_cured()) open += (open.empty() ? "" : ", ") + finding.code;
  if (!open.empty()) return "irregular: " + open;
  return findings.empty() ? "" : "cured";
}

// One that is about something else, but changed this as well, says so.
std::string sentence_of(const Register& reg, Number subject, std::uint64_t position, schema::Act::Reader act) {
  const auto row = projection::row_at(reg, subject, position + 1);
  const bool is_own = row && row->position == position;
  return is_own ? timeline_sentence(reg, subject, act) : plain_sentence(act);
}

Result<std::string> table_of(const Reading& reading, Number subject, const Window& window, const Ui& ui) {
  cli::Table table({{"#", cli::Align::kRight}, {"counts from"}, {"recorded (UTC)"}, {"what happened"}, {""}});
  for (const std::uint64_t position : window.positions) {
    JUMELAGE_TRY(const event::Entry entry, reading.snapshot.entry(EntryIndex{position}));
    const auto act = entry.sealed.act().reader();
    const ActMarks marks = marks_of(reading.snapshot, position, act);
    const std::string mark = with_marks(mark_of(findings_at(reading.reg(), position)), marks);
    table.row({std::to_string(position), date_text(projection::effect_day(act)),
               minute_text(entry.sequenced_at).substr(0, 16), sentence_of(reading.reg(), subject, position, act),
               mark});
    if (mark.starts_with("irregular") || !marks.empty()) table.tone(cli::Tone::kWarning);
  }
  return table.render(ui.look);
}

Result<std::string> json_of(const Reading& reading, Number subject, const Window& window) {
  JsonOutput out;
  out.object().text("id", projection::slug_of(reading.reg(), subject)).list("history");
  for (const std::uint64_t position : window.positions) {
    JUMELAGE_TRY(const event::Entry entry, reading.snapshot.entry(EntryIndex{position}));
    const auto act = entry.sealed.act().reader();
    out.object().number("index", position).text("id", to_hex(entry.sealed.act().id().view()));
    out.text("kind", event::kind_name(act.which())).text("countsFrom", date_text(projection::effect_day(act)));
    out.text("sequencedAt", format_utc(entry.sequenced_at));
    out.text("what", sentence_of(reading.reg(), subject, position, act));
    write_marks(marks_of(reading.snapshot, position, act), out);
    write_findings(findings_at(reading.reg(), position), out);
    out.end();
  }
  out.end();
  if (window.has_more) out.number("next", window.positions.back() + 1);
  return out.end().take();
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const Reading reading, open_reading_at(arguments, ui));
  JUMELAGE_TRY(const Referred what, resolve(reading.reg(), reading.snapshot.size(), arguments.text("ID")));
  if (what.entry)
    return Error(ToolError::kUsage, "an act has no history of its own; name a member, session, decision ... by its id");
  const Window window = window_of(reading.reg(), what.subject, arguments);
  if (ui.json()) {
    JUMELAGE_TRY(const std::string json, json_of(reading, what.subject, window));
    print(json);
    return cli::kExitOk;
  }
  JUMELAGE_TRY(const std::string table, table_of(reading, what.subject, window, ui));
  print(table);
  if (window.has_more) print(fmt::format("\nThere are more: add --from {}\n", window.positions.back() + 1));
  return cli::kExitOk;
}

}  // namespace

void add_history(cli::Command& parent) {
  auto& command = parent.add("history", "Tells what happened to a member, session, decision or other thing, in order");
  command.describe(
      "Of a mandate also its keys and the offices that it was given; of a member also its keys, and all of that of the "
      "mandates held for it.");
  command.positional({.name = "ID", .help = "its id, or a decision's number", .need = cli::Need::kRequired});
  command.option(
      {.name = "from", .value = "N", .help = "begin with entry N of the log, or the next", .range = cli::Range{}});
  add_limit_option(command);
  add_size_option(command);
  command.example("jumelage history es-semara", "a city since it was admitted");
  command.example("jumelage history timbuktu-1", "a mandate, its keys and offices");
  command.example("jumelage history cci-chair", "who has presided");
  command.handler(running(run));
}

}  // namespace jumelage::tools
