#include "tools/writers/markup.h"

namespace tradereport::tools {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else
      out += c;
  }
  return out;
}

std::string escaped_attribute(std::string_view text) {
  std::string out = escaped(text);
  for (std::size_t at = 0; (at = out.find('"', at)) != std::string::npos;)
    out.replace(at, 1, "&quot;");
  return out;
}

}  // namespace tradereport::tools
