#include <fmt/format.h>

#include "app/reading.h"
#include "app/tool_error.h"
#include "base/text.h"
#include "cli/nearest.h"
#include "commands/commands.h"
#include "event/field_rules.h"
#include "event/json.h"
#include "governance/context.h"
#include "projection/eligibility.h"
#include "show/signing_roles.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

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

struct Line {
  std::string mandate, roles, obstacle;
  std::size_t keys = 0;
  bool may_sign() const { return obstacle.empty(); }
};

Line line_of(const Register& reg, const Signatory& signatory, const SigningRoles& roles) {
  Line line{projection::slug_of(reg, signatory.mandate), roles.of(signatory), signatory.obstacle,
            signatory.keys.size()};
  if (line.obstacle.empty() && line.roles.empty()) line.obstacle = roles.why_none(signatory);
  return line;
}

// A key that signs for a member, and not for a mandate.
struct MemberKey {
  std::string member, as, key;
};

std::vector<MemberKey> member_keys(const Register& reg, const SigningRoles& roles) {
  std::vector<MemberKey> out;
  const auto row = row_of(reg, governance::kLedgerNumber);
  const auto state = (*row).getLedger();
  if (roles.asks_for("ADM"))
    for (const auto each : state.getAdministration().getAdministrators())
      out.push_back({std::string(view(each.getMember())), "administrator", short_hex(bytes_of(each.getKey()))});
  if (roles.asks_for("witness"))
    for (const auto each : state.getFinality().getWitnesses())
      out.push_back({std::string(view(each.getMember())), "witness", short_hex(bytes_of(each.getKey()))});
  return out;
}

// How many of the administrators it takes, and what stands in for them.
std::string quorum_note(const Register& reg) {
  const auto row = row_of(reg, governance::kLedgerNumber);
  const auto administration = (*row).getLedger().getAdministration();
  std::string out =
      fmt::format("ADM: the administrators of {} sign together", counted(administration.getQuorum(), "member"));
  if (administration.getRecoveryQuorum() != 0)
    out += fmt::format(", or {} of {} in their place", administration.getRecoveryQuorum(),
                       counted(administration.getRecovery().size(), "recovery key"));
  return out + ".\n";
}

std::string json_of(const std::string& kind, const std::string& signers, const std::vector<Line>& lines,
                    const std::vector<MemberKey>& keys) {
  JsonOutput out;
  out.object().text("kind", kind).text("signers", signers).list("mandates");
  for (const Line& line : lines) {
    out.object().text("mandate", line.mandate).flag("maySign", line.may_sign()).optional_text("as", line.roles);
    out.number("keys", line.keys).optional_text("whyNot", line.obstacle).end();
  }
  out.end().list("memberKeys");
  for (const MemberKey& each : keys)
    out.object().text("member", each.member).text("as", each.as).text("key", each.key).end();
  return out.end().end().take();
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  const std::string& kind = arguments.text("KIND");
  JUMELAGE_TRY(const std::string signers, signers_of(kind));
  JUMELAGE_TRY(const Reading reading, open_reading(arguments, ui));
  const Register& reg = reading.reg();
  JUMELAGE_TRY(const Number body, subject_option(reg, arguments, "body", SubjectKind::BODY));
  const auto where = body == 0 ? bodies(reg) : std::vector<Number>{body};
  const SigningRoles roles(reg, signers, where, reading.day);
  std::vector<Line> lines;
  for (const Signatory& each : projection::signatories(reg, where, reading.day, reading.snapshot.size().value))
    lines.push_back(line_of(reg, each, roles));
  const auto keys = member_keys(reg, roles);
  if (ui.json()) {
    print(json_of(kind, signers, lines, keys));
    return cli::kExitOk;
  }
  cli::Table table({{"mandate or member"}, {"may sign"}, {"as, or why not"}});
  for (const Line& line : lines) {
    table.row({line.mandate, line.may_sign() ? "yes" : "no", line.may_sign() ? line.roles : line.obstacle});
    if (!line.may_sign()) table.tone(cli::Tone::kFaint);
  }
  for (const MemberKey& each : keys) table.row({each.member, "yes", fmt::format("{}, with key {}", each.as, each.key)});
  print(fmt::format("{} is signed by: {}\n\n", for_terminal(kind), for_terminal(signers)));
  print(table.render(ui.look));
  if (roles.asks_for("ADM")) print("\n" + quorum_note(reg));
  if (roles.asks_for("itself")) print("The key that is enrolled signs too, to show that it is held.\n");
  return cli::kExitOk;
}

}  // namespace

void add_may_sign(cli::Command& parent) {
  auto& command = parent.add("sign", "Who may sign a kind of act, and why the others may not");
  command.describe(
      "By default: a rule set may ask for others. Where the act names an agreement, a project, a proposal or a "
      "delegation, it is said of which that go on somebody may sign it. "
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
