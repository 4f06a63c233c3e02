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
  none @0;
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
  proxy @16;
  opinion @17;
  election @18;
  delegation @19;
  expertise @20;
  exchange @21;
  consultation @22;
  amendment @23;
}

struct SubjectRow {
  # Table `rows`, key (number, position): what a subject was from that log position on, and the act that made it so.
  actId @0 :Data;
  recordedAt @1 :Int64;
  irregular @2 :Bool;
  # Some finding about it is not cured.
  union {
    plain @3 :Void;
    # A subject whose state is in its acts alone.
    ledger @4 :LedgerState;
    key @5 :KeyState;
    member @6 :MemberState;
    person @7 :PersonState;
    body @8 :BodyState;
    mandate @9 :MandateState;
    office @10 :OfficeState;
    ruleSet @11 :Rules.RuleSet;
    session @12 :SessionState;
    proposal @13 :ProposalState;
    decision @14 :DecisionState;
  }
}

struct LedgerState {
  ledgerId @0 :Data;
  origin @1 :Text;
  schemaDigest @2 :Data;
  finality @3 :Foundation.FinalityRule;
  administration @4 :Foundation.Administration;
  language @5 :Text;
  term @6 :UInt32;
  # Of the primary, from 1.
  primary @7 :Text;
  # The member whose node orders the acts in this term.
  logKey @8 :Data;
  # The key that signs this term's checkpoints.
}

struct KeyState {
  key @0 :Data;
  purpose @1 :Foundation.KeyEnrolled.Purpose;
  holder @2 :UInt32;
  # The mandate or member.
  validFrom @3 :UInt64;
  # The first log position that it may sign at.
  revokedAt @4 :UInt64;
  # The first that it may no longer sign at; the largest number while it stands.
  reason @5 :Foundation.KeyRevoked.Reason;
  compromisedSince @6 :UInt64;
  # The largest number: never.
}

struct MemberState {
  profile @0 :Membership.MemberProfile;
  standing @1 :Membership.MemberChanged.Standing;
  votingRight @2 :Bool;
  feesInOrder @3 :Bool;
  successor @4 :UInt32;
}

struct PersonState {
  document @0 :Data;
  erased @1 :Bool;
}

struct BodyState {
  names @0 :List(C.Name);
  kind @1 :Membership.BodyEstablished.Kind;
  parent @2 :UInt32;
  seats @3 :List(Membership.BodyEstablished.Seat);
  ruleSet @4 :UInt32;
  ruleSetVersion @5 :UInt32;
  series @6 :Text;
  source @7 :Membership.BodyEstablished.Numbering.Source;
  dissolved @8 :Bool;
}

struct MandateState {
  person @0 :UInt32;
  body @1 :UInt32;
  member @2 :UInt32;
  kind @3 :Membership.MandateGranted.Kind;
  college @4 :Text;
  weight @5 :UInt16;
  alternateOf @6 :UInt32;
  rank @7 :UInt8;
  from @8 :UInt32;
  until @9 :UInt32;
  # Rata Die days; 0: without a term.
  status @10 :Status;
  reason @11 :Membership.MandateChanged.Reason;

  enum Status {
    effective @0;
    impeded @1;
    ended @2;
  }
}

struct OfficeState {
  kind @0 :Membership.OfficeChanged.Kind;
  body @1 :UInt32;
  holder @2 :UInt32;
  # A mandate; 0: vacant.
  session @3 :UInt32;
  from @4 :UInt32;
  until @5 :UInt32;
}

struct SessionState {
  body @0 :UInt32;
  number @1 :UInt32;
  call @2 :UInt8;
  mode @3 :Sessions.SessionMode;
  scheduled @4 :Int64;
  ruleSet @5 :UInt32;
  ruleSetVersion @6 :UInt32;
  phase @7 :Phase;
  agenda @8 :List(UInt32);
  # Proposals in order.
  presider @9 :UInt32;
  secretary @10 :UInt32;
  acts @11 :UInt32;
  # How many acts of this session so far.
  quorumText @12 :Text;
  # The arithmetic at the opening.
  quorate @13 :Bool;
  openedDate @14 :UInt32;

  enum Phase {
    convened @0;
    postponed @1;
    cancelled @2;
    inquorate @3;
    open @4;
    adjourned @5;
    closed @6;
    minutesApproved @7;
  }
}

struct ProposalState {
  body @0 :UInt32;
  title @1 :List(C.LocalText);
  matter @2 :C.Matter;
  status @3 :Status;
  session @4 :UInt32;
  # The one that it is, or was last, on the agenda of.
  rounds @5 :UInt16;
  # How many rounds of voting so far.
  vote @6 :UInt64;
  # Position of the vote that stands; the largest number: none.
  voteActId @7 :Data;
  outcome @8 :Decisions.Outcome;
  # Of that vote, computed.
  decision @9 :UInt32;

  enum Status {
    tabled @0;
    withdrawn @1;
    deferred @2;
    noted @3;
    notReached @4;
    voted @5;
    decided @6;
    consensus @7;
  }
}

struct DecisionState {
  body @0 :UInt32;
  item @1 :UInt32;
  session @2 :UInt32;
  announced @3 :Decisions.Outcome;
  computed @4 :Decisions.Outcome;
  arithmetic @5 :Text;
  series @6 :Text;
  year @7 :UInt16;
  number @8 :UInt32;
  # 0: none given.
  date @9 :UInt32;
  title @10 :List(C.LocalText);
  status @11 :Status;
  imported @12 :Bool;

  enum Status {
    rejected @0;
    adopted @1;
    clearancePending @2;
    cleared @3;
    refused @4;
    executory @5;
    suspended @6;
    annulled @7;
    repealed @8;
    superseded @9;
    lapsed @10;
  }
}

struct VoteRow {
  # Table `votes`, key (proposal, round, position).
  actId @0 :Data;
  session @1 :UInt32;
  outcome @2 :Decisions.Outcome;
  # Computed.
  announced @3 :Decisions.Outcome;
  arithmetic @4 :Text;
  for @5 :UInt32;
  against @6 :UInt32;
  abstain @7 :UInt32;
  blank @8 :UInt32;
  spoilt @9 :UInt32;
  present @10 :UInt32;
  superseded @11 :Bool;
}

struct AttendanceRow {
  # Table `attendance`, key (session, mandate, position).
  presence @0 :Sessions.Presence;
  by @1 :UInt32;
}

struct DocumentRow {
  # Table `documents`, key the digest.
  size @0 :UInt64;
  erasable @1 :Bool;
  visibility @2 :C.Visibility;
  role @3 :C.DocumentRef.Role;
  registeredAt @4 :UInt64;
  # Log position.
  erasedAt @5 :UInt64;
  # Log position; the largest number: it is kept.
}

struct FindingRow {
  # Table `findings`, key (position, place among the act's findings).
  code @0 :Text;
  text @1 :Text;
  subject @2 :UInt32;
  curedAt @3 :UInt64;
  # Log position of the act that cured it; the largest number: not cured.
}
