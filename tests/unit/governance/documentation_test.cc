// People look codes up: every code is on its page, and the page holds no other.
#include <gtest/gtest.h>

#include <fstream>
#include <regex>
#include <set>
#include <string>

#include "governance/decision_finding_codes.h"
#include "governance/agreement_finding_codes.h"
#include "governance/finding_codes.h"
#include "governance/foundation_finding_codes.h"
#include "governance/refusal.h"
#include "governance/session_finding_codes.h"

namespace jumelage::governance {
namespace {

// The codes in the first column of a page's table.
std::set<std::string> codes_on(const std::string& page) {
  std::ifstream file(std::string(DOCS_FOLDER) + "/" + page);
  EXPECT_TRUE(file.good()) << page;
  std::set<std::string> codes;
  for (std::string line; std::getline(file, line);) {
    std::smatch match;
    if (std::regex_search(line, match, std::regex("^\\| `([a-z_.]+)` \\|"))) codes.insert(match[1]);
  }
  return codes;
}

TEST(Documentation, ExplainsEveryRefusal) {
  std::set<std::string> codes;
  for (int i = 0; i <= static_cast<int>(Refusal::kChangesNothing); ++i)
    codes.emplace(code_name(static_cast<Refusal>(i)));
  EXPECT_EQ(codes.size(), static_cast<std::size_t>(Refusal::kChangesNothing) + 1) << "two refusals of one name";
  EXPECT_EQ(codes_on("refusals.md"), codes);
}

TEST(Documentation, ExplainsEveryFinding) {
  std::set<std::string> codes;
  for (const auto code : kMembershipFindings) codes.emplace(code);
  for (const auto code : kSessionFindings) codes.emplace(code);
  for (const auto code : kDecisionFindings) codes.emplace(code);
  for (const auto code : kAgreementFindings) codes.emplace(code);
  for (const auto code : kFoundationFindings) codes.emplace(code);
  EXPECT_EQ(codes.size(), kMembershipFindings.size() + kSessionFindings.size() + kDecisionFindings.size() +
                              kAgreementFindings.size() + kFoundationFindings.size())
      << "two findings of one name";
  EXPECT_EQ(codes_on("findings.md"), codes);
}

}  // namespace
}  // namespace jumelage::governance
