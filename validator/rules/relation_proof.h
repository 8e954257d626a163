// A contradicted relation as people read it. Internal to validator.
#pragma once

#include "validator/rules/message_arguments.h"
#include "validator/system/contradiction.h"

namespace tradereport::validator {

// The arguments "whole" and "parts", with as many decimals as it takes to see that they do not
// meet (at least one more than the figures have).
void put_sides(Args& args, const Contradiction& contradiction, const std::string& unit);

}  // namespace tradereport::validator
