@0xd1f6a3720b9ce845;
# Rows of the register about what happens in sessions: attendance, proxies and elections. Part of `register.capnp`, where the
# conventions stand.

using Cxx = import "/capnp/c++.capnp";
using Decisions = import "decisions.capnp";
using Sessions = import "sessions.capnp";
$Cxx.namespace("jumelage::schema");

struct ProxyState {
  # A proxy's state. An irregular one stands on paper alone: nobody can vote under it.
  session @0 :UInt32;
  # The session that it is for.
  principal @1 :UInt32;
  # Who gave it: a mandate.
  holder @2 :UInt32;
  # Who is to vote: a mandate.
  items @3 :List(UInt32);
  # The proposals that it is for; none: the whole session.
  grantedAt @4 :UInt64;
  # Log position of the act that granted it, which has the instructions.
  revokedAt @5 :UInt64;
  # The log position from which on it no longer holds; the largest number while it stands.
}

struct ElectionState {
  # An election's state.
  session @0 :UInt32;
  # The session that it was held in.
  item @1 :UInt32;
  # The proposal on that session's agenda.
  office @2 :UInt32;
  # The office that is filled; 0: none of the ledger's.
  announced @3 :UInt32;
  # Who was elected as announced: a mandate; 0: nobody.
  elected @4 :UInt32;
  # Who was elected by the rules: a mandate; 0: nobody, or it can't be told.
  outcome @5 :Decisions.Outcome;
  # By the rules: `adopted` when somebody was elected, `tied` when the tie policy has not decided.
  rounds @6 :UInt16;
  # How many rounds were recorded.
  record @7 :UInt64;
  # Log position of the record that stands. With item and rounds it finds the arithmetic in `votes`.
}

struct AttendanceRow {
  # Table `attendance`, key (session, mandate, position): how a seat is filled from that position on.
  presence @0 :Sessions.Presence;
  # How the seat is filled.
  by @1 :UInt32;
  # Who acts for it: the proxy's holder or the alternate, a mandate; 0: nobody.
}
