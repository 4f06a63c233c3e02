#include <fmt/format.h>

#include <map>

#include "app/act_options.h"
#include "app/lookup.h"
#include "app/tool_error.h"
#include "base/text.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

struct Attending {
  std::string presence;
  std::string by;
};
using Attendance = std::map<std::string, Attending>;

Result<void> put(Attendance& attendance, const std::string& mandate, Attending attending) {
  if (attendance.emplace(mandate, std::move(attending)).second) return ok();
  return Error(ToolError::kUsage,
               fmt::format("{} is named twice; each seat is there in one way", for_terminal(mandate)));
}

Result<Attendance> named(const cli::Arguments& arguments) {
  Attendance out;
  for (const char* presence : {"present", "remote", "absent", "excused"})
    for (const std::string& mandate : listed(arguments, presence)) {
      JUMELAGE_TRY(put(out, mandate, {presence, ""}));
    }
  for (const char* presence : {"represented", "replaced"})
    for (const std::string& word : listed(arguments, presence)) {
      JUMELAGE_TRY(auto pair, pair_of(presence, word));
      JUMELAGE_TRY(put(out, pair.first, {presence, std::move(pair.second)}));
    }
  return out;
}

// The one asked for, or the first holder of these offices who is not away.
Result<std::string> officer(const cli::Arguments& arguments, const Register& reg, Number body, const char* option,
                            std::initializer_list<schema::OfficeChanged::Kind> kinds, const Attendance& attendance) {
  if (const auto given = arguments.maybe(option)) return *given;
  for (const auto kind : kinds) {
    const Number holder = office_holder(reg, body, kind);
    if (holder == 0) continue;
    std::string id = projection::slug_of(reg, holder);
    const auto seat = attendance.find(id);
    if (seat == attendance.end() || seat->second.presence == "present" || seat->second.presence == "remote") return id;
  }
  return Error(ToolError::kUsage, fmt::format("nobody who holds that office is there; say who it is: --{} MANDATE "
                                              "(see: jumelage office list)",
                                              option));
}

Result<Made> make(const cli::Arguments& arguments, const Register& reg) {
  JUMELAGE_TRY(const Number session, find(reg, arguments.text("SESSION"), SubjectKind::SESSION));
  const Number body = (*row_of(reg, session)).getSession().getBody();
  JUMELAGE_TRY(auto attendance, named(arguments));
  const std::string rest = arguments.flag("all-present") ? "present" : "absent";
  for (const Number seat : seated_mandates(reg, body))
    attendance.try_emplace(projection::slug_of(reg, seat), Attending{rest, ""});
  using Kind = schema::OfficeChanged::Kind;
  JUMELAGE_TRY(const std::string presider,
               officer(arguments, reg, body, "presider", {Kind::CHAIR, Kind::VICE_CHAIR}, attendance));
  JUMELAGE_TRY(const std::string secretary,
               officer(arguments, reg, body, "secretary", {Kind::SECRETARY, Kind::DEPUTY_SECRETARY}, attendance));
  const std::string json = act_json(arguments, "sessionOpened", [&](JsonOutput& out) {
    out.text("session", arguments.text("SESSION")).text("presider", presider).text("secretary", secretary);
    out.list("scrutineers");
    for (const std::string& scrutineer : listed(arguments, "scrutineer")) out.item(scrutineer);
    out.end().list("attendance");
    for (const auto& [mandate, attending] : attendance) {
      out.object().text("mandate", mandate).text("presence", attending.presence);
      out.optional_text("by", attending.by).end();
    }
    out.end().text("at", arguments.maybe("at").value_or(arguments.maybe("decided-at").value_or(local_now())));
  });
  return Made{json};
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  return record_made(arguments, ui, [&](const ledger::Snapshot& now) { return make(arguments, now.reg()); });
}

}  // namespace

void add_session_open(cli::Command& parent) {
  auto& command = parent.add("open", "Opens a session: who presides, who is there");
  command.describe(
      "Every seat is accounted for: those that are not named are recorded as absent, or with --all-present as present. "
      "The quorum is computed and kept with its arithmetic.");
  command.positional({.name = "SESSION", .help = "the session's id", .need = cli::Need::kRequired});
  command.option({.name = "present", .value = "MANDATE,...", .help = "who is there in person", .repeated = true});
  command.option({.name = "remote", .value = "MANDATE,...", .help = "who takes part from elsewhere", .repeated = true});
  command.option({.name = "absent", .value = "MANDATE,...", .help = "who is not there", .repeated = true});
  command.option({.name = "excused", .value = "MANDATE,...", .help = "who sent excuses", .repeated = true});
  command.option({.name = "represented",
                  .value = "MANDATE=HOLDER,...",
                  .help = "who is represented by a proxy's holder",
                  .repeated = true});
  command.option(
      {.name = "replaced", .value = "MANDATE=ALTERNATE,...", .help = "whose alternate is there", .repeated = true});
  command.option({.name = "all-present", .help = "all seats that are not named are there in person"});
  command.option({.name = "presider",
                  .value = "MANDATE",
                  .help = "otherwise: who holds the chair, or the vice-chair when that one is away"});
  command.option({.name = "secretary", .value = "MANDATE", .help = "otherwise: who is secretary"});
  command.option({.name = "scrutineer", .value = "MANDATE,...", .help = "who counts the votes", .repeated = true});
  command.option({.name = "at", .value = "TIME", .help = "when it opened; otherwise: now"});
  add_act_options(command);
  command.example("jumelage session open cci-1 --all-present --excused timbuktu-1 --key es-semara --key secretary",
                  "all are there but one");
  command.handler(running(run));
}

}  // namespace jumelage::tools
