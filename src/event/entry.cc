#include "event/entry.h"

#include <capnp/message.h>
#include <fmt/format.h>

#include <algorithm>

#include "base/check.h"
#include "event/aligned_bytes.h"
#include "event/canonical.h"
#include "event/pointer_word.h"
#include "event/limits.h"
#include "event/packed.h"
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

// The canonical words of an entry, written one after the other: an entry is made for each act, on the one thread that
// writes, and a builder with a pass that makes its message canonical costs three times as much.
class EntryWords {
 public:
  explicit EntryWords(std::size_t words) { out_.reserve(words * sizeof(std::uint64_t)); }

  void word(std::uint64_t value) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(&value);
    out_.insert(out_.end(), bytes, bytes + sizeof value);
  }
  void structure(std::uint64_t words_between, std::uint64_t data_words, std::uint64_t pointers) {
    word(words_between << 2 | data_words << 32 | pointers << 48);
  }
  void list_of_bytes(std::uint64_t words_between, std::uint64_t count) {
    word(std::uint64_t{PointerWord::kList} | words_between << 2 | std::uint64_t{PointerWord::kByte} << 32 |
         count << 35);
  }
  void padded(ByteView bytes) {
    append(out_, bytes);
    out_.resize((out_.size() + 7) / 8 * 8);
  }
  Bytes take() { return std::move(out_); }

 private:
  Bytes out_;
};

std::size_t words_of(std::size_t bytes) {
  return (bytes + 7) / 8;
}

}  // namespace

Bytes encode_entry(UnixMillis sequenced_at, ByteView sealed, const std::optional<Assigned>& assigned) {
  JUMELAGE_CHECK(sequenced_at != 0 && !sealed.empty(), "an entry has a time and an act");
  const std::size_t series_bytes = assigned ? assigned->series.size() + 1 : 0;
  EntryWords out(8 + words_of(sealed.size()) + words_of(series_bytes));
  out.structure(0, 2, assigned ? 2 : 1);
  out.word(kEntryVersion);
  out.word(static_cast<std::uint64_t>(sequenced_at));
  out.list_of_bytes(assigned ? 1 : 0, sealed.size());
  if (assigned) out.structure(words_of(sealed.size()), 1, 1);
  out.padded(sealed);
  if (assigned) {
    out.word(std::uint64_t{assigned->year} | std::uint64_t{assigned->number} << 32);
    out.list_of_bytes(0, series_bytes);
    out.padded({reinterpret_cast<const std::uint8_t*>(assigned->series.c_str()), series_bytes});
  }
  Bytes bytes = out.take();
  JUMELAGE_CHECK(bytes.size() <= kMaxEntryBytes, "a sealed act within its limit fits into an entry");
  return bytes;
}

Result<Entry> Entry::parse(ByteView bytes) {
  if (bytes.size() > kMaxEntryBytes)
    return Error(EventError::kTooLarge,
                 fmt::format("the entry is {} bytes long; at most {} are allowed", bytes.size(), kMaxEntryBytes));
  return parse_words(AlignedBytes::copy_of(bytes));
}

Result<Entry> Entry::parse_packed(ByteView packed) {
  JUMELAGE_TRY(const AlignedBytes words, unpack(packed));
  return parse_words(words);
}

Result<Entry> Entry::parse_words(const AlignedBytes& words) {
  static const StructPlan& plan = plan_of(capnp::Schema::from<schema::LogEntry>());
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

}  // namespace jumelage::event
