// Entries as the log keeps them.
#include "event/packed.h"

#include <gtest/gtest.h>

#include <random>

#include "event/event_error.h"
#include "event/limits.h"

namespace jumelage::event {
namespace {

Bytes unpacked(ByteView packed) {
  const auto words = unpack(packed);
  if (!words) return {};
  return {words.value().view.begin(), words.value().view.end()};
}

Bytes random_words(std::mt19937_64& random, std::size_t words, unsigned zeros_in_eight) {
  Bytes out(words * 8);
  for (auto& byte : out) byte = random() % 8 < zeros_in_eight ? 0 : static_cast<std::uint8_t>(random());
  return out;
}

TEST(Packed, comes_back_as_it_was) {
  std::mt19937_64 random(7);
  for (unsigned zeros = 0; zeros <= 8; ++zeros) {
    for (const std::size_t words : {1U, 2U, 3U, 100U, 255U, 256U, 257U, 600U, 8191U}) {
      const Bytes message = random_words(random, words, zeros);
      ASSERT_EQ(unpacked(pack(message)), message) << words << " words, zeros " << zeros << "/8";
    }
  }
}

TEST(Packed, is_shorter_where_there_are_zeros) {
  std::mt19937_64 random(7);
  const Bytes message = random_words(random, 100, 4);
  EXPECT_LT(pack(message).size(), message.size() * 3 / 4);
}

TEST(Packed, of_the_longest_entry_at_its_worst_is_taken_back) {
  Bytes worst(kMaxEntryBytes / 8 * 8, 0xff);
  for (std::size_t word = 1; word < worst.size() / 8; word += 2) worst[word * 8] = worst[word * 8 + 1] = 0;
  EXPECT_EQ(unpacked(pack(worst)), worst);
}

TEST(Packed, cut_anywhere_is_refused) {
  std::mt19937_64 random(7);
  const Bytes packed = pack(random_words(random, 40, 3));
  for (std::size_t size = 0; size < packed.size(); ++size)
    EXPECT_FALSE(unpack(ByteView(packed).first(size))) << size << " of " << packed.size() << " bytes";
}

TEST(Packed, with_something_behind_it_is_refused) {
  std::mt19937_64 random(7);
  Bytes packed = pack(random_words(random, 40, 3));
  packed.insert(packed.end(), {0x01, 0x05});
  EXPECT_FALSE(unpack(packed));
}

TEST(Packed, that_would_unpack_to_more_than_an_entry_is_refused_before_it_takes_memory) {
  Bytes bomb{0x10, 0x03};
  for (int i = 0; i < 4'000; ++i) bomb.insert(bomb.end(), {0x00, 0xff});  // 256 words of zeros each
  const auto refused = unpack(bomb);
  ASSERT_FALSE(refused);
  EXPECT_TRUE(refused.error().is(EventError::kTooLarge)) << refused.error().message();
  EXPECT_TRUE(unpack(Bytes(100'000, 1)).error().is(EventError::kTooLarge));
}

TEST(Packed, of_several_segments_is_refused) {
  const Bytes two_segments{0x11, 0x01, 0x01, 0x01, 0x01, 0x01, 0x07, 0x01, 0x07};
  EXPECT_FALSE(unpack(two_segments));
}

TEST(Packed, whatever_the_bytes_are_is_an_answer) {
  std::mt19937_64 random(7);
  for (int i = 0; i < 20'000; ++i) {
    Bytes bytes(random() % 64);
    for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random() % 4 == 0 ? 0 : random());
    if (const auto words = unpack(bytes)) {
      EXPECT_LE(words.value().view.size(), kMaxEntryBytes);
    }
  }
}

}  // namespace
}  // namespace jumelage::event
