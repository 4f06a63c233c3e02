#include "app/reading.h"
#include "commands/commands.h"
#include "projection/as_of.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

void add_office(const Reading& reading, Number number, cli::Table& table, JsonOutput& out) {
  const Register& reg = reading.reg();
  const auto row = reading.state(number);
  const auto office = (**row).getOffice();
  const std::string id = projection::slug_of(reg, number);
  const std::string body = projection::slug_of(reg, office.getBody());
  const std::string session = projection::slug_of(reg, office.getSession());
  const std::string holder = projection::slug_of(reg, projection::office_holder_on(office, reading.day));
  table.row({id, body, words(office.getKind()) + (session.empty() ? "" : " of " + session),
             holder.empty() ? "vacant" : holder, date_text(office.getFrom()), date_text(office.getUntil())});
  if (holder.empty()) table.tone(cli::Tone::kWarning);
  out.object().text("id", id).text("body", body).text("kind", words(office.getKind()));
  out.optional_text("session", session).optional_text("holder", holder).text("from", date_text(office.getFrom()));
  out.optional_text("until", office.getUntil() == 0 ? "" : date_text(office.getUntil()));
  out.flag("irregular", (**row).getIrregular()).end();
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const Reading reading, open_reading(arguments, ui));
  const Register& reg = reading.reg();
  JUMELAGE_TRY(Page page, Page::of(reg, arguments, SubjectKind::OFFICE));
  JUMELAGE_TRY(const Number body, subject_option(reg, arguments, "body", SubjectKind::BODY));
  const auto parents = body != 0 ? std::vector<Number>{body} : bodies(reg);
  fill_page(page, reg, parents, SubjectKind::OFFICE, [&](Number number) { return reading.state(number).has_value(); });
  cli::Table table({{"id"}, {"body"}, {"office"}, {"holder"}, {"from"}, {"until"}});
  JsonOutput out;
  out.object().list("offices");
  for (const Number number : page.numbers()) add_office(reading, number, table, out);
  out.end();
  write_next(reg, page, out);
  if (ui.json()) {
    print(out.end().take());
  } else if (page.numbers().empty() && !page.has_more()) {
    print("No such offices then. All of today: jumelage office list\n");
  } else {
    print(table.render(ui.look) + next_line(reg, page));
  }
  return cli::kExitOk;
}

}  // namespace

void add_office_list(cli::Command& parent) {
  auto& command = parent.add("list", "Lists offices and who holds them");
  command.option({.name = "body", .value = "ID", .help = "only of this body"});
  add_time_options(command);
  add_page_options(command);
  command.example("jumelage office list --body cci", "who presides, who keeps the minutes");
  command.example("jumelage office list --as-of 2026-12-31", "who holds which office on a day");
  command.handler(running(run));
}

}  // namespace jumelage::tools
