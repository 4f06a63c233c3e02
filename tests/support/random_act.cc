#include "support/random_act.h"

#include <algorithm>
#include <array>

#include "base/check.h"

namespace jumelage::test {
namespace {

using capnp::DynamicValue;

// Scripts of the founding cities, what JSON has to escape, and what is more than one byte, code unit or column wide.
// All in normal form C.
constexpr std::array<std::string_view, 12> kPieces = {"a",
                                                      "Conseil",
                                                      " ",
                                                      "\"",
                                                      "\\",
                                                      "/",
                                                      "d\u00e9cision",
                                                      "\u0627\u0644\u0633\u0645\u0627\u0631\u0629",
                                                      "\u0c35\u0c3f\u0c1c\u0c2f",
                                                      "\u2028",
                                                      "\U0001F54A",
                                                      "<&>"};

constexpr std::array<const char*, 5> kLanguages = {"fr", "ar", "en-GB", "te", "zh-Hant-TW"};

// One text a language, one that prevails, no external id twice.
void tell_apart(capnp::DynamicList::Builder list) {
  const auto schema = list.getSchema().getStructElementType();
  for (unsigned i = 0; i < list.size(); ++i) {
    if (schema == capnp::Schema::from<schema::LocalText>()) {
      auto text = list[i].as<schema::LocalText>();
      text.setLanguage(kLanguages[i]);
      if (i != 0) text.setStanding(schema::LocalText::Standing::TRANSLATION);
    } else if (schema == capnp::Schema::from<schema::ExternalId>()) {
      list[i].as<schema::ExternalId>().setScheme("scheme-" + std::to_string(i));
    }
  }
}

}  // namespace

event::ActBuilder RandomAct::draft(event::Kind kind, const LedgerId& ledger,
                                   std::span<const crypto::SigningKey* const> keys) {
  event::ActBuilder out;
  const auto schema = capnp::Schema::from<schema::Act>();
  const capnp::DynamicStruct::Builder root = out.root();
  for (const auto field : schema.getNonUnionFields()) fill_field(root, field);
  fill_field(root, schema.getUnionFields()[static_cast<unsigned>(kind)]);

  out.root().setSchemaVersion(schema::SCHEMA_VERSION);
  out.root().setLedgerId({ledger.bytes.data(), ledger.bytes.size()});
  auto signers = out.root().initSigners(keys.empty() ? 2 : static_cast<unsigned>(keys.size()));
  for (unsigned i = 0; i < signers.size(); ++i) {
    fill(signers[i]);
    if (keys.empty()) continue;
    const KeyId id = keys[i]->id();
    signers[i].setKey({id.bytes.data(), id.bytes.size()});
  }
  out.sort_lists();
  return out;
}

event::Act RandomAct::act(event::Kind kind, const LedgerId& ledger, std::span<const crypto::SigningKey* const> keys) {
  auto act = event::Act::parse(draft(kind, ledger, keys).canonical());
  JUMELAGE_CHECK(act.has_value(), act.has_value() ? "" : act.error().message());
  return std::move(act).value();
}

void RandomAct::fill(capnp::DynamicStruct::Builder out) {
  const auto schema = out.getSchema();
  if (schema == capnp::Schema::from<schema::Moment>()) return fill_moment(out.as<schema::Moment>());
  if (schema == capnp::Schema::from<schema::Count>()) return fill_count(out.as<schema::Count>());
  for (const auto field : schema.getFields()) fill_field(out, field);
}

Bytes RandomAct::bytes(std::size_t size) {
  Bytes out(size);
  for (auto& b : out) b = static_cast<std::uint8_t>(random_());
  return out;
}

void RandomAct::fill_field(capnp::DynamicStruct::Builder out, capnp::StructSchema::Field field) {
  const event::FieldRules rules = event::rules_of(field);
  if (rules.optional && below(2) == 0) return;
  const auto type = field.getType();
  if (type.isStruct()) return fill(out.init(field).as<capnp::DynamicStruct>());
  if (!type.isList()) return out.set(field, scalar(type, rules));
  const auto size = static_cast<unsigned>(below(std::min(rules.max_items, 3U) + 1));
  if (size != 0) fill_list(out.init(field, size).as<capnp::DynamicList>(), rules);
}

void RandomAct::fill_list(capnp::DynamicList::Builder out, const event::FieldRules& rules) {
  const auto type = out.getSchema().getElementType();
  for (unsigned i = 0; i < out.size(); ++i) {
    if (type.isStruct())
      fill(out[i].as<capnp::DynamicStruct>());
    else
      out.set(i, scalar(type, rules));
  }
  if (type.isStruct()) tell_apart(out);
}

void RandomAct::fill_moment(schema::Moment::Builder out) {
  static constexpr std::array<std::int64_t, 3> kUnits = {1, event::kMillisPerMinute, event::kMillisPerDay};
  const auto precision = below(kUnits.size());
  const auto offset = below(3) == 0 ? 0 : static_cast<std::int64_t>(below(1681)) - 840;
  const auto units =
      below(static_cast<std::uint64_t>(event::kLastInstant) / 2 / static_cast<std::uint64_t>(kUnits[precision]));
  out.setUtc(static_cast<std::int64_t>(units) * kUnits[precision] - offset * event::kMillisPerMinute);
  out.setOffsetMinutes(static_cast<std::int16_t>(offset));
  out.setPrecision(static_cast<schema::Precision>(precision));
  if (below(2) == 0) out.setZone("Africa/Casablanca");
}

void RandomAct::fill_count(schema::Count::Builder out) {
  if (below(4) == 0)
    out.setUnknown(true);
  else
    out.setValue(static_cast<std::uint32_t>(number(32)));
}

DynamicValue::Reader RandomAct::scalar(capnp::Type type, const event::FieldRules& rules) {
  switch (type.which()) {
    case capnp::schema::Type::TEXT: held_ = text(rules); return capnp::Text::Reader(held_);
    case capnp::schema::Type::DATA: {
      const Bytes data = bytes(rules.exact_bytes != 0 ? rules.exact_bytes : 1 + below(std::min(rules.max_bytes, 40U)));
      held_ = as_text(data);
      return capnp::Data::Reader(reinterpret_cast<const capnp::byte*>(held_.data()), held_.size());
    }
    case capnp::schema::Type::BOOL: return below(2) == 0;
    case capnp::schema::Type::ENUM: {
      const auto enumerants = type.asEnum().getEnumerants();
      return capnp::DynamicEnum(enumerants[static_cast<unsigned>(below(enumerants.size()))]);
    }
    case capnp::schema::Type::INT64:
      if (!rules.instant) return static_cast<std::int64_t>(number(64));
      return event::kFirstInstant + static_cast<std::int64_t>(below(
                                        static_cast<std::uint64_t>(event::kLastInstant - event::kFirstInstant) + 1));
    case capnp::schema::Type::INT16: return static_cast<std::int16_t>(number(16));
    case capnp::schema::Type::UINT8: return static_cast<std::uint8_t>(number(8));
    case capnp::schema::Type::UINT16: return static_cast<std::uint16_t>(number(16));
    case capnp::schema::Type::UINT32:
      return static_cast<std::uint32_t>(rules.date ? 1 + below(event::kLastDay) : number(32));
    default: return number(64);
  }
}

// Zero, the largest, small and any.
std::uint64_t RandomAct::number(unsigned bits) {
  const std::uint64_t largest = bits == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << bits) - 1;
  switch (below(5)) {
    case 0: return 0;
    case 1: return largest;
    case 2: return random_() & largest;
    default: return below(20);
  }
}

std::string RandomAct::text(const event::FieldRules& rules) {
  static constexpr std::string_view kSlugLetters = "abcdefghijklmnopqrstuvwxyz0123456789-";
  if (rules.language) return kLanguages[below(kLanguages.size())];
  if (rules.zone) return std::array{"Africa/Casablanca", "Etc/GMT+3", "UTC"}[below(3)];
  std::string out;
  if (rules.slug) {
    for (std::uint64_t size = 1 + below(below(20) == 0 ? 64 : 12); out.size() < size;)
      out += kSlugLetters[below(kSlugLetters.size() - (out.empty() ? 1 : 0))];
    return out;
  }
  for (std::uint64_t pieces = 1 + below(6); pieces > 0; --pieces) {
    const std::string_view piece = rules.multiline && below(6) == 0 ? "\n\t" : kPieces[below(kPieces.size())];
    if (out.size() + piece.size() <= rules.max_bytes) out += piece;
  }
  return out.empty() ? "a" : out;
}

}  // namespace jumelage::test
