// SHA-256 (FIPS 180-4), the only hash of the house.
#pragma once

#include <initializer_list>
#include <memory>

#include "base/bytes.h"
#include "base/ids.h"

struct evp_md_ctx_st;  // OpenSSL stays behind this header

namespace jumelage::crypto {

// A message in pieces. Belongs to one thread at a time. Making one costs more than hashing a short message:
// keep it and use it again.
class Sha256 {
 public:
  Sha256();
  Sha256(Sha256&&) noexcept = default;
  Sha256& operator=(Sha256&&) noexcept = default;
  ~Sha256() = default;

  void update(ByteView bytes);
  // The digest of everything since the last finish(); then an empty message begins.
  Digest finish();

 private:
  struct Free {
    void operator()(evp_md_ctx_st* context) const;
  };
  std::unique_ptr<evp_md_ctx_st, Free> context_;
};

// One message, whole or as parts that follow each other. Thread-safe; allocates nothing after a thread's first call.
Digest sha256(ByteView bytes);
Digest sha256(std::initializer_list<ByteView> parts);

}  // namespace jumelage::crypto
