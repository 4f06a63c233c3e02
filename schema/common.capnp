@0x8d3e47b05fa9c216;
# The words that all acts share.

using Cxx = import "/capnp/c++.capnp";
using A = import "annotations.capnp";
$Cxx.namespace("jumelage::schema");

struct Moment {
  # A point in time as people lived it: the instant, and the wall clock where it happened.
  # In JSON one string, RFC 3339 with the zone in brackets as in RFC 9557, where known:
  # "2026-03-12T10:30:00+01:00[Africa/Casablanca]". Coarser times are written shorter: "2026-03-12".
  utc @0 :Int64;
  # Milliseconds since 1970-01-01T00:00:00Z. For a coarser precision: the first instant of that minute or day.
  offsetMinutes @1 :Int16;
  # The wall clock's lead over UTC then and there, -840 to 840. Kept because zones change their rules.
  precision @2 :Precision;
  zone @3 :Text $A.zone $A.optional $A.maxBytes(64);
  # IANA zone name.
}

enum Precision {
  millisecond @0;
  minute @1;
  day @2;
}

struct Period {
  # A length of time as statutes state it.
  count @0 :UInt32;
  unit @1 :Unit;

  enum Unit {
    calendarDays @0;
    clearDays @1;
    # Neither the first day nor the last counts.
    workingDays @2;
    months @3;
    years @4;
    hours @5;
  }
}

struct Fraction {
  # Always compared by cross-multiplying integers.
  numerator @0 :UInt32;
  denominator @1 :UInt32;
}

struct Money {
  minorUnits @0 :Int64;
  currency @1 :Text $A.maxBytes(3);
  # ISO 4217 alphabetic code.
}

struct LocalText {
  # One language version of a text. A list of them has at most one for each language, and at most one that prevails.
  language @0 :Text $A.language $A.maxBytes(35);
  text @1 :Text $A.maxBytes(4096) $A.multiline;
  standing @2 :Standing;

  enum Standing {
    authentic @0;
    prevailing @1;
    # Authentic, and decides where the authentic versions differ.
    translation @2;
  }
}

struct Name {
  # A name or alias in one language or script.
  language @0 :Text $A.language $A.maxBytes(35);
  text @1 :Text $A.maxBytes(512);
  alias @2 :Bool $A.optional;
}

struct ExternalId {
  # What somebody else calls the same thing.
  scheme @0 :Text $A.maxBytes(64);
  # Such as "siret", "scdl:DELIB_ID", "popolo".
  value @1 :Text $A.maxBytes(512);
}

struct DocumentRef {
  # A document kept beside the log under its SHA-256 (docs/formats/documents.md).
  digest @0 :Data $A.exactBytes(32);
  size @1 :UInt64;
  # In bytes.
  mediaType @2 :Text $A.maxBytes(127);
  title @3 :Text $A.optional $A.maxBytes(512);
  language @4 :Text $A.language $A.maxBytes(35) $A.optional;
  role @5 :Role;
  standing @6 :LocalText.Standing;
  visibility @7 :Visibility;
  erasable @8 :Bool;
  # Fixed when registered: only an erasable document can be destroyed by PersonalDataErased.

  enum Role {
    text @0;
    annex @1;
    minutes @2;
    signedScan @3;
    instrument @4;
    # What appoints, empowers or ratifies.
    evidence @5;
    personal @6;
    # Name and contact of a person, with salt inside (docs/formats/personal-document.md).
    charter @7;
    extract @8;
    other @9;
  }
}

enum Visibility {
  public @0;
  members @1;
}

struct Commitment {
  # A value that is proved later without being shown now: SHA-256 over "jumelage/commitment/v1" 0, the ledger id that
  # the act itself states (32 zero bytes in the founding act), field, 0, 32 bytes of salt, value. Salt and value live
  # in an erasable document. The salt is fresh for every commitment.
  field @0 :Text $A.maxBytes(64);
  digest @1 :Data $A.exactBytes(32);
}

struct ActRef {
  # Another act, by digest, never by position alone: positions change when an unfinal tail is rolled back.
  id @0 :Data $A.exactBytes(32);
  recordedAt @1 :Int64 $A.instant;
  # The instant in that act's own `recordedAt`. With the id it finds the act in an index ordered by time;
  # a reference whose two parts disagree points at nothing and is refused.
}

struct Subject {
  # A thing whose history this act belongs to.
  id @0 :Text $A.slug $A.maxBytes(64);
  prev @1 :ActRef $A.optional;
  # The newest act on that subject that the author had seen; none when this act creates the subject. If the
  # log holds a newer one by then, the act is refused and its author looks again.
}

struct Signer {
  # Who signs, and in what capacity: inside the signed bytes, so that nobody can be given another role later.
  key @0 :Data $A.exactBytes(32);
  # The Ed25519 public key, which is also the key's id.
  capacity @1 :Capacity;
  of @2 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The mandate, office or member in question; none for `possession`.
}

enum Capacity {
  mandate @0;
  # As holder of the mandate `of`.
  office @1;
  # As holder of the office `of`.
  administrator @2;
  # As one of the key administrators (ADM), for the member `of`.
  founder @3;
  # As founding member `of`.
  possession @4;
  # The key being enrolled proves that its owner holds it.
  node @5;
  # As a node of the member `of`.
}

struct Attestation {
  # For acts recorded for someone without a key, and for acts from paper.
  attester @0 :Text $A.slug $A.maxBytes(64);
  # The mandate or office that vouches.
  evidence @1 :List(DocumentRef) $A.maxItems(16);
  statement @2 :Text $A.maxBytes(2048) $A.multiline;
  # On what grounds: "letter of 3 March, received by post".
  onBehalfOf @3 :Text $A.slug $A.maxBytes(64) $A.optional;
}

struct Head {
  # A checkpoint as witnesses speak of it. Signed as 44 bytes: `term` as 4 and `size` as 8 bytes big-endian, `root`.
  term @0 :UInt32;
  # The term of the primary that signed it, from 1.
  size @1 :UInt64;
  # How many entries it covers.
  root @2 :Data $A.exactBytes(32);
  # Their tree's root hash (RFC 6962).
}

struct RuleRef {
  # The rule set that the act is judged under.
  id @0 :Text $A.slug $A.maxBytes(64);
  version @1 :UInt32;
}

struct Anchor {
  # A place in the order of a session, which holds whether or not a clock was read.
  item @0 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The proposal on the agenda; none: the session as a whole.
  position @1 :Position;
  voteRound @2 :UInt16 $A.optional;
  # With `beforeVote` and `afterVote`: which round, from 1.
  at @3 :Moment $A.optional;

  enum Position {
    before @0;
    during @1;
    after @2;
    beforeVote @3;
    afterVote @4;
  }
}

struct Matter {
  # What a text is about, in somebody's classification.
  scheme @0 :Text $A.maxBytes(64);
  code @1 :Text $A.maxBytes(64) $A.optional;
  label @2 :Text $A.maxBytes(512) $A.optional;
}

struct BudgetLine {
  year @0 :UInt16;
  name @1 :Text $A.maxBytes(512) $A.optional;
  amount @2 :Money $A.optional;
}

struct ClearanceStep {
  # One thing that a party must obtain elsewhere: data, because it differs by country.
  id @0 :Text $A.slug $A.maxBytes(64);
  authority @1 :Text $A.maxBytes(512);
  kind @2 :Kind;
  stage @3 :Stage;
  deadline @4 :Period $A.optional;
  silence @5 :Silence;
  party @6 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The member that must obtain it; none: the club.

  enum Kind {
    transmission @0;
    visa @1;
    consultation @2;
    approval @3;
  }
  enum Stage {
    beforeSignature @0;
    beforeEntryIntoForce @1;
    beforeExecution @2;
  }
  enum Silence {
    meansNothing @0;
    approves @1;
    refuses @2;
  }
}
