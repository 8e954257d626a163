#include <algorithm>

#include "parser/period_vote.h"
#include "parser/table.h"

namespace tradereport::parser {

bool is_fixed_row(const TableForm& form, const NameIndex::Reading& reading) {
  constexpr std::string_view rows = "row:";
  return reading.set.starts_with(rows) &&
         reading.set.compare(rows.size(), std::string::npos, form.id) == 0;
}

HeadWords read_head(const Grammar& grammar, std::string_view text) {
  HeadWords words;
  bool names = true;
  for (std::size_t at = 0; at < text.size();) {
    if (std::string_view("()[]% :/").find(text[at]) != std::string_view::npos) {
      ++at;
      continue;
    }
    std::size_t longest = grammar.unit.match_at(text, at);
    const HeadForm* form = nullptr;
    for (const Grammar::Head& head : grammar.heads) {
      const std::size_t length = head.pattern.match_at(text, at);
      if (length > longest) {
        longest = length;
        form = head.form;
      }
    }
    if (longest == 0) return words;
    names = names && (form == nullptr || form->label);
    if (form != nullptr && form->span == Span::month) words.month = true;
    if (form != nullptr && form->span == Span::ytd) words.ytd = true;
    at += longest;
  }
  words.only_heads = !text.empty();
  words.only_names = words.only_heads && names;
  return words;
}

bool is_head(const Grammar& grammar, const TableRegion& region, std::string_view text,
             HeadWords& words) {
  const HeadWords own = read_head(grammar, text);
  if (!own.only_heads) return false;
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
  for (const FoundPeriod& found : find_periods(grammar, region.caption.view())) {
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

std::size_t measures(const std::vector<Column>& columns) {
  return static_cast<std::size_t>(
      std::count_if(columns.begin(), columns.end(), [](const Column& c) { return !c.label; }));
}

std::vector<std::vector<Column>> column_choices(const TableForm& form) {
  std::vector<std::vector<Column>> choices{form.columns};
  for (const Span span : {Span::month, Span::ytd}) {
    std::vector<Column> columns;
    for (std::size_t i = 0; i < form.columns.size(); ++i) {
      const Column& column = form.columns[i];
      if (column.label) {
        // A label column belongs to the measures after it; the first one to all.
        const bool own = i + 1 < form.columns.size() && form.columns[i + 1].span == span;
        if ((columns.empty() && i == 0) || own) columns = {column};
      } else if (column.span == span) {
        columns.push_back(column);
      }
    }
    if (columns.size() > 1 && columns.size() < form.columns.size())
      choices.push_back(std::move(columns));
  }
  return choices;
}

const std::vector<Column>* choose_columns(const std::vector<std::vector<Column>>& choices,
                                          const std::vector<std::size_t>& counts,
                                          const HeadWords& heads) {
  const std::vector<Column>* best = nullptr;
  std::ptrdiff_t best_rows = 0;
  for (const std::vector<Column>& choice : choices) {
    const std::ptrdiff_t rows = std::count(counts.begin(), counts.end(), measures(choice));
    if (rows == 0 || rows < best_rows) continue;
    const bool tie = best != nullptr && rows == best_rows;
    if (tie && !(measures(choice) == measures(*best) && heads.ytd && !heads.month)) continue;
    best = &choice;
    best_rows = rows;
  }
  return best;
}

}  // namespace tradereport::parser
