#include "tests/project/source_tree.h"
#include "tests/places.h"

#include <gtest/gtest.h>
#include <re2/re2.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <sstream>

namespace tradereport::test {

std::filesystem::path root() {
  return kSourceFolder;
}

std::vector<std::filesystem::path> files_under(const std::vector<std::string>& folders,
                                               const std::vector<std::string>& endings) {
  std::vector<std::filesystem::path> files;
  for (const std::string& folder : folders) {
    if (!std::filesystem::is_directory(root() / folder)) continue;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root() / folder)) {
      const std::string ending = entry.path().extension().string();
      if (entry.is_regular_file() &&
          std::find(endings.begin(), endings.end(), ending) != endings.end())
        files.push_back(std::filesystem::relative(entry.path(), root()));
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string contents(const std::filesystem::path& relative) {
  const std::ifstream file(root() / relative, std::ios::binary);
  EXPECT_TRUE(file.good()) << relative;
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

std::vector<std::string> own_includes(const std::string& source) {
  static const RE2 include(R"re(#[ \t]*include[ \t]*"([^"]+)")re");
  std::vector<std::string> found;
  re2::StringPiece rest(source);
  std::string name;
  while (RE2::FindAndConsume(&rest, include, &name)) found.push_back(name);
  return found;
}

std::string output_of(const std::string& command, int* status) {
  std::string out;
  std::FILE* const pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr) return out;
  std::array<char, 4096> buffer{};
  for (std::size_t n; (n = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
    out.append(buffer.data(), n);
  const int result = ::pclose(pipe);
  if (status != nullptr) *status = WIFEXITED(result) ? WEXITSTATUS(result) : -1;
  return out;
}

}  // namespace tradereport::test
