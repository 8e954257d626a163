// The texts that people read, in their language: schemas/messages/{en,zh}.toml.
//
// A message is an ICU message pattern with named arguments, all of which are texts: {name}, or
// {name, select, 1 {one page} other {{name} pages}}. The same ids stand in both files (a test holds
// them together).
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tradereport {

enum class Language { en, zh };

// "zh", "zh_CN.UTF-8", "en-GB" …; nothing for a language that there are no messages in.
std::optional<Language> language_from(std::string_view tag);

// "en", "zh": as names are kept by language.
const char* language_tag(Language language);

// The message with its arguments filled in. An id that the catalogue lacks comes back as it is,
// followed by its arguments, so that nothing is lost.
//   format_message(Language::en, "span.month", {}) -> "month"
std::string format_message(Language language, std::string_view id,
                           const std::map<std::string, std::string>& args = {});

// True if the catalogue of that language has the id.
bool has_message(Language language, std::string_view id);

// A message of a catalogue.
struct Message {
  std::string_view id;
  std::string_view pattern;
};

// The catalogue of a language, sorted by id. schemas/write_catalogues.cpp makes it of the TOML file
// when the program is built.
std::span<const Message> messages(Language language);

}  // namespace tradereport
