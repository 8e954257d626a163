// The texts of --help, made from the option table.
#pragma once

#include <cstddef>
#include <string>

#include "schemas/messages.h"
#include "tools/cli/options.h"

namespace tradereport::tools {

// Help on one command, in lines of at most `columns`.
std::string command_help(const Command& command, Language language, std::size_t columns);

// Help on the whole program: its commands and what they have in common.
std::string program_help(Language language, std::size_t columns);

// What stands in help behind an option's explanation: its default.
std::string option_help(const Option& option, Language language);

}  // namespace tradereport::tools
