#pragma once

#include "base/ids.h"

namespace jumelage::event {

// SHA-256 over the files that define acts and entries, in the order of their names, each as its name, LF, its size in
// bytes as a decimal number, LF, its bytes (docs/formats/evolution.md).
Digest schema_digest();

}  // namespace jumelage::event
