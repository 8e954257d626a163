// The result of `check` as the audit page.
#pragma once

#include <memory>

#include "schemas/messages.h"
#include "tools/writers/check/check_output.h"

namespace tradereport::tools {

std::unique_ptr<CheckOutput> page_output(CheckOutput::Write write, Language language);

}  // namespace tradereport::tools
