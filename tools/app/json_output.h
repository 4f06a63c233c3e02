// JSON for programs to read, and for act_from_json() to read back: built up in order, escaped in one place.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace jumelage::tools {

// Indented; ends in a line break. Members are named, items of a list are not.
class JsonOutput {
 public:
  JsonOutput();
  ~JsonOutput();
  JsonOutput(const JsonOutput&) = delete;
  JsonOutput& operator=(const JsonOutput&) = delete;

  JsonOutput& object();
  JsonOutput& object(std::string_view name);
  JsonOutput& list();
  JsonOutput& list(std::string_view name);
  JsonOutput& end();  // of the innermost object or list

  JsonOutput& text(std::string_view name, std::string_view value);
  JsonOutput& optional_text(std::string_view name, std::string_view value);  // nothing when empty
  JsonOutput& number(std::string_view name, std::uint64_t value);
  JsonOutput& flag(std::string_view name, bool value);
  JsonOutput& raw(std::string_view name, std::string_view json);  // JSON already
  JsonOutput& item(std::string_view value);
  JsonOutput& raw_item(std::string_view json);

  std::string take();  // when everything is ended

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace jumelage::tools
