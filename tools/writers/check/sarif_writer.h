// SARIF 2.1.0 (OASIS), as code hosts read it.
#pragma once

#include <memory>

#include "schemas/messages.h"
#include "tools/writers/check/check_output.h"

namespace tradereport::tools {

// A result for each finding. It points at the text file, at the report's companion, or at line 1 of
// the report: hosts show nothing of a result without a line. Page and boxes are in its properties,
// the finding's fingerprint is its partial fingerprint. Files that could not be read are
// notifications.
std::unique_ptr<CheckOutput> sarif_output(CheckOutput::Write write, Language language);

}  // namespace tradereport::tools
