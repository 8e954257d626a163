// The names that a family knows, and finding them in text.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "schemas/family.h"

namespace tradereport {

// Names by spelling. Spellings are compared without blanks, after normalisation, letters in lower
// case. Names found in a document's own tables are added to a copy for its narrative.
class NameIndex {
 public:
  // alphabetic: names in text are whole words, whatever their capitals and blanks.
  explicit NameIndex(bool alphabetic = false) : alphabetic_(alphabetic) {}

  // Adds a spelling of a name to a set. Only names that are `in_text` are found by match_at().
  void add(const std::string& set, const std::string& name, const std::string& spelling,
           bool in_text = true);

  // The canonical name for a printed label, in the given set. Numbering before it, a bracket
  // behind it and note markers around it do not matter:
  //   find("partners", "1.香港") -> "中国香港"      find("rows", "出口额(亿美元)") -> "出口额"
  std::optional<std::string> find(const std::string& set, std::string_view label) const;

  // The longest spelling in text that stands at text[at], of any set: its length, and its canonical
  // name.
  std::size_t match_at(std::string_view text, std::size_t at, std::string* name) const;

 private:
  std::optional<std::string> exact(const std::string& set, const std::string& key) const;
  // The length of text[at] on that spells the key, 0 if it does not.
  std::size_t spelt(std::string_view key, std::string_view text, std::size_t at) const;

  bool alphabetic_ = false;
  std::map<std::string, std::unordered_map<std::string, std::string>> sets_;
  // All spellings by their first character, longest first.
  std::unordered_map<std::string, std::vector<std::pair<std::string, std::string>>> by_lead_;
};

// Normalised, without blanks, lower case: how spellings are compared.
std::string name_key(std::string_view label);

}  // namespace tradereport
