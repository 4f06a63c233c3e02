#include <fmt/format.h>

#include "app/reading.h"
#include "app/rule_source.h"
#include "base/clock.h"
#include "base/text.h"
#include "commands/commands.h"
#include "governance/context.h"
#include "governance/models.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

constexpr std::size_t kMostVersions = 20;  // of one rule set; jumelage history has all

struct Output {
  cli::Table table{{{"rule set"},
                    {"version", cli::Align::kRight},
                    {"enacted by", cli::Align::kRight},
                    {"on"},
                    {"used by"},
                    {"title"}}};
  JsonOutput json;
  std::vector<std::string> shortened;  // whose older versions are left out
};

// The bodies whose sessions are called under that version.
std::vector<std::string> users_of(const Reading& reading, Number rules, std::uint32_t version) {
  std::vector<std::string> out;
  for (const Number body : bodies(reading.reg())) {
    const auto row = reading.state(body);
    if (!row) continue;
    const auto state = (**row).getBody();
    if (state.getDissolved() || state.getRuleSet() != rules || state.getRuleSetVersion() != version) continue;
    out.push_back(projection::slug_of(reading.reg(), body));
  }
  return out;
}

Result<void> add_version(const Reading& reading, Number number, const RuleVersion& version, Output& out) {
  JUMELAGE_TRY(const event::Entry entry, reading.snapshot.entry(EntryIndex{version.enacted}));
  const auto rules = version.rules();
  const std::int64_t at = entry.sealed.act().reader().getRecordedAt().getUtc();
  const std::string id = projection::slug_of(reading.reg(), number);
  const auto users = users_of(reading, number, rules.getVersion());
  const bool irregular = (*version.row).getIrregular();
  out.table.row({id, std::to_string(rules.getVersion()) + (irregular ? ", irregular" : ""),
                 fmt::format("#{}", version.enacted), minute_text(at).substr(0, 10),
                 users.empty() ? "nobody" : fmt::format("{}", fmt::join(users, ", ")), best_text(rules.getTitle())});
  if (irregular) out.table.tone(cli::Tone::kWarning);
  out.json.object().text("id", id).number("version", rules.getVersion()).number("enactedBy", version.enacted);
  out.json.text("enactedAt", format_utc(at)).text("title", best_text(rules.getTitle()));
  out.json.optional_text("model", view(rules.getModel())).list("bodies");
  for (const std::string& user : users) out.json.item(user);
  out.json.end().flag("irregular", irregular).end();
  return ok();
}

Result<void> add_rule_set(const Reading& reading, Number number, Output& out) {
  std::size_t count = 0;
  for (const RuleVersion& version : rule_versions(reading.reg(), number)) {
    if (++count > kMostVersions) {
      out.shortened.push_back(projection::slug_of(reading.reg(), number));
      break;
    }
    JUMELAGE_TRY(add_version(reading, number, version, out));
  }
  return ok();
}

void write_rest(const Reading& reading, const Page& page, Output& out) {
  out.json.end().list("olderVersionsOf");
  for (const std::string& id : out.shortened) out.json.item(id);
  out.json.end().list("models");
  for (const governance::Model& model : governance::models())
    out.json.object().text("name", model.name).text("description", model.description).end();
  out.json.end();
  write_next(reading.reg(), page, out.json);
}

std::string models_text(const Ui& ui) {
  cli::Table table({{"model"}, {"in short"}});
  for (const governance::Model& model : governance::models())
    table.row({fmt::format("model:{}", model.name), std::string(model.description)});
  return cli::heading("Models to begin with (no law: ask counsel)", ui.look) + table.render(ui.look);
}

std::string text_of(const Reading& reading, const Page& page, const Output& out, const Ui& ui) {
  std::string text;
  if (out.table.size() != 0) text = cli::heading("Rule sets of this ledger", ui.look) + out.table.render(ui.look);
  for (const std::string& id : out.shortened)
    text += fmt::format("\nOlder versions of {0}: jumelage history {0}\n", for_terminal(id));
  text += next_line(reading.reg(), page);
  return text + "\n" + models_text(ui) +
         "\nRead one: jumelage rules show RULES   adopt one: jumelage rules adopt --help\n";
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const Reading reading, open_reading_at(arguments, ui));
  JUMELAGE_TRY(Page page, Page::of(reading.reg(), arguments, SubjectKind::RULE_SET));
  fill_page(page, reading.reg(), {governance::kLedgerNumber}, SubjectKind::RULE_SET, [](Number) { return true; });
  Output out;
  out.json.object().list("ruleSets");
  for (const Number number : page.numbers()) {
    JUMELAGE_TRY(add_rule_set(reading, number, out));
  }
  write_rest(reading, page, out);
  print(ui.json() ? out.json.end().take() : text_of(reading, page, out, ui));
  return cli::kExitOk;
}

}  // namespace

void add_rules_list(cli::Command& parent) {
  auto& command = parent.add("list", "Lists the rule sets of the ledger, and the models to begin with");
  command.describe(
      "Each version stands where it was enacted, the newest first, with the bodies that run under it. A session keeps "
      "the version that it was called under. At most 20 versions of a rule set are listed; jumelage history ID has "
      "all.");
  add_size_option(command);
  add_page_options(command);
  command.example("jumelage rules list", "all of them");
  command.handler(running(run));
}

}  // namespace jumelage::tools
