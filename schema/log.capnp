@0xc8085065fa6d4833;
# What the log stores and the tree hashes (docs/formats/log-entry.md).

using Cxx = import "/capnp/c++.capnp";
using A = import "annotations.capnp";
$Cxx.namespace("jumelage::schema");

struct SealedAct {
  # An act with the signatures that complete it, as it travels and as the log keeps it.
  body @0 :Data $A.maxBytes(65535);
  # The canonical bytes of one Act: what is signed and digested, never re-encoded.
  signatures @1 :List(Signature) $A.maxItems(256);
  # One for each of the act's signers, in the order of their keys.
  packets @2 :List(PacketProof) $A.maxItems(8);
  # In the order in which the signatures first name them; no two alike.
}

struct Signature {
  key @0 :Data $A.exactBytes(32);
  signature @1 :Data $A.exactBytes(64);
  # Ed25519 over "jumelage/act/v1" 0, ledger id, body; or, in a packet, over "jumelage/packet/v1" 0, ledger id,
  # the packet's size as 8 bytes big-endian, the packet's root.
  packet @2 :UInt8 $A.optional;
  # 0: this act alone; k: the k-th of `packets`.
}

struct PacketProof {
  # Where this act stands in a packet: the Merkle tree (RFC 6962) over the ids of acts signed together.
  size @0 :UInt32;
  index @1 :UInt32;
  path @2 :Data $A.maxBytes(1024) $A.optional;
  # The inclusion proof, 32 bytes a step from the leaf up; the root follows from it.
}

struct LogEntry {
  # A leaf of the tree: the sealed act and what the log adds. At most 65,535 bytes as a canonical message.
  version @0 :UInt16;
  # 1
  sequencedAt @1 :Int64 $A.instant;
  # When the primary gave it its place. Never decreasing along the log.
  sealed @2 :Data $A.maxBytes(65535);
  # The canonical bytes of one SealedAct.
  assigned @3 :AssignedNumber $A.optional;
  # The definitive number, where this act is what gives it.
  seen @4 :List(SeenStatement) $A.maxItems(60);
  # Witnesses' word that this act was submitted to them, where there was any: in the order of their keys, each once.
}

struct AssignedNumber {
  series @0 :Text $A.maxBytes(32);
  year @1 :UInt16;
  number @2 :UInt32;
  # From 1 in each series and year, without a gap.
}

struct SeenStatement {
  at @0 :Int64 $A.instant;
  # When the witness saw it.
  finalSize @1 :UInt64;
  # The size of the newest final checkpoint that the witness knew of.
  key @2 :Data $A.exactBytes(32);
  # A witness's.
  signature @3 :Data $A.exactBytes(64);
  # Ed25519 over "jumelage/seen/v1" 0, ledger id, the id of this entry's act, `at` and `finalSize` as 8 bytes
  # big-endian each.
}
