// The parts of the audit page, embedded in the program: cmake/embed.cmake makes the source.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tradereport {

// "audit.css", "audit.html", "base.js" and the other scripts, with their texts.
const std::vector<std::pair<std::string, std::string_view>>& page_files();

}  // namespace tradereport
