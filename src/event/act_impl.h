// For this folder's own files.
#pragma once

#include "event/act.h"
#include "event/aligned_bytes.h"

namespace jumelage::event {

struct Act::Impl {
  AlignedBytes body;
  schema::Act::Reader reader;
  ActId id;
};

}  // namespace jumelage::event
