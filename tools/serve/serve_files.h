// The parts of the served page, embedded in the program: cmake/embed.cmake makes the source.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tradereport {

// "serve.css", "serve.html" and "serve.js" with their texts.
const std::vector<std::pair<std::string, std::string_view>>& serve_files();

}  // namespace tradereport
