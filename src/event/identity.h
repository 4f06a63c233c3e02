// The digests and signing inputs of acts (docs/formats/sealed-act.md). Each begins with an ASCII domain that ends
// in a zero byte, so that nothing signed or hashed here can be mistaken for anything else.
#pragma once

#include "base/bytes.h"
#include "base/ids.h"

namespace jumelage::event {

// SHA-256("jumelage/act-id/v1" 0 body).
ActId act_id(ByteView body);

// SHA-256("jumelage/ledger/v1" 0 body of the founding act, whose ledgerId is 32 zero bytes).
LedgerId ledger_id_of(ByteView founding_body);

// "jumelage/act/v1" 0, ledger id, body: what a person signs for one act.
Bytes act_signing_input(const LedgerId& ledger, ByteView body);
// The same into a buffer that is used again and again; what it held is gone.
void write_act_signing_input(const LedgerId& ledger, ByteView body, Bytes& out);

// "jumelage/packet/v1" 0, ledger id, size (8 bytes big-endian), root (32 bytes): what a person signs for many.
Bytes packet_signing_input(const LedgerId& ledger, std::uint64_t size, const Digest& root);

}  // namespace jumelage::event
