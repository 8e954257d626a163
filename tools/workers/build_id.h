// Which program this is, to the byte: itself and the libraries that it has loaded.
#pragma once

#include <string>

namespace tradereport::tools {

// The linker's build ids of the program and of every library that it has loaded (Poppler, ICU, …),
// a line each; for one without, its path, length and time. The same text says that the same code
// will read a file.
std::string build_ids();

}  // namespace tradereport::tools
