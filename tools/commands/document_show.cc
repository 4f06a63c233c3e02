#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>

#include "app/open_ledger.h"
#include "app/tool_error.h"
#include "app/ui.h"
#include "base/files.h"
#include "base/hex.h"
#include "base/text.h"
#include "commands/commands.h"
#include "ledger/personal_document.h"

namespace jumelage::tools {
namespace {

Result<Digest> digest_of(const std::string& text) {
  const auto bytes = from_hex(text);
  const auto digest = bytes ? Digest::from(*bytes) : std::nullopt;
  if (digest) return *digest;
  return Error(ToolError::kUsage,
               fmt::format("\"{}\" is no digest: it has 64 digits of 0-9 a-f, as acts show it", for_terminal(text)));
}

// Of a personal document the text that it was made from: its salt says nothing to anybody.
std::string content_of(const Bytes& document) {
  if (auto text = ledger::read_personal_document(document)) return std::move(text).value();
  return std::string(as_text(document));
}

// Whatever it holds, it moves no cursor.
std::string on_a_terminal(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out += for_terminal(text.substr(0, end)) + "\n";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const Digest digest, digest_of(arguments.text("DIGEST")));
  JUMELAGE_TRY(const auto ledger, open_to_read(ui));
  JUMELAGE_TRY(const Bytes document, ledger->stores().documents.get(digest));
  const std::string content = content_of(document);
  if (const auto file = arguments.maybe("output")) {
    JUMELAGE_TRY(write_file(*file, as_bytes(content), 0600, IfExists::kRefuse));
    return cli::kExitOk;
  }
  if (::isatty(STDOUT_FILENO) == 0) {
    print(content);
    return cli::kExitOk;
  }
  if (first_bad_utf8(content)) return Error(ToolError::kUsage, "the document is no text; write it to a file: -o FILE");
  print(on_a_terminal(content));
  return cli::kExitOk;
}

}  // namespace

void add_document_show(cli::Command& parent) {
  auto& command = parent.add("show", "Gives out a document that is kept beside the ledger");
  command.describe(
      "The bytes as they were added, after checking that they are what the digest says. Of a personal document only "
      "its "
      "text, without the salt. Acts name documents by their digests: jumelage show '#N'.");
  command.positional({.name = "DIGEST", .help = "64 digits, as acts show them", .need = cli::Need::kRequired});
  command.option(
      {.name = "output", .value = "FILE", .help = "write it there; a file that exists is kept", .letter = "o"});
  command.example("jumelage document show 5891b5b5...be03 -o minutes.pdf", "the minutes that an act names");
  command.handler(running(run));
}

}  // namespace jumelage::tools
