// What changes about a member: profile, fees and voting right; suspended and reinstated; gone, by itself or not.
#include "app/act_form.h"
#include "app/member_profile.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

using Standing = schema::MemberChanged::Standing;

struct Change {
  const char* command;
  const char* standing;
  const char* summary;
  const char* who;  // signs
  const char* keys;
};
constexpr Change kChanges[] = {
    {"suspend", "suspended", "Suspends a member: those who sit for it may not vote for the time being",
     "Needs an adopted decision; chair and secretary sign.",
     "--decision timbuktu-standing-decision --key es-semara --key secretary"},
    {"reinstate", "active", "Ends a member's suspension", "Needs an adopted decision; chair and secretary sign.",
     "--decision timbuktu-standing-decision --key es-semara --key secretary"},
    {"withdraw", "withdrawn", "Records that a member leaves by itself, which ends its mandates",
     "The member signs, with chair and secretary.", "--key es-semara --key secretary --key timbuktu=timbuktu-1"},
    {"exclude", "excluded", "Records that a member was made to leave, which ends its mandates",
     "Needs an adopted decision; chair and secretary sign.",
     "--decision timbuktu-standing-decision --key es-semara --key secretary"}};

std::string standing_text(Standing standing) {
  switch (standing) {
    case Standing::ACTIVE: return "active";
    case Standing::SUSPENDED: return "suspended";
    case Standing::WITHDRAWN: return "withdrawn";
    case Standing::EXCLUDED: return "excluded";
    case Standing::SUCCEEDED: return "succeeded";
  }
  return "active";
}

struct Now {
  std::string standing = "active";
  bool voting_right = true;
  bool fees_in_order = true;
};
Now now_of(const Register& reg, std::string_view id) {
  const auto known = projection::find_subject(reg, id);
  if (!known || known->kind != SubjectKind::MEMBER) return {};
  const auto row = row_of(reg, known->number);
  const auto state = (*row).getMember();
  return {standing_text(state.getStanding()), state.getVotingRight(), state.getFeesInOrder()};
}

// Of a pair of flags: the first one given, the second, or as it was.
bool either(const cli::Arguments& arguments, const char* yes, const char* no, bool before) {
  if (arguments.flag(yes)) return true;
  return arguments.flag(no) ? false : before;
}

cli::Command& add(cli::Command& parent, const char* name, const char* summary, const char* who) {
  auto& command = parent.add(name, summary);
  command.describe(who);
  command.positional({.name = "MEMBER", .help = "the member's id", .need = cli::Need::kRequired});
  command.option({.name = "reason", .value = "TEXT", .help = "why", .need = cli::Need::kRequired});
  command.option({.name = "decision", .value = "ID", .help = "the adopted decision that this carries out"});
  return command;
}

void write_end(const cli::Arguments& arguments, ActForm& form) {
  form.option("reason", "reason").id("decision", "decision", SubjectKind::DECISION);
  form.may_be_attested(arguments.text("MEMBER"));
}

void change(const cli::Arguments& arguments, ActForm& form) {
  const Now now = now_of(form.reg(), arguments.text("MEMBER"));
  form.id("id", "MEMBER", SubjectKind::MEMBER);
  if (arguments.has("name")) write_profile(form);
  form.text("standing", now.standing);
  form.flag("votingRight", either(arguments, "vote", "no-vote", now.voting_right));
  form.flag("feesInOrder", either(arguments, "fees-paid", "fees-due", now.fees_in_order));
  write_end(arguments, form);
}

void add_standing(cli::Command& parent, const Change& change) {
  auto& command = add(parent, change.command, change.summary, change.who);
  add_act_options(command);
  command.example(
      std::string("jumelage member ") + change.command + " timbuktu --reason \"Its council's word\" " + change.keys,
      change.summary);
  command.handler(recording("memberChanged", [&change](const cli::Arguments& arguments, ActForm& form) {
    const Now now = now_of(form.reg(), arguments.text("MEMBER"));
    form.id("id", "MEMBER", SubjectKind::MEMBER).text("standing", change.standing);
    form.flag("votingRight", now.voting_right).flag("feesInOrder", now.fees_in_order);
    write_end(arguments, form);
  }));
}

void succeed(const cli::Arguments& arguments, ActForm& form) {
  const Now now = now_of(form.reg(), arguments.text("MEMBER"));
  form.id("id", "MEMBER", SubjectKind::MEMBER).text("standing", "succeeded");
  form.flag("votingRight", now.voting_right).flag("feesInOrder", now.fees_in_order);
  form.id("successor", "SUCCESSOR", SubjectKind::MEMBER);
  write_end(arguments, form);
}

}  // namespace

void add_member_changes(cli::Command& parent) {
  auto& command = add(parent, "change", "Changes a member's profile, voting right or fees",
                      "What is not said stays as it was; with --name the whole profile is said anew. A new profile is "
                      "signed by the member, too; another voting right needs an adopted decision.");
  add_profile_options(command, cli::Need::kOptional);
  command.option({.name = "vote", .help = "those who sit for it may vote"});
  command.option({.name = "no-vote", .help = "they may not"});
  command.option({.name = "fees-paid", .help = "its fees are in order"});
  command.option({.name = "fees-due", .help = "they are not"});
  add_act_options(command);
  command.example(
      "jumelage member change timbuktu --fees-due --reason \"Fees of 2026\" --key es-semara --key secretary",
      "fees not paid");
  command.handler(recording("memberChanged", change));
  for (const Change& standing : kChanges) add_standing(parent, standing);
  auto& succession = add(parent, "succeed", "Records that another member takes a member's place, after a merger",
                         "Needs an adopted decision. Chair, secretary and the member sign. Its mandates end.");
  succession.positional({.name = "SUCCESSOR", .help = "the member that takes its place", .need = cli::Need::kRequired});
  add_act_options(succession);
  succession.example(
      "jumelage member succeed timbuktu vijayawada --reason \"Merger\" --decision merger-decision --key es-semara "
      "--key "
      "secretary --key timbuktu=timbuktu-1",
      "one city takes the place of another");
  succession.handler(recording("memberChanged", succeed));
}

}  // namespace jumelage::tools
