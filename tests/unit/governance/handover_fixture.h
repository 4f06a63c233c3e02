// What a hand-over of the primary brings along, and a club that could make one.
#pragma once

#include <algorithm>
#include <optional>

#include "event/statements.h"
#include "unit/governance/club_test_support.h"

namespace jumelage::governance {

using HandedOver = schema::PrimaryHandedOver;

struct Point {
  std::uint64_t size = 0;
  std::uint32_t term = 1;
};

// What a hand-over to timbuktu brings along. Every part is right unless a test says otherwise.
struct Plan {
  std::uint32_t term = 2;
  std::string primary = "timbuktu";
  std::string log_key = "timbuktu/log";
  std::vector<std::string> ordered_by = {"es-semara/admin", "timbuktu/admin"};
  std::vector<std::string> freezers = {"timbuktu/witness", "vijayawada/witness"};
  std::optional<Point> lock = {};
  std::optional<Point> final = {};
  std::vector<std::string> acks = {"es-semara/witness", "timbuktu/witness"};
  std::vector<std::string> cosigners = {"es-semara/witness", "vijayawada/witness"};
  std::function<void(HandedOver::Builder)> before_signing = {};
  std::function<void(HandedOver::Builder)> spoil = {};
};

struct HandOverClub {
  HandOverClub() {
    enrol("timbuktu/log", schema::KeyEnrolled::Purpose::LOG, "timbuktu");
    club.grant_mandate("timbuktu-2", "timbuktu");
  }
  void enrol(const std::string& key, schema::KeyEnrolled::Purpose purpose, const std::string& holder) {
    auto signers = administrators;
    signers.push_back(Club::possession(key));
    ASSERT_TRUE(recorded(club.record(signers, [&](ActBuilder act) {
      auto payload = act.initKeyEnrolled();
      payload.setKey(to_data(Club::key_id(key).view()));
      payload.setPurpose(purpose);
      payload.setHolder(to_text(holder));
    })));
  }
  static std::vector<std::string> in_order(std::vector<std::string> keys) {
    std::ranges::sort(keys, {}, [](const std::string& key) { return Club::key_id(key); });
    return keys;
  }
  void set_head(schema::Head::Builder head, Point point) const {
    head.setTerm(point.term);
    head.setSize(point.size);
    head.setRoot(to_data(club.history().root(point.size).view()));
  }
  template <class Builder>
  static void sign(Builder by, const std::string& key, ByteView statement) {
    by.setKey(to_data(Club::key_id(key).view()));
    by.setSignature(to_data(Club::key(key).sign(statement)));
  }

  void set_freezes(HandedOver::Builder act, const Plan& plan) const {
    const Digest order = event::order_digest(club.ledger_id(), act.asReader().getOrder());
    auto list = act.initFreezes(static_cast<capnp::uint>(plan.freezers.size()));
    for (capnp::uint i = 0; i < list.size(); ++i) {
      list[i].setTerm(plan.term);
      list[i].setOrderDigest(to_data(order.view()));
      if (plan.lock) set_head(list[i].initLock(), *plan.lock);
      if (plan.final) set_head(list[i].initFinal(), *plan.final);
    }
  }
  void sign_freezes(HandedOver::Builder act, const Plan& plan) const {
    const auto keys = in_order(plan.freezers);
    for (capnp::uint i = 0; i < keys.size(); ++i) {
      auto freeze = act.getFreezes()[i];
      sign(freeze.initBy(), keys[i], event::freeze_statement(club.ledger_id(), freeze.asReader()));
    }
  }
  void set_certificates(HandedOver::Builder act, const Plan& plan) const {
    if (plan.lock) {
      auto certificate = act.initLockCertificate();
      set_head(certificate.initHead(), *plan.lock);
      const Bytes statement = event::acknowledgement(club.ledger_id(), certificate.asReader().getHead());
      const auto keys = in_order(plan.acks);
      auto acks = certificate.initAcks(static_cast<capnp::uint>(keys.size()));
      for (capnp::uint i = 0; i < keys.size(); ++i) sign(acks[i], keys[i], statement);
    }
    if (plan.final) {
      auto certificate = act.initFinalCertificate();
      set_head(certificate.initHead(), *plan.final);
      const std::string origin =
          event::origin_of_term("jumelage.example/es-semara", club.ledger_id(), plan.final->term);
      const std::string checkpoint = event::checkpoint_text(origin, certificate.asReader().getHead());
      const auto keys = in_order(plan.cosigners);
      auto list = certificate.initCosignatures(static_cast<capnp::uint>(keys.size()));
      for (capnp::uint i = 0; i < keys.size(); ++i) {
        list[i].setTime(1'761'900'000 + i);
        sign(list[i], keys[i], event::cosigned(checkpoint, list[i].getTime()));
      }
    }
  }
  Club::Fill act_of(const Plan& plan) const {
    return [plan, this](ActBuilder act) {
      auto payload = act.initPrimaryHandedOver();
      auto order = payload.initOrder();
      order.setTerm(plan.term);
      order.setPrimary(to_text(plan.primary));
      order.setLogKey(to_data(Club::key_id(plan.log_key).view()));
      order.setReason("the primary is away");
      const Bytes statement = event::handover_order(club.ledger_id(), order.asReader());
      const auto keys = in_order(plan.ordered_by);
      auto signatures = payload.initAdministratorSignatures(static_cast<capnp::uint>(keys.size()));
      for (capnp::uint i = 0; i < keys.size(); ++i) sign(signatures[i], keys[i], statement);
      set_freezes(payload, plan);
      if (plan.before_signing) plan.before_signing(payload);
      sign_freezes(payload, plan);
      set_certificates(payload, plan);
      if (plan.spoil) plan.spoil(payload);
    };
  }
  // A lock on the whole log, and an earlier final.
  Plan usual() const { return {.lock = Point{club.size()}, .final = Point{club.size() - 1}}; }

  Club club;
  const std::vector<Signs> administrators = {Club::administrator("es-semara"), Club::administrator("timbuktu")};
};

}  // namespace jumelage::governance
