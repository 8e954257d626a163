// Pages from their frames.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schemas/messages.h"
#include "tools/writers/json_writer.h"

namespace tradereport::tools {

// "{{name}}" in the frame, replaced in one pass: what is put in is not looked at again. Every name
// must have its value.
std::string filled_in(std::string_view frame,
                      const std::vector<std::pair<std::string_view, std::string>>& values);

// Files that are part of the program, by name.
using EmbeddedFiles = std::vector<std::pair<std::string, std::string_view>>;

// The one of that name; empty if there is none.
std::string_view embedded_file(const EmbeddedFiles& files, std::string_view name);

// As the content of a script element: nothing in it can end the element.
std::string embedded(const Json& json);

// The patterns of the messages whose ids begin so, by id.
Json words_of(Language language, const std::vector<std::string_view>& beginnings);

}  // namespace tradereport::tools
