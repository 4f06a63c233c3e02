#include <fmt/format.h>

#include "app/act_form.h"
#include "app/json_fields.h"
#include "app/rule_source.h"
#include "app/tool_error.h"
#include "base/text.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

std::uint32_t next_version(const Register& reg, const std::string& id) {
  const auto subject = projection::find_subject(reg, id);
  if (!subject || subject->kind != SubjectKind::RULE_SET) return 1;  // another kind: the rules refuse it
  const auto row = row_of(reg, subject->number);
  return (*row).getRuleSet().getVersion() + 1;
}

Result<void> edit(const cli::Arguments& arguments, rapidjson::Document& rules) {
  for (const std::string& word : arguments.all("set")) {
    JUMELAGE_TRY(const auto field, pair_of("set", word));
    JUMELAGE_TRY(set_field(rules, field.first, field.second));
  }
  for (const std::string& path : arguments.all("remove")) {
    JUMELAGE_TRY(remove_field(rules, path));
  }
  return ok();
}

// What --title says, as the JSON of a rule set's titles.
Result<std::string> titles_json(const cli::Arguments& arguments) {
  JUMELAGE_TRY(check_titles(arguments));
  JsonOutput out;
  write_titles(arguments, out.object());
  rapidjson::Document written;
  written.Parse(out.end().take().c_str());
  return json_of(written["title"]);
}

// The rule set as it is to be enacted: what --from names, edited, in the next version of the id.
Result<std::string> rules_json(const cli::Arguments& arguments, const Register& reg) {
  const std::string& id = arguments.text("ID");
  JUMELAGE_TRY(const RuleSetValue source, rules_of(&reg, arguments.maybe("from").value_or(id)));
  rapidjson::Document rules;
  rules.Parse(source.json().c_str());
  JUMELAGE_TRY(edit(arguments, rules));
  JUMELAGE_TRY(set_field(rules, "id", id));
  JUMELAGE_TRY(set_field(rules, "version", std::to_string(next_version(reg, id))));
  if (arguments.has("title")) {
    JUMELAGE_TRY(const std::string titles, titles_json(arguments));
    JUMELAGE_TRY(set_field(rules, "title", titles));
  }
  JUMELAGE_TRY(const RuleSetValue checked, rule_set_from_json(json_of(rules), "the rule set"));
  return checked.json();
}

void fill(const cli::Arguments& arguments, ActForm& form) {
  const bool changes =
      arguments.has("from") || arguments.has("set") || arguments.has("remove") || arguments.has("title");
  if (!changes) {
    form.fail(usage("say what the rules are to be: --from model:NAME, file:PATH or ID@VERSION, or --set FIELD=VALUE"));
    return;
  }
  const auto rules = rules_json(arguments, form.reg());
  if (!rules) {
    form.fail(rules.error());
    return;
  }
  form.raw("ruleSet", rules.value()).id("decision", "decision", SubjectKind::DECISION);
}

}  // namespace

void add_rules_adopt(cli::Command& parent) {
  auto& command = parent.add("adopt", "Enacts a rule set, or the next version of one");
  command.describe(
      "The rules are those of --from, with what --set and --remove change. Chair and secretary sign. Nothing else "
      "changes yet: a body goes on under the version that it had until jumelage body change BODY --rules ID, and a "
      "session keeps the one that it was called under.\n\n"
      "FIELD is the field's path in the JSON form, as jumelage rules show RULES --json prints it; items of lists are "
      "counted from 0, and the number after the last one adds an item.");
  command.positional({.name = "ID",
                      .help = "the rule set's id, such as cci-rules; a new one, or that of one that is there",
                      .need = cli::Need::kRequired});
  command.option({.name = "from",
                  .value = "RULES",
                  .help = "model:NAME, file:PATH, ID or ID@VERSION; otherwise: the newest version of ID"});
  command.option({.name = "set", .value = "FIELD=VALUE", .help = "what a field is to say", .repeated = true});
  command.option({.name = "remove", .value = "FIELD", .help = "a field or item that is to go", .repeated = true});
  add_title_options(command, cli::Need::kOptional);
  command.option({.name = "decision", .value = "ID", .help = "the adopted decision that enacts it"});
  add_act_options(command);
  command.example(
      "jumelage rules adopt cci-rules --set notice.count=10 --set proxies.perHolder=2 --decision new-rules-decision "
      "--key es-semara --key secretary",
      "the next version, with a shorter notice and two proxies a holder");
  command.example(
      "jumelage rules adopt committee-rules --from model:two-thirds-present --title fr=\"Règlement des commissions\" "
      "--key es-semara --key secretary",
      "a new rule set made from a model");
  command.example("jumelage rules adopt cci-rules --from file:rules.json --key es-semara --key secretary --dry-run",
                  "see first what would be found");
  command.handler(recording("ruleSetEnacted", fill));
}

}  // namespace jumelage::tools
