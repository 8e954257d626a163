// What comes of the files that are dropped on the served page: what `check` and `convert` make of
// them.
#pragma once

#include "parser/reader.h"
#include "tools/cli/command_line.h"
#include "tools/serve/job_process.h"

namespace tradereport::tools {

// The work of a job. Its results, each under its name in the address:
//   audit.html         as `check --format html`, with buttons for those below
//   check.json         as `check --format json`
//   figures.xlsx       as `convert --format xlsx`
//   figures-csv.zip    as `convert --format csv`, for spreadsheets (with a byte order mark)
//   marked.pdf         as `check --annotate`; of several reports marked-pdf.zip
// Figures are missing where no report could be read, and marks where no PDF has a finding. How
// files are read (limits, sandbox) is told by the options of `serve`. The reader must outlive it.
JobWork served_check(const parser::Reader& reader, const Invocation& serve);

}  // namespace tradereport::tools
