#include <fmt/format.h>

#include "app/act_options.h"
#include "app/reference.h"
#include "app/tool_error.h"
#include "base/files.h"
#include "base/hex.h"
#include "commands/commands.h"
#include "crypto/sha256.h"
#include "governance/context.h"

namespace jumelage::tools {
namespace {

constexpr std::uint64_t kMostBytes = 64ULL << 20;  // of an extract

Result<std::string> subject_of(const Register& reg, const std::string& word) {
  if (const auto decision = find_decision(reg, word)) return projection::slug_of(reg, decision.value());
  JUMELAGE_TRY(const Number number, find_any(reg, word));
  return projection::slug_of(reg, number);
}

Result<Made> make(const cli::Arguments& arguments, const ledger::Snapshot& now) {
  JUMELAGE_TRY(const std::string subject, subject_of(now.reg(), arguments.text("SUBJECT")));
  JUMELAGE_TRY(const Bytes issued, read_file(arguments.text("FILE"), kMostBytes));
  JUMELAGE_TRY(const Digest root, now.root());
  const auto ledger = row_of(now.reg(), governance::kLedgerNumber);
  return Made{act_json(arguments, "extractIssued", [&](JsonOutput& out) {
    out.text("subject", subject).text("digest", to_hex(crypto::sha256(issued).view()));
    out.text("toClass", arguments.text("to"));
    out.object("head").number("term", (*ledger).getLedger().getTerm());
    out.number("size", now.size().value).text("root", to_hex(root.view())).end();
  })};
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  return record_made(arguments, ui, [&](const ledger::Snapshot& now) { return make(arguments, now); });
}

}  // namespace

void add_decision_extract(cli::Command& parent) {
  auto& command = parent.add("extract", "Records that an extract of the register was handed out");
  command.describe(
      "FILE is the extract as it was handed out. Its digest and the root of the log are recorded, so that an extract "
      "that is shown later can be held against it; the file itself is not kept, nor who received it. The secretary or "
      "the chair signs.");
  command.positional({.name = "SUBJECT",
                      .help = "the decision's number or id, or another id that the extract is about",
                      .need = cli::Need::kRequired});
  command.positional({.name = "FILE", .help = "the extract, byte by byte as issued", .need = cli::Need::kRequired});
  command.option({.name = "to",
                  .value = "WHOM",
                  .help = "to what sort of recipient",
                  .need = cli::Need::kRequired,
                  .choices = {"public", "member", "authority", "court", "person"}});
  add_act_options(command);
  command.example("jumelage decision extract CCI-2026-001 extract.pdf --to authority --key secretary",
                  "sent to the prefecture");
  command.handler(running(run));
}

}  // namespace jumelage::tools
