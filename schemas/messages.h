// The texts that people read, in their language: schemas/messages/{en,zh}.toml.
//
// A message is an ICU MessageFormat pattern with named arguments; all arguments are texts. The same
// ids stand in both files (a test holds them together).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tradereport {

enum class Language { en, zh };

// "zh", "zh_CN.UTF-8", "en-GB" …; nothing for a language that there are no messages in.
std::optional<Language> language_from(std::string_view tag);

// The message with its arguments filled in. An id that the catalogue lacks comes back as it is,
// followed by its arguments, so that nothing is lost.
//   format_message(Language::en, "span.month", {}) -> "month"
std::string format_message(Language language, std::string_view id,
                           const std::map<std::string, std::string>& args = {});

// True if the catalogue of that language has the id.
bool has_message(Language language, std::string_view id);

// All ids of a language's catalogue, sorted.
std::vector<std::string> message_ids(Language language);

// The catalogues that come with the program: file name and text.
const std::vector<std::pair<std::string, std::string_view>>& bundled_messages();

}  // namespace tradereport
