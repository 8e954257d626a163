// Text within XML and HTML.
#pragma once

#include <string>
#include <string_view>

namespace tradereport::tools {

// As text between tags: "a < b" -> "a &lt; b".
std::string escaped(std::string_view text);

// The same, as the value of an attribute in double quotes too.
std::string escaped_attribute(std::string_view text);

}  // namespace tradereport::tools
