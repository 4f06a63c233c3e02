#include <fmt/format.h>

#include <algorithm>

#include "app/json_output.h"
#include "app/tool_error.h"
#include "app/ui.h"
#include "base/text.h"
#include "cli/nearest.h"
#include "commands/commands.h"
#include "event/field_rules.h"
#include "event/json.h"

namespace jumelage::tools {
namespace {

struct KindInfo {
  std::string name;
  std::string signers;
};

std::vector<KindInfo> catalogue() {
  std::vector<KindInfo> out;
  for (const auto field : capnp::Schema::from<schema::Act>().getUnionFields()) {
    out.push_back({std::string(event::name_of(field)), std::string(event::rules_of(field).signers)});
  }
  return out;
}

std::string json_of(const std::vector<KindInfo>& kinds) {
  JsonOutput out;
  out.object().list("kinds");
  for (const KindInfo& kind : kinds) out.object().text("kind", kind.name).text("signers", kind.signers).end();
  return out.end().end().take();
}

Result<int> list(const Ui& ui) {
  const auto kinds = catalogue();
  if (ui.json()) {
    print(json_of(kinds));
    return cli::kExitOk;
  }
  cli::Table table({{"kind"}, {"signed by"}});
  for (const KindInfo& kind : kinds) table.row({kind.name, kind.signers});
  print(table.render(ui.look));
  print(
      "\nSEC secretary, CH chair, MEM a mandate of that member, EXP a legal expert, DPO data-protection officer, ADM "
      "the\nkey administrators' quorum. How a kind is written: jumelage schema KIND\n");
  return cli::kExitOk;
}

Error no_such_kind(const std::string& wanted) {
  std::vector<std::string> names;
  for (const KindInfo& kind : catalogue()) names.push_back(kind.name);
  const std::string meant = cli::nearest(wanted, names);
  return {ToolError::kNotFound,
          fmt::format("there is no kind of act \"{}\"{}; see all of them: jumelage schema", for_terminal(wanted),
                      meant.empty() ? "" : ". Did you mean \"" + meant + "\"?")};
}

// Comments stand on lines of their own.
std::string without_comments(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    const std::string_view line = text.substr(0, end);
    if (!line.substr(std::min(line.find_first_not_of(' '), line.size())).starts_with("//")) out += line;
    text.remove_prefix(end);
  }
  return out;
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  const auto kind = arguments.maybe("KIND");
  if (!kind) return list(ui);
  const std::string text = event::json_template(*kind);
  if (text.empty()) return no_such_kind(*kind);
  print(ui.json() ? without_comments(text) : text);
  return cli::kExitOk;
}

}  // namespace

void add_schema(cli::Command& parent) {
  auto& command = parent.add("schema", "Lists the kinds of acts, or prints how one is written");
  command.describe(
      "With KIND, prints an act of that kind as JSON with every field, its type and bounds as comments. Take the "
      "comments out before recording it: JSON has none. With --json they are left out.");
  command.positional({.name = "KIND", .help = "such as sessionOpened"});
  command.example("jumelage schema", "all kinds, and who signs them");
  command.example("jumelage schema proxyGranted", "how one kind is written");
  command.example("jumelage schema proxyGranted --json > proxy.json", "a file to start from");
  command.handler(running(run));
}

}  // namespace jumelage::tools
