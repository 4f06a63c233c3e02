// Which subjects an act is about: for each kind the things whose history it belongs to, and no other. The rules ask
// here what an act must list; programs ask here what to fill in for the people who write one.
#pragma once

#include <forward_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "governance/history.h"
#include "governance/register.h"
#include "schema/act.capnp.h"

namespace jumelage::governance {

// The ids that an act must list, sorted, each once. Borrows from the act. A correction is about what the act corrected
// was about, which only the log tells: without `history` it is about nothing.
class SubjectIds {
 public:
  SubjectIds(const Register& reg, schema::Act::Reader act, const History* history = nullptr);
  const std::vector<std::string_view>& ids() const { return ids_; }

 private:
  void add(std::string_view id) { ids_.push_back(id); }
  void add_key(ByteView key);
  void add_owned(std::string id);
  void add_erased(const Register& reg, schema::PersonalDataErased::Reader act);
  void add_corrected(const Register& reg, schema::RecordCorrected::Reader act, const History* history);
  void collect(const Register& reg, schema::Act::Reader act, const History* history);

  std::vector<std::string_view> ids_;
  std::forward_list<std::string> owned_;
};

// The newest act on a subject.
struct Newest {
  ActId id;
  UnixMillis recorded_at = 0;
};
struct ListedSubject {
  std::string id;
  std::optional<Newest> newest;  // none: the act creates it
};

// What belongs into `act.subjects` as the register stands, in the order that the format wants. Unknown ids are listed
// as new ones: the rules will say what is wrong with them. Kinds that are not supported yet have none.
std::vector<ListedSubject> subjects_for(const Register& reg, schema::Act::Reader act, const History* history = nullptr);

// The newest act on the subject of that id, if there is such a subject.
std::optional<Newest> newest_act_on(const Register& reg, std::string_view id);

}  // namespace jumelage::governance
