// The folders of validator/ are stages, and stand in the order in which data goes through them.
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

#include "tests/project/source_tree.h"

namespace tradereport {
namespace {

namespace fs = std::filesystem;
using test::contents;
using test::files_under;
using test::own_includes;

// A file includes those of its own folder and of folders before it; the files beside the folders
// (validate.h, rules.h) come last.
const std::vector<std::string> kStages{"figures", "relations", "system",   "solver",
                                       "blame",   "rules",     "findings", "archive"};

std::size_t stage_of(const fs::path& file) {
  const auto folder = std::next(file.begin());
  const auto found = std::find(kStages.begin(), kStages.end(), folder->string());
  if (std::next(folder) != file.end()) {
    EXPECT_NE(found, kStages.end()) << file << " is in no known folder";
  }
  return static_cast<std::size_t>(found - kStages.begin());
}

TEST(ValidatorStages, NoArrowRunsBackUp) {
  for (const fs::path& file : files_under({"validator"}, {".h", ".cpp"})) {
    for (const std::string& include : own_includes(contents(file))) {
      if (!include.starts_with("validator/")) continue;
      EXPECT_LE(stage_of(include), stage_of(file)) << file << " includes " << include;
    }
  }
}

}  // namespace
}  // namespace tradereport
