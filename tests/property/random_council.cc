#include "property/random_council.h"

#include <algorithm>
#include <array>

#include "event/act.h"
#include "governance/dates.h"
#include "governance/row.h"

namespace jumelage::test {

using governance::Key;
using governance::kNever;
using governance::Table;
using governance::to_data;
using governance::to_text;
using governance::view;
using schema::Choice;
using schema::Outcome;
using schema::Presence;

namespace {

constexpr UnixMillis kHour_ms = 3'600'000;

event::Act parsed(const Bytes& act) {
  return std::move(event::Act::parse(act)).value();
}

void set_ref(schema::ActRef::Builder ref, const event::Act& act) {
  ref.setId(to_data(act.id().view()));
  ref.setRecordedAt(act.reader().getRecordedAt().getUtc());
}

}  // namespace

RandomCouncil::RandomCouncil(std::uint64_t seed) : random_(seed), nonsense_(seed + 1) {
  recorded_.push_back({Club::founding_act().canonical(), Club::kFoundedAt, std::nullopt});
}

void RandomCouncil::step() {
  using Make = void (RandomCouncil::*)();
  // The more often, the more of it a session needs.
  static const std::array<std::pair<unsigned, Make>, 23> kMakers = {{
      {3, &RandomCouncil::register_person},
      {4, &RandomCouncil::grant_mandate},
      {1, &RandomCouncil::change_mandate},
      {10, &RandomCouncil::table},
      {6, &RandomCouncil::convene},
      {8, &RandomCouncil::open},
      {5, &RandomCouncil::change_attendance},
      {16, &RandomCouncil::vote},
      {4, &RandomCouncil::dispose},
      {14, &RandomCouncil::decide},
      {8, &RandomCouncil::close},
      {1, &RandomCouncil::change_member},
      {2, &RandomCouncil::change_body},
      {2, &RandomCouncil::add_document},
      {2, &RandomCouncil::change_visibility},
      {1, &RandomCouncil::erase},
      {2, &RandomCouncil::enrol_key},
      {1, &RandomCouncil::revoke_key},
      {1, &RandomCouncil::change_witnesses},
      {2, &RandomCouncil::anchor},
      {3, &RandomCouncil::close_register},
      {12, &RandomCouncil::correct},
      {4, &RandomCouncil::garbage},
  }};
  unsigned sum = 0;
  for (const auto& [often, make] : kMakers) sum += often;
  auto at = static_cast<unsigned>(below(sum));
  club_.set_now(club_.now() + static_cast<UnixMillis>(below(12)) * kHour_ms);
  rows_.clear();
  ++made_;
  for (const auto& [often, make] : kMakers) {
    if (at < often) return (this->*make)();
    at -= often;
  }
}

std::vector<std::string> RandomCouncil::all(Kind kind) const {
  std::vector<std::string> ids;
  club_.reg().scan(Table::kSubjects, {}, [&](governance::Register::Item item) {
    if (static_cast<Kind>(item.value[0]) == kind) ids.emplace_back(as_text(item.value.subspan(1)));
    return true;
  });
  return ids;
}

std::string RandomCouncil::any(Kind kind) {
  const std::vector<std::string> ids = all(once_in(40) ? Kind::MEMBER : kind);
  if (ids.empty() || once_in(40)) return "nothing";
  // What was made last is what is worked on.
  return once_in(2) ? ids[ids.size() - 1 - below(std::min<std::size_t>(ids.size(), 4))] : one_of(ids);
}

std::string RandomCouncil::id_of(governance::Number number) const {
  const auto subject = club_.reg().get(Table::kSubjects, governance::subject_key(number));
  return subject ? std::string(as_text(subject->subspan(1))) : "nothing";
}

std::string RandomCouncil::session_at_work() {
  if (once_in(10)) return any(Kind::SESSION);
  std::vector<std::string> open = all(Kind::SESSION);
  std::erase_if(open, [&](const std::string& id) {
    return state(id).getSession().getPhase() != schema::SessionState::Phase::OPEN;
  });
  return open.empty() ? any(Kind::SESSION) : one_of(open);
}

std::string RandomCouncil::item_at_work(const std::string& session) {
  const auto row = state(session);
  if (once_in(10) || !row.isSession() || row.getSession().getAgenda().size() == 0) return any(Kind::PROPOSAL);
  const auto agenda = row.getSession().getAgenda();
  return id_of(agenda[static_cast<capnp::uint>(below(agenda.size()))]);
}

std::string RandomCouncil::fresh(const std::string& stem) {
  return stem + "-" + std::to_string(once_in(30) ? below(made_) : made_);
}

schema::SubjectRow::Reader RandomCouncil::state(const std::string& id) {
  const governance::Number number = club_.number_of(id);
  const auto item = club_.reg().floor(Table::kRows, governance::row_key(number == 0 ? 1 : number, kNever));
  rows_.push_back(std::make_unique<governance::RowMessage>(item->value));
  return rows_.back()->root<schema::SubjectRow>();
}

std::uint64_t RandomCouncil::counter(ByteView name) const {
  const auto value = club_.reg().get(Table::kCounters, name);
  return value ? governance::read_big_endian(*value) : 0;
}

RandomCouncil::Signers RandomCouncil::officers() {
  if (once_in(25)) return {Club::secretary()};
  if (once_in(25)) return {Club::chair()};
  return {once_in(3) ? Club::vice_chair() : Club::chair(), Club::secretary()};
}

void RandomCouncil::make(const Signers& signers, const Club::Fill& fill) {
  record(club_.draft(signers, fill));
}

void RandomCouncil::record(const event::ActBuilder& draft) {
  const auto act = event::Act::parse(draft.canonical());
  if (!act) {
    ++refused_;
    return;
  }
  const UnixMillis now = club_.now();
  auto effects = club_.record(draft);
  if (!effects) {
    ++refused_;
    return;
  }
  ++kinds_[act.value().kind()];
  recorded_.push_back({draft.canonical(), now, effects.value().assigned});
}

void RandomCouncil::register_person() {
  const std::string id = fresh("p");
  make({Club::secretary()}, [&](Act act) {
    auto payload = act.initPersonRegistered();
    payload.setId(to_text(id));
    set_document(payload.initDocument(), id, schema::DocumentRef::Role::PERSONAL, true);
  });
}

void RandomCouncil::grant_mandate() {
  const std::string member = one_of(std::vector<std::string>{"es-semara", "timbuktu", "vijayawada"});
  make({Club::mandate(member + "-1"), Club::secretary()}, [&](Act act) {
    auto payload = act.initMandateGranted();
    payload.setId(to_text(fresh("m")));
    payload.setPerson(to_text(any(Kind::PERSON)));
    payload.setBody("cci");
    payload.setMember(to_text(once_in(20) ? any(Kind::MEMBER) : member));
    payload.setCollege(once_in(10) ? "experts" : "cities");
    payload.setWeight(once_in(10) ? 2 : 1);
    payload.setFrom(day("2025-10-30"));
    if (!once_in(5)) set_document(payload.initInstrument(1)[0], "instrument", schema::DocumentRef::Role::INSTRUMENT);
  });
}

void RandomCouncil::change_mandate() {
  const std::string id = any(Kind::MANDATE);
  if (id.ends_with("-1")) return;  // the officers', or nobody could go on
  const auto mandate = state(id);
  if (!mandate.isMandate() || mandate.getMandate().getMember() == 0) return;
  make({Club::mandate("timbuktu-1")}, [&](Act act) {
    auto payload = act.initMandateChanged();
    payload.setId(to_text(id));
    payload.setChange(static_cast<schema::MandateChanged::Change>(below(3)));
    payload.setReason(static_cast<schema::MandateChanged::Reason>(below(3)));
    payload.setFrom(governance::day_of(act.getRecordedAt().asReader()));
  });
}

void RandomCouncil::table() {
  make({Club::secretary()}, [&](Act act) {
    auto payload = act.initProposalTabled();
    payload.setId(to_text(fresh("item")));
    payload.setBody("cci");
    set_title(payload.initTitle(1), "Title");
  });
}

void RandomCouncil::convene() {
  const auto next = static_cast<std::uint32_t>(
      counter(Key().bytes(as_bytes("session-numbers")).u8(0).u32(club_.number_of("cci"))) + 1);
  std::vector<std::string> agenda;
  for (std::size_t i = 0; i < 1 + below(3); ++i) agenda.push_back(any(Kind::PROPOSAL));
  make({Club::secretary()}, [&](Act act) {
    auto payload = act.initSessionConvened();
    payload.setId(to_text(fresh("session")));
    payload.setBody("cci");
    payload.setNumber(once_in(8) ? static_cast<std::uint32_t>(below(next + 2)) : next);
    payload.setCall(1);
    set_moment(payload.initScheduled(), club_.now() + static_cast<UnixMillis>(below(20)) * 24 * kHour_ms);
    auto items = payload.initAgenda(static_cast<capnp::uint>(agenda.size()));
    for (capnp::uint i = 0; i < items.size(); ++i) items.set(i, to_text(agenda[i]));
    payload.initRuleSet().setId("cci-rules");
    payload.getRuleSet().setVersion(1);
  });
}

void RandomCouncil::fill_attendance(capnp::List<schema::Attendance>::Builder lines,
                                    const std::vector<std::string>& mandates) {
  for (capnp::uint i = 0; i < lines.size(); ++i) {
    lines[i].setMandate(to_text(mandates[i]));
    lines[i].setPresence(once_in(4) ? Presence::ABSENT : Presence::PRESENT);
    if (once_in(20)) {
      lines[i].setPresence(once_in(2) ? Presence::REPRESENTED : Presence::REPLACED);
      lines[i].setBy(to_text(one_of(mandates)));
    }
  }
}

void RandomCouncil::open() {
  std::vector<std::string> mandates = all(Kind::MANDATE);
  if (once_in(20)) mandates.pop_back();
  make(officers(), [&](Act act) {
    auto payload = act.initSessionOpened();
    payload.setSession(to_text(any(Kind::SESSION)));
    payload.setPresider("es-semara-1");
    payload.setSecretary("secretary-1");
    set_moment(payload.initAt(), club_.now());
    fill_attendance(payload.initAttendance(static_cast<capnp::uint>(mandates.size())), mandates);
  });
}

void RandomCouncil::change_attendance() {
  const std::vector<std::string> mandates = {any(Kind::MANDATE)};
  make({Club::secretary()}, [&](Act act) {
    auto payload = act.initAttendanceChanged();
    payload.setSession(to_text(session_at_work()));
    fill_attendance(payload.initChanges(1), mandates);
    payload.initAt();
  });
}

void RandomCouncil::fill_ballots(schema::VoteRecorded::Builder vote) {
  const std::vector<std::string> mandates = all(Kind::MANDATE);
  const std::size_t count = mandates.size() - below(3);
  auto ballots = vote.initBallots(static_cast<capnp::uint>(count));
  for (capnp::uint i = 0; i < ballots.size(); ++i) {
    ballots[i].setMandate(to_text(mandates[i]));
    ballots[i].setChoice(once_in(4) ? static_cast<Choice>(below(8)) : Choice::FOR);
  }
}

void RandomCouncil::vote() {
  const std::string session = session_at_work();
  const std::string item = item_at_work(session);
  const auto proposal = state(item);
  if (!proposal.isProposal()) return;
  const auto standing = proposal.getProposal().getVote();
  const bool again = standing != kNever && standing < recorded_.size() && once_in(3);
  make(officers(), [&](Act act) {
    auto payload = act.initVoteRecorded();
    payload.setItem(to_text(item));
    payload.setSession(to_text(session));
    payload.setRound(static_cast<std::uint16_t>(proposal.getProposal().getRounds() + (again ? 0 : 1)));
    if (again) set_ref(payload.initReplaces(), parsed(recorded_[standing].act));
    fill_ballots(payload);
    payload.setAnnounced(once_in(4) ? static_cast<Outcome>(below(5)) : Outcome::ADOPTED);
  });
}

void RandomCouncil::dispose() {
  const std::string session = session_at_work();
  const std::string item = item_at_work(session);
  make({Club::secretary()}, [&](Act act) {
    auto payload = act.initItemDisposed();
    payload.setSession(to_text(session));
    payload.setItem(to_text(item));
    payload.setDisposition(static_cast<schema::ItemDisposed::Disposition>(below(5)));
  });
}

void RandomCouncil::decide() {
  const std::string item = item_at_work(session_at_work());
  const auto proposal = state(item);
  if (!proposal.isProposal()) return;
  const auto standing = proposal.getProposal().getVote();
  make(officers(), [&](Act act) {
    auto payload = act.initDecisionRecorded();
    payload.setId(to_text(fresh("decision")));
    payload.setBody("cci");
    payload.setItem(to_text(item));
    if (standing < recorded_.size()) set_ref(payload.initVote(), parsed(recorded_[standing].act));
    set_title(payload.initTitle(1), "Title");
    payload.setOutcome(once_in(5) ? Outcome::REJECTED : Outcome::ADOPTED);
    payload.setDate(governance::day_of(act.getRecordedAt().asReader()) - static_cast<std::uint32_t>(below(2)));
  });
}

void RandomCouncil::close() {
  const std::string session = session_at_work();
  const auto acts =
      static_cast<std::uint32_t>(counter(Key().bytes(as_bytes("session-acts")).u8(0).u32(club_.number_of(session))));
  make(officers(), [&](Act act) {
    auto payload = act.initSessionClosed();
    payload.setSession(to_text(session));
    set_moment(payload.initAt(), club_.now());
    payload.setActs(acts + (once_in(10) ? 1 : 0));
  });
}

void RandomCouncil::change_member() {
  make({Club::chair(), Club::secretary(), Club::mandate("vijayawada-1")}, [&](Act act) {
    auto payload = act.initMemberChanged();
    payload.setId("vijayawada");
    payload.setStanding(once_in(6) ? schema::MemberChanged::Standing::WITHDRAWN
                                   : static_cast<schema::MemberChanged::Standing>(below(2)));
    payload.setVotingRight(!once_in(3));
    payload.setFeesInOrder(once_in(2));
    payload.setReason("as decided");
    if (!once_in(4)) payload.setDecision(to_text(any(Kind::DECISION)));
  });
}

void RandomCouncil::change_body() {
  make(officers(), [&](Act act) {
    auto payload = act.initBodyChanged();
    payload.setId("cci");
    set_name(payload.initNames(1), "Council");
    auto seats = payload.initSeats(2);
    seats[0].setCollege("cities");
    seats[0].setCount(static_cast<std::uint16_t>(4 + below(20)));
    seats[0].setWeight(1);
    seats[1].setCollege("experts");
    seats[1].setCount(static_cast<std::uint16_t>(below(6)));
    seats[1].setWeight(1);
    payload.initRuleSet().setId("cci-rules");
    payload.getRuleSet().setVersion(1);
    if (!once_in(5)) payload.setDecision(to_text(any(Kind::DECISION)));
  });
}

void RandomCouncil::close_register() {
  const auto given = club_.reg().get(Table::kSeries, governance::series_key("CCI", 2025));
  const auto last = given ? static_cast<std::uint32_t>(governance::read_big_endian(*given)) : 0;
  make(officers(), [&](Act act) {
    auto payload = act.initRegisterClosed();
    payload.setBody("cci");
    payload.setYear(static_cast<std::uint16_t>(2024 + below(3)));
    payload.setVolume(static_cast<std::uint16_t>(below(3)));
    payload.setFirstNumber(last == 0 ? 0 : 1);
    payload.setLastNumber(last);
    payload.setDecisions(last);
    payload.setSessions(static_cast<std::uint32_t>(below(5)));
    set_document(payload.initPrinted(), "printed register");
  });
}

void RandomCouncil::correct() {
  const Recorded& target = recorded_[recorded_.size() - 1 - below(std::min<std::size_t>(recorded_.size(), 60))];
  const event::Act corrected = parsed(target.act);
  struct Change {
    std::string field;
    std::string was;
    std::string is;
  };
  std::vector<Change> changes;
  const auto presence = [](Presence p) { return p == Presence::PRESENT ? R"("present")" : R"("absent")"; };
  const auto reader = corrected.reader();
  if (reader.isVoteRecorded()) {
    const auto ballots = reader.getVoteRecorded().getBallots();
    const auto i = static_cast<capnp::uint>(below(ballots.size()));
    changes.push_back({"voteRecorded.ballots[" + std::to_string(i) + "].choice",
                       ballots[i].getChoice() == Choice::FOR ? R"("for")" : R"("against")",
                       ballots[i].getChoice() == Choice::FOR ? R"("against")" : R"("for")"});
  } else if (reader.isSessionOpened() || reader.isAttendanceChanged()) {
    const bool opens = reader.isSessionOpened();
    const auto lines = opens ? reader.getSessionOpened().getAttendance() : reader.getAttendanceChanged().getChanges();
    const auto i = static_cast<capnp::uint>(below(lines.size()));
    const bool there = lines[i].getPresence() == Presence::PRESENT;
    changes.push_back(
        {(opens ? "sessionOpened.attendance[" : "attendanceChanged.changes[") + std::to_string(i) + "].presence",
         presence(lines[i].getPresence()), presence(there ? Presence::ABSENT : Presence::PRESENT)});
  } else if (reader.isProposalTabled()) {
    changes.push_back({"proposalTabled.title[0].text", R"("Title")", R"("Other title")"});
  } else {
    changes.push_back({"place", "", R"("Es-Semara")"});
  }
  if (!changes[0].was.empty() && once_in(6)) {
    changes[0].is = changes[0].was;
    ++idle_;
  }
  make(officers(), [&](Act act) {
    auto payload = act.initRecordCorrected();
    set_ref(payload.initTarget(), corrected);
    auto list = payload.initCorrections(1);
    list[0].setField(to_text(changes[0].field));
    if (!changes[0].was.empty()) list[0].setWas(to_text(changes[0].was));
    list[0].setIs(to_text(changes[0].is));
    payload.setWhy("misread");
    if (!once_in(8)) set_document(payload.initEvidence(1)[0], "count sheet", schema::DocumentRef::Role::EVIDENCE);
  });
}

}  // namespace jumelage::test
