#include "app/new_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/tool_error.h"
#include "base/files.h"
#include "base/text.h"
#include "crypto/sha256.h"
#include "event/json.h"
#include "ledger/personal_document.h"
#include "schema/common.capnp.h"
#include "store/documents.h"

namespace jumelage::tools {
namespace {

using capnp::DynamicStruct;

struct MediaType {
  std::string_view ending;
  std::string_view type;
};
constexpr auto kMediaTypes = std::to_array<MediaType>({
    {".pdf", "application/pdf"},
    {".txt", "text/plain; charset=utf-8"},
    {".md", "text/markdown; charset=utf-8"},
    {".html", "text/html; charset=utf-8"},
    {".csv", "text/csv; charset=utf-8"},
    {".json", "application/json"},
    {".xml", "application/xml"},
    {".odt", "application/vnd.oasis.opendocument.text"},
    {".ods", "application/vnd.oasis.opendocument.spreadsheet"},
    {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {".jpg", "image/jpeg"},
    {".jpeg", "image/jpeg"},
    {".png", "image/png"},
    {".tif", "image/tiff"},
    {".tiff", "image/tiff"},
});

constexpr auto kTraits =
    std::to_array<std::string_view>({"mediaType", "title", "language", "role", "standing", "visibility", "erasable"});

// The reference is made as JSON and read back by the schema, which knows what each trait may be.
Result<std::string> reference_json(const NewDocument& document, DocumentTraits traits) {
  capnp::MallocMessageBuilder message;
  auto ref = message.initRoot<schema::DocumentRef>();
  ref.setDigest({document.digest.bytes.data(), document.digest.bytes.size()});
  ref.setSize(document.content.size());
  DynamicStruct::Builder fields = ref;
  for (const auto& [name, value] : traits) {
    const auto wrong = [&, name = name, value = value] {
      return Error(ToolError::kUsage,
                   fmt::format("\"{}\" is not a {} that a document can have; see: jumelage document add --help",
                               for_terminal(value), for_terminal(name)));
    };
    if (std::ranges::find(kTraits, name) == kTraits.end())
      return Error(ToolError::kUsage, fmt::format("a document has no trait \"{}\"; there are: {}", for_terminal(name),
                                                  fmt::join(kTraits, ", ")));
    if (name == "erasable") {
      if (value != "true" && value != "false") return wrong();
      ref.setErasable(value == "true");
      continue;
    }
    const auto field = fields.getSchema().getFieldByName(name);
    if (!field.getType().isEnum()) {
      fields.set(field, capnp::Text::Reader(value));
      continue;
    }
    KJ_IF_MAYBE (enumerant, field.getType().asEnum().findEnumerantByName(value)) {
      fields.set(field, capnp::DynamicEnum(*enumerant));
    } else {
      return wrong();
    }
  }
  return event::struct_to_json(ref.asReader(), {.pretty = false});
}

Result<DescribedDocument> describe(Bytes content, DocumentTraits traits) {
  DescribedDocument out;
  out.document.digest = crypto::sha256(content);
  out.document.content = std::move(content);
  const auto visibility = traits.find("visibility");
  out.document.visibility = visibility == traits.end() ? "public" : visibility->second;
  JUMELAGE_TRY(out.json, reference_json(out.document, std::move(traits)));
  return out;
}

Result<DescribedDocument> describe_file(const std::filesystem::path& file, Bytes content, DocumentTraits traits) {
  JUMELAGE_TRY(auto described, describe(std::move(content), std::move(traits)));
  described.document.file = file.string();
  return described;
}

const auto kPersonalTraits = std::to_array<std::pair<const std::string, std::string>>(
    {{"mediaType", "application/octet-stream"}, {"role", "personal"}, {"visibility", "members"}, {"erasable", "true"}});

// What an act says of a document stays in the log for ever: of a personal one, nothing that points to the person.
Result<void> check_personal(const std::filesystem::path& file, ByteView content, const DocumentTraits& traits) {
  if (traits.contains("title"))
    return Error(ToolError::kUsage,
                 "a personal document has no title: it would stand in the log for ever, also when the document is "
                 "erased");
  if (const auto text = ledger::read_personal_document(content); !text)
    return Error(ToolError::kBadDocument,
                 fmt::format("{} is no personal document: without salt its digest would give the name away for ever. "
                             "Make one from its text: jumelage document personal --file FILE",
                             for_terminal(file.string())));
  return ok();
}

// "fr=charter.txt"; a file whose own name has an equals sign is a file.
struct NamedFile {
  std::filesystem::path file;
  std::string language;
};
NamedFile named_file(const std::string& word) {
  std::error_code error;
  const std::size_t equals = word.find('=');
  const bool has_language = equals != std::string::npos && equals > 0 && !std::filesystem::exists(word, error);
  if (!has_language) return {word, ""};
  return {word.substr(equals + 1), word.substr(0, equals)};
}

}  // namespace

std::vector<ByteView> contents_of(const std::vector<NewDocument>& documents) {
  std::vector<ByteView> out;
  for (const NewDocument& document : documents) out.emplace_back(document.content);
  return out;
}

std::string_view media_type_of(const std::filesystem::path& file) {
  std::string ending = file.extension().string();
  for (char& c : ending)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  const auto found = std::ranges::find(kMediaTypes, ending, &MediaType::ending);
  return found == kMediaTypes.end() ? "application/octet-stream" : found->type;
}

Result<DescribedDocument> document_from_file(const std::filesystem::path& file, const DocumentTraits& traits) {
  JUMELAGE_TRY(Bytes content, read_file(file, store::kMaxDocumentBytes));
  if (content.empty())
    return Error(ToolError::kUsage, fmt::format("{} is empty; a document has content", for_terminal(file.string())));
  DocumentTraits all = traits;
  if (const auto role = all.find("role"); role != all.end() && role->second == "personal") {
    JUMELAGE_TRY(check_personal(file, content, all));
    for (const auto& [name, value] : kPersonalTraits) all.try_emplace(std::string(name), value);
    return describe_file(file, std::move(content), std::move(all));
  }
  all.try_emplace("mediaType", media_type_of(file));
  // As it is: whoever shows it escapes it.
  if (!first_bad_utf8(file.filename().string())) all.try_emplace("title", file.filename().string());
  return describe_file(file, std::move(content), std::move(all));
}

Result<DescribedDocument> document_from_word(const std::string& word, std::string_view role) {
  const NamedFile named = named_file(word);
  DocumentTraits traits{{"role", std::string(role)}};
  if (!named.language.empty()) traits.emplace("language", named.language);
  return document_from_file(named.file, traits);
}

Result<DescribedDocument> personal_document(std::string_view content) {
  JUMELAGE_TRY(Bytes bytes, ledger::make_personal_document(content));
  return describe(std::move(bytes), {kPersonalTraits.begin(), kPersonalTraits.end()});
}

}  // namespace jumelage::tools
