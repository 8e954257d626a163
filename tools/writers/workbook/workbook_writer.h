// The data as a workbook for people.
#pragma once

#include <memory>
#include <vector>

#include "tools/writers/data_writer.h"

namespace tradereport::tools {

// Into one file: what the colours mean and which reports there are; a sheet
// for each table as printed, with heads in the language of its reports; all figures; findings;
// unread numerals. Figures are numbers that show their printed decimals. What is wrong is coloured,
// with a note of what would be possible. The file must outlive it.
std::unique_ptr<DataWriter> workbook_writer(OutputFile& file, std::vector<DataTable> tables);

}  // namespace tradereport::tools
