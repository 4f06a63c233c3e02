#include <fmt/format.h>

#include <unistd.h>

#include <iostream>
#include <iterator>

#include "app/byte_order_mark.h"
#include "app/draft_recorder.h"
#include "app/json_scan.h"
#include "app/recorder.h"
#include "app/references.h"
#include "app/tool_error.h"
#include "app/ui.h"
#include "base/files.h"
#include "base/text.h"
#include "commands/commands.h"
#include "event/limits.h"

namespace jumelage::tools {
namespace {

constexpr std::size_t kMostActs = 10'000;  // in one file

Result<std::string> text_of(const std::string& file) {
  if (file == "-") {
    std::string text(event::kMaxJsonBytes + 1, '\0');
    std::cin.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(std::cin.gcount()));
    if (text.size() <= event::kMaxJsonBytes) return std::string(without_mark(text));
    return Error(FileError::kTooLarge, fmt::format("the acts are more than {} bytes long; record them in several files",
                                                   event::kMaxJsonBytes));
  }
  JUMELAGE_TRY(const Bytes bytes, read_file(file, event::kMaxJsonBytes));
  return std::string(without_mark(as_text(bytes)));
}

// By what it begins with. Standard input is JSON.
Result<bool> holds_draft(const std::string& file) {
  if (file == "-") return false;
  JUMELAGE_TRY(const Bytes bytes, read_file(file, kMaxDraftBytes));
  return is_draft(as_text(bytes));
}

// Before anything is asked of whoever records it.
Result<void> check_beginning(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return Error(ToolError::kUsage, "the file is empty: there is nothing to record");
  if (text[begin] == '{' || text[begin] == '[') return ok();
  return Error(
      ToolError::kUsage,
      "the file is neither an act in JSON, which begins with { or [, nor a draft, which begins with \"jumelage "
      "draft 1\"; get it again from whoever made it");
}

// A file holds one act, or a list of them.
Result<std::vector<Draft>> drafts_of(std::string_view json) {
  const auto items = split_list(json, kMostActs);
  if (!items)
    return Error(ToolError::kUsage,
                 fmt::format("the file holds more than {} acts; record them in several files", kMostActs));
  if (items->empty()) return Error(ToolError::kUsage, "the file holds an empty list: there is nothing to record");
  std::vector<Draft> drafts;
  for (std::size_t i = 0; i < items->size(); ++i)
    drafts.push_back({(*items)[i].in_place(), items->size() == 1 ? "" : fmt::format("act {} of the list", i + 1)});
  return drafts;
}

Result<int> record(const cli::Arguments& arguments, const Ui& ui, const std::string& text) {
  const std::string& file = arguments.text("FILE");
  const auto folder = std::filesystem::path(file == "-" ? "" : file).parent_path();
  JUMELAGE_TRY(const auto resolved, resolve_references(text, KeyFolder(ui.globals.keys), folder));
  JUMELAGE_TRY(const auto drafts, drafts_of(resolved.json));
  JUMELAGE_TRY(auto recorder, Recorder::open(arguments, ui));
  return recorder.record(drafts, resolved.documents, arguments.flag("packet"));
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  const std::string& file = arguments.text("FILE");
  JUMELAGE_TRY(const bool draft, holds_draft(file));
  if (draft) return record_draft(arguments, ui, file);
  for (const char* option : {"join", "accept-findings"})
    if (arguments.has(option))
      return Error(ToolError::kUsage,
                   fmt::format("--{} is for draft files, and {} is none", option, for_terminal(file)));
  JUMELAGE_TRY(const std::string text, text_of(file));
  if (const auto good = check_beginning(text); !good) return good.error().within(for_terminal(file));
  auto outcome = record(arguments, ui, text);
  const bool about_the_file =
      !outcome && (outcome.error().code().starts_with("event.") || outcome.error().is(ToolError::kBadReference));
  if (about_the_file) return outcome.error().within(for_terminal(file));
  return outcome;
}

}  // namespace

void add_record(cli::Command& parent) {
  auto& command =
      parent.add("record", "Records any act of the catalogue from a JSON file, or a draft that was passed round");
  command.describe(
      "The file holds one act, or a list of acts that follow each other. `jumelage schema KIND` prints how a kind is "
      "written. Which ledger, when, on which subjects and who signs in what capacity is filled in.\n\n"
      "Before anything is signed you see what the act says, and what the rules find. An act that breaks a rule of the "
      "council is not forbidden: say why, and it is recorded, marked as irregular, without effect until it is cured. "
      "An "
      "act that cannot be true or that nobody may make is refused, and then nothing of the file is recorded.\n\n"
      "In the file, \"@key:NAME\" stands for a key's id, \"@file:PATH;role=minutes\" for a document that is added from "
      "that file, \"@personal:TEXT\" for a new personal document.");
  command.positional(
      {.name = "FILE", .help = "the JSON file, - for standard input; or a draft file", .need = cli::Need::kRequired});
  add_recording_options(command);
  add_join_option(command);
  command.option({.name = "accept-findings",
                  .help = "of a draft: record it although the rules find what its signers gave no reason for"});
  command.option({.name = "packet", .help = "sign all acts of the list with one signature a key"});
  command.example("jumelage record proxy.json --key es-semara --key secretary", "one act with two signatures");
  command.example("jumelage record session.json --packet --key es-semara --key secretary",
                  "a whole session, each key signing once");
  command.example("jumelage record session.json --draft session.draft --key secretary --signer cci-chair",
                  "the chair signs elsewhere: jumelage sign session.draft --key chair");
  command.example("jumelage record session.draft", "what was passed round and is complete");
  command.example("jumelage record act.json --key secretary --dry-run", "only see what the rules would find");
  command.handler(running(run));
}

}  // namespace jumelage::tools
