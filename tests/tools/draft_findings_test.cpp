// What the program says of faulty drafts, in both languages, as it was reviewed. With
// TRADEREPORT_UPDATE_GOLDEN=1 the files are written anew: look at each.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "tests/places.h"
#include "tests/tools/faulty_drafts.h"
#include "tests/tools/run_program.h"

namespace tradereport::tools::test {
namespace {

namespace fs = std::filesystem;

// Of a finding, with the line that says what is wrong; that may be broken by the terminal alone.
constexpr std::ptrdiff_t kMostLines = 20;

// The findings alone: without the two lines about the report, and the closing one.
std::string findings_of(const FaultyDraft& draft, const ScratchFolder& folder,
                        const std::string& language) {
  const std::string out =
      run_program("check --lang " + language + " " + draft.name + ".txt", folder.path()).out;
  const std::size_t begin = out.find("\n\n");
  const std::size_t end = out.rfind("\n\n");
  return begin == out.npos || begin >= end ? "" : out.substr(begin + 1, end - begin);
}

TEST(DraftFindings, AreAsReviewed) {
  const fs::path golden = fs::path(kSourceFolder) / "tests/golden/drafts";
  const ScratchFolder folder;
  for (const FaultyDraft& draft : faulty_drafts()) {
    folder.write(draft.name + ".txt", draft.text);
    std::string actual;
    for (const char* const language : {"en", "zh"}) actual += findings_of(draft, folder, language);
    if (draft.name == "base") {
      EXPECT_EQ(actual, "");
      continue;
    }
    const fs::path file = golden / (draft.name + ".txt");
    if (std::getenv("TRADEREPORT_UPDATE_GOLDEN") != nullptr)
      std::ofstream(file, std::ios::binary) << actual;
    EXPECT_EQ(actual, read_file(file)) << draft.name;
    for (std::size_t at = 0; at < actual.size();) {
      const std::size_t end = std::min(actual.find("\n\n", at), actual.size());
      EXPECT_LE(std::count(actual.begin() + static_cast<std::ptrdiff_t>(at),
                           actual.begin() + static_cast<std::ptrdiff_t>(end), '\n'),
                kMostLines)
          << draft.name;
      at = end + 2;
    }
  }
}

}  // namespace
}  // namespace tradereport::tools::test
