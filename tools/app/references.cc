#include "app/references.h"

#include <fmt/format.h>

#include "app/json_scan.h"
#include "app/tool_error.h"
#include "base/hex.h"
#include "base/text.h"

namespace jumelage::tools {
namespace {

constexpr std::string_view kKey = "@key:";
constexpr std::string_view kFile = "@file:";
constexpr std::string_view kPersonal = "@personal:";

// "minutes.pdf;role=minutes" -> the path, and what follows it.
Result<std::pair<std::string, DocumentTraits>> split_traits(std::string_view words) {
  DocumentTraits traits;
  std::size_t end = words.find(';');
  std::string path(words.substr(0, end));
  while (end != std::string_view::npos) {
    words.remove_prefix(end + 1);
    end = words.find(';');
    const std::string_view trait = words.substr(0, end);
    const std::size_t equals = trait.find('=');
    if (equals == std::string_view::npos)
      return Error(ToolError::kBadReference,
                   fmt::format("\"{}\" should be NAME=VALUE, such as role=minutes", for_terminal(trait)));
    traits.insert_or_assign(std::string(trait.substr(0, equals)), std::string(trait.substr(equals + 1)));
  }
  return std::pair(std::move(path), std::move(traits));
}

class Resolver {
 public:
  Resolver(const KeyFolder& keys, const std::filesystem::path& folder) : keys_(keys), folder_(folder) {}

  // What stands for the value instead, as JSON.
  Result<std::string> replacement(std::string_view value) {
    if (value.starts_with(kKey)) return key(value.substr(kKey.size()));
    if (value.starts_with(kFile)) return file(value.substr(kFile.size()));
    return add(personal_document(value.substr(kPersonal.size())));
  }
  std::vector<NewDocument> take_documents() { return std::move(documents_); }

 private:
  Result<std::string> key(std::string_view name) const {
    JUMELAGE_TRY(const NamedKey found, keys_.find(name));
    return fmt::format("\"{}\"", to_hex(found.id.view()));
  }
  Result<std::string> file(std::string_view words) {
    JUMELAGE_TRY(const auto described, split_traits(words));
    return add(document_from_file(folder_ / described.first, described.second));
  }
  Result<std::string> add(Result<DescribedDocument> made) {
    if (!made) return made.error();
    documents_.push_back(std::move(made.value().document));
    return std::move(made.value().json);
  }

  const KeyFolder& keys_;
  const std::filesystem::path& folder_;
  std::vector<NewDocument> documents_;
};

bool is_reference(std::string_view token) {
  token.remove_prefix(1);
  return token.starts_with(kKey) || token.starts_with(kFile) || token.starts_with(kPersonal);
}

}  // namespace

Result<Resolved> resolve_references(std::string_view json, const KeyFolder& keys, const std::filesystem::path& folder) {
  Resolver resolver(keys, folder);
  Resolved out;
  std::size_t copied = 0;
  for (const StringToken& token : string_tokens(json)) {
    const std::string_view raw = json.substr(token.begin, token.end - token.begin);
    if (token.is_name || !is_reference(raw)) continue;
    const auto value = decode_string(raw);
    if (!value) continue;  // the strict reader will complain
    auto replacement = resolver.replacement(*value);
    if (!replacement)
      return Error(ToolError::kBadReference,
                   fmt::format("line {}: {}: {}", line_of(json, token.begin), for_terminal(value->substr(0, 80)),
                               replacement.error().message()));
    out.json.append(json.substr(copied, token.begin - copied)).append(replacement.value());
    copied = token.end;
  }
  out.json.append(json.substr(copied));
  out.documents = resolver.take_documents();
  return out;
}

}  // namespace jumelage::tools
