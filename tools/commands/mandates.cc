#include "app/json_output.h"
#include "app/lookup.h"
#include "app/open_ledger.h"
#include "app/ui.h"
#include "commands/commands.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

// "cci-chair": the offices that a mandate holds in its body.
std::string offices_of(const Register& reg, Number body, Number mandate) {
  std::string out;
  for (const Number office : children_of(reg, body, SubjectKind::OFFICE))
    if ((*row_of(reg, office)).getOffice().getHolder() == mandate)
      out += (out.empty() ? "" : ", ") + projection::slug_of(reg, office);
  return out;
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const auto ledger, open_to_read(ui));
  JUMELAGE_TRY(const auto snapshot, ledger->snapshot());
  const Register& reg = snapshot.reg();
  JUMELAGE_TRY(const auto numbers, all_or_of_body(reg, SubjectKind::MANDATE, arguments.maybe("body")));
  cli::Table table({{"id"}, {"body"}, {"for"}, {"kind"}, {"college"}, {"office"}, {"from"}, {"until"}, {"state"}});
  JsonOutput out;
  out.object().list("mandates");
  for (const Number number : numbers) {
    const auto row = row_of(reg, number);
    const auto mandate = (*row).getMandate();
    const std::string id = projection::slug_of(reg, number);
    const std::string body = projection::slug_of(reg, mandate.getBody());
    const std::string member = projection::slug_of(reg, mandate.getMember());
    const std::string college(view(mandate.getCollege()));
    const std::string offices = offices_of(reg, mandate.getBody(), number);
    const std::string state = words(mandate.getStatus());
    table.row({id, body, member.empty() ? "own right" : member, words(mandate.getKind()), college, offices,
               date_text(mandate.getFrom()), date_text(mandate.getUntil()), state});
    if (mandate.getStatus() == schema::MandateState::Status::ENDED) table.tone(cli::Tone::kFaint);
    out.object().text("id", id).text("body", body).optional_text("member", member);
    out.text("kind", words(mandate.getKind())).optional_text("college", college).optional_text("office", offices);
    out.text("state", state).end();
  }
  print(ui.json() ? out.end().end().take() : table.render(ui.look));
  return cli::kExitOk;
}

}  // namespace

void add_mandates(cli::Command& parent) {
  auto& command = parent.add("mandates", "Lists mandates and the offices that they hold");
  command.option({.name = "body", .value = "ID", .help = "only of this body"});
  command.example("jumelage mandates", "who sits where");
  command.handler(running(run));
}

}  // namespace jumelage::tools
