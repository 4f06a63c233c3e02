#include <charconv>

#include "base/check.h"
#include "cli/command_line.h"

namespace jumelage::cli {

const Arguments::Value& Arguments::find(std::string_view name) const {
  const auto found = values_.find(name);
  JUMELAGE_CHECK(found != values_.end(), "a command asks only for what it declared");
  return found->second;
}

bool Arguments::has(std::string_view name) const {
  return !find(name).texts.empty();
}
bool Arguments::flag(std::string_view name) const {
  return has(name);
}
Source Arguments::source(std::string_view name) const {
  return find(name).source;
}
const std::vector<std::string>& Arguments::all(std::string_view name) const {
  return find(name).texts;
}

const std::string& Arguments::text(std::string_view name) const {
  const Value& value = find(name);
  JUMELAGE_CHECK(value.texts.size() == 1, "a value taken without asking is required or has a fallback");
  return value.texts.front();
}

std::optional<std::string> Arguments::maybe(std::string_view name) const {
  if (!has(name)) return std::nullopt;
  return text(name);
}

std::uint64_t Arguments::number(std::string_view name) const {
  const std::string& digits = text(name);
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  JUMELAGE_CHECK(error == std::errc() && end == digits.data() + digits.size(), "a number is declared with a range");
  return value;
}

}  // namespace jumelage::cli
