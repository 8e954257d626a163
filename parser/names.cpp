#include "parser/names.h"

#include <algorithm>
#include <initializer_list>

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

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// The length of the first of the signs that the text starts with, 0 if none.
std::size_t starting(std::string_view text, std::initializer_list<std::string_view> signs) {
  for (const std::string_view sign : signs) {
    if (text.starts_with(sign)) return sign.size();
  }
  return 0;
}

// The length of the numbering ("1.", "(1)", "12、") or mark that a label starts with, 0 if none.
std::size_t numbering(std::string_view label) {
  const std::size_t mark = starting(label, {"#", "*", "•", "·", "○", "●", "◆", "■"});
  if (mark > 0) return mark;
  const std::size_t first = label.starts_with('(') ? 1 : 0;
  std::size_t end = first;
  while (end < label.size() && end < first + 2 && is_digit(label[end])) ++end;
  if (end == first) return 0;
  return end + starting(label.substr(end), {".", "、", ")"});
}

// The length of the bracket, mark or digit that a label ends with, 0 if none.
std::size_t note(std::string_view label) {
  if (label.size() < 2) return label.find_first_of("0123456789#*:") == 0 ? 1 : 0;
  if (label.ends_with(')')) {
    const std::size_t open = label.find_last_of("()", label.size() - 2);
    return open < label.size() && label[open] == '(' ? label.size() - open : 0;
  }
  if (label.ends_with("†") || label.ends_with("‡")) return std::string_view("†").size();
  return is_digit(label.back()) || label.find_last_of("#*:") == label.size() - 1 ? 1 : 0;
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
  std::string key = name_key(label);
  if (auto name = exact(set, key)) return name;
  while (const std::size_t length = numbering(key)) key.erase(0, length);
  if (auto name = exact(set, key)) return name;
  while (const std::size_t length = note(key)) {
    key.erase(key.size() - length);
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
