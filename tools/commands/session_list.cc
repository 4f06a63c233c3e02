#include "app/json_output.h"
#include "app/lookup.h"
#include "app/open_ledger.h"
#include "app/ui.h"
#include "commands/commands.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

struct Line {
  std::string id, body, phase, scheduled, quorum;
  std::uint32_t number = 0, call = 0;
  std::size_t items = 0;
  bool irregular = false;
};

Line line_of(const Register& reg, Number number) {
  const auto row = row_of(reg, number);
  const auto state = (*row).getSession();
  return {projection::slug_of(reg, number),
          projection::slug_of(reg, state.getBody()),
          words(state.getPhase()),
          minute_text(state.getScheduled()),
          std::string(view(state.getQuorumText())),
          state.getNumber(),
          state.getCall(),
          state.getAgenda().size(),
          (*row).getIrregular()};
}

std::string json_of(const std::vector<Line>& lines) {
  JsonOutput out;
  out.object().list("sessions");
  for (const Line& line : lines) {
    out.object().text("id", line.id).text("body", line.body).number("number", line.number).number("call", line.call);
    out.text("phase", line.phase).text("scheduled", line.scheduled).number("items", line.items);
    out.optional_text("quorum", line.quorum).flag("irregular", line.irregular).end();
  }
  return out.end().end().take();
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const auto ledger, open_to_read(ui));
  JUMELAGE_TRY(const auto snapshot, ledger->snapshot());
  const Register& reg = snapshot.reg();
  JUMELAGE_TRY(const auto numbers, all_or_of_body(reg, SubjectKind::SESSION, arguments.maybe("body")));
  std::vector<Line> lines;
  for (const Number number : numbers) lines.push_back(line_of(reg, number));
  if (ui.json()) {
    print(json_of(lines));
    return cli::kExitOk;
  }
  if (lines.empty()) print("No sessions yet. Call one: jumelage session convene --help\n");
  if (lines.empty()) return cli::kExitOk;
  cli::Table table({{"id"},
                    {"body"},
                    {"no.", cli::Align::kRight},
                    {"call", cli::Align::kRight},
                    {"scheduled"},
                    {"phase"},
                    {"items", cli::Align::kRight},
                    {"quorum"}});
  for (const Line& line : lines) {
    table.row({line.id, line.body, std::to_string(line.number), std::to_string(line.call), line.scheduled,
               line.phase + (line.irregular ? ", irregular" : ""), std::to_string(line.items), line.quorum});
    if (line.irregular) table.tone(cli::Tone::kWarning);
  }
  print(table.render(ui.look));
  return cli::kExitOk;
}

}  // namespace

void add_session_list(cli::Command& parent) {
  auto& command = parent.add("list", "Lists sessions");
  command.option({.name = "body", .value = "ID", .help = "only of this body"});
  command.example("jumelage session list", "all sessions of all bodies");
  command.handler(running(run));
}

}  // namespace jumelage::tools
