#include "parser/tables/beside_table.h"

#include <algorithm>
#include <cmath>

#include "parser/pages/quantiles.h"

namespace tradereport::parser {

namespace {

// A figure that begins so many character heights behind the end of a table stands beside it.
constexpr double kBeside = 1.2;
// Figures end at one place if they differ by less than this part of the character height.
constexpr double kSameEnd = 0.3;

// What begins so many character heights to the right of the last column stands beside the table.
constexpr double kBesideHead = 1;

// True if one of the lines is the caption of a picture that the family leaves alone: then it is
// one, with all that stands there.
bool mark_picture(const std::map<std::size_t, std::vector<Atom>>& lines, const Grammar& grammar,
                  NumeralLedger& ledger) {
  std::vector<Text> texts;
  bool picture = false;
  for (const auto& [line, atoms] : lines) {
    std::vector<Atom> sorted = atoms;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Atom& a, const Atom& b) { return a.box.x0 < b.box.x0; });
    Text text;
    for (const Atom& atom : sorted) text.append(atom.text);
    picture = picture || any_starts(grammar.pictures, text.view());
    texts.push_back(std::move(text));
  }
  for (const Text& text : texts) {
    if (picture) ledger.mark(text, NumeralUse::left_alone);
  }
  return picture;
}

}  // namespace

void take_out_picture(const TableRegion& region, const Grammar& grammar, double head_edge,
                      GridRows& rows, NumeralLedger& ledger) {
  if (grammar.pictures.empty()) return;
  const std::size_t all = measures(region.form->columns);
  std::vector<double> ends;
  std::vector<double> sizes;
  for (const DataRow& row : rows.rows) {
    if (row.figures.size() != all && row.figures.size() != all + 1) continue;
    ends.push_back(row.figures.back().box.x1);
    sizes.push_back(row.size);
  }
  if (ends.empty() || head_edge == 0) return;
  const double edge = std::max(median(ends), head_edge) + kBesideHead * median(sizes);
  const auto is_beside = [&](const Atom& atom) { return atom.box.x0 > edge; };
  std::map<std::size_t, std::vector<Atom>> beside;  // by line
  const auto collect = [&](const Atom& atom) {
    if (is_beside(atom)) beside[atom.line].push_back(atom);
  };
  for (const DataRow& row : rows.rows) {
    for (const auto* const atoms : {&row.figures, &row.texts})
      std::for_each(atoms->begin(), atoms->end(), collect);
  }
  for (const Fragment& fragment : rows.fragments) collect(fragment.atom);
  if (!mark_picture(beside, grammar, ledger)) return;
  for (DataRow& row : rows.rows) {
    std::erase_if(row.figures, is_beside);
    std::erase_if(row.texts, is_beside);
  }
  std::erase_if(rows.fragments, [&](const Fragment& fragment) { return is_beside(fragment.atom); });
  std::erase_if(rows.rows,
                [](const DataRow& row) { return row.figures.empty() && row.texts.empty(); });
}

void take_out_beside(const std::map<int, double>& edges, std::vector<DataRow>& rows) {
  const auto is_beyond = [&](const DataRow& row, const Atom& figure) {
    const auto edge = edges.find(row.page);
    return edge != edges.end() && figure.box.x0 > edge->second + kBeside * row.size;
  };
  std::map<int, std::vector<double>> ends;  // of the table's figures, by page
  for (const DataRow& row : rows) {
    for (const Atom& figure : row.figures)
      if (!is_beyond(row, figure)) ends[row.page].push_back(figure.box.x1);
  }
  const auto is_aligned = [&](const DataRow& row, const Atom& figure) {
    const std::vector<double>& own = ends[row.page];
    return std::any_of(own.begin(), own.end(), [&](double end) {
      return std::abs(end - figure.box.x1) < kSameEnd * row.size;
    });
  };
  for (DataRow& row : rows) {
    if (row.doubtful) continue;
    std::erase_if(row.figures, [&](const Atom& figure) {
      return is_beyond(row, figure) && !is_aligned(row, figure);
    });
  }
  std::erase_if(rows, [](const DataRow& row) { return row.figures.empty() && row.texts.empty(); });
}

std::map<int, double> head_edges(const Document& document, const TableRegion& region,
                                 const std::vector<std::size_t>& head_lines,
                                 const std::vector<Fragment>& fragments) {
  std::map<int, double> edges;
  for (const std::size_t index : head_lines) {
    const Line& line = document.lines[index];
    double& edge = edges[line.page];
    edge = std::max(edge, line.box.x1);
  }
  // Parts of it may not be known.
  for (const Fragment& fragment : fragments) {
    const auto edge = edges.find(fragment.page);
    if (edge != edges.end()) edge->second = std::max(edge->second, fragment.atom.box.x1);
  }
  if (!region.has_caption()) edges[document.lines[region.lines.front()].page] = region.right_edge;
  return edges;
}

}  // namespace tradereport::parser
