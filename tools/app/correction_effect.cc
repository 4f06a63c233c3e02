#include "app/correction_effect.h"

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/pointer.h>

#include "app/consequences.h"
#include "app/json_fields.h"
#include "event/json.h"
#include "governance/correction.h"
#include "governance/keys.h"
#include "projection/corrections.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

using governance::Register;

// A text without its quotes, anything else as its JSON.
std::string value_text(std::string_view json) {
  rapidjson::Document value;
  value.Parse(json.data(), json.size());
  if (!value.HasParseError() && value.IsString()) return {value.GetString(), value.GetStringLength()};
  return std::string(json);
}

// "voteRecorded.ballots[1]" of "voteRecorded.ballots[1].choice"; empty: it is in no list.
std::string item_of(std::string_view path) {
  const std::size_t close = path.rfind(']');
  return close == std::string_view::npos ? std::string() : std::string(path.substr(0, close + 1));
}

// By what an item of a list is told from the others.
std::string owner_of(std::string_view path, const rapidjson::Document& act) {
  const std::string item = item_of(path);
  if (item.empty() || item == path) return {};
  const std::string pointer = pointer_of(item);
  const rapidjson::Value* value = rapidjson::Pointer(pointer.data(), pointer.size()).Get(act);
  if (value == nullptr || !value->IsObject()) return {};
  for (const char* name : {"mandate", "id", "member", "language", "name"}) {
    const auto found = value->FindMember(name);
    if (found != value->MemberEnd() && found->value.IsString()) return found->value.GetString();
  }
  return {};
}

// 0: there is no such act, and the rules would have refused.
std::uint64_t position_of(const Register& reg, schema::ActRef::Reader ref) {
  const auto id = ActId::from(bytes_of(ref.getId()));
  const auto found =
      id ? reg.get(governance::Table::kActs, governance::act_key(ref.getRecordedAt(), *id)) : std::nullopt;
  return found ? governance::read_big_endian(found->first(8)) : 0;
}

std::string or_nothing(const std::string& text) {
  return text.empty() ? "nothing" : text;
}

}  // namespace

Result<event::Act> as_it_stands(const Register& reg, const governance::History& history, std::uint64_t position) {
  JUMELAGE_TRY(event::Act act, event::Act::parse(history.act(position)));
  for (const std::uint64_t at : projection::corrections_of(reg, position)) {
    JUMELAGE_TRY(const event::Act correction, event::Act::parse(history.act(at)));
    JUMELAGE_TRY(act, governance::correct(act, correction.reader().getRecordCorrected()));
  }
  return act;
}

std::vector<FieldChange> field_changes(schema::RecordCorrected::Reader correction, const event::Act& stands) {
  rapidjson::Document act;
  act.Parse(event::act_to_json(stands).c_str());
  std::vector<FieldChange> out;
  for (const auto one : correction.getCorrections()) {
    const std::string_view field = view(one.getField());
    out.push_back({std::string(field), owner_of(field, act), one.hasWas() ? value_text(view(one.getWas())) : "",
                   one.hasIs() ? value_text(view(one.getIs())) : ""});
  }
  return out;
}

Result<CorrectionEffect> effect_of_correction(const Register& reg, const governance::History& history,
                                              std::uint64_t position, schema::RecordCorrected::Reader correction,
                                              const governance::Effects& effects) {
  CorrectionEffect out;
  out.target = position_of(reg, correction.getTarget());
  JUMELAGE_TRY(const event::Act stands, as_it_stands(reg, history, out.target));
  out.changes = field_changes(correction, stands);
  out.consequences = consequences_of(reg, position, effects);
  out.cured = cured_by(reg, position, effects);
  return out;
}

std::string change_text(const FieldChange& change) {
  return fmt::format("{}{}: {} → {}", change.field, change.of.empty() ? "" : " of " + change.of, or_nothing(change.was),
                     or_nothing(change.is));
}

void add_effect(const CorrectionEffect& effect, cli::Fields& fields) {
  for (const FieldChange& change : effect.changes)
    fields.field(fmt::format("corrects #{}", effect.target), one_line(change_text(change)), cli::Tone::kHeading);
  for (const Consequence& one : effect.consequences) {
    fields.field("then", fmt::format("{}: {} → {}", one.what, one.before, one.after), cli::Tone::kWarning);
    if (!one.arithmetic.empty()) add_arithmetic("because", one.arithmetic, fields);
  }
  for (const std::uint64_t position : effect.cured)
    fields.field("cures", fmt::format("what was found about #{}", position), cli::Tone::kGood);
  if (effect.consequences.empty() && effect.cured.empty())
    fields.field("then", "nothing else changes: no vote, decision or other thing comes to anything else");
}

void write_effect(const CorrectionEffect& effect, JsonOutput& out) {
  out.object("correction").number("of", effect.target).list("changes");
  for (const FieldChange& change : effect.changes)
    out.object()
        .text("field", change.field)
        .optional_text("whose", change.of)
        .optional_text("was", change.was)
        .optional_text("is", change.is)
        .end();
  out.end().list("consequences");
  for (const Consequence& one : effect.consequences)
    out.object()
        .text("what", one.what)
        .text("before", one.before)
        .text("after", one.after)
        .optional_text("arithmetic", one.arithmetic)
        .end();
  out.end().list("cures");
  for (const std::uint64_t position : effect.cured) out.raw_item(std::to_string(position));
  out.end().end();
}

}  // namespace jumelage::tools
