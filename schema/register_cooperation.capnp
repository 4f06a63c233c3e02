@0xc18e6b5d2f70a944;
# The register's rows about commitments, projects, expertise, exchanges and consultations (register.capnp says what
# rows are).

using Cxx = import "/capnp/c++.capnp";
using C = import "common.capnp";
using Cooperation = import "cooperation.capnp";
$Cxx.namespace("jumelage::schema");

struct CommitmentState {
  # A commitment's state.
  titleAt @0 :UInt64;
  # Log position of the act that registered it, with its title, source and texts.
  binds @1 :List(UInt32);
  # The members that it binds; none: the club.
  from @2 :UInt32;
  # The first day, as a Rata Die day; 0: not stated.
  until @3 :UInt32;
  # The last day, as a Rata Die day; 0: without a term.
  status @4 :Cooperation.CommitmentChanged.State;
  # How it stands. Running out by date is not seen here.
  since @5 :UInt32;
  # The first day on which it is so, as a Rata Die day; 0: not stated.
}

struct ProjectState {
  # A project's state. Whether somebody still answers for it follows from the lead's own state
  # (src/governance/project_continuity.h).
  titleAt @0 :UInt64;
  # Log position of the act that launched it, with its title and theme.
  agreement @1 :UInt32;
  # The agreement that it carries out; 0: none.
  decision @2 :UInt32;
  # The decision that it rests on; 0: none.
  lead @3 :UInt32;
  # Who answers for it: a mandate.
  leadMember @4 :UInt32;
  # The member that leads it.
  leadSince @5 :UInt32;
  # The first day on which they led it, as a Rata Die day.
  partners @6 :List(UInt32);
  # The other members that take part.
  budget @7 :C.Money;
  # What it may cost in all; none: not stated.
  spent @8 :Int64;
  # What was spent so far, in the smallest unit of `currency`.
  currency @9 :Text;
  # The currency of the budget, or of the first report with a sum where there is no budget; empty: none so far.
  milestones @10 :List(Milestone);
  # What is to be reached by when.
  from @11 :UInt32;
  # The first day, as a Rata Die day.
  until @12 :UInt32;
  # The last day as planned, as a Rata Die day; 0: without an end.
  status @13 :Status;
  # How it stands.
  since @14 :UInt32;
  # The first day on which it is so, as a Rata Die day.
  reportedUntil @15 :UInt32;
  # The last day reported on so far, as a Rata Die day; 0: no report yet.
  unsettledGround @16 :UInt64;
  # Log position of the newest launch or resumption that was recorded although its agreement or decision did not hold,
  # until one is in order; otherwise 0.
  unsettledLead @17 :List(UInt64);
  # Log positions of the acts that were recorded while nobody answered for it; emptied when it is handed over.

  struct Milestone {
    # Something to be reached by a day.
    id @0 :Text;
    # The milestone's id within the project.
    due @1 :UInt32;
    # The day by which it is to be reached, as a Rata Die day.
    reachedAt @2 :UInt64;
    # Log position of the report that says it was reached; 0: not yet.
  }
  enum Status {
    # How a project stands.
    launched @0;
    # Begun, but not in order: it can only be taken up once its findings are cured, or be cancelled.
    active @1;
    suspended @2;
    completed @3;
    cancelled @4;
  }
}

struct ExpertiseState {
  # The state of an offer to teach.
  titleAt @0 :UInt64;
  # Log position of the act that made the offer, with its theme and description.
  member @1 :UInt32;
  # The member that offers it.
  until @2 :UInt32;
  # The last day of the offer, as a Rata Die day; 0: until it is withdrawn.
  withdrawn @3 :Bool;
  # Whether the offer has ended before its day.
}

struct ExchangeState {
  # The state of an exchange.
  titleAt @0 :UInt64;
  # Log position of the act that reported it, with its theme and summary.
  host @1 :UInt32;
  # The member where it took place.
  guests @2 :List(UInt32);
  # The members that came.
  project @3 :UInt32;
  # The project that it belonged to; 0: none.
  from @4 :UInt32;
  # The first day, as a Rata Die day.
  until @5 :UInt32;
  # The last day, as a Rata Die day.
}

struct ConsultationState {
  # The state of a public consultation.
  titleAt @0 :UInt64;
  # Log position of the act that opened it, with its question.
  subject @1 :UInt32;
  # What it is about.
  from @2 :UInt32;
  # The first day on which views can be given, as a Rata Die day.
  until @3 :UInt32;
  # The last one, as a Rata Die day.
  closedAt @4 :UInt64;
  # Log position of the act that closed it, with the contributions; 0: it is not closed.
  count @5 :UInt32;
  # How many contributions there were; 0 until it is closed.
}
