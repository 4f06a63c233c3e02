// DocumentAdded, VisibilityChanged and PersonalDataErased: what is kept beside the log, for whom, and what is destroyed
// there.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/hex.h"
#include "base/text.h"
#include "governance/authority.h"
#include "governance/document_index.h"
#include "governance/personal_documents.h"
#include "governance/rules.h"

namespace jumelage::governance {
namespace {

Result<schema::DocumentRow::Reader> registered(Context& c, ByteView digest) {
  if (const auto row = c.load<schema::DocumentRow>(Table::kDocuments, digest)) return *row;
  return Error(Refusal::kDocumentUnknown, fmt::format("no act registered a document {}", to_hex(digest)));
}

Result<Number> find_any(Context& c, capnp::Text::Reader slug) {
  if (const Number number = c.number_of(view(slug)); number != 0) return number;
  return Error(Refusal::kUnknownSubject, fmt::format("nothing here has the id \"{}\"", for_terminal(view(slug))));
}

Result<void> add_personal(Context& c, schema::DocumentRef::Reader document, Number to) {
  if (c.kind_of(to) != SubjectKind::PERSON)
    return Error(Refusal::kWrongKind, "a personal document belongs to a person; name the person's id in `to`");
  JUMELAGE_TRY(enter_personal_document(c, document, to));
  c.update_state(to, [&](schema::SubjectRow::Builder row) {
    row.getPerson().setDocument(document.getDigest());
    row.getPerson().setErased(false);
  });
  return ok();
}

// The documents in order, each once.
Result<std::vector<ByteView>> distinct(capnp::List<capnp::Data>::Reader digests) {
  std::vector<ByteView> out;
  for (const auto digest : digests) {
    if (digest.size() != Digest::kSize) return Error(Refusal::kBadValue, "a document's digest has 32 bytes");
    out.push_back(view(digest));
  }
  const auto less = [](ByteView a, ByteView b) {
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end());
  };
  std::sort(out.begin(), out.end(), less);
  const auto twice = std::adjacent_find(out.begin(), out.end(), equal);
  if (twice != out.end()) return Error(Refusal::kBadValue, fmt::format("document {} is named twice", to_hex(*twice)));
  if (out.empty()) return Error(Refusal::kBadValue, "no document is named");
  return out;
}

Result<void> erase_one(Context& c, ByteView digest, std::vector<Number>& persons) {
  JUMELAGE_TRY(const schema::DocumentRow::Reader document, registered(c, digest));
  if (!document.getErasable()) {
    return Error(
        Refusal::kNotErasable,
        fmt::format("document {} was not registered as erasable; it stays part of the record", to_hex(digest)));
  }
  if (document.getErasedAt() != kNever) {
    return Error(Refusal::kImpossible, fmt::format("document {} was erased already, by the act at position {}",
                                                   to_hex(digest), document.getErasedAt()));
  }
  c.put_row<schema::DocumentRow>(Table::kDocuments, digest, [&](schema::DocumentRow::Builder row) {
    row.setSize(document.getSize());
    row.setErasable(true);
    row.setVisibility(document.getVisibility());
    row.setRole(document.getRole());
    row.setRegisteredAt(document.getRegisteredAt());
    row.setErasedAt(c.position());
    row.setVisibilityAt(document.getVisibilityAt());
  });
  c.erase_document(digest);
  const Number person = person_of_document(c.reader(), digest);
  const bool known = std::find(persons.begin(), persons.end(), person) != persons.end();
  if (person != 0 && !known) persons.push_back(person);
  return ok();
}

// A person counts as erased when the document that holds for them now is among those that go.
void mark_person(Context& c, Number person, const std::vector<ByteView>& documents) {
  const ByteView present = view(c.person(person).getDocument());
  const bool gone =
      std::any_of(documents.begin(), documents.end(), [&](ByteView document) { return equal(document, present); });
  c.update_state(person, [&](schema::SubjectRow::Builder row) {
    if (gone) row.getPerson().setErased(true);
  });
}

// A node's word that it destroyed the bytes, too.
Result<void> confirm(Context& c, schema::PersonalDataErased::Reader act, const std::vector<ByteView>& documents) {
  if (c.roles().nodes.empty())
    return Error(Refusal::kSignatureMissing, "a confirmation of an erasure is signed by the node that erased");
  JUMELAGE_TRY(c.resolve(act.getConfirms()));
  for (const ByteView digest : documents) {
    JUMELAGE_TRY(const schema::DocumentRow::Reader document, registered(c, digest));
    if (document.getErasedAt() == kNever)
      return Error(Refusal::kImpossible, fmt::format("nobody asked for document {} to be erased", to_hex(digest)));
  }
  return ok();
}

// Who could be named by it would be named to everybody, and no erasure calls that back.
Result<void> check_visibility(schema::DocumentRow::Reader document, schema::VisibilityChanged::Reader act) {
  const std::string digest = to_hex(view(act.getDocument()));
  if (document.getErasedAt() != kNever) {
    return Error(Refusal::kImpossible,
                 fmt::format("document {} was erased, by the act at position {}", digest, document.getErasedAt()));
  }
  if (document.getVisibility() == act.getVisibility())
    return Error(Refusal::kImpossible,
                 fmt::format("document {} is {} already", digest,
                             act.getVisibility() == schema::Visibility::PUBLIC ? "public" : "for members"));
  const bool personal = document.getRole() == schema::DocumentRef::Role::PERSONAL;
  if (!personal || act.getVisibility() != schema::Visibility::PUBLIC) return ok();
  return Error(Refusal::kBadValue, fmt::format("document {} names a person; it is never made public", digest));
}

}  // namespace

Result<void> visibility_changed(Context& c, schema::VisibilityChanged::Reader act) {
  JUMELAGE_TRY(need_secretary(c, 0));
  const ByteView digest = view(act.getDocument());
  JUMELAGE_TRY(const schema::DocumentRow::Reader document, registered(c, digest));
  JUMELAGE_TRY(check_visibility(document, act));
  RowBuilder row;
  auto changed = row.copy(document);
  changed.setVisibility(act.getVisibility());
  changed.setVisibilityAt(c.position());
  c.put(Table::kDocuments, digest, row.bytes());
  return ok();
}

Result<void> document_added(Context& c, schema::DocumentAdded::Reader act) {
  JUMELAGE_TRY(need_secretary(c, 0));
  JUMELAGE_TRY(const Number to, find_any(c, act.getTo()));
  if (act.hasReplaces()) {
    JUMELAGE_TRY(registered(c, view(act.getReplaces())));
  }
  if (act.getDocument().getRole() == schema::DocumentRef::Role::PERSONAL) return add_personal(c, act.getDocument(), to);
  JUMELAGE_TRY(c.register_document(act.getDocument()));
  c.touch(to);
  return ok();
}

Result<void> personal_data_erased(Context& c, schema::PersonalDataErased::Reader act) {
  JUMELAGE_TRY(const std::vector<ByteView> documents, distinct(act.getDocuments()));
  if (act.hasConfirms()) return confirm(c, act, documents);
  JUMELAGE_TRY(need_secretary(c, 0));
  JUMELAGE_TRY(need_data_protection_officer(c));
  JUMELAGE_TRY(c.find_optional(act.getDecision(), SubjectKind::DECISION));
  std::vector<Number> persons;
  for (const ByteView digest : documents) {
    JUMELAGE_TRY(erase_one(c, digest, persons));
  }
  for (const Number person : persons) mark_person(c, person, documents);
  return c.register_documents(act.getReplacements());
}

}  // namespace jumelage::governance
