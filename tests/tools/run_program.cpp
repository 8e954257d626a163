#include "tests/tools/run_program.h"
#include "tests/places.h"

#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace tradereport::tools::test {

namespace fs = std::filesystem;

std::size_t Outcome::error_lines() const {
  return static_cast<std::size_t>(std::count(err.begin(), err.end(), '\n'));
}

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

fs::path sample(const std::string& name) {
  return fs::path(kSourceFolder) / "samples" / name;
}

Outcome run_program(const std::string& args, const fs::path& folder,
                    const std::string& environment) {
  const ScratchFolder streams;
  const std::string out = (streams.path() / "out").string();
  const std::string err = (streams.path() / "err").string();
  // The braces keep redirections among the arguments apart from these.
  const std::string command = "cd '" + folder.string() + "' && { env -u LC_MESSAGES -u LANG " +
                              "LC_ALL=C.UTF-8 NO_COLOR=1 " + environment + " '" + kProgramFile +
                              "' " + args + " ; } >'" + out + "' 2>'" + err + "'";
  const int status = std::system(command.c_str());
  Outcome outcome;
  outcome.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  outcome.out = read_file(out);
  outcome.err = read_file(err);
  return outcome;
}

ScratchFolder::ScratchFolder() {
  std::string name = (fs::temp_directory_path() / "tradereport-test.XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for the test");
  path_ = name;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void ScratchFolder::write(const std::string& name, const std::string& bytes) const {
  fs::create_directories((path_ / name).parent_path());
  std::ofstream(path_ / name, std::ios::binary) << bytes;
}

std::string ScratchFolder::read(const std::string& name) const {
  return read_file(path_ / name);
}

std::vector<std::string> ScratchFolder::names() const {
  std::vector<std::string> found;
  for (const fs::directory_entry& entry : fs::directory_iterator(path_))
    found.push_back(entry.path().filename().string());
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace tradereport::tools::test
