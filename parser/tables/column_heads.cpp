#include "parser/tables/column_heads.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <tuple>

#include "parser/tables/head_terms.h"

namespace tradereport::parser {

namespace {

// So many terms at most are told apart as heads of several columns each.
constexpr std::size_t kMostSpanning = 4;

void sort_by_x(std::vector<HeadTerm>& terms) {
  std::stable_sort(terms.begin(), terms.end(), [](const HeadTerm& a, const HeadTerm& b) {
    return a.box.x0 + a.box.x1 < b.box.x0 + b.box.x1;
  });
}

bool names_a_column(const HeadTerm& term) {
  return term.measure.has_value() || term.unknown;
}

void add_measure(const HeadTerm& term, ColumnHead& head) {
  head.unknown = head.unknown || term.unknown ||
                 (head.measure && term.measure && *head.measure != *term.measure);
  if (term.measure) head.measure = term.measure;
}

// Calls use(sizes) for every way to part so many columns into so many groups.
template <class Use>
void for_each_parting(std::size_t columns, std::size_t groups, std::vector<std::size_t>& sizes,
                      const Use& use) {
  if (groups == 1) {
    sizes.push_back(columns);
    use(sizes);
    sizes.pop_back();
    return;
  }
  for (std::size_t size = 1; size + groups <= columns + 1; ++size) {
    sizes.push_back(size);
    for_each_parting(columns - size, groups - 1, sizes, use);
    sizes.pop_back();
  }
}

// Puts terms of plain text from left to right, where it is set out in columns: none stands over
// another.
void sort_if_set_out(std::vector<HeadTerm>& terms) {
  std::vector<HeadTerm> sorted = terms;
  sort_by_x(sorted);
  const bool stacked =
      std::adjacent_find(sorted.begin(), sorted.end(), [](const HeadTerm& a, const HeadTerm& b) {
        return overlap(a.box.x0, a.box.x1, b.box.x0, b.box.x1);
      }) != sorted.end();
  if (!stacked) terms = std::move(sorted);
}

// How often two columns would be the same.
std::size_t repeats(const std::vector<ColumnHead>& heads) {
  std::set<std::tuple<std::optional<Span>, std::optional<Measure>, std::optional<int>>> seen;
  std::size_t count = 0;
  for (const ColumnHead& head : heads) {
    if (head.measure && !seen.emplace(head.span, head.measure, head.year).second) ++count;
  }
  return count;
}

// Words over several columns each: of the ways to part the columns between them the one in which no
// two columns are the same, and each term stands best over its own.
void spread(const std::vector<HeadTerm>& terms, const std::vector<Extent>& columns,
            std::vector<ColumnHead>& heads) {
  if (terms.empty() || terms.size() > columns.size()) return;
  if (terms.size() > kMostSpanning && terms.size() != columns.size()) return;
  std::vector<ColumnHead> best;
  std::pair<std::size_t, double> least{std::numeric_limits<std::size_t>::max(), 0};
  std::vector<std::size_t> sizes;
  for_each_parting(columns.size(), terms.size(), sizes, [&](const std::vector<std::size_t>& way) {
    std::vector<ColumnHead> tried = heads;
    double off = 0;
    std::size_t first = 0;
    for (std::size_t w = 0; w < way.size(); ++w) {
      const std::size_t last = first + way[w] - 1;
      const double centre = (terms[w].box.x0 + terms[w].box.x1) / 2;
      off += std::min(std::abs((columns[first].left + columns[last].right) / 2 - centre),
                      std::abs(columns[first].left - terms[w].box.x0));
      for (std::size_t c = first; c <= last; ++c) {
        tried[c].span = terms[w].span;
        if (terms[w].year) tried[c].year = terms[w].year;
      }
      first = last + 1;
    }
    const std::pair<std::size_t, double> cost{repeats(tried), off};
    if (!best.empty() && cost >= least) return;
    least = cost;
    best = std::move(tried);
  });
  heads = std::move(best);
}

// Figures under a year that is neither the report's nor, for levels, the one before are of another
// time. The report's is the latest; where but one is named, it may well be a misprint.
void compare_years(std::vector<ColumnHead>& heads, const std::vector<bool>& spanned) {
  std::set<int> years;
  for (std::size_t c = 0; c < heads.size(); ++c) {
    ColumnHead& head = heads[c];
    const bool rate = head.measure && is_rate(*head.measure);
    if (rate && !spanned[c]) head.year.reset();  // "change 2022/23"
    if (head.year) years.insert(*head.year);
  }
  for (ColumnHead& head : heads) {
    if (years.size() < 2) head.year.reset();
    if (!head.year || *head.year == *years.rbegin()) continue;
    const bool level = !head.measure || head.measure == Measure::value;
    if (level && *head.year == *years.rbegin() - 1) {
      head.measure = Measure::previous;
    } else {
      head.other_year = true;
    }
  }
  for (ColumnHead& head : heads) {
    if (head.year && !head.measure) head.measure = Measure::value;
  }
}

// Is the column what the head says, as far as it says anything?
bool agrees(const ColumnHead& head, const Column& column) {
  if (head.unknown || head.other_year) return false;
  if (head.span && *head.span != column.span) return false;
  if (!head.measure || *head.measure == column.measure) return true;
  // Last year's levels may stand under the same terms.
  return *head.measure == Measure::value && column.measure == Measure::previous && !head.year;
}

std::vector<PrintedColumn> all_read(const std::vector<Column>& columns) {
  std::vector<PrintedColumn> out;
  for (const Column& column : columns) out.push_back({column});
  return out;
}

}  // namespace

std::vector<ColumnHead> heads_over(const Document& document, const Grammar& grammar,
                                   const std::vector<Atom>& pieces,
                                   const std::vector<Extent>& columns,
                                   const std::vector<Box>& labels) {
  std::vector<HeadTerm> spans, measures, years;
  for (const HeadTerm& term : head_terms(document, grammar, pieces)) {
    const bool over_labels = std::any_of(labels.begin(), labels.end(), [&](const Box& label) {
      return overlap(term.box.x0, term.box.x1, label.x0, label.x1);
    });
    if (term.unknown && over_labels) continue;
    (term.span ? spans : names_a_column(term) ? measures : years).push_back(term);
  }
  std::vector<ColumnHead> heads(columns.size());
  const auto give = [&](const std::vector<HeadTerm>& terms, const auto& add) {
    for (std::size_t w = 0; w < terms.size(); ++w) {
      const HeadTerm& term = terms[w];
      if (terms.size() == columns.size() && columns.size() > 1) {
        add(term, heads[w]);
        continue;
      }
      bool over = false;
      for (std::size_t c = 0; c < columns.size(); ++c) {
        if (!overlap(term.box.x0, term.box.x1, columns[c].left, columns[c].right)) continue;
        over = true;
        add(term, heads[c]);
      }
      if (over) continue;
      const double centre = (term.box.x0 + term.box.x1) / 2;
      const auto nearest =
          std::min_element(columns.begin(), columns.end(), [&](const Extent& a, const Extent& b) {
            return std::abs(a.centre() - centre) < std::abs(b.centre() - centre);
          });
      ColumnHead& head = heads[static_cast<std::size_t>(nearest - columns.begin())];
      add(term, head);
      head.beside = true;
    }
  };
  for (auto* const terms : {&spans, &measures, &years}) sort_by_x(*terms);
  give(measures, [](const HeadTerm& term, ColumnHead& head) {
    add_measure(term, head);
    if (term.year) head.year = term.year;
  });
  give(years, [](const HeadTerm& term, ColumnHead& head) { head.year = term.year; });
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (!heads[c].unknown) continue;
    const double from = c == 0 ? std::numeric_limits<double>::lowest()
                               : (columns[c - 1].right + columns[c].left) / 2;
    const double to = c + 1 == columns.size() ? std::numeric_limits<double>::max()
                                              : (columns[c].right + columns[c + 1].left) / 2;
    if (const auto measure = measure_between(document, grammar, pieces, labels, from, to))
      heads[c] = {heads[c].span, measure, heads[c].year};
  }
  spread(spans, columns, heads);
  std::vector<bool> spanned(heads.size(),
                            std::any_of(spans.begin(), spans.end(),
                                        [](const HeadTerm& w) { return w.year.has_value(); }));
  compare_years(heads, spanned);
  return heads;
}

std::vector<ColumnHead> heads_in_order(const Document& document, const Grammar& grammar,
                                       const std::vector<std::size_t>& lines, std::size_t columns) {
  std::vector<HeadTerm> spans, measures;
  for (const std::size_t index : lines) {
    for (const HeadTerm& term : head_terms(document, grammar, document.lines[index])) {
      if (term.span) spans.push_back(term);
      if (names_a_column(term)) measures.push_back(term);
    }
  }
  sort_if_set_out(spans);
  sort_if_set_out(measures);
  std::vector<ColumnHead> heads(columns);
  const bool unknown = std::any_of(measures.begin(), measures.end(),
                                   [](const HeadTerm& term) { return term.unknown; });
  for (std::size_t c = 0; c < columns; ++c) {
    if (measures.size() == columns) add_measure(measures[c], heads[c]);
    heads[c].unknown = heads[c].unknown || (unknown && measures.size() != columns);
    if (!spans.empty() && columns % spans.size() == 0) {
      const HeadTerm& span = spans[c / (columns / spans.size())];
      heads[c].span = span.span;
      heads[c].year = span.year;
    }
  }
  compare_years(heads, std::vector<bool>(columns, true));
  return heads;
}

std::vector<PrintedColumn> columns_under(const std::vector<ColumnHead>& heads,
                                         const TableForm& form,
                                         const std::vector<Column>* by_place) {
  if (by_place != nullptr) {
    std::size_t measure = 0;
    const bool agreed = std::all_of(by_place->begin(), by_place->end(), [&](const Column& column) {
      return column.label || agrees(heads[measure++], column);
    });
    const bool named = std::any_of(heads.begin(), heads.end(), [](const ColumnHead& head) {
      return head.measure.has_value() || head.span.has_value();
    });
    if (agreed || !named) return all_read(*by_place);
  }
  const auto panels = static_cast<std::size_t>(std::count_if(
      form.columns.begin(), form.columns.end(), [](const Column& c) { return c.label; }));
  // Figures under no head at all may be parts of others: "2 190.3".
  const bool headed = std::all_of(heads.begin(), heads.end(), [](const ColumnHead& head) {
    return head.unknown || head.measure.has_value();
  });
  if (!headed || panels == 0 || heads.size() % panels != 0) return {};
  std::set<Span> spans;
  for (const Column& column : form.columns) {
    if (!column.label) spans.insert(column.span);
  }
  std::vector<PrintedColumn> out;
  std::vector<std::size_t> forms;  // indices of the family's columns that are taken
  for (std::size_t c = 0; c < heads.size(); ++c) {
    if (c % (heads.size() / panels) == 0) out.push_back({form.columns.front()});
    const ColumnHead& head = heads[c];
    const std::optional<Span> span = head.span           ? head.span
                                     : spans.size() == 1 ? std::optional(*spans.begin())
                                                         : std::nullopt;
    std::vector<std::size_t> meant;
    for (std::size_t f = 0; f < form.columns.size(); ++f) {
      const Column& column = form.columns[f];
      if (!column.label && span == column.span && head.measure == column.measure)
        meant.push_back(f);
    }
    const bool read = !head.unknown && !head.beside && !head.other_year && meant.size() == 1;
    forms.push_back(read ? meant.front() : form.columns.size());
    out.push_back({read ? form.columns[meant.front()] : Column{}});
    out.back().read = read;
  }
  bool any = false;
  std::size_t measure = 0;
  for (PrintedColumn& column : out) {
    if (column.label) continue;
    const std::size_t own = forms[measure++];
    column.read = column.read && std::count(forms.begin(), forms.end(), own) == 1;
    any = any || column.read;
  }
  return any ? out : std::vector<PrintedColumn>{};
}

}  // namespace tradereport::parser
