// The schema compiled for checking stored bytes: what a struct's words may be, in flat tables. Made once, when first
// asked for, from the reflection data that capnp embeds; a schema that uses something that plans cannot express stops
// the process then (and every unit test with it).
#pragma once

#include <capnp/schema.h>

#include <cstdint>
#include <string_view>
#include <vector>

#include "event/field_rules.h"

namespace jumelage::event {

struct StructPlan;

enum class PointerKind : std::uint8_t { kNone, kText, kData, kStruct, kTextList, kDataList, kStructList, kWordList };

// What a pointer slot may hold.
struct PointerPlan {
  PointerKind kind = PointerKind::kNone;  // kNone: the schema has no field here
  bool required = false;
  FieldRules rules;
  const StructPlan* target = nullptr;  // kStruct, kStructList
  std::string_view name;
};

// What a field in the data section may hold, where not every value will do.
struct NumberPlan {
  enum class Kind : std::uint8_t { kEnum, kDate, kInstant };
  Kind kind = Kind::kEnum;
  bool required = false;       // kDate: 0 is no date
  std::uint16_t at_bytes = 0;  // from the start of the data section
  std::uint16_t enumerants = 0;
  std::string_view name;
};

// A member of the union; all are pointers.
struct MemberPlan {
  std::uint16_t slot = 0;
  PointerPlan pointer;
};

// Where one struct says more than its fields do one by one.
enum class Extra : std::uint8_t { kNone, kMoment, kCount };

// What the items of a list of this struct must be to each other.
enum class Together : std::uint8_t { kAny, kOneALanguage, kOneADocument, kOneAnExternalId };

struct StructPlan {
  std::string_view name;
  std::uint16_t data_words = 0;
  std::vector<std::uint64_t> unused_bits;  // of each data word
  std::vector<NumberPlan> numbers;
  std::vector<PointerPlan> pointers;
  std::uint16_t which_at_bytes = 0;  // the discriminant, if there are members
  std::vector<MemberPlan> members;
  Extra extra = Extra::kNone;
  Together together = Together::kAny;
};

// Thread-safe; the plan lives as long as the process.
const StructPlan& plan_of(capnp::StructSchema schema);

}  // namespace jumelage::event
