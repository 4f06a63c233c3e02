// A document on its way into a ledger: its bytes, and what an act says of it.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/ids.h"
#include "base/result.h"

namespace jumelage::tools {

struct NewDocument {
  Digest digest;
  Bytes content;
  std::string file = {};        // where it was read from; empty: made here, or brought by a draft
  std::string visibility = {};  // in the schema's words, as the act says it; empty: not known
};

std::vector<ByteView> contents_of(const std::vector<NewDocument>& documents);

// "role" -> "minutes" and so on, by the names of schema DocumentRef: mediaType, title, language, role, standing,
// visibility, erasable. What is not said is guessed from the file, or else text, authentic, public, not erasable. A
// file of role personal must be a personal document already; it is for members, erasable, and has no title.
using DocumentTraits = std::map<std::string, std::string, std::less<>>;

struct DescribedDocument {
  NewDocument document;
  std::string json;  // a DocumentRef on one line
};

// file.*, ToolError::kUsage for a trait that does not exist or has no such value, kBadDocument for a file of role
// personal without salt.
Result<DescribedDocument> document_from_file(const std::filesystem::path& file, const DocumentTraits& traits);

// As an option names it: a file, or "fr=charter.txt" for one in a language. Commands have this one form.
Result<DescribedDocument> document_from_word(const std::string& word, std::string_view role);

// A personal document (ledger/personal_document.h) with fresh salt: erasable, for members only.
Result<DescribedDocument> personal_document(std::string_view content);

// By the ending of the name; application/octet-stream when it says nothing.
std::string_view media_type_of(const std::filesystem::path& file);

}  // namespace jumelage::tools
