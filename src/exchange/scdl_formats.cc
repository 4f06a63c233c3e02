#include "exchange/scdl_formats.h"

#include <algorithm>
#include <array>

namespace jumelage::exchange {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

bool is_department(std::string_view text) {
  return text.size() == 3 && (all_digits(text) || text == "02A" || text == "02B");
}

bool take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

}  // namespace

bool is_siret(std::string_view text) {
  return text.size() == 14 && all_digits(text);
}

bool siret_sum_holds(std::string_view siret) {
  int sum = 0;
  for (std::size_t i = 0; i < siret.size(); ++i) {
    const int digit = siret[siret.size() - 1 - i] - '0';
    const int weighed = i % 2 == 0 ? digit : 2 * digit;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 == 0;
}

bool is_actes_code(std::string_view text) {
  constexpr std::array<int, 9> kSubjects{7, 3, 6, 5, 8, 5, 10, 9, 4};  // under headings 1 to 9
  if (text.size() < 3 || text.size() > 4 || text[0] < '1' || text[0] > '9' || text[1] != '.') return false;
  const std::string_view second = text.substr(2);
  if (!all_digits(second) || second[0] == '0') return false;
  const int subject = second.size() == 1 ? second[0] - '0' : 10 * (second[0] - '0') + second[1] - '0';
  return subject <= kSubjects[static_cast<std::size_t>(text[0] - '1')];
}

bool is_budget_year(std::string_view text) {
  if (text.size() == 4) return all_digits(text);
  return text.size() == 9 && text[4] == '/' && all_digits(text.substr(0, 4)) && all_digits(text.substr(5)) &&
         text.substr(0, 4) <= text.substr(5);
}

bool is_pref_id(std::string_view text) {
  if (take(text, "SPREF")) return text.size() == 4 && is_digit(text[3]) && is_department(text.substr(0, 3));
  return (take(text, "PREF") || take(text, "SGAR")) && is_department(text);
}

bool is_web_address(std::string_view text) {
  if (!take(text, "https://") && !take(text, "http://")) return false;
  return !text.empty() && text[0] != '/' && text.find_first_of(" \t\n\"<>") == std::string_view::npos;
}

}  // namespace jumelage::exchange
