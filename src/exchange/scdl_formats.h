// The forms that single SCDL values must have (schema "deliberations" 2.1.5).
#pragma once

#include <string_view>

namespace jumelage::exchange {

// 14 digits: a SIREN and a NIC, without spaces.
bool is_siret(std::string_view text);

// Luhn's sum over a well-formed SIRET. Establishments of La Poste have numbers of their own kind; they don't
// deliberate.
bool siret_sum_holds(std::string_view siret);

// A second-level code of the ACTES nomenclature, as the schema lists them: "1.1" to "9.4".
bool is_actes_code(std::string_view text);

// "2017", or "2017/2018" with the years in order.
bool is_budget_year(std::string_view text);

// "PREF042", "SPREF0421", "SGAR084"; the department is three characters, "02A" and "02B" for Corsica.
bool is_pref_id(std::string_view text);

// An http or https address with a host and without spaces.
bool is_web_address(std::string_view text);

}  // namespace jumelage::exchange
