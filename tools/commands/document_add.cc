#include <fmt/format.h>
#include <unistd.h>

#include "app/new_document.h"
#include "app/open_ledger.h"
#include "app/ui.h"
#include "base/text.h"
#include "commands/commands.h"
#include "event/json.h"
#include "schema/common.capnp.h"

namespace jumelage::tools {
namespace {

// Options that are named as the traits of a document are, but for the media type.
constexpr const char* kTraits[] = {"role", "title", "language", "standing", "visibility"};

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  DocumentTraits traits;
  for (const char* name : kTraits)
    if (const auto value = arguments.maybe(name)) traits.emplace(name, *value);
  if (const auto type = arguments.maybe("media-type")) traits.emplace("mediaType", *type);
  if (arguments.flag("erasable")) traits.emplace("erasable", "true");
  JUMELAGE_TRY(const auto described, document_from_file(arguments.text("FILE"), traits));
  JUMELAGE_TRY(const auto ledger, open_to_write(ui));
  JUMELAGE_TRY(ledger->put_document(described.document.content));
  cli::keep_exit_code();
  // For a program or a file as it is; on a terminal no title may move the cursor.
  print((::isatty(STDOUT_FILENO) == 0 ? described.json : for_terminal(described.json)) + "\n");
  return cli::kExitOk;
}

}  // namespace

void add_document_add(cli::Command& parent) {
  auto& command = parent.add("add", "Keeps a file beside the ledger and prints how acts refer to it");
  command.describe(
      "The bytes are stored under their SHA-256, in a ledger that is founded. What is printed is the reference, ready "
      "to be put into an act where "
      "the schema asks for a document. In a JSON file for `jumelage record`, \"@file:PATH;role=minutes\" does both at "
      "once.\n\nWhether a document can be erased later is fixed when an act registers it.");
  command.positional({.name = "FILE", .help = "the file", .need = cli::Need::kRequired});
  command.option({.name = "role",
                  .value = "ROLE",
                  .help = "what it is",
                  .fallback = "text",
                  .choices = {"text", "annex", "minutes", "signedScan", "instrument", "evidence", "personal", "charter",
                              "extract", "other"}});
  command.option(
      {.name = "title", .value = "TEXT", .help = "otherwise: the file's name; none for a personal document"});
  command.option({.name = "language", .value = "TAG", .help = "such as fr or ar"});
  command.option({.name = "standing",
                  .value = "STANDING",
                  .help = "of this language version",
                  .fallback = "authentic",
                  .choices = {"authentic", "prevailing", "translation"}});
  command.option({.name = "visibility",
                  .value = "WHO",
                  .help = "who may read it; otherwise: public, a personal document members",
                  .choices = {"public", "members"}});
  command.option({.name = "media-type", .value = "TYPE", .help = "otherwise: by the ending of the file's name"});
  command.option({.name = "erasable", .help = "it may be destroyed later by an act personalDataErased"});
  command.example("jumelage document add minutes.pdf --role minutes --language fr", "the minutes of a session");
  command.handler(running(run));
}

}  // namespace jumelage::tools
