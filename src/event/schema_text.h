// The schema files that define acts and entries, as they were when this program was built.
#pragma once

#include <span>
#include <string_view>

namespace jumelage::event {

struct SchemaFile {
  std::string_view name;  // "act.capnp"
  std::string_view text;
};

// In the order of their names.
std::span<const SchemaFile> schema_files();

}  // namespace jumelage::event
