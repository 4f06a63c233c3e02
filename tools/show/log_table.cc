#include "show/log_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/json_output.h"
#include "base/clock.h"
#include "base/hex.h"
#include "event/act.h"
#include "event/entry.h"
#include "show/act_marks.h"
#include "show/act_words.h"
#include "show/findings.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

bool is_irregular(const std::vector<ShownFinding>& findings) {
  return std::ranges::any_of(findings, [](const ShownFinding& finding) { return !finding.is_cured(); });
}

}  // namespace

Result<std::string> log_table(const ledger::Snapshot& snapshot, const std::vector<std::uint64_t>& positions,
                              const Ui& ui) {
  cli::Table table({{"#", cli::Align::kRight}, {"time (UTC)"}, {"act"}, {"on"}, {"signed by"}, {""}});
  for (const std::uint64_t position : positions) {
    JUMELAGE_TRY(const event::Entry entry, snapshot.entry(EntryIndex{position}));
    const auto act = entry.sealed.act().reader();
    const auto findings = findings_at(snapshot, position);
    const bool irregular = is_irregular(findings);
    const ActMarks marks = marks_of(snapshot, position, act);
    std::string mark = with_marks(irregular ? "irregular" : (findings.empty() ? "" : "cured"), marks);
    if (entry.assigned)
      mark = number_text(entry.assigned->series, entry.assigned->year, entry.assigned->number) +
             (mark.empty() ? "" : ", " + mark);
    if (const std::string basis = basis_mark(act); !basis.empty()) mark = basis + (mark.empty() ? "" : ", " + mark);
    table.row({std::to_string(position), minute_text(entry.sequenced_at).substr(0, 16),
               spaced(event::kind_name(act.which())), subjects_text(act), signers_text(act), std::move(mark)});
    if (irregular || !marks.empty()) table.tone(cli::Tone::kWarning);
  }
  return table.render(ui.look);
}

Result<void> write_log(const ledger::Snapshot& snapshot, const std::vector<std::uint64_t>& positions, JsonOutput& out) {
  for (const std::uint64_t position : positions) {
    JUMELAGE_TRY(const event::Entry entry, snapshot.entry(EntryIndex{position}));
    const auto act = entry.sealed.act().reader();
    out.object().number("index", position).text("id", to_hex(entry.sealed.act().id().view()));
    out.text("sequencedAt", format_utc(entry.sequenced_at)).text("kind", event::kind_name(act.which()));
    out.text("basis", words(act.getBasis()));
    if (entry.assigned)
      out.text("number", number_text(entry.assigned->series, entry.assigned->year, entry.assigned->number));
    out.list("subjects");
    for (const auto subject : act.getSubjects()) out.item(view(subject.getId()));
    out.end().list("signers");
    for (const auto signer : act.getSigners()) out.item(signer_text(signer));
    out.end();
    write_marks(marks_of(snapshot, position, act), out);
    write_findings(findings_at(snapshot, position), out);
    out.end();
  }
  return ok();
}

}  // namespace jumelage::tools
