#include "property/register_laws.h"

#include <fmt/format.h>

#include <map>
#include <set>

#include "base/hex.h"
#include "governance/keys.h"
#include "governance/row.h"
#include "schema/register.capnp.h"

namespace jumelage::test {
namespace {

using governance::Key;
using governance::kNever;
using governance::Number;
using governance::read_big_endian;
using governance::Register;
using governance::Row;
using governance::Table;
using governance::view;
using schema::SubjectKind;

struct Subject {
  Number number;
  SubjectKind kind;
  std::string id;
};

std::vector<Subject> subjects(const Register& reg, SubjectKind kind = SubjectKind::NONE) {
  std::vector<Subject> out;
  reg.scan(Table::kSubjects, {}, [&](Register::Item item) {
    const auto is = static_cast<SubjectKind>(item.value[0]);
    if (kind == SubjectKind::NONE || kind == is)
      out.push_back({static_cast<Number>(read_big_endian(item.key)), is, std::string(as_text(item.value.subspan(1)))});
    return true;
  });
  return out;
}

// A subject's newest row, up to a position.
Row<schema::SubjectRow> row_of(const Register& reg, Number number, std::uint64_t position = kNever) {
  return Row<schema::SubjectRow>(reg.floor(Table::kRows, governance::row_key(number, position))->value);
}

std::uint64_t position_of_newest(const Register& reg, Number number) {
  return read_big_endian(reg.floor(Table::kRows, governance::row_key(number, kNever))->key.subspan(4));
}

}  // namespace

Broken ids_and_numbers(const Register& reg) {
  Broken broken;
  std::set<std::string> ids;
  Number last = 0;
  for (const Subject& one : subjects(reg)) {
    if (one.number != ++last) broken.push_back(fmt::format("number {} is missing", last));
    if (!ids.insert(one.id).second) broken.push_back(fmt::format("the id {} is there twice", one.id));
    const auto named = reg.get(Table::kNames, governance::name_key(one.id));
    if (!named || read_big_endian(named->first(4)) != one.number)
      broken.push_back(fmt::format("the id {} does not lead to number {}", one.id, one.number));
    const auto row = reg.floor(Table::kRows, governance::row_key(one.number, kNever));
    if (!row || read_big_endian(row->key.first(4)) != one.number)
      broken.push_back(fmt::format("{} has no state", one.id));
  }
  std::size_t names = 0;
  reg.scan(Table::kNames, {}, [&](Register::Item) { return ++names != 0; });
  if (names != ids.size()) broken.push_back(fmt::format("{} names for {} subjects", names, ids.size()));
  return broken;
}

Broken session_numbers(const Register& reg) {
  Broken broken;
  std::map<Number, std::uint32_t> last;  // of each body; sessions come in the order in which they were convened
  for (const Subject& one : subjects(reg, SubjectKind::SESSION)) {
    const auto row = row_of(reg, one.number);
    const auto session = row.reader().getSession();
    if (session.getNumber() != ++last[session.getBody()])
      broken.push_back(fmt::format("session {} has number {}", one.id, session.getNumber()));
  }
  return broken;
}

Broken definitive_numbers(const Register& reg) {
  Broken broken;
  std::map<std::string, std::uint32_t> last;
  std::set<Number> decisions;
  reg.scan(Table::kNumbers, {}, [&](Register::Item item) {
    const std::string series = to_hex(item.key.first(item.key.size() - 4));
    const auto number = static_cast<std::uint32_t>(read_big_endian(item.key.last(4)));
    const auto decision = static_cast<Number>(read_big_endian(item.value));
    if (number != ++last[series]) broken.push_back(fmt::format("number {} follows a gap in {}", number, series));
    if (!decisions.insert(decision).second) broken.push_back(fmt::format("decision {} has two numbers", decision));
    if (row_of(reg, decision).reader().getDecision().getNumber() != number)
      broken.push_back(fmt::format("decision {} bears another number than {}", decision, number));
    return true;
  });
  reg.scan(Table::kSeries, {}, [&](Register::Item item) {
    if (last[to_hex(item.key)] != read_big_endian(item.value))
      broken.push_back(fmt::format("series {} has given {} numbers", to_hex(item.key), read_big_endian(item.value)));
    return true;
  });
  for (const Subject& one : subjects(reg, SubjectKind::DECISION)) {
    const auto row = row_of(reg, one.number);
    if ((row.reader().getDecision().getNumber() != 0) != decisions.contains(one.number))
      broken.push_back(fmt::format("decision {} bears a number that was not given", one.id));
  }
  return broken;
}

Broken closed_sessions(const Register& reg) {
  using Status = schema::ProposalState::Status;
  Broken broken;
  for (const Subject& one : subjects(reg, SubjectKind::SESSION)) {
    std::uint64_t closed_at = kNever;
    reg.scan(Table::kRows, Key().u32(one.number), [&](Register::Item item) {
      const Row<schema::SubjectRow> row(item.value);
      if (row.reader().getSession().getPhase() == schema::SessionState::Phase::CLOSED)
        closed_at = read_big_endian(item.key.subspan(4));
      return closed_at == kNever;
    });
    if (closed_at == kNever) continue;
    const auto session = row_of(reg, one.number, closed_at);
    for (const Number item : session.reader().getSession().getAgenda()) {
      const auto row = row_of(reg, item, closed_at);
      const auto state = row.reader().getProposal();
      const bool open = state.getStatus() == Status::TABLED || state.getStatus() == Status::VOTED;
      if (open && state.getSession() == one.number)
        broken.push_back(fmt::format("session {} closed with item {} open", one.id, item));
    }
  }
  return broken;
}

Broken standing_votes(const Register& reg) {
  Broken broken;
  for (const Subject& one : subjects(reg, SubjectKind::PROPOSAL)) {
    const auto row = row_of(reg, one.number);
    const auto item = row.reader().getProposal();
    std::map<std::uint64_t, std::size_t> standing;  // records of each round
    reg.scan(Table::kVotes, Key().u32(one.number), [&](Register::Item stored) {
      const Row<schema::VoteRow> vote(stored.value);
      const std::uint64_t round = read_big_endian(stored.key.subspan(4, 2));
      if (!vote.reader().getSuperseded()) ++standing[round];
      const bool is_last = round == item.getRounds() && !vote.reader().getSuperseded();
      if (is_last && read_big_endian(stored.key.subspan(6)) != item.getVote())
        broken.push_back(fmt::format("another vote stands on {} than its row says", one.id));
      if (is_last && vote.reader().getOutcome() != item.getOutcome())
        broken.push_back(fmt::format("{} has another outcome than its vote", one.id));
      return true;
    });
    if (standing.size() != item.getRounds())
      broken.push_back(fmt::format("{} has {} rounds, and votes of {}", one.id, item.getRounds(), standing.size()));
    for (const auto& [round, records] : standing)
      if (records != 1) broken.push_back(fmt::format("{} records stand of round {} on {}", records, round, one.id));
    if (item.getDecision() == 0) continue;
    const auto decision_row = row_of(reg, item.getDecision());
    const auto decision = decision_row.reader().getDecision();
    if (decision.getGround() != schema::DecisionState::Ground::VOTE) continue;
    if (decision.getVote() != item.getVote() || decision.getComputed() != item.getOutcome())
      broken.push_back(fmt::format("the decision on {} rests on another vote than stands", one.id));
  }
  return broken;
}

Broken flags(const Register& reg) {
  Broken broken;
  std::set<Number> flawed;
  reg.scan(Table::kFindings, {}, [&](Register::Item item) {
    const Row<schema::FindingRow> finding(item.value);
    if (finding.reader().getCuredAt() == kNever) flawed.insert(finding.reader().getSubject());
    return true;
  });
  for (const Subject& one : subjects(reg)) {
    if (one.kind != SubjectKind::PROPOSAL && one.kind != SubjectKind::DECISION && one.kind != SubjectKind::BODY &&
        one.kind != SubjectKind::MEMBER)
      continue;
    if (row_of(reg, one.number).reader().getIrregular() != flawed.contains(one.number))
      broken.push_back(fmt::format("{} is {}flagged, and has {} open finding; its row is of position {}", one.id,
                                   flawed.contains(one.number) ? "not " : "", flawed.contains(one.number) ? "an" : "no",
                                   position_of_newest(reg, one.number)));
  }
  return broken;
}

Broken quorums(const Register& reg) {
  Broken broken;
  const auto row = row_of(reg, 1);
  const auto ledger = row.reader().getLedger();
  std::size_t standing = 0;
  for (const auto witness : ledger.getFinality().getWitnesses()) {
    const auto named = reg.get(Table::kNames, governance::name_key(to_hex(view(witness.getKey()))));
    if (row_of(reg, static_cast<Number>(read_big_endian(named->first(4)))).reader().getKey().getRevokedAt() == kNever)
      ++standing;
  }
  if (standing < ledger.getFinality().getQuorum()) broken.emplace_back("fewer witnesses are left than their quorum");
  std::set<std::string_view> members;
  for (const auto one : ledger.getAdministration().getAdministrators()) members.insert(view(one.getMember()));
  if (members.size() < ledger.getAdministration().getQuorum())
    broken.emplace_back("fewer administrators are left than their quorum");
  return broken;
}

}  // namespace jumelage::test
