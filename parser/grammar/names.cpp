#include "parser/grammar/names.h"

#include <algorithm>
#include <initializer_list>

#include "parser/text/normalize.h"
#include "parser/text/utf8.h"

namespace tradereport::parser {

namespace {

// Of a word: an ASCII letter or a byte of any other character.
bool is_word_byte(char c) {
  return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}

// The characters that spellings in text begin with are compared without capitals of ASCII.
char32_t lead_of(std::string_view text, std::size_t at) {
  const auto [c, length] = character_at(text, at);
  return length == 1 ? static_cast<unsigned char>(lower_case(text[at])) : c;
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
  std::string key(label);
  std::erase(key, ' ');
  if (!is_plain(key)) {
    key = normalize(label);
    std::erase(key, ' ');
  }
  for (char& c : key) c = lower_case(c);
  return key;
}

void NameIndex::add(const std::string& set, const std::string& name, const std::string& spelling,
                    bool in_text) {
  const std::string key = name_key(spelling);
  if (key.empty()) return;
  const auto has_set = [&](const std::vector<Reading>& readings) {
    return std::any_of(readings.begin(), readings.end(),
                       [&](const Reading& reading) { return reading.set == set; });
  };
  if (known_.use_count() > 1) {
    const auto known = known_->by_key.find(key);
    if (known != known_->by_key.end() && has_set(known->second)) return;
    known_ = std::make_shared<Known>(*known_);
  }
  std::vector<Reading>& readings = known_->by_key.try_emplace(key).first->second;
  if (has_set(readings)) return;
  readings.push_back({set, name});
  if (!in_text) return;
  std::vector<Spelling>& list = known_->by_lead[lead_of(key, 0)];
  const auto shorter = std::find_if(list.begin(), list.end(), [&](const Spelling& other) {
    return other.key.size() < key.size();
  });
  list.insert(shorter, {key, name});
}

std::vector<const NameIndex::Reading*> NameIndex::readings(std::string_view label) const {
  std::vector<const Reading*> found;
  const auto look_up = [&](std::string_view key) {
    const auto known = known_->by_key.find(key);
    if (known == known_->by_key.end()) return;
    for (const Reading& reading : known->second) found.push_back(&reading);
  };
  const std::string whole = name_key(label);
  std::string_view key = whole;
  look_up(key);
  while (const std::size_t length = numbering(key)) key.remove_prefix(length);
  if (key.size() < whole.size()) look_up(key);
  while (const std::size_t length = note(key)) {
    key.remove_suffix(length);
    look_up(key);
  }
  return found;
}

std::optional<std::string> NameIndex::find(std::string_view set, std::string_view label) const {
  for (const Reading* const reading : readings(label)) {
    if (reading->set == set) return reading->name;
  }
  return std::nullopt;
}

std::size_t NameIndex::spelt(std::string_view key, std::string_view text, std::size_t at) const {
  if (!alphabetic_) return text.substr(at, key.size()) == key ? key.size() : 0;
  if (at > 0 && is_word_byte(text[at - 1])) return 0;
  std::size_t end = at;
  for (const char c : key) {
    if (end > at && end < text.size() && text[end] == ' ') ++end;
    if (end >= text.size() || lower_case(text[end]) != c) return 0;
    ++end;
  }
  return end < text.size() && is_word_byte(text[end]) ? 0 : end - at;
}

std::size_t NameIndex::match_at(std::string_view text, std::size_t at, std::string* name) const {
  const auto lead = known_->by_lead.find(lead_of(text, at));
  if (lead == known_->by_lead.end()) return 0;
  for (const Spelling& spelling : lead->second) {
    const std::size_t found = spelt(spelling.key, text, at);
    if (found == 0) continue;
    if (name != nullptr) *name = spelling.name;
    return found;
  }
  return 0;
}

}  // namespace tradereport::parser
