@0xd9a4f3167c02be85;
# Rows of the register about clearances, opinions and delegations (docs/formats/register.md).

using Cxx = import "/capnp/c++.capnp";
using C = import "common.capnp";
using Decisions = import "decisions.capnp";
$Cxx.namespace("jumelage::schema");

struct ClearanceState {
  # One thing that must be obtained elsewhere for a decision or agreement, and how far that has come.
  id @0 :Text;
  # The step's id among those of the same thing.
  kind @1 :C.ClearanceStep.Kind;
  # What must be obtained.
  stage @2 :C.ClearanceStep.Stage;
  # What must wait for it.
  silence @3 :C.ClearanceStep.Silence;
  # What it means when the deadline passes without an answer.
  party @4 :UInt32;
  # The member that must obtain it; 0: the club.
  limited @5 :Bool;
  # Whether the authority must answer within a time.
  count @6 :UInt32;
  # With `limited`: how long the authority has, from its receipt of the text on.
  unit @7 :C.Period.Unit;
  # With `limited`: what `count` counts.
  status @8 :Status;
  # What was recorded last. What silence means once the deadline has passed is computed from the dates.
  sentOn @9 :UInt32;
  # When the text went to the authority, as a Rata Die day; 0: that is not recorded.
  receivedOn @10 :UInt32;
  # When the authority had it, as a Rata Die day; 0: that is not recorded.
  answeredOn @11 :UInt32;
  # When the authority answered, as a Rata Die day; 0: it has not.
  deadline @12 :UInt32;
  # The last day for its answer, as a Rata Die day; 0: without limit, or its receipt is not recorded.

  enum Status {
    # What was recorded last of a clearance step.
    toSend @0;
    # Nothing, or nothing since the text must be sent again.
    sent @1;
    received @2;
    approved @3;
    refused @4;
    observed @5;
    # The authority had remarks, and has neither approved nor refused.
    silent @6;
    # That the deadline passed without an answer.
  }
}

struct OpinionState {
  # A legal opinion's state.
  on @0 :UInt32;
  # The proposal or agreement that it is on.
  expert @1 :UInt32;
  # Who gave it: a mandate.
  opinion @2 :Decisions.LegalOpinionGiven.Opinion;
  # What it comes to.
  commitments @3 :List(UInt32);
  # The international commitments that it cites.
  givenAt @4 :UInt64;
  # Log position of the act with its summary.
}

struct DelegationState {
  # A delegation's state: who may decide what in a body's place.
  body @0 :UInt32;
  # The body whose power it is.
  decision @1 :UInt32;
  # The decision that granted it.
  delegate @2 :UInt32;
  # Who may decide: an office, mandate or body.
  matters @3 :List(C.Matter);
  # The matters that it is limited to, by scheme and code; none: not limited to any.
  limited @4 :Bool;
  # Whether there is a highest amount.
  ceiling @5 :Int64;
  # With `limited`: the highest amount, in the currency's smallest unit.
  currency @6 :Text;
  # With `limited`: of that amount; empty without.
  from @7 :UInt32;
  # The first day, as a Rata Die day.
  until @8 :UInt32;
  # The last day, as a Rata Die day; 0: without a term.
  endedBy @9 :UInt32;
  # The decision that took the power back; 0: none did.
  grantedAt @10 :UInt64;
  # Log position of the act that says what may be decided.
}
