// Stands in for libFuzzer where the compiler has none: runs a target on every file of its corpus, then on random
// mutations of them. The same seed makes the same inputs on every machine.
//
//   replay CORPUS_FOLDER [MUTATIONS [FIRST]]
//
// MUTATIONS is 20000 unless told otherwise, FIRST 0. A failing run names its mutation; `replay FOLDER 1 NUMBER` makes
// that one alone.
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/files.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace jumelage {
namespace {

constexpr std::size_t kMaxSeedBytes = std::size_t{1} << 20;
constexpr std::size_t kMaxInputBytes = std::size_t{64} << 10;  // a mutation grows no further
constexpr std::uint64_t kMutations = 20'000;

// What runs now, ready to be written out by a signal handler, which may do nothing cleverer.
std::array<char, 256> running{};
std::size_t running_size = 0;

void say_running(const std::string& what) {
  running_size = std::min(what.size(), running.size());
  std::copy_n(what.begin(), running_size, running.begin());
}

void on_crash(int signal) {
  [[maybe_unused]] const auto written = write(STDERR_FILENO, running.data(), running_size);
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

class Mutator {
 public:
  Mutator(const std::vector<Bytes>& seeds, std::uint64_t number) : seeds_(seeds), random_(number) {}

  Bytes make() {
    Bytes input = seeds_[below(seeds_.size())];
    for (std::size_t steps = 1 + below(8); steps > 0; --steps) change(input);
    if (input.size() > kMaxInputBytes) input.resize(kMaxInputBytes);
    return input;
  }

 private:
  // Not std::uniform_int_distribution, whose results differ between libraries. The bias does no harm here.
  std::size_t below(std::size_t bound) { return bound == 0 ? 0 : static_cast<std::size_t>(random_() % bound); }

  void change(Bytes& input) {
    switch (below(6)) {
      case 0: return flip(input);
      case 1: return insert(input, pick(seeds_[below(seeds_.size())], 256));
      case 2: return insert(input, pick(input, 64));
      case 3: return erase(input);
      case 4: return insert(input, as_bytes(kTokens[below(kTokens.size())]));
      default: return replace(input);
    }
  }

  void flip(Bytes& input) {
    if (!input.empty()) input[below(input.size())] ^= static_cast<std::uint8_t>(1U << below(8));
  }

  void replace(Bytes& input) {
    if (!input.empty()) input[below(input.size())] = static_cast<std::uint8_t>(below(256));
  }

  void erase(Bytes& input) {
    const std::size_t from = below(input.size());
    const std::size_t to = std::min(input.size(), from + 1 + below(32));
    if (from < to) input.erase(at(input, from), at(input, to));
  }

  Bytes pick(const Bytes& from, std::size_t max) {
    const std::size_t start = below(from.size());
    const std::size_t end = std::min(from.size(), start + 1 + below(max));
    return start < end ? Bytes(at(from, start), at(from, end)) : Bytes();
  }

  void insert(Bytes& input, ByteView more) {
    const Bytes copy(more.begin(), more.end());
    input.insert(at(input, below(input.size() + 1)), copy.begin(), copy.end());
  }

  static Bytes::const_iterator at(const Bytes& bytes, std::size_t i) {
    return bytes.begin() + static_cast<std::ptrdiff_t>(i);
  }

  // What text formats are made of.
  static constexpr std::array<std::string_view, 16> kTokens{
      "\"",           "\"\"",     ",",        ";", "\t", "\n", "\r\n", "\r",
      "\xef\xbb\xbf", "\xcc\x81", "\xc2\x92", "{", "}",  "[",  ":",    "0"};

  const std::vector<Bytes>& seeds_;
  std::mt19937_64 random_;
};

// Sorted by name, so that a mutation's number means the same everywhere.
std::vector<Bytes> read_corpus(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.is_regular_file()) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<Bytes> seeds;
  for (const auto& path : paths) {
    auto bytes = read_file(path, kMaxSeedBytes);
    if (!bytes) {
      std::fprintf(stderr, "%s\n", bytes.error().message().c_str());
      std::exit(2);
    }
    say_running("failed on the seed " + path.filename().string() + "\n");
    LLVMFuzzerTestOneInput(bytes.value().data(), bytes.value().size());
    seeds.push_back(std::move(bytes.value()));
  }
  return seeds;
}

int replay(const std::filesystem::path& folder, std::uint64_t mutations, std::uint64_t first) {
  const std::vector<Bytes> seeds = read_corpus(folder);
  if (seeds.empty()) {
    std::fprintf(stderr, "no seeds in %s\n", folder.c_str());
    return 2;
  }
  for (std::uint64_t number = first; number < first + mutations; ++number) {
    say_running("failed on mutation " + std::to_string(number) + "\n");
    const Bytes input = Mutator(seeds, number).make();
    LLVMFuzzerTestOneInput(input.data(), input.size());
  }
  std::printf("%zu seeds and %llu mutations\n", seeds.size(), static_cast<unsigned long long>(mutations));
  return 0;
}

}  // namespace
}  // namespace jumelage

int main(int argc, char** argv) {
  if (argc < 2 || argc > 4) {
    std::fprintf(stderr, "usage: %s CORPUS_FOLDER [MUTATIONS [FIRST]]\n", argv[0]);
    return 2;
  }
  for (int signal : {SIGABRT, SIGSEGV, SIGFPE, SIGILL, SIGBUS}) std::signal(signal, jumelage::on_crash);
  const std::uint64_t mutations = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : jumelage::kMutations;
  return jumelage::replay(argv[1], mutations, argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 0);
}
