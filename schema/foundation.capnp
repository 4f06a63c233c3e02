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
  origin @1 :Text $A.maxBytes(128);
  # The base of every checkpoint origin, such as "jumelage.example/es-semara": no space, no plus sign.
  languages @2 :List(Text) $A.language $A.maxItems(32);
  # BCP 47 tags that the club works in; the first is the default.
  charter @3 :List(C.DocumentRef) $A.maxItems(16);
  schemaDigest @4 :Data $A.exactBytes(32);
  # SHA-256 over the schema files that this ledger was founded under (docs/formats/evolution.md).
  finality @5 :FinalityRule;
  administration @6 :Administration;
  ruleSets @7 :List(R.RuleSet) $A.maxItems(16);
  bodies @8 :List(M.BodyEstablished) $A.maxItems(16);
  members @9 :List(M.MemberAdmitted) $A.maxItems(256);
  persons @10 :List(M.PersonRegistered) $A.maxItems(256);
  mandates @11 :List(M.MandateGranted) $A.maxItems(256);
  offices @12 :List(M.OfficeChanged) $A.maxItems(64);
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
  quorum @1 :UInt16;
  # Of the witnesses; twice it must be more than their number. 0 with no witnesses: the primary's own word.
}

struct Witness {
  member @0 :Text $A.slug $A.maxBytes(64);
  key @1 :Data $A.exactBytes(32);
}

struct Administration {
  # Who administers keys (ADM).
  administrators @0 :List(Administrator) $A.maxItems(64);
  quorum @1 :UInt16;
  # How many of them sign together.
  recovery @2 :List(Data) $A.exactBytes(32) $A.maxItems(64);
  # Keys that may together take the administrators' place when too many of those are lost.
  recoveryQuorum @3 :UInt16;
}

struct Administrator {
  member @0 :Text $A.slug $A.maxBytes(64);
  key @1 :Data $A.exactBytes(32);
}

struct RuleSetEnacted {
  ruleSet @0 :R.RuleSet;
  decision @1 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The adopted decision that enacts it.
}

struct CatalogueActivated {
  version @0 :UInt16;
  # Act kinds and rule-engine fixes up to this catalogue version ...
  fromPosition @1 :UInt64;
  # ... take effect from this position on.
  ruleEngine @2 :UInt16;
  nodes @3 :List(Declaration) $A.maxItems(256);
  schemaDigest @4 :Data $A.exactBytes(32);

  struct Declaration {
    # A node's word that it knows the version.
    member @0 :Text $A.slug $A.maxBytes(64);
    # Whose node it is.
    key @1 :Data $A.exactBytes(32);
    # A key of purpose `nodeTls` or `witness` that the member holds.
    signature @2 :Data $A.exactBytes(64);
    # Ed25519 over "jumelage/declaration/v1" 0, ledger id, `version` and `ruleEngine` as 2 bytes big-endian each,
    # schema digest.
  }
}

struct KeyEnrolled {
  key @0 :Data $A.exactBytes(32);
  # An Ed25519 public key; points of small order are refused.
  purpose @1 :Purpose;
  holder @2 :Text $A.slug $A.maxBytes(64);
  # The mandate (daily, spare, recovery) or member (witness, publicWitness, node) it is for.
  custody @3 :Custody;
  note @4 :Text $A.optional $A.maxBytes(512);

  enum Purpose {
    daily @0;
    spare @1;
    recovery @2;
    administration @3;
    witness @4;
    publicWitness @5;
    nodeTls @6;
    log @7;
  }
  enum Custody {
    encryptedFile @0;
    hardware @1;
    printed @2;
    host @3;
  }
}

struct KeyRevoked {
  key @0 :Data $A.exactBytes(32);
  reason @1 :Reason;
  compromisedSince @2 :C.ActRef $A.optional;
  # With `compromised`: what it signed from this act on, that act included, is disputed; none: only from now on.
  note @3 :Text $A.optional $A.maxBytes(512);

  enum Reason {
    retired @0;
    lost @1;
    compromised @2;
    holderLeft @3;
    superseded @4;
  }
}

struct WitnessSetChanged {
  # A boundary: its checkpoint needs the old quorum and the new one.
  finality @0 :FinalityRule;
  reason @1 :Text $A.maxBytes(1024) $A.multiline;
}

struct PrimaryHandedOver {
  # The first entry of a new term, at a position that the freezes force.
  order @0 :HandoverOrder;
  administratorSignatures @1 :List(KeySignature) $A.maxItems(64);
  # Each over the order's signing bytes; in the order of the keys, each once.
  freezes @2 :List(Freeze) $A.maxItems(150);
  # In the order of their keys, each once.
  lockCertificate @3 :LockCertificate $A.optional;
  # Of the highest lock among the freezes; none: no freeze names a lock.
  finalCertificate @4 :FinalCertificate $A.optional;
  # Of the highest final among the freezes; none: no freeze names one.
}

struct HandoverOrder {
  # What the administrators order. Signing bytes: "jumelage/handover/v1" 0, ledger id, `term` as 4 bytes big-endian,
  # log key, SHA-256 of `primary`, SHA-256 of `reason`. The order's digest is the SHA-256 of these bytes.
  term @0 :UInt32;
  primary @1 :Text $A.slug $A.maxBytes(64);
  logKey @2 :Data $A.exactBytes(32);
  reason @3 :Text $A.maxBytes(1024) $A.multiline;
}

struct KeySignature {
  key @0 :Data $A.exactBytes(32);
  signature @1 :Data $A.exactBytes(64);
}

struct Freeze {
  # A witness's irrevocable word to act in no lower term again, and what it had done by then.
  term @0 :UInt32;
  # The new term.
  orderDigest @1 :Data $A.exactBytes(32);
  lastAck @2 :C.Head $A.optional;
  # The last that it acknowledged; none: it never did. So with the next two.
  lock @3 :C.Head $A.optional;
  final @4 :C.Head $A.optional;
  by @5 :KeySignature;
  # Ed25519 over "jumelage/freeze/v1" 0, ledger id, `term` as 4 bytes big-endian, order digest, then for `lastAck`,
  # `lock` and `final` in turn: one byte 1 and the head's 44 bytes, or one byte 0.
}

struct LockCertificate {
  # A quorum's acknowledgements of one head.
  head @0 :C.Head;
  acks @1 :List(KeySignature) $A.maxItems(150);
  # Ed25519 over "jumelage/ack/v1" 0, ledger id, the head's 44 bytes. In the order of the keys, each once.
}

struct FinalCertificate {
  # A quorum's cosignatures of one head (C2SP tlog-cosignature, version 1).
  head @0 :C.Head;
  cosignatures @1 :List(Cosignature) $A.maxItems(150);
  # In the order of the keys, each once.
}

struct Cosignature {
  key @0 :Data $A.exactBytes(32);
  time @1 :UInt64;
  # POSIX seconds.
  signature @2 :Data $A.exactBytes(64);
  # Ed25519 over "cosignature/v1" LF "time " `time` in decimal LF, and the checkpoint's text: its origin, size and root.
}

struct CheckpointAnchored {
  # A timestamp from outside over a root of this log.
  head @0 :C.Head;
  kind @1 :Kind;
  token @2 :Data $A.maxBytes(16384);
  authority @3 :Text $A.maxBytes(512);
  renews @4 :C.ActRef $A.optional;

  enum Kind {
    rfc3161 @0;
    other @1;
  }
}

struct RecordCorrected {
  # What the record got wrong about a fact. Never an annulment of the fact.
  target @0 :C.ActRef;
  corrections @1 :List(Correction) $A.maxItems(256);
  why @2 :Text $A.maxBytes(4096) $A.multiline;
  evidence @3 :List(C.DocumentRef) $A.maxItems(16);

  struct Correction {
    field @0 :Text $A.maxBytes(256);
    # A path in the target's JSON form, such as "voteRecorded.ballots[3].choice".
    was @1 :Text $A.optional $A.maxBytes(4096) $A.multiline;
    is @2 :Text $A.optional $A.maxBytes(4096) $A.multiline;
    # Both in the field's JSON form; none: the field was, or is now, absent.
  }
}

struct PersonalDataErased {
  documents @0 :List(Data) $A.exactBytes(32) $A.maxItems(256);
  # Digests of erasable documents. Their bytes, with the salt inside, are destroyed on every node.
  legalBasis @1 :Text $A.maxBytes(1024);
  decision @2 :Text $A.slug $A.maxBytes(64) $A.optional;
  replacements @3 :List(C.DocumentRef) $A.maxItems(256);
  # Redacted versions, where there are any.
  confirms @4 :C.ActRef $A.optional;
  # When a node confirms an erasure: the act that asked for it. The signer, in the capacity `node`, says which node.
}

struct DocumentAdded {
  document @0 :C.DocumentRef;
  to @1 :Text $A.slug $A.maxBytes(64);
  # The subject that it belongs to.
  replaces @2 :Data $A.exactBytes(32) $A.optional;
}

struct VisibilityChanged {
  document @0 :Data $A.exactBytes(32);
  visibility @1 :C.Visibility;
  reason @2 :Text $A.maxBytes(1024) $A.multiline;
}

struct RegisterClosed {
  # The closing sheet of a year or volume of the register.
  body @0 :Text $A.slug $A.maxBytes(64);
  year @1 :UInt16;
  volume @2 :UInt16 $A.optional;
  firstNumber @3 :UInt32;
  lastNumber @4 :UInt32;
  decisions @5 :UInt32;
  sessions @6 :UInt32;
  printed @7 :C.DocumentRef;
}
