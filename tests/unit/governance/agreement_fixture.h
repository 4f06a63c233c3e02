// An agreement between members, from its first draft on. Every helper makes one act as it should be, lets a test spoil
// it, and records it.
#pragma once

#include "governance/agreement_clearance.h"
#include "governance/agreement_finding_codes.h"
#include "governance/signers.h"
#include "session_fixture.h"

namespace jumelage::governance {

using Codes = std::vector<std::string>;
using Phase = AgreementPhase;
using Change = schema::AgreementStateChanged::State;
using Event = schema::SupervisionRecorded::Event;
using ClearanceKind = schema::ClearanceStep::Kind;
using Renewal = schema::AgreementDrafted::Renewal;
using Trigger = schema::AgreementDrafted::Trigger;

class Agreement : public Council {
 protected:
  Agreement() { go_to("2026-01-15"); }

  // Noon there. Days only move on.
  void go_to(const char* date) {
    const std::int64_t days = std::int64_t{test::day(date)} - test::day("2025-10-30");
    club_.set_now(Club::kFoundedAt + days * kDay_ms);
  }
  static Signers of(const std::string& member) { return {Club::mandate(member + "-1")}; }
  static Signers all() { return {Club::mandate("es-semara-1"), Club::mandate("timbuktu-1")}; }

  static Spoil attested(const char* behalf = "") {
    return [behalf](schema::Act::Builder act) {
      act.setBasis(schema::Basis::ATTESTED);
      auto attestation = act.initAttestation();
      attestation.setAttester("cci-secretary");
      attestation.setStatement("letter received by post");
      if (*behalf) attestation.setOnBehalfOf(behalf);
    };
  }
  static Spoil both_of(const Spoil& first, const Spoil& second) {
    return [=](schema::Act::Builder act) {
      if (first) first(act);
      if (second) second(act);
    };
  }

  // --- Acts. Es-Semara and Timbuktu, for three years, renewed tacitly by three, six months of notice.
  Outcomes draft(unsigned number = 1, const Spoil& spoil = {}, const Signers& signers = secretary()) {
    return record(
        signers,
        [&](schema::Act::Builder act) {
          auto p = act.initAgreementDrafted();
          p.setId("twin");
          p.setKind(schema::AgreementDrafted::Kind::TWINNING);
          test::set_title(p.initTitle(1), "Jumelage");
          auto parties = p.initParties(2);
          parties[0].setMember("es-semara");
          parties[1].setMember("timbuktu");
          test::set_document(p.initTexts(1)[0], "draft " + std::to_string(number));
          p.getTexts()[0].setLanguage("fr");
          p.setDraft(static_cast<std::uint16_t>(number));
          set_years(p.initDuration(), 3);
          p.setRenewal(Renewal::TACIT);
          set_years(p.initRenewalPeriod(), 3);
          p.initNotice().setCount(6);
          p.getNotice().setUnit(schema::Period::Unit::MONTHS);
          p.setPrevailing("fr");
          p.setDepositary("es-semara");
        },
        spoil);
  }
  static void set_years(schema::Period::Builder period, std::uint32_t count) {
    period.setCount(count);
    period.setUnit(schema::Period::Unit::YEARS);
  }
  using EditDraft = std::function<void(schema::AgreementDrafted::Builder)>;
  static Spoil edited(const EditDraft& edit) {
    return [edit](schema::Act::Builder act) { edit(act.getAgreementDrafted()); };
  }

  struct StepSpec {
    const char* id;
    unsigned party = 0;
    ClearanceStage stage = ClearanceStage::BEFORE_SIGNATURE;
    ClearanceKind kind = ClearanceKind::VISA;
    schema::ClearanceStep::Silence silence = schema::ClearanceStep::Silence::MEANS_NOTHING;
    unsigned days = 0;  // 0: without a deadline
  };
  static Spoil wanting(const StepSpec& spec) {
    return edited([spec](schema::AgreementDrafted::Builder p) {
      auto step = p.getParties()[spec.party].initClearances(1)[0];
      step.setId(spec.id);
      step.setAuthority("Gouverneur");
      step.setKind(spec.kind);
      step.setStage(spec.stage);
      step.setSilence(spec.silence);
      if (spec.days == 0) return;
      step.initDeadline().setCount(spec.days);
      step.getDeadline().setUnit(schema::Period::Unit::CALENDAR_DAYS);
    });
  }

  Outcomes approve(const std::string& party, const Spoil& spoil = {}, unsigned draft = 1) {
    return approve_by(of(party), party, spoil, draft);
  }
  Outcomes approve_by(const Signers& signers, const std::string& party, const Spoil& spoil = {}, unsigned draft = 1) {
    return record(
        signers,
        [&](schema::Act::Builder act) {
          auto p = act.initAgreementApproved();
          p.setAgreement("twin");
          p.setDraft(static_cast<std::uint16_t>(draft));
          p.setParty(to_text(party));
          auto id = p.initDeliberation(1)[0];
          id.setScheme("deliberation");
          id.setValue("2026-4");
          p.setOn(today());
        },
        spoil);
  }

  Outcomes sign(const std::string& party, const Spoil& spoil = {}, unsigned draft = 1) {
    return sign_by(of(party), party, spoil, draft);
  }
  Outcomes sign_by(const Signers& signers, const std::string& party, const Spoil& spoil = {}, unsigned draft = 1) {
    return record(
        signers,
        [&](schema::Act::Builder act) {
          auto p = act.initAgreementSigned();
          p.setAgreement("twin");
          p.setDraft(static_cast<std::uint16_t>(draft));
          p.setParty(to_text(party));
          p.setSignatory(to_text(party + "-1"));
          test::set_document(p.initPower(), "power of " + party, schema::DocumentRef::Role::INSTRUMENT);
          p.setPaperOriginal("Archives d'Es-Semara");
          test::set_moment(p.initAt(), club_.now());
        },
        spoil);
  }

  Outcomes enter(const char* from, const Spoil& spoil = {}, const Signers& signers = both()) {
    return record(
        signers,
        [&](schema::Act::Builder act) {
          auto p = act.initAgreementInForce();
          p.setAgreement("twin");
          p.setFrom(test::day(from));
          p.setGround(Trigger::ON_LAST_SIGNATURE);
        },
        spoil);
  }

  Outcomes amend(const char* id, const Signers& signers = all(), const Spoil& spoil = {}) {
    return record(
        signers,
        [&](schema::Act::Builder act) {
          auto p = act.initAgreementAmended();
          p.setAgreement("twin");
          p.setAmendment(id);
          test::set_title(p.initTitle(1), "Avenant");
          test::set_document(p.initTexts(1)[0], id);
        },
        spoil);
  }

  Outcomes renew(bool tacit, const char* from, const char* until, const Signers& signers = secretary()) {
    return record(signers, [&](schema::Act::Builder act) {
      auto p = act.initAgreementRenewed();
      p.setAgreement("twin");
      p.setTacit(tacit);
      p.setFrom(test::day(from));
      if (*until) p.setUntil(test::day(until));
    });
  }

  Outcomes notify(const std::string& party, const char* ends, const Spoil& spoil = {}) {
    return notify_by(of(party), party, ends, spoil);
  }
  Outcomes notify_by(const Signers& signers, const std::string& party, const char* ends, const Spoil& spoil = {}) {
    return record(
        signers,
        [&](schema::Act::Builder act) {
          auto p = act.initAgreementNoticeGiven();
          p.setAgreement("twin");
          p.setParty(to_text(party));
          test::set_moment(p.initReceived(), club_.now());
          p.setEnds(test::day(ends));
        },
        spoil);
  }

  Outcomes change(Change state, const char* from, const Signers& signers = both(), const Spoil& spoil = {}) {
    return record(
        signers,
        [&](schema::Act::Builder act) {
          auto p = act.initAgreementStateChanged();
          p.setAgreement("twin");
          p.setState(state);
          p.setFrom(test::day(from));
          p.setReason("as the parties said");
        },
        spoil);
  }

  // --- Whole stretches
  void approve_and_sign(unsigned draft_number = 1) {
    for (const char* party : {"es-semara", "timbuktu"}) {
      ASSERT_EQ(codes(approve(party, {}, draft_number)), none()) << party;
      ASSERT_EQ(codes(sign(party, {}, draft_number)), none()) << party;
    }
  }
  // In force from 2026-01-15 to 2029-01-14.
  void bring_into_force(const Spoil& spoil = {}) {
    ASSERT_EQ(codes(draft(1, spoil)), none());
    approve_and_sign();
    ASSERT_EQ(codes(enter("2026-01-15")), none());
  }

  // --- What became of it
  std::uint32_t today() const {
    return test::day("2025-10-30") + static_cast<std::uint32_t>((club_.now() - Club::kFoundedAt) / kDay_ms);
  }
  schema::AgreementState::Reader twin() { return row("twin").getAgreement(); }
  Phase phase() { return twin().getPhase(); }
  bool irregular() { return row("twin").getIrregular(); }
  // How many findings about the agreement nobody has cured.
  unsigned open_findings(const std::string& slug = "twin") {
    unsigned open = 0;
    club_.reg().scan(Table::kFindings, {}, [&](Register::Item item) {
      const Row<schema::FindingRow> finding(item.value);
      open += finding.reader().getSubject() == club_.number_of(slug) && finding.reader().getCuredAt() == kNever;
      return true;
    });
    return open;
  }
};

}  // namespace jumelage::governance
