#include <fmt/format.h>

#include "app/reading.h"
#include "commands/commands.h"
#include "projection/agreements.h"
#include "show/act_title.h"
#include "show/findings.h"
#include "show/rule_words.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

using cli::Tone;

std::string when(std::uint64_t position, std::uint32_t day) {
  return position == 0 ? "-" : fmt::format("{} (#{})", date_text(day), position);
}

std::string steps_text(schema::AgreementParty::Reader party) {
  std::string out;
  for (const auto step : party.getClearances())
    out += fmt::format("{}{}: {}", out.empty() ? "" : "; ", view(step.getId()), words(step.getStatus()));
  return out.empty() ? "-" : out;
}

std::string parties(const Register& reg, schema::AgreementText::Reader text, const Ui& ui) {
  cli::Table table({{"party"}, {"approved"}, {"signed"}, {"to obtain"}, {"notice"}});
  for (unsigned place = 0; place < text.getParties().size(); ++place) {
    const auto party = text.getParties()[place];
    table.row({projection::party_of(reg, text, place), when(party.getApprovedAt(), party.getApprovedOn()),
               when(party.getSignedAt(), party.getSignedOn()), steps_text(party),
               party.getNoticeAt() == 0 ? "-" : fmt::format("ends {}", date_text(party.getNoticeEnds()))});
  }
  return table.render(ui.look);
}

void write_parties(const Register& reg, schema::AgreementText::Reader text, JsonOutput& out) {
  out.list("parties");
  for (unsigned place = 0; place < text.getParties().size(); ++place) {
    const auto party = text.getParties()[place];
    out.object().text("party", projection::party_of(reg, text, place));
    if (party.getApprovedAt() != 0) out.text("approvedOn", date_text(party.getApprovedOn()));
    if (party.getSignedAt() != 0) out.text("signedOn", date_text(party.getSignedOn()));
    if (party.getNoticeAt() != 0) out.text("noticeEnds", date_text(party.getNoticeEnds()));
    out.list("clearances");
    for (const auto step : party.getClearances())
      out.object().text("id", view(step.getId())).text("status", words(step.getStatus())).end();
    out.end().end();
  }
  out.end();
}

// How long it is for, and how it goes on or ends.
void add_terms(schema::AgreementText::Reader text, cli::Fields& fields) {
  if (text.hasDuration()) fields.field("duration", period_text(text.getDuration()));
  if (text.getRenewal() != schema::AgreementDrafted::Renewal::NONE || text.hasDuration())
    fields.field("renewal", words(text.getRenewal()) +
                                (text.hasRenewalPeriod() ? ", for " + period_text(text.getRenewalPeriod()) : ""));
  if (text.hasNotice()) fields.field("notice", period_text(text.getNotice()));
}

void write_period(std::string_view name, schema::Period::Reader period, JsonOutput& out) {
  out.object(name).number("count", period.getCount()).text("unit", words(period.getUnit())).end();
}

void write_terms(schema::AgreementText::Reader text, JsonOutput& out) {
  if (text.hasDuration()) write_period("duration", text.getDuration(), out);
  out.text("renewal", words(text.getRenewal()));
  if (text.hasRenewalPeriod()) write_period("renewalPeriod", text.getRenewalPeriod(), out);
  if (text.hasNotice()) write_period("notice", text.getNotice(), out);
}

Result<std::string> sheet(const Reading& reading, Number number, schema::SubjectRow::Reader row, const Ui& ui) {
  const Register& reg = reading.reg();
  const auto agreement = row.getAgreement();
  const auto text = projection::text_of(agreement);
  JUMELAGE_TRY(const std::string title, title_at(reading.snapshot, text.getDraftedAt()));
  cli::Fields fields;
  fields.field("agreement", projection::slug_of(reg, number), Tone::kHeading);
  fields.field("title", title);
  fields.field("what",
               fmt::format("{}, draft {} of {}", words(text.getKind()), text.getDraft(), agreement.getDrafts()));
  fields.field(
      "state",
      fmt::format("{}{}", projection::state_text(agreement, reading.day), row.getIrregular() ? ", irregular" : ""),
      row.getIrregular() ? Tone::kWarning : Tone::kGood);
  const std::uint32_t until = projection::running_term(agreement, reading.day).until;
  if (agreement.getFrom() != 0)
    fields.field("holds", fmt::format("from {} to {}", date_text(agreement.getFrom()),
                                      until == 0 ? "no end" : date_text(until)));
  add_terms(text, fields);
  if (text.getDecision() != 0) fields.field("rests on", projection::slug_of(reg, text.getDecision()));
  const auto waiting = projection::waits_for(reg, agreement, reading.day);
  for (const std::string& sentence : waiting) fields.field(&sentence == &waiting.front() ? "waits for" : "", sentence);
  if (waiting.empty()) fields.field("waits for", "nothing");
  add_findings(open_findings(reg, projection::history(reg, number)), fields);
  return fields.render(ui.look) + "\n" + cli::heading("Parties", ui.look) + parties(reg, text, ui);
}

Result<std::string> json(const Reading& reading, Number number, schema::SubjectRow::Reader row) {
  const Register& reg = reading.reg();
  const auto agreement = row.getAgreement();
  const auto text = projection::text_of(agreement);
  JUMELAGE_TRY(const event::Entry entry, reading.snapshot.entry(EntryIndex{text.getDraftedAt()}));
  const auto act = entry.sealed.act().reader();
  const projection::RunningTerm term = projection::running_term(agreement, reading.day);
  JsonOutput out;
  out.object().text("id", projection::slug_of(reg, number)).text("title", title_in(act));
  write_texts("titles", act.getAgreementDrafted().getTitle(), out);
  out.text("kind", words(text.getKind()));
  out.text("state", projection::state_text(agreement, reading.day)).number("draft", text.getDraft());
  out.optional_text("from", agreement.getFrom() == 0 ? "" : date_text(agreement.getFrom()));
  out.optional_text("until", term.until == 0 ? "" : date_text(term.until));
  out.optional_text("renewalToRecord", term.renewed == 0 ? "" : date_text(term.renewed));
  write_terms(text, out);
  out.optional_text("decision", projection::slug_of(reg, text.getDecision())).list("waitsFor");
  for (const std::string& sentence : projection::waits_for(reg, agreement, reading.day)) out.item(sentence);
  out.end();
  write_parties(reg, text, out);
  out.flag("irregular", row.getIrregular());
  write_findings(open_findings(reg, projection::history(reg, number)), out);
  return out.end().take();
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const Reading reading, open_reading(arguments, ui));
  JUMELAGE_TRY(const Number number, find(reading.reg(), arguments.text("AGREEMENT"), SubjectKind::AGREEMENT));
  JUMELAGE_TRY(const auto row, reading.known_state(number));
  JUMELAGE_TRY(const std::string text, ui.json() ? json(reading, number, *row) : sheet(reading, number, *row, ui));
  print(text);
  return cli::kExitOk;
}

}  // namespace

void add_agreement_show(cli::Command& parent) {
  auto& command = parent.add("show", "Shows an agreement: its parties, how far each has come, what it waits for");
  command.positional({.name = "AGREEMENT", .help = "the agreement's id", .need = cli::Need::kRequired});
  add_time_options(command);
  command.example("jumelage agreement show es-semara-timbuktu", "a twinning, by its id");
  command.handler(running(run));
}

}  // namespace jumelage::tools
