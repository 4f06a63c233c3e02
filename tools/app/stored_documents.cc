#include "app/stored_documents.h"

namespace jumelage::tools {

StoredDocuments::~StoredDocuments() {
  for (const Digest& digest : added_) static_cast<void>(documents_.destroy(digest));
}

Result<void> StoredDocuments::put(const std::vector<NewDocument>& documents) {
  for (const NewDocument& document : documents) {
    JUMELAGE_TRY(const bool there, documents_.exists(document.digest));
    JUMELAGE_TRY(documents_.put(document.content));
    if (!there) added_.push_back(document.digest);
  }
  return ok();
}

}  // namespace jumelage::tools
