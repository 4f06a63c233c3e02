#include "store/environment.h"

#include <lmdb.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "store/log.h"
#include "store/tables.h"
#include "store_fixture.h"

namespace jumelage::store {
namespace {

using EnvironmentTest = StoreTest;

// Runs `child` in another process; true when it returned true.
template <class Child>
bool in_another_process(Child child) {
  const pid_t pid = ::fork();
  if (pid == 0) ::_exit(child() ? 0 : 1);
  int status = 0;
  return ::waitpid(pid, &status, 0) == pid && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

// One side's way of telling the other to go on. Each process closes the end it doesn't use, so that a side that dies
// wakes the other instead of leaving it waiting.
class Signal {
 public:
  Signal() { EXPECT_EQ(::pipe(ends_), 0); }
  ~Signal() {
    close_end(0);
    close_end(1);
  }
  Signal(const Signal&) = delete;
  Signal& operator=(const Signal&) = delete;

  void will_only_send() { close_end(0); }
  void will_only_wait() { close_end(1); }
  bool send() { return ::write(ends_[1], "x", 1) == 1; }
  bool wait() {  // false: the other side is gone
    char byte = 0;
    return ::read(ends_[0], &byte, 1) == 1;
  }

 private:
  void close_end(int end) {
    if (ends_[end] >= 0) ::close(ends_[end]);
    ends_[end] = -1;
  }
  int ends_[2] = {-1, -1};
};

unsigned mode_of(const std::filesystem::path& path) {
  struct stat info {};
  return ::stat(path.c_str(), &info) == 0 ? info.st_mode & 0777U : 0;
}

TEST_F(EnvironmentTest, a_created_ledger_keeps_what_was_committed) {
  ASSERT_TRUE(open(OpenMode::kCreate));
  {
    auto txn = environment_->write().value();
    ASSERT_TRUE(Meta(*environment_).put(txn, "motto", as_bytes("amitié")));
    ASSERT_TRUE(txn.commit());
  }
  for (const OpenMode mode : {OpenMode::kReadWrite, OpenMode::kReadOnly}) {
    ASSERT_TRUE(open(mode));
    const auto txn = environment_->read().value();
    EXPECT_EQ(as_text(Meta(*environment_).get(txn, "motto").value().value()), "amitié");
  }
}

TEST_F(EnvironmentTest, only_the_owner_may_read_the_files) {
  ASSERT_TRUE(open(OpenMode::kCreate));
  EXPECT_EQ(mode_of(folder_), 0700U);
  for (const char* name : {"ledger.mdb", "ledger.mdb-lock", "lock"}) EXPECT_EQ(mode_of(folder_ / name), 0600U) << name;
}

TEST_F(EnvironmentTest, create_refuses_where_there_is_a_ledger_and_leaves_it_alone) {
  ASSERT_TRUE(open(OpenMode::kCreate));
  const auto again = open(OpenMode::kCreate);
  ASSERT_FALSE(again);
  EXPECT_TRUE(again.error().is(StoreError::kExists));
  EXPECT_TRUE(open(OpenMode::kReadWrite));
}

TEST_F(EnvironmentTest, opening_where_nothing_is_makes_nothing) {
  std::filesystem::create_directory(folder_);
  for (const OpenMode mode : {OpenMode::kReadWrite, OpenMode::kReadOnly}) {
    const auto opened = open(mode);
    ASSERT_FALSE(opened);
    EXPECT_TRUE(opened.error().is(StoreError::kNoLedger));
  }
  EXPECT_TRUE(std::filesystem::is_empty(folder_));
}

TEST_F(EnvironmentTest, a_creation_interrupted_at_any_length_can_be_finished) {
  for (const std::size_t length : {0U, 100U, 4096U, 8191U}) {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directory(folder_);
    std::ofstream(folder_ / "ledger.mdb") << std::string(length, '\0');
    const auto opened = open(OpenMode::kReadWrite);
    ASSERT_FALSE(opened);
    EXPECT_TRUE(opened.error().is(StoreError::kNoLedger));
    EXPECT_TRUE(open(OpenMode::kCreate)) << length;
    environment_.reset();
  }
}

TEST_F(EnvironmentTest, a_creation_interrupted_before_its_commit_can_be_finished) {
  std::filesystem::create_directory(folder_);
  MDB_env* env = nullptr;  // what LMDB leaves when the process dies between opening and committing
  ASSERT_EQ(mdb_env_create(&env), 0);
  ASSERT_EQ(mdb_env_open(env, (folder_ / "ledger.mdb").c_str(), MDB_NOSUBDIR, 0600), 0);
  mdb_env_close(env);
  const auto opened = open(OpenMode::kReadWrite);
  ASSERT_FALSE(opened);
  EXPECT_TRUE(opened.error().is(StoreError::kNoLedger));
  EXPECT_TRUE(open(OpenMode::kCreate));
}

TEST_F(EnvironmentTest, a_database_of_another_program_is_refused_and_not_changed) {
  std::filesystem::create_directory(folder_);
  MDB_env* env = nullptr;
  MDB_txn* txn = nullptr;
  MDB_dbi dbi = 0;
  ASSERT_EQ(mdb_env_create(&env), 0);
  mdb_env_set_maxdbs(env, 1);
  ASSERT_EQ(mdb_env_open(env, (folder_ / "ledger.mdb").c_str(), MDB_NOSUBDIR, 0600), 0);
  ASSERT_EQ(mdb_txn_begin(env, nullptr, 0, &txn), 0);
  ASSERT_EQ(mdb_dbi_open(txn, "recipes", MDB_CREATE, &dbi), 0);
  ASSERT_EQ(mdb_txn_commit(txn), 0);
  mdb_env_close(env);
  for (const OpenMode mode : {OpenMode::kCreate, OpenMode::kReadWrite, OpenMode::kReadOnly}) {
    const auto opened = open(mode);
    ASSERT_FALSE(opened);
    EXPECT_TRUE(opened.error().is(StoreError::kUnknownFormat));
  }
}

TEST_F(EnvironmentTest, an_unknown_format_is_refused_in_every_mode) {
  ASSERT_TRUE(open(OpenMode::kCreate));
  {
    auto txn = environment_->write().value();
    ASSERT_TRUE(Meta(*environment_).put(txn, "store.format", as_bytes("jumelage-store/9")));
    ASSERT_TRUE(txn.commit());
  }
  for (const OpenMode mode : {OpenMode::kReadWrite, OpenMode::kReadOnly}) {
    const auto opened = open(mode);
    ASSERT_FALSE(opened);
    EXPECT_TRUE(opened.error().is(StoreError::kUnknownFormat));
    EXPECT_NE(opened.error().message().find("jumelage-store/9"), std::string::npos);
  }
}

TEST_F(EnvironmentTest, a_file_of_noise_is_an_error) {
  std::filesystem::create_directory(folder_);
  std::ofstream(folder_ / "ledger.mdb") << std::string(100'000, 'x');
  const auto opened = open(OpenMode::kReadWrite);
  ASSERT_FALSE(opened);
  EXPECT_TRUE(opened.error().is(StoreError::kDamaged));
}

// Rows that fill a few hundred pages.
void fill(Environment& environment) {
  auto txn = environment.write().value();
  for (std::uint32_t i = 0; i < 2000; ++i)
    ASSERT_TRUE(Tables(environment).put(txn, kPeople, as_bytes(std::to_string(i)), Bytes(500, 7)));
  ASSERT_TRUE(txn.commit());
}

TEST_F(EnvironmentTest, a_file_that_was_cut_off_is_an_error_and_not_the_end_of_the_process) {
  ASSERT_TRUE(open(OpenMode::kCreate));
  fill(*environment_);
  environment_.reset();
  const auto whole = std::filesystem::file_size(folder_ / "ledger.mdb");
  for (const std::uintmax_t length :
       {whole - 4096, whole / 2, std::uintmax_t{3 * 4096 + 100}, std::uintmax_t{2 * 4096}}) {
    std::filesystem::resize_file(folder_ / "ledger.mdb", length);
    for (const OpenMode mode : {OpenMode::kReadOnly, OpenMode::kReadWrite}) {
      const auto opened = open(mode);
      ASSERT_FALSE(opened) << length;
      EXPECT_TRUE(opened.error().is(StoreError::kDamaged)) << opened.error().message();
    }
  }
}

// LMDB never writes a page that a transaction took and gave back, so such a file is whole.
TEST_F(EnvironmentTest, a_file_without_its_last_free_pages_is_whole) {
  ASSERT_TRUE(open(OpenMode::kCreate));
  fill(*environment_);
  const auto key = as_bytes("large");
  for (int round = 0; round < 4; ++round) {  // leaves free pages, without which LMDB does write them
    auto txn = environment_->write().value();
    ASSERT_TRUE(Tables(*environment_).put(txn, kTowns, as_bytes(std::to_string(round)), as_bytes("x")));
    if (round == 3) {
      ASSERT_TRUE(Tables(*environment_).put(txn, kTowns, key, Bytes(500'000, 1)));
      ASSERT_TRUE(Tables(*environment_).erase(txn, kTowns, key).value());
    }
    ASSERT_TRUE(txn.commit());
  }
  environment_.reset();
  MDB_env* env = nullptr;
  MDB_envinfo info{};
  ASSERT_EQ(mdb_env_create(&env), 0);
  ASSERT_EQ(mdb_env_open(env, (folder_ / "ledger.mdb").c_str(), MDB_NOSUBDIR | MDB_RDONLY, 0600), 0);
  ASSERT_EQ(mdb_env_info(env, &info), 0);
  mdb_env_close(env);
  ASSERT_LT(std::filesystem::file_size(folder_ / "ledger.mdb"), (info.me_last_pgno + 1) * 4096)
      << "the case that this test is about";
  EXPECT_TRUE(open(OpenMode::kReadOnly));
  EXPECT_TRUE(open(OpenMode::kReadWrite));
}

TEST_F(EnvironmentTest, a_copy_that_may_only_be_read_can_be_read) {
  ASSERT_TRUE(open(OpenMode::kCreate));
  fill(*environment_);
  environment_.reset();
  std::filesystem::remove(folder_ / "ledger.mdb-lock");
  std::filesystem::permissions(outer_, std::filesystem::perms(0755));
  std::filesystem::permissions(folder_ / "ledger.mdb", std::filesystem::perms(0444));
  std::filesystem::permissions(folder_, std::filesystem::perms(0555));
  EXPECT_TRUE(in_another_process([&] {
    constexpr uid_t kNobody = 65534;
    if (::getuid() == 0 && ::setuid(kNobody) != 0) return false;
    const auto opened = Environment::open(folder_, OpenMode::kReadOnly, kTestTables);
    if (!opened) return false;
    const auto txn = opened.value()->read();
    return txn && Tables(*opened.value()).count(txn.value(), kPeople).value() == 2000;
  }));
  std::filesystem::permissions(folder_, std::filesystem::perms(0755));
}

TEST_F(EnvironmentTest, a_process_opens_a_folder_once_whatever_its_spelling) {
  ASSERT_TRUE(open(OpenMode::kCreate));
  std::filesystem::create_directory_symlink(folder_, outer_ / "alias");
  const auto again = Environment::open(outer_ / "alias", OpenMode::kReadOnly, kTestTables);
  ASSERT_FALSE(again);
  EXPECT_TRUE(again.error().is(StoreError::kAlreadyOpen));
  environment_.reset();
  EXPECT_TRUE(Environment::open(outer_ / "alias", OpenMode::kReadOnly, kTestTables));
}

TEST_F(EnvironmentTest, a_second_writing_process_is_refused_until_the_first_has_closed) {
  const auto writer_is_refused = [&] {
    const auto second = Environment::open(folder_, OpenMode::kReadWrite, kTestTables);
    return !second && second.error().is(StoreError::kLocked);
  };
  Signal ready;
  Signal done;
  const pid_t holder = ::fork();
  if (holder == 0) {
    ready.will_only_send();
    done.will_only_wait();
    const auto held = Environment::open(folder_, OpenMode::kCreate, kTestTables);
    ::_exit(held && ready.send() && done.wait() ? 0 : 1);
  }
  ready.will_only_wait();
  done.will_only_send();
  ASSERT_TRUE(ready.wait());
  EXPECT_TRUE(in_another_process(writer_is_refused));
  EXPECT_TRUE(
      in_another_process([&] { return Environment::open(folder_, OpenMode::kReadOnly, kTestTables).has_value(); }));
  ASSERT_TRUE(done.send());
  int status = 0;
  ASSERT_EQ(::waitpid(holder, &status, 0), holder);
  EXPECT_EQ(status, 0);
  EXPECT_TRUE(open(OpenMode::kReadWrite));
}

TEST_F(EnvironmentTest, a_reading_process_keeps_its_snapshot_while_another_writes) {
  ASSERT_TRUE(open(OpenMode::kCreate));
  environment_.reset();
  Signal turn_of_writer;
  Signal turn_of_reader;
  const pid_t reader = ::fork();
  if (reader == 0) {
    turn_of_writer.will_only_send();
    turn_of_reader.will_only_wait();
    const auto environment = Environment::open(folder_, OpenMode::kReadOnly, kTestTables);
    if (!environment) ::_exit(1);
    const Log log(*environment.value());
    auto before = environment.value()->read();
    if (!before || !turn_of_writer.send() || !turn_of_reader.wait()) ::_exit(2);
    auto after = environment.value()->read();
    if (!after || log.size(before.value()).value().value != 0) ::_exit(3);
    if (log.size(after.value()).value().value != 2'000) ::_exit(4);
    ::_exit(as_text(log.read(after.value(), {1'999}).value().value()) == "entry 1999" ? 0 : 5);
  }
  turn_of_writer.will_only_wait();
  turn_of_reader.will_only_send();
  ASSERT_TRUE(open(OpenMode::kReadWrite));
  ASSERT_TRUE(turn_of_writer.wait());
  const Log log(*environment_);
  for (std::uint64_t batch = 0; batch < 20; ++batch) {
    auto txn = environment_->write().value();
    for (std::uint64_t i = batch * 100; i < (batch + 1) * 100; ++i)
      ASSERT_TRUE(log.append(txn, {i}, as_bytes("entry " + std::to_string(i))));
    ASSERT_TRUE(txn.commit());
  }
  ASSERT_TRUE(turn_of_reader.send());
  int status = 0;
  ASSERT_EQ(::waitpid(reader, &status, 0), reader);
  EXPECT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

TEST_F(EnvironmentTest, reading_only_writes_nothing) {
  ASSERT_TRUE(open(OpenMode::kCreate));
  ASSERT_TRUE(open(OpenMode::kReadOnly));
  const auto txn = environment_->write();
  ASSERT_FALSE(txn);
  EXPECT_TRUE(txn.error().is(StoreError::kReadOnly));
}

TEST_F(EnvironmentTest, new_tables_are_made_by_a_writer_and_old_ones_keep_their_rows) {
  ASSERT_TRUE(open(OpenMode::kCreate));
  {
    auto txn = environment_->write().value();
    ASSERT_TRUE(Tables(*environment_).put(txn, kTowns, as_bytes("alençon"), as_bytes("1")));
    ASSERT_TRUE(txn.commit());
  }
  constexpr std::array<std::string_view, 3> kNewer = {"bridges", "people", "towns"};
  const auto reader = open(OpenMode::kReadOnly, kNewer);
  ASSERT_FALSE(reader);
  EXPECT_TRUE(reader.error().is(StoreError::kUnknownFormat));
  for (const OpenMode mode : {OpenMode::kReadWrite, OpenMode::kReadOnly}) {
    ASSERT_TRUE(open(mode, kNewer));
    const auto txn = environment_->read().value();
    EXPECT_EQ(Tables(*environment_).count(txn, TableId{0}).value(), 0U);
    EXPECT_TRUE(Tables(*environment_).get(txn, TableId{2}, as_bytes("alençon")).value());
  }
}

TEST_F(EnvironmentTest, a_transaction_not_committed_leaves_no_trace_even_if_moved) {
  ASSERT_TRUE(open(OpenMode::kCreate));
  const Meta meta(*environment_);
  {
    auto txn = environment_->write().value();
    ASSERT_TRUE(meta.put(txn, "a", as_bytes("1")));
    const WriteTransaction moved = std::move(txn);
  }
  auto txn = environment_->write().value();
  EXPECT_FALSE(meta.get(txn, "a").value());
  ASSERT_TRUE(meta.put(txn, "a", as_bytes("2")));
  txn.abort();
  auto reader = environment_->read().value();
  EXPECT_FALSE(meta.get(reader, "a").value());
  reader = environment_->read().value();
  EXPECT_FALSE(meta.get(reader, "a").value());
}

TEST_F(EnvironmentTest, too_many_readers_is_an_error_and_passes) {
  ASSERT_TRUE(open(OpenMode::kCreate));
  std::vector<ReadTransaction> readers;
  Result<ReadTransaction> next = environment_->read();
  for (; next && readers.size() <= kMaxReaders; next = environment_->read()) readers.push_back(std::move(next.value()));
  ASSERT_FALSE(next);
  EXPECT_TRUE(next.error().is(StoreError::kTooManyReaders));
  EXPECT_EQ(readers.size(), kMaxReaders);
  readers.pop_back();
  EXPECT_TRUE(environment_->read());
}

}  // namespace
}  // namespace jumelage::store
