// The children of a subject from a number on: pages of a long list, without reading those before.
#pragma once

#include "projection/query.h"

namespace jumelage::projection {

void for_each_child_from(const Register& reg, Number parent, SubjectKind kind, Number first,
                         const std::function<bool(Number)>& visit);
bool is_child(const Register& reg, Number parent, SubjectKind kind, Number child);

}  // namespace jumelage::projection
