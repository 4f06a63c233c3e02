// A council at work at random: acts as a secretary might make them, right, nearly right and quite wrong. The same seed
// makes the same acts.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "governance/row.h"
#include "schema/register.capnp.h"
#include "support/club.h"
#include "support/random_act.h"

namespace jumelage::test {

class RandomCouncil {
 public:
  explicit RandomCouncil(std::uint64_t seed);

  // Makes one act and has it judged; what is accepted is recorded.
  void step();

  struct Recorded {
    Bytes act;
    UnixMillis sequenced_at = 0;
    std::optional<governance::AssignedNumber> assigned;
  };
  const Club& club() const { return club_; }
  const std::vector<Recorded>& recorded() const { return recorded_; }
  std::size_t refused() const { return refused_; }
  // How many corrections were tried that change nothing.
  std::size_t idle() const { return idle_; }
  // How many acts of each kind were recorded.
  const std::map<event::Kind, std::size_t>& kinds() const { return kinds_; }

 private:
  using Act = schema::Act::Builder;
  using Signers = std::vector<Club::Signs>;
  using Kind = schema::SubjectKind;

  std::uint64_t below(std::uint64_t bound) { return random_() % bound; }
  bool once_in(std::uint64_t n) { return below(n) == 0; }
  template <class T>
  const T& one_of(const std::vector<T>& from) {
    return from[below(from.size())];
  }
  // The id of something of that kind; now and then of something else, or of nothing.
  std::string any(Kind kind);
  std::vector<std::string> all(Kind kind) const;
  // A session that is open, or any; and an item of its agenda, or any.
  std::string session_at_work();
  std::string item_at_work(const std::string& session);
  std::string id_of(governance::Number number) const;
  std::string fresh(const std::string& stem);  // now and then one that is taken
  schema::SubjectRow::Reader state(const std::string& id);
  std::uint64_t counter(ByteView name) const;
  Signers officers();

  void make(const Signers& signers, const Club::Fill& fill);
  void record(const event::ActBuilder& draft);

  void register_person();
  void grant_mandate();
  void change_mandate();
  void table();
  void convene();
  void open();
  void change_attendance();
  void vote();
  void dispose();
  void decide();
  void close();
  void change_member();
  void change_body();
  void add_document();
  void change_visibility();
  void erase();
  void enrol_key();
  void revoke_key();
  void change_witnesses();
  void anchor();
  void close_register();
  void correct();
  void garbage();

  void fill_ballots(schema::VoteRecorded::Builder vote);
  void fill_attendance(capnp::List<schema::Attendance>::Builder lines, const std::vector<std::string>& mandates);

  std::mt19937_64 random_;
  RandomAct nonsense_;
  Club club_;
  std::vector<Recorded> recorded_;
  std::map<event::Kind, std::size_t> kinds_;
  std::size_t refused_ = 0;
  std::size_t idle_ = 0;
  std::size_t made_ = 0;
  std::vector<std::unique_ptr<governance::RowMessage>> rows_;
};

}  // namespace jumelage::test
