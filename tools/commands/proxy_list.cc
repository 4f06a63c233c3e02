#include "app/reading.h"
#include "commands/commands.h"
#include "show/listing.h"
#include "show/proxy_words.h"
#include "show/sheet.h"

namespace jumelage::tools {
namespace {

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const Reading reading, open_reading(arguments, ui));
  const Register& reg = reading.reg();
  JUMELAGE_TRY(Page page, Page::of(reg, arguments, SubjectKind::PROXY));
  JUMELAGE_TRY(const Number session, subject_option(reg, arguments, "session", SubjectKind::SESSION));
  JUMELAGE_TRY(const Number mandate, subject_option(reg, arguments, "mandate", SubjectKind::MANDATE));
  const auto keep = [&](Number number) {
    const auto row = reading.state(number);
    if (!row || mandate == 0) return row.has_value();
    const auto proxy = (**row).getProxy();
    return proxy.getPrincipal() == mandate || proxy.getHolder() == mandate;
  };
  session != 0 ? fill_page(page, reg, {session}, SubjectKind::PROXY, keep)
               : fill_page(page, reg, SubjectKind::PROXY, keep);
  Listing listing("proxies", {{"id", "id"},
                              {"session", "session"},
                              {"given by", "principal"},
                              {"to", "holder"},
                              {"items", "items"},
                              {"state", "state"}});
  for (const Number number : page.numbers()) {
    const auto row = reading.state(number);
    const auto proxy = (**row).getProxy();
    listing.row({projection::slug_of(reg, number), projection::slug_of(reg, proxy.getSession()),
                 projection::slug_of(reg, proxy.getPrincipal()), projection::slug_of(reg, proxy.getHolder()),
                 ids_of(reg, proxy.getItems()), std::string(state_of_proxy(reading, proxy))},
                5, (**row).getIrregular());
  }
  listing.print_page(reg, page, ui, "No such proxies. One is given so: jumelage proxy give --help");
  return cli::kExitOk;
}

}  // namespace

void add_proxy_list(cli::Command& parent) {
  auto& command = parent.add("list", "Lists powers to vote for another");
  command.describe("Without items, a proxy is for the whole session. It rests while whoever gave it is there.");
  command.option({.name = "session", .value = "ID", .help = "only for this session"});
  command.option({.name = "mandate", .value = "ID", .help = "only those that this mandate gave or holds"});
  add_time_options(command);
  add_page_options(command);
  command.example("jumelage proxy list --session cci-1", "who votes for whom in a session");
  command.example("jumelage proxy list --mandate timbuktu-1", "what a mandate gave, and what it holds");
  command.handler(running(run));
}

}  // namespace jumelage::tools
