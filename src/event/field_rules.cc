#include "event/field_rules.h"

namespace jumelage::event {
namespace {

// The ids that schema/annotations.capnp gives its annotations.
enum AnnotationId : std::uint64_t {
  kOptional = 0x9b3f5d0c7e61a802,
  kMaxBytes = 0xc6f0a7715b2e9d03,
  kExactBytes = 0xe2d4b8a1903c7f04,
  kMaxItems = 0x8a7c1e5f2db46905,
  kSlug = 0xd19e62f4083ba706,
  kDate = 0xf5072c9be1d68407,
  kInstant = 0xa40d93e67c5f1208,
  kLanguage = 0x97be8041d2fa6309,
  kZone = 0x8ce1d05b49f7a30b,
  kMultiline = 0xb8e61f3a07c5d90a,
  kSigners = 0xcd29a5708be4f10b,
};

std::string_view view_of(capnp::Text::Reader text) {
  return {text.begin(), text.size()};
}

}  // namespace

FieldRules rules_of(capnp::StructSchema::Field field) {
  FieldRules out;
  for (const auto annotation : field.getProto().getAnnotations()) {
    const auto value = annotation.getValue();
    switch (annotation.getId()) {
      case kOptional: out.optional = true; break;
      case kMaxBytes: out.max_bytes = value.getUint32(); break;
      case kExactBytes: out.exact_bytes = value.getUint32(); break;
      case kMaxItems: out.max_items = value.getUint32(); break;
      case kSlug: out.slug = true; break;
      case kDate: out.date = true; break;
      case kInstant: out.instant = true; break;
      case kZone: out.zone = true; break;
      case kLanguage: out.language = true; break;
      case kMultiline: out.multiline = true; break;
      case kSigners: out.signers = view_of(value.getText()); break;
      default: break;
    }
  }
  if (out.slug && out.max_bytes > 64) out.max_bytes = 64;
  if (out.language && out.max_bytes > 35) out.max_bytes = 35;
  return out;
}

std::string_view name_of(capnp::StructSchema::Field field) {
  return view_of(field.getProto().getName());
}

}  // namespace jumelage::event
