#include "app/consequences.h"

#include <fmt/format.h>

#include <map>

#include "app/lookup.h"
#include "app/reading.h"
#include "governance/kind_names.h"
#include "schema/register.capnp.h"
#include "show/decision_life.h"
#include "show/session_data.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

using governance::Effects;
using governance::read_big_endian;
using governance::Row;
using governance::Table;

// What an act writes last under each key of one table, in the order of the keys.
std::map<Bytes, Bytes> written(const Effects& effects, Table table) {
  std::map<Bytes, Bytes> out;
  effects.for_each([&](Table put_table, ByteView key, ByteView value) {
    if (put_table == table) out.insert_or_assign(Bytes(key.begin(), key.end()), Bytes(value.begin(), value.end()));
  });
  return out;
}

// "adopted (for 5, against 4, abstain 0)"
std::string result_text(schema::VoteRow::Reader vote) {
  const std::string outcome = computed_text(vote.getOutcome());
  if (vote.getElection() != 0) return outcome;
  return fmt::format("{} (for {}, against {}, abstain {})", outcome, vote.getFor(), vote.getAgainst(),
                     vote.getAbstain());
}

// Of the same record, as it stands.
std::string result_before(const Register& reg, Number item, std::uint64_t record_at) {
  std::string out = "not counted";
  reg.scan(Table::kVotes, governance::Key().u32(item), [&](Register::Item stored) {
    const Row<schema::VoteRow> row(stored.value);
    const bool is_it = row.reader().getRecordAt() == record_at && !row.reader().getSuperseded();
    if (is_it) out = result_text(row.reader());
    return !is_it;
  });
  return out;
}

std::string name_of_vote(const Register& reg, Number item, unsigned round, schema::VoteRow::Reader vote) {
  if (vote.getElection() != 0) return fmt::format("election {}", projection::slug_of(reg, vote.getElection()));
  return fmt::format("vote {} on {}", round, projection::slug_of(reg, item));
}

void add_votes(const Register& reg, std::uint64_t position, const Effects& effects, std::vector<Consequence>& out) {
  for (const auto& [key, value] : written(effects, Table::kVotes)) {
    const ByteView bytes(key);
    if (read_big_endian(bytes.subspan(6)) != position) continue;  // an older row, superseded
    const auto item = static_cast<Number>(read_big_endian(bytes.first(4)));
    const Row<schema::VoteRow> row(value);
    const auto vote = row.reader();
    const auto round = static_cast<unsigned>(read_big_endian(bytes.subspan(4, 2)));
    out.push_back({name_of_vote(reg, item, round, vote), result_before(reg, item, vote.getRecordAt()),
                   result_text(vote), std::string(view(vote.getArithmetic()))});
  }
}

// In a few words how a thing stands.
std::string standing_text(const Register& reg, schema::SubjectRow::Reader row) {
  std::string out;
  // An irregular one has no effect, whatever else holds of it.
  const bool tells_more = row.isDecision() && (!row.getIrregular() || row.getDecision().getImported());
  if (tells_more) out = standing_words(row.getDecision(), row.getIrregular(), today());
  if (row.isSession()) out = std::string(view(row.getSession().getQuorumText()));
  if (row.isElection()) {
    const Number elected = row.getElection().getElected();
    out = elected == 0 ? "nobody elected" : projection::slug_of(reg, elected) + " elected";
  }
  const std::string_view flag = row.getIrregular() ? "irregular" : "in order";
  return out.empty() ? std::string(flag) : fmt::format("{}, {}", out, flag);
}

std::string name_of_subject(const Register& reg, Number subject, SubjectKind kind) {
  std::string out = fmt::format("{} {}", governance::kind_text(kind), projection::slug_of(reg, subject));
  if (kind != SubjectKind::DECISION) return out;
  const std::string number = number_of_decision(reg, subject);
  return number.empty() ? out : fmt::format("{} ({})", out, number);
}

void add_subjects(const Register& reg, const Effects& effects, std::vector<Consequence>& out) {
  for (const auto& [key, value] : written(effects, Table::kRows)) {
    const auto subject = static_cast<Number>(read_big_endian(ByteView(key).first(4)));
    const auto before = projection::row_at(reg, subject);
    if (!before) continue;
    const Row<schema::SubjectRow> after(value);
    std::string was = standing_text(reg, **before);
    std::string is = standing_text(reg, after.reader());
    if (was != is)
      out.push_back(
          {name_of_subject(reg, subject, projection::kind_of(reg, subject)), std::move(was), std::move(is), {}});
  }
}

}  // namespace

std::vector<Consequence> consequences_of(const Register& reg, std::uint64_t position, const Effects& effects) {
  std::vector<Consequence> out;
  add_votes(reg, position, effects, out);
  add_subjects(reg, effects, out);
  return out;
}

std::vector<std::uint64_t> cured_by(const Register& reg, std::uint64_t position, const Effects& effects) {
  std::vector<std::uint64_t> out;
  for (const auto& [key, value] : written(effects, Table::kFindings)) {
    const std::uint64_t about = read_big_endian(ByteView(key).first(8));
    const Row<schema::FindingRow> row(value);
    const bool is_known = reg.get(Table::kFindings, key).has_value();
    const bool is_cured = is_known && row.reader().getCuredAt() == position;
    if (is_cured && (out.empty() || out.back() != about)) out.push_back(about);
  }
  return out;
}

}  // namespace jumelage::tools
