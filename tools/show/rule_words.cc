#include "show/rule_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "show/rule_parts.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

using schema::RuleSet;

std::string publication_text(RuleSet::Publication publication) {
  switch (publication) {
    case RuleSet::Publication::NOT_REQUIRED: return "decisions need not be published";
    case RuleSet::Publication::REQUIRED: return "decisions must be published, but have force without it";
    case RuleSet::Publication::CONDITION_OF_FORCE: return "decisions have no force before they are published";
  }
  return words(decltype(publication){publication});
}

std::string fees_text(RuleSet::Reader rules) {
  return rules.getVotingNeedsFees() ? "who speaks for a member whose fees are due may not vote, and is not entitled"
                                    : "who speaks for a member whose fees are due may vote";
}

void add_identity(RuleSet::Reader rules, std::vector<RuleLine>& lines) {
  const std::string part = "rule set";
  lines.push_back({part, "id", std::string(view(rules.getId()))});
  lines.push_back({part, "version", std::to_string(rules.getVersion())});
  std::size_t count = 0;
  for (const auto title : rules.getTitle())
    lines.push_back({part, fmt::format("title {} ({})", ++count, view(title.getLanguage())),
                     fmt::format("{}, {}", one_line(view(title.getText())), words(title.getStanding()))});
  if (rules.hasModel()) lines.push_back({part, "made from", one_line(view(rules.getModel()))});
}

void add_sessions(RuleSet::Reader rules, std::vector<RuleLine>& lines) {
  lines.push_back({"calls to sessions", "notice", period_text(rules.getNotice()) + " before the session"});
  lines.push_back({"calls to sessions", "when urgent",
                   rules.hasUrgentNotice() ? period_text(rules.getUrgentNotice()) + " before the session"
                                           : "no notice is asked for"});
}

std::string step_text(schema::ClearanceStep::Reader step) {
  std::string out =
      fmt::format("{} of {}, {}", words(step.getKind()), one_line(view(step.getAuthority())), words(step.getStage()));
  if (step.hasParty()) out += fmt::format(", to be obtained by {}", view(step.getParty()));
  out += step.hasDeadline() ? fmt::format(", within {}", period_text(step.getDeadline())) : ", without a deadline";
  return out + fmt::format("; silence {}", words(step.getSilence()));
}

void add_decisions(RuleSet::Reader rules, std::vector<RuleLine>& lines) {
  lines.push_back({"decisions", "publication", publication_text(rules.getPublication())});
  lines.push_back({"decisions", "fees", fees_text(rules)});
  for (const auto step : rules.getClearances())
    lines.push_back({"decisions", fmt::format("clearance {}", view(step.getId())), step_text(step)});
}

const RuleLine* same_place(const std::vector<RuleLine>& lines, const RuleLine& wanted) {
  const auto found = std::ranges::find_if(
      lines, [&](const RuleLine& line) { return line.part == wanted.part && line.about == wanted.about; });
  return found == lines.end() ? nullptr : &*found;
}

}  // namespace

std::vector<RuleLine> rule_lines(RuleSet::Reader rules) {
  std::vector<RuleLine> lines;
  add_identity(rules, lines);
  add_quorum(rules.getQuorum(), lines);
  add_majorities(rules, lines);
  add_elections(rules.getElections(), lines);
  add_proxies(rules.getProxies(), lines);
  add_sessions(rules, lines);
  add_decisions(rules, lines);
  return lines;
}

std::vector<RuleDifference> rule_differences(RuleSet::Reader first, RuleSet::Reader second) {
  const auto was = rule_lines(first);
  const auto is = rule_lines(second);
  std::vector<RuleDifference> out;
  for (const RuleLine& line : was) {
    const RuleLine* other = same_place(is, line);
    const std::string text = other == nullptr ? std::string() : other->text;
    if (text != line.text) out.push_back({line.part, line.about, line.text, text});
  }
  for (const RuleLine& line : is)
    if (same_place(was, line) == nullptr) out.push_back({line.part, line.about, "", line.text});
  return out;
}

}  // namespace jumelage::tools
