#include "governance/context.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/check.h"
#include "base/hex.h"
#include "base/text.h"
#include "governance/dates.h"
#include "governance/decision_standing.h"
#include "governance/finding_codes.h"
#include "governance/kind_names.h"

namespace jumelage::governance {
namespace {

constexpr std::string_view kSubjectCounter = "subjects";

}  // namespace

Context::Context(const Register& reg, const Place& place, const event::Act& act, Effects& effects, Roles roles)
    : reg_(reg), place_(place), act_(act), effects_(effects), roles_(std::move(roles)) {
  day_ = decision_day(act.reader());
}

// The founding act's items build on each other at position 0; every other act builds on what stands before it.
std::uint64_t Context::horizon() const {
  return position() == 0 ? 0 : position() - 1;
}

bool Context::is_later(Number number) const {
  const auto item = reg_.floor(Table::kRows, row_key(number, horizon()));
  return !item || read_big_endian(item->key.first(4)) != number;
}

const History& Context::history() const {
  if (place_.history == nullptr) throw RegisterFault("the log before this act is not at hand, and its rule needs it");
  return *place_.history;
}

event::Act Context::act_at(std::uint64_t position) const {
  auto act = event::Act::parse(history().act(position));
  if (!act)
    throw RegisterFault(fmt::format("the act at position {} cannot be read: {}", position, act.error().message()));
  return std::move(act).value();
}

Number Context::number_of(std::string_view slug) const {
  if (slug.empty()) return 0;
  const auto named = reg_.get(Table::kNames, name_key(slug));
  return named ? static_cast<Number>(read_big_endian(named->first(4))) : 0;
}

Result<Number> Context::find(std::string_view slug, SubjectKind kind) const {
  const auto named = slug.empty() ? std::nullopt : reg_.get(Table::kNames, name_key(slug));
  if (!named) {
    return Error(Refusal::kUnknownSubject,
                 fmt::format("nothing here has the id \"{}\"; a {} was expected", for_terminal(slug), kind_text(kind)));
  }
  const auto found = static_cast<SubjectKind>((*named)[4]);
  if (found != kind) {
    return Error(Refusal::kWrongKind, fmt::format("\"{}\" is the id of a {}; a {} was expected", for_terminal(slug),
                                                  kind_text(found), kind_text(kind)));
  }
  return static_cast<Number>(read_big_endian(named->first(4)));
}

Result<Number> Context::find_optional(capnp::Text::Reader slug, SubjectKind kind) const {
  if (slug.size() == 0) return Number{0};
  return find(slug, kind);
}

std::string Context::slug_of(Number number) const {
  const auto subject = reg_.get(Table::kSubjects, subject_key(number));
  if (!subject) throw RegisterFault(fmt::format("subject number {} has no id", number));
  return std::string(as_text(subject->subspan(1)));
}

SubjectKind Context::kind_of(Number number) const {
  const auto subject = reg_.get(Table::kSubjects, subject_key(number));
  if (!subject) throw RegisterFault(fmt::format("subject number {} has no kind", number));
  return static_cast<SubjectKind>((*subject)[0]);
}

std::optional<State> Context::state(Number number) {
  for (const Cached& cached : cache_)
    if (cached.number == number) return cached.state;
  const auto item = reg_.floor(Table::kRows, row_key(number, horizon()));
  if (!item || read_big_endian(item->key.first(4)) != number) return std::nullopt;
  const std::uint64_t position = read_big_endian(item->key.subspan(4));
  const State state{keep(item->value).root<schema::SubjectRow>(), position};
  cache_.push_back({number, state});
  return state;
}

schema::LedgerState::Reader Context::ledger_at(std::uint64_t position) {
  const auto item = reg_.floor(Table::kRows, row_key(kLedgerNumber, std::min(position, horizon())));
  if (!item || read_big_endian(item->key.first(4)) != kLedgerNumber) throw RegisterFault("the ledger has no state");
  return keep(item->value).root<schema::SubjectRow>().getLedger();
}

schema::SubjectRow::Reader Context::row(Number number) {
  const auto found = state(number);
  if (!found) throw RegisterFault(fmt::format("subject number {} has no state", number));
  return found->row;
}

schema::SubjectRow::Reader Context::written_row(Number number) {
  if (std::find(rewritten_.begin(), rewritten_.end(), number) == rewritten_.end()) return row(number);
  return keep(*effects_.find(Table::kRows, row_key(number, position()))).root<schema::SubjectRow>();
}

RowMessage& Context::keep(ByteView stored) {
  kept_.push_back(std::make_unique<RowMessage>(stored));
  return *kept_.back();
}

Result<schema::RuleSet::Reader> Context::rule_set(Number number, std::uint32_t version) {
  std::optional<State> at = state(number);
  while (at && at->row.getRuleSet().getVersion() > version && at->position > 0) {
    const auto earlier = reg_.floor(Table::kRows, row_key(number, at->position - 1));
    if (!earlier || read_big_endian(earlier->key.first(4)) != number) break;
    at = State{keep(earlier->value).root<schema::SubjectRow>(), read_big_endian(earlier->key.subspan(4))};
  }
  if (at && at->row.getRuleSet().getVersion() == version) return at->row.getRuleSet();
  return Error(Refusal::kUnknownSubject,
               fmt::format("rule set \"{}\" has no version {}; enact it first or name one that was enacted",
                           slug_of(number), version));
}

std::uint64_t Context::counter(ByteView name) const {
  const auto value = reg_.get(Table::kCounters, name);
  return value ? read_big_endian(*value) : 0;
}

void Context::set_counter(ByteView name, std::uint64_t value) {
  put(Table::kCounters, name, Key().u64(value));
}

void Context::finding(std::string_view code, std::string text, Number subject, Number cause) {
  effects_.findings.push_back({code, std::move(text), subject, cause});
}

bool Context::found_about(Number subject) const {
  return std::any_of(effects_.findings.begin(), effects_.findings.end(),
                     [&](const Finding& finding) { return finding.subject == subject; });
}

Number Context::created_number(std::string_view slug) const {
  for (const auto& [created, number] : created_slugs_)
    if (created == slug) return number;
  return 0;
}

Result<Number> Context::create(std::string_view slug, SubjectKind kind) {
  if (kind != SubjectKind::KEY && slug.size() == 2 * KeyId::kSize && from_hex(slug))
    return Error(Refusal::kBadValue,
                 fmt::format("the id \"{}\" looks like a key's, which nothing else may take; choose another",
                             for_terminal(slug)));
  if (const Number taken = number_of(slug); taken != 0 || created_number(slug) != 0) {
    return Error(Refusal::kIdTaken,
                 fmt::format("the id \"{}\" is taken{}; ids are never used twice, so choose another",
                             for_terminal(slug), taken ? fmt::format(" by a {}", kind_text(kind_of(taken))) : ""));
  }
  const auto number = static_cast<Number>(counter(as_bytes(kSubjectCounter)) + ++created_);
  put(Table::kNames, name_key(slug), Key().u32(number).u8(static_cast<std::uint8_t>(kind)));
  put(Table::kSubjects, subject_key(number), Key().u8(static_cast<std::uint8_t>(kind)).bytes(as_bytes(slug)));
  set_counter(as_bytes(kSubjectCounter), number);
  created_slugs_.emplace_back(slug, number);
  return number;
}

void Context::stamp(schema::SubjectRow::Builder row, Number number) const {
  // In place where a copied row brought an id along: setting it anew would leave the old one behind as dead bytes.
  const ByteView id = act_.id().view();
  auto copied = row.getActId();
  if (copied.size() == id.size()) {
    std::copy(id.begin(), id.end(), copied.begin());
  } else {
    row.setActId(to_data(id));
  }
  row.setRecordedAt(act().getRecordedAt().getUtc());
  if (found_about(number)) row.setIrregular(true);
}

void Context::write_state(Number number, RowBuilder& row, bool subject) {
  put(Table::kRows, row_key(number, position()), row.bytes());
  rewritten_.push_back(number);
  if (!subject) return;
  const bool known =
      std::any_of(written_.begin(), written_.end(), [&](const Written& w) { return w.number == number; });
  if (known) return;
  const bool created = std::any_of(created_slugs_.begin(), created_slugs_.end(),
                                   [&](const auto& entry) { return entry.second == number; });
  written_.push_back({number, created});
}

void Context::link(Number parent, SubjectKind kind, Number child) {
  put(Table::kLinks, link_key(parent, static_cast<std::uint8_t>(kind), child), {});
}

Result<void> Context::register_documents(capnp::List<schema::DocumentRef>::Reader documents) {
  for (const auto document : documents) {
    JUMELAGE_TRY(register_document(document));
  }
  return ok();
}

Result<void> Context::register_document(schema::DocumentRef::Reader document) {
  const ByteView digest = view(document.getDigest());
  if (const auto known = load<schema::DocumentRow>(Table::kDocuments, digest)) {
    if (known->getErasedAt() != kNever) {
      return Error(Refusal::kDocumentUnknown,
                   fmt::format("document {} was erased and cannot be named any more", to_hex(digest)));
    }
    if (known->getSize() != document.getSize() || known->getErasable() != document.getErasable()) {
      return Error(Refusal::kBadValue,
                   fmt::format("document {} was registered with {} bytes and as {}; name it in the same way",
                               to_hex(digest), known->getSize(), known->getErasable() ? "erasable" : "not erasable"));
    }
    return ok();
  }
  const bool entered =
      std::any_of(documents_.begin(), documents_.end(), [&](const Bytes& d) { return equal(d, digest); });
  if (entered) return ok();
  documents_.emplace_back(digest.begin(), digest.end());
  put_row<schema::DocumentRow>(Table::kDocuments, digest, [&](schema::DocumentRow::Builder row) {
    row.setSize(document.getSize());
    row.setErasable(document.getErasable());
    row.setVisibility(document.getVisibility());
    row.setRole(document.getRole());
    row.setRegisteredAt(position());
    row.setErasedAt(kNever);
  });
  return ok();
}

Result<std::uint64_t> Context::resolve(schema::ActRef::Reader ref) const {
  const ByteView id = view(ref.getId());
  const auto found = reg_.get(Table::kActs, act_key(ref.getRecordedAt(), *ActId::from(id)));
  if (!found || !equal(found->subspan(8), id.subspan(8))) {
    return Error(Refusal::kUnknownSubject,
                 fmt::format("no act {} recorded at {} is in this log", to_hex(id), format_utc(ref.getRecordedAt())));
  }
  return read_big_endian(found->first(8));
}

Result<void> Context::expect_adopted(capnp::Text::Reader slug, Number subject) {
  if (founding()) return ok();
  if (slug.size() == 0) {
    finding(kDecisionMissing, "no decision is named; name the adopted decision that this act carries out", subject);
    return ok();
  }
  JUMELAGE_TRY(const Number number, find(slug, SubjectKind::DECISION));
  const schema::DecisionState::Reader decision = this->decision(number);
  const bool irregular = row(number).getIrregular();
  const DecisionStatus status = standing_on(decision, irregular, day());
  const std::string id = for_terminal(view(slug));
  if (subject != 0) link(number, SubjectKind::NONE, subject);
  if (status == DecisionStatus::EXECUTORY && !irregular) return ok();
  if (decision.getImported()) {
    finding(kDecisionImported, fmt::format("decision \"{}\" was imported: it is not one of this council", id), subject);
  } else if (status == DecisionStatus::REJECTED || status == DecisionStatus::ANNULLED || is_over(status)) {
    finding(kDecisionNotAdopted,
            fmt::format("decision \"{}\" is {}: not an adopted one in force", id, status_text(status)), subject);
  } else if (irregular) {
    finding(kDecisionIrregular, fmt::format("decision \"{}\" is irregular; cure its findings first", id), subject,
            number);
  } else {
    finding(kDecisionNotExecutory,
            fmt::format("decision \"{}\" is {}; wait until it is executory", id, status_text(status)), subject, number);
  }
  return ok();
}

}  // namespace jumelage::governance
