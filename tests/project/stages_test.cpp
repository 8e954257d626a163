// Folders of the libraries are stages, and stand in the order in which data goes through them.
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "tests/project/source_tree.h"

namespace tradereport {
namespace {

namespace fs = std::filesystem;
using test::contents;
using test::files_under;
using test::own_includes;

struct Library {
  std::string name;
  std::vector<std::string>
      stages;  // a file includes those of its own folder and of those before it
};

// The files beside the folders (reader.h, validate.h) come last.
const std::vector<Library> kLibraries{
    {"parser",
     {"text", "pages", "grammar", "layout", "tables", "narrative", "report", "plain_tables",
      "pictures"}},
    {"validator",
     {"figures", "relations", "system", "solver", "blame", "rules", "findings", "coverage",
      "causes", "archive", "arithmetic"}},
    {"tools", {"terminal", "cli", "inputs", "workers", "writers", "page", "serve", "dev"}},
};

std::size_t stage_of(const Library& library, const fs::path& file) {
  const auto folder = std::next(file.begin());
  const auto found = std::find(library.stages.begin(), library.stages.end(), folder->string());
  if (std::next(folder) != file.end()) {
    EXPECT_NE(found, library.stages.end()) << file << " is in no known folder";
  }
  return static_cast<std::size_t>(found - library.stages.begin());
}

TEST(Stages, NoArrowRunsBackUp) {
  for (const Library& library : kLibraries) {
    for (const fs::path& file : files_under({library.name}, {".h", ".cpp"})) {
      for (const std::string& include : own_includes(contents(file))) {
        if (!include.starts_with(library.name + "/")) continue;
        EXPECT_LE(stage_of(library, include), stage_of(library, file))
            << file << " includes " << include;
      }
    }
  }
}

TEST(Stages, FoldersAndFilesAreSmall) {
  std::map<fs::path, std::set<fs::path>> pairs;
  for (const Library& library : kLibraries) {
    for (const fs::path& file : files_under({library.name}, {".h", ".cpp"})) {
      pairs[file.parent_path()].insert(file.stem());
      const std::string text = contents(file);
      EXPECT_LE(std::count(text.begin(), text.end(), '\n'), 350) << file;
    }
  }
  for (const auto& [folder, files] : pairs) EXPECT_LE(files.size(), 16U) << folder;
}

}  // namespace
}  // namespace tradereport
