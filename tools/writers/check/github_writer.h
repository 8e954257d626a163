// Annotations of GitHub Actions: workflow commands, and a summary of the job.
#pragma once

#include <memory>
#include <string>

#include "schemas/messages.h"
#include "tools/writers/check/check_output.h"

namespace tradereport::tools {

// A command for each finding and each file that could not be read:
//   ::error file=may.txt,line=62,col=4,endColumn=9,title=M01::The text gives …
// `summary`: gets the result as Markdown when all is done; may be empty.
std::unique_ptr<CheckOutput> github_output(CheckOutput::Write write, CheckOutput::Write summary,
                                           Language language);

}  // namespace tradereport::tools
