@0xc8085065fa6d4833;
# What the log stores and the tree hashes (docs/formats/log-entry.md).

using Cxx = import "/capnp/c++.capnp";
using A = import "annotations.capnp";
$Cxx.namespace("jumelage::schema");

struct SealedAct {
  # An act with the signatures that complete it, as it travels and as the log keeps it. At most 57,344 bytes as a
  # canonical message.
  body @0 :Data $A.maxBytes(57344);
  # The canonical bytes of one Act: what is signed and digested, never re-encoded.
  signatures @1 :List(Signature) $A.maxItems(256);
  # One for each of the act's signers, in the order of their keys.
  packets @2 :List(PacketProof) $A.maxItems(8);
  # In the order in which the signatures first name them; no two alike.
}

struct Signature {
  # One signer's signature, over the act alone or over a packet that it belongs to.
  key @0 :Data $A.exactBytes(32);
  # The Ed25519 public key that signed: that of one of the act's signers.
  signature @1 :Data $A.exactBytes(64);
  # Ed25519 over "jumelage/act/v1" 0, ledger id, body; or, in a packet, over "jumelage/packet/v1" 0, ledger id,
  # the packet's size as 8 bytes big-endian, the packet's root.
  packet @2 :UInt8 $A.optional;
  # 0: this act alone; k: the k-th of `packets`.
}

struct PacketProof {
  # Where this act stands in a packet: the Merkle tree (RFC 6962) over the ids of acts signed together.
  size @0 :UInt32;
  # How many acts the packet has: 2 to 1,048,576.
  index @1 :UInt32;
  # Which of them this act is, from 0.
  path @2 :Data $A.maxBytes(640) $A.optional;
  # The inclusion proof, 32 bytes a step from the leaf up, at most 20 steps; the root follows from it.
}

struct LogEntry {
  # A leaf of the tree: the sealed act and what the log adds. At most 65,535 bytes as a canonical message.
  version @0 :UInt16;
  # The form of the entry: 1.
  sequencedAt @1 :Int64 $A.instant;
  # When the primary gave it its place. Never decreasing along the log.
  sealed @2 :Data $A.maxBytes(57344);
  # The canonical bytes of one SealedAct.
  assigned @3 :AssignedNumber $A.optional;
  # The definitive number that this act gives to its decision; none: it gives none.
  seen @4 :List(SeenStatement) $A.maxItems(60);
  # Witnesses' word that this act was submitted to them, where there was any: in the order of their keys, each once.
}

struct AssignedNumber {
  # A definitive number: CCI, 2026, 7 are CCI-2026-007. Given when the log orders the act, so that two people offline
  # never collide.
  series @0 :Text $A.maxBytes(32);
  # The body's series: what stands before the year.
  year @1 :UInt16;
  # The year of the decision's date.
  number @2 :UInt32;
  # From 1 in each series and year, without a gap.
}

struct SeenStatement {
  # A witness's word that this act was submitted to it: should the primary leave it out, that can be shown
  # (docs/finality.md).
  at @0 :Int64 $A.instant;
  # When the witness saw it.
  finalSize @1 :UInt64;
  # How many entries the newest final checkpoint covered that the witness knew of.
  key @2 :Data $A.exactBytes(32);
  # The witness's key.
  signature @3 :Data $A.exactBytes(64);
  # Ed25519 over "jumelage/seen/v1" 0, ledger id, the id of this entry's act, `at` and `finalSize` as 8 bytes
  # big-endian each.
}
