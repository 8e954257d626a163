// The project's own files, for tests of its structure.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace tradereport::test {

// The root of the sources.
std::filesystem::path root();

// Files under these folders of the root with one of the endings, relative to the root, sorted.
std::vector<std::filesystem::path> files_under(const std::vector<std::string>& folders,
                                               const std::vector<std::string>& endings);

std::string contents(const std::filesystem::path& relative);

// The paths of #include "…" lines, in order.
std::vector<std::string> own_includes(const std::string& source);

// What a shell command prints; status receives its exit status.
std::string output_of(const std::string& command, int* status = nullptr);

}  // namespace tradereport::test
