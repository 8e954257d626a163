#include "tools/dev/worlds/table_editor.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tradereport::worlds {

void exchange_figures(Figure& a, Figure& b) {
  std::swap(a.value, b.value);
  std::swap(a.printed, b.printed);
}

bool on_one_line(const FigureKey& a, const FigureKey& b) {
  return a.place == b.place && a.group == b.group &&
         (a.rank > 0 || b.rank > 0 ? a.rank == b.rank : a.row == b.row);
}

bool in_one_column(const FigureKey& a, const FigureKey& b) {
  return a.place == b.place && a.span == b.span && a.measure == b.measure;
}

void TableEditor::pair_of_figures(Fits fits) {
  Figure& one = any(report_.figures);
  std::vector<Figure*> others;
  for (Figure& other : report_.figures) {
    if (&other != &one && fits(one.key, other.key) && other.value != one.value)
      others.push_back(&other);
  }
  if (!others.empty()) exchange_figures(one, *any(others));
}

void TableEditor::names() {
  std::vector<Figure*> ranked;
  for (Figure& figure : report_.figures)
    if (figure.key.rank > 0) ranked.push_back(&figure);
  if (ranked.empty()) return;
  const FigureKey one = any(ranked)->key;
  std::erase_if(ranked, [&](const Figure* other) {
    return other->key.place != one.place || other->key.span != one.span;
  });
  const std::string other = any(ranked)->key.row;
  for (Figure* figure : ranked) {
    if (figure->key.row == one.row) {
      figure->key.row = other;
    } else if (figure->key.row == other) {
      figure->key.row = one.row;
    }
  }
}

// In an unranked table over both spans; in a ranked list what stands in two places.
void TableEditor::rows() {
  const FigureKey one = any(report_.figures).key;
  std::vector<Figure*> column;
  for (Figure& figure : report_.figures) {
    if (in_one_column(figure.key, one) && figure.key.group == one.group) column.push_back(&figure);
  }
  const FigureKey other = any(column)->key;
  if (one.rank > 0) {
    for (Figure& figure : report_.figures) {
      if (figure.key.place != one.place || figure.key.span != one.span) continue;
      int& rank = figure.key.rank;
      rank = rank == one.rank ? other.rank : rank == other.rank ? one.rank : rank;
    }
    return;
  }
  for (Figure& a : report_.figures) {
    for (Figure& b : report_.figures) {
      if (on_one_line(a.key, one) && on_one_line(b.key, other) && in_one_column(a.key, b.key))
        exchange_figures(a, b);
    }
  }
}

void TableEditor::columns() {
  const FigureKey one = any(report_.figures).key;
  std::vector<FigureKey> others;
  for (const Figure& figure : report_.figures) {
    if (on_one_line(figure.key, one) && !in_one_column(figure.key, one))
      others.push_back(figure.key);
  }
  if (others.empty()) return;
  const FigureKey other = any(others);
  for (Figure& a : report_.figures) {
    for (Figure& b : report_.figures) {
      if (in_one_column(a.key, one) && in_one_column(b.key, other) && on_one_line(a.key, b.key))
        exchange_figures(a, b);
    }
  }
}

void TableEditor::tables() {
  std::vector<std::pair<const TableForm*, const TableForm*>> pairs;
  for (const TableForm& a : family_.tables) {
    for (const TableForm& b : family_.tables) {
      if (&a < &b && !a.flow.empty() && !b.flow.empty() && a.columns == b.columns &&
          a.names == b.names && a.groups.size() == b.groups.size())
        pairs.emplace_back(&a, &b);
    }
  }
  const auto [a, b] = any(pairs);
  for (Figure& figure : report_.figures) {
    if (figure.key.place != a->id && figure.key.place != b->id) continue;
    const TableForm& to = figure.key.place == a->id ? *b : *a;
    figure.key.place = to.id;
    figure.key.flow = to.flow;
  }
}

std::string TableEditor::any_table() {
  return any(report_.figures).key.place;
}

void TableEditor::spans() {
  const std::string table = any_table();
  if (!report_.has_month) return;
  for (Figure& figure : report_.figures) {
    if (figure.key.place == table)
      figure.key.span = figure.key.span == Span::month ? Span::ytd : Span::month;
  }
}

// The last figure stands in the place of the first that has moved, or is lost.
void TableEditor::shifted_column() {
  const FigureKey one = any(report_.figures).key;
  std::vector<Figure*> column;
  for (Figure& figure : report_.figures)
    if (in_one_column(figure.key, one)) column.push_back(&figure);
  if (column.size() < 5) return;
  const std::size_t from = random_.index(column.size() - 4);
  const Figure last = *column.back();
  for (std::size_t i = column.size() - 1; i > from; --i) {
    column[i]->value = column[i - 1]->value;
    column[i]->printed = column[i - 1]->printed;
  }
  if (random_.chance(2)) return;
  column[from]->value = last.value;
  column[from]->printed = last.printed;
}

// As many digits, with the point elsewhere.
void TableEditor::unit() {
  constexpr int kOtherDecimals[] = {0, 2, 3, 5};
  const std::string table = any_table();
  const int decimals = kOtherDecimals[random_.index(std::size(kOtherDecimals))];
  for (Figure& figure : report_.figures) {
    const Measure measure = figure.key.measure;
    if (figure.key.place != table || is_rate(measure)) continue;
    figure.value = Decimal(figure.value.unscaled(), decimals);
    figure.printed = figure.value.to_string();
  }
}

void TableEditor::year_to_date_printed() {
  const std::string table = any_table();
  const std::vector<Figure> before = report_.figures;
  for (Figure& figure : report_.figures) {
    if (figure.key.place != table || figure.key.span != Span::month) continue;
    for (const Figure& other : before) {
      if (other.key.span != Span::ytd || other.key.measure != figure.key.measure ||
          !on_one_line(other.key, figure.key))
        continue;
      figure.value = other.value;
      figure.printed = other.printed;
      figure.key.row = other.key.row;
    }
  }
}

}  // namespace tradereport::worlds
