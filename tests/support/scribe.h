// Writes live acts one after the other without judging them, fast enough for benchmarks: it remembers the newest act on
// each subject, and knows who must sign what it was told.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "governance/subjects.h"
#include "support/club.h"

namespace jumelage::test {

class Scribe {
 public:
  using Signers = std::vector<Club::Signs>;
  using Ref = governance::Newest;

  explicit Scribe(const LedgerId& ledger) : ledger_(ledger) {}

  // The acts that follow are recorded at that instant.
  void set_now(UnixMillis now) { now_ = now; }
  UnixMillis now() const { return now_; }

  // What others wrote on a subject.
  void saw(const std::string& subject, const Ref& newest) { newest_[subject] = newest; }

  // Writes an act. `subjects` only of kinds whose subjects the act itself doesn't tell (a correction).
  Ref write(const Signers& signers, const Club::Fill& fill, std::vector<std::string> subjects = {});

  std::size_t waiting() const { return acts_.size(); }  // written, and not taken yet
  // Takes what was written, signed: each act by itself, or acts of the same signers that follow each other in packets.
  void take_singles(std::vector<Bytes>& out);
  void take_packets(std::vector<Bytes>& out);

  // How many acts of each kind were written.
  const std::map<std::string, std::size_t>& kinds() const { return kinds_; }

 private:
  using Keys = std::vector<const crypto::SigningKey*>;
  void fill_envelope(schema::Act::Builder act, const Signers& signers);
  void fill_subjects(schema::Act::Builder act, std::vector<std::string> subjects);
  const crypto::SigningKey& key(const std::string& name);

  LedgerId ledger_;
  UnixMillis now_ = Club::kFoundedAt;
  std::unordered_map<std::string, Ref> newest_;
  std::unordered_map<std::string, const crypto::SigningKey*> keys_;
  std::vector<event::Act> acts_;
  std::vector<Keys> signed_by_;  // of each act
  std::map<std::string, std::size_t> kinds_;
};

void set_ref(schema::ActRef::Builder ref, const Scribe::Ref& to);

}  // namespace jumelage::test
