// From the FILE|DIR arguments to the files to read, and their bytes.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "schemas/messages.h"

namespace tradereport::tools {

// Why a file or a folder could not be read, or not wholly.
struct InputError {
  std::string file;                         // as the user gave it
  std::string code;                         // "missing", "damaged", …; message id "read.CODE"
  std::map<std::string, std::string> args;  // of the message

  // What is wrong and what to do, without the file's name, on one line.
  std::string message(Language language) const;
};

// A file to read, or an argument that leads to none.
struct Input {
  std::string path;  // "-" is standard input
  std::optional<InputError> error;
};

// The files that the arguments name, in the order of the arguments. Folders are walked to the
// bottom and give their *.pdf and *.txt (in upper or lower case) sorted by path; hidden files and
// folders are passed over and links to folders are not followed. A file named twice counts once.
// What does not exist, cannot be opened, or is a folder without reports becomes an Input with
// error: "missing", "no_permission", "no_reports", "unreadable".
std::vector<Input> expand_inputs(const std::vector<std::string>& arguments);

// The whole file, or standard input for "-".
struct Bytes {
  std::string bytes;
  std::optional<InputError> error;
};
Bytes read_bytes(const std::string& path);

}  // namespace tradereport::tools
