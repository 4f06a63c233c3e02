// Any bytes at all as an act, a sealed act and an entry, packed or not: what is taken is canonical and stays readable.
#include <capnp/message.h>

#include <cstddef>
#include <cstdint>

#include "base/check.h"
#include "event/entry.h"
#include "event/json.h"
#include "event/verify.h"

namespace jumelage::event {
namespace {

void check_act(const Act& act) {
  JUMELAGE_CHECK(equal(ActBuilder(act).canonical(), act.bytes()), "an act that was taken has this encoding only");
  JUMELAGE_CHECK(!act_to_json(act).empty() && !kind_name(act.kind()).empty(), "and can be shown");
}

void check_sealed(const SealedAct& sealed) {
  static PacketCache cache;
  check_act(sealed.act());
  (void)verify_signatures(sealed, LedgerId{}, cache);
}

}  // namespace
}  // namespace jumelage::event

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace jumelage::event;
  const jumelage::ByteView bytes(data, size);
  if (const auto act = Act::parse(bytes)) check_act(act.value());
  if (const auto sealed = SealedAct::parse(bytes)) check_sealed(sealed.value());
  if (const auto entry = Entry::parse(bytes)) check_sealed(entry.value().sealed);
  if (const auto entry = Entry::parse_packed(bytes)) check_sealed(entry.value().sealed);
  return 0;
}
