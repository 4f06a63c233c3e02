// Draft files that came by e-mail: what is refused, and why.
#include "app/draft_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/tool_error.h"
#include "base/hex.h"
#include "crypto/sha256.h"
#include "event/json.h"
#include "event/verify.h"

namespace jumelage::tools {
namespace {

using testing::HasSubstr;

crypto::SigningKey key(std::uint8_t seed) {
  return crypto::SigningKey::from_seed(Bytes(crypto::kSeedBytes, seed));
}

event::Act act(const std::string& session, const std::vector<const crypto::SigningKey*>& signers,
               const std::string& place = "Es-Semara", char ledger = 'a') {
  std::string list;
  for (const auto* signer : signers)
    list += (list.empty() ? "" : ",") + std::string(R"({"capacity": "office", "of": "cci-chair", "key": ")") +
            to_hex(signer->id().view()) + R"("})";
  const std::string id(64, ledger);
  auto draft = event::act_from_json(R"({"schemaVersion": 1, "basis": "live", "ledgerId": ")" + id +
                                    R"(", "recordedAt": "2026-01-05T10:00:00Z", "place": ")" + place +
                                    R"(", "subjects": [{"id": ")" + session + R"("}], "signers": [)" + list +
                                    R"(], "sessionClosed": {"session": ")" + session +
                                    R"(", "at": "2026-01-05T10:00:00Z", "acts": 3}})");
  EXPECT_TRUE(draft) << draft.error().message();
  draft.value().sort_lists();
  auto made = event::Act::parse(draft.value().canonical());
  EXPECT_TRUE(made) << made.error().message();
  return std::move(made).value();
}

DraftFile draft_of(event::Act one, std::vector<NewDocument> documents = {}) {
  std::vector<event::Act> acts;
  acts.push_back(std::move(one));
  auto made = DraftFile::make(std::move(acts), std::move(documents));
  EXPECT_TRUE(made) << made.error().message();
  return std::move(made).value();
}

// With a check sum that fits again, as somebody who means harm would make it.
std::string changed(const std::string& text, const std::string& from, const std::string& to) {
  std::string out = text.substr(0, text.rfind("end "));
  const std::size_t at = out.find(from);
  EXPECT_NE(at, std::string::npos);
  out.replace(at, from.size(), to);
  return out + "end " + to_hex(crypto::sha256(as_bytes(out)).view()) + "\n";
}

std::string refusal(const std::string& text) {
  const auto read = DraftFile::read(text);
  return read ? "it was read" : read.error().message();
}

TEST(DraftFile, IsCompleteOnceAllHaveSignedAndVerifies) {
  const auto a = key(1);
  const auto b = key(2);
  DraftFile draft = draft_of(act("cci-1", {&a, &b}));
  EXPECT_EQ(draft.missing().size(), 2U);
  ASSERT_TRUE(draft.sign(a));
  EXPECT_EQ(draft.missing(), std::vector<KeyId>{b.id()});
  ASSERT_TRUE(draft.sign(b));
  ASSERT_TRUE(draft.is_complete());
  const auto sealed = draft.sealed();
  ASSERT_TRUE(sealed) << sealed.error().message();
  const auto parsed = event::SealedAct::parse(sealed.value()[0]);
  ASSERT_TRUE(parsed) << parsed.error().message();
  event::PacketCache cache;
  EXPECT_TRUE(event::verify_signatures(parsed.value(), draft.ledger(), cache));
}

TEST(DraftFile, OfSeveralActsIsSignedAsOnePacket) {
  const auto a = key(1);
  std::vector<event::Act> acts;
  acts.push_back(act("cci-1", {&a}));
  acts.push_back(act("cci-2", {&a}));
  auto draft = DraftFile::make(std::move(acts), {});
  ASSERT_TRUE(draft) << draft.error().message();
  ASSERT_TRUE(draft.value().sign(a));
  const auto again = DraftFile::read(draft.value().text());
  ASSERT_TRUE(again) << again.error().message();
  const auto sealed = again.value().sealed();
  ASSERT_TRUE(sealed) << sealed.error().message();
  event::PacketCache cache;
  for (const Bytes& one : sealed.value()) {
    const auto parsed = event::SealedAct::parse(one);
    ASSERT_TRUE(parsed) << parsed.error().message();
    EXPECT_TRUE(event::verify_signatures(parsed.value(), again.value().ledger(), cache));
  }
}

TEST(DraftFile, CopiesSignedApartAreJoined) {
  const auto a = key(1);
  const auto b = key(2);
  DraftFile one = draft_of(act("cci-1", {&a, &b}));
  DraftFile other = draft_of(act("cci-1", {&a, &b}));
  ASSERT_TRUE(one.sign(a));
  ASSERT_TRUE(other.sign(b));
  ASSERT_TRUE(one.join(other));
  EXPECT_TRUE(one.is_complete());
}

TEST(DraftFile, OfAnotherActIsNotJoined) {
  const auto a = key(1);
  DraftFile one = draft_of(act("cci-1", {&a}));
  const auto joined = one.join(draft_of(act("cci-1", {&a}, "Timbuktu")));
  ASSERT_FALSE(joined);
  EXPECT_TRUE(joined.error().is(ToolError::kBadDraft));
}

TEST(DraftFile, ASignatureForAnotherActIsRefused) {
  const auto a = key(1);
  DraftFile one = draft_of(act("cci-1", {&a}));
  DraftFile other = draft_of(act("cci-1", {&a}, "Timbuktu"));
  ASSERT_TRUE(one.sign(a));
  const std::string text = one.text();
  const std::string signature = text.substr(text.find("signature "), text.find("end ") - text.find("signature "));
  std::string grafted = other.text();
  grafted.insert(grafted.rfind("end "), signature);
  EXPECT_THAT(refusal(changed(grafted, "act:", "act:")), HasSubstr("does not verify"));
}

TEST(DraftFile, AStrangersSignatureIsRefused) {
  const auto a = key(1);
  const auto stranger = key(9);
  DraftFile draft = draft_of(act("cci-1", {&a}));
  const auto outcome = draft.sign(stranger);
  ASSERT_FALSE(outcome);
  EXPECT_THAT(outcome.error().message(), HasSubstr("not among those"));
}

TEST(DraftFile, ASignatureGivenTwiceIsRefused) {
  const auto a = key(1);
  DraftFile draft = draft_of(act("cci-1", {&a}));
  ASSERT_TRUE(draft.sign(a));
  std::string text = draft.text();
  const std::string signature = text.substr(text.find("signature "), text.find("end ") - text.find("signature "));
  text.insert(text.rfind("end "), signature);
  EXPECT_THAT(refusal(changed(text, "act:", "act:")), HasSubstr("one for each"));
}

TEST(DraftFile, WhatEMailCutOffOrChangedIsSaidToBeSo) {
  const auto a = key(1);
  const std::string text = draft_of(act("cci-1", {&a})).text();
  EXPECT_THAT(refusal(text.substr(0, text.rfind("end "))), HasSubstr("cut off"));
  std::string damaged = text;
  damaged[damaged.rfind("end ") + 10] ^= 1;
  EXPECT_THAT(refusal(damaged), HasSubstr("check sum"));
  EXPECT_THAT(refusal(text + "more\n"), HasSubstr("after the end"));
}

TEST(DraftFile, LineEndsOfOtherSystemsAreRead) {
  const auto a = key(1);
  std::string text = draft_of(act("cci-1", {&a})).text();
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2) text.replace(at, 1, "\r\n");
  EXPECT_THAT(refusal(text + "\r\n"), HasSubstr("it was read"));
}

TEST(DraftFile, ADocumentThatNoActNamesIsRefused) {
  const auto a = key(1);
  std::vector<event::Act> acts;
  acts.push_back(act("cci-1", {&a}));
  const Bytes content = {1, 2, 3};
  const auto made = DraftFile::make(std::move(acts), {{crypto::sha256(content), content}});
  ASSERT_FALSE(made);
  EXPECT_THAT(made.error().message(), HasSubstr("no act in it names document"));
}

TEST(DraftFile, LongerThanTheBoundIsRefusedUnread) {
  EXPECT_THAT(refusal(std::string(kMaxDraftBytes + 1, 'x')), HasSubstr("at most 33554432 bytes"));
  EXPECT_THAT(refusal(std::string(kMaxDraftBytes, 'x')), HasSubstr("begins with")) << "at the bound it is read";
}

TEST(DraftFile, ActsForTwoLedgersAreRefused) {
  const auto a = key(1);
  std::vector<event::Act> acts;
  acts.push_back(act("cci-1", {&a}));
  acts.push_back(act("cci-2", {&a}, "Es-Semara", 'b'));
  const auto made = DraftFile::make(std::move(acts), {});
  ASSERT_FALSE(made);
  EXPECT_THAT(made.error().message(), HasSubstr("different ledgers"));
}

TEST(DraftFile, ActsOfDifferentSignersAreRefused) {
  const auto a = key(1);
  const auto b = key(2);
  std::vector<event::Act> acts;
  acts.push_back(act("cci-1", {&a}));
  acts.push_back(act("cci-2", {&b}));
  const auto made = DraftFile::make(std::move(acts), {});
  ASSERT_FALSE(made);
  EXPECT_THAT(made.error().message(), HasSubstr("different signers"));
}

TEST(DraftFile, OfANewerVersionAsksForAnUpgrade) {
  EXPECT_TRUE(is_draft("jumelage draft 2\n"));
  EXPECT_THAT(refusal("jumelage draft 2\n"), HasSubstr("upgrade"));
  EXPECT_FALSE(is_draft("{\"basis\": \"live\"}"));
}

}  // namespace
}  // namespace jumelage::tools
