// How the log keeps an entry on disk: Cap'n Proto's packed encoding of the message, segment table included
// (https://capnproto.org/encoding.html#packing), as `capnp decode --packed` reads it. Entries are a third zeros, and
// what isn't written costs neither disk nor time. Hashes and signatures are over the unpacked bytes, never over these.
#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "event/aligned_bytes.h"

namespace jumelage::event {

// `message`: a single segment, whole words, at a word boundary or not; at most kMaxEntryBytes.
Bytes pack(ByteView message);

// Errors: kMalformed: not the packed form of one segment; kTooLarge: more than kMaxEntryBytes when unpacked. Takes no
// more memory than that, whatever the bytes are.
Result<AlignedBytes> unpack(ByteView packed);

}  // namespace jumelage::event
