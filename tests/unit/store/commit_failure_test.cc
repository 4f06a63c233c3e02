// What a failed commit does, step by step: this file puts its own fdatasync(), pwrite() and writev() in front of the C
// library's, which is where LMDB calls them.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cerrno>

#include "store/log.h"
#include "store_fixture.h"

namespace {
int pages_fail_with = 0;  // error numbers; 0: works
int sync_fails_with = 0;
int root_fails_with = 0;
bool root_is_written_all_the_same = false;
}  // namespace

// The plain name, whatever the width of offsets this file is compiled for.
extern "C" ssize_t faulty_pwrite(int fd, const void* data, size_t size, off_t offset) asm("pwrite");

extern "C" ssize_t faulty_pwrite(int fd, const void* data, size_t size, off_t offset) {
  using Function = ssize_t (*)(int, const void*, size_t, off_t);
  static const auto real = reinterpret_cast<Function>(::dlsym(RTLD_NEXT, "pwrite"));
  const int flags = ::fcntl(fd, F_GETFL);
  const bool is_root = (flags & O_DSYNC) != 0;  // LMDB writes the root page, and only that, through such a descriptor
  const int error = is_root ? root_fails_with : pages_fail_with;
  if (error == 0) return real(fd, data, size, offset);
  if (is_root && root_is_written_all_the_same) (void)real(fd, data, size, offset);
  errno = error;
  return -1;
}

extern "C" ssize_t writev(int fd, const iovec* parts, int count) {
  static const auto real = reinterpret_cast<ssize_t (*)(int, const iovec*, int)>(::dlsym(RTLD_NEXT, "writev"));
  if (pages_fail_with == 0) return real(fd, parts, count);
  errno = pages_fail_with;
  return -1;
}

extern "C" int fdatasync(int fd) {
  static const auto real = reinterpret_cast<int (*)(int)>(::dlsym(RTLD_NEXT, "fdatasync"));
  if (sync_fails_with == 0) return real(fd);
  errno = sync_fails_with;
  return -1;
}

namespace jumelage::store {
namespace {

class CommitFailure : public StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    heal();
    ASSERT_TRUE(open(OpenMode::kCreate));
    ASSERT_TRUE(append());
  }
  void TearDown() override {
    heal();
    StoreTest::TearDown();
  }
  static void heal() {
    pages_fail_with = sync_fails_with = root_fails_with = 0;
    root_is_written_all_the_same = false;
  }
  Result<void> append() {
    const Log log(*environment_);
    JUMELAGE_TRY(WriteTransaction txn, environment_->write());
    JUMELAGE_TRY(const TreeSize size, log.size(txn));
    JUMELAGE_TRY(log.append(txn, {size.value}, as_bytes("entry")));
    return txn.commit();
  }
  std::uint64_t size() const { return Log(*environment_).size(environment_->read().value()).value().value; }
  void expect_refused(StoreError code) {
    const auto appended = append();
    ASSERT_FALSE(appended);
    EXPECT_TRUE(appended.error().is(code)) << appended.error().code();
  }
};

TEST_F(CommitFailure, a_full_disk_is_a_clean_refusal_and_passes) {
  for (const int error : {ENOSPC, EDQUOT, EFBIG}) {
    pages_fail_with = error;
    const std::uint64_t before = size();
    expect_refused(StoreError::kNoSpace);
    expect_refused(StoreError::kNoSpace);
    EXPECT_FALSE(environment_->needs_reopen());
    EXPECT_EQ(size(), before);
    heal();
    EXPECT_TRUE(append());
    EXPECT_EQ(size(), before + 1);
  }
}

TEST_F(CommitFailure, a_page_that_cannot_be_written_stops_writing_but_not_reading) {
  pages_fail_with = EIO;
  expect_refused(StoreError::kWriteFailed);
  heal();
  EXPECT_TRUE(environment_->needs_reopen());
  expect_refused(StoreError::kNeedsReopen);
  EXPECT_EQ(size(), 1U);
  ASSERT_TRUE(open(OpenMode::kReadWrite));
  EXPECT_EQ(size(), 1U);
  EXPECT_TRUE(append());
}

TEST_F(CommitFailure, a_failed_sync_records_nothing_and_stops_writing) {
  sync_fails_with = EIO;
  expect_refused(StoreError::kWriteFailed);
  heal();
  expect_refused(StoreError::kNeedsReopen);
  EXPECT_EQ(size(), 1U);
  ASSERT_TRUE(open(OpenMode::kReadWrite));
  EXPECT_EQ(size(), 1U);
  EXPECT_TRUE(append());
}

TEST_F(CommitFailure, a_failed_root_page_leaves_the_outcome_open_until_reopened) {
  for (const bool written : {false, true}) {
    for (const int error : {EIO, ENOSPC}) {
      const std::uint64_t before = size();
      root_fails_with = error;
      root_is_written_all_the_same = written;
      expect_refused(StoreError::kOutcomeUnknown);
      heal();
      EXPECT_TRUE(environment_->needs_reopen());
      expect_refused(StoreError::kNeedsReopen);
      ASSERT_TRUE(open(OpenMode::kReadWrite));
      EXPECT_FALSE(environment_->needs_reopen());
      const std::uint64_t after = size();
      EXPECT_TRUE(after == before || after == before + 1);
      ASSERT_TRUE(append());
      EXPECT_EQ(size(), after + 1);
    }
  }
}

TEST_F(CommitFailure, reopening_after_one_makes_a_durable_commit_before_anything_is_read) {
  sync_fails_with = EIO;
  expect_refused(StoreError::kWriteFailed);
  const auto opened = open(OpenMode::kReadWrite);  // the disk still refuses: the ledger cannot be opened for writing
  ASSERT_FALSE(opened);
  EXPECT_TRUE(opened.error().is(StoreError::kWriteFailed));
  ASSERT_TRUE(open(OpenMode::kReadOnly));
  EXPECT_EQ(size(), 1U);
  heal();
  ASSERT_TRUE(open(OpenMode::kReadWrite));
  sync_fails_with = EIO;  // settled now: opening writes nothing
  EXPECT_TRUE(open(OpenMode::kReadWrite));
}

}  // namespace
}  // namespace jumelage::store
