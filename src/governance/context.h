// What one rule sees, and all that it may do. Made by judge() for one act and gone with it.
//
// Reads are of the state *before* the act; what a rule writes it doesn't read back. Readers handed out live as long as
// the context. Not thread-safe.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "event/act.h"
#include "governance/effects.h"
#include "governance/judge.h"
#include "governance/keys.h"
#include "governance/refusal.h"
#include "governance/register.h"
#include "governance/roles.h"
#include "governance/row.h"
#include "schema/act.capnp.h"
#include "schema/register.capnp.h"
#include "schema/register_sessions.capnp.h"

namespace jumelage::governance {

using schema::SubjectKind;

inline constexpr Number kLedgerNumber = 1;  // the ledger is the first subject of every ledger
inline constexpr std::string_view kLedgerSlug = "ledger";

// A subject as it stood before the act.
struct State {
  schema::SubjectRow::Reader row;
  std::uint64_t position = 0;  // of the act that made it so
};

class Context {
 public:
  // All arguments must outlive the context. `effects` is added to. In the founding act the founders' signatures
  // stand for all others, and what the act itself wrote so far (position 0) is seen.
  Context(const Register& reg, const Place& place, const event::Act& act, Effects& effects, Roles roles);

  const Place& place() const { return place_; }
  std::uint64_t position() const { return place_.index.value; }
  schema::Act::Reader act() const { return act_.reader(); }
  const event::Act& acting() const { return act_; }
  const ActId& act_id() const { return act_.id(); }
  const Register& reader() const { return reg_; }
  const Roles& roles() const { return roles_; }
  void set_roles(Roles roles) { roles_ = std::move(roles); }
  bool founding() const { return roles_.founding; }
  bool imported() const { return act().getBasis() == schema::Basis::IMPORTED; }
  // The civil day (Rata Die) of what the act records: decidedAt, else recordedAt, on its own wall clock.
  std::uint32_t day() const { return day_; }

  // --- Subjects by name and number
  // 0: nothing has that id.
  Number number_of(std::string_view slug) const;
  // Refused with kUnknownSubject or kWrongKind, naming the id.
  Result<Number> find(std::string_view slug, SubjectKind kind) const;
  Result<Number> find(capnp::Text::Reader slug, SubjectKind kind) const { return find(view(slug), kind); }
  Result<Number> find(const std::string& slug, SubjectKind kind) const { return find(std::string_view(slug), kind); }
  // 0 for an empty id, which is how an optional one is left out.
  Result<Number> find_optional(capnp::Text::Reader slug, SubjectKind kind) const;
  // `number` must be a subject's.
  std::string slug_of(Number number) const;
  SubjectKind kind_of(Number number) const;

  // --- State. A number that find() gave always has a state.
  std::optional<State> state(Number number);
  schema::LedgerState::Reader ledger() { return row(kLedgerNumber).getLedger(); }
  schema::KeyState::Reader key(Number n) { return row(n).getKey(); }
  schema::MemberState::Reader member(Number n) { return row(n).getMember(); }
  schema::PersonState::Reader person(Number n) { return row(n).getPerson(); }
  schema::BodyState::Reader body(Number n) { return row(n).getBody(); }
  schema::MandateState::Reader mandate(Number n) { return row(n).getMandate(); }
  schema::OfficeState::Reader office(Number n) { return row(n).getOffice(); }
  schema::SessionState::Reader session(Number n) { return row(n).getSession(); }
  schema::ProposalState::Reader proposal(Number n) { return row(n).getProposal(); }
  schema::DecisionState::Reader decision(Number n) { return row(n).getDecision(); }
  schema::ProxyState::Reader proxy(Number n) { return row(n).getProxy(); }
  schema::ElectionState::Reader election(Number n) { return row(n).getElection(); }
  schema::AgreementState::Reader agreement(Number n) { return row(n).getAgreement(); }
  schema::CommitmentState::Reader commitment(Number n) { return row(n).getCommitment(); }
  schema::ProjectState::Reader project(Number n) { return row(n).getProject(); }
  schema::ExpertiseState::Reader expertise(Number n) { return row(n).getExpertise(); }
  schema::ConsultationState::Reader consultation(Number n) { return row(n).getConsultation(); }
  // One version of a rule set; refused with kUnknownSubject when it was never enacted.
  Result<schema::RuleSet::Reader> rule_set(Number number, std::uint32_t version);
  // A row of another table (VoteRow, AttendanceRow, DocumentRow); the value under the greatest key not above `upto`
  // is found with reader().floor() and read with Row<T>.
  template <class T>
  std::optional<typename T::Reader> load(Table table, ByteView key) {
    const auto stored = reg_.get(table, key);
    if (!stored) return std::nullopt;
    return keep(*stored).root<T>();
  }
  std::uint64_t counter(ByteView name) const;  // 0 when never set

  // --- Writing. Findings first: a row written afterwards is marked irregular when one is about its subject.
  // With a `cause`, the finding is cured when that decision or delegation comes into force (decision_dependants.h).
  void finding(std::string_view code, std::string text, Number subject = 0, Number cause = 0);
  bool found_about(Number subject) const;  // whether this act has a finding about it
  std::size_t finding_count() const { return effects_.findings.size(); }
  // Refused with kIdTaken: ids are unique in the whole ledger, for ever. The new subject still needs its put_state().
  Result<Number> create(std::string_view slug, SubjectKind kind);
  Result<Number> create(capnp::Text::Reader slug, SubjectKind kind) { return create(view(slug), kind); }
  Result<Number> create(const std::string& slug, SubjectKind kind) { return create(std::string_view(slug), kind); }
  // The act is about this subject: its whole new state. `fill` gets an empty SubjectRow::Builder and inits the union.
  template <class Fill>
  void put_state(Number number, Fill&& fill) {
    RowBuilder row;
    auto root = row.init<schema::SubjectRow>();
    std::forward<Fill>(fill)(root);
    stamp(root, number);
    write_state(number, row, true);
  }
  // The act is about this subject: its present state, changed by `fill`, which gets a copy.
  template <class Fill>
  void update_state(Number number, Fill&& fill) {
    RowBuilder row;
    auto root = row.copy(this->row(number));
    std::forward<Fill>(fill)(root);
    stamp(root, number);
    write_state(number, row, true);
  }
  // The act is about this subject and leaves its state as it is.
  void touch(Number number) {
    update_state(number, [](schema::SubjectRow::Builder) {});
  }
  // The act changes this subject only as a consequence: it isn't among the act's subjects, and the newest act on it
  // stays what it was.
  template <class Fill>
  void amend_state(Number number, Fill&& fill) {
    RowBuilder row;
    auto root = row.copy(this->row(number));
    std::forward<Fill>(fill)(root);
    write_state(number, row, false);
  }
  template <class T, class Fill>
  void put_row(Table table, ByteView key, Fill&& fill) {
    RowBuilder row;
    std::forward<Fill>(fill)(row.init<T>());
    effects_.put(table, key, row.bytes());
  }
  void put(Table table, ByteView key, ByteView value) { effects_.put(table, key, value); }
  void link(Number parent, SubjectKind kind, Number child);
  void set_counter(ByteView name, std::uint64_t value);
  void assign(AssignedNumber number) { effects_.assigned = std::move(number); }
  void erase_document(ByteView digest) { effects_.erased_documents.emplace_back(digest.begin(), digest.end()); }

  // Children of one kind, in the order of their numbers, until `visit(Number)` returns false.
  template <class Visit>
  void children(Number parent, SubjectKind kind, Visit&& visit) const {
    reg_.scan(Table::kLinks, Key().u32(parent).u8(static_cast<std::uint8_t>(kind)),
              [&](Register::Item item) { return visit(static_cast<Number>(read_big_endian(item.key.subspan(5)))); });
  }

  // Documents named by an act are entered once; what was fixed then must be said the same way again (kBadValue).
  Result<void> register_documents(capnp::List<schema::DocumentRef>::Reader documents);
  Result<void> register_document(schema::DocumentRef::Reader document);
  // Where an earlier act stands: refused with kUnknownSubject.
  Result<std::uint64_t> resolve(schema::ActRef::Reader ref) const;
  // An irregular finding ("decision.missing", "decision.not_adopted") about `subject` unless `slug` names a decision
  // that is in force on the day of the act; an id that nothing has is refused. Asks for nothing in the founding act.
  // `subject` is linked to the decision, so that it follows what becomes of that (decision_dependants.h).
  Result<void> expect_adopted(capnp::Text::Reader slug, Number subject);

  // --- For judge(): which subjects the rule wrote as the act's own.
  struct Written {
    Number number;
    bool created;
  };
  const std::vector<Written>& written() const { return written_; }
  Number created_number(std::string_view slug) const;

 private:
  schema::SubjectRow::Reader row(Number number);
  RowMessage& keep(ByteView stored);
  void stamp(schema::SubjectRow::Builder row, Number number) const;
  void write_state(Number number, RowBuilder& row, bool subject);
  std::uint64_t horizon() const;

  struct Cached {
    Number number;
    State state;
  };
  const Register& reg_;
  const Place& place_;
  const event::Act& act_;
  Effects& effects_;
  Roles roles_;
  std::uint32_t day_;
  Number created_ = 0;  // how many subjects this act created so far
  std::vector<std::pair<std::string, Number>> created_slugs_;
  std::vector<Written> written_;
  std::vector<Cached> cache_;
  std::vector<std::unique_ptr<RowMessage>> kept_;
  std::vector<Bytes> documents_;  // digests entered by this act
};

}  // namespace jumelage::governance
