// What stands in a folder already: is it of this program's making?
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "tools/writers/output_folder.h"

namespace tradereport::tools {

// The files of earlier runs in a folder: what the manifest of the last run lists (output_folder.h),
// and others by what they themselves say: a CSV file by its hash in datapackage.json, the package
// by its name, JSON by how it begins, a database by its application id. A file that somebody has
// changed since is not one of them. Nor is a workbook ever: people write into workbooks, and that
// does not show.
class OwnFiles {
 public:
  explicit OwnFiles(std::filesystem::path folder);

  // `format`: that `convert` is to write. True also where there is no such file.
  bool may_replace(const std::string& name, const std::string& format) const;

 private:
  std::filesystem::path folder_;
  Manifest manifest_;
  bool package_ = false;
  std::map<std::string, std::string> hashes_;  // by path in the package
};

}  // namespace tradereport::tools
