// The ledger against the machine: `./tools/bench [--mix MIX] [--only FIGURES] [SIZE ...]`, sizes in entries.
//
// For each mix of acts and each size a new ledger is filled with packet-signed acts, and then measured as it stands.
// Acts are made before the clock starts. A machine that others use, too, is faster in one second than in the next: what
// is held against a limit is taken in rounds, with the limit right before and right after each, and the median round
// counts.

#include <fcntl.h>
#include <fmt/format.h>
#include <getopt.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <map>
#include <random>
#include <set>
#include <thread>

#include "base/check.h"
#include "event/packed.h"
#include "figures.h"
#include "event/sealed.h"
#include "ledger/ledger.h"
#include "machine.h"
#include "mix.h"
#include "queries.h"

namespace jumelage::bench {
namespace {

using std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

constexpr std::size_t kGroup = 512;      // acts a submission, where many are in flight
constexpr std::size_t kInFlight = 4096;  // acts submitted and not yet answered
constexpr std::size_t kQuerySamples = 200;

double since(steady_clock::time_point start) {
  return Seconds(steady_clock::now() - start).count();
}

double cpu_seconds() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](timeval t) { return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6; };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double percentile(std::vector<double> samples, double p) {
  std::sort(samples.begin(), samples.end());
  return samples[static_cast<std::size_t>(p * static_cast<double>(samples.size() - 1))];
}

void must_be_recorded(const std::vector<ledger::Answer>& answers) {
  for (const auto& answer : answers)
    if (!answer) stop("recorded", answer.error().message(), __FILE__, __LINE__);
}

struct Rate {
  double acts_per_second;
  double cpu_microseconds;  // an act, the whole process
};

// Submits everything in groups, with a bounded number of acts in flight.
Rate append_in_flight(ledger::Ledger& ledger, std::vector<Bytes> acts) {
  const std::size_t count = acts.size();
  std::mutex mutex;
  std::condition_variable changed;
  std::size_t in_flight = 0;
  const double cpu = cpu_seconds();
  const auto start = steady_clock::now();
  for (std::size_t at = 0; at < count;) {
    const std::size_t n = std::min(kGroup, count - at);
    std::vector<Bytes> group(std::make_move_iterator(acts.begin() + static_cast<std::ptrdiff_t>(at)),
                             std::make_move_iterator(acts.begin() + static_cast<std::ptrdiff_t>(at + n)));
    at += n;
    {
      std::unique_lock lock(mutex);
      changed.wait(lock, [&] { return in_flight + n <= kInFlight; });
      in_flight += n;
    }
    ledger.submit(std::move(group), [&, n](std::vector<ledger::Answer> answers) {
      must_be_recorded(answers);
      const std::lock_guard lock(mutex);
      in_flight -= n;
      changed.notify_one();
    });
  }
  std::unique_lock lock(mutex);
  changed.wait(lock, [&] { return in_flight == 0; });
  const double seconds = since(start);
  return {static_cast<double>(count) / seconds, (cpu_seconds() - cpu) * 1e6 / static_cast<double>(count)};
}

// Each submitter waits for its answer before it sends the next act.
// Each takes as many acts at a time as must stay in order.
Rate append_blocking(ledger::Ledger& ledger, std::vector<Bytes> acts, std::size_t in_order, unsigned submitters) {
  std::atomic<std::size_t> next = 0;
  const double cpu = cpu_seconds();
  const auto start = steady_clock::now();
  std::vector<std::thread> threads;
  for (unsigned t = 0; t < submitters; ++t) {
    threads.emplace_back([&] {
      for (std::size_t from = next.fetch_add(in_order); from + in_order <= acts.size();
           from = next.fetch_add(in_order)) {
        for (std::size_t i = from; i < from + in_order; ++i) {
          const auto answer = ledger.append_one(std::move(acts[i]));
          if (!answer) stop("recorded", answer.error().message(), __FILE__, __LINE__);
        }
      }
    });
  }
  for (auto& thread : threads) thread.join();
  const double count = static_cast<double>(acts.size() / in_order * in_order);
  return {count / since(start), (cpu_seconds() - cpu) * 1e6 / count};
}

std::vector<double> append_alone(ledger::Ledger& ledger, std::vector<Bytes> acts) {
  std::vector<double> seconds;
  for (Bytes& act : acts) {
    const auto start = steady_clock::now();
    const auto answer = ledger.append_one(std::move(act));
    seconds.push_back(since(start));
    if (!answer) stop("recorded", answer.error().message(), __FILE__, __LINE__);
  }
  return seconds;
}

std::vector<double> prove(const ledger::Ledger& ledger, std::size_t samples) {
  const auto snapshot = ledger.snapshot().value();
  std::mt19937_64 random(1);
  std::vector<double> seconds;
  for (std::size_t i = 0; i < samples; ++i) {
    const EntryIndex index{random() % snapshot.size().value};
    const auto start = steady_clock::now();
    const auto proof = snapshot.inclusion_proof(index, snapshot.size());
    seconds.push_back(since(start));
    JUMELAGE_CHECK(proof.has_value(), "a proof");
  }
  return seconds;
}

// Puts the file out of the page cache, so that opening reads the disk.
void forget_cached(const std::filesystem::path& file) {
  const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  JUMELAGE_CHECK(fd >= 0, "the ledger's file");
  ::fdatasync(fd);
  ::posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
  ::close(fd);
}

std::vector<double> open_times(const std::filesystem::path& folder, std::size_t samples, bool cold) {
  std::vector<double> seconds;
  for (std::size_t i = 0; i < samples; ++i) {
    if (cold) forget_cached(folder / "ledger.mdb");
    const auto start = steady_clock::now();
    const auto opened = ledger::Ledger::open(folder);
    seconds.push_back(since(start));
    JUMELAGE_CHECK(opened.has_value(), "the ledger opens");
  }
  return seconds;
}

double entry_bytes(const ledger::Ledger& ledger) {
  const auto snapshot = ledger.snapshot().value();
  store::LogCursor cursor(snapshot.stores().log, snapshot.transaction(), EntryIndex{0});
  double total = 0;
  while (const auto entry = cursor.next().value())
    total += static_cast<double>(event::unpack(entry->bytes).value().view.size());
  return total;
}

double bytes_on_disk(const std::filesystem::path& file) {
  struct stat info {};
  JUMELAGE_CHECK(::stat(file.c_str(), &info) == 0, "the ledger's file");
  return static_cast<double>(info.st_blocks) * 512;
}

// What --only may name.
const std::set<std::string> kFigures = {"disk",   "packets", "singles", "blocking", "latency",
                                        "proofs", "queries", "opening", "rebuild"};

constexpr std::uint64_t kLeast = 1'000;
constexpr std::uint64_t kMost = 100'000'000;

int usage(std::FILE* to) {
  std::fputs(fmt::format("Usage: tools/bench [--mix MIX] [--only FIGURE,...] [SIZE ...]\n\n"
                         "Measures the ledger against what this machine can do at all, when it holds SIZE entries ({} "
                         "to {}; otherwise\n10000 and 1000000).\n\n  --mix   what acts it holds, one of {}; otherwise "
                         "each of them in turn\n  --only  some of "
                         "{}\n",
                         kLeast, kMost, fmt::join(kMixes, ","), fmt::join(kFigures, ","))
                 .c_str(),
             to);
  return to == stdout ? 0 : 2;
}

bool read_figures(std::string_view words, std::set<std::string>& figures) {
  while (true) {
    const std::size_t comma = words.find(',');
    const std::string word(words.substr(0, comma));
    if (!kFigures.contains(word)) return false;
    figures.insert(word);
    if (comma == std::string_view::npos) return true;
    words.remove_prefix(comma + 1);
  }
}

class Wanted {
 public:
  explicit Wanted(std::set<std::string> only) : only_(std::move(only)) {}
  bool operator()(const std::string& figure) const { return only_.empty() || only_.contains(figure); }

 private:
  std::set<std::string> only_;
};

constexpr int kRounds = 5;

// The median round's.
struct Paired {
  double acts_per_second = 0;
  double verifications_per_second = 0;
  double cpu_microseconds = 0;
  double ratio() const { return acts_per_second / verifications_per_second; }
};

std::vector<Acts> rounds_of(const std::function<Acts()>& make) {
  std::vector<Acts> out;
  for (int i = 0; i < kRounds; ++i) out.push_back(make());
  return out;
}

double signatures_of_an_act(const Acts& acts) {
  std::size_t signatures = 0;
  for (const Bytes& act : acts) {
    const auto sealed = event::SealedAct::parse(act);
    JUMELAGE_CHECK(sealed.has_value(), "an act that was just made");
    signatures += sealed.value().signatures().size();
  }
  return static_cast<double>(signatures) / static_cast<double>(acts.size());
}

Paired against_verification(std::vector<Acts> acts, const std::function<Rate(Acts)>& append) {
  std::vector<Paired> rounds;
  double before = raw_verifications_per_second(512);
  for (Acts& some : acts) {
    const Rate rate = append(std::move(some));
    const double after = raw_verifications_per_second(512);
    rounds.push_back({rate.acts_per_second, (before + after) / 2, rate.cpu_microseconds});
    before = after;
  }
  std::ranges::sort(rounds, {}, &Paired::ratio);
  return rounds[kRounds / 2];
}

// CPU of an act by what kind of act, from the smallest size to the largest.
using Costs = std::map<std::string, std::vector<double>>;

class Bench {
 public:
  Bench(std::filesystem::path folder, std::string_view mix, const Wanted& wanted, Figures& figures, Costs& costs)
      : folder_(std::move(folder)), name_(mix), wanted_(wanted), mix_(make_mix(mix)), figures_(figures), costs_(costs) {
    auto created = ledger::Ledger::create(folder_);
    JUMELAGE_CHECK(created.has_value(), "a new ledger");
    ledger_ = std::move(created).value();
    must_be_recorded(ledger_->append(with_documents(mix_->foundation())));
  }

  void measure(std::uint64_t size) {
    figures_.heading(fmt::format("At {} entries of a {}", size, name_));
    fill(size);
    if (wanted_("disk")) measure_disk();
    if (wanted_("packets")) measure_packets();
    if (wanted_("singles")) measure_singles();
    if (wanted_("blocking") && mix_->independent() != 0) measure_blocking();
    if (wanted_("latency")) measure_latency();
    if (wanted_("proofs")) measure_proofs(size);
    if (wanted_("queries")) measure_queries(size);
    if (wanted_("opening")) measure_opening(size);
    if (wanted_("rebuild")) measure_rebuild(size);
    print_kinds();
  }

 private:
  Acts with_documents(Acts acts) {
    for (const std::string& document : mix_->take_documents())
      JUMELAGE_CHECK(ledger_->put_document(as_bytes(document)).has_value(), "a document");
    return acts;
  }
  Acts singles(std::size_t count) { return with_documents(mix_->singles(count)); }
  Acts packets(std::size_t count) { return with_documents(mix_->packets(count)); }
  void print_kinds() const {
    for (const auto& [kind, count] : mix_->kinds()) fmt::print("{:>10} {}\n", count, kind);
  }
  void fill(std::uint64_t size) {
    const auto now = [&] { return ledger_->snapshot().value().size().value; };
    while (now() < size) {
      const std::uint64_t missing = size - now();
      append_in_flight(*ledger_, packets(std::min<std::uint64_t>(missing, 100'000)));
    }
  }
  void measure_disk() {
    const double entries = static_cast<double>(ledger_->snapshot().value().size().value);
    const double bytes = entry_bytes(*ledger_);
    const double disk = bytes_on_disk(folder_ / "ledger.mdb");
    figures_.add("bytes of an entry", bytes / entries, "B");
    figures_.bound("bytes on disk an entry", disk / entries, "B", Goal::kAtMost, 1.6 * bytes / entries + 200);
  }
  void measure_packets() {
    auto rounds = rounds_of([&] { return packets(40'000); });
    const double raw = raw_lmdb_appends_per_second(folder_ / "raw", rounds.front(), 1024);
    const Paired paired = in_flight(std::move(rounds));
    report("packet-signed append, 4,096 in flight", "a packet-signed act", paired, 3);
    figures_.ratio("packet-signed append", paired.acts_per_second, "/s", "raw LMDB, synced batches", raw, 0);
  }
  void measure_singles() {
    auto rounds = rounds_of([&] { return singles(20'000); });
    const double signatures = signatures_of_an_act(rounds.front());
    const Paired paired = in_flight(std::move(rounds));
    if (signatures == 1) return report("singly signed append, 4,096 in flight", "a singly signed act", paired, 0.85);
    // Acts of several hands take several checks each, so it is these that the limit is about.
    figures_.add("singly signed append, 4,096 in flight", paired.acts_per_second, "/s");
    figures_.add("signatures of an act", signatures, "");
    Paired checks = paired;
    checks.acts_per_second *= signatures;
    report("signatures of singly signed acts", "a singly signed act", checks, 0.85);
  }
  void measure_blocking() {
    const Paired paired = against_verification(rounds_of([&] { return singles(9'000); }), [&](Acts acts) {
      return append_blocking(*ledger_, std::move(acts), mix_->independent(), 64);
    });
    report("singly signed append, 64 blocking submitters", "an act of a blocking submitter", paired, 0.6);
  }
  Paired in_flight(std::vector<Acts> rounds) {
    return against_verification(std::move(rounds),
                                [&](Acts acts) { return append_in_flight(*ledger_, std::move(acts)); });
  }
  void report(const std::string& what, const std::string& act, const Paired& paired, double goal) {
    figures_.ratio(what, paired.acts_per_second, "/s", "raw verification", paired.verifications_per_second, goal);
    figures_.add(fmt::format("CPU of {}", act), paired.cpu_microseconds, "us");
    costs_[fmt::format("{}, {}", act, name_)].push_back(paired.cpu_microseconds);
  }
  void measure_latency() {
    const auto syncs = fdatasync_seconds(folder_, 500);
    const auto alone = append_alone(*ledger_, singles(600));
    figures_.bound("single submitter, p50", percentile(alone, 0.5) * 1e3, "ms", Goal::kAtMost, 2);
    figures_.add("single submitter, p99", percentile(alone, 0.99) * 1e3, "ms");
    figures_.add("one fdatasync, p50", percentile(syncs, 0.5) * 1e3, "ms");
    figures_.add("one fdatasync, p99", percentile(syncs, 0.99) * 1e3, "ms");
  }
  void measure_proofs(std::uint64_t size) {
    const auto proofs = prove(*ledger_, 20'000);
    figures_.bound("inclusion proof, p50", percentile(proofs, 0.5) * 1e6, "us",
                   size >= 1'000'000 ? Goal::kAtMost : Goal::kNone, 10);
    figures_.add("inclusion proof, p99", percentile(proofs, 0.99) * 1e6, "us");
  }
  void measure_queries(std::uint64_t size) {
    const Goal goal = size >= 1'000'000 ? Goal::kAtMost : Goal::kNone;
    const auto snapshot = ledger_->snapshot().value();
    for (const Query& query : queries(snapshot)) {
      const auto times = query_seconds(query, kQuerySamples);
      figures_.bound(fmt::format("query, p99: {}", query.name), percentile(times, 0.99) * 1e3, "ms", goal, 5);
      figures_.add(fmt::format("query, p50: {}", query.name), percentile(times, 0.5) * 1e3, "ms");
    }
  }
  void measure_opening(std::uint64_t size) {
    ledger_.reset();
    const bool large = size >= 1'000'000;
    figures_.bound("open, warm, p50", percentile(open_times(folder_, 21, false), 0.5) * 1e3, "ms",
                   large ? Goal::kAtMost : Goal::kNone, 5);
    figures_.bound("open, cold, p50", percentile(open_times(folder_, 7, true), 0.5) * 1e3, "ms",
                   large ? Goal::kAtMost : Goal::kNone, 20);
    ledger_ = std::move(ledger::Ledger::open(folder_)).value();
  }
  void measure_rebuild(std::uint64_t size) {
    const double entries = static_cast<double>(ledger_->snapshot().value().size().value);
    const double cpu = cpu_seconds();
    const auto start = steady_clock::now();
    JUMELAGE_CHECK(ledger_->rebuild().has_value(), "a rebuild");
    figures_.bound("rebuild of the register", entries / since(start), "/s",
                   size >= 1'000'000 ? Goal::kAtLeast : Goal::kNone, 75'000);
    figures_.add("CPU of an act in the rebuild", (cpu_seconds() - cpu) * 1e6 / entries, "us");
  }

  std::filesystem::path folder_;
  std::string name_;
  const Wanted& wanted_;
  std::unique_ptr<Mix> mix_;
  std::unique_ptr<ledger::Ledger> ledger_;
  Figures& figures_;
  Costs& costs_;
};

int finish(Figures& figures, const Costs& costs) {
  for (const auto& [act, sizes] : costs)
    if (sizes.size() >= 2)
      figures.bound(fmt::format("CPU of {}: at the largest size, of that at the smallest", act),
                    sizes.back() / sizes.front(), "x", Goal::kAtMost, 1.15);
  return figures.print();
}

int run(const std::vector<std::string_view>& mixes, const std::vector<std::uint64_t>& sizes, const Wanted& wanted) {
  std::string name = (std::filesystem::current_path() / "bench-ledger-XXXXXX").string();
  JUMELAGE_CHECK(::mkdtemp(name.data()) != nullptr, "a folder for the benchmark");
  Figures figures;
  Costs costs;
  for (const std::string_view mix : mixes) {
    for (const std::uint64_t size : sizes) {
      const std::filesystem::path folder = std::filesystem::path(name) / std::to_string(size);
      std::filesystem::create_directory(folder);
      Bench(folder / "ledger", mix, wanted, figures, costs).measure(size);
      std::filesystem::remove_all(folder);
    }
  }
  std::filesystem::remove_all(name);
  return finish(figures, costs);
}

}  // namespace
}  // namespace jumelage::bench

int main(int argc, char** argv) {
  using namespace jumelage::bench;
  static const option kLong[] = {{"mix", required_argument, nullptr, 'm'},
                                 {"only", required_argument, nullptr, 'o'},
                                 {"help", no_argument, nullptr, 'h'},
                                 {}};
  std::set<std::string> only;
  std::vector<std::string_view> mixes(std::begin(kMixes), std::end(kMixes));
  for (int c = 0; (c = getopt_long(argc, argv, "", kLong, nullptr)) != -1;) {
    if (c == 'm' && make_mix(optarg) != nullptr) {
      mixes = {optarg};
    } else if (c != 'o' || !read_figures(optarg, only)) {
      return usage(c == 'h' ? stdout : stderr);
    }
  }
  std::vector<std::uint64_t> sizes;
  for (int i = optind; i < argc; ++i) {
    const std::string_view word = argv[i];
    std::uint64_t size = 0;
    const auto read = std::from_chars(word.begin(), word.end(), size);
    if (read.ec != std::errc() || read.ptr != word.end() || size < kLeast || size > kMost) return usage(stderr);
    sizes.push_back(size);
  }
  if (sizes.empty()) sizes = {10'000, 1'000'000};
  return run(mixes, sizes, Wanted(only));
}
