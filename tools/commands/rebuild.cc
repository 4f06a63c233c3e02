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

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const auto ledger, open_to_write(ui));
  JUMELAGE_TRY(const Digest before, digest_of(*ledger));
  std::unique_ptr<cli::Progress> bar;
  std::uint64_t entries = 0;
  std::unique_ptr<cli::Progress> check_bar;
  ledger::LogCheck check;
  check.signatures = arguments.flag("signatures");
  check.progress = [&](std::uint64_t done, std::uint64_t total) {
    if (!check_bar) check_bar = std::make_unique<cli::Progress>("Checking the log", total);
    check_bar->advance_to(done);
  };
  const auto advance = [&](std::uint64_t done, std::uint64_t total) {
    check_bar.reset();
    if (!bar) bar = std::make_unique<cli::Progress>("Making the register again", total);
    bar->advance_to(done);
    entries = total;
  };
  JUMELAGE_TRY(ledger->rebuild(advance, check));
  bar.reset();
  JUMELAGE_TRY(const Digest after, digest_of(*ledger));
  if (ui.json()) {
    JsonOutput out;
    out.object()
        .number("entries", entries)
        .flag("signaturesChecked", check.signatures)
        .text("before", to_hex(before.view()));
    print(out.text("after", to_hex(after.view())).flag("identical", before == after).end().take());
  } else if (before == after) {
    print(
        fmt::format("{} The log is what the tree says{}. The register was made again from the log and is the same as "
                    "before, byte for byte ({}).\n",
                    ui.tone("Good.", cli::Tone::kGood), check.signatures ? ", and every signature holds" : "",
                    short_hex(after.view())));
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
      "The log is the only truth: tables and indexes follow from it. First every entry is compared with the tree of "
      "hashes; when one was changed, nothing is thrown away. Then the tables are made, and compared with those before; "
      "exit code 4 says that something was not as it should be. An interrupted rebuild goes on when the ledger is next "
      "opened for writing.");
  command.option({.name = "signatures", .help = "check every signature again too: 13,000 a second and processor core"});
  command.example("jumelage rebuild", "make sure that what is shown is what was recorded");
  command.example("jumelage rebuild --signatures", "the same, and that every act was signed by whom it says");
  command.handler(running(run));
}

}  // namespace jumelage::tools
