// Shell completions, made from the option table.
#pragma once

#include <string>

namespace tradereport::tools {

// A script for "bash", "zsh" or "fish": docs/completions/tradereport.SHELL is this text, and a test
// holds them together.
std::string completions(const std::string& shell);

}  // namespace tradereport::tools
