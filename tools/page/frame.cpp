#include "tools/page/frame.h"

#include <algorithm>

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

std::string_view embedded_file(const EmbeddedFiles& files, std::string_view name) {
  const auto found = std::find_if(files.begin(), files.end(),
                                  [&](const auto& file) { return file.first == name; });
  return found == files.end() ? std::string_view() : found->second;
}

std::string embedded(const Json& json) {
  const std::string text = dumped(json);
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
