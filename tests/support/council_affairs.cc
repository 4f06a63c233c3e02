// What goes on beside the sessions of the council's workload: what becomes of decisions, agreements and projects, and
// changes among those who take part. Each session brings another part of it.
#include <array>

#include "governance/dates.h"
#include "governance/row.h"
#include "support/council_words.h"
#include "support/council_workload.h"

namespace jumelage::test {

using governance::to_text;

namespace {

Scribe::Signers of(const std::string& member) {
  return {Club::mandate(member + "-1")};
}
Scribe::Signers with_secretary(const std::string& mandate) {
  return {Club::mandate(mandate), Club::secretary()};
}

void set_years(schema::Period::Builder period, std::uint32_t count) {
  period.setCount(count);
  period.setUnit(schema::Period::Unit::YEARS);
}

}  // namespace

std::string CouncilWorkload::named(const char* stem) const {
  return fmt::format("{}-{:06}", stem, session_);
}

std::uint32_t CouncilWorkload::today() const {
  event::ActBuilder act;
  set_moment(act.root().initRecordedAt(), scribe_.now());
  return governance::day_of(act.root().getRecordedAt().asReader());
}

void CouncilWorkload::other_affairs() {
  decisions_go_on();
  switch (session_ % 6) {
    case 0: return conclude_agreement();
    case 1: return delegate();
    case 2: return exchange();
    case 3: return consult();
    case 4: return change_member();
    default: break;
  }
  change_office();
  if (session_ % 12 == 5) commit();
}

void CouncilWorkload::decisions_go_on() {
  supervise(schema::SupervisionRecorded::Event::SENT);
  supervise(schema::SupervisionRecorded::Event::APPROVED);
  if (session_ % 5 != 0) return;
  challenge(schema::ChallengeRecorded::Result::FILED);
  challenge(schema::ChallengeRecorded::Result::UPHELD);
  scribe_.write(officers(), [&](schema::Act::Builder act) {
    auto ended = act.initDecisionEnded();
    ended.setDecision(to_text(decision_id(kConsensusItem)));
    ended.setHow(schema::DecisionEnded::How::LAPSED);
    ended.setFrom(today());
  });
}

void CouncilWorkload::supervise(schema::SupervisionRecorded::Event event) {
  scribe_.write(secretary(), [&](schema::Act::Builder act) {
    auto recorded = act.initSupervisionRecorded();
    recorded.setTarget(to_text(decision_id(kSupervisedItem)));
    recorded.setStep("visa");
    recorded.setAuthority("Gouverneur");
    recorded.setEvent(event);
    set_moment(recorded.initAt(), scribe_.now());
  });
}

void CouncilWorkload::challenge(schema::ChallengeRecorded::Result result) {
  scribe_.write(secretary(), [&](schema::Act::Builder act) {
    auto recorded = act.initChallengeRecorded();
    recorded.setDecision(to_text(decision_id(kReturnItem)));
    recorded.setCourt("Tribunal administratif");
    recorded.setResult(result);
    set_moment(recorded.initAt(), scribe_.now());
  });
}

void CouncilWorkload::delegate() {
  scribe_.write(officers(), [&](schema::Act::Builder act) {
    auto granted = act.initDelegationGranted();
    granted.setId(to_text(named("power")));
    granted.setDecision(to_text(decision_id(kPlainItem)));
    granted.setDelegate("cci-chair");
    set_title(granted.initPowers(1), "louer des salles");
    granted.setFrom(today());
  });
  scribe_.write({Club::chair()}, [&](schema::Act::Builder act) {
    auto decided = act.initDelegatedDecision();
    decided.setId(to_text(named("rental")));
    decided.setDelegation(to_text(named("power")));
    set_title(decided.initTitle(1), "Location de la salle des fêtes");
    decided.setDate(today());
  });
}

void CouncilWorkload::conclude_agreement() {
  const std::string id = named("twinning");
  draft_agreement(id);
  scribe_.write({Club::mandate("expert-1")}, [&](schema::Act::Builder act) {
    auto given = act.initLegalOpinionGiven();
    given.setId(to_text(named("opinion")));
    given.setOn(to_text(id));
    given.setExpert("expert-1");
    given.setOpinion(schema::LegalOpinionGiven::Opinion::FAVOURABLE);
    set_title(given.initSummary(1), "Conforme");
  });
  approve_and_sign(id, "es-semara");
  approve_and_sign(id, "timbuktu");
  scribe_.write(officers(), [&](schema::Act::Builder act) {
    auto entered = act.initAgreementInForce();
    entered.setAgreement(to_text(id));
    entered.setFrom(today());
    entered.setGround(schema::AgreementDrafted::Trigger::ON_LAST_SIGNATURE);
  });
  launch_project(named("project"), id);
  run_project();
  if (session_ % 12 != 0) give_notice(id);
}

void CouncilWorkload::give_notice(const std::string& id) {
  scribe_.write(of("timbuktu"), [&](schema::Act::Builder act) {
    auto given = act.initAgreementNoticeGiven();
    given.setAgreement(to_text(id));
    given.setParty("timbuktu");
    set_moment(given.initReceived(), scribe_.now());
    given.setEnds(today() + 180);
  });
}

void CouncilWorkload::draft_agreement(const std::string& id) {
  scribe_.write(secretary(), [&](schema::Act::Builder act) {
    auto drafted = act.initAgreementDrafted();
    drafted.setId(to_text(id));
    drafted.setKind(schema::AgreementDrafted::Kind::TWINNING);
    set_title(drafted.initTitle(1), fmt::format("Jumelage numéro {}", session_));
    auto parties = drafted.initParties(2);
    parties[0].setMember("es-semara");
    parties[1].setMember("timbuktu");
    set_document(drafted.initTexts(1)[0], kText);
    drafted.getTexts()[0].setLanguage("fr");
    drafted.setDraft(1);
    set_years(drafted.initDuration(), 3);
    drafted.setRenewal(schema::AgreementDrafted::Renewal::TACIT);
    set_years(drafted.initRenewalPeriod(), 3);
    drafted.setPrevailing("fr");
    drafted.setDepositary("es-semara");
  });
}

void CouncilWorkload::approve_and_sign(const std::string& id, const std::string& party) {
  scribe_.write(of(party), [&](schema::Act::Builder act) {
    auto approved = act.initAgreementApproved();
    approved.setAgreement(to_text(id));
    approved.setDraft(1);
    approved.setParty(to_text(party));
    auto deliberation = approved.initDeliberation(1)[0];
    deliberation.setScheme("deliberation");
    deliberation.setValue(to_text(id));
    approved.setOn(today());
  });
  scribe_.write(of(party), [&](schema::Act::Builder act) {
    auto given = act.initAgreementSigned();
    given.setAgreement(to_text(id));
    given.setDraft(1);
    given.setParty(to_text(party));
    given.setSignatory(to_text(party + "-1"));
    set_document(given.initPower(), kInstrument, schema::DocumentRef::Role::INSTRUMENT);
    set_moment(given.initAt(), scribe_.now());
  });
}

void CouncilWorkload::launch_project(const std::string& id, const std::string& agreement) {
  scribe_.write(with_secretary("timbuktu-1"), [&](schema::Act::Builder act) {
    auto launched = act.initProjectLaunched();
    launched.setId(to_text(id));
    set_title(launched.initTitle(1), "Eau potable");
    launched.setAgreement(to_text(agreement));
    launched.setDecision(to_text(decision_id(kPlainItem)));
    launched.setTheme("eau");
    launched.setLead("timbuktu-1");
    launched.setLeadMember("timbuktu");
    launched.initPartners(1).set(0, "vijayawada");
    launched.setFrom(today());
  });
}

// Reported on, handed over to Vijayawada, and completed.
void CouncilWorkload::run_project() {
  const std::string id = named("project");
  scribe_.write(of("timbuktu"), [&](schema::Act::Builder act) {
    auto reported = act.initProjectReported();
    reported.setProject(to_text(id));
    reported.setFrom(today());
    reported.setUntil(today());
    set_title(reported.initProgress(1), "Le puits est creusé.");
  });
  scribe_.write({Club::mandate("timbuktu-1"), Club::mandate("vijayawada-1")}, [&](schema::Act::Builder act) {
    auto handed = act.initProjectHandedOver();
    handed.setProject(to_text(id));
    handed.setNewLead("vijayawada-1");
    handed.setNewLeadMember("vijayawada");
    handed.setFrom(today());
    set_title(handed.initState(1), "en cours");
  });
  scribe_.write(with_secretary("vijayawada-1"), [&](schema::Act::Builder act) {
    auto changed = act.initProjectStateChanged();
    changed.setProject(to_text(id));
    changed.setState(schema::ProjectStateChanged::State::COMPLETED);
    changed.setFrom(today());
    changed.setReason("L'eau coule.");
  });
}

void CouncilWorkload::exchange() {
  scribe_.write(of("timbuktu"), [&](schema::Act::Builder act) {
    auto offered = act.initExpertiseOffered();
    offered.setId(to_text(named("offer")));
    offered.setMember("timbuktu");
    offered.setTheme("patrimoine");
    set_title(offered.initDescription(1), "Conservation des manuscrits");
  });
  scribe_.write(of("timbuktu"), [&](schema::Act::Builder act) {
    auto reported = act.initExchangeReported();
    reported.setId(to_text(named("visit")));
    reported.setHost("timbuktu");
    reported.initGuests(1).set(0, "vijayawada");
    reported.setTheme("patrimoine");
    reported.setFrom(today() - 5);
    reported.setUntil(today() - 1);
    set_title(reported.initSummary(1), "Visite des bibliothèques");
  });
}

void CouncilWorkload::consult() {
  scribe_.write(secretary(), [&](schema::Act::Builder act) {
    auto opened = act.initConsultationOpened();
    opened.setId(to_text(named("consultation")));
    opened.setSubject(to_text(decision_id(kPlainItem)));
    set_title(opened.initQuestion(1), "Qu'en pensez-vous ?");
    opened.setFrom(session_day() - 30);
    opened.setUntil(session_day() - 1);
  });
  scribe_.write(secretary(), [&](schema::Act::Builder act) {
    auto closed = act.initConsultationClosed();
    closed.setId(to_text(named("consultation")));
    set_document(closed.initContributions(1)[0], kText);
    closed.setCount(3);
    set_title(closed.initSummary(1), "Avis favorables");
  });
}

void CouncilWorkload::change_member() {
  scribe_.write(officers(), [&](schema::Act::Builder act) {
    auto changed = act.initMemberChanged();
    changed.setId("vijayawada");
    changed.setVotingRight(true);
    changed.setFeesInOrder(session_ % 12 < 6);
    changed.setReason("La cotisation de l'année");
    changed.setDecision(to_text(decision_id(kPlainItem)));
  });
}

void CouncilWorkload::change_office() {
  scribe_.write(officers(), [&](schema::Act::Builder act) {
    auto changed = act.initOfficeChanged();
    changed.setId("cci-vice-chair");
    changed.setKind(schema::OfficeChanged::Kind::VICE_CHAIR);
    changed.setBody("cci");
    changed.setHolder(session_ % 12 < 6 ? "vijayawada-1" : "timbuktu-1");
    changed.setFrom(session_day());
    changed.setGround(schema::OfficeChanged::Ground::VACANCY_RULE);
  });
}

void CouncilWorkload::commit() {
  const std::string id = named("convention");
  scribe_.write(with_secretary("expert-1"), [&](schema::Act::Builder act) {
    auto registered = act.initCommitmentRegistered();
    registered.setId(to_text(id));
    set_title(registered.initTitle(1), "Patrimoine mondial");
    registered.initSource().setScheme("unts");
    registered.getSource().setValue(to_text(id));
    registered.initBinds(1).set(0, "timbuktu");
    registered.setFrom(day("2000-01-01"));
    set_document(registered.initTexts(1)[0], kText);
  });
  scribe_.write(with_secretary("expert-1"), [&](schema::Act::Builder act) {
    auto changed = act.initCommitmentChanged();
    changed.setId(to_text(id));
    changed.setState(schema::CommitmentChanged::State::SUSPENDED);
    changed.setFrom(today());
  });
}

}  // namespace jumelage::test
