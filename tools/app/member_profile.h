// Who a member is, from options.
#pragma once

#include "app/act_form.h"

namespace jumelage::tools {

// --name, --country, --partner, --legal-id, --seat-at. `need`: of the name.
void add_profile_options(cli::Command& command, cli::Need need);
// "profile", the whole of it.
void write_profile(ActForm& form);

}  // namespace jumelage::tools
