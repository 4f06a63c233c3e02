// What an act does to the register, and what the rules found wrong with it: values, not writes. Whoever called
// the rules applies them, in order, in the transaction that appends the act.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "governance/register.h"

namespace jumelage::governance {

// A rule of the council that was not kept. The act is recorded all the same; its legal effect is withheld
// until the finding is cured.
struct Finding {
  std::string_view code;      // stable, static storage: "quorum.not_met"
  std::string text;           // a sentence for a person, with the remedy
  std::uint32_t subject = 0;  // that it makes irregular; 0: none
  std::uint32_t cause = 0;    // the decision or delegation whose own state is what is wrong; 0: none
};

// A definitive number that the log gives: CCI-2026-007.
struct AssignedNumber {
  std::string series;
  std::uint16_t year = 0;
  std::uint32_t number = 0;
  bool operator==(const AssignedNumber&) const = default;
};

// One buffer for all writes of an act, reused from act to act. Rows never vanish: what a later act changes is
// written under a later position.
class Effects {
 public:
  void put(Table table, ByteView key, ByteView value);

  template <class Visitor>  // void(Table, ByteView key, ByteView value), in the order they were put
  void for_each(Visitor&& visit) const {
    for (const Put& p : puts_)
      visit(p.table, ByteView(bytes_).subspan(p.key_at, p.key_size),
            ByteView(bytes_).subspan(p.key_at + p.key_size, p.value_size));
  }
  std::size_t count() const { return puts_.size(); }
  void clear();

  std::vector<Finding> findings;
  std::optional<AssignedNumber> assigned;
  std::vector<Bytes> erased_documents;  // digests whose bytes are to be destroyed once the act is durable

 private:
  struct Put {
    Table table;
    std::uint32_t key_at;
    std::uint32_t key_size;
    std::uint32_t value_size;
  };
  std::vector<Put> puts_;
  Bytes bytes_;
};

}  // namespace jumelage::governance
