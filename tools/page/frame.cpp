#include "tools/page/frame.h"

#include <algorithm>

#include "tools/terminal/safe_text.h"

namespace tradereport::tools {

std::string filled_in(std::string_view frame,
                      const std::vector<std::pair<std::string_view, std::string>>& values) {
  std::string out;
  for (;;) {
    const std::size_t open = frame.find("{{");
    out += frame.substr(0, open);
    if (open == std::string_view::npos) return out;
    const std::size_t close = frame.find("}}", open);
    const std::string_view name = frame.substr(open + 2, close - open - 2);
    out += std::find_if(values.begin(), values.end(), [&](const auto& value) {
             return value.first == name;
           })->second;
    frame.remove_prefix(close + 2);
  }
}

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

std::string embedded(const Json& json) {
  const std::string text = safe_json(json.dump(-1, ' ', false, Json::error_handler_t::replace));
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (c == '<')
      out += "\\u003c";
    else
      out += c;
  }
  return out;
}

Json words_of(Language language, const std::vector<std::string_view>& beginnings) {
  Json words = Json::object();
  for (const Message& message : messages(language)) {
    for (const std::string_view beginning : beginnings)
      if (message.id.starts_with(beginning)) words[std::string(message.id)] = message.pattern;
  }
  return words;
}

}  // namespace tradereport::tools
