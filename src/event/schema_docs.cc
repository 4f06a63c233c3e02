#include "event/schema_docs.h"

#include <map>
#include <string_view>

#include "event/field_rules.h"
#include "event/schema_text.h"

namespace jumelage::event {
namespace {

using Docs = std::map<std::string, std::vector<std::string>, std::less<>>;

// Goes through one file line by line. The files are our own and keep to one declaration a line.
class Scanner {
 public:
  Scanner(const SchemaFile& file, Docs& docs) : docs_(&docs) { scopes_.push_back(std::string(file.name) + ":"); }

  void line(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    if (text.starts_with("#")) return comment(text.substr(1));
    if (text.starts_with("}")) return leave();
    if (text.ends_with("{")) return enter(text);
    const std::size_t end = text.find(" @");
    declared_ = end == std::string_view::npos ? std::string() : scopes_.back() + "." + std::string(text.substr(0, end));
  }

 private:
  void comment(std::string_view text) {
    if (declared_.empty()) return;
    text.remove_prefix(text.starts_with(" ") ? 1 : 0);
    (*docs_)[declared_].emplace_back(text);
  }
  void enter(std::string_view text) {
    const bool is_union = text.starts_with("union");
    const std::size_t name = text.find(' ') + 1;
    const std::string_view separator = scopes_.size() == 1 ? "" : ".";
    scopes_.push_back(is_union ? scopes_.back()
                               : scopes_.back() + std::string(separator) +
                                     std::string(text.substr(name, text.find(' ', name) - name)));
    declared_ = is_union ? std::string() : scopes_.back();
  }
  void leave() {
    declared_.clear();
    if (scopes_.size() > 1) scopes_.pop_back();
  }

  Docs* docs_;
  std::vector<std::string> scopes_;  // "act.capnp:", "act.capnp:Act"
  std::string declared_;             // the last one declared
};

Docs scan() {
  Docs out;
  for (const SchemaFile& file : schema_files()) {
    Scanner scanner(file, out);
    for (std::size_t at = 0; at < file.text.size();) {
      const std::size_t end = std::min(file.text.find('\n', at), file.text.size());
      scanner.line(file.text.substr(at, end - at));
      at = end + 1;
    }
  }
  return out;
}

std::vector<std::string> find(const std::string& name) {
  static const Docs docs = scan();
  const auto found = docs.find(name);
  return found == docs.end() ? std::vector<std::string>() : found->second;
}

// "act.capnp:Act", whatever folder the schema was compiled in.
std::string scope_of(capnp::StructSchema schema) {
  const std::string name = schema.getProto().getDisplayName();
  return name.substr(name.rfind('/') + 1);
}

}  // namespace

std::vector<std::string> docs_of(capnp::StructSchema::Field field) {
  return find(scope_of(field.getContainingStruct()) + "." + std::string(name_of(field)));
}

std::vector<std::string> docs_of(capnp::StructSchema schema) {
  return find(scope_of(schema));
}

}  // namespace jumelage::event
