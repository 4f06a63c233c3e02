// Who sits in a body, and who of them is there: from the register to the seats that the arithmetic takes.
#pragma once

#include <span>
#include <vector>

#include "governance/context.h"
#include "governance/vote_tally.h"

namespace jumelage::governance {

// The seats in exercise on a day, all absent, in the order of their mandates. A titular who is impeded keeps the seat
// in exercise while an alternate could act for it.
std::vector<Seat> seats_in_exercise(Context& c, Number body, std::uint32_t day);

// Fills in who is there, as the session's record of attendance stands before this act.
void take_attendance(Context& c, Number session, std::uint32_t day, std::span<Seat> seats);

// An alternate acts only for its own titular, and only while its mandate is effective.
bool may_replace(Context& c, Number alternate, Number titular, std::uint32_t day);

std::uint32_t seat_count(schema::BodyState::Reader body);  // filled or not

}  // namespace jumelage::governance
