#include "app/act_form.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

void fill(const cli::Arguments& arguments, ActForm& form) {
  form.text("document", arguments.text("DIGEST")).text("visibility", arguments.text("to")).option("reason", "reason");
}

}  // namespace

void add_document_visibility(cli::Command& parent) {
  auto& command = parent.add("visibility", "Records who may be given a document from now on");
  command.describe(
      "Everybody, or the members. What was public may have been copied meanwhile: that cannot be called back. A "
      "personal document never becomes public.");
  command.positional(
      {.name = "DIGEST", .help = "the document's digest, 64 digits, as acts show it", .need = cli::Need::kRequired});
  command.option({.name = "to",
                  .value = "WHO",
                  .help = "who may be given it",
                  .need = cli::Need::kRequired,
                  .choices = {"public", "members"}});
  command.option({.name = "reason", .value = "TEXT", .help = "why", .need = cli::Need::kRequired});
  add_act_options(command);
  command.example(
      "jumelage document visibility 5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03 --to members "
      "--reason \"it holds bank details\" --key secretary",
      "a document that acts show under that digest");
  command.handler(recording("visibilityChanged", fill));
}

}  // namespace jumelage::tools
