#include <fmt/format.h>

#include "app/reading.h"
#include "commands/commands.h"
#include "show/proxy_words.h"
#include "show/sheet.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const Reading reading, open_reading(arguments, ui));
  const Register& reg = reading.reg();
  JUMELAGE_TRY(const Number number, find(reg, arguments.text("PROXY"), SubjectKind::PROXY));
  JUMELAGE_TRY(const auto row, reading.known_state(number));
  const auto proxy = (*row).getProxy();
  JUMELAGE_TRY(const event::Entry entry, reading.snapshot.entry(EntryIndex{proxy.getGrantedAt()}));
  const auto act = entry.sealed.act().reader().getProxyGranted();
  Sheet sheet("proxy", projection::slug_of(reg, number));
  sheet.text({"session", "session"}, projection::slug_of(reg, proxy.getSession()));
  sheet.text({"given by", "principal"}, projection::slug_of(reg, proxy.getPrincipal()));
  sheet.text({"to", "holder"}, projection::slug_of(reg, proxy.getHolder()));
  sheet.words({"items", "items"}, ids_of(reg, proxy.getItems()));
  if (proxy.getItems().size() == 0) sheet.see("items", "the whole session");
  sheet.text({"instructions", "instructions"}, act.hasInstructions() ? one_line(view(act.getInstructions())) : "");
  sheet.text({"received", "received"}, moment_text(act.getReceived()));
  sheet.number({"granted by #", "grantedAt"}, proxy.getGrantedAt());
  if (proxy.getRevokedAt() != governance::kNever) sheet.number({"revoked by #", "revokedAt"}, proxy.getRevokedAt());
  sheet.state(state_of_proxy(reading, proxy), (*row).getIrregular());
  print(sheet.take(reg, number, ui));
  return cli::kExitOk;
}

}  // namespace

void add_proxy_show(cli::Command& parent) {
  auto& command = parent.add("show", "Shows a proxy: who gave it to whom, for what, with which instructions");
  command.positional({.name = "PROXY", .help = "the proxy's id", .need = cli::Need::kRequired});
  add_time_options(command);
  command.example("jumelage proxy show proxy-cci-1-timbuktu-1", "a proxy, by its id");
  command.handler(running(run));
}

}  // namespace jumelage::tools
