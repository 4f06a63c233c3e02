@0x942be61af5b66a07;
# One act: what every act carries, and the catalogue.
#
# The stored form is this struct as a canonical single-segment message (docs/formats/sealed-act.md).

using Cxx = import "/capnp/c++.capnp";
using A = import "annotations.capnp";
using C = import "common.capnp";
using Foundation = import "foundation.capnp";
using Membership = import "membership.capnp";
using Sessions = import "sessions.capnp";
using Decisions = import "decisions.capnp";
using Agreements = import "agreements.capnp";
using Cooperation = import "cooperation.capnp";
$Cxx.namespace("jumelage::schema");

const schemaVersion :UInt16 = 1;
# The catalogue version of this file. A higher one in an act means: upgrade needed.

enum Basis {
  live @0;
  # Recorded by those who act, as it happens.
  transcribed @1;
  # From paper, later.
  attested @2;
  # By a secretary, for someone without a key.
  imported @3;
  # From somebody else's register.
}

struct Act {
  schemaVersion @0 :UInt16;
  basis @1 :Basis;
  ledgerId @2 :Data $A.exactBytes(32);
  # docs/formats/sealed-act.md; 32 zero bytes in the founding act only.
  subjects @3 :List(C.Subject) $A.maxItems(256);
  # In the order of their ids; every subject that the kind names, and no other.
  recordedAt @4 :C.Moment;
  # When its author made the act.
  decidedAt @5 :C.Moment $A.optional;
  # When what it records was decided or happened; none: when it was made.
  effectiveAt @6 :C.Moment $A.optional;
  place @7 :Text $A.optional $A.maxBytes(512);
  ruleSet @8 :C.RuleRef $A.optional;
  # What the act is judged under, where its session doesn't pin that.
  externalIds @9 :List(C.ExternalId) $A.maxItems(32);
  documents @10 :List(C.DocumentRef) $A.maxItems(128);
  signers @11 :List(C.Signer) $A.maxItems(256);
  # Everybody whose signature completes the act, in the order of their keys.
  attestation @12 :C.Attestation $A.optional;
  # Required when the basis is `attested`.
  overrideReason @13 :Text $A.optional $A.maxBytes(2048) $A.multiline;
  # Why its author went on although the program warned of a finding.

  union {
    ledgerConstituted @14 :Foundation.LedgerConstituted $A.signers("all founders");
    ruleSetEnacted @15 :Foundation.RuleSetEnacted $A.signers("CH+SEC");
    catalogueActivated @16 :Foundation.CatalogueActivated $A.signers("ADM");
    keyEnrolled @17 :Foundation.KeyEnrolled $A.signers("ADM + the key itself");
    keyRevoked @18 :Foundation.KeyRevoked $A.signers("ADM or owner");
    witnessSetChanged @19 :Foundation.WitnessSetChanged $A.signers("ADM");
    primaryHandedOver @20 :Foundation.PrimaryHandedOver $A.signers("ADM");
    checkpointAnchored @21 :Foundation.CheckpointAnchored $A.signers("SEC or witness");
    recordCorrected @22 :Foundation.RecordCorrected $A.signers("SEC+CH");
    personalDataErased @23 :Foundation.PersonalDataErased $A.signers("DPO+SEC");
    documentAdded @24 :Foundation.DocumentAdded $A.signers("SEC");
    visibilityChanged @25 :Foundation.VisibilityChanged $A.signers("SEC");
    registerClosed @26 :Foundation.RegisterClosed $A.signers("CH+SEC");

    bodyEstablished @27 :Membership.BodyEstablished $A.signers("CH+SEC");
    bodyChanged @28 :Membership.BodyChanged $A.signers("CH+SEC");
    personRegistered @29 :Membership.PersonRegistered $A.signers("SEC");
    memberAdmitted @30 :Membership.MemberAdmitted $A.signers("CH+SEC");
    memberChanged @31 :Membership.MemberChanged $A.signers("CH+SEC+MEM");
    mandateGranted @32 :Membership.MandateGranted $A.signers("MEM+SEC");
    mandateChanged @33 :Membership.MandateChanged $A.signers("MEM or holder");
    officeChanged @34 :Membership.OfficeChanged $A.signers("CH+SEC");

    sessionConvened @35 :Sessions.SessionConvened $A.signers("SEC or CH");
    agendaAmended @36 :Sessions.AgendaAmended $A.signers("SEC or CH");
    sessionOpened @37 :Sessions.SessionOpened $A.signers("CH+SEC");
    attendanceChanged @38 :Sessions.AttendanceChanged $A.signers("SEC");
    sessionStateChanged @39 :Sessions.SessionStateChanged $A.signers("CH+SEC");
    proxyGranted @40 :Sessions.ProxyGranted $A.signers("principal, or attested");
    proxyRevoked @41 :Sessions.ProxyRevoked $A.signers("principal, or attested");
    interestDeclared @42 :Sessions.InterestDeclared $A.signers("holder or SEC");
    itemDisposed @43 :Sessions.ItemDisposed $A.signers("SEC");
    sessionClosed @44 :Sessions.SessionClosed $A.signers("CH+SEC");
    minutesApproved @45 :Sessions.MinutesApproved $A.signers("CH+SEC");

    proposalTabled @46 :Decisions.ProposalTabled $A.signers("SEC or MEM");
    proposalRevised @47 :Decisions.ProposalRevised $A.signers("sponsor");
    legalOpinionGiven @48 :Decisions.LegalOpinionGiven $A.signers("EXP");
    voteRecorded @49 :Decisions.VoteRecorded $A.signers("SEC+CH");
    electionRecorded @50 :Decisions.ElectionRecorded $A.signers("SEC+CH");
    decisionRecorded @51 :Decisions.DecisionRecorded $A.signers("CH+SEC");
    delegationGranted @52 :Decisions.DelegationGranted $A.signers("CH+SEC");
    delegatedDecision @53 :Decisions.DelegatedDecision $A.signers("delegate");
    supervisionRecorded @54 :Decisions.SupervisionRecorded $A.signers("SEC or MEM");
    challengeRecorded @55 :Decisions.ChallengeRecorded $A.signers("SEC");
    published @56 :Decisions.Published $A.signers("SEC");
    decisionEnded @57 :Decisions.DecisionEnded $A.signers("CH+SEC");
    extractIssued @58 :Decisions.ExtractIssued $A.signers("SEC or CH");

    agreementDrafted @59 :Agreements.AgreementDrafted $A.signers("SEC or MEM");
    agreementApproved @60 :Agreements.AgreementApproved $A.signers("that MEM");
    agreementSigned @61 :Agreements.AgreementSigned $A.signers("the party's signatory, or attested");
    agreementInForce @62 :Agreements.AgreementInForce $A.signers("SEC+CH");
    agreementAmended @63 :Agreements.AgreementAmended $A.signers("all parties");
    agreementRenewed @64 :Agreements.AgreementRenewed $A.signers("all parties; tacit: SEC");
    agreementNoticeGiven @65 :Agreements.AgreementNoticeGiven $A.signers("that party");
    agreementStateChanged @66 :Agreements.AgreementStateChanged $A.signers("SEC+CH");

    commitmentRegistered @67 :Cooperation.CommitmentRegistered $A.signers("EXP+SEC");
    commitmentChanged @68 :Cooperation.CommitmentChanged $A.signers("EXP+SEC");
    projectLaunched @69 :Cooperation.ProjectLaunched $A.signers("MEM+SEC");
    projectReported @70 :Cooperation.ProjectReported $A.signers("lead");
    projectStateChanged @71 :Cooperation.ProjectStateChanged $A.signers("lead+SEC");
    projectHandedOver @72 :Cooperation.ProjectHandedOver $A.signers("old and new lead");
    expertiseOffered @73 :Cooperation.ExpertiseOffered $A.signers("MEM");
    exchangeReported @74 :Cooperation.ExchangeReported $A.signers("MEM");
    consultationOpened @75 :Cooperation.ConsultationOpened $A.signers("SEC");
    consultationClosed @76 :Cooperation.ConsultationClosed $A.signers("SEC");
  }
}
