// Reports set by the Cairo/Pango typesetter in layouts drawn at random read as their truth.
#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

#include "tests/places.h"
#include "tests/tools/run_program.h"

namespace tradereport::tools::test {
namespace {

int shell(const std::string& command) {
  return std::system(command.c_str());
}

TEST(Typesetter, PangoDocumentsAreReadExactly) {
  const std::string python = "/usr/bin/python3";
  if (shell(python + " -c 'import gi, cairo; gi.require_version(\"PangoCairo\", \"1.0\")' 2>&1") !=
      0)
    GTEST_SKIP() << "needs Debian's python3-gi-cairo and gir1.2-pango-1.0";
  const ScratchFolder folder;
  const std::string root = kSourceFolder;
  const std::string corpus = "'" + (folder.path() / "corpus").string() + "'";
  ASSERT_EQ(
      shell("cd '" + root + "' && PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=tools/dev " + python +
            " -m typeset.corpus " + corpus +
            " --producers pango --posts none --count 8 --seed 1 --plain 0.2 --jobs 2 --worlds '" +
            kWorldIssueFile + "'"),
      0);
  EXPECT_EQ(shell("'" + root + "/tools/dev/bench/reading' " + corpus + " --binary '" +
                  kProgramFile + "'"),
            0);
}

}  // namespace
}  // namespace tradereport::tools::test
