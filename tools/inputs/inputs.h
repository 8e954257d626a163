// From the FILE|DIR arguments to the files to read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "tools/inputs/open_input.h"

namespace tradereport::tools {

// A file to read, a report in an archive of files, or an argument that leads to none.
struct Input {
  std::string path;  // "-" is standard input; "may.zip/2024/may.pdf" for a report in an archive
  std::optional<InputError> error;
  bool archive = false;        // a file of files (ZIP), not yet looked into
  std::string container;       // the archive that the report is in
  std::uint64_t entry = 0;     // and its position there
  std::string container_hash;  // SHA-256 of the archive
  int held = -1;               // an open file in memory that is read in place of file(); not owned

  // The file to open.
  const std::string& file() const { return container.empty() ? path : container; }
};

// Files that are not read although they look like reports.
struct PassedOver {
  std::size_t count = 0;
  std::vector<std::string> first;  // the first ones, in order

  void add(std::string path);
};

struct Inputs {
  std::vector<Input> files;
  PassedOver passed_over;
};

// The files that the arguments name, in the order of the arguments. Folders are walked to the
// bottom and give their *.pdf, *.docx, *.txt and *.zip (in upper or lower case) and whatever else
// begins as a PDF does, sorted by path; hidden files and folders are passed over and links to
// folders are not followed. A file named twice counts once. What does not exist, cannot be opened,
// is no file (pipes, devices and sockets, behind links too) or is a folder without reports becomes
// an Input with error: "missing", "no_permission", "not_a_file", "no_reports", "unreadable".
// Those of `others` are left out: they are read anyway; and so is what leaves_out() says of a file
// in a folder.
using LeavesOut = std::function<bool(const std::string& path)>;
Inputs expand_inputs(const std::vector<std::string>& arguments,
                     const std::vector<Input>& others = {}, const LeavesOut& leaves_out = {});

// One name for a file, however its path is spelt.
std::string file_identity(const std::string& path);

// A file in memory, under the name that it has where it came from.
struct HeldFile {
  std::string name;  // "may.pdf", "2024/may.pdf"
  int file = -1;     // open for reading; stays the caller's
};

// The files as inputs, in their order: each as if it had been named. One name, one file: the later
// ones are called "may.pdf#2".
Inputs held_inputs(const std::vector<HeldFile>& files);

}  // namespace tradereport::tools
