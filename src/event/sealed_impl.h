// For this folder's own files.
#pragma once

#include <vector>

#include "event/aligned_bytes.h"
#include "event/sealed.h"

namespace jumelage::event {

struct SealedAct::Impl {
  AlignedBytes bytes;
  Act act;
  std::vector<Packet> packets;  // never resized: the signatures point into it
  std::vector<SignatureView> signatures;
};

}  // namespace jumelage::event
