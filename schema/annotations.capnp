@0xb5a1c3e09d7f2a41;
# What the schema promises beyond types. `event` enforces these on every stored act, `jumelage schema`
# prints them, and JSON input is checked against them. Without an annotation:
#   - Text, Data and struct fields must be there and must not be empty; a list may be empty (stored as null);
#   - Text is at most 1,024 bytes, Data at most 1,024 bytes, a list at most 1,024 items;
#   - in JSON, numbers, booleans and enums must be written out.

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("jumelage::schema");

annotation optional @0x9b3f5d0c7e61a802 (field) :Void;
# The field may be left out: null for Text, Data and structs; zero (or the first enumerant) for the others.

annotation maxBytes @0xc6f0a7715b2e9d03 (field) :UInt32;
# The longest Text (in UTF-8 bytes, without the closing NUL) or Data allowed; for a list of them, each item.

annotation exactBytes @0xe2d4b8a1903c7f04 (field) :UInt32;
# Data of exactly this length; for a List(Data), each item. In JSON: lower-case hexadecimal.

annotation maxItems @0x8a7c1e5f2db46905 (field) :UInt32;
# The longest list allowed.

annotation slug @0xd19e62f4083ba706 (field) :Void;
# An id: 1 to 64 of a-z 0-9 -, beginning with a letter or digit. For a List(Text), each item.

annotation date @0xf5072c9be1d68407 (field) :Void;
# A UInt32 that holds a civil date as its Rata Die day number (0001-01-01 is 1); 0 means no date.
# In JSON: "2026-03-12".

annotation instant @0xa40d93e67c5f1208 (field) :Void;
# An Int64 of milliseconds since 1970-01-01T00:00:00Z. In JSON: "2026-03-12T09:30:00Z".

annotation language @0x97be8041d2fa6309 (field) :Void;
# A BCP 47 language tag, such as fr, ar, en-GB: subtags of 1 to 8 letters and digits between hyphens, 2 to 35 bytes.
# For a List(Text), each item.

annotation zone @0x8ce1d05b49f7a30b (field) :Void;
# A name of the IANA time zone database, such as Africa/Casablanca: letters, digits and / _ - +.

annotation multiline @0xb8e61f3a07c5d90a (field) :Void;
# Text that may hold line feeds and tabs. Any other text holds no control character at all.

annotation signers @0xcd29a5708be4f10b (field) :Text;
# On a kind of act: who signs it by default, in the words of docs/acts.md. For people; rule sets may differ.
