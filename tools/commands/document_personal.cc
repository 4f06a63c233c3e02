#include <fmt/format.h>

#include "app/new_document.h"
#include "app/open_ledger.h"
#include "app/tool_error.h"
#include "app/ui.h"
#include "base/files.h"
#include "base/text.h"
#include "commands/commands.h"
#include "ledger/personal_document.h"

namespace jumelage::tools {
namespace {

Result<std::string> content_of(const cli::Arguments& arguments) {
  const auto text = arguments.maybe("text");
  const auto file = arguments.maybe("file");
  if (text.has_value() == file.has_value())
    return Error(ToolError::kUsage, "say what the document holds: either --text TEXT or --file FILE");
  if (text) return *text;
  JUMELAGE_TRY(const Bytes bytes, read_file(*file, ledger::kMaxPersonalTextBytes));
  return std::string(as_text(bytes));
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const std::string content, content_of(arguments));
  JUMELAGE_TRY(const auto described, personal_document(content));
  JUMELAGE_TRY(const auto ledger, open_to_write(ui));
  JUMELAGE_TRY(ledger->put_document(described.document.content));
  cli::keep_exit_code();
  print(described.json + "\n");
  return cli::kExitOk;
}

}  // namespace

void add_document_personal(cli::Command& parent) {
  auto& command = parent.add("personal", "Keeps what is known of a person in a document that can be erased");
  command.describe(
      "A person stands in the log as a number; name and contact are in a document of their own, with 32 random bytes "
      "inside, so that its digest gives nothing away once the document is erased. What is printed is the reference for "
      "an act personRegistered. In a JSON file, \"@personal:TEXT\" does both at once.");
  command.option(
      {.name = "text", .value = "TEXT", .help = "the content (it stays in the shell's history: rather --file)"});
  command.option({.name = "file", .value = "FILE", .help = "a text file with the content, in UTF-8"});
  command.example("jumelage document personal --file representative.txt", "name and contact of a representative");
  command.handler(running(run));
}

}  // namespace jumelage::tools
