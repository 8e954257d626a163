#include "parser/names.h"

#include <re2/re2.h>

#include <algorithm>

#include "parser/normalize.h"
#include "parser/text.h"

namespace tradereport {

namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_letter(char c) {
  return (lower(c) >= 'a' && lower(c) <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::string name_key(std::string_view label) {
  std::string key = normalize(label);
  key.erase(std::remove(key.begin(), key.end(), ' '), key.end());
  for (char& c : key) c = lower(c);
  return key;
}

void NameIndex::add(const std::string& set, const std::string& name, const std::string& spelling,
                    bool in_text) {
  const std::string key = name_key(spelling);
  if (key.empty() || !sets_[set].emplace(key, name).second || !in_text) return;
  auto& list = by_lead_[key.substr(0, utf8_length(key.front()))];
  const auto longer = [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); };
  const std::pair<std::string, std::string> entry{key, name};
  list.insert(std::upper_bound(list.begin(), list.end(), entry, longer), entry);
}

std::optional<std::string> NameIndex::exact(const std::string& set, const std::string& key) const {
  const auto names = sets_.find(set);
  if (names == sets_.end()) return std::nullopt;
  const auto found = names->second.find(key);
  if (found == names->second.end()) return std::nullopt;
  return found->second;
}

std::optional<std::string> NameIndex::find(const std::string& set, std::string_view label) const {
  static const RE2 before(R"(^(?:\(?\d{1,2}[.、)]?|[#*•·○●◆■])+)");
  static const RE2 behind(R"((?:\([^()]*\)|[*#†‡:]|\d)$)");
  std::string key = name_key(label);
  if (auto name = exact(set, key)) return name;
  RE2::Replace(&key, before, "");
  if (auto name = exact(set, key)) return name;
  while (RE2::Replace(&key, behind, "")) {
    if (auto name = exact(set, key)) return name;
  }
  return std::nullopt;
}

std::size_t NameIndex::spelt(std::string_view key, std::string_view text, std::size_t at) const {
  if (!alphabetic_) return text.substr(at, key.size()) == key ? key.size() : 0;
  if (at > 0 && is_letter(text[at - 1])) return 0;
  std::size_t end = at;
  for (const char c : key) {
    if (end > at && end < text.size() && text[end] == ' ') ++end;
    if (end >= text.size() || lower(text[end]) != c) return 0;
    ++end;
  }
  return end < text.size() && is_letter(text[end]) ? 0 : end - at;
}

std::size_t NameIndex::match_at(std::string_view text, std::size_t at, std::string* name) const {
  const std::size_t length = std::min(utf8_length(text[at]), text.size() - at);
  std::string first(text.substr(at, length));
  if (alphabetic_) first.front() = lower(first.front());
  const auto lead = by_lead_.find(first);
  if (lead == by_lead_.end()) return 0;
  for (const auto& [spelling, canonical] : lead->second) {
    const std::size_t found = spelt(spelling, text, at);
    if (found == 0) continue;
    if (name != nullptr) *name = canonical;
    return found;
  }
  return 0;
}

}  // namespace tradereport
