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

  enum Ground {
    # What a decision rests on.
    nothing @0;
    # No vote is recorded.
    vote @1;
    consensus @2;
  }
  enum Status {
    # Where a decision stands.
    rejected @0;
    adopted @1;
    clearancePending @2;
    # Adopted; a clearance is still to be obtained.
    cleared @3;
    # Adopted; every clearance was obtained.
    refused @4;
    # Adopted; a clearance was refused.
    executory @5;
    # In force, and to be carried out.
    suspended @6;
    # Without effect until a court rules.
    annulled @7;
    # By a court.
    repealed @8;
    superseded @9;
    lapsed @10;
  }
}

struct VoteRow {
  # Table `votes`, key (proposal, round, position): a vote as recorded there, and what came of it.
  actId @0 :Data;
  # The act that recorded it.
  session @1 :UInt32;
  # The session that it was taken in; 0: imported, and nobody recorded it.
  outcome @2 :Decisions.Outcome;
  # The outcome as computed.
  announced @3 :Decisions.Outcome;
  # The outcome as announced.
  arithmetic @4 :Text;
  # How the outcome was computed, in words.
  for @5 :UInt32;
  # Votes for, by weight; so with the next four. Of an imported vote, what its source doesn't tell is 0.
  against @6 :UInt32;
  # Votes against.
  abstain @7 :UInt32;
  # Abstentions.
  blank @8 :UInt32;
  # Blank ballots.
  spoilt @9 :UInt32;
  # Ballots that could not be counted.
  present @10 :UInt32;
  # The votes of all who could vote then, in person, through a proxy or through an alternate.
  superseded @11 :Bool;
  # Whether a later record, or a correction, took its place.
  recordAt @12 :UInt64;
  # Log position of the act that recorded the vote. The row's own position, unless it was computed anew after a
  # correction: then that is the correction's.
}

struct AttendanceRow {
  # Table `attendance`, key (session, mandate, position): how a seat is filled from that position on.
  presence @0 :Sessions.Presence;
  # How the seat is filled.
  by @1 :UInt32;
  # Who acts for it: the proxy's holder or the alternate, a mandate; 0: nobody.
  correctedAt @2 :UInt64;
  # Log position of the act that corrected it last; 0: it is as it was recorded.
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
}
