#include "event/entry.h"

#include <capnp/message.h>
#include <fmt/format.h>

#include <algorithm>

#include "base/check.h"
#include "event/aligned_bytes.h"
#include "event/canonical.h"
#include "event/encode.h"
#include "event/limits.h"
#include "event/sealed_impl.h"
#include "schema/log.capnp.h"

namespace jumelage::event {
namespace {

constexpr std::uint16_t kEntryVersion = 1;

std::optional<Assigned> read_assigned(schema::LogEntry::Reader entry) {
  if (!entry.hasAssigned()) return std::nullopt;
  const auto assigned = entry.getAssigned();
  return Assigned{assigned.getSeries(), assigned.getYear(), assigned.getNumber()};
}

// One spelling for one set of statements.
Result<void> check_seen(schema::LogEntry::Reader entry) {
  ByteView before;
  for (const auto statement : entry.getSeen()) {
    const ByteView key{statement.getKey().begin(), statement.getKey().size()};
    if (!before.empty() && !std::ranges::lexicographical_compare(before, key))
      return Error(EventError::kNotCanonical, "seen: statements must be in the order of their keys, each once");
    before = key;
  }
  return ok();
}

Result<void> check_version(std::uint16_t version) {
  if (version == kEntryVersion) return ok();
  if (version == 0) return Error(EventError::kMissingField, "version: is missing");
  return Error(EventError::kNewerSchema,
               fmt::format("version: the entry is of version {}; this program knows version {}: upgrade it", version,
                           kEntryVersion));
}

}  // namespace

Bytes encode_entry(UnixMillis sequenced_at, ByteView sealed, const std::optional<Assigned>& assigned) {
  capnp::MallocMessageBuilder message;
  auto entry = message.initRoot<schema::LogEntry>();
  entry.setVersion(kEntryVersion);
  entry.setSequencedAt(sequenced_at);
  entry.setSealed({sealed.data(), sealed.size()});
  if (assigned) {
    auto out = entry.initAssigned();
    out.setSeries(assigned->series);
    out.setYear(assigned->year);
    out.setNumber(assigned->number);
  }
  Bytes out = canonical_bytes(entry);
  JUMELAGE_CHECK(out.size() <= kMaxEntryBytes, "a sealed act within its limit fits into an entry");
  return out;
}

Result<Entry> Entry::parse(ByteView bytes) {
  if (bytes.size() > kMaxEntryBytes)
    return Error(EventError::kTooLarge,
                 fmt::format("the entry is {} bytes long; at most {} are allowed", bytes.size(), kMaxEntryBytes));
  static const StructPlan& plan = plan_of(capnp::Schema::from<schema::LogEntry>());
  const auto words = AlignedBytes::copy_of(bytes);
  JUMELAGE_TRY(check_message(plan, words.view));
  const auto reader = capnp::readMessageUnchecked<schema::LogEntry>(words.words());
  JUMELAGE_TRY(check_version(reader.getVersion()));
  JUMELAGE_TRY(check_seen(reader));
  const auto inner = reader.getSealed();
  if (inner.size() > kMaxSealedBytes)
    return Error(EventError::kTooLarge,
                 fmt::format("sealed: {} bytes are more than {}", inner.size(), kMaxSealedBytes));
  JUMELAGE_TRY(SealedAct sealed, SealedAct::parse(words.part({inner.begin(), inner.size()})));
  return Entry{reader.getSequencedAt(), read_assigned(reader), std::move(sealed)};
}

Entry Entry::trusted(ByteView bytes) {
  auto entry = parse(bytes);
  JUMELAGE_CHECK(entry.has_value(), "an entry in the log is damaged");
  return std::move(entry).value();
}

}  // namespace jumelage::event
