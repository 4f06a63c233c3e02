#include "app/act_form.h"
#include "base/files.h"
#include "base/text.h"
#include "commands/commands.h"
#include "store/documents.h"

namespace jumelage::tools {
namespace {

// Name and contact go into an erasable document of their own; the log only knows its salted digest.
Result<DescribedDocument> personal(const cli::Arguments& arguments) {
  if (const auto text = arguments.maybe("text")) return personal_document(*text);
  const auto file = arguments.maybe("file");
  if (!file)
    return usage("say who it is: --file FILE, or --text TEXT; it is kept outside of the log, and can be erased");
  JUMELAGE_TRY(const Bytes content, read_file(*file, store::kMaxDocumentBytes));
  return personal_document(as_text(content));
}

void fill(const cli::Arguments& arguments, ActForm& form) {
  form.option("id", "ID");
  auto document = personal(arguments);
  if (!document) {
    form.fail(document.error());
    return;
  }
  form.raw("document", document.value().json).brings(std::move(document.value().document));
}

}  // namespace

void add_person_add(cli::Command& parent) {
  auto& command = parent.add("add", "Registers a person, so that they can have a mandate");
  command.describe(
      "Name and contact stand in a personal document beside the log, which can be erased; the log knows the person by "
      "a "
      "number. Write them into a file: what is typed on the command line stays in the shell's history.");
  command.positional({.name = "ID", .help = "a number that names nobody, such as p-6", .need = cli::Need::kRequired});
  command.option({.name = "file", .value = "FILE", .help = "a text file with name and contact"});
  command.option({.name = "text", .value = "TEXT", .help = "the same, on the command line"});
  add_act_options(command);
  command.example("jumelage person add p-6 --file person.txt --key secretary", "name and contact from a file");
  command.handler(recording("personRegistered", fill));
}

}  // namespace jumelage::tools
