// For this folder's own files: how a private key file is encrypted, and what of it is believed before it is decrypted.
#pragma once

#include "base/result.h"
#include "crypto/crypto_error.h"
#include "crypto/pem.h"

namespace jumelage::crypto {

using OwnedAlgorithm = Owned<X509_ALGOR, X509_ALGOR_free>;

// PBES2 with scrypt and AES-256-CBC, under a fresh salt and initialisation vector.
OwnedAlgorithm new_protection();

// kUnsupportedProtection unless it is the same method, with parameters that cannot keep the machine busy.
Result<void> check_protection(const X509_ALGOR& algorithm);

}  // namespace jumelage::crypto
