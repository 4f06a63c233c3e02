@0xc3d26031e6df5878;
# Acts about proposals, votes and decisions.

using Cxx = import "/capnp/c++.capnp";
using A = import "annotations.capnp";
using C = import "common.capnp";
$Cxx.namespace("jumelage::schema");

struct ProposalTabled {
  # Recorded when something is put before a body to be decided. Agendas, votes, opinions and the decision refer to the
  # proposal by its id; on an agenda it is an item.
  id @0 :Text $A.slug $A.maxBytes(64);
  # The proposal's id: chosen here, unique for ever.
  body @1 :Text $A.slug $A.maxBytes(64);
  # The body that is to decide.
  title @2 :List(C.LocalText) $A.maxItems(32);
  # What it is called, in each language.
  texts @3 :List(C.DocumentRef) $A.maxItems(64);
  # What is to be decided, in each language, with annexes.
  matter @4 :C.Matter $A.optional;
  # What it is about: scheme and code choose the majority. None: the rule set's default majority.
  theme @5 :Text $A.optional $A.maxBytes(128);
  # The field of cooperation, in the club's own words; none: not stated.
  legalBasis @6 :List(Text) $A.maxItems(32);
  # The provisions that it rests on, one an item, in words.
  budget @7 :List(C.BudgetLine) $A.maxItems(32);
  # The budgets that it bears on.
  sponsor @8 :Text $A.slug $A.maxBytes(64) $A.optional;
  # Who brings it in: a member, mandate or body; none: the secretariat.
  amends @9 :List(Text) $A.slug $A.maxItems(64) $A.maxBytes(64);
  # Decisions that this would amend.
  repeals @10 :List(Text) $A.slug $A.maxItems(64) $A.maxBytes(64);
  # Decisions that this would repeal.
  implements @11 :List(Text) $A.slug $A.maxItems(64) $A.maxBytes(64);
  # Decisions that this would carry out.
}

struct ProposalRevised {
  # Recorded when the sponsor changes a proposal, or takes it back, before it is decided.
  id @0 :Text $A.slug $A.maxBytes(64);
  # The proposal's id.
  change @1 :Change;
  # What happens to it.
  title @2 :List(C.LocalText) $A.maxItems(32);
  # With `newText`: the whole new title.
  texts @3 :List(C.DocumentRef) $A.maxItems(64);
  # With `newText`: the whole new texts.
  reason @4 :Text $A.optional $A.maxBytes(2048) $A.multiline;
  # Why, in words; none: not stated.

  enum Change {
    # What happens to a proposal.
    newText @0;
    # It has another title and other texts.
    withdrawn @1;
    # It is taken back for good.
    deferred @2;
    # It is put off to a later session.
  }
}

struct LegalOpinionGiven {
  # Recorded when a legal expert has given an opinion on a proposal or agreement.
  id @0 :Text $A.slug $A.maxBytes(64);
  # The opinion's id: chosen here, unique for ever.
  on @1 :Text $A.slug $A.maxBytes(64);
  # The proposal or agreement that it is on.
  expert @2 :Text $A.slug $A.maxBytes(64);
  # Who gives it: a mandate of kind `legalExpert`.
  opinion @3 :Opinion;
  # What it comes to.
  commitments @4 :List(Text) $A.slug $A.maxItems(64) $A.maxBytes(64);
  # The international commitments that it cites.
  summary @5 :List(C.LocalText) $A.maxItems(32);
  # What it says, in short.
  document @6 :C.DocumentRef $A.optional;
  # The opinion in full; none: the summary is all there is.

  enum Opinion {
    # What a legal opinion comes to.
    favourable @0;
    reserved @1;
    # Favourable under conditions that it states.
    unfavourable @2;
  }
}

enum Choice {
  # What a ballot says, or why there is none.
  for @0;
  against @1;
  abstain @2;
  blank @3;
  # A ballot that names no choice.
  spoilt @4;
  # A ballot that cannot be counted.
  notTakingPart @5;
  # Present, and did not vote.
  absent @6;
  # Not present, and nobody acted for the seat.
  recused @7;
  # Takes no part because of an interest in the item; how that is counted, the quorum's rule says.
}

struct Ballot {
  # What was voted for one seat in a public vote.
  mandate @0 :Text $A.slug $A.maxBytes(64);
  # Whose vote it is: the mandate that holds the seat, or the alternate who sits in it.
  choice @1 :Choice;
  # What was voted.
  castBy @2 :Text $A.slug $A.maxBytes(64) $A.optional;
  # Who cast it for the mandate: the proxy's holder or the alternate, a mandate; none: the mandate itself.
}

struct Tally {
  # Votes, by weight. What a source doesn't tell is `unknown`, which is not the same as none.
  for @0 :Count;
  # Votes for.
  against @1 :Count;
  # Votes against.
  abstain @2 :Count;
  # Abstentions.
  blank @3 :Count;
  # Blank ballots.
  spoilt @4 :Count;
  # Ballots that could not be counted.
  notTakingPart @5 :Count;
  # Of those present: who did not vote.
  present @6 :Count;
  # Of those in exercise: who was there.
  inExercise @7 :Count;
  # Who could have been there: all seats in exercise.
}

struct Count {
  # A number that a source may not tell. In JSON a number, or "unknown".
  value @0 :UInt32;
  # The number; 0 where it is unknown.
  unknown @1 :Bool;
  # true: the source doesn't tell.
}

struct VoteRecorded {
  # Recorded after each round of voting on an item, and again with `replaces` when the record was wrong. The outcome
  # under the rules is computed from it; the decision refers to it.
  item @0 :Text $A.slug $A.maxBytes(64);
  # The proposal voted on.
  session @1 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The session that it was taken in; none only for an imported vote whose session nobody recorded.
  round @2 :UInt16;
  # Which round on this item, from 1, without a gap.
  replaces @3 :C.ActRef $A.optional;
  # The earlier record of the same round that this one takes the place of: the vote that stands. None: a new round.
  majority @4 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The majority of the pinned rule set that it ran under; none: the one that the matter asks for.
  mode @5 :Mode;
  # How it was taken.
  ballots @6 :List(Ballot) $A.maxItems(512);
  # Of a public vote: a ballot for everyone who could vote, also for who did not. None of a secret vote, or where only
  # the tally is known.
  tally @7 :Tally $A.optional;
  # The figures as announced; the only ones of a secret vote. None: the ballots tell.
  participants @8 :List(Text) $A.slug $A.maxItems(512) $A.maxBytes(64);
  # Of a secret vote: the mandates that took part.
  presiderChoice @9 :Choice $A.optional;
  # How the presider's casting vote went. Left out means `for`, so it counts with `castingVoteUsed` alone.
  castingVoteUsed @10 :Bool;
  # true: the vote was public and tied, and the presider's casting vote decided, as announced.
  announced @11 :Outcome;
  # The outcome as announced. The outcome as computed stands beside it in the register.
  at @12 :C.Anchor $A.optional;
  # At which point of the session; none: where the log has it.

  enum Mode {
    # How a vote was taken. Only `secret` is not public.
    showOfHands @0;
    rollCall @1;
    # Each was called by name.
    electronic @2;
    secret @3;
    written @4;
    # By written answers.
    acclamation @5;
    # By applause.
    unknown @6;
    # The source doesn't tell.
  }
}

enum Outcome {
  # What a vote or decision came to, as announced or as computed.
  notAnnounced @0;
  # Nothing was announced; computed: it can't be, because figures are missing.
  adopted @1;
  rejected @2;
  tied @3;
  # The votes were equal, and nothing decided between them.
  inquorate @4;
  # There was no quorum, so nothing was decided.
}

struct ElectionRecorded {
  # Recorded when an election is over, and again with `replaces` when the record was wrong. Who takes up the office is
  # recorded by `officeChanged`.
  id @0 :Text $A.slug $A.maxBytes(64);
  # The election's id: chosen here, unique for ever.
  session @1 :Text $A.slug $A.maxBytes(64);
  # The session that it was held in.
  item @2 :Text $A.slug $A.maxBytes(64);
  # The proposal on that session's agenda.
  office @3 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The office that is filled; none: the election fills no office of the ledger.
  candidates @4 :List(Text) $A.slug $A.maxItems(64) $A.maxBytes(64);
  # Who stands: mandates.
  rounds @5 :List(Round) $A.maxItems(16);
  # The rounds in order, the last one included.
  rule @6 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The election rule of the session's rule set that it ran under; none only for an imported election.
  elected @7 :Text $A.slug $A.maxBytes(64) $A.optional;
  # As announced: one of the candidates; none: nobody.
  tieDecided @8 :Bool;
  # true: as announced, the rule's tie policy decided.
  replaces @9 :C.ActRef $A.optional;
  # The earlier record of the same election that this one takes the place of; none: it is the first.
  at @10 :C.Anchor $A.optional;
  # At which point of the session; none: where the log has it.

  struct Round {
    # The figures of one round.
    votes @0 :List(UInt32) $A.maxItems(64);
    # How many each candidate has, in the order of `candidates`.
    blank @1 :UInt32;
    # Ballots that name no candidate.
    spoilt @2 :UInt32;
    # Ballots that could not be counted.
    participants @3 :List(Text) $A.slug $A.maxItems(512) $A.maxBytes(64);
    # Who took part, whatever they voted: mandates.
    secret @4 :Bool;
    # Whether it was secret.
    ballots @5 :List(ElectionBallot) $A.maxItems(512);
    # Who voted for whom, of a round that was not secret.
  }
}

struct ElectionBallot {
  # One vote in a public round of an election.
  mandate @0 :Text $A.slug $A.maxBytes(64);
  # Whose vote it is: the mandate that holds the seat, or the alternate who sits in it.
  for @1 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The candidate voted for, a mandate; none: `otherwise` says what.
  otherwise @2 :Choice;
  # Blank, spoilt, not taking part, absent or recused. Says nothing where `for` names a candidate.
  castBy @3 :Text $A.slug $A.maxBytes(64) $A.optional;
  # Who cast it for the mandate: the proxy's holder or the alternate, a mandate; none: the mandate itself.
}

struct DecisionRecorded {
  # Recorded when a body has decided on an item, after its vote or the consensus on it. One announced as adopted gets
  # its definitive number here. Whatever carries the decision out refers to it by its id.
  id @0 :Text $A.slug $A.maxBytes(64);
  # The decision's id: chosen here, unique for ever.
  body @1 :Text $A.slug $A.maxBytes(64);
  # The body that decided.
  item @2 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The proposal decided on; none only for an imported decision whose proposal nobody recorded.
  vote @3 :C.ActRef $A.optional;
  # The vote or election it rests on; none: by consensus, or nobody recorded it.
  title @4 :List(C.LocalText) $A.maxItems(32);
  # What it is called, in each language.
  texts @5 :List(C.DocumentRef) $A.maxItems(64);
  # What was decided, in each language, with annexes.
  outcome @6 :Outcome;
  # As announced: adopted or rejected. The outcome as computed stands beside it in the register.
  date @7 :UInt32 $A.date;
  # The day that it was taken. Its year is that of the definitive number.
  conditions @8 :List(C.LocalText) $A.maxItems(32);
  # What must come about before it takes effect, in words.
  clearances @9 :List(C.ClearanceStep) $A.maxItems(64);
  # What must be obtained elsewhere before it is executory.
  amends @10 :List(Text) $A.slug $A.maxItems(64) $A.maxBytes(64);
  # Decisions that this one amends.
  repeals @11 :List(Text) $A.slug $A.maxItems(64) $A.maxBytes(64);
  # Decisions that this one repeals.
  implements @12 :List(Text) $A.slug $A.maxItems(64) $A.maxBytes(64);
  # Decisions that this one carries out.
}

struct DelegationGranted {
  # Recorded when an adopted decision hands a power of the body to an office, mandate or body, and once more when it
  # takes the power back. What is decided under it refers to the delegation by its id.
  id @0 :Text $A.slug $A.maxBytes(64);
  # The delegation's id: chosen at its grant, unique for ever.
  decision @1 :Text $A.slug $A.maxBytes(64);
  # The adopted decision that grants or ends it.
  delegate @2 :Text $A.slug $A.maxBytes(64);
  # Who may decide: an office, mandate or body.
  powers @3 :List(C.LocalText) $A.maxItems(32);
  # What may be decided, in words.
  matters @4 :List(C.Matter) $A.maxItems(64);
  # The matters that it is limited to; none: not limited to any.
  ceiling @5 :C.Money $A.optional;
  # The highest amount that may be decided on; none: no limit.
  from @6 :UInt32 $A.date;
  # The first day.
  until @7 :UInt32 $A.date $A.optional;
  # The last day; none: without a term.
  ended @8 :Bool;
  # true: the delegation of this id ends.
}

struct DelegatedDecision {
  # Recorded when a delegate has decided something under a delegation.
  id @0 :Text $A.slug $A.maxBytes(64);
  # The decision's id: chosen here, unique for ever.
  delegation @1 :Text $A.slug $A.maxBytes(64);
  # The delegation that it was taken under.
  title @2 :List(C.LocalText) $A.maxItems(32);
  # What it is called, in each language.
  texts @3 :List(C.DocumentRef) $A.maxItems(64);
  # What was decided, in each language, with annexes.
  matter @4 :C.Matter $A.optional;
  # What it is about; none: not classified.
  amount @5 :C.Money $A.optional;
  # The money that it is about, held against the delegation's ceiling; none: it is about no money.
  date @6 :UInt32 $A.date;
  # The day that it was taken.
}

struct SupervisionRecorded {
  # Recorded for each thing that happens with a clearance step of a decision or agreement. Supervisors hold no keys: the
  # secretary or the member tells, with the document.
  target @0 :Text $A.slug $A.maxBytes(64);
  # The decision or agreement.
  step @1 :Text $A.slug $A.maxBytes(64);
  # The id of the clearance step there.
  authority @2 :Text $A.maxBytes(512);
  # Who supervises, in words.
  event @3 :Event;
  # What happened.
  at @4 :C.Moment;
  # When it happened.
  reference @5 :C.ExternalId $A.optional;
  # What the authority calls it, such as its file number; none: not known.
  deadline @6 :UInt32 $A.date $A.optional;
  # The last day for the authority's answer; none: without limit.
  silence @7 :C.ClearanceStep.Silence;
  # What it means when the deadline passes without an answer.

  enum Event {
    # What happened with a clearance step.
    sent @0;
    # The text went to the authority.
    received @1;
    # The authority has it.
    approved @2;
    refused @3;
    observations @4;
    # The authority had remarks, and has neither approved nor refused.
    silenceElapsed @5;
    # The deadline passed without an answer.
  }
}

struct ChallengeRecorded {
  # Recorded when a decision is brought before a court, and for each ruling on it.
  decision @0 :Text $A.slug $A.maxBytes(64);
  # The decision's id.
  court @1 :Text $A.maxBytes(512);
  # The court, in words.
  result @2 :Result;
  # What happened.
  parts @3 :List(C.LocalText) $A.maxItems(32);
  # With `partlyAnnulled`: which parts, in words.
  at @4 :C.Moment;
  # When it was filed or ruled.
  reference @5 :C.ExternalId $A.optional;
  # What the court calls the case; none: not known.

  enum Result {
    # What happened to a decision before a court.
    filed @0;
    # The challenge was brought.
    suspended @1;
    # It has no effect until the court rules.
    annulled @2;
    partlyAnnulled @3;
    upheld @4;
    # The decision stands as it is.
    suspensionLifted @5;
    # It has effect again, though the court has not ruled yet.
  }
}

struct Published {
  # Recorded when something was published, once for each place.
  subject @0 :Text $A.slug $A.maxBytes(64);
  # The id of what was published, such as a decision.
  where @1 :Text $A.maxBytes(1024);
  # Where: an address on the web, a notice board, an official journal.
  at @2 :C.Moment;
  # When.
  certified @3 :Text $A.maxBytes(1024);
  # How that is certified: "notice board, certificate of the secretary".
}

struct DecisionEnded {
  # Recorded when a decision is no longer in force, other than by a court.
  decision @0 :Text $A.slug $A.maxBytes(64);
  # The decision's id.
  how @1 :How;
  # How it ended.
  by @2 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The adopted decision that repeals or supersedes it; none: it lapsed.
  from @3 :UInt32 $A.date;
  # The first day on which it is not in force.

  enum How {
    # How a decision ended.
    repealed @0;
    superseded @1;
    # Another decision took its place.
    lapsed @2;
    # By itself, because its time or purpose was over.
  }
}

struct ExtractIssued {
  # Recorded when an extract of the register was handed out, so that one shown later can be held against it.
  subject @0 :Text $A.slug $A.maxBytes(64);
  # The id of what the extract is about, such as a decision.
  digest @1 :Data $A.exactBytes(32);
  # SHA-256 of what was issued.
  toClass @2 :Recipient;
  # To what sort of recipient. Who it was isn't recorded.
  head @3 :C.Head;
  # The final checkpoint that the extract was made from.

  enum Recipient {
    # Sorts of recipients.
    public @0;
    # Everybody: it was published.
    member @1;
    # A member of the club.
    authority @2;
    # A public authority, such as a supervisor.
    court @3;
    person @4;
    # Somebody else.
  }
}
