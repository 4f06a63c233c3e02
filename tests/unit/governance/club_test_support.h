// What the tests of rules share: short ways to say "this is refused with that code".
#pragma once

#include <gtest/gtest.h>

#include "base/hex.h"
#include "governance/finding_codes.h"
#include "governance/roles.h"
#include "governance/row.h"
#include "schema/register.capnp.h"
#include "support/club.h"

namespace jumelage::governance {

using test::Club;
using Signs = Club::Signs;
using ActBuilder = schema::Act::Builder;

inline ::testing::AssertionResult refused(const Result<Effects>& result, Refusal code) {
  if (result) return ::testing::AssertionFailure() << "recorded, where " << code_name(code) << " was expected";
  if (result.error().is(code)) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure() << result.error().code() << ": " << result.error().message();
}

inline ::testing::AssertionResult recorded(const Result<Effects>& result) {
  if (result) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure() << result.error().code() << ": " << result.error().message();
}

inline bool has_finding(const Result<Effects>& result, std::string_view code) {
  if (!result) return false;
  for (const Finding& finding : result.value().findings)
    if (finding.code == code) return true;
  return false;
}

// The newest state of a subject, copied out of the club's register.
class StateOf {
 public:
  StateOf(const Club& club, const std::string& slug)
      : row_(club.reg().floor(Table::kRows, row_key(club.number_of(slug), kNever))->value) {}
  schema::SubjectRow::Reader operator*() const { return row_.reader(); }

 private:
  Row<schema::SubjectRow> row_;
};

}  // namespace jumelage::governance
