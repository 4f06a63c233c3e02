#include "show/subject_sheet.h"

#include <fmt/format.h>

#include "base/hex.h"
#include "base/text.h"
#include "app/reading.h"
#include "governance/kind_names.h"
#include "ledger/titles.h"
#include "show/decision_sheet.h"
#include "show/findings.h"
#include "show/log_table.h"
#include "show/session_data.h"
#include "show/session_sheet.h"
#include "show/state_json.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

using cli::Tone;

std::string named(const Register& reg, Number number) {
  return number == 0 ? "-" : projection::slug_of(reg, number);
}

void add_member(const Register&, schema::MemberState::Reader state, cli::Fields& fields) {
  for (const auto name : state.getProfile().getNames())
    fields.field(fmt::format("name ({}{})", view(name.getLanguage()), name.getAlias() ? ", alias" : ""),
                 view(name.getText()));
  fields.field("what", fmt::format("{}, country {} as recorded", words(state.getProfile().getKind()),
                                   view(state.getProfile().getCountry())));
  fields.field("standing", words(state.getStanding()));
  fields.field("votes", fmt::format("{}; fees {}", state.getVotingRight() ? "yes" : "no",
                                    state.getFeesInOrder() ? "in order" : "not in order"));
}

void add_mandate(const Register& reg, schema::MandateState::Reader state, cli::Fields& fields) {
  fields.field("what", fmt::format("{} in {}", words(state.getKind()), named(reg, state.getBody())));
  fields.field("for", state.getMember() == 0 ? "in the person's own right" : named(reg, state.getMember()));
  fields.field("person", named(reg, state.getPerson()));
  if (state.getCollege().size() != 0)
    fields.field("seat", fmt::format("college {}, {}", view(state.getCollege()), counted(state.getWeight(), "vote")));
  if (state.getAlternateOf() != 0) fields.field("alternate of", named(reg, state.getAlternateOf()));
  fields.field("term", fmt::format("from {} to {}", date_text(state.getFrom()),
                                   state.getUntil() == 0 ? "no end" : date_text(state.getUntil())));
  fields.field("state", words(state.getStatus()));
}

void add_key(const Register& reg, schema::KeyState::Reader state, cli::Fields& fields) {
  fields.field("what", fmt::format("{} key of {}", words(state.getPurpose()), named(reg, state.getHolder())));
  const bool revoked = state.getRevokedAt() != governance::kNever;
  fields.field("may sign",
               fmt::format("from #{}{}", state.getValidFrom(),
                           revoked ? fmt::format(", until #{} ({})", state.getRevokedAt(), words(state.getReason()))
                                   : std::string(" on")));
}

void add_office(const Register& reg, schema::OfficeState::Reader state, cli::Fields& fields) {
  fields.field("what", fmt::format("{} of {}", words(state.getKind()), named(reg, state.getBody())));
  fields.field("holder", state.getHolder() == 0 ? "vacant" : named(reg, state.getHolder()));
  fields.field("since", date_text(state.getFrom()));
}

void add_body(const Register& reg, schema::BodyState::Reader state, cli::Fields& fields) {
  fields.field("name", best_name(state.getNames()));
  fields.field("what", words(state.getKind()));
  for (const auto seat : state.getSeats())
    fields.field("seats", fmt::format("{} {}, {} each", seat.getCount(), view(seat.getCollege()),
                                      counted(seat.getWeight(), "vote")));
  fields.field("rules", fmt::format("{} version {}", named(reg, state.getRuleSet()), state.getRuleSetVersion()));
}

Result<void> add_title(const ledger::Snapshot& snapshot, Number proposal, cli::Fields& fields) {
  JUMELAGE_TRY(const auto title_of_it, ledger::title_of(snapshot, proposal));
  for (const auto title : title_of_it.texts())
    fields.field(fmt::format("title ({})", view(title.getLanguage())), one_line(view(title.getText())));
  return ok();
}

void add_proposal(const Register& reg, schema::ProposalState::Reader state, cli::Fields& fields) {
  fields.field("state", words(state.getStatus()));
  fields.field("session", named(reg, state.getSession()));
  if (state.getDecision() != 0) fields.field("decision", named(reg, state.getDecision()));
}

void add_ledger(const Register&, schema::LedgerState::Reader state, cli::Fields& fields) {
  fields.field("origin", view(state.getOrigin()));
  fields.field("language", view(state.getLanguage()));
  fields.field("finality", fmt::format("{} of {}", state.getFinality().getQuorum(),
                                       counted(state.getFinality().getWitnesses().size(), "witness", "witnesses")));
  fields.field("keys by", fmt::format("{} of {}", state.getAdministration().getQuorum(),
                                      counted(state.getAdministration().getAdministrators().size(), "administrator")));
}

void add_state(const Register& reg, schema::SubjectRow::Reader row, cli::Fields& fields) {
  switch (row.which()) {
    case schema::SubjectRow::LEDGER: return add_ledger(reg, row.getLedger(), fields);
    case schema::SubjectRow::KEY: return add_key(reg, row.getKey(), fields);
    case schema::SubjectRow::MEMBER: return add_member(reg, row.getMember(), fields);
    case schema::SubjectRow::BODY: return add_body(reg, row.getBody(), fields);
    case schema::SubjectRow::MANDATE: return add_mandate(reg, row.getMandate(), fields);
    case schema::SubjectRow::OFFICE: return add_office(reg, row.getOffice(), fields);
    case schema::SubjectRow::PROPOSAL: return add_proposal(reg, row.getProposal(), fields);
    case schema::SubjectRow::PERSON:
      fields.field("document",
                   row.getPerson().getErased() ? "erased" : short_hex(bytes_of(row.getPerson().getDocument())));
      return;
    default: return;
  }
}

}  // namespace

Result<std::string> subject_sheet(const ledger::Snapshot& snapshot, Number subject, const Ui& ui) {
  const Register& reg = snapshot.reg();
  const auto row = row_of(reg, subject);
  if ((*row).isDecision()) return decision_sheet(snapshot, subject, *row, today(), ui);
  if ((*row).isSession()) return session_sheet(snapshot, subject, ui);
  cli::Fields fields;
  fields.field(governance::kind_text(projection::kind_of(reg, subject)), projection::slug_of(reg, subject),
               Tone::kHeading);
  if ((*row).isProposal()) {
    JUMELAGE_TRY(add_title(snapshot, subject, fields));
  }
  if ((*row).isLedger()) {
    JUMELAGE_TRY(const event::Entry founding, snapshot.entry(EntryIndex{0}));
    fields.field("name", best_name(founding.sealed.act().reader().getLedgerConstituted().getName()));
    fields.field("id", to_hex(snapshot.ledger_id().view()));
  }
  add_state(reg, *row, fields);
  if ((*row).getIrregular()) fields.field("irregular", "yes: see below", Tone::kWarning);
  add_findings(open_findings(reg, projection::history(reg, subject)), fields);
  return fields.render(ui.look);
}

Result<std::string> subject_json(const ledger::Snapshot& snapshot, Number subject) {
  const Register& reg = snapshot.reg();
  const auto row = row_of(reg, subject);
  const auto history = projection::history(reg, subject);
  JsonOutput out;
  out.object().text("id", projection::slug_of(reg, subject));
  out.text("kind", governance::kind_text(projection::kind_of(reg, subject)));
  out.flag("irregular", (*row).getIrregular());
  out.optional_text("number", (*row).isDecision() ? number_of_decision(reg, subject) : "");
  write_state(reg, *row, out);
  write_findings(open_findings(reg, history), out);
  out.list("history");
  JUMELAGE_TRY(write_log(snapshot, history, out));
  return out.end().end().take();
}

}  // namespace jumelage::tools
