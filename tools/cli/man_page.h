// The manual page, made from the option table.
#pragma once

#include <string>

namespace tradereport::tools {

// The page in troff (man macros), in English: docs/tradereport.1 is this text, and a test holds
// them together.
std::string man_page();

}  // namespace tradereport::tools
