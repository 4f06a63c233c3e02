#include "app/json_output.h"

#include <rapidjson/memorystream.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/reader.h>
#include <rapidjson/stringbuffer.h>

#include <vector>

#include "base/check.h"

namespace jumelage::tools {
namespace {

rapidjson::SizeType size_of(std::string_view text) {
  return static_cast<rapidjson::SizeType>(text.size());
}

}  // namespace

struct JsonOutput::Impl {
  rapidjson::StringBuffer buffer;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> writer{buffer};
  std::vector<bool> objects;  // of what is open: is it an object?

  void name(std::string_view name) { writer.Key(name.data(), size_of(name)); }
  void text(std::string_view value) { writer.String(value.data(), size_of(value)); }
  // Written anew, so that it is indented like what is around it.
  void raw(std::string_view json) {
    rapidjson::Reader reader;
    rapidjson::MemoryStream stream(json.data(), json.size());
    JUMELAGE_CHECK(!reader.Parse(stream, writer).IsError(), "what is JSON already can be read");
  }
  void open(bool object) {
    objects.push_back(object);
    object ? writer.StartObject() : writer.StartArray();
  }
};

JsonOutput::JsonOutput() : impl_(std::make_unique<Impl>()) {
  impl_->writer.SetIndent(' ', 2);
}
JsonOutput::~JsonOutput() = default;

JsonOutput& JsonOutput::object() {
  impl_->open(true);
  return *this;
}
JsonOutput& JsonOutput::object(std::string_view name) {
  impl_->name(name);
  return object();
}
JsonOutput& JsonOutput::list() {
  impl_->open(false);
  return *this;
}
JsonOutput& JsonOutput::list(std::string_view name) {
  impl_->name(name);
  return list();
}

JsonOutput& JsonOutput::end() {
  JUMELAGE_CHECK(!impl_->objects.empty(), "only what was begun is ended");
  impl_->objects.back() ? impl_->writer.EndObject() : impl_->writer.EndArray();
  impl_->objects.pop_back();
  return *this;
}

JsonOutput& JsonOutput::text(std::string_view name, std::string_view value) {
  impl_->name(name);
  impl_->text(value);
  return *this;
}
JsonOutput& JsonOutput::optional_text(std::string_view name, std::string_view value) {
  return value.empty() ? *this : text(name, value);
}
JsonOutput& JsonOutput::number(std::string_view name, std::uint64_t value) {
  impl_->name(name);
  impl_->writer.Uint64(value);
  return *this;
}
JsonOutput& JsonOutput::flag(std::string_view name, bool value) {
  impl_->name(name);
  impl_->writer.Bool(value);
  return *this;
}
JsonOutput& JsonOutput::raw(std::string_view name, std::string_view json) {
  impl_->name(name);
  impl_->raw(json);
  return *this;
}
JsonOutput& JsonOutput::item(std::string_view value) {
  impl_->text(value);
  return *this;
}
JsonOutput& JsonOutput::raw_item(std::string_view json) {
  impl_->raw(json);
  return *this;
}

std::string JsonOutput::take() {
  JUMELAGE_CHECK(impl_->objects.empty(), "JSON is taken when everything is ended");
  return std::string(impl_->buffer.GetString(), impl_->buffer.GetSize()) + "\n";
}

}  // namespace jumelage::tools
