#include <charconv>
#include <map>

#include <fmt/format.h>

#include "app/act_form.h"
#include "base/text.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

using Figures = std::map<std::string, std::uint64_t, std::less<>>;

// "es-semara-1=3,timbuktu-1=1,blank=1"
Result<Figures> figures_of(const std::string& word, const std::vector<std::string>& candidates) {
  Figures out;
  std::string_view rest = word;
  while (!rest.empty()) {
    const std::string_view part = rest.substr(0, rest.find(','));
    rest.remove_prefix(std::min(rest.size(), part.size() + 1));
    JUMELAGE_TRY(const auto pair, pair_of("round", part));
    const bool known = pair.first == "blank" || pair.first == "spoilt" ||
                       std::find(candidates.begin(), candidates.end(), pair.first) != candidates.end();
    std::uint64_t count = 0;
    const char* end = pair.second.data() + pair.second.size();
    const auto read = std::from_chars(pair.second.data(), end, count);
    if (!known || read.ec != std::errc() || read.ptr != end)
      return usage(fmt::format("--round {}: write a count for each candidate, and for blank and spoilt ballots",
                               for_terminal(word)));
    out[pair.first] = count;
  }
  return out;
}

std::string round_json(const Figures& figures, const std::vector<std::string>& candidates,
                       const std::vector<std::string>& participants) {
  const auto count = [&](std::string_view name) {
    const auto found = figures.find(name);
    return found == figures.end() ? 0 : found->second;
  };
  JsonOutput out;
  out.object().list("votes");
  for (const std::string& candidate : candidates) out.raw_item(std::to_string(count(candidate)));
  out.end().number("blank", count("blank")).number("spoilt", count("spoilt")).list("participants");
  for (const std::string& mandate : participants) out.item(mandate);
  return out.end().flag("secret", true).end().take();
}

void write_rounds(const cli::Arguments& arguments, ActForm& form) {
  const auto candidates = listed(arguments, "candidate");
  std::vector<std::string> rounds;
  for (const std::string& word : arguments.all("round")) {
    const auto figures = figures_of(word, candidates);
    if (!figures) {
      form.fail(figures.error());
      return;
    }
    rounds.push_back(round_json(figures.value(), candidates, listed(arguments, "participants")));
  }
  form.raw("rounds", fmt::format("[{}]", fmt::join(rounds, ", ")));
}

void fill(const cli::Arguments& arguments, ActForm& form) {
  const std::string& item = arguments.text("ITEM");
  form.text("id", arguments.maybe("id").value_or(item + "-election"));
  form.session(session_or_open(form.reg(), arguments.maybe("session")));
  form.id("item", "ITEM", SubjectKind::PROPOSAL).id("office", "office", SubjectKind::OFFICE);
  form.ids("candidates", "candidate", SubjectKind::MANDATE);
  write_rounds(arguments, form);
  form.option("rule", "rule").id("elected", "elected", SubjectKind::MANDATE);
  form.flag("tieDecided", arguments.flag("tie-decided"));
}

}  // namespace

void add_session_elect(cli::Command& parent) {
  auto& command = parent.add("elect", "Records an election by secret ballot, with the figures of every round");
  command.describe(
      "Who is elected under the rules is computed from the figures and shown beside who was announced. Who takes up "
      "the "
      "office then is an act of its own: jumelage office give. A public election, with everybody's ballot, is recorded "
      "from a file: jumelage schema electionRecorded.");
  command.positional({.name = "ITEM", .help = "the item of the agenda", .need = cli::Need::kRequired});
  command.option({.name = "candidate",
                  .value = "MANDATE,...",
                  .help = "who stands",
                  .need = cli::Need::kRequired,
                  .repeated = true});
  command.option({.name = "round",
                  .value = "MANDATE=N,...,blank=N",
                  .help = "the figures of a round; once for each, in order",
                  .need = cli::Need::kRequired,
                  .repeated = true});
  command.option({.name = "participants", .value = "MANDATE,...", .help = "who took part", .repeated = true});
  command.option({.name = "rule", .value = "ID", .help = "the election rule of the session's rule set"});
  command.option({.name = "office", .value = "ID", .help = "the office that is filled"});
  command.option({.name = "elected", .value = "MANDATE", .help = "as announced; otherwise: nobody"});
  command.option({.name = "tie-decided", .help = "as announced, the rule for ties decided"});
  command.option({.name = "session", .value = "ID", .help = "otherwise: the one that is open"});
  command.option({.name = "id", .value = "ID", .help = "otherwise: the item's id with -election"});
  add_act_options(command);
  command.example(
      "jumelage session elect chair-of-council --candidate timbuktu-1,vijayawada-1 --round "
      "timbuktu-1=3,vijayawada-1=1 --participants es-semara-1,timbuktu-1,vijayawada-1,expert-1 --rule chair --office "
      "cci-chair --elected timbuktu-1 --key es-semara --key secretary",
      "elected in the first round");
  command.handler(recording("electionRecorded", fill));
}

}  // namespace jumelage::tools
