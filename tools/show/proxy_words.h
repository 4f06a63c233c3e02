// How a proxy stands.
#pragma once

#include <string_view>

#include "app/reading.h"

namespace jumelage::tools {

// "given", "revoked", or "over" with its session.
std::string_view state_of_proxy(const Reading& reading, schema::ProxyState::Reader proxy);

}  // namespace jumelage::tools
