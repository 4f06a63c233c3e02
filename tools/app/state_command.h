// One command for each state that something can be brought into: `agreement rest`, `project suspend`.
#pragma once

namespace jumelage::tools {

struct StateCommand {
  const char* command;
  const char* state;  // in the schema's words
  const char* summary;
};

}  // namespace jumelage::tools
