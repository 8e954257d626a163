#include "parser/layout/heads.h"

#include <algorithm>

#include "parser/grammar/vocabulary.h"
#include "parser/text/text.h"
#include "parser/text/utf8.h"

namespace tradereport::parser {

bool is_fixed_row(const TableForm& form, const NameIndex::Reading& reading) {
  constexpr std::string_view rows = "row:";
  return reading.set.starts_with(rows) &&
         reading.set.compare(rows.size(), std::string::npos, form.id) == 0;
}

namespace {

// What stands between the words of heads.
bool is_between(char c) {
  return std::string_view("()[]% :/").find(c) != std::string_view::npos;
}

// The longest word of a head, or unit, that begins at this place; empty if none does.
HeadPart part_at(const Grammar& grammar, std::string_view text, std::size_t at) {
  const auto unit = grammar.vocabulary().unit_at(text, at);
  HeadPart part{{at, unit ? unit->at.end : at}, nullptr, unit.has_value()};
  for (const Grammar::Head& head : grammar.heads) {
    const std::size_t length = head.pattern.match_at(text, at);
    if (length > part.at.size()) part = {{at, at + length}, head.form, true};
  }
  return part;
}

}  // namespace

HeadWords read_head(const Grammar& grammar, std::string_view text) {
  HeadWords words;
  bool names = true;
  for (std::size_t at = 0; at < text.size();) {
    if (is_between(text[at])) {
      ++at;
      continue;
    }
    const HeadPart part = part_at(grammar, text, at);
    if (part.at.empty()) return words;
    names = names && (part.form == nullptr || part.form->label);
    if (part.form != nullptr && part.form->span == Span::month) words.month = true;
    if (part.form != nullptr && part.form->span == Span::ytd) words.ytd = true;
    at = part.at.end;
  }
  words.only_heads = !text.empty();
  words.only_names = words.only_heads && names;
  return words;
}

std::vector<HeadPart> head_parts(const Grammar& grammar, std::string_view text) {
  std::vector<HeadPart> parts;
  bool open = false;  // the last part is unknown and goes on
  for (std::size_t at = 0; at < text.size();) {
    if (is_between(text[at])) {
      open = false;
      ++at;
      continue;
    }
    HeadPart part;
    if (!is_continuation(text[at]) && !within_word(text, at)) part = part_at(grammar, text, at);
    if (!part.at.empty()) {
      parts.push_back(part);
    } else if (open) {
      parts.back().at.end = at + 1;
    } else {
      parts.push_back({{at, at + 1}});
    }
    open = part.at.empty();
    at = parts.back().at.end;
  }
  return parts;
}

bool is_head(const Grammar& grammar, const TableRegion& region, std::string_view text,
             HeadWords& words) {
  const HeadWords own = read_head(grammar, text);
  if (!own.only_heads) return false;
  // A row's name may break before the bracket that holds its unit ("净出口额（").
  if (open_brackets(text) > 0) text = text.substr(0, text.rfind('('));
  const auto readings = grammar.names.readings(text);
  if (std::any_of(readings.begin(), readings.end(),
                  [&](const auto* reading) { return is_fixed_row(*region.form, *reading); }))
    return false;
  words.only_names = own.only_names;
  words.month = words.month || own.month;
  words.ytd = words.ytd || own.ytd;
  return true;
}

HeadWords caption_words(const Grammar& grammar, const TableRegion& region) {
  HeadWords words;
  for (const FoundPeriod& found : find_periods(grammar.vocabulary(), region.caption.view())) {
    const bool months = found.mention.from != found.mention.to;
    (months || found.mention.span == Span::ytd ? words.ytd : words.month) = true;
  }
  return words;
}

int first_group(const TableForm& form) {
  for (std::size_t g = 0; g < form.groups.size(); ++g) {
    if (form.groups[g].say.empty()) return static_cast<int>(g);
  }
  return -1;
}

int read_group(const Grammar& grammar, const TableRegion& region, std::string_view text) {
  const std::vector<Pattern>& groups = grammar.groups[region.index];
  for (std::size_t g = 0; g < groups.size(); ++g) {
    // In lists side by side the group's name may stand over each.
    std::size_t at = 0;
    while (at < text.size()) {
      const std::size_t length = groups[g].match_at(text, at);
      if (length == 0) break;
      at += length;
      while (at < text.size() && (text[at] == ' ' || text[at] == ':')) ++at;
    }
    if (at > 0 && at >= text.size()) return static_cast<int>(g);
  }
  return -1;
}

}  // namespace tradereport::parser
