// The parts of one ledger folder, opened together.
#pragma once

#include <filesystem>
#include <memory>

#include "projection/register_tables.h"
#include "store/documents.h"
#include "store/environment.h"
#include "store/log.h"
#include "store/tables.h"
#include "store/tree_store.h"

namespace jumelage::ledger {

// Movable; every member but the environment is stateless.
struct Stores {
  std::unique_ptr<store::Environment> environment;
  store::Log log;
  store::TreeStore tree;
  store::Tables tables;
  store::Meta meta;
  store::Documents documents;

  explicit Stores(std::unique_ptr<store::Environment> opened)
      : environment(std::move(opened)),
        log(*environment),
        tree(*environment),
        tables(*environment),
        meta(*environment),
        documents(environment->folder()) {}
};

}  // namespace jumelage::ledger
