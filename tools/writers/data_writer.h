// Writes the stacked tables into files, row by row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "tools/writers/data_package.h"
#include "tools/writers/dataset.h"
#include "tools/writers/encoding.h"
#include "tools/writers/output_folder.h"

namespace tradereport::tools {

class DataWriter {
 public:
  virtual ~DataWriter() = default;
  DataWriter(const DataWriter&) = delete;
  DataWriter& operator=(const DataWriter&) = delete;

  // A row of the table with that index. Throws FolderError, as the others do.
  virtual void row(std::size_t table, const std::vector<std::string>& cells) = 0;
  // All rows have been written.
  virtual void finish(const PackageFacts& facts) = 0;

 protected:
  DataWriter() = default;
};

// A file for each table ("figures.csv"), and datapackage.json. The folder must outlive it.
std::unique_ptr<DataWriter> csv_writer(OutputFolder& folder, std::vector<DataTable> tables,
                                       Encoding encoding);

// figures.json, unread.json, and tables.json with all printed tables by name. `tables`: the figures
// first, the unread numerals last, as StackedTables gives them.
std::unique_ptr<DataWriter> json_writer(OutputFolder& folder, std::vector<DataTable> tables);

}  // namespace tradereport::tools
