#include "schemas/messages.h"

#include <unicode/messagepattern.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cctype>
#include <cstdint>

namespace tradereport {

namespace {

// The pattern, or nullptr.
const std::string_view* find(Language language, std::string_view id) {
  const std::span<const Message> all = messages(language);
  const auto found = std::ranges::lower_bound(all, id, {}, &Message::id);
  return found != all.end() && found->id == id ? &found->pattern : nullptr;
}

std::string unformatted(std::string_view id, const std::map<std::string, std::string>& args) {
  std::string text(id);
  for (const auto& [name, value] : args) text += " " + name + "=" + value;
  return text;
}

using Arguments = std::map<std::string, std::string>;

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  return text.toUTF8String(out);
}

// Where a blank stands between two of these, Chinese has none.
bool is_wide(char16_t c) {
  return (c >= u'\u2E80' && c <= u'\u9FFF') || (c >= u'\uFF00' && c <= u'\uFFEF');
}

// Joins a text to what is there. Patterns set a blank beside what may be a number, which closes up
// where a word has come: "为 {x}，" with 持平 for {x}.
void join(icu::UnicodeString& out, const icu::UnicodeString& text) {
  const std::int32_t end = out.length();
  if (end > 1 && !text.isEmpty()) {
    if (out[end - 1] == u' ' && is_wide(out[end - 2]) && is_wide(text[0])) out.truncate(end - 1);
    if (text.length() > 1 && text[0] == u' ' && is_wide(out[end - 1]) && is_wide(text[1])) {
      out.append(text, 1, text.length() - 1);
      return;
    }
  }
  out.append(text);
}

void put(const icu::MessagePattern& pattern, int start, const Arguments& args,
         icu::UnicodeString& out);

// The argument whose parts begin at `start`: its value, or of a {name, select, …} the message that
// the value selects.
void put_argument(const icu::MessagePattern& pattern, int start, const Arguments& args,
                  icu::UnicodeString& out) {
  const std::string name = utf8(pattern.getSubstring(pattern.getPart(start + 1)));
  const auto found = args.find(name);
  const std::string value = found == args.end() ? "{" + name + "}" : found->second;
  if (pattern.getPart(start).getArgType() != UMSGPAT_ARG_TYPE_SELECT) {
    join(out, icu::UnicodeString::fromUTF8(value));
    return;
  }
  int selected = -1;
  for (int i = start + 2; pattern.getPartType(i) == UMSGPAT_PART_TYPE_ARG_SELECTOR;) {
    const std::string selector = utf8(pattern.getSubstring(pattern.getPart(i)));
    if (selector == value || (selector == "other" && selected < 0)) selected = i + 1;
    i = pattern.getLimitPartIndex(i + 1) + 1;
  }
  if (selected >= 0) put(pattern, selected, args, out);
}

// The message whose parts begin at `start`.
void put(const icu::MessagePattern& pattern, int start, const Arguments& args,
         icu::UnicodeString& out) {
  const icu::UnicodeString& text = pattern.getPatternString();
  std::int32_t done = pattern.getPart(start).getLimit();
  for (int i = start + 1;; ++i) {
    const UMessagePatternPartType type = pattern.getPartType(i);
    const std::int32_t begin = pattern.getPart(i).getIndex();
    join(out, text.tempSubString(done, begin - done));
    if (type == UMSGPAT_PART_TYPE_MSG_LIMIT) return;
    if (type == UMSGPAT_PART_TYPE_ARG_START) {
      put_argument(pattern, i, args, out);
      i = pattern.getLimitPartIndex(i);
    }
    done = pattern.getPart(i).getLimit();
  }
}

}  // namespace

const char* language_tag(Language language) {
  return language == Language::en ? "en" : "zh";
}

std::optional<Language> language_from(std::string_view text) {
  std::string primary(text.substr(0, text.find_first_of("_-.@")));
  std::transform(primary.begin(), primary.end(), primary.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  for (const Language language : {Language::en, Language::zh}) {
    if (primary == language_tag(language)) return language;
  }
  return std::nullopt;
}

std::string format_message(Language language, std::string_view id,
                           const std::map<std::string, std::string>& args) {
  const std::string_view* const found = find(language, id);
  if (found == nullptr) return unformatted(id, args);
  const std::string pattern(*found);
  if (pattern.find_first_of("{'") == std::string::npos) return pattern;

  UErrorCode status = U_ZERO_ERROR;
  const icu::MessagePattern parsed(icu::UnicodeString::fromUTF8(pattern), nullptr, status);
  if (U_FAILURE(status)) return unformatted(id, args);
  icu::UnicodeString result;
  put(parsed, 0, args, result);
  std::string text;
  return result.toUTF8String(text);
}

bool has_message(Language language, std::string_view id) {
  return find(language, id) != nullptr;
}

}  // namespace tradereport
