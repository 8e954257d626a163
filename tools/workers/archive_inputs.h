// The reports of an archive of files, as inputs of their own.
#pragma once

#include "tools/inputs/inputs.h"
#include "tools/workers/message.h"

namespace tradereport::tools {

// Adds what the worker found in the archive: its reports sorted by name, and for what is not read
// an input with error: "nested_archive", "archive_link", "archive_limit", "no_reports".
//   "may.zip", {"b.pdf", "a.pdf"} -> "may.zip/a.pdf", "may.zip/b.pdf"
void add_entries(const Input& archive, const Answer& answer, Inputs& all);

}  // namespace tradereport::tools
