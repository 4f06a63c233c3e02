// A session on one page: the call, who was there, the quorum, each item with its votes and what became of it.
#pragma once

#include <string>

#include "app/json_output.h"
#include "app/lookup.h"
#include "app/ui.h"

namespace jumelage::tools {

std::string session_sheet(const Register& reg, Number session, const Ui& ui);
void write_session(const Register& reg, Number session, JsonOutput& out);

}  // namespace jumelage::tools
