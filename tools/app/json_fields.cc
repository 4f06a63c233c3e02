#include "app/json_fields.h"

#include <fmt/format.h>
#include <rapidjson/pointer.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "app/tool_error.h"
#include "base/text.h"

namespace jumelage::tools {
namespace {

std::string text_json(std::string_view text) {
  const rapidjson::Value value(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  return json_of(value);
}

rapidjson::Pointer parsed(const std::string& pointer) {
  return {pointer.data(), pointer.size()};
}

Error no_field(const std::string& path) {
  return Error(ToolError::kUsage,
               fmt::format("there is no field \"{}\"; their names are those of the JSON form", for_terminal(path)));
}

// Lists grow by one item at a time, so that no number makes them grow beyond what there is.
bool has_place(const rapidjson::Document& json, const std::string& pointer) {
  const std::size_t last = pointer.rfind('/');
  const rapidjson::Value* around = parsed(pointer.substr(0, last)).Get(json);
  if (around == nullptr) return false;
  if (!around->IsArray()) return around->IsObject();
  const rapidjson::SizeType size = around->Size();
  return parsed(pointer).Get(json) != nullptr || pointer.substr(last + 1) == std::to_string(size);
}

}  // namespace

std::string pointer_of(std::string_view path) {
  std::string out = "/";
  for (const char c : path)
    if (c != ']') out += c == '.' || c == '[' ? '/' : c;
  return out;
}

std::string json_of(const rapidjson::Value& value) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  value.Accept(writer);
  return {buffer.GetString(), buffer.GetSize()};
}

std::string value_of(const std::string& typed, const rapidjson::Value* was) {
  if (was != nullptr && was->IsString()) return text_json(typed);
  rapidjson::Document parsed;
  parsed.Parse(typed.data(), typed.size());
  return parsed.HasParseError() ? text_json(typed) : typed;
}

Result<void> set_field(rapidjson::Document& json, const std::string& path, const std::string& typed) {
  const std::string pointer = pointer_of(path);
  if (!parsed(pointer).IsValid() || !has_place(json, pointer)) return no_field(path);
  const std::string text = value_of(typed, parsed(pointer).Get(json));
  rapidjson::Document value(&json.GetAllocator());
  value.Parse(text.data(), text.size());
  parsed(pointer).Set(json, value);
  return ok();
}

Result<void> remove_field(rapidjson::Document& json, const std::string& path) {
  const std::string pointer = pointer_of(path);
  if (!parsed(pointer).IsValid() || !parsed(pointer).Erase(json)) return no_field(path);
  return ok();
}

}  // namespace jumelage::tools
