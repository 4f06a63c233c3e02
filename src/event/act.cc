#include "event/act.h"

#include <capnp/message.h>
#include <capnp/serialize.h>
#include <fmt/format.h>

#include "base/check.h"
#include "event/act_impl.h"
#include "event/canonical.h"
#include "event/identity.h"
#include "event/limits.h"
#include "event/pointer_word.h"

namespace jumelage::event {
namespace {

// The version that the act claims, as far as its first words can be made out; else 0.
std::uint16_t claimed_version(const AlignedBytes& body) {
  const std::size_t words = body.view.size() / sizeof(capnp::word);
  if (words == 0) return 0;
  PointerWord root{};
  std::memcpy(&root.bits, body.words(), sizeof root.bits);
  if (root.kind() != PointerWord::kStruct || root.offset() != 0 || root.data_words() >= words) return 0;
  return capnp::readDataStruct<schema::Act>(kj::arrayPtr(body.words() + 1, root.data_words())).getSchemaVersion();
}

// Before anything else is found wrong with it: a newer act may well look wrong to this version.
Result<void> check_version(const AlignedBytes& body) {
  const std::uint16_t version = claimed_version(body);
  if (version <= schema::SCHEMA_VERSION) return ok();
  return Error(EventError::kNewerSchema,
               fmt::format("schemaVersion: the act is of version {}; this program knows versions up to {}: upgrade it",
                           version, std::uint16_t{schema::SCHEMA_VERSION}));
}

}  // namespace

Act::Act(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Act::Act(Act&&) noexcept = default;
Act& Act::operator=(Act&&) noexcept = default;
Act::~Act() = default;

Result<Act> Act::parse(ByteView body) {
  if (body.size() > kMaxSealedBytes)
    return Error(EventError::kTooLarge,
                 fmt::format("the act is {} bytes long; at most {} are allowed: put what is long into a document",
                             body.size(), kMaxSealedBytes));
  return parse(AlignedBytes::copy_of(body));
}

Result<Act> Act::parse(AlignedBytes body) {
  static const StructPlan& plan = plan_of(capnp::Schema::from<schema::Act>());
  JUMELAGE_TRY(check_version(body));
  JUMELAGE_TRY(check_message(plan, body.view));
  // Checked above to the last bit, so it may be read without checks.
  const auto reader = capnp::readMessageUnchecked<schema::Act>(body.words());
  if (reader.getSchemaVersion() == 0) return Error(EventError::kMissingField, "schemaVersion: is missing");
  const ActId id = act_id(body.view);
  return Act(std::make_unique<Impl>(Impl{std::move(body), reader, id}));
}

Act Act::trusted(ByteView body) {
  auto act = parse(body);
  JUMELAGE_CHECK(act.has_value(), "an act in the log is damaged");
  return std::move(act).value();
}

schema::Act::Reader Act::reader() const {
  return impl_->reader;
}
ByteView Act::bytes() const {
  return impl_->body.view;
}
const ActId& Act::id() const {
  return impl_->id;
}

}  // namespace jumelage::event
