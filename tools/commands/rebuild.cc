#include <fmt/format.h>

#include <memory>

#include "app/json_output.h"
#include "app/open_ledger.h"
#include "app/ui.h"
#include "base/hex.h"
#include "cli/progress.h"
#include "commands/commands.h"
#include "ledger/document_check.h"
#include "projection/register_tables.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

Result<Digest> digest_of(const ledger::Ledger& ledger) {
  JUMELAGE_TRY(const auto txn, ledger.stores().environment->read());
  return projection::register_digest(ledger.stores().tables, txn);
}

Result<ledger::DocumentCheck> documents_of(const ledger::Ledger& ledger) {
  JUMELAGE_TRY(const auto snapshot, ledger.snapshot());
  std::unique_ptr<cli::Progress> bar;
  return ledger::check_documents(snapshot.stores(), snapshot.reg(), [&](std::uint64_t done, std::uint64_t total) {
    if (!bar) bar = std::make_unique<cli::Progress>("Checking the documents", total);
    bar->advance_to(done);
  });
}

struct Rebuilt {
  std::uint64_t entries = 0;
  bool signatures = false;
  Digest before, after;
  bool identical() const { return before == after; }
};

Result<Rebuilt> make_again(ledger::Ledger& ledger, bool signatures) {
  Rebuilt made;
  made.signatures = signatures;
  JUMELAGE_TRY(made.before, digest_of(ledger));
  std::unique_ptr<cli::Progress> bar;
  std::unique_ptr<cli::Progress> check_bar;
  ledger::LogCheck check;
  check.signatures = signatures;
  check.progress = [&](std::uint64_t done, std::uint64_t total) {
    if (!check_bar) check_bar = std::make_unique<cli::Progress>("Checking the log", total);
    check_bar->advance_to(done);
  };
  const auto advance = [&](std::uint64_t done, std::uint64_t total) {
    check_bar.reset();
    if (!bar) bar = std::make_unique<cli::Progress>("Making the register again", total);
    bar->advance_to(done);
    made.entries = total;
  };
  JUMELAGE_TRY(ledger.rebuild(advance, check));
  bar.reset();
  JUMELAGE_TRY(made.after, digest_of(ledger));
  return made;
}

std::string register_text(const Rebuilt& made, const Ui& ui) {
  if (made.identical())
    return fmt::format(
        "{} The log is what the tree says{}. The register was made again from the log and is the same as "
        "before, byte for byte ({}).\n",
        ui.tone("Good.", cli::Tone::kGood), made.signatures ? ", and every signature holds" : "",
        short_hex(made.after.view()));
  return fmt::format(
      "{} The register was not what the log says ({}); it is now ({}). Find out why: a disk, or a "
      "hand, may have changed it.\n",
      ui.tone("Repaired.", cli::Tone::kWarning), short_hex(made.before.view()), short_hex(made.after.view()));
}

std::string documents_text(const ledger::DocumentCheck& documents, const Ui& ui) {
  if (documents.in_order())
    return fmt::format("{} Of the documents that acts name, {} kept and what their digests say, {} erased.\n",
                       ui.tone("Good.", cli::Tone::kGood), documents.kept, documents.erased);
  std::string out = fmt::format(
      "{} Of the documents that acts name, {} kept, {} erased, {} missing, {} damaged, {} erased and still here.\n",
      ui.tone("Documents.", cli::Tone::kWarning), documents.kept, documents.erased, documents.missing,
      documents.damaged, documents.not_destroyed);
  for (const auto& wrong : documents.wrong)
    out += fmt::format("  {}  {}, named by #{}\n", ledger::state_text(wrong.standing.state),
                       to_hex(wrong.digest.view()), wrong.standing.registered_at);
  if (documents.wrong.size() == ledger::kMostWrongListed) out += "  ... and perhaps more\n";
  return out + "What to do about one of them: jumelage document show DIGEST\n";
}

std::string json_of(const Rebuilt& made, const ledger::DocumentCheck& documents) {
  JsonOutput out;
  out.object().number("entries", made.entries).flag("signaturesChecked", made.signatures);
  out.text("before", to_hex(made.before.view())).text("after", to_hex(made.after.view()));
  out.flag("identical", made.identical()).object("documents");
  out.number("kept", documents.kept).number("erased", documents.erased).number("missing", documents.missing);
  out.number("damaged", documents.damaged).number("notDestroyed", documents.not_destroyed).list("wrong");
  for (const auto& wrong : documents.wrong) {
    out.object().text("digest", to_hex(wrong.digest.view()));
    out.text("state", ledger::state_text(wrong.standing.state)).number("namedBy", wrong.standing.registered_at).end();
  }
  return out.end().end().end().take();
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const auto ledger, open_to_write(ui));
  JUMELAGE_TRY(const Rebuilt made, make_again(*ledger, arguments.flag("signatures")));
  JUMELAGE_TRY(const auto documents, documents_of(*ledger));
  print(ui.json() ? json_of(made, documents) : register_text(made, ui) + documents_text(documents, ui));
  return made.identical() && documents.in_order() ? cli::kExitOk : cli::kExitFinding;
}

}  // namespace

void add_rebuild(cli::Command& parent) {
  auto& command = parent.add("rebuild", "Throws all tables away and makes them again from the log");
  command.describe(
      "The log is the only truth: tables and indexes follow from it. First every entry is compared with the tree of "
      "hashes; when one was changed, nothing is thrown away. Then the tables are made, and compared with those before. "
      "Last, every document that an act names is looked for and hashed: what is missing or damaged is named. Exit code "
      "4 "
      "says that something was not as it should be, in the tables or among the documents. An interrupted rebuild goes "
      "on when the ledger is next "
      "opened for writing.");
  command.option({.name = "signatures", .help = "check every signature again too: 13,000 a second and processor core"});
  command.example("jumelage rebuild", "make sure that what is shown is what was recorded");
  command.example("jumelage rebuild --signatures", "the same, and that every act was signed by whom it says");
  command.handler(running(run));
}

}  // namespace jumelage::tools
