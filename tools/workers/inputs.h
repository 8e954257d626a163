// From the FILE|DIR arguments to the files to read, and their bytes.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/messages.h"

namespace tradereport::tools {

// Why a file or a folder could not be read, or not wholly.
struct InputError {
  std::string file;                         // as the user gave it
  std::string code;                         // "missing", "damaged", …; message id "read.CODE"
  std::map<std::string, std::string> args;  // of the message; tried.en, tried.zh: in each language

  // What is wrong and what to do, without the file's name, on one line.
  std::string message(Language language) const;
};

// A file to read, a report in an archive of files, or an argument that leads to none.
struct Input {
  std::string path;  // "-" is standard input; "may.zip/2024/may.pdf" for a report in an archive
  std::optional<InputError> error;
  bool archive = false;              // a file of files (ZIP), not yet looked into
  std::string container;             // the archive that the report is in
  std::size_t entry = 0;             // and its position there
  std::size_t container_number = 0;  // the same for all reports of an archive, from 1

  // The file to open.
  const std::string& file() const { return container.empty() ? path : container; }
};

// True for the names that folders and archives are searched for: *.pdf and *.txt, in upper or lower
// case.
bool is_report_name(std::string_view path);

// The files that the arguments name, in the order of the arguments. Folders are walked to the
// bottom and give their *.pdf, *.txt and *.zip (in upper or lower case) sorted by path; hidden
// files and folders are passed over and links to folders are not followed. A file named twice
// counts once. What does not exist, cannot be opened, or is a folder without reports becomes an
// Input with error: "missing", "no_permission", "no_reports", "unreadable".
std::vector<Input> expand_inputs(const std::vector<std::string>& arguments);

// The whole file, or standard input for "-".
struct Bytes {
  std::string bytes;
  std::optional<InputError> error;
};
Bytes read_bytes(const std::string& path);

// Appends all that the open file gives; returns 0, or the number of the system's error.
int read_descriptor(int file, std::string& bytes);

// The file opened for reading from its start. What is no plain file (standard input, pipes) is
// copied into memory before. The caller closes it.
struct OpenFile {
  int descriptor = -1;
  std::optional<InputError> error;
};
OpenFile open_input(const std::string& path);

}  // namespace tradereport::tools
