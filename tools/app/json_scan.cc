#include "app/json_scan.h"

#include <fmt/format.h>
#include <rapidjson/document.h>

#include <algorithm>

namespace jumelage::tools {
namespace {

constexpr std::string_view kBlank = " \t\r\n";

std::size_t after_string(std::string_view json, std::size_t quote) {
  for (std::size_t i = quote + 1; i < json.size(); ++i) {
    if (json[i] == '\\') {
      ++i;
    } else if (json[i] == '"') {
      return i + 1;
    }
  }
  return json.size();
}

bool is_name(std::string_view json, std::size_t after) {
  const std::size_t next = json.find_first_not_of(kBlank, after);
  return next != std::string_view::npos && json[next] == ':';
}

// Commas, brackets and braces outside strings, with the depth that they stand at: an opening one and its closing one
// at the depth outside of it.
struct Mark {
  char sign;
  std::size_t at;
  std::size_t depth;
};
std::vector<Mark> marks(std::string_view json, std::size_t deepest) {
  std::vector<Mark> out;
  std::size_t depth = 0;
  const auto note = [&](std::size_t at) {
    if (depth <= deepest) out.push_back({json[at], at, depth});
  };
  for (std::size_t i = 0; i < json.size(); ++i) {
    switch (json[i]) {
      case '"': i = after_string(json, i) - 1; break;
      case '[':
      case '{':
        note(i);
        ++depth;
        break;
      case ']':
      case '}':
        depth -= std::min<std::size_t>(depth, 1);
        note(i);
        break;
      case ',': note(i); break;
      default: break;
    }
  }
  return out;
}

// Cuts items off one after the other, counting lines as it goes.
class Cutter {
 public:
  explicit Cutter(std::string_view whole) : whole_(whole) {}

  void skip_to(std::size_t to) {
    for (; at_ < to; ++at_) {
      const bool continues_character = (static_cast<unsigned char>(whole_[at_]) & 0xC0U) == 0x80U;
      if (whole_[at_] == '\n') {
        ++line_breaks_;
        columns_ = 0;
      } else if (!continues_character) {
        ++columns_;
      }
    }
  }
  ListItem cut(std::size_t from, std::size_t to) {
    skip_to(from);
    return {whole_.substr(from, to - from), line_breaks_, columns_};
  }

 private:
  std::string_view whole_;
  std::size_t at_ = 0;
  std::size_t line_breaks_ = 0;
  std::size_t columns_ = 0;
};

}  // namespace

std::vector<StringToken> string_tokens(std::string_view json) {
  std::vector<StringToken> out;
  for (std::size_t i = 0; i < json.size(); ++i) {
    if (json[i] != '"') continue;
    const std::size_t end = after_string(json, i);
    out.push_back({i, end, is_name(json, end)});
    i = end - 1;
  }
  return out;
}

std::optional<std::string> decode_string(std::string_view token) {
  rapidjson::Document value;
  value.Parse<rapidjson::kParseValidateEncodingFlag>(token.data(), token.size());
  if (value.HasParseError() || !value.IsString()) return std::nullopt;
  return std::string(value.GetString(), value.GetStringLength());
}

char first_character(std::string_view json) {
  const std::size_t at = json.find_first_not_of(kBlank);
  return at == std::string_view::npos ? '\0' : json[at];
}

std::string ListItem::in_place() const {
  return std::string(line_breaks, '\n') + std::string(columns, ' ') + std::string(text);
}

std::optional<std::vector<ListItem>> split_list(std::string_view json, std::size_t max_items) {
  if (first_character(json) != '[') return std::vector<ListItem>{{json, 0, 0}};
  std::vector<ListItem> items;
  Cutter cutter(json);
  std::size_t begin = json.find('[') + 1;
  bool closed = false;
  for (const Mark& mark : marks(json, 1)) {
    const bool separates = mark.sign == ',' && mark.depth == 1;
    const bool closes = mark.sign == ']' && mark.depth == 0;
    if (closed || (!separates && !closes)) continue;
    closed = closes;
    const ListItem item = cutter.cut(begin, mark.at);
    const bool is_empty_list = closes && items.empty() && first_character(item.text) == '\0';
    if (!is_empty_list) items.push_back(item);
    if (items.size() > max_items) return std::nullopt;
    begin = mark.at + 1;
  }
  // Not closed, or something after it: the strict reader shall see all of the rest and say so.
  if (!closed || first_character(json.substr(begin)) != '\0') items.push_back(cutter.cut(begin, json.size()));
  return items;
}

bool has_member(std::string_view object, std::string_view name) {
  std::size_t depth = 0;
  for (std::size_t i = 0; i < object.size(); ++i) {
    if (object[i] == '{' || object[i] == '[') ++depth;
    if ((object[i] == '}' || object[i] == ']') && depth > 0) --depth;
    if (object[i] != '"') continue;
    const std::size_t end = after_string(object, i);
    if (depth == 1 && is_name(object, end) && decode_string(object.substr(i, end - i)) == name) return true;
    i = end - 1;
  }
  return false;
}

std::string with_member(std::string_view json, std::string_view name, std::string_view value) {
  const std::size_t brace = json.find('{');
  if (brace == std::string_view::npos) return std::string(json);
  const bool alone = first_character(json.substr(brace + 1)) == '}';
  return fmt::format("{}\"{}\": {}{}{}", json.substr(0, brace + 1), name, value, alone ? "" : ", ",
                     json.substr(brace + 1));
}

std::size_t line_of(std::string_view text, std::size_t at) {
  return 1 + static_cast<std::size_t>(std::ranges::count(text.substr(0, at), '\n'));
}

}  // namespace jumelage::tools
