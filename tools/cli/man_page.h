// The manual page, made from the option table.
#pragma once

#include <string>

#include "schemas/messages.h"

namespace tradereport::tools {

// The page in troff (man macros, UTF-8): docs/tradereport.1 and docs/tradereport.zh.1 are these
// texts, and a test holds them together.
std::string man_page(Language language);

}  // namespace tradereport::tools
