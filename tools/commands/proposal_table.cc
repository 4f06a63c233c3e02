#include <fmt/format.h>

#include "app/act_options.h"
#include "app/lookup.h"
#include "app/tool_error.h"
#include "base/text.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

Result<Made> make(const cli::Arguments& arguments, const Register& reg) {
  JUMELAGE_TRY(check_titles(arguments));
  JUMELAGE_TRY(const Number body, body_or_council(reg, arguments.maybe("body")));
  std::vector<DescribedDocument> texts;
  for (const std::string& file : arguments.all("text")) {
    JUMELAGE_TRY(auto described, document_from_word(file, "text"));
    texts.push_back(std::move(described));
  }
  Made made;
  made.json = act_json(arguments, "proposalTabled", [&](JsonOutput& out) {
    out.text("id", arguments.text("ID")).text("body", projection::slug_of(reg, body));
    write_titles(arguments, out);
    if (!texts.empty()) out.list("texts");
    for (const auto& text : texts) out.raw_item(text.json);
    if (!texts.empty()) out.end();
    if (const auto matter = arguments.maybe("matter")) {
      write_matter(*matter, out.object("matter"));
      out.end();
    }
    out.optional_text("theme", arguments.maybe("theme").value_or(""));
    out.list("legalBasis");
    for (const std::string& basis : arguments.all("legal-basis")) out.item(basis);
    out.end().optional_text("sponsor", arguments.maybe("sponsor").value_or(""));
  });
  for (auto& text : texts) made.documents.push_back(std::move(text.document));
  return made;
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  return record_made(arguments, ui, [&](const ledger::Snapshot& now) { return make(arguments, now.reg()); });
}

}  // namespace

void add_proposal_table(cli::Command& parent) {
  auto& command = parent.add("table", "Tables a proposal, to be put on an agenda");
  command.positional({.name = "ID",
                      .help = "an id for ever, such as twinning-charter: a-z 0-9 - , at most 64",
                      .need = cli::Need::kRequired});
  add_title_options(command, cli::Need::kRequired);
  command.option({.name = "body", .value = "ID", .help = "the body it is tabled in; otherwise: the council"});
  command.option(
      {.name = "text", .value = "FILE", .help = "a text of the proposal, a document; or LANG=FILE", .repeated = true});
  command.option({.name = "matter", .value = "SCHEME:CODE:LABEL", .help = "what it is about, in a classification"});
  command.option({.name = "theme", .value = "TEXT", .help = "such as water, culture, health"});
  command.option({.name = "legal-basis", .value = "TEXT", .help = "what it rests on", .repeated = true});
  command.option({.name = "sponsor", .value = "ID", .help = "a member, mandate or body; otherwise: the secretariat"});
  add_act_options(command);
  command.example(
      "jumelage proposal table twinning-charter --title fr=\"Charte des jumelages\" --title en=\"Twinning charter\" "
      "--key "
      "secretary",
      "a proposal in two languages");
  command.handler(running(run));
}

}  // namespace jumelage::tools
