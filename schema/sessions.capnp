@0xef0843a94165d2db;
# Acts about sessions: from the call to the minutes.

using Cxx = import "/capnp/c++.capnp";
using A = import "annotations.capnp";
using C = import "common.capnp";
$Cxx.namespace("jumelage::schema");

enum SessionMode {
  inPerson @0;
  remote @1;
  mixed @2;
  written @3;
  # A written procedure: nobody meets.
}

struct SessionConvened {
  id @0 :Text $A.slug $A.maxBytes(64);
  body @1 :Text $A.slug $A.maxBytes(64);
  number @2 :UInt32;
  # The next number of this body, without a gap.
  call @3 :UInt8;
  # 1 for a first call; a second and third follow a session that had no quorum.
  follows @4 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The inquorate session that this call repeats.
  mode @5 :SessionMode;
  scheduled @6 :C.Moment;
  urgent @7 :Bool;
  urgencyReason @8 :Text $A.optional $A.maxBytes(2048) $A.multiline;
  notices @9 :List(Notice) $A.maxItems(512);
  agenda @10 :List(Text) $A.slug $A.maxItems(512) $A.maxBytes(64);
  # Proposals in order: the order number of an item is its place here, from 1.
  ruleSet @11 :C.RuleRef;
  # Pinned: the whole session runs under it.

  struct Notice {
    to @0 :Text $A.slug $A.maxBytes(64);
    # A mandate or member.
    at @1 :C.Moment;
    by @2 :Means;
  }
  enum Means {
    email @0;
    post @1;
    hand @2;
    registered @3;
    platform @4;
  }
}

struct AgendaAmended {
  session @0 :Text $A.slug $A.maxBytes(64);
  agenda @1 :List(Text) $A.slug $A.maxItems(512) $A.maxBytes(64);
  # The whole new order.
  reason @2 :Text $A.maxBytes(1024) $A.multiline;
  at @3 :C.Anchor $A.optional;
}

enum Presence {
  present @0;
  remote @1;
  absent @2;
  excused @3;
  represented @4;
  # By a proxy.
  replaced @5;
  # By the alternate.
}

struct Attendance {
  mandate @0 :Text $A.slug $A.maxBytes(64);
  presence @1 :Presence;
  by @2 :Text $A.slug $A.maxBytes(64) $A.optional;
  # With `represented` the proxy's holder, with `replaced` the alternate: mandates.
}

struct SessionOpened {
  session @0 :Text $A.slug $A.maxBytes(64);
  presider @1 :Text $A.slug $A.maxBytes(64);
  secretary @2 :Text $A.slug $A.maxBytes(64);
  scrutineers @3 :List(Text) $A.slug $A.maxItems(16) $A.maxBytes(64);
  attendance @4 :List(Attendance) $A.maxItems(512);
  # Every seat of the body.
  at @5 :C.Moment;
}

struct AttendanceChanged {
  session @0 :Text $A.slug $A.maxBytes(64);
  changes @1 :List(Attendance) $A.maxItems(512);
  at @2 :C.Anchor;
}

struct SessionStateChanged {
  session @0 :Text $A.slug $A.maxBytes(64);
  state @1 :State;
  at @2 :C.Moment;
  until @3 :C.Moment $A.optional;
  # When it is to go on, where that is known.
  reason @4 :Text $A.maxBytes(1024) $A.multiline;

  enum State {
    postponed @0;
    cancelled @1;
    inquorate @2;
    adjourned @3;
    resumed @4;
  }
}

struct ProxyGranted {
  id @0 :Text $A.slug $A.maxBytes(64);
  session @1 :Text $A.slug $A.maxBytes(64);
  principal @2 :Text $A.slug $A.maxBytes(64);
  holder @3 :Text $A.slug $A.maxBytes(64);
  items @4 :List(Text) $A.slug $A.maxItems(512) $A.maxBytes(64);
  # The scope; none: the whole session.
  instructions @5 :Text $A.optional $A.maxBytes(4096) $A.multiline;
  received @6 :C.Moment;
  # Lapses for as long as the principal is present.
}

struct ProxyRevoked {
  proxy @0 :Text $A.slug $A.maxBytes(64);
  at @1 :C.Anchor;
}

struct InterestDeclared {
  mandate @0 :Text $A.slug $A.maxBytes(64);
  target @1 :Text $A.slug $A.maxBytes(64);
  # The proposal or agreement from which the holder is recused.
  nature @2 :Text $A.optional $A.maxBytes(1024) $A.multiline;
  leftTheRoom @3 :Bool;
  session @4 :Text $A.slug $A.maxBytes(64) $A.optional;
  # The session that it was declared in; none: outside of any, and it holds for all.
  at @5 :C.Anchor $A.optional;
  # From when on, in that session; none: from its opening.
}

struct ItemDisposed {
  # An item that ends without a vote.
  session @0 :Text $A.slug $A.maxBytes(64);
  item @1 :Text $A.slug $A.maxBytes(64);
  disposition @2 :Disposition;
  to @3 :Text $A.slug $A.maxBytes(64) $A.optional;
  # With `deferred`, the session it goes to, where known.
  note @4 :Text $A.optional $A.maxBytes(2048) $A.multiline;

  enum Disposition {
    noted @0;
    consensus @1;
    withdrawn @2;
    deferred @3;
    notReached @4;
  }
}

struct SessionClosed {
  session @0 :Text $A.slug $A.maxBytes(64);
  at @1 :C.Moment;
  acts @2 :UInt32;
  # How many acts of this session stand before this one, its opening included and its call not: opening, attendance,
  # votes, dispositions, and decisions on its items. So a packet signed at the closing is known to be whole.
}

struct MinutesApproved {
  session @0 :Text $A.slug $A.maxBytes(64);
  minutes @1 :C.DocumentRef;
  approvedIn @2 :Text $A.slug $A.maxBytes(64);
  # The session that approved them ...
  vote @3 :C.ActRef;
  # ... and its vote.
}
