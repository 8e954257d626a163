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

// As text between tags: "a < b" -> "a &lt; b".
std::string escaped(std::string_view text);

// As the content of a script element: nothing in it can end the element.
std::string embedded(const Json& json);

// The patterns of the messages whose ids begin so, by id.
Json words_of(Language language, const std::vector<std::string_view>& beginnings);

}  // namespace tradereport::tools
