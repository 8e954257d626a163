// Landlock: from then on a process opens only the files that it was told of.
#pragma once

#include <string>
#include <vector>

namespace tradereport::tools {

// Folders and files that Poppler reads beside the document: fonts, how to find them, and character
// maps. What is not there is left out.
std::vector<std::string> files_that_poppler_needs();

// Leaves the calling process these folders and files, for reading alone; what is open stays open.
// The process must have given up new privileges. False: the kernel refused; it is no failure that
// the kernel does not have Landlock, or that it is switched off.
bool open_only(const std::vector<std::string>& paths);

}  // namespace tradereport::tools
