@0xa85433db0d278791;
# Acts about agreements between members and with others.

using Cxx = import "/capnp/c++.capnp";
using A = import "annotations.capnp";
using C = import "common.capnp";
$Cxx.namespace("jumelage::schema");

struct AgreementDrafted {
  # Recorded for the first draft of an agreement, and again for every new draft of it. All other acts about the
  # agreement refer to it by its id.
  id @0 :Text $A.slug $A.maxBytes(64);
  # The agreement's id: chosen with the first draft, unique for ever.
  kind @1 :Kind;
  # What sort of agreement it is.
  title @2 :List(C.LocalText) $A.maxItems(32);
  # What it is called, in each language.
  parties @3 :List(Party) $A.maxItems(64);
  # Who is to sign.
  texts @4 :List(C.DocumentRef) $A.maxItems(64);
  # The draft itself, in each language, with annexes.
  draft @5 :UInt16;
  # Which draft this is, from 1; a new draft of the same id resets the approvals.
  duration @6 :C.Period $A.optional;
  # How long it holds from its entry into force; none: without a term.
  renewal @7 :Renewal;
  # Whether it goes on after its term.
  renewalPeriod @8 :C.Period $A.optional;
  # How long each renewal is for; none: without a term, or it isn't renewed.
  notice @9 :C.Period $A.optional;
  # How long before it ends, or is renewed, a party must say that it leaves; none: no such period.
  prevailing @10 :Text $A.language $A.maxBytes(35) $A.optional;
  # The language whose text decides where the texts differ; none: no text prevails.
  depositary @11 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The member that keeps the signed original; none: nobody is named.
  entryIntoForce @12 :Trigger;
  # What makes it enter into force.
  decision @13 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The adopted decision of the Council that it rests on; none: there is none.
  inForceOn @14 :UInt32 $A.date $A.optional;
  # With `onDate`: that day; none with the others.

  enum Kind {
    # What sort of agreement it is.
    twinning @0;
    partnership @1;
    memorandum @2;
    friendship @3;
  }
  enum Renewal {
    # Whether an agreement goes on after its term.
    none @0;
    # It ends.
    tacit @1;
    # It goes on unless a party gives notice in time.
    express @2;
    # It goes on only if the parties say so.
  }
  enum Trigger {
    # What makes an agreement enter into force.
    onLastSignature @0;
    # The signature of the last party.
    onLastClearance @1;
    # The last clearance that was to be obtained.
    onDate @2;
    # A day that it names.
    onNotification @3;
    # The parties' word to each other that all is done.
  }
  struct Party {
    # Who is to sign.
    member @0 :Text $A.slug $A.maxBytes(64) $A.optional;
    # The member's id; none: an outside party, named below.
    name @1 :List(C.Name) $A.maxItems(32);
    # What an outside party is called; none for a member.
    clearances @2 :List(C.ClearanceStep) $A.maxItems(32);
    # What this party must obtain at home: its checklist.
  }
}

struct AgreementApproved {
  # Recorded when a party's own assembly has approved a draft of an agreement.
  agreement @0 :Text $A.slug $A.maxBytes(64);
  # The agreement's id.
  draft @1 :UInt16;
  # Which draft was approved.
  party @2 :Text $A.slug $A.maxBytes(64);
  # The party: a member's id.
  deliberation @3 :List(C.ExternalId) $A.maxItems(8);
  # What the party itself calls its deliberation.
  on @4 :UInt32 $A.date;
  # The day of that deliberation.
}

struct AgreementSigned {
  # Recorded when a party has signed an agreement.
  agreement @0 :Text $A.slug $A.maxBytes(64);
  # The agreement's id.
  draft @1 :UInt16;
  # Which draft was signed.
  party @2 :Text $A.slug $A.maxBytes(64);
  # The party: a member's id.
  signatory @3 :Text $A.slug $A.maxBytes(64) $A.optional;
  # Who signed for it: a mandate or person; none: an outside party's, attested.
  power @4 :C.DocumentRef $A.optional;
  # What shows the signatory's power to sign; none: nothing is shown.
  paperOriginal @5 :Text $A.optional $A.maxBytes(512);
  # Where the signed paper lies, in words; none: not stated.
  at @6 :C.Moment;
  # When it was signed.
}

struct AgreementInForce {
  # Recorded when an agreement has entered into force: all have signed, all clearances are there, and its trigger came
  # about.
  agreement @0 :Text $A.slug $A.maxBytes(64);
  # The agreement's id.
  from @1 :UInt32 $A.date;
  # The first day.
  ground @2 :AgreementDrafted.Trigger;
  # What made it enter into force.
}

struct AgreementAmended {
  # Recorded when the parties have agreed on other terms. The agreement keeps its id.
  agreement @0 :Text $A.slug $A.maxBytes(64);
  # The agreement's id.
  amendment @1 :Text $A.slug $A.maxBytes(64);
  # The amendment's id: chosen here, unique for ever.
  title @2 :List(C.LocalText) $A.maxItems(32);
  # What the amendment is called, in each language.
  texts @3 :List(C.DocumentRef) $A.maxItems(64);
  # The amendment itself, in each language.
  from @4 :UInt32 $A.date $A.optional;
  # The first day on which it holds; none: not stated.
}

struct AgreementRenewed {
  # Recorded when an agreement goes on after its term.
  agreement @0 :Text $A.slug $A.maxBytes(64);
  # The agreement's id.
  tacit @1 :Bool;
  # true: because nobody gave notice; false: because the parties said so.
  from @2 :UInt32 $A.date;
  # The first day of the new term.
  until @3 :UInt32 $A.date $A.optional;
  # Its last day; none: without a term.
}

struct AgreementNoticeGiven {
  # Recorded when a party has given notice that it ends an agreement.
  agreement @0 :Text $A.slug $A.maxBytes(64);
  # The agreement's id.
  party @1 :Text $A.slug $A.maxBytes(64);
  # The party that leaves: a member's id.
  received @2 :C.Moment;
  # When its notice was received.
  ends @3 :UInt32 $A.date;
  # The day on which the agreement ends by it.
}

struct AgreementStateChanged {
  # Recorded when an agreement rests, goes on, or is over.
  agreement @0 :Text $A.slug $A.maxBytes(64);
  # The agreement's id.
  state @1 :State;
  # What happens to it.
  from @2 :UInt32 $A.date;
  # The first day on which it is so.
  reason @3 :Text $A.maxBytes(2048) $A.multiline;
  # Why, in words.

  enum State {
    # What happens to an agreement.
    dormant @0;
    # In force, but nobody acts on it.
    revived @1;
    # No longer dormant.
    expired @2;
    # Its term is over.
    denounced @3;
    # Over by a party's notice.
    endedByConsent @4;
    # Over because all parties wanted it.
    annulled @5;
    noticeWithdrawn @6;
    # The party that had given notice stays.
  }
}
