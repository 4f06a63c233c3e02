#include "governance/correction.h"

#include <fmt/format.h>

#include "event/correct.h"

namespace jumelage::governance {
namespace {

Key corrections_key(std::uint64_t target) {
  return Key().bytes(as_bytes("correction")).u8(0).u64(target);
}

std::string_view text_of(capnp::Text::Reader text) {
  return view(text);
}

}  // namespace

std::vector<std::uint64_t> corrections_of(const Context& c, std::uint64_t target) {
  std::vector<std::uint64_t> positions;
  const Key prefix = corrections_key(target);
  c.reader().scan(Table::kCounters, prefix, [&](Register::Item item) {
    const std::uint64_t position = read_big_endian(item.key.subspan(prefix.view().size()));
    if (position < c.position()) positions.push_back(position);
    return true;
  });
  return positions;
}

void enter_correction(Context& c, std::uint64_t target) {
  c.set_counter(corrections_key(target).u64(c.position()), target);
}

Result<event::Act> correct(const event::Act& act, schema::RecordCorrected::Reader correction) {
  std::vector<event::FieldCorrection> fields;
  for (const auto one : correction.getCorrections()) {
    event::FieldCorrection field{text_of(one.getField()), std::nullopt, std::nullopt};
    if (one.hasWas()) field.was = text_of(one.getWas());
    if (one.hasIs()) field.is = text_of(one.getIs());
    fields.push_back(field);
  }
  auto next = event::corrected(act, fields);
  if (next) return next;
  return Error(Refusal::kBadValue, fmt::format("corrections: {}", next.error().message()));
}

event::Act as_corrected(const Context& c, std::uint64_t target) {
  event::Act act = c.act_at(target);
  for (const std::uint64_t position : corrections_of(c, target)) {
    const event::Act correction = c.act_at(position);
    auto next = correct(act, correction.reader().getRecordCorrected());
    if (!next) throw RegisterFault(fmt::format("the correction at position {} is none of what it names", position));
    act = std::move(next).value();
  }
  return act;
}

}  // namespace jumelage::governance
