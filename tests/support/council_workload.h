// Acts by the thousand, for benchmarks: years of a living council. Its committees sit one after the other; each meets a
// dozen times and is dissolved, and beside its sessions go the club's other affairs. Acts are live, and signed by those
// who must sign.
//
// How the work grows is bounded as in life: no body ever has more than a few sessions, seats and offices.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "support/club.h"
#include "support/scribe.h"

namespace jumelage::test {

class CouncilWorkload {
 public:
  CouncilWorkload();

  // The acts that must stand in a ledger first.
  std::vector<Bytes> foundation() const;
  // The contents of all documents that the acts made so far name and the last call hasn't returned: a ledger wants them
  // before those acts.
  std::vector<std::string> take_documents();

  // The next `count` acts, rounded up to whole sessions. They follow those made before. In `packets` the acts that
  // follow each other under the same signatures are signed together.
  std::vector<Bytes> singles(std::size_t count);
  std::vector<Bytes> packets(std::size_t count);

  // How many acts of each kind were made, the foundation apart.
  const std::map<std::string, std::size_t>& kinds() const { return scribe_.kinds(); }

 private:
  // --- A committee's time (council_workload.cc)
  void next_session();
  void establish_committee();
  void grant_seats();
  void enrol_first_seat();
  void retire_committee();
  void end_first_seat();
  std::string seat(unsigned number) const;

  // --- A session (council_session.cc)
  void prepare_session();
  void table(unsigned item);
  void revise();
  void convene();
  void amend_agenda();
  void give_proxy();
  void declare_interest();
  void hold_session();
  void open_session();
  void deal_with(unsigned item);
  void change_attendance(unsigned item, schema::Presence presence);
  void dispose(unsigned item, schema::ItemDisposed::Disposition how);
  Scribe::Ref vote(unsigned item);
  void fill_ballots(schema::VoteRecorded::Builder vote, unsigned item) const;
  void decide(unsigned item, const Scribe::Ref* vote, schema::Outcome announced);
  void break_off_and_resume();
  void close_session();
  void approve_earlier_minutes();
  void after_session();
  void publish(unsigned item);
  void correct_vote();
  void show_evidence();
  std::string item_id(unsigned item) const;
  std::string decision_id(unsigned item) const;
  std::uint32_t session_day() const;
  UnixMillis session_begins() const;

  // --- What else goes on (council_affairs.cc)
  void other_affairs();
  void decisions_go_on();
  void supervise(schema::SupervisionRecorded::Event event);
  void challenge(schema::ChallengeRecorded::Result result);
  void delegate();
  void conclude_agreement();
  void draft_agreement(const std::string& id);
  void approve_and_sign(const std::string& id, const std::string& party);
  void run_project();
  void give_notice(const std::string& id);
  void launch_project(const std::string& id, const std::string& agreement);
  void exchange();
  void consult();
  void change_member();
  void change_office();
  void commit();
  std::uint32_t today() const;
  std::string named(const char* stem) const;  // an id of this session

  Club club_;
  event::ActBuilder founding_;
  Scribe scribe_;
  std::vector<std::string> documents_;
  std::uint64_t committee_ = 0;
  std::uint64_t session_ = 0;   // of all
  std::uint32_t number_ = 0;    // in the committee
  std::uint32_t acts_ = 0;      // of the session, as its closing counts them
  Scribe::Ref irregular_vote_;  // the one that a correction mends
  Scribe::Ref minutes_vote_;
};

}  // namespace jumelage::test
