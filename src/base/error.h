// What went wrong, for a program (`code`) and for a person (`message`).
//
// Each module has one closed enum of what can happen to it, and a function found by ADL
//   std::string_view code_name(EventError)   ->  "event.not_canonical"
// whose names are stable: scripts, `--json` and the documentation rely on them. The message says what
// was wrong, where, and what to do about it. Untrusted text inside a message is already escaped.
#pragma once

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace jumelage {

class Error {
 public:
  template <class Code>
  requires std::is_enum_v<Code> Error(Code code, std::string message)
      : code_(code_name(code)), message_(std::move(message)) {}

  std::string_view code() const { return code_; }  // static storage
  const std::string& message() const { return message_; }

  template <class Code>
  requires std::is_enum_v<Code>
  bool is(Code code) const { return code_ == code_name(code); }

  // The same error seen from further out: "in line 12: " + message.
  Error within(std::string_view where) const;

 private:
  std::string_view code_;
  std::string message_;
};

}  // namespace jumelage
