#include "show/decision_sheet.h"

#include <fmt/format.h>

#include "governance/decision_standing.h"
#include "governance/kind_names.h"
#include "ledger/titles.h"
#include "show/act_marks.h"
#include "show/act_words.h"
#include "show/decision_life.h"
#include "show/findings.h"
#include "show/proof.h"
#include "show/session_data.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

using cli::Tone;
using State = schema::DecisionState::Reader;

// Of the act that recorded it, which is the first on it.
Result<Proof> proof_of(const ledger::Snapshot& snapshot, Number decision) {
  return prove(snapshot, EntryIndex{projection::history(snapshot.reg(), decision).front()});
}

// That act itself.
Result<event::Entry> recording_of(const ledger::Snapshot& snapshot, Number decision) {
  return snapshot.entry(EntryIndex{projection::history(snapshot.reg(), decision).front()});
}

std::string arithmetic_of(const Register& reg, State state) {
  if (state.getGround() != schema::DecisionState::Ground::VOTE)
    return std::string(governance::arithmetic_without_vote(state.getGround()));
  const auto key = governance::vote_key(state.getItem(), state.getRound(), state.getVote());
  const auto stored = reg.get(governance::Table::kVotes, key);
  if (!stored) return {};
  return std::string(view(governance::Row<schema::VoteRow>(*stored).reader().getArithmetic()));
}

// The figures of the vote that it rests on, where it rests on one.
void write_vote(const Register& reg, State state, JsonOutput& out) {
  if (state.getGround() != schema::DecisionState::Ground::VOTE) return;
  const auto key = governance::vote_key(state.getItem(), state.getRound(), state.getVote());
  const auto stored = reg.get(governance::Table::kVotes, key);
  if (!stored) return;
  const governance::Row<schema::VoteRow> row(*stored);
  const auto vote = row.reader();
  out.object("vote").number("round", state.getRound()).number("index", vote.getRecordAt());
  out.number("for", vote.getFor()).number("against", vote.getAgainst()).number("abstain", vote.getAbstain());
  out.number("blank", vote.getBlank()).number("spoilt", vote.getSpoilt()).number("present", vote.getPresent()).end();
}

std::vector<ShownFinding> findings_of(const Register& reg, Number decision, State state) {
  auto findings = open_findings(reg, projection::history(reg, decision));
  return state.getImported() ? without_cures(std::move(findings)) : findings;
}

void add_standing(State state, bool irregular, std::uint32_t day, cli::Fields& fields) {
  if (state.getImported()) return fields.field("stands", std::string(standing_words(state, irregular, day)));
  const std::string standing(standing_words(state, irregular, day));
  fields.field("stands", irregular ? "irregular: without effect until cured" : standing,
               irregular ? Tone::kWarning : Tone::kGood);
}

void add_outcome(const Register& reg, State state, cli::Fields& fields) {
  const std::string computed = computed_text(state.getComputed());
  const bool same = state.getComputed() == state.getAnnounced();
  fields.field("announced", words(state.getAnnounced()));
  fields.field("computed", computed, same ? Tone::kGood : Tone::kWarning);
  add_arithmetic("because", arithmetic_of(reg, state), fields);
}

// Of the acts on the decision, and of the record of the vote that it rests on: those of which later acts say something.
Result<std::vector<MarkedRecord>> marked_records_of(const ledger::Snapshot& snapshot, Number decision, State state) {
  const Register& reg = snapshot.reg();
  std::vector<std::uint64_t> positions = projection::history(reg, decision);
  if (state.getGround() == schema::DecisionState::Ground::VOTE) {
    const auto stored =
        reg.get(governance::Table::kVotes, governance::vote_key(state.getItem(), state.getRound(), state.getVote()));
    if (stored) positions.push_back(governance::Row<schema::VoteRow>(*stored).reader().getRecordAt());
  }
  return marked_records(snapshot, std::move(positions));
}

void add_titles(const ledger::Title& titles, cli::Fields& fields) {
  for (const auto title : titles.texts())
    fields.field(fmt::format("title ({})", view(title.getLanguage())),
                 fmt::format("{}{}", one_line(view(title.getText())),
                             title.getStanding() == schema::LocalText::Standing::TRANSLATION ? " (translation)" : ""),
                 Tone::kHeading);
}

}  // namespace

Result<std::string> decision_sheet(const ledger::Snapshot& snapshot, Number decision, schema::SubjectRow::Reader row,
                                   std::uint32_t day, const Ui& ui) {
  JUMELAGE_TRY(const Proof proof, proof_of(snapshot, decision));
  const Register& reg = snapshot.reg();
  const State state = row.getDecision();
  const std::string number = number_of_decision(reg, decision);
  cli::Fields fields;
  const bool delegated = state.getDelegation() != 0;
  const std::string none = delegated ? "none: it was taken under a delegation" : "none: it was not adopted here";
  fields.field("number", number.empty() ? none : number, Tone::kHeading);
  JUMELAGE_TRY(const auto titles, ledger::title_of(snapshot, decision));
  add_titles(titles, fields);
  fields.field("id", projection::slug_of(reg, decision));
  fields.field("body", best_name((*row_of(reg, state.getBody())).getBody().getNames()));
  if (state.getSession() != 0) fields.field("session", projection::slug_of(reg, state.getSession()));
  if (state.getItem() != 0) fields.field("on", projection::slug_of(reg, state.getItem()));
  if (delegated) fields.field("under", projection::slug_of(reg, state.getDelegation()));
  fields.field("date", date_text(state.getDate()));
  JUMELAGE_TRY(const event::Entry recording, recording_of(snapshot, decision));
  const auto act = recording.sealed.act().reader();
  fields.field("basis", basis_text(act), act.getBasis() == schema::Basis::LIVE ? Tone::kPlain : Tone::kWarning);
  add_outcome(reg, state, fields);
  add_standing(state, row.getIrregular(), day, fields);
  add_later_life(reg, decision, state, day, fields);
  JUMELAGE_TRY(const auto marked, marked_records_of(snapshot, decision, state));
  add_marked(marked, fields);
  add_findings(findings_of(reg, decision, state), fields);
  fields.field("proof", proof_text(proof), Tone::kGood);
  return fields.render(ui.look);
}

Result<std::string> decision_json(const ledger::Snapshot& snapshot, Number decision, schema::SubjectRow::Reader row,
                                  std::uint32_t day) {
  JUMELAGE_TRY(const Proof proof, proof_of(snapshot, decision));
  const Register& reg = snapshot.reg();
  const State state = row.getDecision();
  JsonOutput out;
  out.object().text("id", projection::slug_of(reg, decision));
  out.optional_text("number", number_of_decision(reg, decision));
  out.text("body", projection::slug_of(reg, state.getBody()));
  out.optional_text("session", projection::slug_of(reg, state.getSession()));
  out.optional_text("item", projection::slug_of(reg, state.getItem())).text("date", date_text(state.getDate()));
  JUMELAGE_TRY(const event::Entry recording, recording_of(snapshot, decision));
  out.text("basis", basis_text(recording.sealed.act().reader()));
  JUMELAGE_TRY(const auto titles, ledger::title_of(snapshot, decision));
  out.list("title");
  for (const auto title : titles.texts()) out.raw_item(event::struct_to_json(title));
  out.end().text("announced", words(state.getAnnounced())).text("computed", computed_text(state.getComputed()));
  out.text("arithmetic", arithmetic_of(reg, state)).text("status", words(state.getStatus()));
  write_vote(reg, state, out);
  out.text("standing", words(governance::standing_on(state, row.getIrregular(), day)));
  write_later_life(reg, decision, state, out);
  out.flag("irregular", row.getIrregular()).flag("imported", state.getImported());
  JUMELAGE_TRY(const auto marked, marked_records_of(snapshot, decision, state));
  write_marked(marked, out);
  write_findings(findings_of(reg, decision, state), out);
  write_proof(proof, out);
  return out.end().take();
}

}  // namespace jumelage::tools
