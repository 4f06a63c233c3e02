#include "ledger/pipeline.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <iterator>
#include <new>
#include <utility>

#include <fmt/format.h>

#include "ledger/ledger_error.h"

namespace jumelage::ledger {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

// How long to gather a batch, measured on two cores: a commit costs about as much as three signature checks, so a few
// dozen acts already pay for it; in bulk, larger batches dirty fewer pages for each act.
constexpr std::size_t kBatchActs = 128;
constexpr milliseconds kBatchWait{5};
constexpr std::size_t kBulkQueue = 1024;  // this much waiting is bulk
constexpr std::size_t kBulkBatchActs = 2048;
constexpr milliseconds kBulkWait{20};

// Submitters who wait for their answers would all wait for one commit, and the cores with them: half of what is queued
// goes ahead, so that the other half is checked meanwhile.
constexpr std::size_t kOverlapActs = 16;

constexpr std::size_t kMaxBatchActs = 4096;
constexpr std::size_t kMaxBatchBytes = 8U << 20;
constexpr std::size_t kMaxChunk = 32;  // acts that a checker takes at once

Error stopped_by_fault(std::string_view fault) {
  return {
      LedgerError::kNeedsReopen,
      fmt::format("the ledger stopped writing after a fault of the program{}{}; open it again, and look whether the "
                  "act is in the log before you record it once more",
                  fault.empty() ? "" : ": ", fault)};
}

}  // namespace

Pipeline::Pipeline(Stores& stores, BatchWriter& writer, event::PacketCache& packets, PipelineOptions options)
    : stores_(stores), writer_(writer), packets_(packets), signers_(stores_), options_(options) {
  const unsigned checkers =
      options.checkers != 0 ? options.checkers : std::max(1U, std::thread::hardware_concurrency());
  batch_.reserve(kBatchActs);
  for (unsigned i = 0; i < checkers; ++i) checkers_.emplace_back([this] { check_loop(); });
  writer_thread_ = std::thread([this] { write_loop(); });
}

Pipeline::~Pipeline() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  work_.notify_all();
  ready_.notify_all();
  for (std::thread& checker : checkers_) checker.join();
  writer_thread_.join();
}

std::size_t Pipeline::Job::size_bytes() const {
  std::size_t size = bytes.size();
  for (const Job& part : together) size += part.bytes.size();
  return size;
}

std::vector<Pipeline::Job> Pipeline::jobs_of(std::vector<Bytes> acts, const std::shared_ptr<Group>& group) {
  // What is told if the writer fails without the memory to say more.
  group->answers.assign(acts.size(), stopped_by_fault({}));
  std::vector<Job> jobs;
  jobs.reserve(acts.size());
  for (Bytes& act : acts) jobs.push_back(Job{group, jobs.size(), std::move(act), std::nullopt, std::nullopt});
  return jobs;
}

void Pipeline::submit(std::vector<Bytes> acts, Done done, CheckedBy checked_by) {
  if (acts.empty()) return done({});
  const auto group = std::make_shared<Group>();
  group->missing = acts.size();
  group->done = std::move(done);
  enqueue(jobs_of(std::move(acts), group), checked_by);
}

void Pipeline::submit_together(std::vector<Bytes> acts, Done done, CheckedBy checked_by) {
  if (acts.size() <= 1) return submit(std::move(acts), std::move(done), checked_by);
  if (acts.size() > options_.queue_acts)
    return done(std::vector<Answer>(
        acts.size(), Error(LedgerError::kTooMany, fmt::format("{} acts at once; at most {} can be recorded together",
                                                              acts.size(), options_.queue_acts))));
  const auto group = std::make_shared<Group>();
  group->missing = 1;
  group->done = std::move(done);
  Job all{group, 0, {}, std::nullopt, std::nullopt};
  all.together = jobs_of(std::move(acts), group);
  std::vector<Job> one;
  one.push_back(std::move(all));
  enqueue(std::move(one), checked_by);
}

void Pipeline::enqueue(std::vector<Job> jobs, CheckedBy checked_by) {
  if (checked_by == CheckedBy::kSubmitter) check_here(jobs);

  std::unique_lock lock(mutex_);
  const std::size_t ready_before = ready_jobs_;
  for (Job& job : jobs) {
    wait_for_room(lock);
    queued_bytes_ += job.size_bytes();
    const bool all_taken = next_to_check_ == jobs_.size();
    jobs_.push_back(std::move(job));
    if (all_taken && jobs_.back().checked) ++next_to_check_;
  }
  if (checked_by == CheckedBy::kSubmitter) announced_ -= jobs.size();
  count_ready();
  tell_writer(ready_before);
  const bool to_check = next_to_check_ != jobs_.size();
  lock.unlock();
  if (to_check) jobs.size() == 1 ? work_.notify_one() : work_.notify_all();
}

void Pipeline::wait_for_room(std::unique_lock<std::mutex>& lock) {
  while (!jobs_.empty() && (jobs_.size() >= options_.queue_acts || queued_bytes_ >= options_.queue_bytes)) {
    count_ready();
    work_.notify_all();
    ready_.notify_one();
    room_.wait(lock);
  }
}

void Pipeline::check_here(std::vector<Job>& jobs) {
  {
    const std::lock_guard lock(mutex_);
    announced_ += jobs.size();
  }
  for (Job& job : jobs) {
    check_guarded(job);
    job.checked = true;
  }
}

// Wakes the writer only for what it waits for: every wake-up in vain costs as much as a tenth of a signature check.
void Pipeline::tell_writer(std::size_t ready_before) {
  if (ready_jobs_ == ready_before) return;
  if (gathering_ ? !worth_waiting() : ready_before == 0) ready_.notify_one();
}

void Pipeline::check_loop() {
  std::unique_lock lock(mutex_);
  while (true) {
    work_.wait(lock, [&] { return stopping_ || next_to_check_ < jobs_.size(); });
    if (next_to_check_ == jobs_.size()) return;  // stopping, and nothing left
    // Small shares while little waits, so that every core has some; larger ones in bulk.
    const std::size_t waiting = jobs_.size() - next_to_check_;
    const std::size_t share = std::clamp<std::size_t>(waiting / (2 * checkers_.size()), 1, kMaxChunk);
    std::array<Job*, kMaxChunk> mine{};
    std::size_t taken = 0;
    while (taken < share && next_to_check_ < jobs_.size()) {
      Job& job = jobs_[next_to_check_++];
      if (!job.checked) mine[taken++] = &job;  // deque: stays where it is
    }

    std::vector<Candidate> written;
    written.swap(written_);
    lock.unlock();
    written.clear();
    for (std::size_t i = 0; i < taken; ++i) check_guarded(*mine[i]);
    lock.lock();

    for (std::size_t i = 0; i < taken; ++i) mine[i]->checked = true;
    const std::size_t ready_before = ready_jobs_;
    count_ready();
    tell_writer(ready_before);
  }
}

// Whatever is thrown here (there being no memory, say) is the answer to this act, not the end of the process.
void Pipeline::check_guarded(Job& job) {
  if (!job.together.empty()) {
    for (Job& part : job.together) check_guarded(part);
    return;
  }
  try {
    check(job);
  } catch (const std::bad_alloc&) {
    job.candidate.reset();
    job.refused = Error(LedgerError::kStopping, "no memory");  // short enough to need none
  } catch (const std::exception& fault) {
    job.candidate.reset();
    job.refused = Error(LedgerError::kStopping, std::string("the act could not be checked: ") + fault.what());
  }
}

void Pipeline::check(Job& job) {
  auto sealed = event::SealedAct::parse(job.bytes);
  if (!sealed) {
    job.refused = std::move(sealed).error();
    return;
  }
  Candidate candidate{std::move(sealed).value(), false};
  // A stranger's signature is left for the rules to refuse, which is cheaper than checking it.
  if (signers_.knows_all(candidate.sealed)) {
    // Under the ledger that the act names: whether it is this one is for the rules.
    const auto named = candidate.sealed.act().reader().getLedgerId();
    const LedgerId ledger = *LedgerId::from({named.begin(), named.size()});
    if (auto verified = event::verify_signatures(candidate.sealed, ledger, packets_); !verified) {
      job.refused = std::move(verified).error();
      return;
    }
    candidate.verified = true;
  }
  job.candidate = std::move(candidate);
}

void Pipeline::count_ready() {
  while (ready_jobs_ < next_to_check_ && jobs_[ready_jobs_].checked) ready_bytes_ += jobs_[ready_jobs_++].size_bytes();
}

bool Pipeline::worth_waiting() const {
  const std::size_t coming = jobs_.size() + announced_;
  if (stopping_ || ready_jobs_ == coming || ready_bytes_ >= kMaxBatchBytes) return false;
  if (ready_jobs_ >= kOverlapActs && 2 * ready_jobs_ >= coming) return false;
  const std::size_t enough = jobs_.size() >= kBulkQueue ? kBulkBatchActs : kBatchActs;
  return ready_jobs_ < enough;
}

// False: it is time to end.
bool Pipeline::take_batch() {
  std::unique_lock lock(mutex_);
  ready_.wait(lock, [&] { return ready_jobs_ != 0 || (stopping_ && jobs_.empty()); });
  const auto deadline = steady_clock::now() + (jobs_.size() >= kBulkQueue ? kBulkWait : kBatchWait);
  gathering_ = true;
  ready_.wait_until(lock, deadline, [&] { return !worth_waiting(); });
  gathering_ = false;

  // Room for the whole batch first: then nothing is thrown while it moves over. Once broken, no more than there is room
  // for, because memory may be what is lacking.
  const std::size_t most = std::min(ready_jobs_, broken_ ? batch_.capacity() : kMaxBatchActs);
  batch_.reserve(most);
  std::size_t bytes = 0;
  while (batch_.size() < most && bytes < kMaxBatchBytes) {
    bytes += jobs_.front().size_bytes();
    batch_.push_back(std::move(jobs_.front()));
    jobs_.pop_front();
    --ready_jobs_;
    --next_to_check_;
  }
  ready_bytes_ -= bytes;
  queued_bytes_ -= bytes;
  room_.notify_all();
  return !batch_.empty();
}

// Whatever is thrown here ends the writing, neither the process nor anybody's waiting.
void Pipeline::write_loop() {
  while (true) {
    try {
      if (!take_batch()) return;
      if (!broken_) write();
    } catch (const std::exception& fault) {
      stop_after(fault.what());
    } catch (...) {
      stop_after("of an unknown kind");
    }
    for (Job& job : batch_) settle(job);
    batch_.clear();
  }
}

void Pipeline::write() {
  std::vector<Candidate> candidates;
  candidates.reserve(batch_.size());
  for (Job& job : batch_) add_candidates(job, candidates);

  std::vector<Answer> written;
  if (!candidates.empty()) written = writer_.write(candidates);

  auto next = written.begin();
  for (Job& job : batch_) {
    if (job.together.empty()) {
      answer(job, job.refused ? Answer(std::move(*job.refused)) : std::move(*next++));
      continue;
    }
    std::vector<Answer> answers = answers_to(job, next);
    for (Job& part : job.together) answer(part, std::move(answers[part.place]));
    job.answered = true;
  }
  give_away(std::move(candidates));
}

// To free the acts of a large batch takes a tenth of the writer's time, for which all of its followers wait.
void Pipeline::give_away(std::vector<Candidate> written) noexcept {
  if (written.size() < kBatchActs) return;
  const std::lock_guard lock(mutex_);
  written_.swap(written);
}

// Of acts that go together, all or (when the checkers refused one) none.
void Pipeline::add_candidates(Job& job, std::vector<Candidate>& candidates) {
  if (job.candidate) candidates.push_back(std::move(*job.candidate));
  if (job.together.empty() || !std::all_of(job.together.begin(), job.together.end(),
                                           [](const Job& part) { return part.candidate.has_value(); }))
    return;
  std::size_t followers = job.together.size() - 1;  // of the first; the others follow
  for (Job& part : job.together) {
    part.candidate->followers = std::exchange(followers, 0);
    candidates.push_back(std::move(*part.candidate));
  }
}

std::vector<Answer> Pipeline::answers_to(Job& job, std::vector<Answer>::iterator& written) {
  const std::size_t count = job.together.size();
  for (Job& part : job.together)
    if (part.refused) return refused_together(count, part.place, *part.refused);
  std::vector<Answer> answers(std::make_move_iterator(written),
                              std::make_move_iterator(written + static_cast<std::ptrdiff_t>(count)));
  written += static_cast<std::ptrdiff_t>(count);
  return answers;
}

void Pipeline::stop_after(std::string_view fault) noexcept {
  broken_ = true;
  try {
    for (Job& job : batch_) {
      if (job.answered) continue;
      for (Job& part : job.together) answer(part, stopped_by_fault(fault));
      if (job.together.empty()) answer(job, stopped_by_fault(fault));
    }
  } catch (...) {
    // No memory for that: the answer which the group began with says the same without the reason.
  }
}

// Groups are touched by the writer's thread alone once their jobs are queued.
void Pipeline::answer(Job& job, Answer answer) {
  job.group->answers[job.place] = std::move(answer);
  job.answered = true;
}

// A submitter that cannot take its answers must not keep the others from theirs.
void Pipeline::settle(Job& job) noexcept {
  const std::shared_ptr<Group> group = std::move(job.group);
  if (--group->missing != 0) return;
  try {
    group->done(std::move(group->answers));
  } catch (...) {
    broken_ = true;
  }
}

}  // namespace jumelage::ledger
