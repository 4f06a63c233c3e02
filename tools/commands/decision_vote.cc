#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "app/act_options.h"
#include "app/lookup.h"
#include "app/standing_vote.h"
#include "app/tool_error.h"
#include "base/text.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

struct Choice {
  const char* option;
  const char* json;
  const char* help;
};
constexpr Choice kChoices[] = {{"for", "for", "who voted for"},
                               {"against", "against", "who voted against"},
                               {"abstain", "abstain", "who abstained"},
                               {"blank", "blank", "whose ballot was blank"},
                               {"spoilt", "spoilt", "whose ballot cannot be counted"},
                               {"not-taking-part", "notTakingPart", "who was there and did not vote"},
                               {"not-there", "absent", "who was not there"},
                               {"recused", "recused", "who withdrew because of an interest"}};
constexpr const char* kTallied[] = {"for",    "against",       "abstain", "blank",
                                    "spoilt", "notTakingPart", "present", "inExercise"};

using Counts = std::map<std::string, std::uint32_t>;

Result<Counts> tally_of(const cli::Arguments& arguments) {
  Counts out;
  for (const std::string& word : listed(arguments, "tally")) {
    JUMELAGE_TRY(const auto pair, pair_of("tally", word));
    const auto known = std::ranges::any_of(kTallied, [&](const char* name) { return pair.first == name; });
    std::uint32_t count = 0;
    const char* end = pair.second.data() + pair.second.size();
    const auto read = std::from_chars(pair.second.data(), end, count);
    if (!known || read.ec != std::errc() || read.ptr != end)
      return Error(ToolError::kUsage, fmt::format("--tally {}: write a count for one of {}", for_terminal(word),
                                                  fmt::join(kTallied, ", ")));
    out[pair.first] = count;
  }
  return out;
}

// What is not said is unknown where nothing follows from it; blank and spoilt ballots and the like that are not said
// were none.
void write_tally(const Counts& counts, JsonOutput& out) {
  if (counts.empty()) return;
  out.object("tally");
  for (const char* name : kTallied) {
    const auto count = counts.find(name);
    const bool figure = std::string_view(name) == "present" || std::string_view(name) == "inExercise";
    if (count == counts.end() && figure) {
      out.text(name, "unknown");
    } else {
      out.number(name, count == counts.end() ? 0 : count->second);
    }
  }
  out.end();
}

void write_ballots(const cli::Arguments& arguments, const std::map<std::string, std::string>& cast_by,
                   JsonOutput& out) {
  out.list("ballots");
  for (const Choice& choice : kChoices)
    for (const std::string& mandate : listed(arguments, choice.option)) {
      const auto by = cast_by.find(mandate);
      out.object().text("mandate", mandate).text("choice", choice.json);
      out.optional_text("castBy", by == cast_by.end() ? "" : by->second).end();
    }
  out.end();
}

Result<void> check_named_once(const cli::Arguments& arguments) {
  std::set<std::string> seen;
  for (const Choice& choice : kChoices)
    for (const std::string& mandate : listed(arguments, choice.option))
      if (!seen.insert(mandate).second)
        return Error(ToolError::kUsage, fmt::format("{} votes twice; each has one ballot", for_terminal(mandate)));
  if (arguments.flag("secret") && !seen.empty())
    return Error(ToolError::kUsage, "a secret vote names nobody's choice; give --tally, and --participants");
  return ok();
}

Result<Made> make(const cli::Arguments& arguments, const Register& reg) {
  JUMELAGE_TRY(check_named_once(arguments));
  JUMELAGE_TRY(const Counts tally, tally_of(arguments));
  std::map<std::string, std::string> cast_by;
  for (const std::string& word : listed(arguments, "cast-by")) {
    JUMELAGE_TRY(auto pair, pair_of("cast-by", word));
    cast_by.insert(std::move(pair));
  }
  JUMELAGE_TRY(const Number item, find(reg, arguments.text("ITEM"), SubjectKind::PROPOSAL));
  const auto row = row_of(reg, item);
  const auto state = (*row).getProposal();
  const std::string session = arguments.maybe("session").value_or(projection::slug_of(reg, state.getSession()));
  const bool again = arguments.flag("replace");
  const auto standing = again ? standing_vote(reg, item) : std::nullopt;
  if (again && !standing)
    return Error(ToolError::kUsage, fmt::format("no vote on {} is recorded that this one could take the place of",
                                                for_terminal(arguments.text("ITEM"))));
  const std::uint64_t next = again ? state.getRounds() : state.getRounds() + 1U;
  const std::uint64_t round = arguments.has("round") ? arguments.number("round") : next;
  const std::string json = act_json(arguments, "voteRecorded", [&](JsonOutput& out) {
    out.text("item", arguments.text("ITEM")).optional_text("session", session).number("round", round);
    if (standing) out.raw("replaces", standing->ref);
    out.optional_text("majority", arguments.maybe("rule").value_or(""));
    out.text("mode", arguments.flag("secret") ? "secret" : arguments.text("mode"));
    write_ballots(arguments, cast_by, out);
    write_tally(tally, out);
    out.list("participants");
    for (const std::string& mandate : listed(arguments, "participants")) out.item(mandate);
    out.end().optional_text("presiderChoice", arguments.maybe("casting-vote").value_or(""));
    out.flag("castingVoteUsed", arguments.has("casting-vote")).text("announced", arguments.text("announced"));
  });
  return Made{json};
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  return record_made(arguments, ui, [&](const ledger::Snapshot& now) { return make(arguments, now.reg()); });
}

}  // namespace

void add_decision_vote(cli::Command& parent) {
  auto& command = parent.add("vote", "Records a vote on an item");
  command.describe(
      "What was announced is recorded as it was. The outcome under the rules is computed from the ballots and shown "
      "beside it with its arithmetic; when the two differ, the vote is marked as irregular.");
  command.positional({.name = "ITEM", .help = "the proposal voted on", .need = cli::Need::kRequired});
  for (const Choice& choice : kChoices)
    command.option({.name = choice.option, .value = "MANDATE,...", .help = choice.help, .repeated = true});
  command.option({.name = "cast-by",
                  .value = "MANDATE=HOLDER,...",
                  .help = "ballots cast by a proxy's holder or an alternate",
                  .repeated = true});
  command.option({.name = "announced",
                  .value = "OUTCOME",
                  .help = "what the presider announced",
                  .need = cli::Need::kRequired,
                  .choices = {"adopted", "rejected", "tied", "inquorate", "notAnnounced"}});
  command.option({.name = "secret", .help = "a secret vote: only its figures are recorded"});
  command.option(
      {.name = "tally", .value = "for=N,against=N,...", .help = "the figures as announced", .repeated = true});
  command.option(
      {.name = "participants", .value = "MANDATE,...", .help = "who took part in a secret vote", .repeated = true});
  command.option({.name = "session", .value = "ID", .help = "otherwise: the session whose agenda the item is on"});
  command.option({.name = "round", .value = "N", .help = "otherwise: the next", .range = cli::Range{1, 65535}});
  command.option({.name = "replace", .help = "the record of the last vote on it was wrong: this one takes its place"});
  command.option({.name = "mode",
                  .value = "MODE",
                  .help = "how it was taken",
                  .fallback = "showOfHands",
                  .choices = {"showOfHands", "rollCall", "electronic", "written", "acclamation", "unknown"}});
  command.option({.name = "rule",
                  .value = "MAJORITY",
                  .help = "a majority of the rule set; otherwise: the one that the matter asks for"});
  command.option({.name = "casting-vote",
                  .value = "CHOICE",
                  .help = "the presider used a casting vote, this way",
                  .choices = {"for", "against"}});
  add_act_options(command);
  command.example(
      "jumelage decision vote twinning-charter --for es-semara-1,vijayawada-1 --abstain expert-1 --announced adopted "
      "--key es-semara --key secretary",
      "a show of hands");
  command.example(
      "jumelage decision vote water-project --secret --tally for=2,against=1 --participants "
      "es-semara-1,timbuktu-1,expert-1 --announced adopted --key es-semara --key secretary",
      "a secret ballot");
  command.example(
      "jumelage decision vote twinning-charter --replace --for es-semara-1,vijayawada-1,expert-1 "
      "--announced adopted --key es-semara --key secretary",
      "the record was wrong: as it really was");
  command.handler(running(run));
}

}  // namespace jumelage::tools
