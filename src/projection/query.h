// Small questions to the register, for programs that show it or make acts for it. (Rules have their own: Context.)
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/ids.h"
#include "governance/keys.h"
#include "governance/register.h"
#include "governance/row.h"
#include "schema/register.capnp.h"

namespace jumelage::projection {

using governance::Number;
using governance::Register;
using schema::SubjectKind;

struct Subject {
  Number number = 0;
  SubjectKind kind = SubjectKind::NONE;
};

// What has this id, if anything.
std::optional<Subject> find_subject(const Register& reg, std::string_view slug);
// The id of a number that the register gave; empty for 0.
std::string slug_of(const Register& reg, Number number);
SubjectKind kind_of(const Register& reg, Number number);

// A subject's row as it stood when the log held `size` entries: the newest one at a lower position.
struct RowAt {
  std::uint64_t position;
  std::unique_ptr<governance::Row<schema::SubjectRow>> row;
  schema::SubjectRow::Reader operator*() const { return row->reader(); }
};
std::optional<RowAt> row_at(const Register& reg, Number number, std::uint64_t size = governance::kNever);

// In the order of their numbers, which is the order in which they were made.
void for_each_child(const Register& reg, Number parent, SubjectKind kind, const std::function<bool(Number)>& visit);

// Positions of the acts on a subject, oldest first.
std::vector<std::uint64_t> history(const Register& reg, Number number);

// Where the act with this id stands, or with ids that begin so: one scan of the index of acts, 32 bytes each.
struct FoundActs {
  std::vector<std::uint64_t> positions;  // at most two: more than one means ambiguous
};
FoundActs find_acts(const Register& reg, ByteView id_prefix);

}  // namespace jumelage::projection
