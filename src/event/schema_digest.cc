#include "event/schema_digest.h"

#include <fmt/format.h>

#include "crypto/sha256.h"
#include "event/schema_text.h"

namespace jumelage::event {

Digest schema_digest() {
  crypto::Sha256 hash;
  for (const SchemaFile& file : schema_files()) {
    hash.update(as_bytes(fmt::format("{}\n{}\n", file.name, file.text.size())));
    hash.update(as_bytes(file.text));
  }
  return hash.finish();
}

}  // namespace jumelage::event
