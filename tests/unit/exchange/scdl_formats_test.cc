#include "exchange/scdl_formats.h"

#include <gtest/gtest.h>

namespace jumelage::exchange {
namespace {

TEST(ScdlFormats, knows_a_siret_and_its_check_digit) {
  EXPECT_TRUE(is_siret("21860194600013"));
  EXPECT_TRUE(siret_sum_holds("21860194600013"));  // the schema's own example
  EXPECT_TRUE(siret_sum_holds("24420077000117"));  // Saint-Étienne Métropole
  EXPECT_FALSE(siret_sum_holds("21860194600031")) << "two digits swapped";
  for (const char* bad : {"", "2186019460001", "218601946000130", "218 601 946 00", "2186019460001a"})
    EXPECT_FALSE(is_siret(bad)) << bad;
}

TEST(ScdlFormats, knows_the_actes_codes) {
  for (const char* good : {"1.1", "1.7", "7.10", "8.9", "9.4"}) EXPECT_TRUE(is_actes_code(good)) << good;
  for (const char* bad : {"", "1", "1.", "1.0", "1.8", "7.11", "7.1x", "8,4", "0.1", "9.5", "8.04", "10.1"})
    EXPECT_FALSE(is_actes_code(bad)) << bad;
}

TEST(ScdlFormats, knows_budget_years) {
  for (const char* good : {"2017", "2017/2018", "2017/2017"}) EXPECT_TRUE(is_budget_year(good)) << good;
  for (const char* bad : {"", "17", "2017-2018", "2018/2017", "2017/", "2017/18", "201x"})
    EXPECT_FALSE(is_budget_year(bad)) << bad;
}

TEST(ScdlFormats, knows_the_authorities_of_control) {
  for (const char* good : {"PREF042", "PREF02A", "SPREF0421", "SPREF02B1", "SGAR084"})
    EXPECT_TRUE(is_pref_id(good)) << good;
  for (const char* bad : {"", "PREF", "PREF42", "pref042", "PREF0421", "SPREF042", "SGAR02C", "PREF02C"})
    EXPECT_FALSE(is_pref_id(bad)) << bad;
}

TEST(ScdlFormats, knows_web_addresses) {
  for (const char* good : {"http://a", "https://data.example/é.pdf"}) EXPECT_TRUE(is_web_address(good)) << good;
  for (const char* bad : {"", "https://", "https:///x", "ftp://a/b", "www.a.fr", "https://a/b c", "javascript:x"})
    EXPECT_FALSE(is_web_address(bad)) << bad;
}

}  // namespace
}  // namespace jumelage::exchange
