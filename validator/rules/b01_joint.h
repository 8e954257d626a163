// The finding that no direct rule makes. Internal to validator.
#pragma once

#include "validator/rules/draft.h"

namespace tradereport::validator {

// An empty draft of B01; what it says comes from the fault that it speaks for (fault_writer.h).
Draft b01_draft();

}  // namespace tradereport::validator
