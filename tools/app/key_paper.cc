#include "app/key_paper.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <sstream>
#include <vector>

#include "app/byte_order_mark.h"
#include "app/tool_error.h"
#include "base/bytes.h"
#include "base/hex.h"
#include "crypto/base64.h"
#include "crypto/key_file.h"
#include "crypto/sha256.h"

namespace jumelage::tools {
namespace {

constexpr std::string_view kBegin = "-----BEGIN ENCRYPTED PRIVATE KEY-----\n";
constexpr std::string_view kEnd = "-----END ENCRYPTED PRIVATE KEY-----\n";
constexpr std::size_t kColumns = 32;  // half a line of PEM: short enough to type
constexpr std::size_t kMostLines = 99;

// Four digits over the line and its number, so that lines that changed places are noticed as well.
std::string check_of(std::size_t number, std::string_view content) {
  return to_hex(crypto::sha256(as_bytes(fmt::format("{} {}", number, content))).view().first(2));
}

std::string grouped(std::string_view digits) {
  std::string out;
  for (std::size_t at = 0; at < digits.size(); at += 4) out += (at == 0 ? "" : " ") + std::string(digits.substr(at, 4));
  return out;
}

std::string base64_of(std::string_view pem) {
  std::string out;
  std::istringstream lines{std::string(pem)};
  for (std::string line; std::getline(lines, line);)
    if (!line.starts_with("-----")) out += line;
  return out;
}

// The id in two lines, then the private key.
std::vector<std::string> contents_of(const PaperKey& key) {
  const std::string id = to_hex(key.id.view());
  std::vector<std::string> out = {grouped(id.substr(0, 32)), grouped(id.substr(32))};
  const std::string base64 = base64_of(key.pem);
  for (std::size_t at = 0; at < base64.size(); at += kColumns) out.push_back(base64.substr(at, kColumns));
  return out;
}

// "03  MIGTME8G...  5f3a": number, content without blanks, check.
struct Line {
  std::size_t number = 0;
  std::string content;
  std::string check;
};
std::optional<Line> line_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  if (words.size() < 3 || words.front().size() != 2 || words.back().size() != 4) return std::nullopt;
  Line line;
  const std::string& digits = words.front();
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), line.number);
  if (error != std::errc() || end != digits.data() + digits.size() || line.number == 0) return std::nullopt;
  for (std::size_t i = 1; i + 1 < words.size(); ++i) line.content += words[i];
  line.check = words.back();
  return line;
}

// How many bytes the private part has, by the head of its DER (a SEQUENCE, X.690 8.1.3); 0: it does not begin like one.
std::size_t bytes_promised(std::string_view base64) {
  const auto head = crypto::from_base64(base64.substr(0, 8));
  if (!head || head->size() < 4 || (*head)[0] != 0x30) return 0;
  const std::size_t first = (*head)[1];
  if (first < 0x80) return 2 + first;
  if (first == 0x81) return 3 + (*head)[2];
  if (first == 0x82) return 4 + (std::size_t{(*head)[2]} << 8U | (*head)[3]);
  return 0;
}

std::size_t bytes_in(std::string_view base64) {
  const auto padding = static_cast<std::size_t>(std::ranges::count(base64, '='));
  return (base64.size() - padding) * 3 / 4;
}

std::string without_blanks(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != ' ') out += c;
  return out;
}

std::string pem_of(std::string_view base64) {
  std::string out(kBegin);
  for (std::size_t at = 0; at < base64.size(); at += 64) out.append(base64.substr(at, 64)).append("\n");
  return out.append(kEnd);
}

}  // namespace

std::string key_paper(std::string_view name, const PaperKey& key) {
  std::string out = fmt::format(
      "jumelage: a signing key on paper\n\nThe key \"{}\". Lines 01 and 02 are its id, which is public; the others are "
      "its private part,\nencrypted: without the passphrase it is of no use to anybody, and nobody can restore that.\n"
      "To bring it back, type or scan the numbered lines into a file, then:\n\n"
      "    jumelage key restore {} FILE\n\nThe last four characters of each line are its check; the same line is never "
      "right with a wrong letter.\n\n",
      name, name);
  std::size_t number = 0;
  const auto contents = contents_of(key);
  for (const std::string& content : contents) {
    ++number;
    out += fmt::format("{:02}  {:<39}  {}\n", number, content, check_of(number, without_blanks(content)));
  }
  return out + fmt::format("\n{} lines.\n", contents.size());
}

Result<PaperKey> read_key_paper(std::string_view text) {
  if (text.size() > crypto::kMaxKeyFileBytes)
    return Error(ToolError::kBadPaper, "this is longer than a page with a key");
  std::map<std::size_t, std::string> found;
  std::istringstream lines{std::string(without_mark(text))};
  for (std::string one; std::getline(lines, one);) {
    const auto line = line_of(one);
    if (!line) continue;
    if (line->check != check_of(line->number, line->content))
      return Error(
          ToolError::kBadPaper,
          fmt::format("the line {:02} is not as it was printed; look at it again, letter by letter (0 and O, 1 "
                      "and l and I, capital and small letters)",
                      line->number));
    found[line->number] = line->content;
  }
  if (found.size() < 3) return Error(ToolError::kBadPaper, "there is no key on this page");
  for (std::size_t number = 1; number <= found.rbegin()->first; ++number)
    if (!found.contains(number))
      return Error(ToolError::kBadPaper, fmt::format("the line {:02} is missing, or is not as it was printed", number));
  const auto id = from_hex(found[1] + found[2]);
  const auto key = id ? KeyId::from(*id) : std::nullopt;
  if (!key) return Error(ToolError::kBadPaper, "the lines 01 and 02 are not the id of a key");
  std::string base64;
  for (std::size_t number = 3; number <= found.size() && number <= kMostLines; ++number) base64 += found[number];
  if (bytes_in(base64) < bytes_promised(base64))
    return Error(ToolError::kBadPaper,
                 fmt::format("the page goes on after the line {:02}; type all of its lines, the short last one too",
                             found.rbegin()->first));
  return PaperKey{*key, pem_of(base64)};
}

}  // namespace jumelage::tools
