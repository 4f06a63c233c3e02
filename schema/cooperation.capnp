@0xd5784dcf7b345efb;
# Acts about commitments, projects, exchanges and consultations.

using Cxx = import "/capnp/c++.capnp";
using A = import "annotations.capnp";
using C = import "common.capnp";
$Cxx.namespace("jumelage::schema");

struct CommitmentRegistered {
  # Recorded when an international commitment becomes known that the club's acts must respect. Legal opinions cite it by
  # its id.
  id @0 :Text $A.slug $A.maxBytes(64);
  # The commitment's id: chosen here, unique for ever.
  title @1 :List(C.LocalText) $A.maxItems(32);
  # What it is called, in each language.
  source @2 :C.ExternalId;
  # Where it comes from, such as a treaty collection and the number there.
  binds @3 :List(Text) $A.slug $A.maxItems(256) $A.maxBytes(64);
  # The members that it binds; none: the club.
  from @4 :UInt32 $A.date $A.optional;
  # The first day; none: not stated.
  until @5 :UInt32 $A.date $A.optional;
  # The last day; none: without a term.
  texts @6 :List(C.DocumentRef) $A.maxItems(16);
  # Its text, in each language.
}

struct CommitmentChanged {
  # Recorded when a commitment begins or ceases to bind, or binds in another way.
  id @0 :Text $A.slug $A.maxBytes(64);
  # The commitment's id.
  state @1 :State;
  # How it stands from now on.
  from @2 :UInt32 $A.date;
  # The first day on which it is so.
  note @3 :Text $A.optional $A.maxBytes(2048) $A.multiline;
  # More about it, in words; none: nothing more.

  enum State {
    # How a commitment stands.
    inForce @0;
    suspended @1;
    ended @2;
    reserved @3;
    # In force under a reservation.
  }
}

struct ProjectLaunched {
  # Recorded when a project of cooperation begins. Reports and changes refer to it by its id.
  id @0 :Text $A.slug $A.maxBytes(64);
  # The project's id: chosen here, unique for ever.
  title @1 :List(C.LocalText) $A.maxItems(32);
  # What it is called, in each language.
  agreement @2 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The agreement that it carries out; none: there is none.
  decision @3 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The adopted decision that it rests on; none: there is none.
  theme @4 :Text $A.maxBytes(128);
  # The field of cooperation, in the club's own words.
  lead @5 :Text $A.slug $A.maxBytes(64);
  # Who answers for it: a mandate.
  leadMember @6 :Text $A.slug $A.maxBytes(64);
  # The member that leads it.
  partners @7 :List(Text) $A.slug $A.maxItems(64) $A.maxBytes(64);
  # The other members that take part.
  budget @8 :C.Money $A.optional;
  # What it may cost in all; none: not stated.
  milestones @9 :List(Milestone) $A.maxItems(128);
  # What is to be reached by when.
  from @10 :UInt32 $A.date;
  # The first day.
  until @11 :UInt32 $A.date $A.optional;
  # The last day as planned; none: without an end.

  struct Milestone {
    # Something to be reached by a day.
    id @0 :Text $A.slug $A.maxBytes(64);
    # The milestone's id within the project: chosen here.
    title @1 :List(C.LocalText) $A.maxItems(32);
    # What is to be reached, in each language.
    due @2 :UInt32 $A.date;
    # The day by which it is to be reached.
  }
}

struct ProjectReported {
  # Recorded when the lead reports on a project.
  project @0 :Text $A.slug $A.maxBytes(64);
  # The project's id.
  from @1 :UInt32 $A.date;
  # The first day of the period reported on.
  until @2 :UInt32 $A.date;
  # Its last day.
  progress @3 :List(C.LocalText) $A.maxItems(32);
  # What was done, in words.
  milestonesReached @4 :List(Text) $A.slug $A.maxItems(128) $A.maxBytes(64);
  # The ids of the milestones reached in that period.
  spent @5 :C.Money $A.optional;
  # What was spent in that period; none: not stated.
}

struct ProjectStateChanged {
  # Recorded when a project is halted, goes on, or is over.
  project @0 :Text $A.slug $A.maxBytes(64);
  # The project's id.
  state @1 :State;
  # What happens to it.
  from @2 :UInt32 $A.date;
  # The first day on which it is so.
  reason @3 :Text $A.maxBytes(2048) $A.multiline;
  # Why, in words.

  enum State {
    # What happens to a project.
    suspended @0;
    resumed @1;
    completed @2;
    # It reached its end.
    cancelled @3;
    # It was given up.
  }
}

struct ProjectHandedOver {
  # Recorded when somebody else takes over a project, as is needed when its lead's mandate or membership has ended.
  project @0 :Text $A.slug $A.maxBytes(64);
  # The project's id.
  newLead @1 :Text $A.slug $A.maxBytes(64);
  # Who answers for it from now on: a mandate.
  newLeadMember @2 :Text $A.slug $A.maxBytes(64);
  # The member that leads it from now on.
  from @3 :UInt32 $A.date;
  # The first day on which it is so.
  state @4 :List(C.LocalText) $A.maxItems(32);
  # Where things stand, in words.
}

struct ExpertiseOffered {
  # Recorded when a member offers to teach others something, and once more when it withdraws the offer.
  id @0 :Text $A.slug $A.maxBytes(64);
  # The offer's id: chosen when it is made, unique for ever.
  member @1 :Text $A.slug $A.maxBytes(64);
  # The member that offers it.
  theme @2 :Text $A.maxBytes(128);
  # The field of cooperation, in the club's own words.
  description @3 :List(C.LocalText) $A.maxItems(32);
  # What it can teach, in each language.
  until @4 :UInt32 $A.date $A.optional;
  # The last day of the offer; none: until it is withdrawn.
  withdrawn @5 :Bool;
  # true: the offer of this id ends.
}

struct ExchangeReported {
  # Recorded after members visited or taught one another.
  id @0 :Text $A.slug $A.maxBytes(64);
  # The exchange's id: chosen here, unique for ever.
  host @1 :Text $A.slug $A.maxBytes(64);
  # The member where it took place.
  guests @2 :List(Text) $A.slug $A.maxItems(64) $A.maxBytes(64);
  # The members that came.
  theme @3 :Text $A.maxBytes(128);
  # The field of cooperation, in the club's own words.
  from @4 :UInt32 $A.date;
  # The first day.
  until @5 :UInt32 $A.date;
  # The last day.
  project @6 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The project that it belonged to; none: it belonged to none.
  summary @7 :List(C.LocalText) $A.maxItems(32);
  # What came of it, in words.
}

struct ConsultationOpened {
  # Recorded when the public is asked for its views.
  id @0 :Text $A.slug $A.maxBytes(64);
  # The consultation's id: chosen here, unique for ever.
  subject @1 :Text $A.slug $A.maxBytes(64);
  # The id of what it is about, such as a proposal.
  question @2 :List(C.LocalText) $A.maxItems(32);
  # What the public is asked, in each language.
  from @3 :UInt32 $A.date;
  # The first day on which views can be given.
  until @4 :UInt32 $A.date;
  # The last one.
}

struct ConsultationClosed {
  # Recorded when a consultation is over.
  id @0 :Text $A.slug $A.maxBytes(64);
  # The consultation's id.
  contributions @1 :List(C.DocumentRef) $A.maxItems(256);
  # What came in, as documents.
  count @2 :UInt32;
  # How many contributions there were, also those that are not listed.
  summary @3 :List(C.LocalText) $A.maxItems(32);
  # What they said, in short.
}
