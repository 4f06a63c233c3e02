#include "projection/concerning.h"

#include <set>

#include "projection/children.h"

namespace jumelage::projection {
namespace {

using Positions = std::set<std::uint64_t>;

void add_history(const Register& reg, Number number, Positions& out) {
  for (const std::uint64_t position : history(reg, number)) out.insert(position);
}

void add_keys(const Register& reg, Number holder, Positions& out) {
  for (const Number key : children_of(reg, holder, SubjectKind::KEY)) add_history(reg, key, out);
}

// The acts by which it came to hold the office, and by which it ceased to.
void add_office(const Register& reg, Number office, Number mandate, Positions& out) {
  bool held = false;
  for (const std::uint64_t position : history(reg, office)) {
    const auto row = row_at(reg, office, position + 1);
    const bool holds = row && (**row).isOffice() && (**row).getOffice().getHolder() == mandate;
    if (held || holds) out.insert(position);
    held = holds;
  }
}

void add_mandate(const Register& reg, Number mandate, Positions& out) {
  add_history(reg, mandate, out);
  add_keys(reg, mandate, out);
  const auto row = row_at(reg, mandate);
  if (!row || !(**row).isMandate()) return;
  for (const Number office : children_of(reg, (**row).getMandate().getBody(), SubjectKind::OFFICE))
    add_office(reg, office, mandate, out);
}

}  // namespace

std::vector<std::uint64_t> concerning(const Register& reg, Number number) {
  Positions out;
  switch (kind_of(reg, number)) {
    case SubjectKind::MEMBER:
      add_history(reg, number, out);
      add_keys(reg, number, out);
      for (const Number mandate : children_of(reg, number, SubjectKind::MANDATE)) add_mandate(reg, mandate, out);
      break;
    case SubjectKind::MANDATE: add_mandate(reg, number, out); break;
    default: return history(reg, number);
  }
  return {out.begin(), out.end()};
}

}  // namespace jumelage::projection
