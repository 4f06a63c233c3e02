// Documents stored ahead of the acts that name them, and taken away again when the acts are not recorded.
#pragma once

#include <vector>

#include "app/new_document.h"
#include "store/documents.h"

namespace jumelage::tools {

class StoredDocuments {
 public:
  // `folder` of the ledger, founded or not; made when it is not there and there is something to put.
  explicit StoredDocuments(std::filesystem::path folder) : folder_(std::move(folder)), documents_(folder_) {}
  // Removes again what put() added, unless keep() was said.
  ~StoredDocuments();
  StoredDocuments(const StoredDocuments&) = delete;
  StoredDocuments& operator=(const StoredDocuments&) = delete;

  Result<void> put(const std::vector<NewDocument>& documents);
  void keep() { added_.clear(); }

 private:
  std::filesystem::path folder_;
  store::Documents documents_;
  std::vector<Digest> added_;
};

}  // namespace jumelage::tools
