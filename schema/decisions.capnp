@0xc3d26031e6df5878;
# Acts about proposals, votes and decisions.

using Cxx = import "/capnp/c++.capnp";
using A = import "annotations.capnp";
using C = import "common.capnp";
$Cxx.namespace("jumelage::schema");

struct ProposalTabled {
  id @0 :Text $A.slug $A.maxBytes(64);
  body @1 :Text $A.slug $A.maxBytes(64);
  title @2 :List(C.LocalText) $A.maxItems(32);
  texts @3 :List(C.DocumentRef) $A.maxItems(64);
  matter @4 :C.Matter $A.optional;
  theme @5 :Text $A.optional $A.maxBytes(128);
  legalBasis @6 :List(Text) $A.maxItems(32);
  budget @7 :List(C.BudgetLine) $A.maxItems(32);
  sponsor @8 :Text $A.slug $A.maxBytes(64) $A.optional;
  # A member, mandate or body; none: the secretariat.
  amends @9 :List(Text) $A.slug $A.maxItems(64) $A.maxBytes(64);
  repeals @10 :List(Text) $A.slug $A.maxItems(64) $A.maxBytes(64);
  implements @11 :List(Text) $A.slug $A.maxItems(64) $A.maxBytes(64);
  # Decisions that this would amend, repeal or carry out.
}

struct ProposalRevised {
  id @0 :Text $A.slug $A.maxBytes(64);
  change @1 :Change;
  title @2 :List(C.LocalText) $A.maxItems(32);
  texts @3 :List(C.DocumentRef) $A.maxItems(64);
  # With `newText`, the whole new title and texts.
  reason @4 :Text $A.optional $A.maxBytes(2048) $A.multiline;

  enum Change {
    newText @0;
    withdrawn @1;
    deferred @2;
  }
}

struct LegalOpinionGiven {
  id @0 :Text $A.slug $A.maxBytes(64);
  on @1 :Text $A.slug $A.maxBytes(64);
  # A proposal or agreement.
  expert @2 :Text $A.slug $A.maxBytes(64);
  opinion @3 :Opinion;
  commitments @4 :List(Text) $A.slug $A.maxItems(64) $A.maxBytes(64);
  summary @5 :List(C.LocalText) $A.maxItems(32);
  document @6 :C.DocumentRef $A.optional;

  enum Opinion {
    favourable @0;
    reserved @1;
    unfavourable @2;
  }
}

enum Choice {
  for @0;
  against @1;
  abstain @2;
  blank @3;
  spoilt @4;
  # A ballot that cannot be counted.
  notTakingPart @5;
  # Present, and did not vote.
  absent @6;
  recused @7;
}

struct Ballot {
  mandate @0 :Text $A.slug $A.maxBytes(64);
  choice @1 :Choice;
  castBy @2 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The proxy's holder or the alternate, a mandate; none: in person.
}

struct Tally {
  # Votes, by weight. What a source doesn't tell is `unknown`, which is not the same as none.
  for @0 :Count;
  against @1 :Count;
  abstain @2 :Count;
  blank @3 :Count;
  spoilt @4 :Count;
  notTakingPart @5 :Count;
  present @6 :Count;
  # Who was there.
  inExercise @7 :Count;
  # Who could have been.
}

struct Count {
  value @0 :UInt32;
  unknown @1 :Bool;
}

struct VoteRecorded {
  item @0 :Text $A.slug $A.maxBytes(64);
  # The proposal voted on.
  session @1 :Text $A.slug $A.maxBytes(64) $A.optional;
  # None only for an imported vote whose session nobody recorded.
  round @2 :UInt16;
  # From 1.
  replaces @3 :C.ActRef $A.optional;
  # An earlier record of the same round that this one takes the place of.
  majority @4 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The majority of the pinned rule set that it ran under; none: the one that the matter asks for.
  mode @5 :Mode;
  ballots @6 :List(Ballot) $A.maxItems(512);
  # Everyone who could vote, unless the vote was secret.
  tally @7 :Tally $A.optional;
  # As announced; the only figures of a secret vote.
  participants @8 :List(Text) $A.slug $A.maxItems(512) $A.maxBytes(64);
  # Of a secret vote: who took part.
  presiderChoice @9 :Choice $A.optional;
  # How the presider's casting vote went. Left out means `for`, so it counts with `castingVoteUsed` alone.
  castingVoteUsed @10 :Bool;
  # In a public vote that tied.
  announced @11 :Outcome;
  at @12 :C.Anchor $A.optional;

  enum Mode {
    showOfHands @0;
    rollCall @1;
    electronic @2;
    secret @3;
    written @4;
    acclamation @5;
    unknown @6;
  }
}

enum Outcome {
  notAnnounced @0;
  adopted @1;
  rejected @2;
  tied @3;
  inquorate @4;
}

struct ElectionRecorded {
  id @0 :Text $A.slug $A.maxBytes(64);
  session @1 :Text $A.slug $A.maxBytes(64);
  item @2 :Text $A.slug $A.maxBytes(64);
  office @3 :Text $A.slug $A.maxBytes(64) $A.optional;
  candidates @4 :List(Text) $A.slug $A.maxItems(64) $A.maxBytes(64);
  # Mandates.
  rounds @5 :List(Round) $A.maxItems(16);
  rule @6 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The election rule of the session's rule set that it ran under; none only for an imported election.
  elected @7 :Text $A.slug $A.maxBytes(64) $A.optional;
  # As announced: one of the candidates; none: nobody.
  tieDecided @8 :Bool;
  # true: as announced, the rule's tie policy decided.
  replaces @9 :C.ActRef $A.optional;
  # An earlier record of the same election that this one takes the place of.
  at @10 :C.Anchor $A.optional;

  struct Round {
    votes @0 :List(UInt32) $A.maxItems(64);
    # In the order of `candidates`.
    blank @1 :UInt32;
    spoilt @2 :UInt32;
    participants @3 :List(Text) $A.slug $A.maxItems(512) $A.maxBytes(64);
    # Who took part, whatever they voted.
    secret @4 :Bool;
    ballots @5 :List(ElectionBallot) $A.maxItems(512);
    # Of a round that was not secret.
  }
}

struct ElectionBallot {
  # One vote in a public round of an election.
  mandate @0 :Text $A.slug $A.maxBytes(64);
  for @1 :Text $A.slug $A.maxBytes(64) $A.optional;
  # A candidate; none: `otherwise` says what.
  otherwise @2 :Choice;
  # Blank, spoilt, not taking part, absent or recused. Says nothing where `for` names a candidate.
  castBy @3 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The proxy's holder or the alternate, a mandate; none: in person.
}

struct DecisionRecorded {
  id @0 :Text $A.slug $A.maxBytes(64);
  body @1 :Text $A.slug $A.maxBytes(64);
  item @2 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The proposal decided on; none only for an imported decision whose proposal nobody recorded.
  vote @3 :C.ActRef $A.optional;
  # The vote or election it rests on; none: by consensus, or nobody recorded it.
  title @4 :List(C.LocalText) $A.maxItems(32);
  texts @5 :List(C.DocumentRef) $A.maxItems(64);
  outcome @6 :Outcome;
  # As announced. The outcome as computed stands beside it in the register.
  date @7 :UInt32 $A.date;
  conditions @8 :List(C.LocalText) $A.maxItems(32);
  clearances @9 :List(C.ClearanceStep) $A.maxItems(64);
  amends @10 :List(Text) $A.slug $A.maxItems(64) $A.maxBytes(64);
  repeals @11 :List(Text) $A.slug $A.maxItems(64) $A.maxBytes(64);
  implements @12 :List(Text) $A.slug $A.maxItems(64) $A.maxBytes(64);
}

struct DelegationGranted {
  id @0 :Text $A.slug $A.maxBytes(64);
  decision @1 :Text $A.slug $A.maxBytes(64);
  delegate @2 :Text $A.slug $A.maxBytes(64);
  # An office, mandate or body.
  powers @3 :List(C.LocalText) $A.maxItems(32);
  matters @4 :List(C.Matter) $A.maxItems(64);
  ceiling @5 :C.Money $A.optional;
  from @6 :UInt32 $A.date;
  until @7 :UInt32 $A.date $A.optional;
  ended @8 :Bool;
  # true: the delegation of this id ends.
}

struct DelegatedDecision {
  id @0 :Text $A.slug $A.maxBytes(64);
  delegation @1 :Text $A.slug $A.maxBytes(64);
  title @2 :List(C.LocalText) $A.maxItems(32);
  texts @3 :List(C.DocumentRef) $A.maxItems(64);
  matter @4 :C.Matter $A.optional;
  amount @5 :C.Money $A.optional;
  date @6 :UInt32 $A.date;
}

struct SupervisionRecorded {
  target @0 :Text $A.slug $A.maxBytes(64);
  # A decision or agreement.
  step @1 :Text $A.slug $A.maxBytes(64);
  # A clearance step of it.
  authority @2 :Text $A.maxBytes(512);
  event @3 :Event;
  at @4 :C.Moment;
  reference @5 :C.ExternalId $A.optional;
  deadline @6 :UInt32 $A.date $A.optional;
  silence @7 :C.ClearanceStep.Silence;

  enum Event {
    sent @0;
    received @1;
    approved @2;
    refused @3;
    observations @4;
    silenceElapsed @5;
  }
}

struct ChallengeRecorded {
  decision @0 :Text $A.slug $A.maxBytes(64);
  court @1 :Text $A.maxBytes(512);
  result @2 :Result;
  parts @3 :List(C.LocalText) $A.maxItems(32);
  # With `partlyAnnulled`: which parts.
  at @4 :C.Moment;
  reference @5 :C.ExternalId $A.optional;

  enum Result {
    filed @0;
    suspended @1;
    annulled @2;
    partlyAnnulled @3;
    upheld @4;
    suspensionLifted @5;
  }
}

struct Published {
  subject @0 :Text $A.slug $A.maxBytes(64);
  where @1 :Text $A.maxBytes(1024);
  at @2 :C.Moment;
  certified @3 :Text $A.maxBytes(1024);
  # How that is certified: "notice board, certificate of the secretary".
}

struct DecisionEnded {
  decision @0 :Text $A.slug $A.maxBytes(64);
  how @1 :How;
  by @2 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The decision that repeals or supersedes it.
  from @3 :UInt32 $A.date;

  enum How {
    repealed @0;
    superseded @1;
    lapsed @2;
  }
}

struct ExtractIssued {
  subject @0 :Text $A.slug $A.maxBytes(64);
  digest @1 :Data $A.exactBytes(32);
  # SHA-256 of what was issued.
  toClass @2 :Recipient;
  head @3 :C.Head;
  # The final checkpoint that the extract was made from.

  enum Recipient {
    public @0;
    member @1;
    authority @2;
    court @3;
    person @4;
  }
}
