#include <fmt/format.h>

#include "app/json_output.h"
#include "app/key_folder.h"
#include "app/ui.h"
#include "base/hex.h"
#include "base/text.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

std::string json_of(const KeyFolder& folder, const KeyFolder::Listing& listing) {
  JsonOutput out;
  out.object().list("keys");
  for (const NamedKey& key : listing.keys) {
    out.object().text("name", key.name).text("id", to_hex(key.id.view()));
    out.flag("hasPrivatePart", folder.has_private_part(key.name)).end();
  }
  out.end();
  if (!listing.faults.empty()) {
    out.list("faults");
    for (const Error& fault : listing.faults)
      out.object().text("code", fault.code()).text("message", fault.message()).end();
    out.end();
  }
  return out.end().take();
}

Result<int> run(const cli::Arguments&, const Ui& ui) {
  const KeyFolder folder(ui.globals.keys);
  JUMELAGE_TRY(const auto listing, folder.list());
  const int code = listing.faults.empty() ? cli::kExitOk : cli::kExitFinding;
  if (ui.json()) {
    print(json_of(folder, listing));
    return code;
  }
  if (listing.keys.empty() && listing.faults.empty()) {
    print(fmt::format("No keys in {}. Make one: jumelage key new NAME\n", for_terminal(folder.path().string())));
    return cli::kExitOk;
  }
  cli::Table table({{"name"}, {"private part"}, {"id"}});
  for (const NamedKey& key : listing.keys)
    table.row({key.name, folder.has_private_part(key.name) ? "yes" : "no", to_hex(key.id.view())});
  print(table.render(ui.look));
  for (const Error& fault : listing.faults)
    print(fmt::format("{} {}\n", ui.tone("Not readable:", cli::Tone::kBad), fault.message()));
  return code;
}

}  // namespace

void add_key_list(cli::Command& parent) {
  auto& command = parent.add("list", "Lists the keys of the key folder");
  command.example("jumelage key list", "whose keys are here");
  command.handler(running(run));
}

}  // namespace jumelage::tools
