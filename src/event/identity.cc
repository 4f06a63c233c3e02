#include "event/identity.h"

#include <array>

#include "crypto/sha256.h"

namespace jumelage::event {
namespace {

// The closing zero byte of each literal is part of the domain.
template <std::size_t N>
ByteView domain(const char (&literal)[N]) {
  return as_bytes({literal, N});
}

std::array<std::uint8_t, 8> big_endian(std::uint64_t value) {
  std::array<std::uint8_t, 8> out;
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<std::uint8_t>(value >> (56 - 8 * i));
  return out;
}

}  // namespace

ActId act_id(ByteView body) {
  return {crypto::sha256({domain("jumelage/act-id/v1"), body}).bytes};
}

LedgerId ledger_id_of(ByteView founding_body) {
  return {crypto::sha256({domain("jumelage/ledger/v1"), founding_body}).bytes};
}

void write_act_signing_input(const LedgerId& ledger, ByteView body, Bytes& out) {
  out.clear();
  append(out, domain("jumelage/act/v1"));
  append(out, ledger.view());
  append(out, body);
}

Bytes act_signing_input(const LedgerId& ledger, ByteView body) {
  Bytes out;
  write_act_signing_input(ledger, body, out);
  return out;
}

Bytes packet_signing_input(const LedgerId& ledger, std::uint64_t size, const Digest& root) {
  Bytes out;
  append(out, domain("jumelage/packet/v1"));
  append(out, ledger.view());
  append(out, big_endian(size));
  append(out, root.view());
  return out;
}

}  // namespace jumelage::event
