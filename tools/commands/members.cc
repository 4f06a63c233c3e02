#include "app/json_output.h"
#include "app/lookup.h"
#include "app/open_ledger.h"
#include "app/ui.h"
#include "commands/commands.h"
#include "governance/context.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

Result<int> run(const cli::Arguments&, const Ui& ui) {
  JUMELAGE_TRY(const auto ledger, open_to_read(ui));
  JUMELAGE_TRY(const auto snapshot, ledger->snapshot());
  const Register& reg = snapshot.reg();
  cli::Table table({{"id"}, {"name"}, {"kind"}, {"country"}, {"standing"}, {"votes"}});
  JsonOutput out;
  out.object().list("members");
  for (const Number number : children_of(reg, governance::kLedgerNumber, SubjectKind::MEMBER)) {
    const auto row = row_of(reg, number);
    const auto member = (*row).getMember();
    const std::string id = projection::slug_of(reg, number);
    const std::string name = best_name(member.getProfile().getNames());
    const std::string kind = words(member.getProfile().getKind());
    const std::string standing = words(member.getStanding());
    const std::string country(view(member.getProfile().getCountry()));
    table.row({id, name, kind, country, standing, member.getVotingRight() ? "yes" : "no"});
    if ((*row).getIrregular()) table.tone(cli::Tone::kWarning);
    out.object().text("id", id).text("name", name).text("kind", kind).text("country", country);
    out.text("standing", standing).flag("votingRight", member.getVotingRight());
    out.flag("irregular", (*row).getIrregular()).end();
  }
  print(ui.json() ? out.end().end().take() : table.render(ui.look));
  return cli::kExitOk;
}

}  // namespace

void add_members(cli::Command& parent) {
  auto& command = parent.add("members", "Lists the member cities and partners");
  command.example("jumelage members", "who is in the club");
  command.handler(running(run));
}

}  // namespace jumelage::tools
