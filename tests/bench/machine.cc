#include "machine.h"

#include <fcntl.h>
#include <lmdb.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <thread>

#include "base/check.h"
#include "crypto/ed25519.h"

namespace jumelage::bench {
namespace {

using Seconds = std::chrono::duration<double>;
using std::chrono::steady_clock;

double since(steady_clock::time_point start) {
  return Seconds(steady_clock::now() - start).count();
}

void must(int status, const char* what) {
  JUMELAGE_CHECK(status == 0, what);
}

}  // namespace

double raw_verifications_per_second(std::size_t message_bytes) {
  constexpr std::size_t kEach = 10'000;
  const auto key = crypto::SigningKey::generate();
  const KeyId id = key.id();
  const Bytes message(message_bytes, 0x5a);
  const auto signature = key.sign(message);
  const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
  const auto start = steady_clock::now();
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < cores; ++i)
    threads.emplace_back([&] {
      for (std::size_t n = 0; n < kEach; ++n)
        JUMELAGE_CHECK(crypto::verify(id, message, signature), "a good signature");
    });
  for (auto& thread : threads) thread.join();
  return static_cast<double>(kEach * cores) / since(start);
}

double raw_lmdb_appends_per_second(const std::filesystem::path& folder, std::span<const Bytes> entries,
                                   std::size_t batch) {
  std::filesystem::create_directories(folder);
  MDB_env* env = nullptr;
  must(mdb_env_create(&env), "an LMDB environment");
  must(mdb_env_set_mapsize(env, std::size_t{1} << 36), "a map size");
  must(mdb_env_open(env, folder.c_str(), MDB_NORDAHEAD, 0600), "an LMDB file");
  const auto start = steady_clock::now();
  MDB_dbi dbi = 0;
  for (std::uint64_t at = 0; at < entries.size();) {
    MDB_txn* txn = nullptr;
    must(mdb_txn_begin(env, nullptr, 0, &txn), "a transaction");
    if (at == 0) must(mdb_dbi_open(txn, nullptr, MDB_INTEGERKEY, &dbi), "a table");
    for (const std::uint64_t end = std::min<std::uint64_t>(at + batch, entries.size()); at < end; ++at) {
      MDB_val key{sizeof at, &at};
      MDB_val value{entries[at].size(), const_cast<std::uint8_t*>(entries[at].data())};
      must(mdb_put(txn, dbi, &key, &value, MDB_APPEND), "a put");
    }
    must(mdb_txn_commit(txn), "a commit");
  }
  const double seconds = since(start);
  mdb_env_close(env);
  std::filesystem::remove_all(folder);
  return static_cast<double>(entries.size()) / seconds;
}

std::vector<double> fdatasync_seconds(const std::filesystem::path& folder, std::size_t samples) {
  const auto path = folder / "fdatasync.probe";
  const int fd = ::open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  JUMELAGE_CHECK(fd >= 0, "a file to sync");
  std::array<char, 4096> page{};
  std::vector<double> seconds;
  for (std::size_t i = 0; i < samples; ++i) {
    const auto start = steady_clock::now();
    page[0] = static_cast<char>(i);
    JUMELAGE_CHECK(::pwrite(fd, page.data(), page.size(), 0) == 4096, "a write");
    must(::fdatasync(fd), "a sync");
    seconds.push_back(since(start));
  }
  ::close(fd);
  std::filesystem::remove(path);
  std::sort(seconds.begin(), seconds.end());
  return seconds;
}

}  // namespace jumelage::bench
