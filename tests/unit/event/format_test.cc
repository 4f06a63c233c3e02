// The format pages, held against the program.
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "base/files.h"
#include "base/hex.h"
#include "crypto/sha256.h"
#include "event/entry.h"
#include "event/json.h"
#include "event/field_rules.h"
#include "event/schema_digest.h"
#include "event/schema_text.h"
#include "event/verify.h"
#include "format_pages.h"
#include "sample.h"
#include "schema/log.capnp.h"

namespace jumelage::event {
namespace {

class Formats : public testing::Test {
 protected:
  Formats() {
    read_hex_blocks(page_, blocks_);
    read_hex_blocks(format_page("log-entry.md"), blocks_);
  }
  static Bytes bytes_of(const SealedAct& sealed) { return {sealed.bytes().begin(), sealed.bytes().end()}; }
  bool page_says(const std::string& text) const { return page_.find(text) != std::string::npos; }

  const std::string page_ = format_page("sealed-act.md");
  std::map<std::string, Bytes> blocks_;
  const crypto::SigningKey key_ = key_of(1);
  const std::vector<const crypto::SigningKey*> keys_ = {&key_};
  PacketCache cache_;
};

TEST_F(Formats, TheActOfThePageIsTheOneThatIsBuiltToday) {
  const auto act = Act::parse(blocks_["act"]);
  ASSERT_TRUE(act) << act.error().message();
  EXPECT_EQ(blocks_["act"], sample_draft(keys_).canonical());
  EXPECT_TRUE(page_says("`" + to_hex(act.value().id().view()) + "`"));
  EXPECT_TRUE(page_says(
      "`" + to_hex(crypto::sha256({as_bytes(std::string_view("jumelage/ledger/v1\0", 19)), blocks_["act"]}).view()) +
      "`"));
}

TEST_F(Formats, TheSealedActOfThePageIsTheOneThatIsSignedToday) {
  const auto sealed = SealedAct::parse(blocks_["sealed-act"]);
  ASSERT_TRUE(sealed) << sealed.error().message();
  EXPECT_TRUE(verify_signatures(sealed.value(), sample_ledger(), cache_));
  EXPECT_EQ(bytes_of(seal(sample_act(keys_), sample_ledger(), keys_).value()), blocks_["sealed-act"]);
}

TEST_F(Formats, ThePackedActOfThePageIsTheOneThatIsSignedToday) {
  const auto packed = SealedAct::parse(blocks_["packed-act"]);
  ASSERT_TRUE(packed) << packed.error().message();
  EXPECT_TRUE(verify_signatures(packed.value(), sample_ledger(), cache_));
  std::vector<Act> acts;
  for (const std::uint32_t count : {12U, 13U}) {
    ActBuilder draft = sample_draft(keys_);
    draft.root().getSessionClosed().setActs(count);
    acts.push_back(std::move(Act::parse(draft.canonical())).value());
  }
  EXPECT_EQ(bytes_of(seal_packet(acts, sample_ledger(), keys_).value()[0]), blocks_["packed-act"]);
  EXPECT_TRUE(page_says("`" + to_hex(acts[1].id().view()) + "`"));
  EXPECT_TRUE(page_says("`" + to_hex(packed.value().signatures()[0].packet->root.view()) + "`"));
}

TEST_F(Formats, TheEntryOfThePageIsTheOneThatIsWrittenToday) {
  const auto entry = Entry::parse(blocks_["log-entry"]);
  ASSERT_TRUE(entry) << entry.error().message();
  EXPECT_EQ(entry.value().assigned, (Assigned{"CCI", 2026, 7}));
  EXPECT_EQ(encode_entry(1'773'307'800'123, blocks_["sealed-act"], Assigned{"CCI", 2026, 7}), blocks_["log-entry"]);
}

TEST_F(Formats, TheLimitsOfThePageAreThoseOfTheProgram) {
  static_assert(kMaxSealedBytes == 57'344 && kMaxEntryBytes == 65'535 && kMaxSignatures == 256 && kMaxPackets == 8 &&
                kMaxPacketActs == 1'048'576 && kMaxPathSteps == 20 && kEntryOverheadBytes == 256 && kMaxSeen == 60 &&
                kSeenBytes == 128);
  EXPECT_TRUE(page_says("57,344 bytes"));
  EXPECT_TRUE(page_says("a path of 20 steps, 640 bytes"));
  EXPECT_TRUE(page_says("2 to 1,048,576 acts"));
}

FieldRules rules_of_field(capnp::StructSchema of, const char* name) {
  return rules_of(of.getFieldByName(name));
}

TEST(Schema, ItsLimitsAreThoseOfTheProgram) {
  const auto sealed = capnp::Schema::from<schema::SealedAct>();
  EXPECT_EQ(rules_of_field(sealed, "body").max_bytes, kMaxSealedBytes) << "no act is longer than what holds it";
  EXPECT_EQ(rules_of_field(sealed, "signatures").max_items, kMaxSignatures);
  EXPECT_EQ(rules_of_field(sealed, "packets").max_items, kMaxPackets);
  const auto packet = capnp::Schema::from<schema::PacketProof>();
  EXPECT_EQ(rules_of_field(packet, "path").max_bytes, kMaxPathSteps * sizeof(Digest));
  const auto entry = capnp::Schema::from<schema::LogEntry>();
  EXPECT_EQ(rules_of_field(entry, "sealed").max_bytes, kMaxSealedBytes);
  EXPECT_EQ(rules_of_field(entry, "seen").max_items, kMaxSeen);
}

TEST_F(Formats, TheActOfTheJsonPageIsRead) {
  const std::string page = format_page("act-json.md");
  const std::size_t from = page.find("    {");
  const std::size_t to = page.find("\n    }\n", from) + 7;
  EXPECT_TRUE(act_from_json(page.substr(from, to - from)));
}

TEST(Schema, ItsDigestIsThatOfItsFiles) {
  const std::filesystem::path folder = std::string(JUMELAGE_SOURCE_DIR) + "/schema";
  std::set<std::string> names;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    const std::string name = file.path().filename();
    // Not stored in the log: what is derived from it.
    if (name.ends_with(".capnp") && !name.starts_with("register")) names.insert(name);
  }
  Bytes all;
  for (const std::string& name : names) {
    const auto text = read_file(folder / name, 1U << 20);
    ASSERT_TRUE(text);
    append(all, as_bytes(name + "\n" + std::to_string(text.value().size()) + "\n"));
    append(all, text.value());
  }
  EXPECT_EQ(schema_files().size(), names.size());
  EXPECT_EQ(schema_digest(), crypto::sha256(all));
}

}  // namespace
}  // namespace jumelage::event
