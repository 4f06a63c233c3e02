#include <algorithm>

#include <fmt/format.h>

#include "app/act_form.h"
#include "app/tool_error.h"
#include "app/value_words.h"
#include "base/text.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

struct Party {
  std::string id = {};    // a member; or empty
  std::string name = {};  // of an outside party, LANG=NAME
  std::vector<std::string> clearances = {};
};

Result<std::vector<Party>> parties_of(const cli::Arguments& arguments, const Register& reg) {
  std::vector<Party> parties;
  for (const std::string& id : listed(arguments, "party")) {
    JUMELAGE_TRY(find(reg, id, SubjectKind::MEMBER));
    parties.push_back({.id = id});
  }
  for (const std::string& name : arguments.all("outside-party")) {
    JUMELAGE_TRY(pair_of("outside-party", name));
    parties.push_back({.name = name});
  }
  for (const std::string& word : arguments.all("clearance")) {
    JUMELAGE_TRY(const auto step, clearance_of("clearance", word));
    const auto party = std::ranges::find(parties, step.party, &Party::id);
    if (step.party.empty() || party == parties.end())
      return Error(ToolError::kUsage, fmt::format("--clearance {}: begin it with the party that has to obtain it, such "
                                                  "as es-semara=...",
                                                  for_terminal(word)));
    party->clearances.push_back(step_json(step, Checklist::kOfParty));
  }
  return parties;
}

std::string parties_json(const std::vector<Party>& parties) {
  JsonOutput out;
  out.list();
  for (const Party& party : parties) {
    out.object().optional_text("member", party.id);
    if (!party.name.empty()) {
      const std::size_t equals = party.name.find('=');
      out.list("name").object().text("language", party.name.substr(0, equals));
      out.text("text", party.name.substr(equals + 1)).end().end();
    }
    out.list("clearances");
    for (const std::string& step : party.clearances) out.raw_item(step);
    out.end().end();
  }
  return out.end().take();
}

std::uint64_t next_draft(const Register& reg, std::string_view id) {
  const auto known = projection::find_subject(reg, id);
  if (!known || known->kind != SubjectKind::AGREEMENT) return 1;
  return (*row_of(reg, known->number)).getAgreement().getDrafts() + 1U;
}

void write_term(ActForm& form) {
  form.period("duration", "duration").option("renewal", "renewal").period("renewalPeriod", "renewal-period");
  form.period("notice", "notice")
      .option("prevailing", "prevailing")
      .id("depositary", "depositary", SubjectKind::MEMBER);
  form.option("entryIntoForce", "in-force").id("decision", "decision", SubjectKind::DECISION);
  form.option("inForceOn", "in-force-on");
}

void fill(const cli::Arguments& arguments, ActForm& form) {
  form.option("id", "ID").option("kind", "kind").titles();
  const auto parties = parties_of(arguments, form.reg());
  if (!parties) form.fail(parties.error());
  if (parties) form.raw("parties", parties_json(parties.value()));
  form.documents("texts", "text", "text").number("draft", next_draft(form.reg(), arguments.text("ID")));
  write_term(form);
}

void add_term_options(cli::Command& command) {
  command.option({.name = "duration", .value = "PERIOD", .help = "such as \"5 years\"; otherwise: without a term"});
  command.option({.name = "renewal",
                  .value = "HOW",
                  .help = "whether it goes on after its term",
                  .fallback = "none",
                  .choices = {"none", "tacit", "express"}});
  command.option({.name = "renewal-period", .value = "PERIOD", .help = "how long each renewal is for"});
  command.option(
      {.name = "notice", .value = "PERIOD", .help = "how long before it ends a party must say that it leaves"});
  command.option({.name = "prevailing", .value = "LANG", .help = "the language whose text decides"});
  command.option({.name = "depositary", .value = "MEMBER", .help = "who keeps the signed original"});
  command.option({.name = "in-force",
                  .value = "TRIGGER",
                  .help = "what makes it enter into force",
                  .fallback = "onLastSignature",
                  .choices = {"onLastSignature", "onLastClearance", "onDate", "onNotification"}});
  command.option({.name = "in-force-on", .value = "DATE", .help = "with onDate: that day"});
  command.option({.name = "decision", .value = "DECISION", .help = "the council's decision that it rests on"});
}

}  // namespace

void add_agreement_draft(cli::Command& parent) {
  auto& command = parent.add("draft", "Records a draft of an agreement: parties, term, clearances, texts");
  command.describe(
      "A new draft of the same id gets the next number and resets approvals and signatures; it says everything anew. "
      "Each party has its own checklist of clearances: ID:KIND:STAGE:AUTHORITY, with a deadline and the effect of "
      "silence where there are. KIND: transmission, visa, consultation, approval. STAGE, before which it is needed: "
      "signature or force.");
  command.positional({.name = "ID", .help = "an id for ever, such as water-twinning", .need = cli::Need::kRequired});
  add_title_options(command, cli::Need::kRequired);
  command.option({.name = "party",
                  .value = "MEMBER,...",
                  .help = "who is to sign",
                  .need = cli::Need::kRequired,
                  .repeated = true});
  command.option({.name = "outside-party",
                  .value = "LANG=NAME",
                  .help = "a party that is no member; later acts call it party- and its place, such as party-2",
                  .repeated = true});
  command.option({.name = "clearance",
                  .value = "PARTY=STEP",
                  .help = "a step that the party must obtain, such as es-semara=ma-visa:visa:signature:Governor",
                  .repeated = true});
  command.option({.name = "kind",
                  .value = "KIND",
                  .help = "what sort of agreement it is",
                  .fallback = "twinning",
                  .choices = {"twinning", "partnership", "memorandum", "friendship"}});
  command.option({.name = "text", .value = "FILE", .help = "the draft itself; or LANG=FILE", .repeated = true});
  add_term_options(command);
  add_act_options(command);
  command.example(
      "jumelage agreement draft water-twinning --title fr=\"Jumelage de l'eau\" --party es-semara,timbuktu --clearance "
      "\"es-semara=ma-visa:visa:signature:Governor of the province\" --duration \"5 years\" --renewal tacit --notice "
      "\"6 months\" --key secretary",
      "two cities, one of them with a visa to obtain");
  command.handler(recording("agreementDrafted", fill));
}

}  // namespace jumelage::tools
