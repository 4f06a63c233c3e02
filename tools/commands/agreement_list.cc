#include <algorithm>

#include "app/reading.h"
#include "commands/commands.h"
#include "governance/context.h"
#include "projection/agreements.h"
#include "show/act_title.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

using Phase = schema::AgreementState::Phase;
using Kind = schema::AgreementDrafted::Kind;

struct Wanted {
  Number party = 0;
  std::optional<Kind> kind;
  std::optional<Phase> state;
  bool irregular = false;
};

bool is_party(schema::AgreementText::Reader text, Number member) {
  return governance::any_in(text.getParties(), [&](auto party) { return party.getMember() == member; });
}

bool matches(schema::SubjectRow::Reader row, const Wanted& wanted, std::uint32_t day) {
  const auto agreement = row.getAgreement();
  const auto text = projection::text_of(agreement);
  if (wanted.party != 0 && !is_party(text, wanted.party)) return false;
  if (wanted.kind && text.getKind() != *wanted.kind) return false;
  if (wanted.irregular && !row.getIrregular()) return false;
  return !wanted.state || governance::phase_on(agreement, day) == *wanted.state;
}

std::string parties_of(const Register& reg, schema::AgreementText::Reader text) {
  std::string out;
  for (unsigned place = 0; place < text.getParties().size(); ++place)
    out += (place == 0 ? "" : ", ") + projection::party_of(reg, text, place);
  return out;
}

std::string summary(const std::vector<std::string>& waiting) {
  if (waiting.empty()) return "nothing";
  return waiting.size() == 1 ? waiting.front()
                             : waiting.front() + ", and " + std::to_string(waiting.size() - 1) + " more";
}

Result<void> add_agreement(const Reading& reading, Number number, cli::Table& table, JsonOutput& out) {
  const Register& reg = reading.reg();
  const auto row = reading.state(number);
  const auto agreement = (**row).getAgreement();
  const auto text = projection::text_of(agreement);
  JUMELAGE_TRY(const std::string title, title_at(reading.snapshot, text.getDraftedAt()));
  const std::string id = projection::slug_of(reg, number);
  const std::string kind = words(text.getKind());
  const std::string phase = projection::state_text(agreement, reading.day);
  const std::uint32_t until = projection::running_term(agreement, reading.day).until;
  const auto waiting = projection::waits_for(reg, agreement, reading.day);
  table.row({id, kind, parties_of(reg, text), phase + ((**row).getIrregular() ? ", irregular" : ""), date_text(until),
             summary(waiting), title});
  if ((**row).getIrregular()) table.tone(cli::Tone::kWarning);
  out.object().text("id", id).text("kind", kind).text("state", phase).text("title", title).list("parties");
  for (unsigned place = 0; place < text.getParties().size(); ++place) out.item(projection::party_of(reg, text, place));
  out.end().optional_text("until", until == 0 ? "" : date_text(until)).list("waitsFor");
  for (const std::string& sentence : waiting) out.item(sentence);
  out.end().flag("irregular", (**row).getIrregular()).end();
  return ok();
}

// The agreements of the party; else those that have had the kind or state, by the index; else all.
void fill(Page& page, const Reading& reading, const Wanted& wanted) {
  const Register& reg = reading.reg();
  const auto keep = [&](Number number) {
    const auto row = reading.state(number);
    return row && matches(**row, wanted, reading.day);
  };
  std::vector<projection::Term> terms;
  if (wanted.state) terms.push_back({projection::Field::kAgreementPhase, static_cast<std::uint64_t>(*wanted.state)});
  if (wanted.kind) terms.push_back({projection::Field::kAgreementKind, static_cast<std::uint64_t>(*wanted.kind)});
  if (wanted.irregular)
    terms.push_back({projection::Field::kIrregular, static_cast<std::uint64_t>(SubjectKind::AGREEMENT)});
  if (terms.empty() || wanted.party != 0) {
    const Number parent = wanted.party != 0 ? wanted.party : governance::kLedgerNumber;
    return fill_page(page, reg, {parent}, SubjectKind::AGREEMENT, keep);
  }
  fill_page(page, reg, terms, keep);
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const Reading reading, open_reading(arguments, ui));
  const Register& reg = reading.reg();
  JUMELAGE_TRY(Page page, Page::of(reg, arguments, SubjectKind::AGREEMENT));
  Wanted wanted;
  JUMELAGE_TRY(wanted.party, subject_option(reg, arguments, "party", SubjectKind::MEMBER));
  wanted.kind = choice_option<Kind>(arguments, "kind");
  wanted.state = choice_option<Phase>(arguments, "state");
  wanted.irregular = arguments.flag("irregular");
  fill(page, reading, wanted);
  cli::Table table({{"id"}, {"kind"}, {"parties"}, {"state"}, {"until"}, {"waits for"}, {"title"}});
  JsonOutput out;
  out.object().list("agreements");
  for (const Number number : page.numbers()) {
    JUMELAGE_TRY(add_agreement(reading, number, table, out));
  }
  out.end();
  write_next(reg, page, out);
  if (ui.json()) {
    print(out.end().take());
  } else if (page.numbers().empty() && !page.has_more()) {
    print("No such agreements. One is drafted so: jumelage agreement draft --help\n");
  } else {
    print(table.render(ui.look) + next_line(reg, page));
  }
  return cli::kExitOk;
}

}  // namespace

void add_agreement_list(cli::Command& parent) {
  auto& command = parent.add("list", "Lists agreements, and what each still waits for");
  command.option({.name = "party", .value = "ID", .help = "only those of this member"});
  command.option({.name = "kind", .value = "WHICH", .help = "only of this kind", .choices = choices_of<Kind>()});
  command.option({.name = "state", .value = "WHICH", .help = "only those that far", .choices = choices_of<Phase>()});
  command.option({.name = "irregular", .help = "only those with a finding that is not cured"});
  add_time_options(command);
  add_page_options(command);
  command.example("jumelage agreement list --party timbuktu", "a city's agreements");
  command.example("jumelage agreement list --state in-force --as-of 2026-12-31", "what holds on a day");
  command.handler(running(run));
}

}  // namespace jumelage::tools
