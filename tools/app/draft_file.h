// A draft that is passed round: the very acts that are to be recorded, the signatures collected so far, and documents
// that go with them (docs/formats/draft.md). It holds no words: what people are shown is made from the acts' bytes.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "app/new_document.h"
#include "base/files.h"
#include "base/ids.h"
#include "base/result.h"
#include "event/act.h"
#include "event/seal.h"

namespace jumelage::tools {

inline constexpr std::size_t kMaxDraftBytes = 32U << 20;          // the file
inline constexpr std::size_t kMaxDraftDocumentBytes = 16U << 20;  // the documents inside, together
inline constexpr std::size_t kMaxDraftDocuments = 256;
inline constexpr std::size_t kMaxDraftActs = 10'000;

// What always holds of one: there is an act; all acts are for one ledger and have the same signers; every signature is
// of one of these and verifies; every document is named by an act.
class DraftFile {
 public:
  // ToolError::kBadDraft.
  static Result<DraftFile> make(std::vector<event::Act> acts, std::vector<NewDocument> documents);
  // The text of a file, whoever wrote it. Line ends may be those of any system; everything else has one spelling.
  static Result<DraftFile> read(std::string_view text);
  std::string text() const;

  const std::vector<event::Act>& acts() const { return acts_; }
  const std::vector<NewDocument>& documents() const { return documents_; }
  // That the acts name; of a founding act the one that it gives.
  const LedgerId& ledger() const { return ledger_; }
  // In the order of their keys.
  std::vector<KeyId> signers() const;
  std::vector<KeyId> missing() const;
  bool has_signed(const KeyId& key) const { return signatures_.contains(key); }
  bool is_complete() const { return missing().empty(); }

  // ToolError::kBadDraft when the key is not one of the signers.
  Result<void> sign(const crypto::SigningKey& key);
  // The signatures of another copy, which must hold the same acts, and documents that only it holds.
  Result<void> join(const DraftFile& other);
  // When it is complete: what the ledger takes.
  Result<std::vector<Bytes>> sealed() const;

 private:
  DraftFile(std::vector<event::Act> acts, LedgerId ledger, Bytes input)
      : acts_(std::move(acts)), ledger_(ledger), input_(std::move(input)) {}
  static Result<DraftFile> of_acts(std::vector<event::Act> acts);
  bool is_signer(const KeyId& key) const;
  Result<void> add_document(NewDocument document);
  Result<void> add_signature(const KeyId& key, ByteView signature);
  friend class DraftReader;

  std::vector<event::Act> acts_;
  LedgerId ledger_;
  Bytes input_;  // what each signer signs
  event::Signatures signatures_;
  std::vector<NewDocument> documents_;  // in the order of their digests
};

// Whether a text means to be a draft file, and not JSON.
bool is_draft(std::string_view text);

// A file of at most kMaxDraftBytes, with its name in every error.
Result<DraftFile> read_draft(const std::filesystem::path& file);
// Whole or not at all; for its owner's eyes, because a document may be personal.
Result<void> write_draft(const std::filesystem::path& file, const DraftFile& draft, IfExists if_exists);

}  // namespace jumelage::tools
