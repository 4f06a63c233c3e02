// What the rules of sessions, items, votes and decisions have in common.
#pragma once

#include <string>

#include "governance/context.h"

namespace jumelage::governance {

// "\"cci-1\"", safe to show.
std::string quoted(capnp::Text::Reader slug);
std::string quoted(Context& c, Number number);

// The acts of a session, from its opening on: openings, attendance, votes, dispositions, and decisions on its items.
// Kept in a counter, because an act on an item doesn't write its session's row.
std::uint32_t session_acts(const Context& c, Number session);
void count_session_act(Context& c, Number session);

bool on_agenda(schema::SessionState::Reader session, Number item);
std::string_view phase_text(schema::SessionState::Phase phase);  // "open"

// Whether it was recorded as having no quorum, or opened without one: the next call may follow.
bool lacked_quorum(schema::SessionState::Reader session);
// Whether it is past its agenda: closed, cancelled, or without quorum.
bool over(schema::SessionState::Reader session);

// Refused with kImpossible unless the session is open.
Result<void> need_open(Context& c, Number session);
// The same, and the item is on its agenda.
Result<void> need_open_with(Context& c, Number session, Number item);

// Every id is one of that kind; refused like find().
Result<void> need_all(const Context& c, capnp::List<capnp::Text>::Reader ids, SubjectKind kind);

}  // namespace jumelage::governance
