#include "projection/index.h"

#include <algorithm>
#include <array>
#include <set>

#include "crypto/sha256.h"
#include "governance/agreement_state.h"
#include "governance/decision_standing.h"
#include "governance/row.h"
#include "projection/open_findings.h"
#include "schema/register.capnp.h"

namespace jumelage::projection {
namespace {

using governance::Effects;
using governance::Key;
using governance::Number;
using governance::read_big_endian;
using governance::Row;
using governance::Table;
using Put = std::function<void(const Key&)>;

constexpr std::size_t kTermBytes = 9;  // field, value
constexpr std::uint32_t kLastDay = UINT32_MAX;

// Short enough for a key. Two values with the same hash are told apart by whoever looks at what was found.
std::uint64_t hash_of(std::initializer_list<std::string_view> parts) {
  crypto::Sha256 hash;
  for (const std::string_view part : parts) {
    hash.update(as_bytes(part));
    hash.update(std::array<std::uint8_t, 1>{0});
  }
  return read_big_endian(hash.finish().view().first(8));
}

Key term_key(Term term) {
  return Key().u8(static_cast<std::uint8_t>(term.field)).u64(term.value);
}

template <class Enum>
Term term(Field field, Enum value) {
  return {field, static_cast<std::uint64_t>(value)};
}

// Every day on which what the row says can begin to mean something else.
std::set<std::uint32_t> turning_days(schema::DecisionState::Reader decision) {
  if (decision.getImported() || decision.getAnnounced() != schema::Outcome::ADOPTED) return {kLastDay};
  std::set<std::uint32_t> days{decision.getDate(), decision.getPublishedOn(), decision.getEndedOn(), kLastDay};
  for (const auto step : decision.getClearances())
    for (const std::uint32_t day : {step.getSentOn(), step.getReceivedOn(), step.getAnsweredOn(), step.getDeadline()}) {
      days.insert(day);
      days.insert(day + 1);
    }
  days.erase(0);
  return days;
}

void decision_entries(const Effects& effects, ByteView key, schema::SubjectRow::Reader row, const Put& put) {
  const auto decision = row.getDecision();
  const Place place{decision.getDate(), static_cast<Number>(read_big_endian(key.first(4)))};
  put(index_key({Field::kDecision}, place));
  put(index_key({Field::kDecisionBody, decision.getBody()}, place));
  put(index_key(term(Field::kDecisionOutcome, decision.getAnnounced()), place));
  std::set<schema::DecisionState::Status> standings;
  for (const std::uint32_t day : turning_days(decision))
    standings.insert(governance::standing_on(decision, row.getIrregular(), day));
  for (const auto standing : standings) put(index_key(term(Field::kDecisionStanding, standing), place));
  // Its proposal is written by the same act, when that is the act that decides it.
  const auto stored = effects.find(Table::kRows, governance::row_key(decision.getItem(), read_big_endian(key.last(8))));
  if (!stored) return;
  const Row<schema::SubjectRow> proposal(*stored);
  if (!proposal.reader().isProposal()) return;
  const auto state = proposal.reader().getProposal();
  if (state.hasMatter())
    put(index_key(
        matter_term(governance::view(state.getMatter().getScheme()), governance::view(state.getMatter().getCode())),
        place));
  if (state.getTheme().size() != 0) put(index_key(theme_term(governance::view(state.getTheme())), place));
}

void session_entries(Number number, schema::SessionState::Reader session, const Put& put) {
  const Place place{session.getScheduledDay(), number};
  put(index_key({Field::kSession}, place));
  put(index_key({Field::kSessionBody, session.getBody()}, place));
}

void agreement_entries(Number number, schema::AgreementState::Reader agreement, const Put& put) {
  std::set<schema::AgreementState::Phase> phases{agreement.getPhase()};
  for (const std::uint32_t day : {1U, agreement.getFrom(), agreement.getUntil(), agreement.getEnds(), kLastDay})
    phases.insert(governance::phase_on(agreement, day));
  for (const auto phase : phases) put(index_key(term(Field::kAgreementPhase, phase), {0, number}));
  for (const auto& text : {agreement.getProposed(), agreement.getTerms()})
    if (text.getDraft() != 0) put(index_key(term(Field::kAgreementKind, text.getKind()), {0, number}));
}

// What is nobody's child is found by its kind.
void kind_entry(Number number, schema::SubjectKind kind, const Put& put) {
  put(index_key(term(Field::kKind, kind), {0, number}));
}

void row_entries(const Effects& effects, ByteView key, ByteView value, const Put& put) {
  const Row<schema::SubjectRow> stored(value);
  const auto row = stored.reader();
  const auto number = static_cast<Number>(read_big_endian(key.first(4)));
  std::uint32_t order = 0;
  auto kind = schema::SubjectKind::NONE;
  switch (row.which()) {
    case schema::SubjectRow::DECISION:
      decision_entries(effects, key, row, put);
      kind = schema::SubjectKind::DECISION;
      order = row.getDecision().getDate();
      break;
    case schema::SubjectRow::SESSION:
      session_entries(number, row.getSession(), put);
      kind = schema::SubjectKind::SESSION;
      order = row.getSession().getScheduledDay();
      break;
    case schema::SubjectRow::AGREEMENT:
      agreement_entries(number, row.getAgreement(), put);
      kind = schema::SubjectKind::AGREEMENT;
      break;
    case schema::SubjectRow::PROJECT:
      put(index_key(term(Field::kProjectStatus, row.getProject().getStatus()), {0, number}));
      kind = schema::SubjectKind::PROJECT;
      break;
    case schema::SubjectRow::PERSON: return kind_entry(number, schema::SubjectKind::PERSON, put);
    case schema::SubjectRow::PROXY: return kind_entry(number, schema::SubjectKind::PROXY, put);
    case schema::SubjectRow::OPINION: return kind_entry(number, schema::SubjectKind::OPINION, put);
    case schema::SubjectRow::MANDATE:
      return put(index_key({Field::kMandatePerson, row.getMandate().getPerson()}, {0, number}));
    default: return;
  }
  if (row.getIrregular()) put(index_key(term(Field::kIrregular, kind), {order, number}));
}

// A finding that is written again is one that was cured.
void finding_entry(const Effects& effects, const governance::Register& reg, ByteView key, ByteView value,
                   const Put& put) {
  const Row<schema::FindingRow> finding(value);
  const Number subject = finding.reader().getSubject();
  if (subject == 0 || finding.reader().getCuredAt() != governance::kNever) return;
  const std::uint64_t position = read_big_endian(key.first(8));
  // Most often the act has written its subject's row; that one needs no looking up.
  auto stored = effects.find(Table::kRows, governance::row_key(subject, position));
  if (!stored) {
    const auto floor = reg.floor(Table::kRows, governance::row_key(subject, position));
    if (!floor || read_big_endian(floor->key.first(4)) != subject) return;
    stored = floor->value;
  }
  const Number body = body_of(reg, subject, Row<schema::SubjectRow>(*stored).reader());
  if (body != 0) put(index_key({Field::kFindingBody, body}, place_of_position(position)));
}

class Walk {
 public:
  Walk(const governance::Register& reg, Direction direction) : reg_(reg), direction_(direction) {}

  // The first place of the term that is not before `from`, in the direction of the walk.
  std::optional<Place> first(Term term, Place from) const {
    const Key prefix = term_key(term);
    const auto item = direction_ == Direction::kOldestFirst ? reg_.ceiling(Table::kIndex, index_key(term, from))
                                                            : reg_.floor(Table::kIndex, index_key(term, from));
    if (!item || item->key.size() != kTermBytes + 8 || !equal(item->key.first(kTermBytes), prefix)) return std::nullopt;
    return Place{static_cast<std::uint32_t>(read_big_endian(item->key.subspan(kTermBytes, 4))),
                 static_cast<Number>(read_big_endian(item->key.last(4)))};
  }
  // False: there is none further.
  bool step(Place& place) const {
    const std::uint64_t at = position_of(place);
    const bool up = direction_ == Direction::kOldestFirst;
    if (at == (up ? UINT64_MAX : 0)) return false;
    place = place_of_position(up ? at + 1 : at - 1);
    return true;
  }

 private:
  const governance::Register& reg_;
  Direction direction_;
};

}  // namespace

Term matter_term(std::string_view scheme, std::string_view code) {
  return {Field::kDecisionMatter, hash_of({scheme, code})};
}

Term theme_term(std::string_view theme) {
  return {Field::kDecisionTheme, hash_of({theme})};
}

Key index_key(Term term, Place place) {
  return term_key(term).u32(place.order).u32(place.number);
}

void for_each_entry(const Effects& effects, const governance::Register& reg, const Put& put) {
  effects.for_each([&](Table table, ByteView key, ByteView value) {
    if (table == Table::kRows) row_entries(effects, key, value, put);
    if (table == Table::kFindings) finding_entry(effects, reg, key, value, put);
  });
}

void for_each_common(const governance::Register& reg, std::span<const Term> terms, Place from, Direction direction,
                     const std::function<bool(Place)>& visit) {
  const Walk walk(reg, direction);
  for (std::size_t agreed = 0;;) {
    // Each term in turn is asked for what the others have come to; it is common once all have said the same.
    for (const Term& term : terms) {
      const auto place = walk.first(term, from);
      if (!place) return;
      agreed = *place == from ? agreed + 1 : 1;
      from = *place;
      if (agreed >= terms.size()) break;
    }
    if (agreed < terms.size()) continue;
    if (!visit(from) || !walk.step(from)) return;
    agreed = 0;
  }
}

}  // namespace jumelage::projection
