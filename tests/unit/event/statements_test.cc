// docs/formats/statements.md, put together by hand.
#include "event/statements.h"

#include <capnp/message.h>
#include <gtest/gtest.h>

#include <memory>

#include "base/hex.h"
#include "crypto/ed25519.h"
#include "crypto/sha256.h"

namespace jumelage::event {
namespace {

capnp::Data::Reader reader_of(ByteView bytes) {
  return {bytes.data(), bytes.size()};
}

// "name" with its closing zero, 32 bytes of ledger id, and the rest in hexadecimal.
std::string statement(std::string_view name, const std::string& rest) {
  return to_hex(as_bytes(name)) + "00" + std::string(64, '7') + rest;
}

class Statements : public ::testing::Test {
 protected:
  Statements() {
    ledger.bytes.fill(0x77);
    root.bytes.fill(0x22);
  }
  schema::Head::Builder set(schema::Head::Builder head) const {
    head.setTerm(3);
    head.setSize(258);
    head.setRoot(reader_of(root.view()));
    return head;
  }
  const std::string kHead =
      "00000003"
      "0000000000000102" +
      std::string(64, '2');

  LedgerId ledger;
  Digest root;
  const std::unique_ptr<capnp::MallocMessageBuilder> owned = std::make_unique<capnp::MallocMessageBuilder>();
  capnp::MallocMessageBuilder& message = *owned;
};

TEST_F(Statements, AnAcknowledgementIsOfAHead) {
  const auto head = set(message.initRoot<schema::Head>());
  EXPECT_EQ(to_hex(acknowledgement(ledger, head)), statement("jumelage/ack/v1", kHead));
}

TEST_F(Statements, AnOrderNamesTermKeyPrimaryAndReason) {
  auto order = message.initRoot<schema::HandoverOrder>();
  order.setTerm(4);
  order.setPrimary("timbuktu");
  order.setLogKey(reader_of(root.view()));
  order.setReason("away");
  const std::string expected = statement(
      "jumelage/handover/v1", "00000004" + std::string(64, '2') + to_hex(crypto::sha256(as_bytes("timbuktu")).view()) +
                                  to_hex(crypto::sha256(as_bytes("away")).view()));
  EXPECT_EQ(to_hex(handover_order(ledger, order)), expected);
  EXPECT_EQ(order_digest(ledger, order), crypto::sha256(*from_hex(expected)));
}

TEST_F(Statements, AFreezeTellsWhichHeadsThereAre) {
  auto freeze = message.initRoot<schema::Freeze>();
  freeze.setTerm(4);
  freeze.setOrderDigest(reader_of(root.view()));
  const std::string begin = "00000004" + std::string(64, '2');
  EXPECT_EQ(to_hex(freeze_statement(ledger, freeze)), statement("jumelage/freeze/v1", begin + "000000"));
  set(freeze.initLock());
  EXPECT_EQ(to_hex(freeze_statement(ledger, freeze)), statement("jumelage/freeze/v1", begin + "0001" + kHead + "00"));
  set(freeze.initFinal());
  set(freeze.initLastAck());
  EXPECT_EQ(to_hex(freeze_statement(ledger, freeze)),
            statement("jumelage/freeze/v1", begin + "01" + kHead + "01" + kHead + "01" + kHead));
}

TEST_F(Statements, ADeclarationIsOfVersionRuleEngineAndSchema) {
  auto activation = message.initRoot<schema::CatalogueActivated>();
  activation.setVersion(2);
  activation.setRuleEngine(259);
  activation.setSchemaDigest(reader_of(root.view()));
  EXPECT_EQ(to_hex(declaration(ledger, activation)),
            statement("jumelage/declaration/v1", "00020103" + std::string(64, '2')));
}

// The example of the C2SP specification tlog-cosignature.
TEST_F(Statements, ACosignatureIsOverTheTextOfTheCheckpoint) {
  const auto example = from_hex("0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62");
  auto head = message.initRoot<schema::Head>();
  head.setSize(20'852'163);
  head.setRoot(reader_of(*example));
  EXPECT_EQ(as_text(cosigned(checkpoint_text("example.com/behind-the-sofa", head), 1'679'315'147)),
            "cosignature/v1\n"
            "time 1679315147\n"
            "example.com/behind-the-sofa\n"
            "20852163\n"
            "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n");
}

TEST_F(Statements, AnOriginIsOfOneLedgerAndOneTerm) {
  EXPECT_EQ(origin_of_term("jumelage.example/es-semara", ledger, 12), "jumelage.example/es-semara/7777777777777777/12");
}

TEST_F(Statements, ASignatureIsOfOneKeyOverTheseBytes) {
  const auto key = crypto::SigningKey::from_seed(Bytes(32, 1));
  const Bytes bytes = acknowledgement(ledger, set(message.initRoot<schema::Head>()));
  const auto signature = key.sign(bytes);
  const auto id = key.id();
  EXPECT_TRUE(is_signed(reader_of(id.view()), bytes, reader_of(signature)));
  EXPECT_FALSE(is_signed(reader_of(id.view()), Bytes(bytes.begin(), bytes.end() - 1), reader_of(signature)));
  EXPECT_FALSE(
      is_signed(reader_of(crypto::SigningKey::from_seed(Bytes(32, 2)).id().view()), bytes, reader_of(signature)));
  EXPECT_FALSE(is_signed(reader_of(id.view().first(31)), bytes, reader_of(signature)));
}

}  // namespace
}  // namespace jumelage::event
