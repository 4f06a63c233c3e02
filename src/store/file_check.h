// For this folder's .cc files only: whether a database file holds all the pages that it says it has.
#pragma once

#include <filesystem>

#include "base/result.h"

struct MDB_env;

namespace jumelage::store {

// kDamaged when the file was cut off: reading beyond its end would end the process. `env` has it open.
Result<void> check_length(MDB_env* env, const std::filesystem::path& file);

}  // namespace jumelage::store
