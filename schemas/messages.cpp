#include "schemas/messages.h"

#include <toml++/toml.h>
#include <unicode/msgfmt.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <functional>
#include <stdexcept>

namespace tradereport {

namespace {

using Catalogue = std::map<std::string, std::string, std::less<>>;

// Nested tables become ids joined by points.
void flatten(const toml::table& table, const std::string& prefix, Catalogue& catalogue) {
  for (const auto& [key, node] : table) {
    const std::string id = prefix + std::string(key.str());
    if (const toml::table* const inner = node.as_table()) {
      flatten(*inner, id + ".", catalogue);
    } else if (const auto text = node.value<std::string>()) {
      catalogue.emplace(id, *text);
    } else {
      throw std::logic_error("message '" + id + "' is not a text");
    }
  }
}

std::string_view tag(Language language) {
  return language == Language::en ? "en" : "zh";
}

// A catalogue is part of the program: one that does not parse is a mistake of ours, not of a
// user's, and the exception is meant to be seen.
Catalogue load(Language language) {
  const std::string name = std::string(tag(language)) + ".toml";
  Catalogue catalogue;
  for (const auto& [file, text] : bundled_messages()) {
    if (file == name) flatten(toml::parse(text, name), "", catalogue);
  }
  return catalogue;
}

const Catalogue& catalogue_of(Language language) {
  if (language == Language::en) {
    static const Catalogue english = load(Language::en);
    return english;
  }
  static const Catalogue chinese = load(Language::zh);
  return chinese;
}

std::string unformatted(std::string_view id, const std::map<std::string, std::string>& args) {
  std::string text(id);
  for (const auto& [name, value] : args) text += " " + name + "=" + value;
  return text;
}

}  // namespace

std::optional<Language> language_from(std::string_view text) {
  std::string primary(text.substr(0, text.find_first_of("_-.@")));
  std::transform(primary.begin(), primary.end(), primary.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  for (const Language language : {Language::en, Language::zh}) {
    if (primary == tag(language)) return language;
  }
  return std::nullopt;
}

std::string format_message(Language language, std::string_view id,
                           const std::map<std::string, std::string>& args) {
  const Catalogue& catalogue = catalogue_of(language);
  const auto found = catalogue.find(id);
  if (found == catalogue.end()) return unformatted(id, args);
  const std::string& pattern = found->second;
  if (pattern.find_first_of("{'") == std::string::npos) return pattern;

  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  for (const auto& [name, value] : args) {
    names.push_back(icu::UnicodeString::fromUTF8(name));
    values.emplace_back(icu::UnicodeString::fromUTF8(value));
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessageFormat format(icu::UnicodeString::fromUTF8(pattern),
                                  icu::Locale(std::string(tag(language)).c_str()), status);
  icu::UnicodeString result;
  format.format(names.data(), values.data(), static_cast<std::int32_t>(names.size()), result,
                status);
  if (U_FAILURE(status)) return unformatted(id, args);
  std::string text;
  return result.toUTF8String(text);
}

bool has_message(Language language, std::string_view id) {
  return catalogue_of(language).contains(id);
}

std::vector<std::string> message_ids(Language language) {
  std::vector<std::string> ids;
  for (const auto& [id, pattern] : catalogue_of(language)) ids.push_back(id);
  return ids;
}

}  // namespace tradereport
