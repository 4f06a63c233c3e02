#include "event/plan.h"

#include <map>
#include <memory>
#include <mutex>

#include "base/check.h"
#include "event/limits.h"
#include "schema/common.capnp.h"
#include "schema/decisions.capnp.h"

namespace jumelage::event {
namespace {

using capnp::schema::Type;

class Compiler {
 public:
  const StructPlan& plan(capnp::StructSchema schema, std::size_t depth);

 private:
  PointerPlan pointer(capnp::StructSchema::Field field, std::size_t depth);
  void add_number(StructPlan& plan, capnp::StructSchema::Field field);
  void add_union(StructPlan& plan, capnp::StructSchema schema, std::size_t depth);

  std::map<std::uint64_t, std::unique_ptr<StructPlan>> plans_;
};

// Bits of a field in the data section; 0: it is a pointer.
unsigned bits_of(capnp::Type type) {
  switch (type.which()) {
    case Type::BOOL: return 1;
    case Type::INT8:
    case Type::UINT8: return 8;
    case Type::INT16:
    case Type::UINT16:
    case Type::ENUM: return 16;
    case Type::INT32:
    case Type::UINT32: return 32;
    case Type::INT64:
    case Type::UINT64: return 64;
    case Type::TEXT:
    case Type::DATA:
    case Type::LIST:
    case Type::STRUCT: return 0;
    default: JUMELAGE_CHECK(false, "the schema uses a type that stored acts cannot have"); return 0;
  }
}

PointerKind list_kind(capnp::Type element) {
  switch (element.which()) {
    case Type::TEXT: return PointerKind::kTextList;
    case Type::DATA: return PointerKind::kDataList;
    case Type::STRUCT: return PointerKind::kStructList;
    case Type::UINT32: return PointerKind::kWordList;
    default: JUMELAGE_CHECK(false, "the schema uses a list that stored acts cannot have"); return PointerKind::kNone;
  }
}

PointerKind kind_of(capnp::Type type) {
  switch (type.which()) {
    case Type::TEXT: return PointerKind::kText;
    case Type::DATA: return PointerKind::kData;
    case Type::STRUCT: return PointerKind::kStruct;
    default: return list_kind(type.asList().getElementType());
  }
}

Extra extra_of(capnp::StructSchema schema) {
  if (schema == capnp::Schema::from<schema::Moment>()) return Extra::kMoment;
  if (schema == capnp::Schema::from<schema::Count>()) return Extra::kCount;
  return Extra::kNone;
}

Together together_of(capnp::StructSchema schema) {
  if (schema == capnp::Schema::from<schema::LocalText>()) return Together::kOneALanguage;
  if (schema == capnp::Schema::from<schema::DocumentRef>()) return Together::kOneADocument;
  if (schema == capnp::Schema::from<schema::ExternalId>()) return Together::kOneAnExternalId;
  return Together::kAny;
}

PointerPlan Compiler::pointer(capnp::StructSchema::Field field, std::size_t depth) {
  PointerPlan out;
  out.kind = kind_of(field.getType());
  out.rules = rules_of(field);
  out.name = name_of(field);
  const bool is_list = field.getType().isList();
  out.required = !out.rules.optional && !is_list;
  if (out.kind == PointerKind::kStruct) out.target = &plan(field.getType().asStruct(), depth + 1);
  if (out.kind == PointerKind::kStructList)
    out.target = &plan(field.getType().asList().getStructElementType(), depth + 1);
  return out;
}

void Compiler::add_number(StructPlan& plan, capnp::StructSchema::Field field) {
  const unsigned bits = bits_of(field.getType());
  const std::uint64_t at = std::uint64_t{field.getProto().getSlot().getOffset()} * bits;
  const std::uint64_t ones = bits == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << bits) - 1;
  plan.unused_bits[at / 64] &= ~(ones << at % 64);

  const FieldRules rules = rules_of(field);
  NumberPlan number;
  number.at_bytes = static_cast<std::uint16_t>(at / 8);
  number.name = name_of(field);
  number.required = !rules.optional;
  if (field.getType().isEnum()) {
    number.kind = NumberPlan::Kind::kEnum;
    number.enumerants = static_cast<std::uint16_t>(field.getType().asEnum().getEnumerants().size());
  } else if (rules.date) {
    number.kind = NumberPlan::Kind::kDate;
  } else if (rules.instant) {
    number.kind = NumberPlan::Kind::kInstant;
  } else {
    return;
  }
  plan.numbers.push_back(number);
}

void Compiler::add_union(StructPlan& plan, capnp::StructSchema schema, std::size_t depth) {
  const auto fields = schema.getUnionFields();
  if (fields.size() == 0) return;
  const std::uint64_t at = std::uint64_t{schema.getProto().getStruct().getDiscriminantOffset()} * 16;
  plan.which_at_bytes = static_cast<std::uint16_t>(at / 8);
  plan.unused_bits[at / 64] &= ~(std::uint64_t{0xffff} << at % 64);
  plan.members.resize(fields.size());
  for (const auto field : fields) {
    JUMELAGE_CHECK(field.getProto().isSlot() && bits_of(field.getType()) == 0, "union members are pointers");
    MemberPlan& member = plan.members[field.getProto().getDiscriminantValue()];
    member.slot = static_cast<std::uint16_t>(field.getProto().getSlot().getOffset());
    member.pointer = pointer(field, depth);
  }
}

const StructPlan& Compiler::plan(capnp::StructSchema schema, std::size_t depth) {
  JUMELAGE_CHECK(depth <= kMaxNesting, "the schema nests too deep, or within itself");
  const auto proto = schema.getProto();
  auto& known = plans_[proto.getId()];
  if (known) return *known;

  auto made = std::make_unique<StructPlan>();
  const auto name = proto.getDisplayName().slice(proto.getDisplayNamePrefixLength());
  made->name = {name.begin(), name.size()};
  made->data_words = proto.getStruct().getDataWordCount();
  made->unused_bits.assign(made->data_words, ~std::uint64_t{0});
  made->pointers.resize(proto.getStruct().getPointerCount());
  made->extra = extra_of(schema);
  made->together = together_of(schema);
  for (const auto field : schema.getNonUnionFields()) {
    JUMELAGE_CHECK(field.getProto().isSlot(), "the schema has no groups");
    if (bits_of(field.getType()) != 0)
      add_number(*made, field);
    else
      made->pointers[field.getProto().getSlot().getOffset()] = pointer(field, depth);
  }
  add_union(*made, schema, depth);
  auto& place = plans_[proto.getId()];
  place = std::move(made);
  return *place;
}

}  // namespace

const StructPlan& plan_of(capnp::StructSchema schema) {
  static std::mutex mutex;
  static Compiler compiler;
  const std::lock_guard lock(mutex);
  return compiler.plan(schema, 0);
}

}  // namespace jumelage::event
