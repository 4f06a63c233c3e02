#include "event/json_value.h"

#include <fmt/format.h>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "event/limits.h"

namespace jumelage::event {
namespace {

using Size = rapidjson::SizeType;

// RapidJSON calls it for every token; false stops the parse.
class Collector {
 public:
  Collector(std::string_view json, const rapidjson::MemoryStream& stream) : json_(json), stream_(&stream) {}

  bool Null() { return scalar(JsonValue::Type::kNull, 4) != nullptr; }
  bool Bool(bool b) {
    JsonValue* value = scalar(JsonValue::Type::kBoolean, b ? 4 : 5);
    if (value != nullptr) value->boolean = b;
    return value != nullptr;
  }
  bool RawNumber(const char* text, Size size, bool) { return with_text(JsonValue::Type::kNumber, text, size, size); }
  bool String(const char* text, Size size, bool) {
    const std::size_t at = start_of_string();
    return is_text({text, size}, at) && with_text(JsonValue::Type::kString, text, size, stream_->Tell() - at);
  }
  bool Key(const char* text, Size size, bool) {
    auto& members = open_.back()->members;
    const std::string_view name(text, size);
    const std::size_t at = start_of_string();
    if (!is_text(name, at)) return false;
    if (std::ranges::any_of(members, [name](const JsonMember& m) { return m.name == name; }))
      return fail(EventError::kDuplicateField, at,
                  fmt::format("\"{}\" is given twice", for_terminal(name.substr(0, 64))));
    if (members.size() == kMaxJsonFields)
      return fail(EventError::kTooLarge, at, fmt::format("more than {} fields in one object", kMaxJsonFields));
    members.push_back({std::string(name), at, {}});
    return true;
  }
  bool StartObject() { return open(JsonValue::Type::kObject); }
  bool EndObject(Size) { return close(); }
  bool StartArray() { return open(JsonValue::Type::kList); }
  bool EndArray(Size) { return close(); }
  // Numbers arrive as RawNumber.
  bool Int(int) { return false; }
  bool Uint(unsigned) { return false; }
  bool Int64(std::int64_t) { return false; }
  bool Uint64(std::uint64_t) { return false; }
  bool Double(double) { return false; }

  JsonValue take() { return std::move(root_); }
  const std::optional<Error>& error() const { return error_; }

 private:
  bool fail(EventError code, std::size_t at, std::string text) {
    error_ = Error(code, place_in(json_, at) + ": " + std::move(text));
    return false;
  }

  // RapidJSON lets escapes through that stand for no character: U+0000, and the second half of a surrogate pair.
  bool is_text(std::string_view text, std::size_t at) {
    if (!first_bad_utf8(text)) return true;
    return fail(EventError::kBadText, at, "an escape in this text stands for no character");
  }

  // The stream stands behind the closing quote. Within the string every quote has a backslash before it; before the
  // opening one there is none, or nothing at all.
  std::size_t start_of_string() const {
    std::size_t i = stream_->Tell() - 2;
    while (json_[i] != '"' || (i > 0 && json_[i - 1] == '\\')) --i;
    return i;
  }

  JsonValue* add(JsonValue::Type type, std::size_t at) {
    if (++count_ > kMaxJsonValues) {
      fail(EventError::kTooLarge, at, fmt::format("more than {} values", kMaxJsonValues));
      return nullptr;
    }
    JsonValue* value = &root_;
    if (!open_.empty() && open_.back()->type == JsonValue::Type::kList) value = &open_.back()->items.emplace_back();
    if (!open_.empty() && open_.back()->type == JsonValue::Type::kObject) value = &open_.back()->members.back().value;
    value->type = type;
    value->at = at;
    return value;
  }
  JsonValue* scalar(JsonValue::Type type, std::size_t size) { return add(type, stream_->Tell() - size); }
  bool with_text(JsonValue::Type type, const char* text, Size size, std::size_t written_size) {
    JsonValue* value = scalar(type, written_size);
    if (value != nullptr) value->text.assign(text, size);
    return value != nullptr;
  }
  bool open(JsonValue::Type type) {
    if (open_.size() == kMaxJsonDepth)
      return fail(EventError::kTooLarge, stream_->Tell(), fmt::format("nested more than {} deep", kMaxJsonDepth));
    JsonValue* value = scalar(type, 0);  // the bracket is not taken yet
    if (value != nullptr) open_.push_back(value);
    return value != nullptr;
  }
  bool close() {
    open_.pop_back();
    return true;
  }

  std::string_view json_;
  const rapidjson::MemoryStream* stream_;
  JsonValue root_;
  std::vector<JsonValue*> open_;  // stays valid: only the innermost one's children move
  std::size_t count_ = 0;
  std::optional<Error> error_;
};

}  // namespace

Result<JsonValue> parse_json(std::string_view json) {
  if (json.size() > kMaxJsonBytes)
    return Error(EventError::kTooLarge,
                 fmt::format("the JSON is {} bytes long; at most {} are allowed", json.size(), kMaxJsonBytes));
  if (const auto bad = first_bad_utf8(json))
    return Error(EventError::kBadJson, place_in(json, *bad) + ": a byte that is not UTF-8 text");

  static constexpr unsigned kFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag;
  rapidjson::MemoryStream stream(json.data(), json.size());
  rapidjson::Reader reader;
  Collector collector(json, stream);
  const auto result = reader.Parse<kFlags>(stream, collector);
  if (collector.error()) return *collector.error();
  if (result.IsError())
    return Error(EventError::kBadJson,
                 fmt::format("{}: {}", place_in(json, result.Offset()), rapidjson::GetParseError_En(result.Code())));
  return collector.take();
}

std::string place_in(std::string_view json, std::size_t at) {
  const std::string_view before = json.substr(0, std::min(at, json.size()));
  const auto lines = std::ranges::count(before, '\n');
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  const auto columns = std::ranges::count_if(before.substr(line_start), [](char c) { return (c & 0xc0) != 0x80; });
  return fmt::format("line {}, column {}", lines + 1, columns + 1);
}

std::string_view type_name(JsonValue::Type type) {
  switch (type) {
    case JsonValue::Type::kNull: return "null";
    case JsonValue::Type::kBoolean: return "true or false";
    case JsonValue::Type::kNumber: return "a number";
    case JsonValue::Type::kString: return "a text";
    case JsonValue::Type::kList: return "a list";
    case JsonValue::Type::kObject: return "an object";
  }
  return "";
}

}  // namespace jumelage::event
