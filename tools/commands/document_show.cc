#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>

#include "app/exit_of.h"
#include "app/json_output.h"
#include "app/open_ledger.h"
#include "app/tool_error.h"
#include "app/ui.h"
#include "base/files.h"
#include "base/hex.h"
#include "base/text.h"
#include "commands/commands.h"
#include "ledger/document_check.h"
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

using ledger::DocumentStanding;
using ledger::DocumentState;

// Why there is nothing to give out.
Error nothing_to_give(const Digest& digest, const DocumentStanding& standing) {
  const std::string name = to_hex(digest.view());
  switch (standing.state) {
    case DocumentState::kErased:
    case DocumentState::kNotDestroyed:
      return {ToolError::kErased,
              fmt::format("document {} was erased by the act at #{}, so nobody is given it any more; "
                          "who did it and why: jumelage show '#{}'",
                          name, standing.erased_at, standing.erased_at)};
    case DocumentState::kMissing:
      return {ToolError::kLost,
              fmt::format("document {} is lost: the act at #{} names it and nothing erased it, but it is not here",
                          name, standing.registered_at)};
    default: return {ToolError::kNotFound, fmt::format("no act names document {}, and it is not kept here", name)};
  }
}

bool is_given(DocumentState state) {
  return state == DocumentState::kKept || state == DocumentState::kUnnamed;
}

std::string json_of(const Digest& digest, const DocumentStanding& standing) {
  JsonOutput out;
  out.object().text("digest", to_hex(digest.view())).text("state", ledger::state_text(standing.state));
  const bool named = standing.state != DocumentState::kUnnamed && standing.state != DocumentState::kUnknown;
  if (named) out.number("namedBy", standing.registered_at);
  if (standing.erased_at != 0) out.number("erasedBy", standing.erased_at);
  return out.end().take();
}

int exit_of_state(const Digest& digest, const DocumentStanding& standing) {
  if (is_given(standing.state)) return cli::kExitOk;
  if (standing.state == DocumentState::kDamaged) return cli::kExitFinding;
  return exit_of(nothing_to_give(digest, standing).code());
}

Result<int> give_out(const cli::Arguments& arguments, const std::string& content) {
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

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const Digest digest, digest_of(arguments.text("DIGEST")));
  JUMELAGE_TRY(const auto ledger, open_to_read(ui));
  JUMELAGE_TRY(const auto snapshot, ledger->snapshot());
  JUMELAGE_TRY(const auto standing, ledger::document_standing(snapshot.stores(), snapshot.reg(), digest));
  if (ui.json()) {
    print(json_of(digest, standing));
    return exit_of_state(digest, standing);
  }
  if (!is_given(standing.state) && standing.state != DocumentState::kDamaged) return nothing_to_give(digest, standing);
  JUMELAGE_TRY(const Bytes document, ledger->stores().documents.get(digest));
  return give_out(arguments, content_of(document));
}

}  // namespace

void add_document_show(cli::Command& parent) {
  auto& command = parent.add("show", "Gives out a document that is kept beside the ledger");
  command.describe(
      "The bytes as they were added, after checking that they are what the digest says. Of a personal document only "
      "its "
      "text, without the salt. Acts name documents by their digests: jumelage show '#N'.\n\nOne that an act erased is "
      "not "
      "given out any more (exit code 3). One that is missing or damaged although nothing erased it is a finding (4). "
      "With "
      "--json: not the bytes, but whether it is kept, erased (by which act), missing or damaged.");
  command.positional({.name = "DIGEST", .help = "64 digits, as acts show them", .need = cli::Need::kRequired});
  command.option(
      {.name = "output", .value = "FILE", .help = "write it there; a file that exists is kept", .letter = "o"});
  command.example("jumelage document show 5891b5b5...be03 -o minutes.pdf", "the minutes that an act names");
  command.example("jumelage document show 5891b5b5...be03 --json", "whether it is kept, erased, missing or damaged");
  command.handler(running(run));
}

}  // namespace jumelage::tools
