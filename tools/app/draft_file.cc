#include "app/draft_file.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/byte_order_mark.h"
#include "app/tool_error.h"
#include "base/hex.h"
#include "base/text.h"
#include "crypto/base64.h"
#include "crypto/sha256.h"
#include "event/identity.h"

namespace jumelage::tools {
namespace {

constexpr std::string_view kFirstLine = "jumelage draft 1";
constexpr std::string_view kAnyVersion = "jumelage draft ";
constexpr std::size_t kColumns = 64;  // of base64

Error bad(std::string message) {
  return {ToolError::kBadDraft, std::move(message)};
}

ByteView key_of(schema::Signer::Reader signer) {
  return {signer.getKey().begin(), signer.getKey().size()};
}

bool same_signers(schema::Act::Reader a, schema::Act::Reader b) {
  const auto left = a.getSigners();
  const auto right = b.getSigners();
  if (left.size() != right.size()) return false;
  for (unsigned i = 0; i < left.size(); ++i)
    if (!equal(key_of(left[i]), key_of(right[i]))) return false;
  return true;
}

LedgerId named_ledger(const event::Act& act) {
  const auto named = act.reader().getLedgerId();
  return LedgerId::from({named.begin(), named.size()}).value_or(LedgerId{});
}

// Signers stand in the order of their keys, each once, as the sealed act wants them.
Result<void> check_signers(schema::Act::Reader act) {
  const auto signers = act.getSigners();
  if (signers.size() == 0) return bad("an act in it names nobody who signs; draft it anew and name the signers");
  for (unsigned i = 1; i < signers.size(); ++i)
    if (!std::ranges::lexicographical_compare(key_of(signers[i - 1]), key_of(signers[i])))
      return bad("the signers of an act in it are not in the order of their keys, each once");
  return ok();
}

bool names(const event::Act& act, const Digest& document) {
  const ByteView bytes = act.bytes();
  const auto found = std::ranges::search(bytes, document.view());
  return !found.empty();
}

void write_block(ByteView bytes, std::string& out) {
  const std::string text = crypto::to_base64(bytes);
  for (std::size_t at = 0; at < text.size(); at += kColumns) out.append(text.substr(at, kColumns)).append("\n");
}

std::string end_line(std::string_view before) {
  return fmt::format("end {}\n", to_hex(crypto::sha256(as_bytes(before)).view()));
}

}  // namespace

// Line by line, counting them for messages.
class DraftReader {
 public:
  explicit DraftReader(std::string_view text) : text_(without_mark(text)) {}

  Result<DraftFile> read() {
    if (next() != kFirstLine)
      return fault(is_draft(line_) ? "this version of the program reads version 1 of draft files; upgrade it"
                                   : "a draft file begins with \"jumelage draft 1\"");
    next();
    JUMELAGE_TRY(auto acts, read_acts());
    auto made = DraftFile::of_acts(std::move(acts));
    if (!made) return made.error();
    JUMELAGE_TRY(read_signatures(made.value()));
    JUMELAGE_TRY(read_documents(made.value()));
    JUMELAGE_TRY(read_end());
    return made;
  }

 private:
  // The next line without its end; at the end of the text an empty one.
  std::string_view next() {
    passed_.append(line_).append(number_ == 0 ? "" : "\n");
    const std::size_t end = std::min(text_.find('\n', at_), text_.size());
    line_ = text_.substr(at_, end - at_);
    if (line_.ends_with('\r')) line_.remove_suffix(1);
    at_ = std::min(end + 1, text_.size());
    ++number_;
    return line_;
  }

  Error fault(std::string_view what) const { return bad(fmt::format("line {}: {}", number_, what)); }

  // The base64 below a heading, up to the next line that is none.
  Result<Bytes> block(std::size_t most) {
    std::string base64;
    while (!next().empty() && line_.find_first_of(" :") == std::string_view::npos) {
      if (base64.size() % kColumns != 0) return fault("lines of base64 have 64 characters, all but the last");
      if (line_.size() > kColumns) return fault("a line of base64 has at most 64 characters");
      base64 += line_;
      if (base64.size() > most / 3 * 4 + 4) return fault(fmt::format("more than {} bytes in one part", most));
    }
    auto bytes = crypto::from_base64(base64);
    if (!bytes || bytes->empty()) return fault("what stands above is not base64");
    if (bytes->size() > most) return fault(fmt::format("more than {} bytes in one part", most));
    return std::move(*bytes);
  }

  Result<std::vector<event::Act>> read_acts() {
    std::vector<event::Act> acts;
    while (line_ == "act:") {
      const std::size_t number = number_;
      if (acts.size() == kMaxDraftActs) return fault(fmt::format("more than {} acts", kMaxDraftActs));
      JUMELAGE_TRY(const Bytes body, block(event::kMaxSealedBytes));
      auto act = event::Act::parse(body);
      if (!act) return act.error().within(fmt::format("line {}: the act", number));
      acts.push_back(std::move(act).value());
    }
    return acts;
  }

  // What a heading "NAME HEX:" names, when it is one of these.
  template <class Id>
  std::optional<Id> heading(std::string_view name) const {
    if (!line_.starts_with(name) || !line_.ends_with(':') || line_.size() != name.size() + 2 * Id::kSize + 1)
      return std::nullopt;
    const std::string_view hex = line_.substr(name.size(), 2 * Id::kSize);
    const auto bytes = from_hex(hex);
    if (!bytes || to_hex(*bytes) != hex) return std::nullopt;
    return Id::from(*bytes);
  }

  Result<void> read_signatures(DraftFile& draft) {
    std::optional<KeyId> before;
    while (const auto key = heading<KeyId>("signature ")) {
      const std::size_t number = number_;
      if (before && !(*before < *key)) return fault("signatures stand in the order of their keys, one for each");
      before = key;
      JUMELAGE_TRY(const Bytes signature, block(crypto::kSignatureBytes));
      const auto added = draft.add_signature(*key, signature);
      if (!added) return added.error().within(fmt::format("line {}", number));
    }
    return ok();
  }

  Result<void> read_documents(DraftFile& draft) {
    std::optional<Digest> before;
    while (const auto digest = heading<Digest>("document ")) {
      const std::size_t number = number_;
      if (before && !(*before < *digest)) return fault("documents stand in the order of their digests, each once");
      before = digest;
      JUMELAGE_TRY(Bytes content, block(kMaxDraftDocumentBytes));
      if (crypto::sha256(content) != *digest) return fault("the document above is not the one that its digest names");
      const auto added = draft.add_document({*digest, std::move(content)});
      if (!added) return added.error().within(fmt::format("line {}", number));
    }
    return ok();
  }

  Result<void> read_end() {
    if (line_.empty() && at_ == text_.size())
      return fault("the file ends too early; it was cut off on its way: ask for it again");
    if (!line_.starts_with("end ")) return fault("here stands nothing that a draft file has; ask for it again");
    const std::string expected = end_line(passed_);
    if (std::string(line_) + "\n" != expected)
      return fault("the file was changed on its way, or cut off: its check sum does not fit. Ask for it again");
    while (at_ < text_.size())
      if (!next().empty()) return fault("there is something after the end");
    return ok();
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t number_ = 0;
  std::string_view line_;
  std::string passed_;  // all lines before this one, as they are written
};

Result<DraftFile> DraftFile::of_acts(std::vector<event::Act> acts) {
  if (acts.empty()) return bad("there is no act in it");
  if (acts.size() > kMaxDraftActs) return bad(fmt::format("a draft holds at most {} acts", kMaxDraftActs));
  const LedgerId named = named_ledger(acts[0]);
  for (const event::Act& act : acts) {
    JUMELAGE_TRY(check_signers(act.reader()));
    if (named_ledger(act) != named) return bad("its acts are for different ledgers");
    if (!same_signers(act.reader(), acts[0].reader()))
      return bad("its acts have different signers; make a draft for each group of signers");
  }
  const LedgerId ledger = named.is_zero() ? event::ledger_id_of(acts[0].bytes()) : named;
  JUMELAGE_TRY(Bytes input, event::signing_input(acts, ledger));
  return DraftFile(std::move(acts), ledger, std::move(input));
}

Result<DraftFile> DraftFile::make(std::vector<event::Act> acts, std::vector<NewDocument> documents) {
  JUMELAGE_TRY(DraftFile draft, of_acts(std::move(acts)));
  for (NewDocument& document : documents) {
    JUMELAGE_TRY(draft.add_document(std::move(document)));
  }
  if (const std::size_t size = draft.text().size(); size > kMaxDraftBytes)
    return bad(
        fmt::format("the draft would have {} bytes; at most {} are allowed: make several", size, kMaxDraftBytes));
  return draft;
}

Result<DraftFile> DraftFile::read(std::string_view text) {
  if (text.size() > kMaxDraftBytes) return bad(fmt::format("a draft file has at most {} bytes", kMaxDraftBytes));
  return DraftReader(text).read();
}

std::string DraftFile::text() const {
  std::string out(kFirstLine);
  out += '\n';
  for (const event::Act& act : acts_) {
    out += "act:\n";
    write_block(act.bytes(), out);
  }
  for (const auto& [key, signature] : signatures_) {
    out += fmt::format("signature {}:\n", to_hex(key.view()));
    write_block(signature, out);
  }
  for (const NewDocument& document : documents_) {
    out += fmt::format("document {}:\n", to_hex(document.digest.view()));
    write_block(document.content, out);
  }
  return out + end_line(out);
}

std::vector<KeyId> DraftFile::signers() const {
  std::vector<KeyId> out;
  for (const auto signer : acts_[0].reader().getSigners()) out.push_back(*KeyId::from(key_of(signer)));
  return out;
}

std::vector<KeyId> DraftFile::missing() const {
  std::vector<KeyId> out = signers();
  std::erase_if(out, [this](const KeyId& key) { return has_signed(key); });
  return out;
}

bool DraftFile::is_signer(const KeyId& key) const {
  return std::ranges::binary_search(signers(), key);
}

Result<void> DraftFile::add_document(NewDocument document) {
  const auto at = std::ranges::lower_bound(documents_, document.digest, {}, &NewDocument::digest);
  if (at != documents_.end() && at->digest == document.digest) return ok();
  if (document.content.empty()) return bad("a document in it is empty");
  if (std::ranges::none_of(acts_, [&](const event::Act& act) { return names(act, document.digest); }))
    return bad(fmt::format("no act in it names document {}", to_hex(document.digest.view())));
  std::size_t bytes = document.content.size();
  for (const NewDocument& other : documents_) bytes += other.content.size();
  if (bytes > kMaxDraftDocumentBytes || documents_.size() == kMaxDraftDocuments)
    return bad(
        fmt::format("a draft holds at most {} documents of {} bytes together; put them into the ledger first: "
                    "jumelage document add FILE",
                    kMaxDraftDocuments, kMaxDraftDocumentBytes));
  documents_.insert(at, std::move(document));
  return ok();
}

Result<void> DraftFile::add_signature(const KeyId& key, ByteView signature) {
  if (!is_signer(key)) return bad(fmt::format("key {} is not among those that are to sign this", to_hex(key.view())));
  if (signature.size() != crypto::kSignatureBytes || !crypto::verify(key, input_, signature))
    return bad(
        fmt::format("the signature of key {} does not verify: it was made for something else", to_hex(key.view())));
  crypto::Signature kept;
  std::ranges::copy(signature, kept.begin());
  signatures_.insert_or_assign(key, kept);
  return ok();
}

Result<void> DraftFile::sign(const crypto::SigningKey& key) {
  return add_signature(key.id(), key.sign(input_));
}

Result<void> DraftFile::join(const DraftFile& other) {
  const auto same = [](const event::Act& a, const event::Act& b) { return a.id() == b.id(); };
  if (!std::ranges::equal(acts_, other.acts_, same))
    return bad("the two files are drafts of different acts, and signatures for one say nothing of the other");
  for (const auto& [key, signature] : other.signatures_) signatures_.insert_or_assign(key, signature);
  for (const NewDocument& document : other.documents_) {
    JUMELAGE_TRY(add_document(document));
  }
  return ok();
}

Result<std::vector<Bytes>> DraftFile::sealed() const {
  JUMELAGE_TRY(const auto sealed, event::seal_with(acts_, signatures_));
  std::vector<Bytes> out;
  for (const event::SealedAct& one : sealed) out.emplace_back(one.bytes().begin(), one.bytes().end());
  return out;
}

bool is_draft(std::string_view text) {
  return without_mark(text).starts_with(kAnyVersion);
}

Result<DraftFile> read_draft(const std::filesystem::path& file) {
  JUMELAGE_TRY(const Bytes bytes, read_file(file, kMaxDraftBytes));
  auto draft = DraftFile::read(as_text(bytes));
  if (!draft) return draft.error().within(for_terminal(file.string()));
  return draft;
}

Result<void> write_draft(const std::filesystem::path& file, const DraftFile& draft, IfExists if_exists) {
  return write_file(file, as_bytes(draft.text()), 0600, if_exists);
}

}  // namespace jumelage::tools
