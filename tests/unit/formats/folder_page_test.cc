// docs/formats/ledger-folder.md: a folder written by the program, read without it.
#include <gtest/gtest.h>
#include <lmdb.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>

#include "event/packed.h"
#include "docs_page.h"
#include "merkle/tile.h"
#include "projection/register_tables.h"
#include "store/documents.h"
#include "store/log.h"
#include "store/tree_store.h"

namespace jumelage::store {
namespace {

constexpr std::uint64_t kEntries = 259;

const std::string& page() {
  static const std::string page = test::docs_page("formats/ledger-folder.md");
  return page;
}

// One database of the file, by LMDB's own functions: the key and value that come last.
struct LastRow {
  Bytes key;
  Bytes value;
};

class FolderPage : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (std::filesystem::temp_directory_path() / "jumelage-formats-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    scratch_ = name;
    folder_ = scratch_ / "ledger";
    write();
    ASSERT_EQ(mdb_env_create(&env_), 0);
    ASSERT_EQ(mdb_env_set_maxdbs(env_, 32), 0);
    ASSERT_EQ(mdb_env_open(env_, (folder_ / "ledger.mdb").c_str(), MDB_NOSUBDIR | MDB_RDONLY, 0), 0);
    ASSERT_EQ(mdb_txn_begin(env_, nullptr, MDB_RDONLY, &txn_), 0);
  }
  void TearDown() override {
    if (txn_ != nullptr) mdb_txn_abort(txn_);
    if (env_ != nullptr) mdb_env_close(env_);
    std::filesystem::remove_all(scratch_);
  }

  void write() {
    auto environment = Environment::open(folder_, OpenMode::kCreate, projection::kTableNames);
    ASSERT_TRUE(environment) << environment.error().message();
    auto txn = environment.value()->write();
    ASSERT_TRUE(txn) << txn.error().message();
    const Log log(*environment.value());
    for (std::uint64_t i = 0; i < kEntries; ++i)
      ASSERT_TRUE(log.append(txn.value(), EntryIndex{i}, as_bytes(std::to_string(i))));
    ASSERT_TRUE(TreeStore(*environment.value()).write(txn.value(), {1, 2}, Bytes(merkle::kTileBytes)));
    const Meta meta(*environment.value());
    ASSERT_TRUE(projection::write_progress(meta, txn.value(), {projection::kRegisterVersion, TreeSize{kEntries}}));
    ASSERT_TRUE(txn.value().commit());
    ASSERT_TRUE(Documents(folder_).put(as_bytes("hello\n")));
  }

  MDB_dbi open(const char* name) {
    MDB_dbi dbi = 0;
    EXPECT_EQ(mdb_dbi_open(txn_, name, 0, &dbi), 0) << (name == nullptr ? "the list of databases" : name);
    return dbi;
  }

  static Bytes copy(const MDB_val& value) {
    const auto* begin = static_cast<const std::uint8_t*>(value.mv_data);
    return {begin, begin + value.mv_size};
  }

  LastRow last_row(const char* database) {
    MDB_cursor* cursor = nullptr;
    EXPECT_EQ(mdb_cursor_open(txn_, open(database), &cursor), 0);
    MDB_val key{};
    MDB_val value{};
    EXPECT_EQ(mdb_cursor_get(cursor, &key, &value, MDB_LAST), 0);
    LastRow row{copy(key), copy(value)};
    mdb_cursor_close(cursor);
    return row;
  }

  Bytes meta(std::string_view name) {
    MDB_val key{name.size(), const_cast<char*>(name.data())};
    MDB_val value{};
    EXPECT_EQ(mdb_get(txn_, open("meta"), &key, &value), 0) << name;
    return copy(value);
  }

  std::filesystem::path scratch_;
  std::filesystem::path folder_;
  MDB_env* env_ = nullptr;
  MDB_txn* txn_ = nullptr;
};

TEST_F(FolderPage, HoldsTheFilesOfThePageWithTheirModesAndNoOthers) {
  std::set<std::string> listed;
  for (const auto& cells : test::code_rows(page())) {
    if (cells.size() < 3 || !cells[1].starts_with("0")) continue;
    struct stat info {};
    ASSERT_EQ(::stat((folder_ / cells[0]).c_str(), &info), 0) << cells[0];
    EXPECT_EQ(info.st_mode & 07777, std::stoul(cells[1], nullptr, 8)) << cells[0];
    listed.insert((folder_ / cells[0]).lexically_normal().string());
  }
  for (const auto& found : std::filesystem::recursive_directory_iterator(folder_))
    EXPECT_TRUE(listed.contains(found.path().string())) << found.path();
}

TEST_F(FolderPage, HoldsTheDatabasesOfThePage) {
  std::set<std::string> listed;
  for (const auto& cells : test::code_rows(page()))
    if (cells.size() > 2 && cells[1].starts_with("database")) listed.insert(cells[0]);
  std::set<std::string> found;
  MDB_cursor* cursor = nullptr;
  ASSERT_EQ(mdb_cursor_open(txn_, open(nullptr), &cursor), 0);
  MDB_val key{};
  MDB_val value{};
  while (mdb_cursor_get(cursor, &key, &value, MDB_NEXT) == 0) found.insert(std::string(as_text(copy(key))));
  mdb_cursor_close(cursor);
  EXPECT_EQ(found, listed);
}

TEST_F(FolderPage, KeysOfLogAndTreeAreThoseOfThePage) {
  EXPECT_EQ(last_row("log").key, test::hex_block(page(), "log-key"));
  EXPECT_EQ(last_row("log").value, Bytes({'2', '5', '8'}));
  EXPECT_EQ(last_row("tree").key, test::hex_block(page(), "tree-key"));
  EXPECT_EQ(last_row("tree").value.size(), merkle::kTileBytes);
}

TEST_F(FolderPage, AnEntryIsPackedAsInThePage) {
  EXPECT_EQ(event::pack(test::hex_block(page(), "unpacked")), test::hex_block(page(), "packed"));
  const auto words = event::unpack(test::hex_block(page(), "packed"));
  ASSERT_TRUE(words) << words.error().message();
  EXPECT_TRUE(equal(words.value().view, test::hex_block(page(), "unpacked")));
}

TEST_F(FolderPage, NamedValuesAreThoseOfThePage) {
  EXPECT_EQ(meta("store.format"), test::hex_block(page(), "format"));
  EXPECT_EQ(meta("projection.register"), test::hex_block(page(), "progress"));
}

}  // namespace
}  // namespace jumelage::store
