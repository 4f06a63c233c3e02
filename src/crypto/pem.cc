#include "crypto/pem.h"

#include <fmt/format.h>
#include <openssl/err.h>
#include <openssl/pem.h>

#include "base/check.h"
#include "crypto/key_file.h"

namespace jumelage::crypto {
namespace {

struct FreeOpenssl {
  void operator()(void* memory) const { OPENSSL_free(memory); }
};
template <class T>
using OwnedMemory = std::unique_ptr<T, FreeOpenssl>;

Error not_a_key_file(std::string_view what) {
  return {CryptoError::kNotAKeyFile, fmt::format("{}; give a key file that begins with -----BEGIN ... KEY-----", what)};
}

}  // namespace

Result<Pem> read_pem(std::string_view text) {
  if (text.size() > kMaxKeyFileBytes) return not_a_key_file("the text is larger than any key file (16 KiB)");
  if (text.empty()) return not_a_key_file("the file is empty");
  const OwnedBio in(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
  JUMELAGE_CHECK(in != nullptr, "memory to read a key file");
  char* label = nullptr;
  char* headers = nullptr;
  unsigned char* der = nullptr;
  long size = 0;
  const bool is_read = PEM_read_bio(in.get(), &label, &headers, &der, &size) == 1;
  const OwnedMemory<char> label_owner(label);
  const OwnedMemory<char> headers_owner(headers);
  const OwnedMemory<unsigned char> der_owner(der);
  ERR_clear_error();
  if (!is_read) return not_a_key_file("the text holds no PEM block, or a damaged one");
  if (headers[0] != '\0') return not_a_key_file("the PEM block has headers, an old form that is not read");
  return Pem{label, Bytes(der, der + size)};
}

std::string write_pem(std::string_view label, ByteView der) {
  const OwnedBio out(BIO_new(BIO_s_mem()));
  JUMELAGE_CHECK(out != nullptr, "memory to write a key file");
  const std::string name(label);
  JUMELAGE_CHECK(PEM_write_bio(out.get(), name.c_str(), "", der.data(), static_cast<long>(der.size())) > 0,
                 "a PEM block is written");
  char* text = nullptr;
  const long size = BIO_get_mem_data(out.get(), &text);
  return {text, static_cast<std::size_t>(size)};
}

}  // namespace jumelage::crypto
