// JUnit's XML, as CI servers read it.
#pragma once

#include <memory>

#include "schemas/messages.h"
#include "tools/writers/check/check_output.h"

namespace tradereport::tools {

// A test suite for each report: a test for each rule that found nothing in it, and one for each
// finding, which fails from the severity `fail_on` ("error", "warning", "never") on. A file that
// could not be read is a suite with an error.
std::unique_ptr<CheckOutput> junit_output(CheckOutput::Write write, Language language,
                                          std::string fail_on);

}  // namespace tradereport::tools
