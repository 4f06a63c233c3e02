@0xa85433db0d278791;
# Acts about agreements between members and with others.

using Cxx = import "/capnp/c++.capnp";
using A = import "annotations.capnp";
using C = import "common.capnp";
$Cxx.namespace("jumelage::schema");

struct AgreementDrafted {
  id @0 :Text $A.slug $A.maxBytes(64);
  kind @1 :Kind;
  title @2 :List(C.LocalText) $A.maxItems(32);
  parties @3 :List(Party) $A.maxItems(64);
  texts @4 :List(C.DocumentRef) $A.maxItems(64);
  draft @5 :UInt16;
  # From 1; a new draft of the same id resets the approvals.
  duration @6 :C.Period $A.optional;
  # None: without a term.
  renewal @7 :Renewal;
  renewalPeriod @8 :C.Period $A.optional;
  notice @9 :C.Period $A.optional;
  # How long before it ends a party must say so.
  prevailing @10 :Text $A.language $A.maxBytes(35) $A.optional;
  depositary @11 :Text $A.slug $A.maxBytes(64) $A.optional;
  entryIntoForce @12 :Trigger;
  decision @13 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The adopted decision of the Council that it rests on, where there is one.
  inForceOn @14 :UInt32 $A.date $A.optional;
  # With `onDate`: that date.

  enum Kind {
    twinning @0;
    partnership @1;
    memorandum @2;
    friendship @3;
  }
  enum Renewal {
    none @0;
    tacit @1;
    express @2;
  }
  enum Trigger {
    onLastSignature @0;
    onLastClearance @1;
    onDate @2;
    onNotification @3;
  }
  struct Party {
    member @0 :Text $A.slug $A.maxBytes(64) $A.optional;
    # None: an outside party, named below.
    name @1 :List(C.Name) $A.maxItems(32);
    clearances @2 :List(C.ClearanceStep) $A.maxItems(32);
  }
}

struct AgreementApproved {
  agreement @0 :Text $A.slug $A.maxBytes(64);
  draft @1 :UInt16;
  party @2 :Text $A.slug $A.maxBytes(64);
  deliberation @3 :List(C.ExternalId) $A.maxItems(8);
  on @4 :UInt32 $A.date;
}

struct AgreementSigned {
  agreement @0 :Text $A.slug $A.maxBytes(64);
  draft @1 :UInt16;
  party @2 :Text $A.slug $A.maxBytes(64);
  signatory @3 :Text $A.slug $A.maxBytes(64) $A.optional;
  # A mandate or person; none: an outside party's, attested.
  power @4 :C.DocumentRef $A.optional;
  # What shows the power to sign.
  paperOriginal @5 :Text $A.optional $A.maxBytes(512);
  # Where it lies.
  at @6 :C.Moment;
}

struct AgreementInForce {
  agreement @0 :Text $A.slug $A.maxBytes(64);
  from @1 :UInt32 $A.date;
  ground @2 :AgreementDrafted.Trigger;
}

struct AgreementAmended {
  agreement @0 :Text $A.slug $A.maxBytes(64);
  amendment @1 :Text $A.slug $A.maxBytes(64);
  title @2 :List(C.LocalText) $A.maxItems(32);
  texts @3 :List(C.DocumentRef) $A.maxItems(64);
  from @4 :UInt32 $A.date $A.optional;
}

struct AgreementRenewed {
  agreement @0 :Text $A.slug $A.maxBytes(64);
  tacit @1 :Bool;
  from @2 :UInt32 $A.date;
  until @3 :UInt32 $A.date $A.optional;
}

struct AgreementNoticeGiven {
  agreement @0 :Text $A.slug $A.maxBytes(64);
  party @1 :Text $A.slug $A.maxBytes(64);
  received @2 :C.Moment;
  ends @3 :UInt32 $A.date;
}

struct AgreementStateChanged {
  agreement @0 :Text $A.slug $A.maxBytes(64);
  state @1 :State;
  from @2 :UInt32 $A.date;
  reason @3 :Text $A.maxBytes(2048) $A.multiline;

  enum State {
    dormant @0;
    revived @1;
    expired @2;
    denounced @3;
    endedByConsent @4;
    annulled @5;
    noticeWithdrawn @6;
  }
}
