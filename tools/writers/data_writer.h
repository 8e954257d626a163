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

// A report and what is to be written of it.
struct WrittenReport {
  const Report& report;
  const Family& family;
  const std::string& hash;               // SHA-256 of its file; empty: unknown
  const std::vector<Finding>& findings;  // its own, then those seen from other editions
  const BlamedFigures& blamed;           // by all findings that there are
  const std::vector<std::vector<StackedTables::Row>>& rows;  // of each table
};

class DataWriter {
 public:
  virtual ~DataWriter() = default;
  DataWriter(const DataWriter&) = delete;
  DataWriter& operator=(const DataWriter&) = delete;

  // Writes the next report. Throws FolderError, as the others do.
  virtual void report(const WrittenReport& written) = 0;
  // All reports have been written.
  virtual void finish(const PackageFacts& facts) = 0;

 protected:
  DataWriter() = default;
};

// A file for each table ("figures.csv"), and datapackage.json. The folder must outlive it.
std::unique_ptr<DataWriter> csv_writer(OutputFolder& folder, std::vector<DataTable> tables,
                                       Encoding encoding);

// figures.json, findings.json, unread.json, and tables.json with all printed tables by name.
// `tables`: the figures first, findings and unread numerals last, as StackedTables gives them.
std::unique_ptr<DataWriter> json_writer(OutputFolder& folder, std::vector<DataTable> tables);

}  // namespace tradereport::tools
