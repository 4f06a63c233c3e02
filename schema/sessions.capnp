@0xef0843a94165d2db;
# Acts about sessions: from the call to the minutes.

using Cxx = import "/capnp/c++.capnp";
using A = import "annotations.capnp";
using C = import "common.capnp";
$Cxx.namespace("jumelage::schema");

enum SessionMode {
  # How a session is held.
  inPerson @0;
  # Everybody meets in one place.
  remote @1;
  # Everybody takes part from elsewhere.
  mixed @2;
  # Some meet, others take part from elsewhere.
  written @3;
  # A written procedure: nobody meets.
}

struct SessionConvened {
  # Recorded when a session is called. All that happens in the session refers to it by its id; it refers to the body and
  # to the proposals on its agenda.
  id @0 :Text $A.slug $A.maxBytes(64);
  # The session's id: chosen here, unique for ever.
  body @1 :Text $A.slug $A.maxBytes(64);
  # The body that is to meet.
  number @2 :UInt32;
  # The next number of this body, without a gap; an imported session has its source's.
  call @3 :UInt8;
  # 1 for a first call; a second and third follow a session that had no quorum.
  follows @4 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The session without quorum that this call repeats: of the same body, one call before. None for a first call.
  mode @5 :SessionMode;
  # How it is to be held.
  scheduled @6 :C.Moment;
  # When it is to begin.
  urgent @7 :Bool;
  # true: called with the shorter notice that the rules have for urgent sessions.
  urgencyReason @8 :Text $A.optional $A.maxBytes(2048) $A.multiline;
  # Why it is urgent. Left out of an urgent call: a finding.
  notices @9 :List(Notice) $A.maxItems(512);
  # Who was told of the call, when and how. None: all were told when the call was made.
  agenda @10 :List(Text) $A.slug $A.maxItems(512) $A.maxBytes(64);
  # Proposals in order, each once: the order number of an item is its place here, from 1.
  ruleSet @11 :C.RuleRef;
  # Pinned: the whole session runs under it.

  struct Notice {
    # One addressee of the call.
    to @0 :Text $A.slug $A.maxBytes(64);
    # Who was told: a mandate or member.
    at @1 :C.Moment;
    # When the notice went out.
    by @2 :Means;
    # How it went out.
  }
  enum Means {
    # How a notice goes out.
    email @0;
    post @1;
    hand @2;
    # Handed over.
    registered @3;
    # By registered post.
    platform @4;
    # On an online platform.
  }
}

struct AgendaAmended {
  # Recorded when items are added to the agenda of a session, taken off it, or put into another order.
  session @0 :Text $A.slug $A.maxBytes(64);
  # The session's id.
  agenda @1 :List(Text) $A.slug $A.maxItems(512) $A.maxBytes(64);
  # The whole new agenda: proposals in order, each once.
  reason @2 :Text $A.maxBytes(1024) $A.multiline;
  # Why, in words.
  at @3 :C.Anchor $A.optional;
  # At which point of the session; none: before it opened.
}

enum Presence {
  # How a seat is filled at some point of a session.
  present @0;
  # By its titular, in person.
  remote @1;
  # By its titular, from elsewhere.
  absent @2;
  # By nobody.
  excused @3;
  # By nobody; the titular had said so.
  represented @4;
  # By nobody, but a proxy was given.
  replaced @5;
  # By the alternate.
}

struct Attendance {
  # How one seat is filled.
  mandate @0 :Text $A.slug $A.maxBytes(64);
  # The titular mandate that holds the seat.
  presence @1 :Presence;
  # How the seat is filled.
  by @2 :Text $A.slug $A.maxBytes(64) $A.optional;
  # With `represented` the proxy's holder, with `replaced` the alternate: a mandate of the same body. None with the
  # others.
}

struct SessionOpened {
  # Recorded when a session begins. The quorum is computed from its attendance, under the rule set that the call pinned.
  session @0 :Text $A.slug $A.maxBytes(64);
  # The session's id.
  presider @1 :Text $A.slug $A.maxBytes(64);
  # Who presides: a mandate, which should hold the office of chair or vice-chair.
  secretary @2 :Text $A.slug $A.maxBytes(64);
  # Who keeps the minutes: a mandate, which should hold an office of secretary.
  scrutineers @3 :List(Text) $A.slug $A.maxItems(16) $A.maxBytes(64);
  # Who watches over the counting of votes: mandates.
  attendance @4 :List(Attendance) $A.maxItems(512);
  # One line for each seat in exercise that day; of an imported session, what the source tells.
  at @5 :C.Moment;
  # When it was opened. Its day is the day on which mandates and offices are looked at.
}

struct AttendanceChanged {
  # Recorded when somebody arrives, leaves, or is represented or replaced from some point of an open session on. It
  # holds from its place in the log: for votes recorded after it.
  session @0 :Text $A.slug $A.maxBytes(64);
  # The session's id.
  changes @1 :List(Attendance) $A.maxItems(512);
  # The seats that change, each once, and how they are filled from now on; at least one.
  at @2 :C.Anchor;
  # At which point of the session.
}

struct SessionStateChanged {
  # Recorded when a session is put off, called off, broken off, or goes on again.
  session @0 :Text $A.slug $A.maxBytes(64);
  # The session's id.
  state @1 :State;
  # What happens to it.
  at @2 :C.Moment;
  # When.
  until @3 :C.Moment $A.optional;
  # When it is to take place or go on; none: not known, or not at all.
  reason @4 :Text $A.maxBytes(1024) $A.multiline;
  # Why, in words.

  enum State {
    # What happens to a session.
    postponed @0;
    # It was convened, and is to be opened later.
    cancelled @1;
    # It was convened, and will not take place.
    inquorate @2;
    # It has no quorum: the next call may follow.
    adjourned @3;
    # It was open, and is to go on later.
    resumed @4;
    # It goes on after it was adjourned.
  }
}

struct ProxyGranted {
  # Recorded when one who sits in a body gives another the power to vote. The proxy lapses for as long as the principal
  # is present.
  id @0 :Text $A.slug $A.maxBytes(64);
  # The proxy's id: chosen here, unique for ever.
  session @1 :Text $A.slug $A.maxBytes(64);
  # The session that it is for.
  principal @2 :Text $A.slug $A.maxBytes(64);
  # Who gives it: a mandate.
  holder @3 :Text $A.slug $A.maxBytes(64);
  # Who is to vote: a mandate.
  items @4 :List(Text) $A.slug $A.maxItems(512) $A.maxBytes(64);
  # The proposals that it is for; none: the whole session.
  instructions @5 :Text $A.optional $A.maxBytes(4096) $A.multiline;
  # How the holder is to vote, in words; none: as the holder sees fit.
  received @6 :C.Moment;
  # When it was received.
}

struct ProxyRevoked {
  # Recorded when the principal takes a proxy back.
  proxy @0 :Text $A.slug $A.maxBytes(64);
  # The proxy's id.
  at @1 :C.Anchor;
  # From which point of the session on.
}

struct InterestDeclared {
  # Recorded when a holder has an interest in something and takes no part in it: the holder is recused from the item or
  # agreement.
  mandate @0 :Text $A.slug $A.maxBytes(64);
  # Whose interest it is: a mandate.
  target @1 :Text $A.slug $A.maxBytes(64);
  # The proposal or agreement from which the holder is recused.
  nature @2 :Text $A.optional $A.maxBytes(1024) $A.multiline;
  # What the interest is, in words; none: not stated.
  leftTheRoom @3 :Bool;
  # Whether the holder left the room while it was dealt with.
  session @4 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The session that it was declared in; none: outside of any, and it holds for all.
  at @5 :C.Anchor $A.optional;
  # From when on, in that session; none: from its opening.
}

struct ItemDisposed {
  # Recorded when an item of an open session ends without a vote that decides it. A session closes only once every item
  # was decided or disposed of.
  session @0 :Text $A.slug $A.maxBytes(64);
  # The session's id.
  item @1 :Text $A.slug $A.maxBytes(64);
  # The proposal, on the session's agenda.
  disposition @2 :Disposition;
  # How it ended.
  to @3 :Text $A.slug $A.maxBytes(64) $A.optional;
  # With `deferred`: the coming session of the same body that it goes to; none: not known yet.
  note @4 :Text $A.optional $A.maxBytes(2048) $A.multiline;
  # More about it, in words; none: nothing more.

  enum Disposition {
    # How an item ends without a vote.
    noted @0;
    # Taken note of; there is nothing to decide.
    consensus @1;
    # Adopted without a vote, because nobody objected: a decision can rest on it.
    withdrawn @2;
    # Taken back for good.
    deferred @3;
    # Put off to a later session.
    notReached @4;
    # The session ended before it.
  }
}

struct SessionClosed {
  # Recorded last in a session, once every item is decided or disposed of. Minutes may follow.
  session @0 :Text $A.slug $A.maxBytes(64);
  # The session's id.
  at @1 :C.Moment;
  # When it was closed.
  acts @2 :UInt32;
  # How many acts of this session stand before this one, its opening included and its call not: opening, attendance,
  # votes, dispositions, and decisions on its items. So a packet signed at the closing is known to be whole.
}

struct MinutesApproved {
  # Recorded when the body has approved the minutes of a closed session, as a rule in its next one.
  session @0 :Text $A.slug $A.maxBytes(64);
  # The session whose minutes they are.
  minutes @1 :C.DocumentRef;
  # The minutes as approved.
  approvedIn @2 :Text $A.slug $A.maxBytes(64);
  # The session that approved them.
  vote @3 :C.ActRef;
  # The vote in that session that approved them.
}
