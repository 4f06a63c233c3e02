#include "mix.h"

#include <utility>

#include "support/council_workload.h"
#include "support/workload.h"

namespace jumelage::bench {
namespace {

class RegisterMix final : public Mix {
 public:
  Acts foundation() override { return workload_.foundation(); }
  Acts singles(std::size_t count) override { return workload_.singles(count); }
  Acts packets(std::size_t count) override { return workload_.packets(count); }
  std::vector<std::string> take_documents() override {
    return std::exchange(documents_taken_, true) ? std::vector<std::string>() : test::Workload::documents();
  }
  std::size_t independent() const override { return 3; }  // an item: proposal, vote, decision

 private:
  test::Workload workload_;
  bool documents_taken_ = false;
};

class CouncilMix final : public Mix {
 public:
  Acts foundation() override { return workload_.foundation(); }
  Acts singles(std::size_t count) override { return workload_.singles(count); }
  Acts packets(std::size_t count) override { return workload_.packets(count); }
  std::vector<std::string> take_documents() override { return workload_.take_documents(); }
  std::size_t independent() const override { return 0; }
  std::map<std::string, std::size_t> kinds() const override { return workload_.kinds(); }

 private:
  test::CouncilWorkload workload_;
};

}  // namespace

std::unique_ptr<Mix> make_mix(std::string_view name) {
  if (name == "register") return std::make_unique<RegisterMix>();
  if (name == "council") return std::make_unique<CouncilMix>();
  return nullptr;
}

}  // namespace jumelage::bench
