// From what went wrong to the exit status and to the sentence that the person sees: the one place for both.
#pragma once

#include <string_view>

#include "base/error.h"
#include "cli/exit_codes.h"

namespace jumelage::tools {

// `code` as Error::code() gives it.
cli::ExitCode exit_of(std::string_view code);

// What to try next, or nothing where the message says it already.
std::string_view advice_for(std::string_view code);

// Says on standard error what went wrong: a sentence, or with `json` one object {"error": {"code", "message"}}.
cli::ExitCode report(const Error& error, bool json);

}  // namespace jumelage::tools
