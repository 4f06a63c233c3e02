#include "app/references.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "app/tool_error.h"
#include "base/hex.h"
#include "crypto/sha256.h"
#include "event/json.h"
#include "ledger/personal_document.h"
#include "schema/common.capnp.h"
#include "temporary_folder.h"

namespace jumelage::tools {
namespace {

using testing::HasSubstr;

class ReferencesTest : public testing::Test {
 protected:
  Result<Resolved> resolve(std::string_view json) const { return resolve_references(json, keys_, temporary_.path()); }

  void write(const std::string& name, std::string_view content) const {
    std::ofstream(temporary_.path() / name) << content;
  }
  // The document that the value became, read back by the schema.
  static std::string json_of(const Resolved& resolved, std::string_view field) {
    capnp::MallocMessageBuilder message;
    auto document = message.initRoot<schema::DocumentRef>();
    EXPECT_TRUE(event::struct_from_json(resolved.json, document, "document"));
    const auto dynamic = capnp::DynamicStruct::Reader(document.asReader());
    const auto value = dynamic.get({field.data(), field.size()});
    if (value.getType() == capnp::DynamicValue::TEXT) return value.as<capnp::Text>().cStr();
    if (value.getType() == capnp::DynamicValue::BOOL) return value.as<bool>() ? "true" : "false";
    const auto name = KJ_ASSERT_NONNULL(value.as<capnp::DynamicEnum>().getEnumerant()).getProto().getName();
    return name.cStr();
  }

  TemporaryFolder temporary_;
  KeyFolder keys_{temporary_.path() / "keys"};
};

TEST_F(ReferencesTest, AKeyBecomesItsId) {
  const auto key = keys_.create("chair", "a long enough passphrase");
  ASSERT_TRUE(key);
  const auto resolved = resolve(R"({"key": "@key:chair"})");
  ASSERT_TRUE(resolved) << resolved.error().message();
  EXPECT_EQ(resolved.value().json, "{\"key\": \"" + to_hex(key.value().id.view()) + "\"}");
}

TEST_F(ReferencesTest, NoLineMoves) {
  write("a.txt", "a");
  const std::string json = "{\n\"x\": \"@file:a.txt\",\n\"y\": \"@personal:b\"\n}\n";
  const auto resolved = resolve(json);
  ASSERT_TRUE(resolved) << resolved.error().message();
  EXPECT_EQ(std::ranges::count(resolved.value().json, '\n'), std::ranges::count(json, '\n'));
}

TEST_F(ReferencesTest, AFileBecomesADocumentWithItsTraits) {
  write("minutes.pdf", "content");
  const auto resolved = resolve(R"("@file:minutes.pdf;role=minutes;language=fr;visibility=members")");
  ASSERT_TRUE(resolved) << resolved.error().message();
  ASSERT_EQ(resolved.value().documents.size(), 1U);
  EXPECT_EQ(resolved.value().documents[0].digest, crypto::sha256(as_bytes("content")));
  EXPECT_EQ(json_of(resolved.value(), "mediaType"), "application/pdf");
  EXPECT_EQ(json_of(resolved.value(), "title"), "minutes.pdf");
  EXPECT_EQ(json_of(resolved.value(), "role"), "minutes");
  EXPECT_EQ(json_of(resolved.value(), "visibility"), "members");
  EXPECT_EQ(json_of(resolved.value(), "erasable"), "false");
}

TEST_F(ReferencesTest, APersonalDocumentIsErasableAndForMembers) {
  const auto resolved = resolve(R"("@personal:Secr\u00e9taire")");
  ASSERT_TRUE(resolved) << resolved.error().message();
  EXPECT_EQ(json_of(resolved.value(), "erasable"), "true");
  EXPECT_EQ(json_of(resolved.value(), "visibility"), "members");
  EXPECT_EQ(json_of(resolved.value(), "role"), "personal");
  const auto text = ledger::read_personal_document(resolved.value().documents.at(0).content);
  EXPECT_EQ(text.value(), "Secrétaire");
}

TEST_F(ReferencesTest, NamesAndEscapedTextsAreLeftAlone) {
  for (const char* json : {R"({"@key:x": 1})", R"("\u0040key:x")", R"("mail @key:x")", "not json \"@key"}) {
    const auto resolved = resolve(json);
    ASSERT_TRUE(resolved) << json;
    EXPECT_EQ(resolved.value().json, json);
  }
}

TEST_F(ReferencesTest, WhatLeadsNowhereIsNamedWithItsLine) {
  for (const char* json : {"\n\n\"@key:nobody\"", "\n\n\"@file:nothing.pdf\"", "\n\n\"@personal:\""}) {
    const auto resolved = resolve(json);
    ASSERT_FALSE(resolved) << json;
    EXPECT_TRUE(resolved.error().is(ToolError::kBadReference));
    EXPECT_THAT(resolved.error().message(), HasSubstr("line 3"));
  }
}

TEST_F(ReferencesTest, ATraitThatDoesNotExistIsRefused) {
  write("a.txt", "a");
  for (const char* json : {R"("@file:a.txt;role=hero")", R"("@file:a.txt;colour=red")", R"("@file:a.txt;digest=00")",
                           R"("@file:a.txt;erasable=perhaps")", R"("@file:a.txt;role")"})
    EXPECT_FALSE(resolve(json)) << json;
}

}  // namespace
}  // namespace jumelage::tools
