// Shell completions, made from the option table.
#pragma once

#include <string>

namespace tradereport::tools {

// A script for bash: docs/completions/tradereport.bash is this text, and a test holds them
// together.
std::string bash_completions();

}  // namespace tradereport::tools
