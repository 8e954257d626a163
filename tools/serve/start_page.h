// The page that files are dropped on.
#pragma once

#include <string>

#include "schemas/messages.h"
#include "tools/serve/limits.h"

namespace tradereport::tools {

// It knows the limits, and refuses what is beyond them before it is sent.
std::string start_page(Language language, const ServeLimits& limits);

// "serve.css" or "serve.js"; empty for any other name.
std::string part_of_start_page(const std::string& name);

}  // namespace tradereport::tools
