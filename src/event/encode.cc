#include "event/encode.h"

namespace jumelage::event {
namespace {

bool is_empty(capnp::DynamicStruct::Builder value, capnp::StructSchema::Field field) {
  switch (field.getType().which()) {
    case capnp::schema::Type::TEXT: return value.get(field).as<capnp::Text>().size() == 0;
    case capnp::schema::Type::DATA: return value.get(field).as<capnp::Data>().size() == 0;
    case capnp::schema::Type::LIST: return value.get(field).as<capnp::DynamicList>().size() == 0;
    default: return false;
  }
}

void drop_empty_in(capnp::DynamicStruct::Builder value, capnp::StructSchema::Field field) {
  const auto type = field.getType();
  if (is_empty(value, field)) {
    value.clear(field);
  } else if (type.isStruct()) {
    drop_empty(value.get(field).as<capnp::DynamicStruct>());
  } else if (type.isList() && type.asList().getElementType().isStruct()) {
    auto list = value.get(field).as<capnp::DynamicList>();
    for (unsigned i = 0; i < list.size(); ++i) drop_empty(list[i].as<capnp::DynamicStruct>());
  }
}

}  // namespace

void drop_empty(capnp::DynamicStruct::Builder value) {
  for (const auto field : value.getSchema().getNonUnionFields())
    if (value.has(field)) drop_empty_in(value, field);
  KJ_IF_MAYBE (field, value.which())
    if (value.has(*field)) drop_empty_in(value, *field);
}

}  // namespace jumelage::event
