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
  # How an act came to be recorded (docs/acts.md): what is asked of its signers depends on it.
  live @0;
  # By those who act, as it happens.
  transcribed @1;
  # From paper, later.
  attested @2;
  # By a secretary, for someone without a key.
  imported @3;
  # From somebody else's register, into a body of kind `imported`.
}

struct Act {
  # One statement that its signers make: what every act carries and, as the one field set in the union, what this one
  # records. The names of the union's fields are the kinds; `$A.signers` says who signs by default.
  schemaVersion @0 :UInt16;
  # The catalogue version that the act was written for, from 1. A program that knows only a lower one refuses it.
  basis @1 :Basis;
  # How the act came to be recorded.
  ledgerId @2 :Data $A.exactBytes(32);
  # The ledger that the act is for, by its id (docs/formats/sealed-act.md); 32 zero bytes in the founding act only.
  subjects @3 :List(C.Subject) $A.maxItems(256);
  # What the act is about, in the order of their ids: every subject that the kind names, and no other.
  recordedAt @4 :C.Moment;
  # When its author made the act. Not later than the log's own time, but for a tolerance.
  decidedAt @5 :C.Moment $A.optional;
  # When what it records was decided or happened; none: when it was made.
  effectiveAt @6 :C.Moment $A.optional;
  # When what it records takes effect; none: at once, or when the kind's own fields say.
  place @7 :Text $A.optional $A.maxBytes(512);
  # Where it happened, in words; none: not stated.
  ruleSet @8 :C.RuleRef $A.optional;
  # What the act is judged under, where its session doesn't pin that; none: not stated.
  externalIds @9 :List(C.ExternalId) $A.maxItems(32);
  # What others call the thing recorded, such as its number in the register that it was imported from.
  documents @10 :List(C.DocumentRef) $A.maxItems(128);
  # Documents that go with the act beyond those that its kind names.
  signers @11 :List(C.Signer) $A.maxItems(256);
  # Everybody whose signature completes the act, in the order of their keys.
  attestation @12 :C.Attestation $A.optional;
  # Who vouches for the act, and on what evidence. Required when the basis is `attested`.
  overrideReason @13 :Text $A.optional $A.maxBytes(2048) $A.multiline;
  # Why its author went on although the program warned of a finding; none: it did not warn, or no reason was given.

  union {
    ledgerConstituted @14 :Foundation.LedgerConstituted $A.signers("all founders");
    # The founding of the ledger.
    ruleSetEnacted @15 :Foundation.RuleSetEnacted $A.signers("CH+SEC");
    # A rule set, in its next version.
    catalogueActivated @16 :Foundation.CatalogueActivated $A.signers("ADM");
    # From which position on a newer catalogue or a correction of the rules holds.
    keyEnrolled @17 :Foundation.KeyEnrolled $A.signers("ADM + the key itself");
    # A key: for what, whose, how kept.
    keyRevoked @18 :Foundation.KeyRevoked $A.signers("ADM or owner");
    # The end of a key.
    witnessSetChanged @19 :Foundation.WitnessSetChanged $A.signers("ADM");
    # Who witnesses, and how many of them make a checkpoint final.
    primaryHandedOver @20 :Foundation.PrimaryHandedOver $A.signers("ADM");
    # Another member takes over the ordering of acts.
    checkpointAnchored @21 :Foundation.CheckpointAnchored $A.signers("SEC or witness");
    # A timestamp from outside over a root of the log.
    recordCorrected @22 :Foundation.RecordCorrected $A.signers("SEC+CH");
    # What the record got wrong about a fact.
    personalDataErased @23 :Foundation.PersonalDataErased $A.signers("DPO+SEC");
    # Erasable documents whose bytes are destroyed.
    documentAdded @24 :Foundation.DocumentAdded $A.signers("SEC");
    # A document that comes later.
    visibilityChanged @25 :Foundation.VisibilityChanged $A.signers("SEC");
    # Whether a document is public or for members.
    registerClosed @26 :Foundation.RegisterClosed $A.signers("CH+SEC");
    # The closing sheet of a year or volume.

    bodyEstablished @27 :Membership.BodyEstablished $A.signers("CH+SEC");
    # A council, a committee, or a body that holds an imported register.
    bodyChanged @28 :Membership.BodyChanged $A.signers("CH+SEC");
    # New names, seats or rule set of a body, or its end.
    personRegistered @29 :Membership.PersonRegistered $A.signers("SEC");
    # A person, without a name.
    memberAdmitted @30 :Membership.MemberAdmitted $A.signers("CH+SEC");
    # A city or partner institution joins.
    memberChanged @31 :Membership.MemberChanged $A.signers("CH+SEC+MEM");
    # A member's profile, standing, voting right, fees, successor.
    mandateGranted @32 :Membership.MandateGranted $A.signers("MEM+SEC");
    # A person in a seat of a body.
    mandateChanged @33 :Membership.MandateChanged $A.signers("MEM or holder");
    # A mandate is impeded, resumed or ended.
    officeChanged @34 :Membership.OfficeChanged $A.signers("CH+SEC");
    # Who holds an office now, or that it is vacant.

    sessionConvened @35 :Sessions.SessionConvened $A.signers("SEC or CH");
    # A session is called.
    agendaAmended @36 :Sessions.AgendaAmended $A.signers("SEC or CH");
    # A new order of the agenda.
    sessionOpened @37 :Sessions.SessionOpened $A.signers("CH+SEC");
    # A session begins: who presides, and who is there.
    attendanceChanged @38 :Sessions.AttendanceChanged $A.signers("SEC");
    # Who arrived, left, is represented or replaced.
    sessionStateChanged @39 :Sessions.SessionStateChanged $A.signers("CH+SEC");
    # A session is postponed, cancelled, without quorum, adjourned or resumed.
    proxyGranted @40 :Sessions.ProxyGranted $A.signers("principal, or attested");
    # Who votes for whom, and on what.
    proxyRevoked @41 :Sessions.ProxyRevoked $A.signers("principal, or attested");
    # The end of a proxy.
    interestDeclared @42 :Sessions.InterestDeclared $A.signers("holder or SEC");
    # A holder takes no part in an item or agreement.
    itemDisposed @43 :Sessions.ItemDisposed $A.signers("SEC");
    # An item that ends without a vote.
    sessionClosed @44 :Sessions.SessionClosed $A.signers("CH+SEC");
    # The end of a session.
    minutesApproved @45 :Sessions.MinutesApproved $A.signers("CH+SEC");
    # The minutes, and the vote that approved them.

    proposalTabled @46 :Decisions.ProposalTabled $A.signers("SEC or MEM");
    # Something to be decided.
    proposalRevised @47 :Decisions.ProposalRevised $A.signers("sponsor");
    # A new text of a proposal, or its end.
    legalOpinionGiven @48 :Decisions.LegalOpinionGiven $A.signers("EXP");
    # An expert's opinion on a proposal or agreement.
    voteRecorded @49 :Decisions.VoteRecorded $A.signers("SEC+CH");
    # A vote on an item, and the outcome as announced.
    electionRecorded @50 :Decisions.ElectionRecorded $A.signers("SEC+CH");
    # An election, and who was elected as announced.
    decisionRecorded @51 :Decisions.DecisionRecorded $A.signers("CH+SEC");
    # What was decided.
    delegationGranted @52 :Decisions.DelegationGranted $A.signers("CH+SEC");
    # A power that is handed on, or its end.
    delegatedDecision @53 :Decisions.DelegatedDecision $A.signers("delegate");
    # What was decided under such a power.
    supervisionRecorded @54 :Decisions.SupervisionRecorded $A.signers("SEC or MEM");
    # What became of a clearance step.
    challengeRecorded @55 :Decisions.ChallengeRecorded $A.signers("SEC");
    # A decision before a court, and what became of it.
    published @56 :Decisions.Published $A.signers("SEC");
    # Where and when something was published.
    decisionEnded @57 :Decisions.DecisionEnded $A.signers("CH+SEC");
    # A decision is repealed, superseded or lapsed.
    extractIssued @58 :Decisions.ExtractIssued $A.signers("SEC or CH");
    # An extract that was handed out.

    agreementDrafted @59 :Agreements.AgreementDrafted $A.signers("SEC or MEM");
    # A draft of an agreement.
    agreementApproved @60 :Agreements.AgreementApproved $A.signers("that MEM");
    # A party approves a draft.
    agreementSigned @61 :Agreements.AgreementSigned $A.signers("the party's signatory, or attested");
    # A party signs.
    agreementInForce @62 :Agreements.AgreementInForce $A.signers("SEC+CH");
    # From when the agreement holds, and why.
    agreementAmended @63 :Agreements.AgreementAmended $A.signers("all parties");
    # An amendment.
    agreementRenewed @64 :Agreements.AgreementRenewed $A.signers("all parties; tacit: SEC");
    # The agreement goes on for another period.
    agreementNoticeGiven @65 :Agreements.AgreementNoticeGiven $A.signers("that party");
    # A party ends it.
    agreementStateChanged @66 :Agreements.AgreementStateChanged $A.signers("SEC+CH");
    # It is dormant, revived, expired, denounced, ended by consent, annulled.

    commitmentRegistered @67 :Cooperation.CommitmentRegistered $A.signers("EXP+SEC");
    # An international commitment that acts must respect.
    commitmentChanged @68 :Cooperation.CommitmentChanged $A.signers("EXP+SEC");
    # The commitment is in force, suspended, ended, under reserve.
    projectLaunched @69 :Cooperation.ProjectLaunched $A.signers("MEM+SEC");
    # A project begins.
    projectReported @70 :Cooperation.ProjectReported $A.signers("lead");
    # A project's progress over a period.
    projectStateChanged @71 :Cooperation.ProjectStateChanged $A.signers("lead+SEC");
    # A project is suspended, resumed, completed or cancelled.
    projectHandedOver @72 :Cooperation.ProjectHandedOver $A.signers("old and new lead");
    # A project has another lead.
    expertiseOffered @73 :Cooperation.ExpertiseOffered $A.signers("MEM");
    # What a member can teach others.
    exchangeReported @74 :Cooperation.ExchangeReported $A.signers("MEM");
    # An exchange that took place.
    consultationOpened @75 :Cooperation.ConsultationOpened $A.signers("SEC");
    # A public consultation begins.
    consultationClosed @76 :Cooperation.ConsultationClosed $A.signers("SEC");
    # A public consultation is over: what came in.
  }
}
