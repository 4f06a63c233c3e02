@0x92cc6562560227e7;
# Acts about bodies, members, persons, mandates and offices.

using Cxx = import "/capnp/c++.capnp";
using A = import "annotations.capnp";
using C = import "common.capnp";
$Cxx.namespace("jumelage::schema");

struct BodyEstablished {
  id @0 :Text $A.slug $A.maxBytes(64);
  names @1 :List(C.Name) $A.maxItems(32);
  kind @2 :Kind;
  parent @3 :Text $A.slug $A.maxBytes(64) $A.optional;
  seats @4 :List(Seat) $A.maxItems(512);
  ruleSet @5 :C.RuleRef;
  numbering @6 :Numbering;

  enum Kind {
    council @0;
    committee @1;
    imported @2;
    # Somebody else's register, brought in. Never shown as this Council's.
  }

  struct Seat {
    college @0 :Text $A.slug $A.maxBytes(64);
    count @1 :UInt16;
    weight @2 :UInt16;
    # Votes that each seat carries; 1 as a rule.
  }

  struct Numbering {
    series @0 :Text $A.maxBytes(32);
    # Before the year in a definitive number: "CCI" gives CCI-2026-007.
    source @1 :Source;

    enum Source {
      ledger @0;
      # Given by the log, gapless per body and year of decision.
      origin @1;
      # Imported: the numbers are the source's own, kept as external ids.
    }
  }
}

struct BodyChanged {
  id @0 :Text $A.slug $A.maxBytes(64);
  names @1 :List(C.Name) $A.maxItems(32);
  seats @2 :List(BodyEstablished.Seat) $A.maxItems(512);
  ruleSet @3 :C.RuleRef;
  dissolved @4 :Bool;
  decision @5 :Text $A.slug $A.maxBytes(64) $A.optional;
}

struct PersonRegistered {
  id @0 :Text $A.slug $A.maxBytes(64);
  # A number or other word that names nobody.
  document @1 :C.DocumentRef;
  # The personal document: erasable, salted. Its digest is the commitment.
  fields @2 :List(C.Commitment) $A.maxItems(16);
}

struct MemberProfile {
  names @0 :List(C.Name) $A.maxItems(64);
  kind @1 :Kind;
  country @2 :Text $A.maxBytes(2);
  # ISO 3166-1 alpha-2, as recorded.
  legalIds @3 :List(C.ExternalId) $A.maxItems(16);
  place @4 :Text $A.optional $A.maxBytes(512);

  enum Kind {
    city @0;
    partner @1;
  }
}

struct MemberAdmitted {
  id @0 :Text $A.slug $A.maxBytes(64);
  profile @1 :MemberProfile;
  votingRight @2 :Bool;
  feesInOrder @3 :Bool;
  decision @4 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The adopted decision that admits it; none for a founding member.
  deliberation @5 :List(C.ExternalId) $A.maxItems(8);
  # The member's own deliberation to join.
}

struct MemberChanged {
  id @0 :Text $A.slug $A.maxBytes(64);
  profile @1 :MemberProfile $A.optional;
  # The whole new profile; none: as it was.
  standing @2 :Standing;
  votingRight @3 :Bool;
  feesInOrder @4 :Bool;
  successor @5 :Text $A.slug $A.maxBytes(64) $A.optional;
  reason @6 :Text $A.maxBytes(2048) $A.multiline;
  decision @7 :Text $A.slug $A.maxBytes(64) $A.optional;

  enum Standing {
    active @0;
    suspended @1;
    withdrawn @2;
    excluded @3;
    succeeded @4;
  }
}

struct MandateGranted {
  id @0 :Text $A.slug $A.maxBytes(64);
  person @1 :Text $A.slug $A.maxBytes(64);
  body @2 :Text $A.slug $A.maxBytes(64);
  member @3 :Text $A.slug $A.maxBytes(64) $A.optional;
  # None: in the person's own right.
  kind @4 :Kind;
  college @5 :Text $A.slug $A.maxBytes(64) $A.optional;
  # None: a mandate without a seat (a secretary who is not a member of the body).
  weight @6 :UInt16;
  alternateOf @7 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The titular mandate that this one stands in for.
  rank @8 :UInt8 $A.optional;
  # Among alternates of one titular, from 1.
  from @9 :UInt32 $A.date;
  until @10 :UInt32 $A.date $A.optional;
  # The last day; none: without a term.
  instrument @11 :List(C.DocumentRef) $A.maxItems(8);

  enum Kind {
    representative @0;
    partnerDelegate @1;
    legalExpert @2;
    secretary @3;
  }
}

struct MandateChanged {
  id @0 :Text $A.slug $A.maxBytes(64);
  change @1 :Change;
  from @2 :UInt32 $A.date;
  reason @3 :Reason;
  note @4 :Text $A.optional $A.maxBytes(1024) $A.multiline;

  enum Change {
    impeded @0;
    resumed @1;
    ended @2;
  }
  enum Reason {
    none @0;
    termOver @1;
    resignation @2;
    death @3;
    replaced @4;
    memberLeft @5;
    incompatibility @6;
    illness @7;
    other @8;
  }
}

struct OfficeChanged {
  id @0 :Text $A.slug $A.maxBytes(64);
  # The office itself, such as "cci-chair": created by its first holder, kept by the next ones.
  kind @1 :Kind;
  body @2 :Text $A.slug $A.maxBytes(64);
  holder @3 :Text $A.slug $A.maxBytes(64) $A.optional;
  # A mandate; none: the office falls vacant.
  from @4 :UInt32 $A.date;
  until @5 :UInt32 $A.date $A.optional;
  session @6 :Text $A.slug $A.maxBytes(64) $A.optional;
  # With `sessionSecretary`.
  ground @7 :Ground;
  decision @8 :Text $A.slug $A.maxBytes(64) $A.optional;

  enum Kind {
    chair @0;
    viceChair @1;
    secretary @2;
    deputySecretary @3;
    sessionSecretary @4;
    dataProtectionOfficer @5;
  }
  enum Ground {
    founding @0;
    vote @1;
    election @2;
    vacancyRule @3;
  }
}
