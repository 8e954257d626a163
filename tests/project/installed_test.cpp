// The installed libraries: README's lines of CMake and its example, word for word, in a project of
// their own.
#include <gtest/gtest.h>

#include <fstream>

#include "tests/places.h"
#include "tests/project/source_tree.h"

namespace tradereport {
namespace {

namespace fs = std::filesystem;
using test::contents;
using test::output_of;
using test::root;

std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t from = text.find(begin);
  const std::size_t to = text.find(end, from + begin.size());
  if (from == std::string::npos || to == std::string::npos) return {};
  return text.substr(from + begin.size(), to - from - begin.size());
}

std::string line_with(const std::string& text, const std::string& begin) {
  const std::string rest = between(text, "\n    " + begin, "\n");
  return rest.empty() ? "" : begin + rest + "\n";
}

void write(const fs::path& file, const std::string& text) {
  std::ofstream(file, std::ios::binary) << text;
}

class Installed : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "installed-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { fs::remove_all(folder_); }

  // Shell command in the scratch folder; its output is told where it fails.
  void run(const std::string& command) {
    int status = 0;
    const std::string out =
        output_of("cd '" + folder_.string() + "' && " + command + " 2>&1", &status);
    ASSERT_EQ(status, 0) << command << "\n" << out;
  }

  fs::path folder_;
};

TEST_F(Installed, ExampleOfReadme) {
  const std::string readme = contents("README.md");
  const std::string find = line_with(readme, "find_package(tradereport");
  const std::string link = line_with(readme, "target_link_libraries(my_program");
  const std::string example = between(readme, "```cpp\n", "```");
  ASSERT_NE(find, "");
  ASSERT_NE(link, "");
  ASSERT_NE(example, "");
  write(folder_ / "CMakeLists.txt", "cmake_minimum_required(VERSION 3.25)\nproject(example CXX)\n" +
                                        find + "add_executable(my_program main.cpp)\n" + link);
  write(folder_ / "main.cpp", example);

  ASSERT_NO_FATAL_FAILURE(
      run("cmake --install '" + std::string(kBuildFolder) + "' --prefix prefix"));
  ASSERT_NO_FATAL_FAILURE(
      run("cmake -G Ninja -S . -B build -DCMAKE_PREFIX_PATH=\"$PWD/prefix\" "
          "-DCMAKE_CXX_COMPILER='" +
          std::string(kCompiler) + "' -DCMAKE_CXX_FLAGS='" + kCompilerFlags + "'"));
  ASSERT_NO_FATAL_FAILURE(run("cmake --build build"));
  const std::string sample = (root() / "samples/beijing-goods-2024-05.pdf").string();
  int status = 0;
  const std::string out =
      output_of("'" + (folder_ / "build/my_program").string() + "' <'" + sample + "'", &status);
  EXPECT_EQ(status, 0);
  EXPECT_EQ(out,
            "M01: The text gives -24.3% as growth of 电子设备 (exports, month), but table 2 prints "
            "11.0%; -24.3% is the figure of row 金属石料制品\n");
}

// Beside the libraries: the program, its manual page and completions, and the JSON Schemas.
TEST_F(Installed, Program) {
  ASSERT_NO_FATAL_FAILURE(
      run("cmake --install '" + std::string(kBuildFolder) + "' --prefix prefix"));
  ASSERT_NO_FATAL_FAILURE(run("prefix/bin/tradereport --version"));
  for (const char* const file :
       {"share/man/man1/tradereport.1.gz", "share/man/zh_CN/man1/tradereport.1.gz",
        "share/bash-completion/completions/tradereport", "share/tradereport/check.schema.json",
        "share/tradereport/family.schema.json"})
    EXPECT_TRUE(fs::exists(folder_ / "prefix" / file)) << file;
}

}  // namespace
}  // namespace tradereport
