// For this folder's own files: OpenSSL's objects with owners, and PEM in memory.
#pragma once

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/result.h"
#include "crypto/crypto_error.h"

namespace jumelage::crypto {

template <auto kFree>
struct FreeWith {
  template <class T>
  void operator()(T* object) const {
    kFree(object);
  }
};
template <class T, auto kFree>
using Owned = std::unique_ptr<T, FreeWith<kFree>>;

using OwnedBio = Owned<BIO, BIO_free_all>;
using OwnedPkey = Owned<EVP_PKEY, EVP_PKEY_free>;

struct Pem {
  std::string label;  // "PUBLIC KEY"
  Bytes der;
};

// The first PEM block of the text, which must not have headers of the old encrypted kind. kNotAKeyFile.
Result<Pem> read_pem(std::string_view text);

std::string write_pem(std::string_view label, ByteView der);

}  // namespace jumelage::crypto
