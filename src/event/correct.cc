#include "event/correct.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <vector>

#include "base/text.h"
#include "event/json.h"
#include "event/json_string.h"
#include "event/json_value.h"

namespace jumelage::event {
namespace {

using Type = JsonValue::Type;

std::string shown(std::string_view text) {
  return for_terminal(text.substr(0, 256));
}

Error nowhere(std::string_view path) {
  return {EventError::kUnknownField,
          fmt::format("{}: the act corrected has no such place; write the path as its JSON form has it", shown(path))};
}

// One step of a path: a member's name, or an item's place.
struct Step {
  std::string_view name;
  std::size_t place = 0;
  bool is_item = false;
};

std::optional<Step> item_step(std::string_view digits) {
  Step step;
  step.is_item = true;
  const bool plain = !digits.empty() && digits.size() <= 6 && (digits == "0" || digits.front() != '0');
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), step.place);
  if (!plain || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return step;
}

// Nothing: not a path. One field has one spelling.
std::optional<std::vector<Step>> steps_of(std::string_view path) {
  std::vector<Step> steps;
  while (!path.empty()) {
    if (path.front() == '[') {
      const std::size_t close = path.find(']');
      const auto step = close == path.npos ? std::nullopt : item_step(path.substr(1, close - 1));
      if (!step || steps.empty()) return std::nullopt;
      steps.push_back(*step);
      path.remove_prefix(close + 1);
    } else {
      if (!steps.empty()) {
        if (path.front() != '.') return std::nullopt;
        path.remove_prefix(1);
      }
      const std::size_t end = std::min(path.find_first_of(".["), path.size());
      if (end == 0) return std::nullopt;
      steps.push_back({path.substr(0, end)});
      path.remove_prefix(end);
    }
  }
  if (steps.empty()) return std::nullopt;
  return steps;
}

bool same(const JsonValue& a, const JsonValue& b) {
  if (a.type != b.type || a.boolean != b.boolean || a.text != b.text) return false;
  const auto same_member = [](const JsonMember& x, const JsonMember& y) {
    return x.name == y.name && same(x.value, y.value);
  };
  const auto by_name = [](const JsonMember& x, const JsonMember& y) { return x.name < y.name; };
  std::vector<JsonMember> left = a.members;
  std::vector<JsonMember> right = b.members;
  std::ranges::sort(left, by_name);
  std::ranges::sort(right, by_name);
  return std::ranges::equal(left, right, same_member) && std::ranges::equal(a.items, b.items, same);
}

// Where a step leads. Null: nowhere yet, but the place could be filled.
Result<JsonValue*> follow(JsonValue& from, const Step& step, std::string_view path) {
  if (step.is_item) {
    if (from.type != Type::kList || step.place > from.items.size()) return nowhere(path);
    return step.place == from.items.size() ? nullptr : &from.items[step.place];
  }
  if (from.type != Type::kObject) return nowhere(path);
  const auto found = std::ranges::find(from.members, step.name, &JsonMember::name);
  return found == from.members.end() ? nullptr : &found->value;
}

void fill(JsonValue& in, const Step& step, JsonValue value) {
  if (step.is_item) {
    in.items.push_back(std::move(value));
  } else {
    in.members.push_back({std::string(step.name), 0, std::move(value)});
  }
}

// A place that holds something which is to go is emptied; what is empty is taken out at the end, so that the places of
// a list stay what they were. Acts have no null of their own.
void take_out_empty(JsonValue& value) {
  const auto is_empty = [](const JsonValue& one) { return one.type == Type::kNull; };
  std::erase_if(value.items, is_empty);
  std::erase_if(value.members, [&](const JsonMember& member) { return is_empty(member.value); });
  for (JsonValue& item : value.items) take_out_empty(item);
  for (JsonMember& member : value.members) take_out_empty(member.value);
}

void write(const JsonValue& value, std::string& out) {
  std::string_view separator;
  switch (value.type) {
    case Type::kNull: out += "null"; return;
    case Type::kBoolean: out += value.boolean ? "true" : "false"; return;
    case Type::kNumber: out += value.text; return;
    case Type::kString: out += json_string(value.text); return;
    case Type::kList:
      out += '[';
      for (const JsonValue& item : value.items) {
        out += separator;
        write(item, out);
        separator = ",";
      }
      out += ']';
      return;
    case Type::kObject:
      out += '{';
      for (const JsonMember& member : value.members) {
        out += separator;
        out += json_string(member.name) + ":";
        write(member.value, out);
        separator = ",";
      }
      out += '}';
      return;
  }
}

Result<JsonValue> parse_part(std::string_view json, std::string_view path, std::string_view which) {
  auto parsed = parse_json(json);
  if (parsed && parsed.value().type != Type::kNull) return parsed;
  return Error(EventError::kBadJson, fmt::format("{}: `{}` is not the JSON of a value{}", shown(path), which,
                                                 parsed ? "" : ": " + std::string(parsed.error().message())));
}

Result<void> check_was(const FieldCorrection& correction, const JsonValue* there) {
  if (!correction.was) {
    if (there == nullptr) return ok();
    return Error(EventError::kBadField,
                 fmt::format("{}: is there, so say in `was` what it says", shown(correction.path)));
  }
  JUMELAGE_TRY(const JsonValue was, parse_part(*correction.was, correction.path, "was"));
  if (there != nullptr && same(*there, was)) return ok();
  std::string says = "nothing";
  if (there != nullptr) {
    says.clear();
    write(*there, says);
  }
  return Error(EventError::kBadField, fmt::format("{}: was not {} but {}; look at the act again",
                                                  shown(correction.path), shown(*correction.was), shown(says)));
}

Result<void> correct_one(JsonValue& act, const FieldCorrection& correction) {
  const auto steps = steps_of(correction.path);
  if (!steps) return nowhere(correction.path);
  JsonValue* at = &act;
  for (std::size_t i = 0; i + 1 < steps->size(); ++i) {
    JUMELAGE_TRY(at, follow(*at, (*steps)[i], correction.path));
    if (at == nullptr) return nowhere(correction.path);
  }
  JUMELAGE_TRY(JsonValue * place, follow(*at, steps->back(), correction.path));
  JUMELAGE_TRY(check_was(correction, place));
  if (!correction.was && !correction.is)
    return Error(EventError::kBadField, fmt::format("{}: neither was nor should be there", shown(correction.path)));
  JsonValue is;
  if (correction.is) {
    JUMELAGE_TRY(is, parse_part(*correction.is, correction.path, "is"));
  }
  if (place != nullptr) {
    *place = std::move(is);
  } else {
    fill(*at, steps->back(), std::move(is));
  }
  return ok();
}

// Each field is corrected once, and not a part of it as well.
Result<void> check_apart(std::span<const FieldCorrection> corrections) {
  std::vector<std::string_view> paths;
  for (const FieldCorrection& one : corrections) paths.push_back(one.path);
  std::ranges::sort(paths);
  for (std::size_t i = 0; i < paths.size(); ++i)
    for (std::size_t j = i + 1; j < paths.size() && paths[j].starts_with(paths[i]); ++j) {
      const std::string_view rest = paths[j].substr(paths[i].size());
      if (rest.empty() || rest.front() == '.' || rest.front() == '[')
        return Error(EventError::kDuplicateField, fmt::format("{}: is corrected twice", shown(paths[j])));
    }
  return ok();
}

}  // namespace

Result<Act> corrected(const Act& act, std::span<const FieldCorrection> corrections) {
  JUMELAGE_TRY(check_apart(corrections));
  JUMELAGE_TRY(JsonValue json, parse_json(act_to_json(act, {.pretty = false})));
  for (const FieldCorrection& correction : corrections) {
    JUMELAGE_TRY(correct_one(json, correction));
  }
  take_out_empty(json);
  std::string text;
  write(json, text);
  JUMELAGE_TRY(const ActBuilder built, act_from_json(text));
  return Act::parse(built.canonical());
}

}  // namespace jumelage::event
