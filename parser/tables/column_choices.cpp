#include <algorithm>
#include <map>

#include "parser/tables/table.h"

namespace tradereport::parser {

namespace {

// So many times as many rows must fit as have a figure too many, which a numeral beside the table
// can give to a row or two.
constexpr std::ptrdiff_t kWiderRows = 2;

RawTable read_as(const Document& document, const TableRegion& region, const Grammar& grammar,
                 NumeralLedger& ledger) {
  return document.has_boxes ? read_grid(document, region, grammar, ledger)
                            : read_stream(document, region, grammar, ledger);
}

// More columns read are better; of as many, those that the heads name as the edition does.
std::ptrdiff_t fit_of(const RawTable& raw) {
  const std::ptrdiff_t read =
      std::count_if(raw.columns.begin(), raw.columns.end(),
                    [](const PrintedColumn& column) { return !column.label && column.read; });
  return 2 * read + (raw.as_declared ? 1 : 0);
}

}  // namespace

std::size_t measures(const std::vector<Column>& columns) {
  return static_cast<std::size_t>(
      std::count_if(columns.begin(), columns.end(), [](const Column& c) { return !c.label; }));
}

std::size_t usual(const std::vector<std::size_t>& counts) {
  std::map<std::size_t, std::size_t> times;
  for (const std::size_t count : counts) ++times[count];
  std::size_t best = 0;
  for (const auto& [count, rows] : times) {
    if (rows >= times[best]) best = count;
  }
  return best;
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
  if (best == nullptr) return nullptr;
  // Rows with more figures tell of a column that the family does not know; which one that is, and
  // so which figure is which, nobody can say.
  const std::ptrdiff_t wider = std::count_if(
      counts.begin(), counts.end(), [&](std::size_t count) { return count > measures(*best); });
  return kWiderRows * wider > best_rows ? nullptr : best;
}

RawTable read_edition(const Document& document, TableRegion& region, const Grammar& grammar,
                      NumeralLedger& ledger) {
  std::vector<const TableForm*> editions;
  for (const Signs::Edition& edition : grammar.editions) {
    if (edition.table == region.index && edition.head.empty() == region.has_caption() &&
        edition.is_under(region.caption.view()))
      editions.push_back(edition.form);
  }
  if (editions.size() > 1) {
    std::ptrdiff_t best = -1;
    TableRegion tried = region;
    for (const TableForm* const edition : editions) {
      tried.form = edition;
      NumeralLedger own =
          ledger;  // what the edition's rows are not must not count as accounted for
      const std::ptrdiff_t fit = fit_of(read_as(document, tried, grammar, own));
      if (fit <= best) continue;
      best = fit;
      region.form = edition;
    }
  }
  return read_as(document, region, grammar, ledger);
}

}  // namespace tradereport::parser
