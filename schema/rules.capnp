@0xa17d90c3e5b2f864;
# Rule sets: what a council may decide by. Data enacted in the ledger, never constants in the program.

using Cxx = import "/capnp/c++.capnp";
using A = import "annotations.capnp";
using C = import "common.capnp";
$Cxx.namespace("jumelage::schema");

struct RuleSet {
  id @0 :Text $A.slug $A.maxBytes(64);
  version @1 :UInt32;
  # From 1; each enactment of the same id is the next one.
  title @2 :List(C.LocalText) $A.maxItems(32);
  model @3 :Text $A.maxBytes(128) $A.optional;
  # The shipped model that it was made from. A model is a model: ask counsel.
  quorum @4 :Quorum;
  majorities @5 :List(Majority) $A.maxItems(64);
  defaultMajority @6 :Text $A.slug $A.maxBytes(64);
  # The id in `majorities` for a matter that `matters` doesn't name.
  matters @7 :List(MatterRule) $A.maxItems(256);
  proxies @8 :ProxyRule;
  notice @9 :C.Period;
  # Between the call and the session.
  urgentNotice @10 :C.Period $A.optional;
  clearances @11 :List(C.ClearanceStep) $A.maxItems(64);
  publication @12 :Publication;
  # Whether a decision must be published.
  votingNeedsFees @13 :Bool;
  # true: who speaks for a member whose fees are not in order may not vote, and is not `entitled`.
  elections @14 :List(ElectionRule) $A.maxItems(16);

  enum Publication {
    notRequired @0;
    required @1;
    conditionOfForce @2;
  }
}

struct Quorum {
  base @0 :Base;
  fraction @1 :C.Fraction;
  strict @2 :Bool;
  # true: more than the fraction of the base; false: at least the fraction.
  testedAt @3 :TestedAt;
  laterCalls @4 :List(Call) $A.maxItems(16);
  # What changes from a given call on; the last entry whose `call` is not above the session's holds.
  remoteCounts @5 :Bool;
  proxiesCount @6 :Bool;
  alternatesCount @7 :Bool;
  recusal @8 :Recusal;

  enum Base {
    inExercise @0;
    # Seats whose mandate is effective.
    entitled @1;
    # Those of them who may vote (voting right held, fees in order where the rule asks for it).
    seats @2;
    # All seats of the body, filled or not.
  }
  enum TestedAt {
    opening @0;
    eachItem @1;
  }
  enum Recusal {
    counts @0;
    outOfPresent @1;
    # Not counted as present; the base stays.
    outOfBoth @2;
  }

  struct Call {
    call @0 :UInt8;
    fraction @1 :C.Fraction;
    # 0/1: any number will do.
    strict @2 :Bool;
  }
}

struct Majority {
  id @0 :Text $A.slug $A.maxBytes(64);
  base @1 :Base;
  fraction @2 :C.Fraction;
  strict @3 :Bool;
  minFor @4 :UInt32;
  # Never fewer votes for than this: nothing is adopted by nobody.
  direction @5 :Direction;
  abstentionsAreCast @6 :Bool;
  blanksAreCast @7 :Bool;
  # Blank and spoilt ballots alike.
  unanimity @8 :Unanimity;
  colleges @9 :List(CollegeThreshold) $A.maxItems(16);
  # Each must hold as well as the rule above.
  tie @10 :Tie;
  maxRounds @11 :UInt8;
  secret @12 :Secrecy;
  silence @13 :C.ClearanceStep.Silence;
  # In a written procedure, what an answer not given means.

  enum Base {
    cast @0;
    present @1;
    inExercise @2;
  }
  enum Direction {
    adoptedIfEnoughFor @0;
    adoptedUnlessEnoughAgainst @1;
  }
  enum Unanimity {
    none @0;
    nobodyAgainst @1;
    # Abstentions do not stand in the way.
    everybodyFor @2;
  }
  enum Tie {
    rejected @0;
    castingVote @1;
    # The presider's vote decides, unless the ballot was secret: then rejected.
    elder @2;
    lot @3;
  }
  enum Secrecy {
    public @0;
    onRequest @1;
    always @2;
  }

  struct CollegeThreshold {
    college @0 :Text $A.slug $A.maxBytes(64);
    base @1 :Base;
    fraction @2 :C.Fraction;
    strict @3 :Bool;
  }
}

struct ElectionRule {
  # How a person is chosen.
  id @0 :Text $A.slug $A.maxBytes(64);
  rounds @1 :List(Round) $A.maxItems(8);
  # Round after round until somebody is elected. In each, who has the most votes and meets the round's threshold is.
  tie @2 :TiePolicy;
  # What decides when the last round leaves several with the most votes.
  secret @3 :Majority.Secrecy;

  struct Round {
    base @0 :Majority.Base;
    fraction @1 :C.Fraction;
    # 0/1 with `strict` false: the most votes are enough.
    strict @2 :Bool;
    blanksAreCast @3 :Bool;
  }
  enum TiePolicy {
    nobody @0;
    elder @1;
    lot @2;
    castingVote @3;
  }
}

struct MatterRule {
  scheme @0 :Text $A.maxBytes(64);
  code @1 :Text $A.maxBytes(64);
  majority @2 :Text $A.slug $A.maxBytes(64);
}

struct ProxyRule {
  allowed @0 :Bool;
  perHolder @1 :UInt8;
  # How many proxies one person may hold.
  sameMemberOnly @2 :Bool;
  receivedBefore @3 :C.Period $A.optional;
}
