// Opens what is to be read, without waiting for what never comes.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

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

// The error that the system's number stands for: "missing", "no_permission" or "unreadable".
InputError system_error(const std::string& file, int number);

// The error of what is there but no file, by the mode of stat(): "not_a_file" with its kind.
InputError not_a_file(const std::string& file, unsigned mode);

// Of what is copied into memory because it cannot be read twice.
struct StreamLimits {
  std::uint64_t bytes = std::uint64_t{1} << 30U;
  std::chrono::seconds time{60};
};

// The file opened for reading from its start; the caller closes it. Only regular files are opened.
// Standard input ("-") and what this process was given by its number (/dev/stdin, /dev/fd/63) are
// copied into memory before, within the limits: "memory_limit", "time_limit". Throws Interrupted.
struct OpenFile {
  int descriptor = -1;
  std::optional<InputError> error;
};
OpenFile open_input(const std::string& path, const StreamLimits& limits = {});

// The same of a file in memory that is open already, from its start and for reading alone; `path`
// is what it is called. The descriptor stays the caller's.
OpenFile open_held(int descriptor, const std::string& path);

// Appends all that the open file gives; returns 0, or the number of the system's error: EFBIG if it
// is more than `most`.
int read_descriptor(int file, std::string& bytes, std::uint64_t most = UINT64_MAX);

// The whole of a file that the user vouches for: one that describes a family.
struct Bytes {
  std::string bytes;
  std::optional<InputError> error;
};
Bytes read_bytes(const std::string& path);

}  // namespace tradereport::tools
