// GitLab's code quality report (a subset of Code Climate's issues).
#pragma once

#include <memory>

#include "schemas/messages.h"
#include "tools/writers/check/check_output.h"

namespace tradereport::tools {

// An issue for each finding, at the line of the text file or of the report's companion, and one for
// each file that could not be read.
std::unique_ptr<CheckOutput> gitlab_output(CheckOutput::Write write, Language language);

}  // namespace tradereport::tools
