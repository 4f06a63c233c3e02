#include "show/decision_life.h"

#include <fmt/format.h>

#include "governance/clearance.h"
#include "governance/decision_standing.h"
#include "show/session_data.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

using State = schema::DecisionState::Reader;
using cli::Tone;
using governance::Clearing;

// By its number where it has one, as people cite it.
std::string cited(const Register& reg, Number decision) {
  const std::string number = number_of_decision(reg, decision);
  const std::string id = projection::slug_of(reg, decision);
  return number.empty() ? id : fmt::format("{} ({})", number, id);
}

std::string cited_all(const Register& reg, const std::vector<Number>& decisions) {
  std::string out;
  for (const Number each : decisions) out += (out.empty() ? "" : ", ") + cited(reg, each);
  return out;
}

std::vector<Number> numbers(capnp::List<std::uint32_t>::Reader list) {
  std::vector<Number> out;
  for (const Number number : list) out.push_back(number);
  return out;
}

struct Relations {
  std::vector<Number> amends, repeals, carries_out, amended_by, ends, carried_out_by;
};

// What rests on a decision is linked to it under no kind; those of them that are decisions carry it out.
Relations relations_of(const Register& reg, Number decision, State state) {
  Relations out{numbers(state.getAmends()),
                numbers(state.getRepeals()),
                numbers(state.getImplements()),
                numbers(state.getAmendedBy()),
                {},
                {}};
  out.ends = children_of(reg, decision, SubjectKind::DECISION);
  for (const Number each : children_of(reg, decision, SubjectKind::NONE))
    if (projection::kind_of(reg, each) == SubjectKind::DECISION) out.carried_out_by.push_back(each);
  return out;
}

void add_list(std::string_view label, const Register& reg, const std::vector<Number>& decisions, cli::Fields& fields) {
  if (!decisions.empty()) fields.field(label, cited_all(reg, decisions));
}

void write_list(std::string_view name, const Register& reg, const std::vector<Number>& decisions, JsonOutput& out) {
  out.list(name);
  for (const Number each : decisions) out.item(projection::slug_of(reg, each));
  out.end();
}

std::string_view clearing_text(Clearing clearing) {
  switch (clearing) {
    case Clearing::kPending: return "still to be obtained";
    case Clearing::kObtained: return "obtained";
    case Clearing::kRefused: return "refused";
  }
  return "";
}

void add_clearances(State state, std::uint32_t day, cli::Fields& fields) {
  for (const governance::Clearance& step : governance::read_clearances(state.getClearances())) {
    const Clearing clearing = governance::clearing_on(step, day);
    std::string text =
        fmt::format("{} ({}): {}", step.id, words(schema::ClearanceStep::Kind{step.kind}), clearing_text(clearing));
    if (clearing == Clearing::kPending && step.deadline != 0) text += ", answer due by " + date_text(step.deadline);
    fields.field("clearance", text, clearing == Clearing::kObtained ? Tone::kGood : Tone::kWarning);
  }
}

void add_end(const Register& reg, State state, cli::Fields& fields) {
  if (state.getEndedOn() == 0) return;
  std::string text = fmt::format("{} from {}", words(state.getEnding()), date_text(state.getEndedOn()));
  if (state.getEndedBy() != 0) text += " by " + cited(reg, state.getEndedBy());
  if (state.getEndingHeld()) text += ", without effect while that one has none";
  fields.field("ended", text, Tone::kWarning);
}

}  // namespace

std::string_view standing_words(State state, bool irregular, std::uint32_t day) {
  if (state.getImported()) return "another authority's decision: of its force this record knows nothing";
  return governance::status_text(governance::standing_on(state, irregular, day));
}

void add_later_life(const Register& reg, Number decision, State state, std::uint32_t day, cli::Fields& fields) {
  add_clearances(state, day, fields);
  if (state.getPublishedOn() != 0) fields.field("published", date_text(state.getPublishedOn()));
  if (state.getChallenges() != 0) fields.field("in court", counted(state.getChallenges(), "challenge"), Tone::kWarning);
  if (state.getPartlyAnnulled()) fields.field("court", "annulled in part; the rest stands", Tone::kWarning);
  add_end(reg, state, fields);
  const Relations relations = relations_of(reg, decision, state);
  add_list("amends", reg, relations.amends, fields);
  add_list("repeals", reg, relations.repeals, fields);
  add_list("carries out", reg, relations.carries_out, fields);
  add_list("amended by", reg, relations.amended_by, fields);
  add_list("has ended", reg, relations.ends, fields);
  add_list("carried out by", reg, relations.carried_out_by, fields);
}

void write_later_life(const Register& reg, Number decision, State state, JsonOutput& out) {
  out.list("clearances");
  for (const governance::Clearance& step : governance::read_clearances(state.getClearances()))
    out.object().text("id", step.id).text("status", words(schema::ClearanceState::Status{step.status})).end();
  out.end();
  if (state.getPublishedOn() != 0) out.text("publishedOn", date_text(state.getPublishedOn()));
  if (state.getEndedOn() != 0) out.text("endedOn", date_text(state.getEndedOn()));
  out.optional_text("endedBy", projection::slug_of(reg, state.getEndedBy()));
  const Relations relations = relations_of(reg, decision, state);
  write_list("amends", reg, relations.amends, out);
  write_list("repeals", reg, relations.repeals, out);
  write_list("implements", reg, relations.carries_out, out);
  write_list("amendedBy", reg, relations.amended_by, out);
  write_list("implementedBy", reg, relations.carried_out_by, out);
}

}  // namespace jumelage::tools
