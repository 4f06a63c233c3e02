@0xd5784dcf7b345efb;
# Acts about commitments, projects, exchanges and consultations.

using Cxx = import "/capnp/c++.capnp";
using A = import "annotations.capnp";
using C = import "common.capnp";
$Cxx.namespace("jumelage::schema");

struct CommitmentRegistered {
  # An international commitment that the club's acts must respect.
  id @0 :Text $A.slug $A.maxBytes(64);
  title @1 :List(C.LocalText) $A.maxItems(32);
  source @2 :C.ExternalId;
  binds @3 :List(Text) $A.slug $A.maxItems(256) $A.maxBytes(64);
  # Members; none: the club.
  from @4 :UInt32 $A.date $A.optional;
  until @5 :UInt32 $A.date $A.optional;
  texts @6 :List(C.DocumentRef) $A.maxItems(16);
}

struct CommitmentChanged {
  id @0 :Text $A.slug $A.maxBytes(64);
  state @1 :State;
  from @2 :UInt32 $A.date;
  note @3 :Text $A.optional $A.maxBytes(2048) $A.multiline;

  enum State {
    inForce @0;
    suspended @1;
    ended @2;
    reserved @3;
  }
}

struct ProjectLaunched {
  id @0 :Text $A.slug $A.maxBytes(64);
  title @1 :List(C.LocalText) $A.maxItems(32);
  agreement @2 :Text $A.slug $A.maxBytes(64) $A.optional;
  decision @3 :Text $A.slug $A.maxBytes(64) $A.optional;
  theme @4 :Text $A.maxBytes(128);
  lead @5 :Text $A.slug $A.maxBytes(64);
  # A mandate.
  leadMember @6 :Text $A.slug $A.maxBytes(64);
  partners @7 :List(Text) $A.slug $A.maxItems(64) $A.maxBytes(64);
  # Members.
  budget @8 :C.Money $A.optional;
  milestones @9 :List(Milestone) $A.maxItems(128);
  from @10 :UInt32 $A.date;
  until @11 :UInt32 $A.date $A.optional;

  struct Milestone {
    id @0 :Text $A.slug $A.maxBytes(64);
    title @1 :List(C.LocalText) $A.maxItems(32);
    due @2 :UInt32 $A.date;
  }
}

struct ProjectReported {
  project @0 :Text $A.slug $A.maxBytes(64);
  from @1 :UInt32 $A.date;
  until @2 :UInt32 $A.date;
  progress @3 :List(C.LocalText) $A.maxItems(32);
  milestonesReached @4 :List(Text) $A.slug $A.maxItems(128) $A.maxBytes(64);
  spent @5 :C.Money $A.optional;
}

struct ProjectStateChanged {
  project @0 :Text $A.slug $A.maxBytes(64);
  state @1 :State;
  from @2 :UInt32 $A.date;
  reason @3 :Text $A.maxBytes(2048) $A.multiline;

  enum State {
    suspended @0;
    resumed @1;
    completed @2;
    cancelled @3;
  }
}

struct ProjectHandedOver {
  project @0 :Text $A.slug $A.maxBytes(64);
  newLead @1 :Text $A.slug $A.maxBytes(64);
  newLeadMember @2 :Text $A.slug $A.maxBytes(64);
  from @3 :UInt32 $A.date;
  state @4 :List(C.LocalText) $A.maxItems(32);
  # Where things stand, in words.
}

struct ExpertiseOffered {
  id @0 :Text $A.slug $A.maxBytes(64);
  member @1 :Text $A.slug $A.maxBytes(64);
  theme @2 :Text $A.maxBytes(128);
  description @3 :List(C.LocalText) $A.maxItems(32);
  until @4 :UInt32 $A.date $A.optional;
  withdrawn @5 :Bool;
}

struct ExchangeReported {
  id @0 :Text $A.slug $A.maxBytes(64);
  host @1 :Text $A.slug $A.maxBytes(64);
  guests @2 :List(Text) $A.slug $A.maxItems(64) $A.maxBytes(64);
  theme @3 :Text $A.maxBytes(128);
  from @4 :UInt32 $A.date;
  until @5 :UInt32 $A.date;
  project @6 :Text $A.slug $A.maxBytes(64) $A.optional;
  summary @7 :List(C.LocalText) $A.maxItems(32);
}

struct ConsultationOpened {
  id @0 :Text $A.slug $A.maxBytes(64);
  subject @1 :Text $A.slug $A.maxBytes(64);
  question @2 :List(C.LocalText) $A.maxItems(32);
  from @3 :UInt32 $A.date;
  until @4 :UInt32 $A.date;
}

struct ConsultationClosed {
  id @0 :Text $A.slug $A.maxBytes(64);
  contributions @1 :List(C.DocumentRef) $A.maxItems(256);
  count @2 :UInt32;
  summary @3 :List(C.LocalText) $A.maxItems(32);
}
