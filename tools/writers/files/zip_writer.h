// A folder of results as one file.
#pragma once

#include "tools/writers/output_folder.h"

namespace tradereport::tools {

// Packs the files of a folder in memory, which has been committed, into a ZIP archive: the same
// bytes for the same files. Throws FolderError.
void write_zip(const OutputFolder& folder, OutputFile& into);

}  // namespace tradereport::tools
