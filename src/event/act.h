// One act: validated bytes, and a reader over them.
#pragma once

#include <memory>

#include "base/ids.h"
#include "base/result.h"
#include "event/event_error.h"
#include "schema/act.capnp.h"

namespace jumelage::event {

using Kind = schema::Act::Which;
struct AlignedBytes;

// "sessionOpened": the name of a kind in JSON, commands and documentation.
std::string_view kind_name(Kind kind);

// Owns its bytes; movable, not copyable; const access is thread-safe. Once made, reading any field through
// `reader()` cannot fail.
class Act {
 public:
  // Checks everything that a stranger could get wrong: size, one canonical segment, nesting, every pointer, every
  // text, every bound and presence rule of the schema (annotations.capnp), enumerants and union members known,
  // no data beyond the known schema. Cheapest first.
  static Result<Act> parse(ByteView body);

  // For bytes that this ledger validated when it appended them. Only for replaying one's own log: bytes that are
  // damaged after all stop the process.
  static Act trusted(ByteView body);

  Act(Act&&) noexcept;
  Act& operator=(Act&&) noexcept;
  ~Act();

  schema::Act::Reader reader() const;
  ByteView bytes() const;  // the canonical body; lives as long as the act
  const ActId& id() const;
  Kind kind() const { return reader().which(); }

 private:
  friend class SealedAct;
  struct Impl;
  explicit Act(std::unique_ptr<Impl> impl);
  static Result<Act> parse(AlignedBytes body);
  std::unique_ptr<Impl> impl_;
};

}  // namespace jumelage::event
