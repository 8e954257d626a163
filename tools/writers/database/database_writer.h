// The data as a database.
#pragma once

#include <memory>
#include <vector>

#include "tools/writers/data_writer.h"

namespace tradereport::tools {

// Into one SQLite file: tables reports, figures, findings, evidence, unread
// and cells (of the printed tables), and a view for each file that csv_writer() would write, with
// its columns and rows in their order. The same data give the same bytes. The file must outlive it.
std::unique_ptr<DataWriter> database_writer(OutputFile& file, std::vector<DataTable> tables);

}  // namespace tradereport::tools
