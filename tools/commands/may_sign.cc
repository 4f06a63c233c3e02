#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/reading.h"
#include "app/tool_error.h"
#include "base/text.h"
#include "cli/nearest.h"
#include "commands/commands.h"
#include "event/field_rules.h"
#include "event/json.h"
#include "projection/eligibility.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

using Office = schema::OfficeChanged::Kind;
using projection::Signatory;

// "CH+SEC", "MEM or holder": the words of the schema for who signs a kind of act (docs/acts.md).
Result<std::string> signers_of(const std::string& kind) {
  std::vector<std::string> names;
  for (const auto field : capnp::Schema::from<schema::Act>().getUnionFields()) {
    names.emplace_back(event::name_of(field));
    if (names.back() == kind) return std::string(event::rules_of(field).signers);
  }
  const std::string meant = cli::nearest(kind, names);
  return Error(ToolError::kNotFound,
               fmt::format("there is no kind of act \"{}\"{}; see all of them: jumelage schema", for_terminal(kind),
                           meant.empty() ? "" : ". Did you mean \"" + meant + "\"?"));
}

bool has_word(std::string_view signers, std::string_view word) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  for (std::size_t at = signers.find(word); at != std::string_view::npos; at = signers.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool whole = (at == 0 || !is_letter(signers[at - 1])) && (end == signers.size() || !is_letter(signers[end]));
    if (whole) return true;
  }
  return false;
}

std::string_view word_of(Office office) {
  switch (office) {
    case Office::CHAIR:
    case Office::VICE_CHAIR: return "CH";
    case Office::SECRETARY:
    case Office::DEPUTY_SECRETARY:
    case Office::SESSION_SECRETARY: return "SEC";
    case Office::DATA_PROTECTION_OFFICER: return "DPO";
  }
  return "";
}

// Who a mandate is for acts that name somebody: whether it is the one named, only the act itself can tell.
constexpr std::array<std::string_view, 7> kNamedInTheAct = {"holder", "owner",     "delegate", "sponsor",
                                                            "lead",   "principal", "party"};

// "SEC as cci-secretary", "MEM for timbuktu"; empty: nothing that the kind asks for.
std::string roles_of(const Register& reg, const Signatory& signatory, std::string_view signers) {
  std::string out;
  const auto add = [&](const std::string& role) { out += (out.empty() ? "" : ", ") + role; };
  for (const Number office : signatory.offices) {
    const std::string_view word = word_of((*row_of(reg, office)).getOffice().getKind());
    if (has_word(signers, word)) add(fmt::format("{} as {}", word, projection::slug_of(reg, office)));
  }
  const auto row = row_of(reg, signatory.mandate);
  const auto mandate = (*row).getMandate();
  if (has_word(signers, "MEM") && mandate.getMember() != 0)
    add("MEM for " + projection::slug_of(reg, mandate.getMember()));
  if (has_word(signers, "EXP") && mandate.getKind() == schema::MandateGranted::Kind::LEGAL_EXPERT) add("EXP");
  for (const std::string_view word : kNamedInTheAct)
    if (has_word(signers, word)) add(fmt::format("{} if the act names it so", word));
  return out;
}

struct Line {
  std::string mandate, roles, obstacle;
  std::size_t keys = 0;
  bool may_sign() const { return obstacle.empty(); }
};

Line line_of(const Register& reg, const Signatory& signatory, std::string_view signers) {
  Line line{projection::slug_of(reg, signatory.mandate), roles_of(reg, signatory, signers), signatory.obstacle,
            signatory.keys.size()};
  if (line.obstacle.empty() && line.roles.empty())
    line.obstacle = fmt::format("holds nothing of what such an act asks for ({})", signers);
  return line;
}

std::string json_of(const std::string& kind, const std::string& signers, const std::vector<Line>& lines) {
  JsonOutput out;
  out.object().text("kind", kind).text("signers", signers).list("mandates");
  for (const Line& line : lines) {
    out.object().text("mandate", line.mandate).flag("maySign", line.may_sign()).optional_text("as", line.roles);
    out.number("keys", line.keys).optional_text("whyNot", line.obstacle).end();
  }
  return out.end().end().take();
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  const std::string& kind = arguments.text("KIND");
  JUMELAGE_TRY(const std::string signers, signers_of(kind));
  JUMELAGE_TRY(const Reading reading, open_reading(arguments, ui));
  const Register& reg = reading.reg();
  JUMELAGE_TRY(const Number body, subject_option(reg, arguments, "body", SubjectKind::BODY));
  const auto where = body == 0 ? bodies(reg) : std::vector<Number>{body};
  std::vector<Line> lines;
  for (const Signatory& each : projection::signatories(reg, where, reading.day, reading.snapshot.size().value))
    lines.push_back(line_of(reg, each, signers));
  if (ui.json()) {
    print(json_of(kind, signers, lines));
    return cli::kExitOk;
  }
  cli::Table table({{"mandate"}, {"may sign"}, {"as, or why not"}});
  for (const Line& line : lines) {
    table.row({line.mandate, line.may_sign() ? "yes" : "no", line.may_sign() ? line.roles : line.obstacle});
    if (!line.may_sign()) table.tone(cli::Tone::kFaint);
  }
  print(fmt::format("{} is signed by: {}\n\n", for_terminal(kind), for_terminal(signers)));
  print(table.render(ui.look));
  if (has_word(signers, "ADM")) print("\nADM: the key administrators' quorum; who they are: jumelage show ledger\n");
  return cli::kExitOk;
}

}  // namespace

void add_may_sign(cli::Command& parent) {
  auto& command = parent.add("sign", "Who may sign a kind of act, and why the others may not");
  command.describe(
      "By default: a rule set may ask for others, and an act names whose member, mandate or project it is about. "
      "What counts in the end the rules say of the act itself: record it with --dry-run.");
  command.positional(
      {.name = "KIND", .help = "such as sessionOpened; all of them: jumelage schema", .need = cli::Need::kRequired});
  command.option({.name = "body", .value = "ID", .help = "only the mandates of this body"});
  add_time_options(command);
  command.example("jumelage may sign sessionOpened", "who can open a session");
  command.example("jumelage may sign agreementApproved --as-of 2026-12-31", "who can on a day");
  command.handler(running(run));
}

}  // namespace jumelage::tools
