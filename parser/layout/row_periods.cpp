#include "parser/layout/row_periods.h"

#include <algorithm>
#include <charconv>

#include "parser/grammar/same_word.h"
#include "parser/layout/heads.h"

namespace tradereport::parser {

namespace {

constexpr std::size_t kYearDigits = 4;

// The first four digits of what a pattern of years has matched.
std::optional<int> first_year(std::string_view text) {
  const std::size_t at = text.find_first_of("0123456789");
  if (at == std::string_view::npos || at + kYearDigits > text.size()) return std::nullopt;
  int year = 0;
  const char* const end = text.data() + at + kYearDigits;
  if (std::from_chars(text.data() + at, end, year).ptr != end || year == 0) return std::nullopt;
  return year;
}

}  // namespace

std::optional<int> year_alone(const Grammar& grammar, const TableRegion& region,
                              std::string_view text) {
  const Pattern& years = grammar.years[region.index];
  if (years.empty() || !years.matches_all(text)) return std::nullopt;
  return first_year(text);
}

std::optional<int> take_year(const Grammar& grammar, const TableRegion& region,
                             std::vector<Atom>& cells, Text& year) {
  const Pattern& years = grammar.years[region.index];
  if (years.empty() || cells.empty()) return std::nullopt;
  Atom& first = cells.front();
  const bool alone = years.matches_all(first.text.view());
  if (alone && (cells.size() < 2 || cells[1].kind != Atom::Kind::text)) return std::nullopt;
  const std::size_t length = alone ? first.text.size() : years.match_at(first.text.view(), 0);
  if (length == 0 || (!alone && first.kind != Atom::Kind::text)) return std::nullopt;
  // "2016-2020", "20161 January": no year before a name.
  if (!alone && !months_of(grammar, *region.form, first.text.view().substr(length)))
    return std::nullopt;
  const auto found = first_year(first.text.view().substr(0, length));
  if (!found) return std::nullopt;
  year = first.text.substr(0, length);
  if (alone) {
    cells.erase(cells.begin());
  } else {
    first.text = first.text.substr(length, first.text.size());
  }
  return found;
}

bool YearBeforeRow::takes(const Text& line) {
  const auto year = year_alone(grammar_, region_, line.view());
  if (!year) return false;
  year_ = year;
  ledger_.mark(line, NumeralUse::period);
  return true;
}

void YearBeforeRow::take_off(std::vector<Atom>& cells) {
  Text printed;
  const auto year = take_year(grammar_, region_, cells, printed);
  if (!year) return;
  year_ = year;
  ledger_.mark(printed, NumeralUse::period);
}

std::optional<Months> months_of(const Grammar& grammar, const TableForm& form,
                                std::string_view label) {
  if (form.years.empty()) return std::nullopt;
  for (const auto* const reading : grammar.names.readings(label)) {
    if (!is_fixed_row(form, *reading)) continue;
    for (const RowForm& row : form.rows) {
      if (row.name == reading->name) return Months{0, row.from, row.to};
    }
  }
  for (const auto& [word, month] : grammar.family->months) {
    if (same_word(word, label)) return Months{0, month, month};
  }
  const auto found = grammar.vocabulary().find_period(label, 0);
  if (!found || found->at.size() != label.size() || found->mention.span || found->mention.date)
    return std::nullopt;
  const PeriodMention& mention = found->mention;
  if (!mention.year || mention.from < 1 || mention.or_year || mention.or_month > 0)
    return std::nullopt;
  return Months{*mention.year, mention.from, mention.to};
}

}  // namespace tradereport::parser
