// Names that nobody can guess.
#pragma once

#include <string>

namespace tradereport::tools {

// 128 random bits of the system, in hexadecimal. Throws std::system_error.
std::string random_name();

}  // namespace tradereport::tools
