// For this folder's .cc files only: LMDB's types and status numbers in ours.
#pragma once

#include <lmdb.h>

#include "base/bytes.h"
#include "base/error.h"
#include "store/store_error.h"

namespace jumelage::store {

inline MDB_val to_value(ByteView bytes) {
  return {bytes.size(), const_cast<std::uint8_t*>(bytes.data())};
}

inline ByteView to_view(const MDB_val& value) {
  return {static_cast<const std::uint8_t*>(value.mv_data), value.mv_size};
}

// Keys of the databases with MDB_INTEGERKEY: eight bytes in the machine's order, compared as numbers.
inline MDB_val to_integer_key(std::uint64_t& number) {
  return {sizeof number, &number};
}

// No room on the disk, in the quota, in the mapping, or in one transaction.
bool is_lack_of_space(int status);

// `doing`: "read a table", for "cannot read a table: ...".
Error lmdb_error(int status, std::string_view doing);

}  // namespace jumelage::store
