#include "base/files.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>

namespace jumelage {
namespace {

class Files : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (std::filesystem::temp_directory_path() / "jumelage-files-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  std::size_t entries() const {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder_), {}));
  }
  std::filesystem::path folder_;
};

TEST_F(Files, a_file_written_is_read_back_with_its_mode) {
  const auto path = folder_ / "secret";
  ASSERT_TRUE(write_file(path, as_bytes("words"), 0600));
  struct stat info {};
  ASSERT_EQ(::stat(path.c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0600U);
  EXPECT_EQ(as_text(read_file(path, 100).value()), "words");
  EXPECT_EQ(entries(), 1U);
}

TEST_F(Files, replaces_or_refuses_as_told) {
  const auto path = folder_ / "f";
  ASSERT_TRUE(write_file(path, as_bytes("one"), 0644));
  const auto refused = write_file(path, as_bytes("two"), 0644, IfExists::kRefuse);
  ASSERT_FALSE(refused);
  EXPECT_TRUE(refused.error().is(FileError::kExists));
  EXPECT_EQ(as_text(read_file(path, 100).value()), "one");
  ASSERT_TRUE(write_file(path, as_bytes("two"), 0644));
  EXPECT_EQ(as_text(read_file(path, 100).value()), "two");
  EXPECT_EQ(entries(), 1U) << "no temporary is left";
}

TEST_F(Files, refuses_what_is_too_large_missing_or_no_file) {
  ASSERT_TRUE(write_file(folder_ / "f", as_bytes("0123456789"), 0644));
  EXPECT_TRUE(read_file(folder_ / "f", 9).error().is(FileError::kTooLarge));
  EXPECT_TRUE(read_file(folder_ / "absent", 9).error().is(FileError::kNotFound));
  EXPECT_TRUE(read_file(folder_, 9).error().is(FileError::kUnreadable));
  ASSERT_EQ(::mkfifo((folder_ / "pipe").c_str(), 0600), 0);
  EXPECT_TRUE(read_file(folder_ / "pipe", 9).error().is(FileError::kUnreadable));
}

}  // namespace
}  // namespace jumelage
