#include <capnp/dynamic.h>
#include <capnp/message.h>

#include <algorithm>

#include "event/encode.h"
#include "event/seal.h"

namespace jumelage::event {
namespace {

// The places of a list's items in ascending order of what `key_of` says of them.
template <class List, class KeyOf>
std::vector<unsigned> order_of(List list, KeyOf key_of) {
  std::vector<unsigned> out(list.size());
  for (unsigned i = 0; i < out.size(); ++i) out[i] = i;
  std::stable_sort(out.begin(), out.end(), [&](unsigned a, unsigned b) { return key_of(list[a]) < key_of(list[b]); });
  return out;
}

}  // namespace

ActBuilder::ActBuilder()
    : message_(std::make_unique<capnp::MallocMessageBuilder>()), root_(message_->initRoot<schema::Act>()) {}

ActBuilder::ActBuilder(const Act& act) : message_(std::make_unique<capnp::MallocMessageBuilder>()), root_(nullptr) {
  message_->setRoot(act.reader());
  root_ = message_->getRoot<schema::Act>();
}

Bytes ActBuilder::canonical() const {
  return canonical_bytes(schema::Act::Builder(root_));
}

void ActBuilder::sort_lists() {
  capnp::MallocMessageBuilder scratch;
  scratch.setRoot(root_.asReader());
  const auto copy = scratch.getRoot<schema::Act>().asReader();

  const auto subjects = copy.getSubjects();
  auto place = 0U;
  for (unsigned i : order_of(subjects, [](auto s) { return std::string_view(s.getId().begin(), s.getId().size()); }))
    root_.getSubjects().setWithCaveats(place++, subjects[i]);

  const auto signers = copy.getSigners();
  place = 0;
  for (unsigned i :
       order_of(signers, [](auto s) { return std::string_view(s.getKey().asChars().begin(), s.getKey().size()); }))
    root_.getSigners().setWithCaveats(place++, signers[i]);
}

}  // namespace jumelage::event
