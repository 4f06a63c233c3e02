// From submitted bytes to answers: signatures are checked on every core, one thread writes, and acts that wait
// together share one commit.
//
//   submit() -> queue -> checkers (parse, known signer, signatures) -> the one writer (BatchWriter) -> answers
//
// Acts take their places in the order in which they were submitted. A submitter is answered when its whole group is on
// disk (or refused), never before; and answered in any case: when something is thrown on the writer's thread, with
// LedgerError::kNeedsReopen, and from then on nothing is written any more.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "ledger/batch_writer.h"
#include "ledger/known_signers.h"
#include "ledger/recorded.h"

namespace jumelage::ledger {

struct PipelineOptions {
  unsigned checkers = 0;            // threads that check signatures; 0: one a core
  std::size_t queue_acts = 32'768;  // beyond it, submit() waits
  std::size_t queue_bytes = 64U << 20;
};

// Thread-safe. Destroying it finishes what was submitted.
class Pipeline {
 public:
  // Called once, on the writer's thread, with one answer for each act in order: quick, and without submitting.
  using Done = std::function<void(std::vector<Answer>)>;

  Pipeline(Stores& stores, BatchWriter& writer, event::PacketCache& packets, PipelineOptions options);
  ~Pipeline();
  Pipeline(const Pipeline&) = delete;
  Pipeline& operator=(const Pipeline&) = delete;

  enum class CheckedBy : std::uint8_t {
    kCheckers,   // submit() returns as soon as the acts are queued
    kSubmitter,  // here and now, by a thread that would only wait otherwise: that saves waking another
  };
  // Sealed acts. Waits while the queue is full, so memory stays bounded however fast a submitter is.
  void submit(std::vector<Bytes> acts, Done done, CheckedBy checked_by = CheckedBy::kCheckers);
  // All of them are recorded, one after the other and in one batch, or none. kTooMany: the queue could not hold them.
  void submit_together(std::vector<Bytes> acts, Done done, CheckedBy checked_by = CheckedBy::kCheckers);

 private:
  struct Group {
    std::vector<Answer> answers;
    std::size_t missing = 0;
    Done done;
  };
  struct Job {
    std::shared_ptr<Group> group;  // shared by the jobs of one submission, in whatever batches they end up
    std::size_t place = 0;         // in the group
    Bytes bytes;
    std::optional<Candidate> candidate;
    std::optional<Error> refused;  // by the checkers
    bool checked = false;
    bool answered = false;
    std::vector<Job> together = {};  // none: an act by itself. Else this job has no act of its own, but these

    std::size_t size_bytes() const;
  };

  void enqueue(std::vector<Job> jobs, CheckedBy checked_by);
  static std::vector<Job> jobs_of(std::vector<Bytes> acts, const std::shared_ptr<Group>& group);

  void check_loop();
  void check_guarded(Job& job);
  void check(Job& job);
  void write_loop();
  bool take_batch();
  bool worth_waiting() const;
  void wait_for_room(std::unique_lock<std::mutex>& lock);
  void check_here(std::vector<Job>& jobs);
  void tell_writer(std::size_t ready_before);
  void count_ready();
  void write();
  void give_away(std::vector<Candidate> written) noexcept;
  void stop_after(std::string_view fault) noexcept;
  static void answer(Job& job, Answer answer);
  static void add_candidates(Job& job, std::vector<Candidate>& candidates);
  static std::vector<Answer> answers_to(Job& job, std::vector<Answer>::iterator& written);
  void settle(Job& job) noexcept;

  Stores& stores_;
  BatchWriter& writer_;
  event::PacketCache& packets_;
  KnownSigners signers_;
  const PipelineOptions options_;

  std::mutex mutex_;
  std::condition_variable work_;   // for the checkers: something to check
  std::condition_variable ready_;  // for the writer: something checked
  std::condition_variable room_;   // for submitters: the queue has room
  std::deque<Job> jobs_;           // in order; the first `ready_jobs_` are checked
  std::size_t next_to_check_ = 0;  // position in jobs_
  std::size_t ready_jobs_ = 0;
  std::size_t ready_bytes_ = 0;
  std::size_t queued_bytes_ = 0;
  std::size_t announced_ = 0;       // acts that submitters are checking, about to be queued
  std::vector<Candidate> written_;  // acts that are done with; the checkers free them
  bool gathering_ = false;          // the writer has something and waits for more
  bool stopping_ = false;

  // The writer's thread alone:
  std::vector<Job> batch_;
  bool broken_ = false;  // by a fault: what is in memory can't be trusted to be what is on disk

  std::vector<std::thread> checkers_;
  std::thread writer_thread_;
};

}  // namespace jumelage::ledger
