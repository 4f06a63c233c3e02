#include "event/statements.h"

#include <fmt/format.h>

#include "base/hex.h"
#include "crypto/base64.h"
#include "crypto/ed25519.h"
#include "crypto/sha256.h"

namespace jumelage::event {
namespace {

ByteView view(capnp::Data::Reader data) {
  return {data.begin(), data.size()};
}

void add_integer(Bytes& out, std::uint64_t value, std::size_t width) {
  for (std::size_t i = 0; i < width; ++i) out.push_back(static_cast<std::uint8_t>(value >> (8 * (width - 1 - i))));
}

void add_head(Bytes& out, schema::Head::Reader head) {
  add_integer(out, head.getTerm(), 4);
  add_integer(out, head.getSize(), 8);
  append(out, view(head.getRoot()));
}

void add_optional(Bytes& out, bool there, schema::Head::Reader head) {
  out.push_back(there ? 1 : 0);
  if (there) add_head(out, head);
}

// The closing zero byte of each literal is part of the name.
template <std::size_t N>
Bytes begin(const char (&name)[N], const LedgerId& ledger) {
  Bytes out;
  append(out, as_bytes({name, N}));
  append(out, ledger.view());
  return out;
}

}  // namespace

Bytes acknowledgement(const LedgerId& ledger, schema::Head::Reader head) {
  Bytes out = begin("jumelage/ack/v1", ledger);
  add_head(out, head);
  return out;
}

Bytes handover_order(const LedgerId& ledger, schema::HandoverOrder::Reader order) {
  const auto digest_of = [](capnp::Text::Reader text) { return crypto::sha256(as_bytes({text.begin(), text.size()})); };
  Bytes out = begin("jumelage/handover/v1", ledger);
  add_integer(out, order.getTerm(), 4);
  append(out, view(order.getLogKey()));
  append(out, digest_of(order.getPrimary()).view());
  append(out, digest_of(order.getReason()).view());
  return out;
}

Digest order_digest(const LedgerId& ledger, schema::HandoverOrder::Reader order) {
  return crypto::sha256(handover_order(ledger, order));
}

Bytes freeze_statement(const LedgerId& ledger, schema::Freeze::Reader freeze) {
  Bytes out = begin("jumelage/freeze/v1", ledger);
  add_integer(out, freeze.getTerm(), 4);
  append(out, view(freeze.getOrderDigest()));
  add_optional(out, freeze.hasLastAck(), freeze.getLastAck());
  add_optional(out, freeze.hasLock(), freeze.getLock());
  add_optional(out, freeze.hasFinal(), freeze.getFinal());
  return out;
}

Bytes declaration(const LedgerId& ledger, schema::CatalogueActivated::Reader activation) {
  Bytes out = begin("jumelage/declaration/v1", ledger);
  add_integer(out, activation.getVersion(), 2);
  add_integer(out, activation.getRuleEngine(), 2);
  append(out, view(activation.getSchemaDigest()));
  return out;
}

std::string origin_of_term(std::string_view base, const LedgerId& ledger, std::uint32_t term) {
  return fmt::format("{}/{}/{}", base, to_hex(ledger.view().first(8)), term);
}

std::string checkpoint_text(std::string_view origin, schema::Head::Reader head) {
  return fmt::format("{}\n{}\n{}\n", origin, head.getSize(), crypto::to_base64(view(head.getRoot())));
}

Bytes cosigned(std::string_view checkpoint, std::uint64_t time) {
  const std::string text = fmt::format("cosignature/v1\ntime {}\n{}", time, checkpoint);
  const ByteView bytes = as_bytes(text);
  return {bytes.begin(), bytes.end()};
}

bool is_signed(capnp::Data::Reader key, ByteView statement, capnp::Data::Reader signature) {
  const auto id = KeyId::from(view(key));
  return id && crypto::verify(*id, statement, view(signature));
}

}  // namespace jumelage::event
