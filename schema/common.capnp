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
  # How much of the time is known: the rest is not claimed.
  zone @3 :Text $A.zone $A.optional $A.maxBytes(64);
  # The name in the IANA time zone database; none: not known. Kept as it is, never used to compute the offset.
}

enum Precision {
  # How exactly the instant of a `Moment` is known.
  millisecond @0;
  minute @1;
  # The seconds are not known.
  day @2;
  # Only the civil date at that offset is known.
}

struct Period {
  # A length of time as statutes state it.
  count @0 :UInt32;
  # How many of the units.
  unit @1 :Unit;
  # What is counted.

  enum Unit {
    # How the days are counted. The day that the period starts from is not one of them.
    calendarDays @0;
    # Every day counts, the last one too.
    clearDays @1;
    # Neither the first day nor the last counts.
    workingDays @2;
    # Monday to Friday count. Public holidays are not known to the program.
    months @3;
    # By the calendar; a day that the month doesn't have is its last.
    years @4;
    # By the calendar, as twelve months each.
    hours @5;
    # Whole hours between the two instants.
  }
}

struct Fraction {
  # A part of a whole. Always compared by cross-multiplying integers, never by division.
  numerator @0 :UInt32;
  # How many parts; not more than the denominator.
  denominator @1 :UInt32;
  # Of how many; never 0.
}

struct Money {
  # An amount of money in one currency.
  minorUnits @0 :Int64;
  # In the currency's smallest unit as ISO 4217 has it: 12345 with EUR is 123.45 euros. May be negative.
  currency @1 :Text $A.maxBytes(3);
  # The alphabetic code of ISO 4217, such as MAD.
}

struct LocalText {
  # One language version of a text. A list of them has at most one for each language, and at most one that prevails.
  language @0 :Text $A.language $A.maxBytes(35);
  # The text's language, as a BCP 47 tag.
  text @1 :Text $A.maxBytes(4096) $A.multiline;
  # The text itself.
  standing @2 :Standing;
  # What the version is worth beside the others.

  enum Standing {
    # The worth of one language version beside the others.
    authentic @0;
    # As good as every other authentic version.
    prevailing @1;
    # Authentic, and decides where the authentic versions differ.
    translation @2;
    # For information only.
  }
}

struct Name {
  # A name or alias in one language or script.
  language @0 :Text $A.language $A.maxBytes(35);
  # The language of the name, as a BCP 47 tag; with the script where one language has several.
  text @1 :Text $A.maxBytes(512);
  # The name as it is written in that language.
  alias @2 :Bool $A.optional;
  # true: another name that is in use; false: the name.
}

struct ExternalId {
  # What somebody else calls the same thing.
  scheme @0 :Text $A.maxBytes(64);
  # Whose numbering it is, such as "siret", "scdl:DELIB_ID", "popolo".
  value @1 :Text $A.maxBytes(512);
  # What the thing is called there, as the source writes it.
}

struct DocumentRef {
  # A document kept beside the log under its SHA-256 (docs/formats/documents.md).
  digest @0 :Data $A.exactBytes(32);
  # SHA-256 of the document's bytes: its name here.
  size @1 :UInt64;
  # In bytes, from 1. The same wherever the document is named.
  mediaType @2 :Text $A.maxBytes(127);
  # What kind of bytes, as a media type (RFC 6838), such as application/pdf.
  title @3 :Text $A.optional $A.maxBytes(512);
  # What to show people in place of the digest; none: the document has no title.
  language @4 :Text $A.language $A.maxBytes(35) $A.optional;
  # The language that it is written in; none: it has none or several, or it is not known.
  role @5 :Role;
  # What the document is for the act that names it.
  standing @6 :LocalText.Standing;
  # What it is worth beside other language versions of the same document.
  visibility @7 :Visibility;
  # Who may be given the bytes.
  erasable @8 :Bool;
  # Fixed by the first act that names the document: only an erasable one can be destroyed by `personalDataErased`.

  enum Role {
    # What a document is for the act that names it.
    text @0;
    # The text of the thing itself: of a proposal, a decision, an agreement.
    annex @1;
    # What belongs to the text.
    minutes @2;
    # Of a session.
    signedScan @3;
    # A picture of the paper that was signed.
    instrument @4;
    # What appoints, empowers or ratifies.
    evidence @5;
    # What shows that something was so.
    personal @6;
    # Name and contact of a person, with salt inside (docs/formats/personal-document.md).
    charter @7;
    # What the club is founded on.
    extract @8;
    # What was issued from the register.
    other @9;
  }
}

enum Visibility {
  # Who may be given a document's bytes. Its digest stands in the log for all to see.
  public @0;
  # Everybody.
  members @1;
  # The club's members only.
}

struct Commitment {
  # A value that is proved later without being shown now: SHA-256 over "jumelage/commitment/v1" 0, the ledger id that
  # the act itself states (32 zero bytes in the founding act), field, 0, 32 bytes of salt, value. Salt and value live
  # in an erasable document. The salt is fresh for every commitment.
  field @0 :Text $A.maxBytes(64);
  # Which field it is of, such as "name".
  digest @1 :Data $A.exactBytes(32);
  # The SHA-256 described above.
}

struct ActRef {
  # Another act, by digest, never by position alone: positions change when an unfinal tail is rolled back.
  id @0 :Data $A.exactBytes(32);
  # The act's id: SHA-256 over its canonical bytes (docs/formats/sealed-act.md).
  recordedAt @1 :Int64 $A.instant;
  # The instant in that act's own `recordedAt`. With the id it finds the act in an index ordered by time;
  # a reference whose two parts disagree points at nothing and is refused.
}

struct Subject {
  # A thing whose history this act belongs to.
  id @0 :Text $A.slug $A.maxBytes(64);
  # The thing's id; a key's is its 64 hexadecimal digits, the ledger's own is `ledger`.
  prev @1 :ActRef $A.optional;
  # The newest act on that subject that the author had seen; none when this act creates the subject. If the
  # log holds a newer one by then, the act is refused and its author looks again.
}

struct Signer {
  # Who signs, and in what capacity: inside the signed bytes, so that nobody can be given another role later.
  key @0 :Data $A.exactBytes(32);
  # The Ed25519 public key, which is also the key's id.
  capacity @1 :Capacity;
  # What the signer acts as.
  of @2 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The id of the mandate, office or member that goes with the capacity; none for `possession`.
}

enum Capacity {
  # What a signer acts as: says which kind of thing `of` names.
  mandate @0;
  # As holder of the mandate `of`.
  office @1;
  # As holder of the office `of`.
  administrator @2;
  # As one of the key administrators (ADM), for the member `of`.
  founder @3;
  # As founding member `of`: in the founding act only.
  possession @4;
  # The key being enrolled proves that its owner holds it.
  node @5;
  # As a node of the member `of`.
}

struct Attestation {
  # For acts recorded for someone without a key, and for acts from paper.
  attester @0 :Text $A.slug $A.maxBytes(64);
  # The mandate or office that vouches. It is among the act's signers.
  evidence @1 :List(DocumentRef) $A.maxItems(16);
  # What shows that it is so; the documents may be registered by this very act.
  statement @2 :Text $A.maxBytes(2048) $A.multiline;
  # On what grounds: "letter of 3 March, received by post".
  onBehalfOf @3 :Text $A.slug $A.maxBytes(64) $A.optional;
  # For whom the attester speaks: a mandate or member; none: for nobody in particular.
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
  # One version of a rule set, which must have been enacted.
  id @0 :Text $A.slug $A.maxBytes(64);
  # The rule set's id.
  version @1 :UInt32;
  # Which of its versions, from 1.
}

struct Anchor {
  # A place in the order of a session, which holds whether or not a clock was read.
  item @0 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The proposal on the agenda; none: the session as a whole.
  position @1 :Position;
  # Where in relation to the item or session.
  voteRound @2 :UInt16 $A.optional;
  # With `beforeVote` and `afterVote`: which round of voting on the item, from 1. Left out: the first.
  at @3 :Moment $A.optional;
  # What the clock showed, where somebody looked; none: nobody did. The order never depends on it.

  enum Position {
    # Where in relation to an item, or to the session where no item is named.
    before @0;
    # Before the item is taken up.
    during @1;
    # While it is being dealt with.
    after @2;
    # Once it is done with.
    beforeVote @3;
    # Before the votes of the round are cast.
    afterVote @4;
    # After the round's result is known.
  }
}

struct Matter {
  # What a text is about, in somebody's classification.
  scheme @0 :Text $A.maxBytes(64);
  # Whose classification it is, such as "scdl".
  code @1 :Text $A.maxBytes(64) $A.optional;
  # The code in that classification: with the scheme it chooses the majority. None: no code is known.
  label @2 :Text $A.maxBytes(512) $A.optional;
  # What the code is called there; none: not given. For people: no rule reads it.
}

struct BudgetLine {
  # A line of a budget that a text bears on.
  year @0 :UInt16;
  # The budget's year.
  name @1 :Text $A.maxBytes(512) $A.optional;
  # The budget's name, such as "main budget"; none: not given.
  amount @2 :Money $A.optional;
  # The amount concerned; none: not stated.
}

struct ClearanceStep {
  # One thing that a party must obtain elsewhere: data, because it differs by country.
  id @0 :Text $A.slug $A.maxBytes(64);
  # The step's id among those of the same thing, such as "prefect"; not unique beyond that.
  authority @1 :Text $A.maxBytes(512);
  # Who must be asked, in words, such as "Préfet".
  kind @2 :Kind;
  # What must be obtained.
  stage @3 :Stage;
  # What must wait for it.
  deadline @4 :Period $A.optional;
  # How long the authority has; none: without limit.
  silence @5 :Silence;
  # What it means when the deadline passes without an answer.
  party @6 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The member that must obtain it; none: the club.

  enum Kind {
    # What must be obtained from the authority.
    transmission @0;
    # Nothing: the text is sent to it.
    visa @1;
    # Its mark that the text may take effect.
    consultation @2;
    # Its opinion.
    approval @3;
    # Its consent.
  }
  enum Stage {
    # What must wait for the step.
    beforeSignature @0;
    # Of an agreement, by that party.
    beforeEntryIntoForce @1;
    # Of an agreement.
    beforeExecution @2;
    # Of a decision: until then it is not executory.
  }
  enum Silence {
    # What an answer not given in time means.
    meansNothing @0;
    # Neither yes nor no.
    approves @1;
    refuses @2;
  }
}
