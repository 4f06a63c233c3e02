@0x92cc6562560227e7;
# Acts about bodies, members, persons, mandates and offices.

using Cxx = import "/capnp/c++.capnp";
using A = import "annotations.capnp";
using C = import "common.capnp";
$Cxx.namespace("jumelage::schema");

struct BodyEstablished {
  # Recorded when a body is created: the council, a committee of it, or a body for a register that is to be imported.
  # Sessions, mandates, proposals and decisions refer to it by its id.
  id @0 :Text $A.slug $A.maxBytes(64);
  # The body's id: chosen here, unique for ever.
  names @1 :List(C.Name) $A.maxItems(32);
  # What it is called; at least one name.
  kind @2 :Kind;
  # What sort of body it is.
  parent @3 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The body that it belongs to. A committee has one, an imported body has the council that keeps it; none: a body that
  # stands by itself.
  seats @4 :List(Seat) $A.maxItems(512);
  # How many seats each college has; each college once. None: a body without seats.
  ruleSet @5 :C.RuleRef;
  # The rule set that its sessions run under, in a version that was enacted.
  numbering @6 :Numbering;
  # How its adopted decisions are numbered.

  enum Kind {
    # What sort of body it is.
    council @0;
    # Decides in its own name. Where an act concerns no body, the officers of a council sign it.
    committee @1;
    # Belongs to another body.
    imported @2;
    # Somebody else's register, brought in. Never shown as this Council's.
  }

  struct Seat {
    # The seats of one college.
    college @0 :Text $A.slug $A.maxBytes(64);
    # The college's id within the body: chosen here, such as "cities".
    count @1 :UInt16;
    # How many seats it has: at least 1.
    weight @2 :UInt16;
    # Votes that each seat carries: at least 1, and 1 as a rule.
  }

  struct Numbering {
    # How a body's adopted decisions get their definitive numbers.
    series @0 :Text $A.maxBytes(32);
    # What stands before the year in a definitive number: "CCI" gives CCI-2026-007. Taken by one body for ever.
    source @1 :Source;
    # Who gives the numbers.

    enum Source {
      # Who gives the definitive numbers.
      ledger @0;
      # The log: without gaps per body and year of decision.
      origin @1;
      # The register that it was imported from; they are kept as external ids. For imported bodies, and no others.
    }
  }
}

struct BodyChanged {
  # Recorded when a body has other names, seats or rules, or ceases to be. It states the whole of what it may change.
  id @0 :Text $A.slug $A.maxBytes(64);
  # The body's id.
  names @1 :List(C.Name) $A.maxItems(32);
  # Its names from now on, all of them.
  seats @2 :List(BodyEstablished.Seat) $A.maxItems(512);
  # Its seats from now on, all of them.
  ruleSet @3 :C.RuleRef;
  # The rule set that sessions convened from now on run under.
  dissolved @4 :Bool;
  # true: the body ceases to be.
  decision @5 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The adopted decision that this carries out; none: it names no decision.
}

struct PersonRegistered {
  # Recorded before a person can have a mandate. Mandates refer to the person by this id; name and contact stand only in
  # a document that can be erased.
  id @0 :Text $A.slug $A.maxBytes(64);
  # The person's id: chosen here, unique for ever. A number or other word that names nobody.
  document @1 :C.DocumentRef;
  # The personal document: erasable, with salt inside (docs/formats/personal-document.md). Its digest is the commitment.
  fields @2 :List(C.Commitment) $A.maxItems(16);
  # Single facts about the person that may be proved later without showing the rest.
}

struct MemberProfile {
  # Who a member is: what can change without its becoming another member.
  names @0 :List(C.Name) $A.maxItems(64);
  # What it is called, in each language and script; at least one name. Records refer to the member by its id, never by a
  # name.
  kind @1 :Kind;
  # What sort of member it is.
  country @2 :Text $A.maxBytes(2);
  # Its country as recorded: the two capital letters of ISO 3166-1 (alpha-2), such as MA.
  legalIds @3 :List(C.ExternalId) $A.maxItems(16);
  # Its numbers in official registers.
  place @4 :Text $A.optional $A.maxBytes(512);
  # Where it has its seat, in words; none: not stated.

  enum Kind {
    # What sort of member it is.
    city @0;
    # A local authority.
    partner @1;
    # A partner institution.
  }
}

struct MemberAdmitted {
  # Recorded when a city or partner institution joins. Its mandates and its nodes' keys refer to it by its id.
  id @0 :Text $A.slug $A.maxBytes(64);
  # The member's id: chosen here, unique for ever.
  profile @1 :MemberProfile;
  # Who it is.
  votingRight @2 :Bool;
  # Whether those who sit for it may vote.
  feesInOrder @3 :Bool;
  # Whether it has paid its fees. It bears on voting only where a rule set says so.
  decision @4 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The adopted decision that admits it; none for a founding member.
  deliberation @5 :List(C.ExternalId) $A.maxItems(8);
  # How the member itself refers to its own deliberation to join. Left out: a finding, but for founding members.
}

struct MemberChanged {
  # Recorded when something about a member changes. It states standing, voting right and fees as they are from now on,
  # changed or not.
  id @0 :Text $A.slug $A.maxBytes(64);
  # The member's id.
  profile @1 :MemberProfile $A.optional;
  # The whole new profile; none: as it was.
  standing @2 :Standing;
  # From now on.
  votingRight @3 :Bool;
  # From now on: whether those who sit for it may vote.
  feesInOrder @4 :Bool;
  # From now on: whether it has paid its fees.
  successor @5 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The member that takes its place: with the standing `succeeded`, and with no other.
  reason @6 :Text $A.maxBytes(2048) $A.multiline;
  # Why, in words.
  decision @7 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The adopted decision that this carries out. Needed for another voting right, and for another standing, unless the
  # member withdraws; none: it names no decision.

  enum Standing {
    # Where a member stands. The last three end its mandates, and nothing about it changes afterwards.
    active @0;
    suspended @1;
    # Those who sit for it may not vote for the time being.
    withdrawn @2;
    # It left by itself.
    excluded @3;
    # It was made to leave.
    succeeded @4;
    # Another member took its place, after a merger of cities for instance.
  }
}

struct MandateGranted {
  # Recorded when a person gets a mandate in a body: a seat, the place of an alternate, or a task without a seat.
  # Offices, ballots, attendance and personal keys refer to the mandate by its id.
  id @0 :Text $A.slug $A.maxBytes(64);
  # The mandate's id: chosen here, unique for ever.
  person @1 :Text $A.slug $A.maxBytes(64);
  # The person's id.
  body @2 :Text $A.slug $A.maxBytes(64);
  # The body's id.
  member @3 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The member that the person sits for; none: in the person's own right.
  kind @4 :Kind;
  # What the person is there as.
  college @5 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The college of the body in which the seat is; none: a mandate without a seat (a secretary who is not a member of the
  # body).
  weight @6 :UInt16;
  # How many votes the seat carries: at least 1 with a college, 0 without.
  alternateOf @7 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The titular mandate that this one stands in for, of the same body and member; none: it is titular itself.
  rank @8 :UInt8 $A.optional;
  # Among the alternates of one titular, from 1; left out for a titular.
  from @9 :UInt32 $A.date;
  # The first day.
  until @10 :UInt32 $A.date $A.optional;
  # The last day; none: without a term.
  instrument @11 :List(C.DocumentRef) $A.maxItems(8);
  # What appoints the person. Left out: a finding, but in the founding act and for imports.

  enum Kind {
    # What a person is in a body as.
    representative @0;
    # Of a city.
    partnerDelegate @1;
    # Of a partner institution.
    legalExpert @2;
    # In the international law of local authorities; gives legal opinions.
    secretary @3;
    # Keeps the records.
  }
}

struct MandateChanged {
  # Recorded when the holder of a mandate cannot act for a time, can act again, or holds it no longer. A mandate that
  # only runs out by its date needs no act.
  id @0 :Text $A.slug $A.maxBytes(64);
  # The mandate's id.
  change @1 :Change;
  # What happens to it.
  from @2 :UInt32 $A.date;
  # The first day on which it is so: with `ended` the first without the mandate, otherwise not after the day of this
  # act.
  reason @3 :Reason;
  # Why.
  note @4 :Text $A.optional $A.maxBytes(1024) $A.multiline;
  # More about it, in words; none: nothing more. Nothing personal belongs here.

  enum Change {
    # What happens to a mandate.
    impeded @0;
    # The holder cannot act; the alternate does.
    resumed @1;
    # The holder acts again.
    ended @2;
    # For good.
  }
  enum Reason {
    # Why a mandate changes.
    none @0;
    # None is stated.
    termOver @1;
    resignation @2;
    death @3;
    replaced @4;
    # By another person.
    memberLeft @5;
    # The member left the club, or was succeeded.
    incompatibility @6;
    # The holder may not hold it beside something else.
    illness @7;
    other @8;
  }
}

struct OfficeChanged {
  # Recorded when somebody takes up an office, or when it falls vacant. The holder signs in the office's name, so
  # signers refer to the office by its id, whoever holds it.
  id @0 :Text $A.slug $A.maxBytes(64);
  # The office itself, such as "cci-chair": created by its first holder, kept by the next ones.
  kind @1 :Kind;
  # Which office it is. It stays the same, and so do body and session.
  body @2 :Text $A.slug $A.maxBytes(64);
  # The body whose office it is.
  holder @3 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The mandate that holds it from now on, of this body or of one above it; none: the office falls vacant.
  from @4 :UInt32 $A.date;
  # The first day.
  until @5 :UInt32 $A.date $A.optional;
  # The last day; none: without a term.
  session @6 :Text $A.slug $A.maxBytes(64) $A.optional;
  # With `sessionSecretary`, and with no other kind: the session.
  ground @7 :Ground;
  # What the change rests on.
  decision @8 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The adopted decision that this carries out. Needed with `vote` and `election`; none: it names no decision.

  enum Kind {
    # Which office. A body has one chair, one secretary and one data-protection officer at a time.
    chair @0;
    viceChair @1;
    secretary @2;
    deputySecretary @3;
    sessionSecretary @4;
    # Secretary of one session, and of no other.
    dataProtectionOfficer @5;
  }
  enum Ground {
    # What a change of office rests on.
    founding @0;
    # The founding act: there, and nowhere else.
    vote @1;
    election @2;
    vacancyRule @3;
    # The rules say who steps in.
  }
}
