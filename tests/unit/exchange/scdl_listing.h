// Reading the files of tests/data/scdl, and faults as lines to compare.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/files.h"
#include "exchange/scdl_rows.h"

namespace jumelage::exchange {

using Lines = std::vector<std::string>;

inline ScdlFile read_data(const std::string& name) {
  const auto bytes = read_file(std::string(JUMELAGE_TEST_DATA "/scdl/") + name, 1 << 20);
  EXPECT_TRUE(bytes.has_value()) << name;
  return bytes ? read_scdl(bytes.value()) : ScdlFile{};
}

// "line,column severity code COLUMN_NAME" of each fault.
inline Lines listing(const ScdlFile& file) {
  Lines out;
  for (const Fault& fault : file.faults.listed())
    out.push_back(std::to_string(fault.line) + "," + std::to_string(fault.column) +
                  (fault.severity == Severity::kError ? " error " : " warning ") + std::string(fault.code()) +
                  (fault.column_name.empty() ? "" : " ") + fault.column_name);
  return out;
}

}  // namespace jumelage::exchange
