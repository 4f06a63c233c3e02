#include <fmt/format.h>

#include "app/json_output.h"
#include "app/key_folder.h"
#include "app/reading.h"
#include "app/ui.h"
#include "base/hex.h"
#include "base/text.h"
#include "commands/commands.h"
#include "governance/context.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

std::string json_of(const KeyFolder& folder, const KeyFolder::Listing& listing) {
  JsonOutput out;
  out.object().list("keys");
  for (const NamedKey& key : listing.keys) {
    out.object().text("name", key.name).text("id", to_hex(key.id.view()));
    out.flag("hasPrivatePart", folder.has_private_part(key.name)).end();
  }
  out.end();
  if (!listing.faults.empty()) {
    out.list("faults");
    for (const Error& fault : listing.faults)
      out.object().text("code", fault.code()).text("message", fault.message()).end();
    out.end();
  }
  return out.end().take();
}

// The first entries that it may sign, and no longer.
std::string validity_text(schema::KeyState::Reader key) {
  if (key.getRevokedAt() == governance::kNever) return fmt::format("from #{} on", key.getValidFrom());
  return fmt::format("from #{}, until #{}", key.getValidFrom(), key.getRevokedAt());
}

std::string revocation_text(schema::KeyState::Reader key) {
  if (key.getRevokedAt() == governance::kNever) return {};
  std::string text = "revoked: " + words(key.getReason());
  if (key.getCompromisedSince() != governance::kNever)
    text += fmt::format(", disputed since #{}", key.getCompromisedSince());
  return text;
}

void add_enrolled(const Register& reg, Number number, cli::Table& table, JsonOutput& out) {
  const auto row = row_of(reg, number);
  const auto key = (*row).getKey();
  const std::string holder = projection::slug_of(reg, key.getHolder());
  const std::string id = to_hex(bytes_of(key.getKey()));
  table.row({id.substr(0, 16), holder, words(key.getPurpose()), validity_text(key), revocation_text(key)});
  if (key.getRevokedAt() != governance::kNever) table.tone(cli::Tone::kFaint);
  out.object().text("id", id).text("holder", holder).text("purpose", words(key.getPurpose()));
  out.number("validFrom", key.getValidFrom());
  if (key.getRevokedAt() != governance::kNever)
    out.number("revokedAt", key.getRevokedAt()).text("reason", words(key.getReason()));
  if (key.getCompromisedSince() != governance::kNever) out.number("compromisedSince", key.getCompromisedSince());
  out.end();
}

// Whoever may hold keys: members, for their nodes and administrators, and mandates; or the one asked for.
Result<std::vector<Number>> holders(const Register& reg, const std::optional<std::string>& id) {
  if (id) {
    JUMELAGE_TRY(const Number holder, find_any(reg, *id));
    return std::vector<Number>{holder};
  }
  auto out = children_of(reg, governance::kLedgerNumber, SubjectKind::MEMBER);
  for (const Number body : bodies(reg))
    for (const Number mandate : children_of(reg, body, SubjectKind::MANDATE)) out.push_back(mandate);
  return out;
}

Result<int> list_enrolled(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const Reading reading, open_reading_at(arguments, ui));
  const Register& reg = reading.reg();
  JUMELAGE_TRY(Page page, Page::of(reg, arguments, SubjectKind::KEY));
  JUMELAGE_TRY(const auto of, holders(reg, arguments.maybe("holder")));
  const bool valid_only = arguments.flag("valid");
  const std::uint64_t next = reading.snapshot.size().value;
  fill_page(page, reg, of, SubjectKind::KEY, [&](Number number) {
    const auto row = row_of(reg, number);
    const auto key = (*row).getKey();
    return !valid_only || (key.getValidFrom() <= next && next < key.getRevokedAt());
  });
  cli::Table table({{"id"}, {"holder"}, {"purpose"}, {"may sign"}, {""}});
  JsonOutput out;
  out.object().list("keys");
  for (const Number number : page.numbers()) add_enrolled(reg, number, table, out);
  out.end();
  write_next(reg, page, out);
  if (ui.json()) {
    print(out.end().take());
  } else {
    print(page.numbers().empty() ? "No such keys.\n" : table.render(ui.look) + next_line(reg, page));
  }
  return cli::kExitOk;
}

Result<int> list_folder(const Ui& ui) {
  const KeyFolder folder(ui.globals.keys);
  JUMELAGE_TRY(const auto listing, folder.list());
  const int code = listing.faults.empty() ? cli::kExitOk : cli::kExitFinding;
  if (ui.json()) {
    print(json_of(folder, listing));
    return code;
  }
  if (listing.keys.empty() && listing.faults.empty()) {
    print(fmt::format("No keys in {}. Make one: jumelage key new NAME\n", for_terminal(folder.path().string())));
    return cli::kExitOk;
  }
  cli::Table table({{"name"}, {"private part"}, {"id"}});
  for (const NamedKey& key : listing.keys)
    table.row({key.name, folder.has_private_part(key.name) ? "yes" : "no", to_hex(key.id.view())});
  print(table.render(ui.look));
  for (const Error& fault : listing.faults)
    print(fmt::format("{} {}\n", ui.tone("Not readable:", cli::Tone::kBad), fault.message()));
  return code;
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  if (arguments.flag("enrolled") || arguments.has("holder") || arguments.flag("valid"))
    return list_enrolled(arguments, ui);
  return list_folder(ui);
}

}  // namespace

void add_key_list(cli::Command& parent) {
  auto& command = parent.add("list", "Lists the keys of the key folder, or those of the ledger");
  command.describe(
      "Without options, the keys in the folder. With --enrolled, --holder or --valid, the keys that the ledger knows, "
      "and from which entry of the log to which each may sign: what a key signed is judged by its place in the log.");
  command.option({.name = "enrolled", .help = "the keys enrolled in the ledger"});
  command.option({.name = "holder", .value = "ID", .help = "only those of this mandate or member"});
  command.option({.name = "valid", .help = "only those that may sign the next entry"});
  add_size_option(command);
  add_page_options(command);
  command.example("jumelage key list", "whose keys are here");
  command.example("jumelage key list --holder secretary-1", "with which keys the secretary may sign");
  command.handler(running(run));
}

}  // namespace jumelage::tools
