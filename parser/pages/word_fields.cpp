#include "parser/pages/word_fields.h"

#include <algorithm>

namespace tradereport::parser {

void WordFields::meet(std::string_view part) {
  if (part == "begin") open_.emplace_back();
  if (open_.empty()) return;
  if (part == "separate") open_.back().result = true;
  if (part == "end") open_.pop_back();
}

void WordFields::instruct(std::string_view text) {
  if (!open_.empty()) open_.back().instruction += text;
}

bool WordFields::shows_text() const {
  return std::all_of(open_.begin(), open_.end(), [](const Field& field) {
    return field.result && !counts_pages(field.instruction);
  });
}

bool WordFields::counts_pages(std::string_view instruction) {
  const std::size_t from = instruction.find_first_not_of(' ');
  if (from == std::string_view::npos) return false;
  const std::string_view word = instruction.substr(from, instruction.find(' ', from) - from);
  return word == "PAGE" || word == "NUMPAGES" || word == "SECTIONPAGES";
}

}  // namespace tradereport::parser
