#include "crypto/base64.h"

#include <gtest/gtest.h>

#include <array>

#include "crypto/random.h"

namespace jumelage::crypto {
namespace {

TEST(Base64, gives_the_values_of_rfc_4648) {
  const std::pair<std::string_view, std::string_view> values[] = {{"", ""},
                                                                  {"f", "Zg=="},
                                                                  {"fo", "Zm8="},
                                                                  {"foo", "Zm9v"},
                                                                  {"foob", "Zm9vYg=="},
                                                                  {"fooba", "Zm9vYmE="},
                                                                  {"foobar", "Zm9vYmFy"},
                                                                  {"\xfb\xff", "+/8="}};
  for (const auto& [plain, encoded] : values) {
    EXPECT_EQ(to_base64(as_bytes(plain)), encoded);
    const auto decoded = from_base64(encoded);
    ASSERT_TRUE(decoded) << encoded;
    EXPECT_EQ(as_text(*decoded), plain);
  }
}

TEST(Base64, refuses_every_second_spelling) {
  for (const char* bad : {"Zg", "Zg=", "Zg===", "Zm8", "Zm9v=", "Zm9v====", "Zh==", "Zm9=", "Z", "=",
                          "====", " Zg==", "Zg==\n", "Zm\n9v", "Zm9v ", "-_8=", "Zg==Zg==", "Zm9v!", "Zg=Z"}) {
    EXPECT_FALSE(from_base64(bad)) << bad;
  }
  EXPECT_FALSE(from_base64(std::string_view("Zm9v\0", 5)));
}

TEST(Base64, brings_back_bytes_of_any_length) {
  Bytes bytes;
  for (std::size_t length = 0; length < 100; ++length) {
    bytes.resize(length);
    fill_random(bytes);
    EXPECT_EQ(from_base64(to_base64(bytes)), bytes);
  }
}

TEST(Random, does_not_repeat_itself) {
  std::array<std::uint8_t, 32> first{};
  std::array<std::uint8_t, 32> second{};
  fill_random(first);
  fill_random(second);
  EXPECT_NE(first, second);
  EXPECT_NE(first, (std::array<std::uint8_t, 32>{}));
}

}  // namespace
}  // namespace jumelage::crypto
