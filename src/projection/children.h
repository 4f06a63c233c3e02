// The children of a subject: all of one kind, or from a number on, which is for pages of a long list without reading
// those before.
#pragma once

#include <vector>

#include "projection/query.h"

namespace jumelage::projection {

std::vector<Number> children_of(const Register& reg, Number parent, SubjectKind kind);
void for_each_child_from(const Register& reg, Number parent, SubjectKind kind, Number first,
                         const std::function<bool(Number)>& visit);
bool is_child(const Register& reg, Number parent, SubjectKind kind, Number child);

}  // namespace jumelage::projection
