// Pages used in a real browser, as people do.
#pragma once

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "tests/places.h"
#include "tests/tools/run_program.h"

namespace tradereport::tools::test {

// Where tools/setup installs what tests/tools/page/browser/package.json names.
inline std::string browser_modules() {
  return std::string(kSourceFolder) + "/build/browser";
}

// Whether Chromium, Node and these modules are there.
inline bool has_browser() {
  return std::system("command -v chromium >/dev/null 2>&1 && command -v node >/dev/null 2>&1") ==
             0 &&
         std::filesystem::exists(browser_modules() + "/node_modules/axe-core");
}

// Runs `node SCRIPT MODULES ARGUMENTS` in an empty folder: a script below tests/tools, arguments as
// a shell takes them. What it has printed; empty if it ended with 0.
inline std::string driven_by(const std::string& script, const std::string& arguments) {
  const ScratchFolder folder;
  const std::string command =
      fmt::format("cd '{}' && timeout 110 node '{}/tests/tools/{}' '{}' {} >out 2>&1",
                  folder.path().string(), kSourceFolder, script, browser_modules(), arguments);
  if (std::system(command.c_str()) == 0) return "";
  return "it failed: " + read_file(folder.path() / "out");
}

}  // namespace tradereport::tools::test
