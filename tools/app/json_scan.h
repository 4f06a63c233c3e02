// Looking at JSON text without reading it: where its strings are, where the items of a list begin and end. Text that
// is not JSON gives some answer; the strict reader (event/json.h) complains about it afterwards.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jumelage::tools {

struct StringToken {
  std::size_t begin = 0;  // of the opening quote
  std::size_t end = 0;    // after the closing one
  bool is_name = false;   // of a member, not a value
};
std::vector<StringToken> string_tokens(std::string_view json);

// What a string token says; nothing when it is not a JSON string.
std::optional<std::string> decode_string(std::string_view token);

// The first character that is not blank; NUL when there is none.
char first_character(std::string_view json);

// One item of a list, and where in the whole text it begins.
struct ListItem {
  std::string_view text;  // borrowed from the whole
  std::size_t line_breaks = 0;
  std::size_t columns = 0;

  // With as many line breaks and blanks before it that places in error messages are those in the whole text.
  std::string in_place() const;
};
// The items of a list, or the whole when it is no list. Nothing, when there are more than `max_items`.
std::optional<std::vector<ListItem>> split_list(std::string_view json, std::size_t max_items);

// Does the object have a member of that name, at its own level?
bool has_member(std::string_view object, std::string_view name);

// `json`, an object, with one member more at its beginning, on the same line. `value` is JSON.
std::string with_member(std::string_view json, std::string_view name, std::string_view value);

std::size_t line_of(std::string_view text, std::size_t at);  // from 1

}  // namespace jumelage::tools
