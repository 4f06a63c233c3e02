#include "governance/vote_record.h"

#include <algorithm>
#include <limits>

#include "governance/cures.h"

namespace jumelage::governance {

void supersede_vote(Context& c, Number item, std::uint16_t round, std::uint64_t position) {
  const Key key = vote_key(item, round, position);
  if (const auto old = c.load<schema::VoteRow>(Table::kVotes, key)) {
    RowBuilder row;
    row.copy(*old).setSuperseded(true);
    c.put(Table::kVotes, key, row.bytes());
  }
  cure_act(c, position);
}

std::uint32_t clamp_count(std::uint64_t count) {
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(count, std::numeric_limits<std::uint32_t>::max()));
}

}  // namespace jumelage::governance
