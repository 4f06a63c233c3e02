@0xa17d90c3e5b2f864;
# Rule sets: what a council may decide by. Data enacted in the ledger, never constants in the program.

using Cxx = import "/capnp/c++.capnp";
using A = import "annotations.capnp";
using C = import "common.capnp";
$Cxx.namespace("jumelage::schema");

struct RuleSet {
  # Everything that a body decides by, in one version. Enacted by `ruleSetEnacted`, never changed; a session pins the
  # version that it runs under.
  id @0 :Text $A.slug $A.maxBytes(64);
  # The rule set's id: chosen at its first enactment, the same in every version, unique for ever.
  version @1 :UInt32;
  # From 1; each enactment of the same id is the next one.
  title @2 :List(C.LocalText) $A.maxItems(32);
  # What people call it; at least one language.
  model @3 :Text $A.maxBytes(128) $A.optional;
  # The shipped model that it was made from, such as "french-municipal"; none: written by hand. A model is a model: ask
  # counsel.
  quorum @4 :Quorum;
  # How many must be there.
  majorities @5 :List(Majority) $A.maxItems(64);
  # The majorities that the body knows, by id. At least the default one.
  defaultMajority @6 :Text $A.slug $A.maxBytes(64);
  # The id in `majorities` for a matter that `matters` doesn't name.
  matters @7 :List(MatterRule) $A.maxItems(256);
  # Which matter asks for which majority; each scheme and code once.
  proxies @8 :ProxyRule;
  # Who may vote for whom.
  notice @9 :C.Period;
  # How long before a session the call must have gone out, the last notice included.
  urgentNotice @10 :C.Period $A.optional;
  # The same for a session called as urgent; none: no notice is asked for then.
  clearances @11 :List(C.ClearanceStep) $A.maxItems(64);
  # What must be obtained elsewhere for every decision taken under these rules.
  publication @12 :Publication;
  # Whether a decision must be published.
  votingNeedsFees @13 :Bool;
  # true: who speaks for a member whose fees are not in order may not vote, and is not `entitled`.
  elections @14 :List(ElectionRule) $A.maxItems(16);
  # The forms of election that the body knows, by id.

  enum Publication {
    # Whether a decision must be published.
    notRequired @0;
    required @1;
    # It must be, but has force without it.
    conditionOfForce @2;
    # It has no force before it is.
  }
}

struct Quorum {
  # How many must be there for the body to decide.
  base @0 :Base;
  # Of what number the fraction is taken.
  fraction @1 :C.Fraction;
  # How much of the base must be there, on calls that `laterCalls` doesn't change.
  strict @2 :Bool;
  # true: more than the fraction of the base; false: at least the fraction.
  testedAt @3 :TestedAt;
  # When those present are counted. In a written procedure always at each item, by the answers.
  laterCalls @4 :List(Call) $A.maxItems(16);
  # What changes from a given call on; the last entry whose `call` is not above the session's holds.
  remoteCounts @5 :Bool;
  # Whether who takes part from elsewhere counts as present.
  proxiesCount @6 :Bool;
  # Whether who gave a proxy to somebody present counts as present.
  alternatesCount @7 :Bool;
  # Whether who is replaced by the alternate counts as present.
  recusal @8 :Recusal;
  # How who is recused from an item is counted when that item is tested.

  enum Base {
    # Of what number a quorum is a fraction.
    inExercise @0;
    # Seats whose mandate is effective that day, or whose alternate's is.
    entitled @1;
    # Those of them who may vote (voting right held, fees in order where the rule asks for it).
    seats @2;
    # All seats of the body, filled or not.
  }
  enum TestedAt {
    # When those present are counted.
    opening @0;
    # Once; the result holds for the whole session.
    eachItem @1;
    # Also at every vote, by the attendance then.
  }
  enum Recusal {
    # How who is recused from an item is counted there.
    counts @0;
    # As anybody else.
    outOfPresent @1;
    # Not counted as present; the base stays.
    outOfBoth @2;
    # Neither as present nor in the base.
  }

  struct Call {
    # What a later call asks for in place of the first one's fraction.
    call @0 :UInt8;
    # From which call on, 2 or more; each entry's is higher than the one's before it.
    fraction @1 :C.Fraction;
    # How much of the base must be there then. 0/1: any number from one on will do.
    strict @2 :Bool;
    # true: more than the fraction of the base; false: at least the fraction.
  }
}

struct Majority {
  # What a proposal needs to be adopted. All of the conditions below must hold together.
  id @0 :Text $A.slug $A.maxBytes(64);
  # The majority's id within the rule set.
  base @1 :Base;
  # Of what number of votes the fraction is taken.
  fraction @2 :C.Fraction;
  # How much of the base must be for; with `adoptedUnlessEnoughAgainst`, how much against defeats it.
  strict @3 :Bool;
  # true: more than the fraction of the base; false: at least the fraction.
  minFor @4 :UInt32;
  # Never fewer votes for than this: nothing is adopted by nobody. At least 1 with `adoptedIfEnoughFor`.
  direction @5 :Direction;
  # Whether the votes for are counted, or those against.
  abstentionsAreCast @6 :Bool;
  # Whether abstentions count among the votes cast.
  blanksAreCast @7 :Bool;
  # Whether blank and spoilt ballots count among the votes cast.
  unanimity @8 :Unanimity;
  # What it asks for beyond the fraction.
  colleges @9 :List(CollegeThreshold) $A.maxItems(16);
  # What single colleges must reach besides, each college once.
  tie @10 :Tie;
  # What decides when the votes for and against are equal and stand exactly at the fraction.
  maxRounds @11 :UInt8;
  # How many rounds of voting there may be on one item: at least 1.
  secret @12 :Secrecy;
  # Whether the vote is or may be secret.
  silence @13 :C.ClearanceStep.Silence;
  # In a written procedure: what an answer not given means.

  enum Base {
    # Of what number of votes a majority is a fraction. Votes are counted by weight.
    cast @0;
    # Votes for and against, and what the rule counts as cast besides.
    present @1;
    # The votes of all who could vote then, in person, through a proxy or through an alternate.
    inExercise @2;
    # The votes of all seats in exercise that day, present or not.
  }
  enum Direction {
    # Whether the votes for are counted, or those against.
    adoptedIfEnoughFor @0;
    # Rejected unless the votes for reach the fraction.
    adoptedUnlessEnoughAgainst @1;
    # Adopted unless the votes against reach the fraction.
  }
  enum Unanimity {
    # What a majority asks for beyond its fraction.
    none @0;
    nobodyAgainst @1;
    # Abstentions do not stand in the way.
    everybodyFor @2;
    # Nobody against, nobody abstaining, no ballot blank or spoilt; and all of the base for, unless that is the votes
    # cast.
  }
  enum Tie {
    # What decides when the votes are equal.
    rejected @0;
    # Nothing: the proposal is rejected.
    castingVote @1;
    # The presider's vote decides, unless the ballot was secret: then rejected.
    elder @2;
    # As announced: the elder has decided.
    lot @3;
    # As announced: the lot has decided.
  }
  enum Secrecy {
    # Whether a vote is or may be secret.
    public @0;
    # Never secret.
    onRequest @1;
    # Either.
    always @2;
    # Never public.
  }

  struct CollegeThreshold {
    # What one college must reach by itself.
    college @0 :Text $A.slug $A.maxBytes(64);
    # The college, as the body's seats name it.
    base @1 :Base;
    # Of what number of that college's votes the fraction is taken.
    fraction @2 :C.Fraction;
    # How much of that base must be for, or against, as the majority's `direction` says.
    strict @3 :Bool;
    # true: more than the fraction of the base; false: at least the fraction.
  }
}

struct ElectionRule {
  # How a person is chosen.
  id @0 :Text $A.slug $A.maxBytes(64);
  # The election rule's id within the rule set.
  rounds @1 :List(Round) $A.maxItems(8);
  # At least one. Round after round until somebody is elected: in each, whoever has the most votes and meets the round's
  # threshold is.
  tie @2 :TiePolicy;
  # What decides when the last round leaves several with the most votes.
  secret @3 :Majority.Secrecy;
  # Whether the rounds are or may be secret.

  struct Round {
    # What elects in one round.
    base @0 :Majority.Base;
    # Of what number of votes the fraction is taken.
    fraction @1 :C.Fraction;
    # How much of the base a candidate needs. 0/1 with `strict` false: the most votes are enough.
    strict @2 :Bool;
    # true: more than the fraction of the base; false: at least the fraction.
    blanksAreCast @3 :Bool;
    # Whether blank and spoilt ballots count among the votes cast.
  }
  enum TiePolicy {
    # What decides between candidates with equally many votes in the last round.
    nobody @0;
    # Nothing: nobody is elected.
    elder @1;
    # The eldest of them is elected.
    lot @2;
    # Lots are drawn.
    castingVote @3;
    # The presider decides.
  }
}

struct MatterRule {
  # Which majority a matter asks for.
  scheme @0 :Text $A.maxBytes(64);
  # The classification, as proposals name it in `matter`, such as "scdl".
  code @1 :Text $A.maxBytes(64);
  # The code in that classification.
  majority @2 :Text $A.slug $A.maxBytes(64);
  # The id in the rule set's `majorities`.
}

struct ProxyRule {
  # Whether one may vote for another, and within what limits.
  allowed @0 :Bool;
  # Whether there are proxies at all; if not, the rest says nothing.
  perHolder @1 :UInt8;
  # How many proxies one person may hold: at least 1 where proxies are allowed.
  sameMemberOnly @2 :Bool;
  # true: the holder must have a mandate for the principal's member.
  receivedBefore @3 :C.Period $A.optional;
  # How long before the session a proxy must have been received; none: no such limit.
}
