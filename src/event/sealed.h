// A sealed act: the act and the signatures that complete it, as canonical bytes.
#pragma once

#include <vector>

#include "base/ids.h"
#include "base/result.h"
#include "event/act.h"
#include "event/limits.h"

namespace jumelage::event {

// Where an act stands in a packet. `root` follows from the act's id and its path.
struct Packet {
  std::uint64_t size = 0;
  std::uint64_t index = 0;
  Digest root;
  bool operator==(const Packet&) const = default;
};

struct SignatureView {
  KeyId key;
  ByteView signature;              // 64 bytes, borrowed from the sealed act
  const Packet* packet = nullptr;  // none: over this act alone
};

// Owns its bytes; movable, not copyable; const access is thread-safe.
class SealedAct {
 public:
  // As Act::parse, for the whole: canonical, within limits, one signature for each of the act's signers, in strictly
  // ascending order of keys, packet proofs possible. Signatures are *not* verified: see verify.h.
  static Result<SealedAct> parse(ByteView bytes);

  // For bytes that this ledger validated when it appended them; damaged after all, they stop the process.
  static SealedAct trusted(ByteView bytes);

  SealedAct(SealedAct&&) noexcept;
  SealedAct& operator=(SealedAct&&) noexcept;
  ~SealedAct();

  const Act& act() const;
  ByteView bytes() const;
  const std::vector<SignatureView>& signatures() const;

 private:
  friend struct Entry;
  struct Impl;
  explicit SealedAct(std::unique_ptr<Impl> impl);
  static Result<SealedAct> parse(AlignedBytes bytes);
  std::unique_ptr<Impl> impl_;
};

}  // namespace jumelage::event
