// The description of the CSV files for programs: a Tabular Data Package (Frictionless, v1).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tools/writers/dataset.h"
#include "tools/writers/encoding.h"

namespace tradereport::tools {

// What the package says of more than columns.
struct PackageFacts {
  struct File {
    std::uint64_t bytes = 0;
    std::string hash;  // SHA-256
  };
  struct SourceFile {
    std::string name;
    std::string hash;  // SHA-256; empty: unknown
  };
  std::vector<File> files;          // of the tables, in their order
  std::vector<SourceFile> sources;  // the files that were read
  std::string license;              // its id at the Open Definition
};

// The text of datapackage.json: a resource for each table ("figures.csv"), a field for each column
// with type, unit and a description in English and Chinese,
// the key of each table, the sources with their hashes, and the licence.
std::string data_package_text(const std::vector<DataTable>& tables, Encoding encoding,
                              const PackageFacts& facts);

}  // namespace tradereport::tools
