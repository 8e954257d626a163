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
                 (head.measure && term.measure && *head.measure != *term.measure) ||
                 (!head.flow.empty() && !term.flow.empty() && head.flow != term.flow);
  if (term.measure) head.measure = term.measure;
  if (!term.flow.empty()) head.flow = term.flow;
  if (term.base) head.base = term.base;
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
  std::set<
      std::tuple<std::optional<Span>, std::optional<Measure>, std::optional<int>, std::string_view>>
      seen;
  std::size_t count = 0;
  for (const ColumnHead& head : heads) {
    if (head.measure && !seen.emplace(head.span, head.measure, head.year, head.flow).second)
      ++count;
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
//
// What is compared with another year than the one before is of a flow of its own, whose base that
// year is.
void compare_years(std::vector<ColumnHead>& heads, const std::vector<bool>& spanned,
                   const Family& family) {
  const auto is_base = [&](int year) {
    return std::any_of(family.flows.begin(), family.flows.end(),
                       [&](const Flow& flow) { return flow.base == year; });
  };
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
    } else if (level && is_base(*head.year)) {
      head.measure = Measure::previous;
      head.base = head.year;
    } else {
      head.other_year = true;
    }
  }
  for (ColumnHead& head : heads) {
    if (head.year && !head.measure) head.measure = Measure::value;
    const bool last_year = !years.empty() && head.base == *years.rbegin() - 1;
    if (head.base && (last_year || !is_base(*head.base))) head.base.reset();
  }
}

// Is the column of the flow that the head says, as far as it says one, and compared with that year?
bool is_of_flow(const ColumnHead& head, const Column& column, const TableForm& form,
                const Family& family) {
  const std::string& own = column.flow.empty() ? form.flow : column.flow;
  const Flow* const flow = family.flow(own);
  const int base = flow == nullptr ? 0 : flow->base;
  return (head.flow.empty() || head.flow == own) &&
         (head.base.value_or(0) == base || !(head.year || head.measure));
}

// Is the column what the head says, as far as it says anything?
bool agrees(const ColumnHead& head, const Column& column, const TableForm& form,
            const Family& family) {
  if (head.unknown || head.other_year || !is_of_flow(head, column, form, family)) return false;
  if (head.span && *head.span != column.span) return false;
  if (!head.measure || *head.measure == column.measure) return true;
  // Last year's levels may stand under the same terms.
  return *head.measure == Measure::value && column.measure == Measure::previous && !head.year;
}

bool says_any(const std::vector<ColumnHead>& heads) {
  return std::any_of(heads.begin(), heads.end(), [](const ColumnHead& head) {
    return head.measure.has_value() || head.span.has_value();
  });
}

// Where the cells of the head stand, if each is of one column: side by side, as many as columns.
// Figures that are set to the right may not be below them. Else where the columns are printed.
std::vector<Extent> cells_of_head(const Document& document, const Grammar& grammar,
                                  const std::vector<Atom>& pieces,
                                  const std::vector<Extent>& printed,
                                  const std::vector<Box>& labels) {
  const std::vector<Box> cells = head_places(document, grammar, pieces, labels);
  const auto touch = [](const Box& a, const Box& b) { return b.x0 < a.x1; };
  if (cells.size() != printed.size() ||
      std::adjacent_find(cells.begin(), cells.end(), touch) != cells.end())
    return printed;
  std::vector<Extent> out;
  for (const Box& cell : cells) out.push_back({cell.x0, cell.x1});
  return out;
}

std::vector<PrintedColumn> all_read(const std::vector<Column>& columns) {
  std::vector<PrintedColumn> out;
  for (const Column& column : columns) out.push_back({column});
  return out;
}

}  // namespace

std::vector<ColumnHead> heads_over(const Document& document, const Grammar& grammar,
                                   const std::vector<Atom>& pieces,
                                   const std::vector<Extent>& printed,
                                   const std::vector<Box>& labels) {
  const std::vector<Extent> columns = cells_of_head(document, grammar, pieces, printed, labels);
  std::vector<HeadTerm> spans, measures, years;
  for (const HeadTerm& term : head_terms(document, grammar, pieces)) {
    if (term.unknown && overlaps_any(term.box, labels)) continue;
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
  give(years, [](const HeadTerm& term, ColumnHead& head) {
    head.year = term.year;
    if (term.base) head.base = term.base;
  });
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
  compare_years(heads, spanned, *grammar.family);
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
  compare_years(heads, std::vector<bool>(columns, true), *grammar.family);
  return heads;
}

bool say_all(const std::vector<ColumnHead>& heads, const std::vector<Column>& columns,
             const TableForm& form, const Family& family) {
  std::size_t measure = 0;
  return says_any(heads) && std::all_of(columns.begin(), columns.end(), [&](const Column& column) {
           return column.label || agrees(heads[measure++], column, form, family);
         });
}

std::vector<PrintedColumn> columns_under(const std::vector<ColumnHead>& heads,
                                         const TableForm& form, const Family& family,
                                         const std::vector<Column>* by_place) {
  if (by_place != nullptr && (!says_any(heads) || say_all(heads, *by_place, form, family)))
    return all_read(*by_place);
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
      if (!column.label && span == column.span && head.measure == column.measure &&
          is_of_flow(head, column, form, family))
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
