#include "ledger/ledger.h"

#include <future>

#include "ledger/kept_documents.h"
#include "ledger/ledger_error.h"
#include "ledger/sequencing.h"

namespace jumelage::ledger {
namespace {

// A thread that waits for its answers may as well check what it submits, unless several could do so at once.
constexpr std::size_t kCheckedHere = 2;

Error busy() {
  return {LedgerError::kBusy,
          "nothing was recorded: the register is being made again from the log; try again when that is done"};
}

Error not_writable() {
  return {LedgerError::kNeedsReopen,
          "nothing was recorded: the ledger is open for reading only, or making its register again did not end well; "
          "open it again for writing"};
}

}  // namespace

Ledger::Ledger(Stores stores, OpenOptions options) : stores_(std::move(stores)), options_(std::move(options)) {
  if (options_.clock == nullptr) options_.clock = &system_clock();
}

Ledger::~Ledger() {
  pipeline_.reset();
}

Result<std::unique_ptr<Ledger>> Ledger::open_as(const std::filesystem::path& folder, store::OpenMode mode,
                                                OpenOptions options) {
  JUMELAGE_TRY(auto environment, store::Environment::open(folder, mode, projection::kTableNames));
  std::unique_ptr<Ledger> ledger(new Ledger(Stores(std::move(environment)), std::move(options)));
  if (mode != store::OpenMode::kReadOnly) {
    JUMELAGE_TRY(ledger->prepare_writer());
    // Nobody else writes: what is still written down is of a process that is gone.
    static_cast<void>(finish_bringing(ledger->stores_));
  }
  return ledger;
}

Result<std::unique_ptr<Ledger>> Ledger::create(const std::filesystem::path& folder, OpenOptions options) {
  return open_as(folder, store::OpenMode::kCreate, std::move(options));
}

Result<std::unique_ptr<Ledger>> Ledger::open(const std::filesystem::path& folder, OpenOptions options) {
  return open_as(folder, store::OpenMode::kReadWrite, std::move(options));
}

Result<std::unique_ptr<Ledger>> Ledger::open_to_read(const std::filesystem::path& folder, OpenOptions options) {
  return open_as(folder, store::OpenMode::kReadOnly, std::move(options));
}

Result<void> Ledger::prepare_writer() {
  JUMELAGE_TRY(catch_up_register(stores_, options_.progress));
  // One file that cannot be removed must not keep the club from recording: it stays written down as to be destroyed.
  static_cast<void>(finish_erasures(stores_));
  return open_writer();
}

Result<void> Ledger::open_writer() {
  JUMELAGE_TRY(auto writer, BatchWriter::open(stores_, {*options_.clock, options_.accept_clock_behind}, packets_));
  writer_ = std::make_unique<BatchWriter>(std::move(writer));
  return ok();
}

Pipeline* Ledger::pipeline() {
  const std::lock_guard lock(starting_);
  if (!pipeline_ && writer_) pipeline_ = std::make_unique<Pipeline>(stores_, *writer_, packets_, options_.pipeline);
  return pipeline_.get();
}

void Ledger::submit(std::vector<Bytes> sealed, Pipeline::Done done) {
  submit(std::move(sealed), std::move(done), Pipeline::CheckedBy::kCheckers, Recording::kEachByItself);
}

void Ledger::submit(std::vector<Bytes> sealed, Pipeline::Done done, Pipeline::CheckedBy checked_by,
                    Recording recording) {
  const Gate::Visit visit(gate_);
  if (!visit) return done(std::vector<Answer>(sealed.size(), busy()));
  Pipeline* const taking = pipeline();
  if (taking == nullptr) return done(std::vector<Answer>(sealed.size(), not_writable()));
  if (recording == Recording::kTogether) return taking->submit_together(std::move(sealed), std::move(done), checked_by);
  taking->submit(std::move(sealed), std::move(done), checked_by);
}

std::vector<Answer> Ledger::append_and_wait(std::vector<Bytes> sealed, Recording recording) {
  std::promise<std::vector<Answer>> promise;
  auto answers = promise.get_future();
  const auto checked_by =
      sealed.size() <= kCheckedHere ? Pipeline::CheckedBy::kSubmitter : Pipeline::CheckedBy::kCheckers;
  submit(
      std::move(sealed), [&](std::vector<Answer> given) { promise.set_value(std::move(given)); }, checked_by,
      recording);
  return answers.get();
}

std::vector<Answer> Ledger::append(std::vector<Bytes> sealed) {
  return append_and_wait(std::move(sealed), Recording::kEachByItself);
}

std::vector<Answer> Ledger::append_together(std::vector<Bytes> sealed) {
  return append_and_wait(std::move(sealed), Recording::kTogether);
}

Answer Ledger::append_one(Bytes sealed) {
  std::vector<Bytes> one;
  one.push_back(std::move(sealed));
  return std::move(append(std::move(one)).front());
}

Result<Digest> Ledger::put_document(ByteView content) {
  const Gate::Visit visit(gate_);
  if (!visit) return busy();
  return keep_document(stores_, content);
}

Result<std::vector<Digest>> Ledger::bring_documents(const std::vector<ByteView>& contents) {
  const Gate::Visit visit(gate_);
  if (!visit) return busy();
  return ledger::bring_documents(stores_, contents);
}

Result<void> Ledger::take_back(const std::vector<Digest>& brought) {
  const Gate::Visit visit(gate_);
  if (!visit) return busy();
  return take_back_documents(stores_, brought);
}

Result<bool> Ledger::has_registered(const Digest& document) const {
  return is_registered(stores_, document);
}

Result<Snapshot> Ledger::snapshot() const {
  return Snapshot::take(stores_);
}

Result<Snapshot> Ledger::snapshot_of_log() const {
  return Snapshot::take_of_log(stores_);
}

Result<void> Ledger::check_clock() const {
  if (options_.accept_clock_behind) return ok();
  JUMELAGE_TRY(const auto txn, stores_.environment->read());
  JUMELAGE_TRY(const TreeSize size, stores_.log.size(txn));
  JUMELAGE_TRY(const UnixMillis last, last_sequenced_at(stores_, txn, size));
  return ledger::check_clock(last, options_.clock->now());
}

// The pipeline's threads and the work both write; only one of them may at a time.
Result<void> Ledger::with_pipeline_stopped(const std::function<Result<void>()>& work) {
  const Gate::Closing alone(gate_);
  if (!alone) return busy();
  pipeline_.reset();
  writer_.reset();
  if (auto done = work(); !done) {
    // Opens only over a whole register: refused work changed nothing, and half-done work is never judged by.
    static_cast<void>(open_writer());
    return done;
  }
  return prepare_writer();
}

Result<void> Ledger::rebuild(const ReplayProgress& progress, const LogCheck& check) {
  return with_pipeline_stopped([&] { return rebuild_register(stores_, progress, check); });
}

Result<void> Ledger::truncate(TreeSize size, const ReplayProgress& progress) {
  return with_pipeline_stopped([&]() -> Result<void> {
    JUMELAGE_TRY(forget_registered(stores_));
    return ledger::truncate(stores_, size, progress);
  });
}

}  // namespace jumelage::ledger
