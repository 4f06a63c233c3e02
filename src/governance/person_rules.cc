// PersonRegistered: a number and a salted document, never a name.
#include <fmt/format.h>

#include "base/hex.h"
#include "governance/authority.h"
#include "governance/document_index.h"
#include "governance/personal_documents.h"
#include "governance/rules.h"

namespace jumelage::governance {

Result<void> enter_personal_document(Context& c, schema::DocumentRef::Reader document, Number person) {
  if (document.getRole() != schema::DocumentRef::Role::PERSONAL || !document.getErasable())
    return Error(Refusal::kBadValue, "what names a person is a document of role \"personal\", registered as erasable");
  const ByteView digest = view(document.getDigest());
  if (c.reader().get(Table::kDocuments, digest)) {
    return Error(Refusal::kBadValue,
                 fmt::format("document {} is registered already; a personal document holds a salt of "
                             "its own, so make a new one",
                             to_hex(digest)));
  }
  c.set_counter(personal_document_key(digest), person);
  return c.register_document(document);
}

Result<void> person_registered(Context& c, schema::PersonRegistered::Reader act) {
  JUMELAGE_TRY(need_secretary(c, 0));
  JUMELAGE_TRY(const Number number, c.create(act.getId(), SubjectKind::PERSON));
  JUMELAGE_TRY(enter_personal_document(c, act.getDocument(), number));
  c.put_state(number,
              [&](schema::SubjectRow::Builder row) { row.initPerson().setDocument(act.getDocument().getDigest()); });
  return ok();
}

}  // namespace jumelage::governance
