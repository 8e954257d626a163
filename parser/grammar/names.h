// The names that a family knows, and finding them in text.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "schemas/family.h"

namespace tradereport::parser {

// Names by spelling. Spellings are compared without blanks, after normalisation, letters in lower
// case. Names found in a document's own tables are added to a copy for its narrative; copies share
// what they have in common.
class NameIndex {
 public:
  // alphabetic: names in text are whole words, whatever their capitals and blanks.
  explicit NameIndex(bool alphabetic = false)
      : alphabetic_(alphabetic), known_(std::make_shared<Known>()) {
    known_->by_key.reserve(500);  // as many as families have
  }

  // Adds a spelling of a name to a set. Only names that are `in_text` are found by match_at().
  void add(const std::string& set, const std::string& name, const std::string& spelling,
           bool in_text = true);

  // A name and the set that it is of.
  struct Reading {
    std::string set;
    std::string name;
  };
  // All that a printed label can stand for, what is spelt most like it first. Numbering before it,
  // a bracket behind it and note markers around it do not matter. Valid until the next add().
  std::vector<const Reading*> readings(std::string_view label) const;

  // The canonical name for a printed label, in the given set.
  //   find("partners", "1.香港") -> "中国香港"      find("rows", "出口额(亿美元)") -> "出口额"
  std::optional<std::string> find(std::string_view set, std::string_view label) const;

  // The longest spelling in text that stands at text[at], of any set: its length, and its canonical
  // name.
  std::size_t match_at(std::string_view text, std::size_t at, std::string* name) const;

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  struct Spelling {
    std::string key;
    std::string name;
  };
  struct Known {
    std::unordered_map<std::string, std::vector<Reading>, Hash, std::equal_to<>> by_key;
    // Those in text, by their first character, longest first.
    std::unordered_map<char32_t, std::vector<Spelling>> by_lead;
  };

  // The length of text[at] on that spells the key, 0 if it does not.
  std::size_t spelt(std::string_view key, std::string_view text, std::size_t at) const;

  bool alphabetic_ = false;
  std::shared_ptr<Known> known_;  // not changed while another index has it too
};

// Normalised, without blanks, lower case: how spellings are compared.
std::string name_key(std::string_view label);

}  // namespace tradereport::parser
