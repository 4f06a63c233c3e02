@0xbf861ca17b577e6a;
# Acts of foundation and trust.

using Cxx = import "/capnp/c++.capnp";
using A = import "annotations.capnp";
using C = import "common.capnp";
using M = import "membership.capnp";
using R = import "rules.capnp";
$Cxx.namespace("jumelage::schema");

struct LedgerConstituted {
  # The first entry of every ledger, and of no other position. Its `ledgerId` is 32 zero bytes, because the
  # ledger's id is a digest of this very act. Everything below is judged by the rules of the act of the same
  # name, in this order; the founders' signatures stand for those that the single act would ask for.
  name @0 :List(C.Name) $A.maxItems(32);
  # What the ledger, or the club whose ledger it is, is called; at least one name.
  origin @1 :Text $A.maxBytes(128);
  # The base of every checkpoint origin, such as "jumelage.example/es-semara": a host and a path, at most 100 letters,
  # digits and . - _ : /
  languages @2 :List(Text) $A.language $A.maxItems(32);
  # BCP 47 tags that the club works in, each once, at least one; the first is the default.
  charter @3 :List(C.DocumentRef) $A.maxItems(16);
  # What the club is founded on.
  schemaDigest @4 :Data $A.exactBytes(32);
  # SHA-256 over the schema files that this ledger was founded under, as docs/formats/evolution.md tells.
  finality @5 :FinalityRule;
  # Who witnesses, and how many of them make a checkpoint final.
  administration @6 :Administration;
  # Who administers keys, and with whose keys that can be recovered.
  ruleSets @7 :List(R.RuleSet) $A.maxItems(16);
  # The first rule sets, in version 1.
  bodies @8 :List(M.BodyEstablished) $A.maxItems(16);
  # The first bodies, a council among them.
  members @9 :List(M.MemberAdmitted) $A.maxItems(256);
  # The founding members: at least one, and each signs.
  persons @10 :List(M.PersonRegistered) $A.maxItems(256);
  # The persons who get the first mandates.
  mandates @11 :List(M.MandateGranted) $A.maxItems(256);
  # The first mandates.
  offices @12 :List(M.OfficeChanged) $A.maxItems(64);
  # The first offices. A council's chair and secretary are among them, each with a daily key, or nobody could sign what
  # follows.
  keys @13 :List(KeyEnrolled) $A.maxItems(256);
  # Each of them signs this act: the founders' as founder, the others to prove that they are held.
  primary @14 :Text $A.slug $A.maxBytes(64);
  # The founding member whose node orders the acts in term 1.
  logKey @15 :Data $A.exactBytes(32);
  # The key that signs the checkpoints of term 1: one of `keys`, with the purpose `log`, held by the primary.
}

struct FinalityRule {
  # When a checkpoint is final (docs/finality.md).
  witnesses @0 :List(Witness) $A.maxItems(150);
  # Each another member, with another key. None: a ledger that is final by its primary's own word.
  quorum @1 :UInt16;
  # Of the witnesses; twice it must be more than their number. 0 with no witnesses: the primary's own word.
}

struct Witness {
  # A member that vouches for checkpoints.
  member @0 :Text $A.slug $A.maxBytes(64);
  # The member's id.
  key @1 :Data $A.exactBytes(32);
  # The Ed25519 key that it vouches with, enrolled with the purpose `witness`.
}

struct Administration {
  # Who administers keys (ADM), and who may take their place.
  administrators @0 :List(Administrator) $A.maxItems(64);
  # At least as many different members as the quorum. Later keys of purpose `administration` are added by their
  # enrolment.
  quorum @1 :UInt16;
  # How many different members' administrators sign together: at least 1.
  recovery @2 :List(Data) $A.exactBytes(32) $A.maxItems(64);
  # Keys of purpose `recovery` that may together take the administrators' place when too many of those are lost. None:
  # there is no such way.
  recoveryQuorum @3 :UInt16;
  # How many of the recovery keys sign together; 0 where there are none.
}

struct Administrator {
  # A key that administers keys.
  member @0 :Text $A.slug $A.maxBytes(64);
  # The member that it counts for: a member with two such keys still counts once.
  key @1 :Data $A.exactBytes(32);
  # The Ed25519 key, enrolled with the purpose `administration`.
}

struct RuleSetEnacted {
  # Recorded when a body has adopted the rules that it decides by, or a new version of them. Bodies and sessions refer
  # to the rule set by id and version.
  ruleSet @0 :R.RuleSet;
  # The whole rule set, in the next version of its id.
  decision @1 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The adopted decision that enacts it; none: it names no decision.
}

struct CatalogueActivated {
  # Recorded once enough nodes declared that they know a newer catalogue or a correction of the rules
  # (docs/formats/evolution.md). Until the position that it names nothing changes.
  version @0 :UInt16;
  # The catalogue version up to which acts are taken, and judged, from `fromPosition` on.
  fromPosition @1 :UInt64;
  # The log position from which it takes effect.
  ruleEngine @2 :UInt16;
  # The version of the rule engine that judges from there on.
  nodes @3 :List(Declaration) $A.maxItems(256);
  # Who declared to know them.
  schemaDigest @4 :Data $A.exactBytes(32);
  # SHA-256 over the schema files of that catalogue version, as docs/formats/evolution.md tells.

  struct Declaration {
    # A node's word that it knows the version.
    member @0 :Text $A.slug $A.maxBytes(64);
    # Whose node it is: the member's id.
    key @1 :Data $A.exactBytes(32);
    # A key of purpose `nodeTls` or `witness` that the member holds.
    signature @2 :Data $A.exactBytes(64);
    # Ed25519 over "jumelage/declaration/v1" 0, ledger id, `version` and `ruleEngine` as 2 bytes big-endian each,
    # schema digest.
  }
}

struct KeyEnrolled {
  # Recorded before a key may sign: it is valid from the next log position on. Signers name the key by its own bytes; a
  # key that was revoked is never enrolled again.
  key @0 :Data $A.exactBytes(32);
  # An Ed25519 public key; points of small order are refused.
  purpose @1 :Purpose;
  # What it may sign. One key, one purpose.
  holder @2 :Text $A.slug $A.maxBytes(64);
  # The mandate it is for, with `daily`, `spare` and `recovery`; the member, with all others.
  custody @3 :Custody;
  # How its private half is kept, by the holder's word.
  note @4 :Text $A.optional $A.maxBytes(512);
  # More about it, in words, such as where a spare key lies; none: nothing more.

  enum Purpose {
    # What a key may sign.
    daily @0;
    # Acts, by mandate or office.
    spare @1;
    # The same, for when the daily key is lost.
    recovery @2;
    # Acts in the administrators' place, together with other recovery keys.
    administration @3;
    # Acts as a key administrator (ADM).
    witness @4;
    # What a witness says: acknowledgements, cosignatures, freezes; and acts of the member's node.
    publicWitness @5;
    # Cosignatures for logs of others, asked for by POST /add-checkpoint (C2SP tlog-witness).
    nodeTls @6;
    # The connections between nodes; and acts of the member's node.
    log @7;
    # Checkpoints, in the one term in which the holder is the primary.
  }
  enum Custody {
    # How the private half of a key is kept.
    encryptedFile @0;
    # In a file under a passphrase (docs/formats/key-file.md).
    hardware @1;
    # In a device that doesn't give it out.
    printed @2;
    # On paper.
    host @3;
    # By the machine that uses it.
  }
}

struct KeyRevoked {
  # Recorded when a key is to sign no more, from the next log position on. What it signed before stands, unless the key
  # is said to have been compromised.
  key @0 :Data $A.exactBytes(32);
  # The key's 32 bytes.
  reason @1 :Reason;
  # Why it ends.
  compromisedSince @2 :C.ActRef $A.optional;
  # With `compromised`: what it signed from this act on, that act included, is disputed; none: only from now on.
  note @3 :Text $A.optional $A.maxBytes(512);
  # More about it, in words; none: nothing more.

  enum Reason {
    # Why a key ends.
    retired @0;
    # No longer needed.
    lost @1;
    # Nobody has it any more.
    compromised @2;
    # Somebody else has it, or may have.
    holderLeft @3;
    # Whom it was for is no longer there.
    superseded @4;
    # Another key has taken its place.
  }
}

struct WitnessSetChanged {
  # Recorded when other members are to witness, or another number of them is to suffice. A boundary: it is the last
  # entry of its checkpoint, which needs the old quorum and the new one (docs/finality.md).
  finality @0 :FinalityRule;
  # The whole rule from now on.
  reason @1 :Text $A.maxBytes(1024) $A.multiline;
  # Why, in words.
}

struct PrimaryHandedOver {
  # Recorded when another member takes over the ordering of acts: the first entry of a new term, at a position that the
  # freezes force (docs/finality.md).
  order @0 :HandoverOrder;
  # What the administrators ordered.
  administratorSignatures @1 :List(KeySignature) $A.maxItems(64);
  # Each over the order's signing bytes; in the order of the keys, each once.
  freezes @2 :List(Freeze) $A.maxItems(150);
  # Of a quorum of the witnesses. In the order of their keys, each once.
  lockCertificate @3 :LockCertificate $A.optional;
  # Of the highest lock among the freezes; none: no freeze names a lock.
  finalCertificate @4 :FinalCertificate $A.optional;
  # Of the highest final among the freezes; none: no freeze names one.
}

struct HandoverOrder {
  # What the administrators order. Signing bytes: "jumelage/handover/v1" 0, ledger id, `term` as 4 bytes big-endian,
  # log key, SHA-256 of `primary`, SHA-256 of `reason`. The order's digest is the SHA-256 of these bytes.
  term @0 :UInt32;
  # The new term, above every one known.
  primary @1 :Text $A.slug $A.maxBytes(64);
  # The member that becomes the primary.
  logKey @2 :Data $A.exactBytes(32);
  # The key that will sign the new term's checkpoints.
  reason @3 :Text $A.maxBytes(1024) $A.multiline;
  # Why, in words.
}

struct KeySignature {
  # A signature over bytes that the context tells.
  key @0 :Data $A.exactBytes(32);
  # The Ed25519 public key that signed.
  signature @1 :Data $A.exactBytes(64);
  # The Ed25519 signature.
}

struct Freeze {
  # A witness's irrevocable word to act in no lower term again, and what it had done by then.
  term @0 :UInt32;
  # The new term.
  orderDigest @1 :Data $A.exactBytes(32);
  # The digest of the order that it follows.
  lastAck @2 :C.Head $A.optional;
  # The last head that it acknowledged; none: it never did.
  lock @3 :C.Head $A.optional;
  # The last head for which it held a quorum's acknowledgements; none: it never did.
  final @4 :C.Head $A.optional;
  # The last head that it held to be final; none: it never did.
  by @5 :KeySignature;
  # The witness's key and its signature. Ed25519 over "jumelage/freeze/v1" 0, ledger id, `term` as 4 bytes big-endian,
  # order digest, then for `lastAck`, `lock` and `final` in turn: one byte 1 and the head's 44 bytes, or one byte 0.
}

struct LockCertificate {
  # A quorum's acknowledgements of one head.
  head @0 :C.Head;
  # What was acknowledged.
  acks @1 :List(KeySignature) $A.maxItems(150);
  # Ed25519 over "jumelage/ack/v1" 0, ledger id, the head's 44 bytes. In the order of the keys, each once.
}

struct FinalCertificate {
  # A quorum's cosignatures of one head (C2SP tlog-cosignature, version 1).
  head @0 :C.Head;
  # What was cosigned.
  cosignatures @1 :List(Cosignature) $A.maxItems(150);
  # By a quorum of the witnesses. In the order of the keys, each once.
}

struct Cosignature {
  # One witness's cosignature of a head.
  key @0 :Data $A.exactBytes(32);
  # The witness's Ed25519 public key.
  time @1 :UInt64;
  # When it was made, in POSIX seconds.
  signature @2 :Data $A.exactBytes(64);
  # Ed25519 over "cosignature/v1" LF "time " `time` in decimal LF, and the checkpoint's text: its origin, size and root.
}

struct CheckpointAnchored {
  # Recorded when an authority outside the club has put a timestamp on a root of this log: it proves that the entries
  # under that root existed by then.
  head @0 :C.Head;
  # The checkpoint whose root was stamped.
  kind @1 :Kind;
  # What form the token has.
  token @2 :Data $A.maxBytes(16384);
  # The timestamp token, byte by byte as it was received.
  authority @3 :Text $A.maxBytes(512);
  # Who stamped it, in words.
  renews @4 :C.ActRef $A.optional;
  # The earlier anchor that this one renews before its cryptography grows weak; none: it stands by itself.

  enum Kind {
    # What form a token has.
    rfc3161 @0;
    # That of RFC 3161, in DER.
    other @1;
  }
}

struct RecordCorrected {
  # Recorded when the record got a fact wrong, such as a ballot. Never an annulment of the fact itself. The act
  # corrected stays in the log; what follows from it is computed anew.
  target @0 :C.ActRef;
  # The act that is corrected.
  corrections @1 :List(Correction) $A.maxItems(256);
  # What was wrong in it, field by field.
  why @2 :Text $A.maxBytes(4096) $A.multiline;
  # How the mistake came about and was found, in words.
  evidence @3 :List(C.DocumentRef) $A.maxItems(16);
  # What shows how it was.

  struct Correction {
    # One field that was wrong.
    field @0 :Text $A.maxBytes(256);
    # A path in the target's JSON form, such as "voteRecorded.ballots[3].choice".
    was @1 :Text $A.optional $A.maxBytes(4096) $A.multiline;
    # What the target says, in the field's JSON form; none: the field is absent there.
    is @2 :Text $A.optional $A.maxBytes(4096) $A.multiline;
    # What it should say, in the field's JSON form; none: the field should be absent.
  }
}

struct PersonalDataErased {
  # Recorded when personal documents are to be destroyed, or when a node confirms that it has destroyed them. The log
  # still verifies without them.
  documents @0 :List(Data) $A.exactBytes(32) $A.maxItems(256);
  # Digests of erasable documents, each once, at least one. Their bytes, with the salt inside, are destroyed on every
  # node.
  legalBasis @1 :Text $A.maxBytes(1024);
  # What law asks for it, in words.
  decision @2 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The decision that it carries out; none: it names no decision.
  replacements @3 :List(C.DocumentRef) $A.maxItems(256);
  # Redacted versions, where there are any.
  confirms @4 :C.ActRef $A.optional;
  # When a node confirms an erasure: the act that asked for it. The signer, in the capacity `node`, says which node.
  # None: this is the act that asks.
}

struct DocumentAdded {
  # Recorded when a document comes later than the thing that it belongs to: another language, an annex, a signed scan, a
  # person's new personal document.
  document @0 :C.DocumentRef;
  # The document.
  to @1 :Text $A.slug $A.maxBytes(64);
  # The id of the thing that it belongs to; of a personal document, the person's.
  replaces @2 :Data $A.exactBytes(32) $A.optional;
  # The digest of an earlier document whose place it takes; none: it takes no other's. The earlier one is kept.
}

struct VisibilityChanged {
  # Recorded when a document is to be shown to more people, or to fewer, than when it was registered.
  document @0 :Data $A.exactBytes(32);
  # The document's digest.
  visibility @1 :C.Visibility;
  # Who may be given the bytes from now on.
  reason @2 :Text $A.maxBytes(1024) $A.multiline;
  # Why, in words.
}

struct RegisterClosed {
  # Recorded when a body's register of a year, or a volume of it, is complete and printed: the closing sheet.
  body @0 :Text $A.slug $A.maxBytes(64);
  # The body whose register it is.
  year @1 :UInt16;
  # The year that is closed.
  volume @2 :UInt16 $A.optional;
  # The volume of that year, from 1; left out: the year is one volume.
  firstNumber @3 :UInt32;
  # The first definitive number in it, without series and year.
  lastNumber @4 :UInt32;
  # The last one.
  decisions @5 :UInt32;
  # How many decisions are in it.
  sessions @6 :UInt32;
  # How many sessions are in it.
  printed @7 :C.DocumentRef;
  # The register as it was printed.
}
