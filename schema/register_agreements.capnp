@0xd7f2a1c94e5b8360;
# The register's rows about agreements and their amendments (register.capnp says what rows are).

using Cxx = import "/capnp/c++.capnp";
using C = import "common.capnp";
using Agreements = import "agreements.capnp";
$Cxx.namespace("jumelage::schema");

struct AgreementState {
  # An agreement's state. Running out by date is not seen here.
  phase @0 :Phase;
  # How far it has come.
  since @1 :UInt32;
  # The first day of that phase, as a Rata Die day; 0: before it is in force.
  drafts @2 :UInt16;
  # The number of its newest draft.
  proposed @3 :AgreementText;
  # The draft under way: what is being approved and signed; once in force, what it may be amended to. None: there is
  # no draft under way.
  terms @4 :AgreementText;
  # The text that is, or last was, in force; none: it has not been in force yet.
  from @5 :UInt32;
  # The first day on which it was in force, as a Rata Die day; 0: not yet.
  until @6 :UInt32;
  # The last day of its present term, as a Rata Die day; 0: without a term, or not in force yet.
  renewals @7 :UInt16;
  # How often it was renewed.
  ends @8 :UInt32;
  # With `noticeGiven`: the day on which it ends by the first of the notices that stand, as a Rata Die day; otherwise 0.
  restedBefore @9 :Bool;
  # With `noticeGiven`: whether it was dormant when the notice came.
  unsettled @10 :List(Unsettled);
  # What makes it irregular and has not been cured yet.

  enum Phase {
    # How far an agreement has come.
    draft @0;
    # Not all parties have approved the draft.
    approved @1;
    # All have, and not all have signed.
    signed @2;
    # All have, and it has not entered into force.
    inForce @3;
    dormant @4;
    # In force, but nobody acts on it.
    noticeGiven @5;
    # In force until its notice has run.
    expired @6;
    # Over with its term.
    denounced @7;
    # Over by a party's notice.
    endedByConsent @8;
    annulled @9;
  }

  struct Unsettled {
    # An act about the agreement that had findings, and the matter that a later act in order settles.
    act @0 :UInt64;
    # That act's log position.
    matter @1 :Matter;
    # What it was about.
    party @2 :UInt16;
    # Whose approval, signature or notice it was: the party's place in the draft, from 0; 0 with other matters.
  }
  enum Matter {
    # What an act about an agreement was about.
    draft @0;
    approval @1;
    signature @2;
    entryIntoForce @3;
    renewal @4;
    notice @5;
    ending @6;
    # Whether it is over.
  }
}

struct AgreementText {
  # One draft of an agreement: what the rules read of it, and how far its parties have come with it.
  draft @0 :UInt16;
  # Its number.
  draftedAt @1 :UInt64;
  # Log position of the act that holds its title and texts.
  kind @2 :Agreements.AgreementDrafted.Kind;
  # What sort of agreement it is.
  decision @3 :UInt32;
  # The decision that it rests on; 0: none.
  depositary @4 :UInt32;
  # The member that keeps the signed original; 0: nobody is named.
  duration @5 :C.Period;
  # How long it holds from its entry into force; none: without a term.
  renewal @6 :Agreements.AgreementDrafted.Renewal;
  # Whether it goes on after its term.
  renewalPeriod @7 :C.Period;
  # How long each renewal is for; none: without a term, or it isn't renewed.
  notice @8 :C.Period;
  # How long before the end notice must be given; none: no such period.
  trigger @9 :Agreements.AgreementDrafted.Trigger;
  # What makes it enter into force.
  triggerDate @10 :UInt32;
  # With `onDate`: that day, as a Rata Die day; 0 with the others.
  parties @11 :List(AgreementParty);
  # Who is to sign, in the order of the draft.
}

struct AgreementParty {
  # How far one party of an agreement has come.
  member @0 :UInt32;
  # The member; 0: an outside party, named in the draft.
  approvedAt @1 :UInt64;
  # Log position of the act that recorded its approval; 0: it has not approved.
  approvedOn @2 :UInt32;
  # The day of its deliberation, as a Rata Die day; 0: it has not approved.
  signedAt @3 :UInt64;
  # Log position of the act that recorded its signature; 0: it has not signed.
  signedOn @4 :UInt32;
  # The day of its signature, as a Rata Die day; 0: it has not signed.
  noticeAt @5 :UInt64;
  # Log position of the act that recorded its notice; 0: it has given none, or withdrew it.
  noticeEnds @6 :UInt32;
  # The day on which the agreement ends by its notice, as a Rata Die day; 0: it has given none, or withdrew it.
  clearances @7 :List(AgreementClearance);
  # Its checklist: what it must obtain at home.
}

struct AgreementClearance {
  # One step of a party's checklist, and what became of it. The authority's name stands in the draft.
  id @0 :Text;
  # The step's id, unlike any other of the same draft.
  kind @1 :C.ClearanceStep.Kind;
  # What must be obtained.
  stage @2 :C.ClearanceStep.Stage;
  # What must wait for it: that party's signature, or the entry into force.
  silence @3 :C.ClearanceStep.Silence;
  # What it means when the deadline passes without an answer.
  deadline @4 :C.Period;
  # How long the authority has; none: without limit.
  status @5 :Status;
  # What happened last.
  on @6 :UInt32;
  # The day when that happened, as a Rata Die day; 0: nothing has happened.
  answerBy @7 :UInt32;
  # The last day for the authority's answer, as a Rata Die day; 0: without limit, or not sent yet.

  enum Status {
    # What happened with a clearance step last.
    open @0;
    # Nothing.
    sent @1;
    received @2;
    observations @3;
    # Remarks, and neither yes nor no.
    approved @4;
    refused @5;
    silent @6;
    # The deadline passed without an answer; what that means, `silence` says.
  }
}

struct AmendmentState {
  # An amendment's state.
  agreement @0 :UInt32;
  # The agreement that it amends.
  draft @1 :UInt16;
  # The draft of that agreement whose terms it brought in; 0: none, so it has no effect.
  titleAt @2 :UInt64;
  # Log position of the act that holds its title and texts.
  from @3 :UInt32;
  # The first day on which it holds, as a Rata Die day; 0: not stated.
}
