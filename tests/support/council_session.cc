// A session of the council's workload: from its proposals to the approval of the minutes.
#include <algorithm>
#include <array>

#include "crypto/sha256.h"
#include "governance/row.h"
#include "support/council_words.h"
#include "support/council_workload.h"

namespace jumelage::test {

using governance::to_text;
using schema::Choice;
using schema::Outcome;
using schema::Presence;

namespace {

constexpr UnixMillis kDay_ms = 86'400'000;
constexpr std::uint32_t kUnixEpoch = 719'163;  // 1970-01-01 as a day of an act
constexpr UnixMillis kNine = 9 * 3'600'000;
constexpr std::uint64_t kSessionsADay = 20;  // what a million acts need between the founding and a year later

std::string title_of(unsigned item, std::uint64_t session) {
  constexpr std::array kTopics = {"Fonds de concours",   "Accueil d'une délégation", "Échange d'élèves",
                                  "Réseau d'eau",        "Archives communes",        "Festival des villes jumelées",
                                  "Formation des agents"};
  return fmt::format("{}, dossier {}-{}", kTopics[(item + session) % kTopics.size()], session, item);
}

Outcome announced(unsigned item) {
  return item == kRejectedItem ? Outcome::REJECTED : Outcome::ADOPTED;
}

}  // namespace

std::string CouncilWorkload::item_id(unsigned item) const {
  return fmt::format("item-{:06}-{:02}", session_, item);
}
std::string CouncilWorkload::decision_id(unsigned item) const {
  return fmt::format("decision-{:06}-{:02}", session_, item);
}

// From ten days after the founding on; never later than the day before it is recorded.
std::uint32_t CouncilWorkload::session_day() const {
  const auto planned = day("2025-11-10") + static_cast<std::uint32_t>(session_ / kSessionsADay);
  return std::min(planned, static_cast<std::uint32_t>(scribe_.now() / kDay_ms) + kUnixEpoch - 1);
}
UnixMillis CouncilWorkload::session_begins() const {
  return (static_cast<UnixMillis>(session_day()) - kUnixEpoch) * kDay_ms + kNine;
}

void CouncilWorkload::prepare_session() {
  for (unsigned item = 0; item < kItems; ++item) table(item);
  if (session_ % 3 == 0) revise();
  convene();
  if (session_ % 4 == 0) amend_agenda();
  give_proxy();
  declare_interest();
}

void CouncilWorkload::table(unsigned item) {
  const bool sponsored = item == kSponsoredItem;
  scribe_.write(sponsored ? Scribe::Signers{Club::mandate("timbuktu-1")} : secretary(), [&](schema::Act::Builder act) {
    auto tabled = act.initProposalTabled();
    tabled.setId(to_text(item_id(item)));
    tabled.setBody(to_text(committee_id(committee_)));
    set_title(tabled.initTitle(1), title_of(item, session_));
    set_document(tabled.initTexts(1)[0], kText);
    tabled.setTheme(item % 2 == 0 ? "culture" : "eau");
    if (sponsored) tabled.setSponsor("timbuktu");
  });
}

void CouncilWorkload::revise() {
  scribe_.write(secretary(), [&](schema::Act::Builder act) {
    auto revised = act.initProposalRevised();
    revised.setId(to_text(item_id(kPlainItem)));
    revised.setChange(schema::ProposalRevised::Change::NEW_TEXT);
    set_title(revised.initTitle(1), title_of(kPlainItem, session_) + ", version corrigée");
    set_document(revised.initTexts(1)[0], kText);
  });
}

void CouncilWorkload::convene() {
  scribe_.write(secretary(), [&](schema::Act::Builder act) {
    auto convened = act.initSessionConvened();
    convened.setId(to_text(session_id(session_)));
    convened.setBody(to_text(committee_id(committee_)));
    convened.setNumber(number_);
    convened.setCall(1);
    set_moment(convened.initScheduled(), session_begins());
    auto notices = convened.initNotices(kSeats);
    for (unsigned i = 0; i < kSeats; ++i) {
      notices[i].setTo(to_text(seat(i)));
      set_moment(notices[i].initAt(), session_begins() - 10 * kDay_ms);
    }
    auto agenda = convened.initAgenda(kItems);
    for (unsigned i = 0; i < kItems; ++i) agenda.set(i, to_text(item_id(i)));
    convened.initRuleSet().setId("cci-rules");
    convened.getRuleSet().setVersion(1);
  });
}

void CouncilWorkload::amend_agenda() {
  scribe_.write(secretary(), [&](schema::Act::Builder act) {
    auto amended = act.initAgendaAmended();
    amended.setSession(to_text(session_id(session_)));
    auto agenda = amended.initAgenda(kItems);
    for (unsigned i = 0; i < kItems; ++i) agenda.set(i, to_text(item_id(kItems - 1 - i)));
    amended.setReason("L'ordre inverse convient mieux aux invités.");
  });
}

void CouncilWorkload::give_proxy() {
  scribe_.write(secretary(), [&](schema::Act::Builder act) {
    act.setBasis(schema::Basis::ATTESTED);
    auto attestation = act.initAttestation();
    attestation.setAttester("cci-secretary");
    attestation.setStatement("lettre reçue par la poste");
    attestation.setOnBehalfOf(to_text(seat(kRepresentedSeat)));
    auto proxy = act.initProxyGranted();
    proxy.setId(to_text(named("proxy")));
    proxy.setSession(to_text(session_id(session_)));
    proxy.setPrincipal(to_text(seat(kRepresentedSeat)));
    proxy.setHolder(to_text(seat(0)));
    set_moment(proxy.initReceived(), session_begins() - kDay_ms);
  });
}

void CouncilWorkload::declare_interest() {
  scribe_.write(secretary(), [&](schema::Act::Builder act) {
    auto declared = act.initInterestDeclared();
    declared.setMandate(to_text(seat(kRecusedSeat)));
    declared.setTarget(to_text(item_id(kInterestItem)));
    declared.setSession(to_text(session_id(session_)));
    declared.setLeftTheRoom(true);
  });
}

void CouncilWorkload::hold_session() {
  open_session();
  for (unsigned item = 0; item < kItems; ++item) deal_with(item);
  close_session();
  if (number_ > 1) approve_earlier_minutes();
}

void CouncilWorkload::open_session() {
  ++acts_;
  scribe_.write(officers(), [&](schema::Act::Builder act) {
    auto opened = act.initSessionOpened();
    opened.setSession(to_text(session_id(session_)));
    opened.setPresider("es-semara-1");
    opened.setSecretary("secretary-1");
    set_moment(opened.initAt(), session_begins());
    auto lines = opened.initAttendance(kSeats);
    for (unsigned i = 0; i < kSeats; ++i) {
      lines[i].setMandate(to_text(seat(i)));
      lines[i].setPresence(i == kRepresentedSeat ? Presence::REPRESENTED : Presence::PRESENT);
    }
    lines[kRepresentedSeat].setBy(to_text(seat(0)));
  });
}

void CouncilWorkload::deal_with(unsigned item) {
  if (item == kDepartureItem) change_attendance(item, Presence::ABSENT);
  if (item == kReturnItem) change_attendance(item, Presence::PRESENT);
  if (item == kReturnItem && session_ % 6 == 0) break_off_and_resume();
  if (item == kNotedItem) return dispose(item, schema::ItemDisposed::Disposition::NOTED);
  if (item == kConsensusItem) {
    dispose(item, schema::ItemDisposed::Disposition::CONSENSUS);
    return decide(item, nullptr, Outcome::ADOPTED);
  }
  const Scribe::Ref on = vote(item);
  if (item == kMinutesItem) minutes_vote_ = on;
  if (item == kIrregularItem) irregular_vote_ = on;
  decide(item, &on, announced(item));
}

void CouncilWorkload::change_attendance(unsigned item, Presence presence) {
  ++acts_;
  scribe_.write(officers(), [&](schema::Act::Builder act) {
    auto changed = act.initAttendanceChanged();
    changed.setSession(to_text(session_id(session_)));
    auto line = changed.initChanges(1)[0];
    line.setMandate(to_text(seat(kDepartingSeat)));
    line.setPresence(presence);
    changed.initAt().setItem(to_text(item_id(item)));
  });
}

void CouncilWorkload::dispose(unsigned item, schema::ItemDisposed::Disposition how) {
  ++acts_;
  scribe_.write(officers(), [&](schema::Act::Builder act) {
    auto disposed = act.initItemDisposed();
    disposed.setSession(to_text(session_id(session_)));
    disposed.setItem(to_text(item_id(item)));
    disposed.setDisposition(how);
  });
}

void CouncilWorkload::fill_ballots(schema::VoteRecorded::Builder vote, unsigned item) const {
  const bool lost = item == kRejectedItem || (item == kIrregularItem && session_ % 2 == 0);
  const bool somebody_left = item >= kDepartureItem && item < kReturnItem;
  auto ballots = vote.initBallots(kSeats);
  for (unsigned i = 0; i < kSeats; ++i) {
    ballots[i].setMandate(to_text(seat(i)));
    ballots[i].setChoice(lost && i >= kFirstAgainst - (somebody_left ? 1 : 0) ? Choice::AGAINST : Choice::FOR);
  }
  ballots[kRepresentedSeat].setCastBy(to_text(seat(0)));
  if (item == kInterestItem) ballots[kRecusedSeat].setChoice(Choice::RECUSED);
  if (somebody_left) ballots[kDepartingSeat].setChoice(Choice::ABSENT);
}

Scribe::Ref CouncilWorkload::vote(unsigned item) {
  ++acts_;
  return scribe_.write(officers(), [&](schema::Act::Builder act) {
    auto recorded = act.initVoteRecorded();
    recorded.setItem(to_text(item_id(item)));
    recorded.setSession(to_text(session_id(session_)));
    recorded.setRound(1);
    fill_ballots(recorded, item);
    recorded.setAnnounced(announced(item));
  });
}

void CouncilWorkload::decide(unsigned item, const Scribe::Ref* vote, Outcome announced) {
  ++acts_;
  scribe_.write(officers(), [&](schema::Act::Builder act) {
    auto decision = act.initDecisionRecorded();
    decision.setId(to_text(decision_id(item)));
    decision.setBody(to_text(committee_id(committee_)));
    decision.setItem(to_text(item_id(item)));
    if (vote != nullptr) set_ref(decision.initVote(), *vote);
    set_title(decision.initTitle(1), title_of(item, session_));
    set_document(decision.initTexts(1)[0], kText);
    decision.setOutcome(announced);
    decision.setDate(session_day());
    if (item != kSupervisedItem) return;
    auto step = decision.initClearances(1)[0];
    step.setId("visa");
    step.setAuthority("Gouverneur");
    step.setKind(schema::ClearanceStep::Kind::VISA);
    step.setStage(schema::ClearanceStep::Stage::BEFORE_EXECUTION);
  });
}

void CouncilWorkload::break_off_and_resume() {
  for (const auto state :
       {schema::SessionStateChanged::State::ADJOURNED, schema::SessionStateChanged::State::RESUMED}) {
    scribe_.write(officers(), [&](schema::Act::Builder act) {
      auto changed = act.initSessionStateChanged();
      changed.setSession(to_text(session_id(session_)));
      changed.setState(state);
      set_moment(changed.initAt(), session_begins());
      changed.setReason("Pause de midi");
    });
  }
}

void CouncilWorkload::close_session() {
  scribe_.write(officers(), [&](schema::Act::Builder act) {
    auto closed = act.initSessionClosed();
    closed.setSession(to_text(session_id(session_)));
    set_moment(closed.initAt(), session_begins());
    closed.setActs(acts_);
  });
}

void CouncilWorkload::approve_earlier_minutes() {
  scribe_.write(officers(), [&](schema::Act::Builder act) {
    auto approved = act.initMinutesApproved();
    approved.setSession(to_text(session_id(session_ - 1)));
    set_document(approved.initMinutes(), kMinutes, schema::DocumentRef::Role::MINUTES);
    approved.setApprovedIn(to_text(session_id(session_)));
    set_ref(approved.initVote(), minutes_vote_);
  });
}

// Half of the irregular votes turn out to have been read wrongly.
void CouncilWorkload::after_session() {
  if (session_ % 4 == 0) correct_vote();
  for (unsigned item = 0; item < kItems; ++item)
    if (item != kRejectedItem && item != kNotedItem) publish(item);
  scribe_.write(secretary(), [&](schema::Act::Builder act) {
    auto added = act.initDocumentAdded();
    set_document(added.initDocument(), kEvidence, schema::DocumentRef::Role::ANNEX);
    added.setTo(to_text(decision_id(kPlainItem)));
  });
  if (session_ % 10 == 0) show_evidence();
}

// To everybody at one time, and at the next to members only again.
void CouncilWorkload::show_evidence() {
  const Digest digest = crypto::sha256(as_bytes(std::string_view(kEvidence)));
  scribe_.write(secretary(), [&](schema::Act::Builder act) {
    auto changed = act.initVisibilityChanged();
    changed.setDocument(governance::to_data(digest.view()));
    changed.setVisibility(session_ % 20 == 0 ? schema::Visibility::PUBLIC : schema::Visibility::MEMBERS);
    changed.setReason("demande d'accès");
  });
}

void CouncilWorkload::correct_vote() {
  scribe_.write(officers(),
                [&](schema::Act::Builder act) {
                  auto corrected = act.initRecordCorrected();
                  set_ref(corrected.initTarget(), irregular_vote_);
                  auto changes = corrected.initCorrections(2);
                  for (unsigned i = 0; i < changes.size(); ++i) {
                    changes[i].setField(to_text(fmt::format("voteRecorded.ballots[{}].choice", kFirstAgainst + i)));
                    changes[i].setWas("\"against\"");
                    changes[i].setIs("\"for\"");
                  }
                  corrected.setWhy("La feuille de dépouillement a été mal lue.");
                  set_document(corrected.initEvidence(1)[0], kEvidence, schema::DocumentRef::Role::EVIDENCE);
                },
                {item_id(kIrregularItem)});
}

void CouncilWorkload::publish(unsigned item) {
  scribe_.write(secretary(), [&](schema::Act::Builder act) {
    auto published = act.initPublished();
    published.setSubject(to_text(decision_id(item)));
    published.setWhere("Panneau d'affichage");
    published.setCertified("certificat du secrétaire");
    set_moment(published.initAt(), session_begins() + kDay_ms / 4);
  });
}

}  // namespace jumelage::test
