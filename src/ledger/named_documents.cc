#include "ledger/named_documents.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/hex.h"
#include "governance/row.h"
#include "ledger/ledger_error.h"
#include "ledger/personal_document.h"
#include "schema/register.capnp.h"

namespace jumelage::ledger {
namespace {

using schema::DocumentRef;

// Those of the act's documents that name a person.
std::vector<DocumentRef::Reader> personal_references(schema::Act::Reader act) {
  std::vector<DocumentRef::Reader> out;
  const auto take = [&](DocumentRef::Reader document) {
    if (document.getRole() == DocumentRef::Role::PERSONAL) out.push_back(document);
  };
  if (act.isPersonRegistered()) take(act.getPersonRegistered().getDocument());
  if (act.isDocumentAdded()) take(act.getDocumentAdded().getDocument());
  if (act.isLedgerConstituted())
    for (const auto person : act.getLedgerConstituted().getPersons()) take(person.getDocument());
  for (const auto document : act.getDocuments()) take(document);
  return out;
}

class Check {
 public:
  Check(const governance::Effects& effects, std::vector<DocumentRef::Reader> personal, const store::Documents& kept,
        std::span<const ComingDocument> coming)
      : effects_(effects), personal_(std::move(personal)), kept_(kept), coming_(coming) {}

  Result<void> one(ByteView key, ByteView value) const {
    if (is_erased(key)) return ok();
    const governance::Row<schema::DocumentRow> row(value);
    JUMELAGE_TRY(check_size(key, row.reader().getSize()));
    if (row.reader().getRole() == DocumentRef::Role::PERSONAL || is_personal(key)) return check_salt(key);
    return ok();
  }

 private:
  bool is_erased(ByteView digest) const {
    return std::any_of(effects_.erased_documents.begin(), effects_.erased_documents.end(),
                       [&](const Bytes& one) { return equal(one, digest); });
  }
  bool is_personal(ByteView digest) const {
    return std::any_of(personal_.begin(), personal_.end(), [&](DocumentRef::Reader one) {
      return equal({one.getDigest().begin(), one.getDigest().size()}, digest);
    });
  }
  const ComingDocument* coming(ByteView digest) const {
    const auto found = std::find_if(coming_.begin(), coming_.end(),
                                    [&](const ComingDocument& one) { return equal(one.digest.view(), digest); });
    return found == coming_.end() ? nullptr : &*found;
  }

  Result<void> check_size(ByteView digest, std::uint64_t named) const {
    std::optional<std::uint64_t> size;
    if (const ComingDocument* one = coming(digest)) {
      size = one->content.size();
    } else {
      JUMELAGE_TRY(size, kept_.size(*Digest::from(digest)));
    }
    if (!size)
      return Error(
          LedgerError::kDocumentMissing,
          fmt::format("the act names document {}, which is not kept here; add the document first", to_hex(digest)));
    if (*size == named) return ok();
    return Error(LedgerError::kDocumentDiffers,
                 fmt::format("the act says that document {} has {} bytes; it has {}", to_hex(digest), named, *size));
  }

  // The digest stays in the log for ever: without salt, whoever guesses the name can see that it is the one.
  Result<void> check_salt(ByteView digest) const {
    if (const ComingDocument* one = coming(digest)) return expect_personal(digest, one->content);
    JUMELAGE_TRY(const Bytes content, kept_.get(*Digest::from(digest)));
    return expect_personal(digest, content);
  }
  static Result<void> expect_personal(ByteView digest, ByteView content) {
    const auto text = read_personal_document(content);
    if (text) return ok();
    return Error(LedgerError::kNotPersonal,
                 fmt::format("document {} is named as personal, but it is not in the form that hides a name ({}); make "
                             "it with: jumelage document personal",
                             to_hex(digest), text.error().message()));
  }

  const governance::Effects& effects_;
  const std::vector<DocumentRef::Reader> personal_;
  const store::Documents& kept_;
  const std::span<const ComingDocument> coming_;
};

Result<void> expect_no_titles(const std::vector<DocumentRef::Reader>& personal) {
  for (const auto document : personal)
    if (document.hasTitle())
      return Error(LedgerError::kNotPersonal,
                   fmt::format("the personal document {} is given a title; that would stand in the log for ever, so "
                               "leave it out",
                               to_hex({document.getDigest().begin(), document.getDigest().size()})));
  return ok();
}

}  // namespace

Result<void> check_named_documents(const governance::Effects& effects, schema::Act::Reader act,
                                   const store::Documents& kept, std::span<const ComingDocument> coming) {
  auto personal = personal_references(act);
  JUMELAGE_TRY(expect_no_titles(personal));
  const Check check(effects, std::move(personal), kept, coming);
  Result<void> outcome = ok();
  effects.for_each([&](governance::Table table, ByteView key, ByteView value) {
    if (table == governance::Table::kDocuments && outcome) outcome = check.one(key, value);
  });
  return outcome;
}

}  // namespace jumelage::ledger
