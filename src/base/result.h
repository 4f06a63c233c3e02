// Result<T>: a value, or the Error that says why there is none. `JUMELAGE_TRY(x, f())` unwraps or returns.
// Reading the value of a failed result is a broken invariant and stops the process. The macro is more than one
// statement: brace it after if and for.
#pragma once

#include <boost/outcome/basic_result.hpp>
#include <boost/outcome/policy/terminate.hpp>
#include <boost/outcome/try.hpp>

#include "base/error.h"

namespace jumelage {

namespace outcome = BOOST_OUTCOME_V2_NAMESPACE;

template <class T>
using Result = outcome::basic_result<T, Error, outcome::policy::terminate>;

// `return ok();` from a function that returns Result<void>.
inline auto ok() {
  return outcome::success();
}

}  // namespace jumelage

#define JUMELAGE_TRY(...) BOOST_OUTCOME_TRY(__VA_ARGS__)
