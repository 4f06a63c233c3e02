// The register as the rules see it: ordered tables of bytes, read only. What the tables hold and how their
// keys are made: docs/formats/register.md and keys.h; the values are the structs of schema/register.capnp.
//
// Two implementations: the LMDB tables (projection/) and a map in memory (memory_register.h). One contract
// suite runs against both (tests/unit/governance/register_contract.h).
#pragma once

#include <functional>
#include <optional>
#include <stdexcept>

#include "base/bytes.h"

namespace jumelage::governance {

// Order and number are stored: append only.
enum class Table : std::uint8_t {
  kNames,       // slug -> number, kind
  kSubjects,    // number -> kind, slug
  kRows,        // number, position -> SubjectRow
  kLinks,       // parent number, child kind, child number -> nothing
  kActs,        // recordedAt, first bytes of the act id -> position, act id
  kVotes,       // proposal, round, position -> VoteRow
  kAttendance,  // session, mandate, position -> AttendanceRow
  kSeries,      // series, 0, year -> last number given
  kNumbers,     // series, 0, year, number -> decision
  kDocuments,   // digest -> DocumentRow
  kFindings,    // position, place -> FindingRow
  kCounters,    // name -> number
  kIndex,       // field, value, order, number -> nothing: what queries look for. No rule reads or writes it
};
inline constexpr std::size_t kTableCount = 13;

// A register that cannot be read is a fault of the machine, not an answer: it is thrown, and the ledger stops
// writing. Rules never catch it.
struct RegisterFault : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class Register {
 public:
  struct Item {
    ByteView key;
    ByteView value;
  };

  virtual ~Register() = default;

  // Bytes handed out are borrowed: good until the register is next written to. Values have no alignment.
  virtual std::optional<ByteView> get(Table table, ByteView key) const = 0;
  // The greatest key not above `key`.
  virtual std::optional<Item> floor(Table table, ByteView key) const = 0;
  // Every item whose key begins with `prefix`, in the order of keys, until `visit` returns false.
  virtual void scan(Table table, ByteView prefix, const std::function<bool(Item)>& visit) const = 0;
  // The least key not below `key`, which a walk upwards takes up where an earlier one left it.
  virtual std::optional<Item> ceiling(Table table, ByteView key) const = 0;
};

}  // namespace jumelage::governance
