#include "app/stored_documents.h"

#include <sys/stat.h>

#include <system_error>

namespace jumelage::tools {

StoredDocuments::~StoredDocuments() {
  for (const Digest& digest : added_) static_cast<void>(documents_.destroy(digest));
}

Result<void> StoredDocuments::put(const std::vector<NewDocument>& documents) {
  if (documents.empty()) return ok();
  std::error_code ignored;
  std::filesystem::create_directories(folder_.parent_path(), ignored);
  ::mkdir(folder_.c_str(), 0700);  // whether it worked shows when a document is put
  for (const NewDocument& document : documents) {
    JUMELAGE_TRY(const bool there, documents_.exists(document.digest));
    JUMELAGE_TRY(documents_.put(document.content));
    if (!there) added_.push_back(document.digest);
  }
  return ok();
}

}  // namespace jumelage::tools
