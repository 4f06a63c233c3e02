// What nodes and administrators sign apart from acts: the bytes, and whether a signature over them holds
// (docs/formats/statements.md). Pure functions of bytes, for rules and for the nodes that make statements alike.
#pragma once

#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/ids.h"
#include "schema/common.capnp.h"
#include "schema/foundation.capnp.h"

namespace jumelage::event {

Bytes acknowledgement(const LedgerId& ledger, schema::Head::Reader head);
Bytes handover_order(const LedgerId& ledger, schema::HandoverOrder::Reader order);
Digest order_digest(const LedgerId& ledger, schema::HandoverOrder::Reader order);
Bytes freeze_statement(const LedgerId& ledger, schema::Freeze::Reader freeze);
// "version", "ruleEngine" and "schemaDigest" of the activation that the node declares to know.
Bytes declaration(const LedgerId& ledger, schema::CatalogueActivated::Reader activation);

// "jumelage.example/es-semara/0123456789abcdef/1": the name at the head of a term's checkpoints.
std::string origin_of_term(std::string_view base, const LedgerId& ledger, std::uint32_t term);
// The text of a checkpoint, as C2SP tlog-checkpoint has it.
std::string checkpoint_text(std::string_view origin, schema::Head::Reader head);
// What a witness signs at that time, in POSIX seconds (C2SP tlog-cosignature, version 1).
Bytes cosigned(std::string_view checkpoint, std::uint64_t time);

// Whether this is that key's signature over exactly these bytes.
bool is_signed(capnp::Data::Reader key, ByteView statement, capnp::Data::Reader signature);

}  // namespace jumelage::event
