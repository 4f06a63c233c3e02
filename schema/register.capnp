@0xb3c6f10a92d84e57;
# The register: what the rules read. Derived from the log, thrown away and rebuilt at will
# (docs/formats/register.md). Things are named here by number: a u32 given when their slug first appears.
# 0 is never given, so it says "none".

using Cxx = import "/capnp/c++.capnp";
using C = import "common.capnp";
using Foundation = import "foundation.capnp";
using Membership = import "membership.capnp";
using Sessions = import "sessions.capnp";
using Decisions = import "decisions.capnp";
using Rules = import "rules.capnp";
using AtSessions = import "register_sessions.capnp";
using OfDecisions = import "register_decisions.capnp";
using AgreementRows = import "register_agreements.capnp";
using CooperationRows = import "register_cooperation.capnp";
$Cxx.namespace("jumelage::schema");

enum SubjectKind {
  # What kind of thing a subject is. The numbers are stored (docs/formats/register.md).
  none @0;
  # No subject: the number 0.
  ledger @1;
  key @2;
  member @3;
  person @4;
  body @5;
  mandate @6;
  office @7;
  ruleSet @8;
  session @9;
  proposal @10;
  decision @11;
  agreement @12;
  project @13;
  commitment @14;
  document @15;
  # Documents have a table of their own; none is a subject so far.
  proxy @16;
  opinion @17;
  # A legal opinion.
  election @18;
  delegation @19;
  expertise @20;
  # An offer to teach.
  exchange @21;
  # A visit or training that took place.
  consultation @22;
  amendment @23;
  # Of an agreement.
}

struct SubjectRow {
  # Table `rows`, key (number, position): what a subject was from that log position on, and the act that made it so.
  actId @0 :Data;
  # The newest act that lists the subject among its `subjects`: what the next author must have seen.
  recordedAt @1 :Int64;
  # That act's `recordedAt`, in milliseconds since 1970-01-01T00:00:00Z.
  irregular @2 :Bool;
  # Some finding about it is not cured.
  union {
    plain @3 :Void;
    # A subject whose state is in its acts alone.
    ledger @4 :LedgerState;
    # Of the ledger itself: subject number 1.
    key @5 :KeyState;
    # Of subjects of kind `key`.
    member @6 :MemberState;
    # Of subjects of kind `member`.
    person @7 :PersonState;
    # Of subjects of kind `person`.
    body @8 :BodyState;
    # Of subjects of kind `body`.
    mandate @9 :MandateState;
    # Of subjects of kind `mandate`.
    office @10 :OfficeState;
    # Of subjects of kind `office`.
    ruleSet @11 :Rules.RuleSet;
    # Of subjects of kind `ruleSet`: the version that was enacted at this position.
    session @12 :SessionState;
    # Of subjects of kind `session`.
    proposal @13 :ProposalState;
    # Of subjects of kind `proposal`.
    decision @14 :DecisionState;
    # Of subjects of kind `decision`.
    proxy @15 :AtSessions.ProxyState;
    # Of subjects of kind `proxy`.
    election @16 :AtSessions.ElectionState;
    # Of subjects of kind `election`.
    opinion @17 :OfDecisions.OpinionState;
    # Of subjects of kind `opinion`.
    delegation @18 :OfDecisions.DelegationState;
    # Of subjects of kind `delegation`.
    agreement @19 :AgreementRows.AgreementState;
    # Of subjects of kind `agreement`.
    amendment @20 :AgreementRows.AmendmentState;
    # Of subjects of kind `amendment`.
    commitment @21 :CooperationRows.CommitmentState;
    # Of subjects of kind `commitment`.
    project @22 :CooperationRows.ProjectState;
    # Of subjects of kind `project`.
    expertise @23 :CooperationRows.ExpertiseState;
    # Of subjects of kind `expertise`.
    exchange @24 :CooperationRows.ExchangeState;
    # Of subjects of kind `exchange`.
    consultation @25 :CooperationRows.ConsultationState;
    # Of subjects of kind `consultation`.
  }
}

struct LedgerState {
  # The ledger's state: what holds for all of it.
  ledgerId @0 :Data;
  # Its id: 32 bytes (docs/formats/sealed-act.md).
  origin @1 :Text;
  # The base of its checkpoint origins, as founded.
  schemaDigest @2 :Data;
  # SHA-256 over the schema files that it was founded under.
  finality @3 :Foundation.FinalityRule;
  # Who witnesses, and how many of them make a checkpoint final.
  administration @4 :Foundation.Administration;
  # Who administers keys now: enrolments and revocations since the founding included.
  language @5 :Text;
  # Its default language: the first of those that it was founded with.
  term @6 :UInt32;
  # Of the primary, from 1.
  primary @7 :Text;
  # The member whose node orders the acts in this term.
  logKey @8 :Data;
  # The key that signs this term's checkpoints.
  finalityAt @9 :UInt64;
  # Log position of the act that set `finality`. That act is a boundary: what comes after it is made final by this rule
  # alone (docs/finality.md).
  termAt @10 :UInt64;
  # Log position of the act with which this term began.
  activations @11 :List(Activation);
  # Newer catalogues and rule engines, in the order in which they take effect; none: those of the founding.

  struct Activation {
    # From which position on the acts of a catalogue are taken, and by which rule engine all acts are judged.
    version @0 :UInt16;
    # The catalogue version up to which acts are taken.
    ruleEngine @1 :UInt16;
    # The rule engine that judges.
    fromPosition @2 :UInt64;
    # The first log position for which both hold.
  }
}

struct KeyState {
  # A key's state: for what, whose, and where in the log it may sign.
  key @0 :Data;
  # The 32 bytes of the Ed25519 public key.
  purpose @1 :Foundation.KeyEnrolled.Purpose;
  # What it may sign.
  holder @2 :UInt32;
  # The mandate or member that it was enrolled for, by its number.
  validFrom @3 :UInt64;
  # The first log position that it may sign at.
  revokedAt @4 :UInt64;
  # The first log position that it may no longer sign at; the largest number while it stands.
  reason @5 :Foundation.KeyRevoked.Reason;
  # Why it was revoked; says nothing while it stands.
  compromisedSince @6 :UInt64;
  # The log position from which on what it signed is disputed; the largest number: never.
}

struct MemberState {
  # A member's state.
  profile @0 :Membership.MemberProfile;
  # Who it is.
  standing @1 :Membership.MemberChanged.Standing;
  # Where it stands.
  votingRight @2 :Bool;
  # Whether those who sit for it may vote.
  feesInOrder @3 :Bool;
  # Whether it has paid its fees.
  successor @4 :UInt32;
  # The member that took its place; 0: none.
}

struct PersonState {
  # A person's state. What is known of them stands in the document alone.
  document @0 :Data;
  # The digest of the newest personal document.
  erased @1 :Bool;
  # Whether that document was destroyed.
}

struct BodyState {
  # A body's state.
  names @0 :List(C.Name);
  # What it is called.
  kind @1 :Membership.BodyEstablished.Kind;
  # What sort of body it is.
  parent @2 :UInt32;
  # The body that it belongs to; 0: none.
  seats @3 :List(Membership.BodyEstablished.Seat);
  # How many seats each college has.
  ruleSet @4 :UInt32;
  # The rule set that it decides under.
  ruleSetVersion @5 :UInt32;
  # Which version of that rule set.
  series @6 :Text;
  # What stands before the year in its definitive numbers.
  source @7 :Membership.BodyEstablished.Numbering.Source;
  # Who gives its definitive numbers.
  dissolved @8 :Bool;
  # Whether it has ceased to be.
}

struct MandateState {
  # A mandate's state.
  person @0 :UInt32;
  # Who holds it.
  body @1 :UInt32;
  # The body that it is in.
  member @2 :UInt32;
  # The member it is held for; 0: in the person's own right.
  kind @3 :Membership.MandateGranted.Kind;
  # What the person is there as.
  college @4 :Text;
  # The college of its seat; empty: without a seat.
  weight @5 :UInt16;
  # How many votes the seat carries; 0: without a seat.
  alternateOf @6 :UInt32;
  # The titular mandate that it stands in for; 0: it is titular itself.
  rank @7 :UInt8;
  # Among the alternates of one titular, from 1; 0: it is titular itself.
  from @8 :UInt32;
  # The first day, as a Rata Die day.
  until @9 :UInt32;
  # The last day, as a Rata Die day; 0: without a term.
  status @10 :Status;
  # Whether its holder can act. Running out by date is not seen here.
  reason @11 :Membership.MandateChanged.Reason;
  # Why it was changed last.

  enum Status {
    # Whether the holder of a mandate can act.
    effective @0;
    # Yes, within the term.
    impeded @1;
    # No; the alternate acts.
    ended @2;
    # No more.
  }
}

struct OfficeState {
  # An office's state, and who holds it.
  kind @0 :Membership.OfficeChanged.Kind;
  # Which office it is.
  body @1 :UInt32;
  # The body whose office it is.
  holder @2 :UInt32;
  # The mandate that holds it; 0: vacant.
  session @3 :UInt32;
  # The session, of a session's secretary; 0 of any other office.
  from @4 :UInt32;
  # The holder's first day, as a Rata Die day.
  until @5 :UInt32;
  # The holder's last day, as a Rata Die day; 0: without a term.
}

struct SessionState {
  # A session's state.
  body @0 :UInt32;
  # The body that meets.
  number @1 :UInt32;
  # Its number in that body.
  call @2 :UInt8;
  # Which call it is, from 1.
  mode @3 :Sessions.SessionMode;
  # How it is held.
  scheduled @4 :Int64;
  # When it is to begin, in milliseconds since 1970-01-01T00:00:00Z.
  ruleSet @5 :UInt32;
  # The rule set that it runs under.
  ruleSetVersion @6 :UInt32;
  # Which version of that rule set, as the call pinned it.
  phase @7 :Phase;
  # How far it has come.
  agenda @8 :List(UInt32);
  # Proposals in order.
  presider @9 :UInt32;
  # Who presides: a mandate; 0: not opened yet.
  secretary @10 :UInt32;
  # Who keeps the minutes: a mandate; 0: not opened yet.
  acts @11 :UInt32;
  # How many acts of this session the log held once it was opened, and then when it was closed; the running count is in
  # `counters`. 0: not opened yet.
  quorumText @12 :Text;
  # The arithmetic at the opening, in words; empty: not opened yet.
  quorate @13 :Bool;
  # Whether there was a quorum at the opening.
  openedDate @14 :UInt32;
  # The day on which it was opened, as a Rata Die day; 0: not opened yet.
  scheduledDay @15 :UInt32;
  # The day on which it is to begin, on the wall clock there, as a Rata Die day.
  urgent @16 :Bool;
  # Whether it was called as urgent.
  nextCall @17 :UInt32;
  # The session called because this one had no quorum; 0: none so far.

  enum Phase {
    # How far a session has come.
    convened @0;
    # Called, and not opened yet.
    postponed @1;
    cancelled @2;
    inquorate @3;
    # Recorded as having no quorum.
    open @4;
    adjourned @5;
    closed @6;
    minutesApproved @7;
  }
}

struct ProposalState {
  # A proposal's state.
  body @0 :UInt32;
  # The body it is before.
  titleAt @1 :UInt64;
  # Log position of the act that gave it the title that it has.
  matter @2 :C.Matter;
  # Scheme and code, without the label: what the rules look for.
  status @3 :Status;
  # How far it has come.
  session @4 :UInt32;
  # The session on whose agenda it is, or was last; 0: none so far.
  rounds @5 :UInt16;
  # How many rounds of voting so far.
  vote @6 :UInt64;
  # Position of the vote that stands; the largest number: none.
  outcome @7 :Decisions.Outcome;
  # Of that vote, computed.
  decision @8 :UInt32;
  # The decision on it; 0: none yet.
  sponsor @9 :UInt32;
  # Who brings it in: a member, mandate or body; 0: the secretariat.
  theme @10 :Text;
  # The field of cooperation, in the club's own words; none: not stated. No rule reads it: it is what people look for.

  enum Status {
    # How far a proposal has come.
    tabled @0;
    # Open: to be put on an agenda, or on one.
    withdrawn @1;
    deferred @2;
    noted @3;
    notReached @4;
    voted @5;
    # Voted on, and no decision recorded yet.
    decided @6;
    consensus @7;
    # Settled without a vote, and no decision recorded yet.
  }
}

struct DecisionState {
  # A decision's state.
  body @0 :UInt32;
  # The body that took it.
  item @1 :UInt32;
  # The proposal decided on; 0: imported, and nobody recorded it.
  session @2 :UInt32;
  # 0: imported, and nobody recorded it.
  announced @3 :Decisions.Outcome;
  # The outcome as announced.
  computed @4 :Decisions.Outcome;
  # By the rules, from the vote or the consensus that it rests on.
  ground @5 :Ground;
  # What it rests on.
  vote @6 :UInt64;
  # With `vote`: that vote's position.
  round @7 :UInt16;
  # With `vote`: that vote's round. Its row in `votes` has the arithmetic.
  series @8 :Text;
  # What stands before the year in its definitive number; empty: none was given.
  year @9 :UInt16;
  # The year in its definitive number; 0: none was given.
  number @10 :UInt32;
  # The definitive number: CCI, 2026, 7. 0: none given.
  date @11 :UInt32;
  # When it was taken, as a Rata Die day.
  titleAt @12 :UInt64;
  # Log position of the act that gave it its title.
  status @13 :Status;
  # Where it stands.
  imported @14 :Bool;
  # From somebody else's register.
  clearances @15 :List(OfDecisions.ClearanceState);
  # What must be obtained elsewhere before it is executory: by the rule set, then by the decision itself.
  publication @16 :Rules.RuleSet.Publication;
  # Whether the rules want it published.
  publishedOn @17 :UInt32;
  # When it was first published, as a Rata Die day; 0: not yet.
  delegation @18 :UInt32;
  # With `delegation` as its ground: the delegation that it was taken under.
  challenges @19 :UInt16;
  # How many challenges are before a court and not ruled on.
  suspended @20 :Bool;
  # A court has suspended it, and has neither ruled nor lifted that since.
  annulled @21 :Bool;
  # A court has annulled it.
  partlyAnnulled @22 :Bool;
  # A court has annulled parts of it; the rest stands.
  ending @23 :Status;
  # With `endedOn`: repealed, superseded or lapsed.
  endedOn @24 :UInt32;
  # The first day on which it is not in force, as a Rata Die day; 0: no end is recorded.
  endedBy @25 :UInt32;
  # The decision that repeals or supersedes it; 0: none.
  endingHeld @26 :Bool;
  # Its end has no effect for now, because the decision in `endedBy` has none.
  amends @27 :List(UInt32);
  # Decisions that it amends once it is executory.
  repeals @28 :List(UInt32);
  # Decisions that it repeals once it is executory.
  implements @29 :List(UInt32);
  # Decisions that it carries out.
  amendedBy @30 :List(UInt32);
  # Decisions in force that amend it, in the order in which they came into force.

  enum Ground {
    # What a decision rests on.
    nothing @0;
    # No vote is recorded.
    vote @1;
    consensus @2;
    delegation @3;
    # A power that the body had delegated.
  }
  enum Status {
    # Where a decision stands on the day of the newest act that changed it. What runs out by date is computed from the
    # fields above.
    rejected @0;
    adopted @1;
    # And no clearance is asked for; still to be published where that is a condition of force, or irregular.
    clearancePending @2;
    # Adopted; a clearance is still to be obtained.
    cleared @3;
    # Adopted, every clearance obtained; still to be published where that is a condition of force, or irregular.
    refused @4;
    # Adopted; a clearance was refused.
    executory @5;
    # In force, and to be carried out: regular, cleared, published where that is a condition.
    suspended @6;
    # Without effect until a court rules.
    annulled @7;
    # By a court.
    repealed @8;
    superseded @9;
    lapsed @10;
  }
}

struct DocumentRow {
  # Table `documents`, key the digest: what the first act that named the document said of it.
  size @0 :UInt64;
  # In bytes.
  erasable @1 :Bool;
  # Whether `personalDataErased` can destroy it.
  visibility @2 :C.Visibility;
  # Who may be given the bytes.
  role @3 :C.DocumentRef.Role;
  # What it was for that act.
  registeredAt @4 :UInt64;
  # Log position of that act.
  erasedAt @5 :UInt64;
  # Log position of the act that destroyed it; the largest number: it is kept.
  visibilityAt @6 :UInt64;
  # Log position of the act that changed `visibility` last; 0: it is as it was registered.
}

struct FindingRow {
  # Table `findings`, key (position, place among the act's findings): a rule that was not kept.
  code @0 :Text;
  # Which rule (docs/findings.md).
  text @1 :Text;
  # What is wrong and what to do, in words.
  subject @2 :UInt32;
  # The subject that it makes irregular.
  curedAt @3 :UInt64;
  # Log position of the act that cured it; the largest number: not cured.
  cause @4 :UInt32;
  # The decision or delegation whose own state is what is wrong; 0: none.
}
