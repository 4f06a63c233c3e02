#include <fmt/format.h>

#include <memory>

#include "app/json_output.h"
#include "app/open_ledger.h"
#include "app/ui.h"
#include "base/hex.h"
#include "cli/progress.h"
#include "commands/commands.h"
#include "projection/register_tables.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

Result<Digest> digest_of(const ledger::Ledger& ledger) {
  JUMELAGE_TRY(const auto txn, ledger.stores().environment->read());
  return projection::register_digest(ledger.stores().tables, txn);
}

Result<int> run(const cli::Arguments&, const Ui& ui) {
  JUMELAGE_TRY(const auto ledger, open_to_write(ui));
  JUMELAGE_TRY(const Digest before, digest_of(*ledger));
  std::unique_ptr<cli::Progress> bar;
  std::uint64_t entries = 0;
  JUMELAGE_TRY(ledger->rebuild([&](std::uint64_t done, std::uint64_t total) {
    if (!bar) bar = std::make_unique<cli::Progress>("Making the register again", total);
    bar->advance_to(done);
    entries = total;
  }));
  bar.reset();
  JUMELAGE_TRY(const Digest after, digest_of(*ledger));
  if (ui.json()) {
    JsonOutput out;
    out.object().number("entries", entries).text("before", to_hex(before.view()));
    print(out.text("after", to_hex(after.view())).flag("identical", before == after).end().take());
  } else if (before == after) {
    print(fmt::format("{} The register was made again from the log and is the same as before, byte for byte ({}).\n",
                      ui.tone("Good.", cli::Tone::kGood), short_hex(after.view())));
  } else {
    print(
        fmt::format("{} The register was not what the log says ({}); it is now ({}). Find out why: a disk, or a "
                    "hand, may have changed it.\n",
                    ui.tone("Repaired.", cli::Tone::kWarning), short_hex(before.view()), short_hex(after.view())));
  }
  return before == after ? cli::kExitOk : cli::kExitFinding;
}

}  // namespace

void add_rebuild(cli::Command& parent) {
  auto& command = parent.add("rebuild", "Throws all tables away and makes them again from the log");
  command.describe(
      "The log is the only truth: tables and indexes follow from it. They are compared before and after; exit code 4 "
      "says that they were not the same. An interrupted rebuild goes on when the ledger is next opened.");
  command.example("jumelage rebuild", "make sure that what is shown is what was recorded");
  command.handler(running(run));
}

}  // namespace jumelage::tools
