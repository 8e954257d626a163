// Runs the built program as a user does.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace tradereport::tools::test {

struct Outcome {
  int status = -1;
  std::string out;
  std::string err;

  // How many lines standard error has.
  std::size_t error_lines() const;
};

// Runs `tradereport ARGS` with the shell in a plain environment (LC_ALL=C.UTF-8, no colour) in
// `folder`; `args` may contain redirections. `environment`: more variables, "NAME=value …".
Outcome run_program(const std::string& args, const std::filesystem::path& folder,
                    const std::string& environment = "");

// A new folder that is removed with the object.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  void write(const std::string& name, const std::string& bytes) const;
  std::string read(const std::string& name) const;
  std::vector<std::string> names() const;  // sorted, hidden ones too

 private:
  std::filesystem::path path_;
};

std::string read_file(const std::filesystem::path& path);

// A file of samples/.
std::filesystem::path sample(const std::string& name);

}  // namespace tradereport::tools::test
