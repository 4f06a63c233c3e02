// What Act::parse refuses, one reason at a time.
#include "event/act.h"

#include <gtest/gtest.h>

#include <functional>

#include "crypto/sha256.h"
#include "event/field_rules.h"
#include "event/identity.h"
#include "event/limits.h"
#include "sample.h"

namespace jumelage::event {
namespace {

const crypto::SigningKey& key() {
  static const crypto::SigningKey made = key_of(1);
  return made;
}

ActBuilder draft() {
  const crypto::SigningKey* const keys[] = {&key()};
  return sample_draft(keys);
}

// The sample with one thing changed.
Result<Act> parse_with(const std::function<void(schema::Act::Builder)>& change) {
  ActBuilder act = draft();
  change(act.root());
  return Act::parse(act.canonical());
}

// The sample's words, to be broken by hand. Word 0 is the root pointer, 1 and 2 are its numbers.
class Words {
 public:
  Words() : bytes_(draft().canonical()) {}
  std::uint64_t get(std::size_t word) const {
    std::uint64_t out;
    std::memcpy(&out, bytes_.data() + 8 * word, 8);
    return out;
  }
  Words& set(std::size_t word, std::uint64_t value) {
    std::memcpy(bytes_.data() + 8 * word, &value, 8);
    return *this;
  }
  Words& insert(std::size_t word, std::uint64_t value) {
    bytes_.insert(bytes_.begin() + static_cast<std::ptrdiff_t>(8 * word), 8, std::uint8_t{0});
    return set(word, value);
  }
  std::size_t find(std::string_view text) const { return as_text(bytes_).find(text); }
  std::size_t count() const { return bytes_.size() / 8; }
  Bytes& bytes() { return bytes_; }
  Result<Act> parse() const { return Act::parse(bytes_); }

 private:
  Bytes bytes_;
};

constexpr std::uint64_t kDataWords = std::uint64_t{1} << 32;  // one more in a struct pointer

TEST(Act, TheSampleIsTakenAndItsIdIsTheDigestOfItsDomainAndBytes) {
  const Bytes body = draft().canonical();
  const auto act = Act::parse(body);
  ASSERT_TRUE(act) << act.error().message();
  EXPECT_EQ(Bytes(act.value().bytes().begin(), act.value().bytes().end()), body);
  EXPECT_EQ(act.value().kind(), Kind::SESSION_CLOSED);
  Bytes hashed = {'j', 'u', 'm', 'e', 'l', 'a', 'g', 'e', '/', 'a', 'c', 't', '-', 'i', 'd', '/', 'v', '1', 0};
  append(hashed, body);
  EXPECT_EQ(act.value().id().bytes, crypto::sha256(hashed).bytes);
  EXPECT_EQ(act.value().id(), act_id(body));
}

TEST(Act, StaysReadableWhenMovedAndWhenTheBytesItCameFromAreGone) {
  Bytes body = draft().canonical();
  Act act = std::move(Act::parse(body)).value();
  std::fill(body.begin(), body.end(), std::uint8_t{0xff});
  const Act moved = std::move(act);
  EXPECT_EQ(moved.reader().getSessionClosed().getActs(), 12U);
}

TEST(Act, BytesAtAnyAddressWillDo) {
  Bytes shifted = draft().canonical();
  shifted.insert(shifted.begin(), std::uint8_t{0});
  EXPECT_TRUE(Act::parse(ByteView(shifted).subspan(1)));
}

TEST(Act, NothingAndPartOfAWordAndTooMuchAreRefused) {
  expect_error(Act::parse(Bytes{}), EventError::kMalformed, "Act");
  expect_error(Act::parse(Bytes(8, 0)), EventError::kMalformed, "Act");
  expect_error(Act::parse(Bytes(12, 0)), EventError::kMalformed, "whole words");
  expect_error(Act::parse(Bytes(kMaxSealedBytes + 8, 0)), EventError::kTooLarge, "at most");
}

TEST(Act, EveryPrefixIsRefused) {
  const Bytes body = draft().canonical();
  for (std::size_t size = 0; size < body.size(); ++size) EXPECT_FALSE(Act::parse(ByteView(body).first(size))) << size;
}

TEST(Act, BytesBehindTheLastOneAreRefused) {
  Words words;
  expect_error(words.insert(words.count(), 0).parse(), EventError::kNotCanonical, "too many");
}

TEST(Act, FarPointersCapabilitiesAndPointersElsewhereAreRefused) {
  Words words;
  expect_error(Words().set(0, 2).parse(), EventError::kNotCanonical, "another segment");
  expect_error(Words().set(0, 3).parse(), EventError::kMalformed, "structure");
  expect_error(Words().set(0, words.get(0) + 4).parse(), EventError::kNotCanonical, "out of order");
  expect_error(Words().set(0, words.get(0) - 4).parse(), EventError::kNotCanonical, "out of order");
}

TEST(Act, StructsThatEndInZeroWordsAreRefused) {
  // A word more in a section that then ends in zero: the moment of sessionClosed, whose zone is not given.
  Words words;
  std::size_t at = words.count();
  for (std::size_t i = 0; i < words.count(); ++i)
    if (words.get(i) >> 32 == 2) at = i;  // a pointer to two data words and no pointers
  ASSERT_NE(at, words.count());
  const std::size_t end_of_moment = at + 1 + (words.get(at) >> 2 & 0xffff) + 2;
  words.set(at, words.get(at) | std::uint64_t{1} << 48).insert(end_of_moment, 0);
  const auto act = words.parse();
  ASSERT_FALSE(act);
  EXPECT_EQ(act.error().code(), code_name(EventError::kNotCanonical)) << act.error().message();
}

TEST(Act, PaddingThatIsNotZeroIsRefused) {
  Words words;
  const std::size_t id = words.find("cci-7");
  words.bytes()[id + 7] = 1;
  expect_error(words.parse(), EventError::kNotCanonical, "subjects[0].id");
}

TEST(Act, ATextWithoutItsClosingZeroIsRefused) {
  Words words;
  words.bytes()[words.find("cci-7") + 5] = 'x';
  expect_error(words.parse(), EventError::kMalformed, "subjects[0].id");
}

TEST(Act, ListsWhoseItemsAllEndInZeroWordsAreRefused) {
  Words words;
  const std::size_t tag = words.find("cci-7") / 8 - 2;  // one subject of one pointer
  constexpr std::uint64_t kPointer = std::uint64_t{1} << 48;
  words.set(tag - 16, words.get(tag - 16) + (std::uint64_t{1} << 35));
  words.set(tag, words.get(tag) + kPointer).set(tag + 1, words.get(tag + 1) + 4);
  expect_error(words.insert(tag + 2, 0).parse(), EventError::kNotCanonical, "subjects: has items that end in words");
}

TEST(Act, ListsOfAnotherKindThanTheirFieldAreRefused) {
  Words words;
  expect_error(words.set(2, words.get(2) + (std::uint64_t{4} << 32)).parse(), EventError::kMalformed, "ledgerId");
}

TEST(Act, PaddingBehindNumbersIsZero) {
  ActBuilder act = draft();
  auto election = act.root().initElectionRecorded();
  election.setId("e"), election.setSession("s"), election.setItem("i");
  election.initRounds(1)[0].initVotes(1).set(0, 0x07070707);
  Bytes bytes = act.canonical();
  ASSERT_TRUE(Act::parse(bytes));
  const std::size_t at = as_text(bytes).find("\x07\x07\x07\x07");
  bytes[at + 4] = 1;
  expect_error(Act::parse(bytes), EventError::kNotCanonical, "electionRecorded.rounds[0].votes");
}

TEST(Act, WordsBeyondTheKnownSchemaAskForAnUpgrade) {
  Words words;
  const std::uint64_t known = words.get(0) >> 32 & 0xffff;
  words.set(0, words.get(0) + kDataWords).insert(1 + known, 7);
  expect_error(words.parse(), EventError::kNewerSchema, "upgrade");
  Words pointers;
  const std::size_t end = 1 + known + (pointers.get(0) >> 48);
  pointers.set(0, pointers.get(0) + (std::uint64_t{1} << 48)).insert(end, 1);
  expect_error(pointers.parse(), EventError::kNewerSchema, "upgrade");
}

TEST(Act, BitsThatTheSchemaDoesNotUseAskForAnUpgrade) {
  Words words;
  // Act: schemaVersion and basis and the kind fill 48 bits of the first word.
  words.set(1, words.get(1) | std::uint64_t{1} << 63);
  expect_error(words.parse(), EventError::kNewerSchema, "upgrade");
}

TEST(Act, ANewerVersionIsSaidToBeNewerWhateverElseIsWrong) {
  expect_error(parse_with([](auto act) { act.setSchemaVersion(2); }), EventError::kNewerSchema, "version 2");
  Words words;
  words.set(1, words.get(1) + 1).set(words.count() - 1, ~std::uint64_t{0});
  expect_error(words.parse(), EventError::kNewerSchema, "version 2");
  expect_error(parse_with([](auto act) { act.setSchemaVersion(0); }), EventError::kMissingField, "schemaVersion");
}

TEST(Act, AKindOrEnumerantThatNobodyKnowsAsksForAnUpgrade) {
  const auto last = static_cast<std::uint64_t>(Kind::CONSULTATION_CLOSED);
  Words words;
  const std::uint64_t cleared = words.get(1) & ~(std::uint64_t{0xffff} << 32);
  expect_error(words.set(1, cleared | (last + 1) << 32).parse(), EventError::kUnknownKind, "upgrade");
  expect_error(parse_with([](auto act) { act.setBasis(static_cast<schema::Basis>(4)); }), EventError::kNewerSchema,
               "basis");
}

TEST(Act, AUnionReadAsAnotherKindIsRefused) {
  Words words;
  const std::uint64_t cleared = words.get(1) & ~(std::uint64_t{0xffff} << 32);
  words.set(1, cleared | std::uint64_t{static_cast<std::uint16_t>(Kind::LEDGER_CONSTITUTED)} << 32);
  EXPECT_FALSE(words.parse());
}

TEST(Act, TheBuilderLeavesOutWhatIsEmptyAndSortsWhatHasAnOrder) {
  ActBuilder act = draft();
  const Bytes before = act.canonical();
  act.root().setPlace("");
  act.root().initDocuments(0);
  EXPECT_EQ(act.canonical(), before);

  const auto first = key_of(1);
  const auto second = key_of(2);
  const crypto::SigningKey* const one_way[] = {&first, &second};
  const crypto::SigningKey* const other_way[] = {&second, &first};
  EXPECT_EQ(sample_draft(one_way).canonical(), sample_draft(other_way).canonical());
}

TEST(Act, ACopyInABuilderHasTheSameBytes) {
  const auto act = Act::parse(draft().canonical());
  ASSERT_TRUE(act);
  EXPECT_EQ(ActBuilder(act.value()).canonical(), draft().canonical());
}

TEST(Act, KindsHaveTheNamesOfTheSchema) {
  EXPECT_EQ(kind_name(Kind::LEDGER_CONSTITUTED), "ledgerConstituted");
  EXPECT_EQ(kind_name(Kind::PUBLISHED), "published");
  EXPECT_EQ(kind_name(Kind::CONSULTATION_CLOSED), "consultationClosed");
}

}  // namespace
}  // namespace jumelage::event
