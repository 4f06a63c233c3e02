#include <fmt/format.h>

#include "app/reading.h"
#include "commands/commands.h"
#include "projection/agreements.h"
#include "projection/as_of.h"
#include "show/findings.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

using cli::Tone;

constexpr std::size_t kMostOfEach = 20;  // of a member's mandates, agreements and projects; their lists have all

struct Held {
  std::string id;
  std::string what;
};

// What a member has of one kind, and whether that is all.
struct HeldList {
  std::vector<Held> held;
  bool is_all = true;
};

HeldList held_by(const Reading& reading, Number member, SubjectKind kind,
                 const std::function<std::string(schema::SubjectRow::Reader)>& words_of) {
  HeldList list;
  for (const Number number : children_of(reading.reg(), member, kind)) {
    const auto row = reading.state(number);
    if (!row) continue;
    list.is_all = list.held.size() < kMostOfEach;
    if (!list.is_all) break;
    list.held.push_back({projection::slug_of(reading.reg(), number), words_of(**row)});
  }
  return list;
}

struct Sheet {
  HeldList mandates, agreements, projects;
};

Sheet gather(const Reading& reading, Number member) {
  Sheet sheet;
  sheet.mandates = held_by(reading, member, SubjectKind::MANDATE, [&](auto row) {
    const auto mandate = row.getMandate();
    return fmt::format("{} in {}, {}", words(mandate.getKind()), projection::slug_of(reading.reg(), mandate.getBody()),
                       standing_text(projection::mandate_on(mandate, reading.day)));
  });
  sheet.agreements = held_by(reading, member, SubjectKind::AGREEMENT,
                             [&](auto row) { return projection::state_text(row.getAgreement(), reading.day); });
  sheet.projects =
      held_by(reading, member, SubjectKind::PROJECT, [](auto row) { return words(row.getProject().getStatus()); });
  return sheet;
}

void add_held(std::string_view label, std::string_view list, const HeldList& held, cli::Fields& fields) {
  for (const Held& each : held.held)
    fields.field(&each == &held.held.front() ? label : "", fmt::format("{}: {}", each.id, each.what));
  if (!held.is_all) fields.field("", fmt::format("and more: jumelage {}", list));
}

void write_held(std::string_view name, const HeldList& held, JsonOutput& out) {
  out.list(name);
  for (const Held& each : held.held) out.object().text("id", each.id).text("state", each.what).end();
  out.end();
}

std::string text_of(const Reading& reading, Number number, schema::SubjectRow::Reader row, const Ui& ui) {
  const Register& reg = reading.reg();
  const auto member = row.getMember();
  const std::string id = projection::slug_of(reg, number);
  cli::Fields fields;
  fields.field("member", id, Tone::kHeading);
  for (const auto name : member.getProfile().getNames())
    fields.field(fmt::format("name ({}{})", view(name.getLanguage()), name.getAlias() ? ", alias" : ""),
                 view(name.getText()));
  fields.field("what", fmt::format("{}, country {} as recorded", words(member.getProfile().getKind()),
                                   view(member.getProfile().getCountry())));
  fields.field("standing", words(member.getStanding()) + (row.getIrregular() ? ", irregular" : ""),
               row.getIrregular() ? Tone::kWarning : Tone::kGood);
  if (member.getSuccessor() != 0) fields.field("successor", projection::slug_of(reg, member.getSuccessor()));
  fields.field("votes", member.getVotingRight() ? "yes" : "no");
  fields.field("fees", member.getFeesInOrder() ? "in order" : "due");
  const Sheet sheet = gather(reading, number);
  add_held("mandates", "mandate list --member " + id, sheet.mandates, fields);
  add_held("agreements", "agreement list --party " + id, sheet.agreements, fields);
  add_held("projects", "project list --member " + id, sheet.projects, fields);
  add_findings(open_findings(reg, projection::history(reg, number)), fields);
  return fields.render(ui.look);
}

std::string json_of(const Reading& reading, Number number, schema::SubjectRow::Reader row) {
  const Register& reg = reading.reg();
  const auto member = row.getMember();
  JsonOutput out;
  out.object().text("id", projection::slug_of(reg, number)).list("names");
  for (const auto name : member.getProfile().getNames())
    out.object()
        .text("language", view(name.getLanguage()))
        .text("text", view(name.getText()))
        .flag("alias", name.getAlias())
        .end();
  out.end().text("kind", words(member.getProfile().getKind())).text("country", view(member.getProfile().getCountry()));
  out.text("standing", words(member.getStanding())).flag("votingRight", member.getVotingRight());
  out.flag("feesInOrder", member.getFeesInOrder());
  out.optional_text("successor", projection::slug_of(reg, member.getSuccessor()));
  const Sheet sheet = gather(reading, number);
  write_held("mandates", sheet.mandates, out);
  write_held("agreements", sheet.agreements, out);
  write_held("projects", sheet.projects, out);
  out.flag("irregular", row.getIrregular());
  write_findings(open_findings(reg, projection::history(reg, number)), out);
  return out.end().take();
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const Reading reading, open_reading(arguments, ui));
  JUMELAGE_TRY(const Number number, find(reading.reg(), arguments.text("MEMBER"), SubjectKind::MEMBER));
  JUMELAGE_TRY(const auto row, reading.known_state(number));
  print(ui.json() ? json_of(reading, number, *row) : text_of(reading, number, *row, ui));
  return cli::kExitOk;
}

}  // namespace

void add_member_show(cli::Command& parent) {
  auto& command = parent.add("show", "Shows a member: standing, votes, mandates, agreements, projects");
  command.positional({.name = "MEMBER", .help = "the member's id", .need = cli::Need::kRequired});
  add_time_options(command);
  command.example("jumelage member show timbuktu", "a city as it stands");
  command.example("jumelage member show timbuktu --as-of 2026-12-31", "as it stands on a day");
  command.handler(running(run));
}

}  // namespace jumelage::tools
