#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "parser/pages/quantiles.h"
#include "parser/tables/beside_table.h"
#include "parser/tables/broken_numbers.h"
#include "parser/tables/column_heads.h"
#include "parser/tables/column_places.h"
#include "parser/tables/grid_rows.h"
#include "parser/tables/head_terms.h"
#include "parser/tables/label_rows.h"

namespace tradereport::parser {

namespace {

// A figure further from the middle of its row than this part of the way to the next row may be
// printed for both.
constexpr double kBetweenRows = 0.3;

// Words that begin so many character heights behind a figure are of its cell: in a column without
// names, and in one where the next name may stand.
constexpr double kBehind = 0.8;
constexpr double kTouches = 0.15;

class Grid {
 public:
  Grid(const Document& document, const TableRegion& region, const Grammar& grammar, GridRows rows)
      : document_(document),
        region_(region),
        grammar_(grammar),
        heads_(rows.heads),
        head_lines_(std::move(rows.head_lines)),
        rows_(std::move(rows.rows)),
        fragments_(std::move(rows.fragments)) {}

  RawTable run() {
    RawTable table;
    table.heads = head_lines_;
    if (!is_full()) take_out_beside(head_edges(document_, region_, head_lines_, fragments_), rows_);
    cut_by_decimals(document_, rows_);
    if (!choose()) return table;
    table.columns = columns_;
    table.as_declared = as_declared_;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (!columns_[c].label) measure_columns_.push_back(c);
    }
    std::map<int, std::vector<const std::vector<Atom>*>> full;  // by page
    for (const DataRow& row : rows_) {
      if (is_clear(row) && row.figures.size() == measure_columns_.size())
        full[row.page].push_back(&row.figures);
    }
    for (const auto& [page, rows] : full) places_[page] = places_of(rows);
    for (DataRow& row : rows_) {
      if (!row.doubtful && !is_clear(row)) cut_touching(row);
    }
    take_out_beside(column_edges(), rows_);
    for (DataRow& row : rows_) leave_said_otherwise(row);
    for (const DataRow& row : rows_) table.rows.push_back(place(row));
    leave_merged_cells(table);
    place_labels(table);
    return table;
  }

 private:
  // Each of the row's figures is one.
  static bool is_clear(const DataRow& row) {
    return !row.doubtful &&
           std::none_of(row.figures.begin(), row.figures.end(),
                        [](const Atom& atom) { return atom.kind == Atom::Kind::touching; });
  }

  // Each row has a figure for every column that the table can have: nothing stands beside it,
  // however far to the right of its head a wide column's figures are set.
  bool is_full() const {
    if (rows_.empty()) return false;
    const std::size_t count = rows_.front().figures.size();
    const std::vector<std::vector<Column>> choices = column_choices(*region_.form);
    return std::all_of(
               rows_.begin(), rows_.end(),
               [&](const DataRow& row) { return is_clear(row) && row.figures.size() == count; }) &&
           std::any_of(choices.begin(), choices.end(),
                       [&](const auto& columns) { return measures(columns) == count; });
  }

  bool choose() {
    std::vector<std::size_t> counts;
    for (const DataRow& row : rows_) {
      if (is_clear(row)) counts.push_back(row.figures.size());
    }
    if (counts.empty()) return false;
    const std::vector<std::vector<Column>> choices = column_choices(*region_.form);
    if (choices.size() > 1 && !heads_.month && !heads_.ytd)
      heads_ = caption_words(grammar_, region_);
    const std::vector<Column>* const by_place = choose_columns(choices, counts, heads_);
    if (by_place == nullptr && choose_by_heads(counts)) return true;
    const std::size_t columns = by_place != nullptr ? measures(*by_place) : usual(counts);
    const std::vector<ColumnHead> heads = read_heads(columns);
    const Family& family = *grammar_.family;
    columns_ = columns_under(heads, *region_.form, family, by_place);
    as_declared_ = by_place != nullptr && say_all(heads, *by_place, *region_.form, family);
    return !columns_.empty();
  }

  // Where a column has no figure in any row, the heads alone tell where the columns are: they must
  // name all of them.
  bool choose_by_heads(const std::vector<std::size_t>& counts) {
    const std::vector<Column>& columns = region_.form->columns;
    const std::size_t most = *std::max_element(counts.begin(), counts.end());
    const std::vector<Box> labels = label_boxes();
    const std::vector<Atom> pieces = head_pieces();
    const std::vector<Box> places = head_places(document_, grammar_, pieces, labels);
    if (places.size() != measures(columns) || most >= places.size()) return false;
    std::vector<Extent> extents;
    std::vector<ColumnPlace> where;
    for (const Box& box : places) {
      if (!extents.empty() && box.x0 < extents.back().right) return false;
      extents.push_back({box.x0, box.x1});
      where.push_back({box.x0, box.x1, extents.back().centre(), -1});
    }
    const std::vector<ColumnHead> heads = heads_over(document_, grammar_, pieces, extents, labels);
    if (std::any_of(heads.begin(), heads.end(),
                    [](const ColumnHead& head) { return !head.measure; }) ||
        !say_all(heads, columns, *region_.form, *grammar_.family))
      return false;
    columns_ = columns_under(heads, *region_.form, *grammar_.family, &columns);
    places_[rows_.front().page] = std::move(where);
    as_declared_ = true;
    return true;
  }

  // What the head over the table's first rows says of so many columns.
  std::vector<ColumnHead> read_heads(std::size_t columns) const {
    std::vector<std::vector<double>> left(columns), right(columns);
    const int page = rows_.front().page;
    for (const DataRow& row : rows_) {
      if (!is_clear(row) || row.figures.size() != columns || row.page != page) continue;
      for (std::size_t c = 0; c < columns; ++c) {
        left[c].push_back(row.figures[c].box.x0);
        right[c].push_back(row.figures[c].box.x1);
      }
    }
    std::vector<Extent> extents(columns);
    if (left.empty() || left.front().empty()) return std::vector<ColumnHead>(columns);
    for (std::size_t c = 0; c < columns; ++c) extents[c] = {median(left[c]), median(right[c])};
    return heads_over(document_, grammar_, head_pieces(), extents, label_boxes());
  }

  std::vector<Box> label_boxes() const {
    std::vector<Box> labels;
    for (const DataRow& row : rows_)
      for (const Atom& text : row.texts) labels.push_back(text.box);
    return labels;
  }

  // Of the head over the table's first rows.
  std::vector<Atom> head_pieces() const {
    const int page = rows_.front().page;
    const double top = rows_.front().y;
    std::vector<Atom> pieces;
    for (const std::size_t index : head_lines_) {
      const Line& line = document_.lines[index];
      if (line.page != page || line.box.y0 > top) continue;
      for (Atom& atom : atoms_of(document_, index)) pieces.push_back(std::move(atom));
    }
    for (const Fragment& fragment : fragments_) {
      if (fragment.page == page && fragment.y < top) pieces.push_back(fragment.atom);
    }
    std::erase_if(pieces, [&](const Atom& atom) {
      return region_.right_edge > 0 && atom.box.x0 >= region_.right_edge;
    });
    return pieces;
  }

  // The columns' places on a page, or on any page if it has no full rows. Columns are chosen only
  // if there are full rows.
  const std::vector<ColumnPlace>& places(int page) const {
    const auto own = places_.find(page);
    return own != places_.end() ? own->second : places_.begin()->second;
  }

  // Where the columns end on each page.
  std::map<int, double> column_edges() const {
    std::map<int, double> edges;
    for (const DataRow& row : rows_) edges[row.page] = places(row.page).back().right;
    return edges;
  }

  // A figure between two rows, of which the other has none in that column, may be that of both: a
  // cell merged over two rows. It is not read, in either.
  void leave_merged_cells(RawTable& table) const {
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      for (const std::size_t c : measure_columns_) {
        const std::optional<Atom>& cell = table.rows[r].cells[c];
        if (!cell) continue;
        const double off = (cell->box.y0 + cell->box.y1) / 2 - rows_[r].y;
        const std::size_t next = off < 0 ? r - 1 : r + 1;  // wraps at the first: no such row
        if (next >= rows_.size() || rows_[next].page != rows_[r].page) continue;
        if (table.rows[next].cells[c] || rows_[next].doubtful) continue;
        if (std::abs(off) < kBetweenRows * std::abs(rows_[next].y - rows_[r].y)) continue;
        Atom unread = *cell;
        unread.kind = Atom::Kind::missing;
        table.rows[r].cells[c] = table.rows[next].cells[c] = unread;
      }
    }
  }

  RawRow place(const DataRow& row) const {
    RawRow raw{row.group, row.year, {}};
    raw.cells.resize(columns_.size());
    if (row.doubtful) return raw;  // stays unread
    const auto taken = columns_of(places(row.page), row.figures);
    if (!taken) return raw;
    for (std::size_t i = 0; i < taken->size(); ++i)
      raw.cells[measure_columns_[(*taken)[i]]] = row.figures[i];
    return raw;
  }

  // Figures that touch are cut where each part stands in a column and has its decimals, if there is
  // one way only; else the row stays unread.
  void cut_touching(DataRow& row) const {
    const std::vector<ColumnPlace>& where = places(row.page);
    std::vector<std::vector<Atom>> ways{{}};
    for (const Atom& atom : row.figures) {
      std::vector<std::vector<Atom>> longer;
      const std::vector<std::vector<Atom>> parts = atom.kind == Atom::Kind::touching
                                                       ? cuts_of(document_, atom)
                                                       : std::vector<std::vector<Atom>>{{atom}};
      for (const std::vector<Atom>& way : ways) {
        for (const std::vector<Atom>& part : parts) {
          if (way.size() + part.size() > where.size() || !look_alike(where, row.size, part))
            continue;
          longer.push_back(way);
          longer.back().insert(longer.back().end(), part.begin(), part.end());
        }
      }
      ways = std::move(longer);
    }
    std::erase_if(ways, [&](const auto& way) { return !columns_of(where, way); });
    row.doubtful = ways.size() != 1;
    if (!row.doubtful) row.figures = std::move(ways.front());
  }

  // The label column that a text stands in, or -1.
  int label_column(const std::vector<ColumnPlace>& where, const Atom& text) const {
    std::size_t measure = 0;
    int found = -1;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (!columns_[c].label) {
        ++measure;
        continue;
      }
      const double from =
          measure == 0 ? -std::numeric_limits<double>::max() : where[measure - 1].right;
      const double to =
          measure < where.size() ? where[measure].left : std::numeric_limits<double>::max();
      if (text.centre() > from && text.centre() < to) found = static_cast<int>(c);
    }
    return found;
  }

  // Words behind a figure, where no name can stand, belong to it: it says another thing then than
  // its digits ("1.5个百分点", "30.0以上").
  void leave_said_otherwise(DataRow& row) const {
    for (const Atom& text : row.texts) {
      if (text.text.utf8 == "%" || is_known_row(grammar_, region_, text.text.view())) continue;
      const bool elsewhere = label_column(places(row.page), text) < 0;
      for (Atom& figure : row.figures) {
        const double gap = text.box.x0 - figure.box.x1;
        if (gap > -kTouches * row.size && gap < (elsewhere ? kBehind : kTouches) * row.size)
          figure.kind = Atom::Kind::missing;
      }
    }
  }

  double line_top(const Atom& atom) const { return document_.lines[atom.line].box.y0; }

  // The texts of a label column in reading order.
  std::vector<LabelPiece> pieces_of(std::size_t column) const {
    std::vector<LabelPiece> pieces;
    const auto add = [&](LabelPiece piece) {
      if (label_column(places(piece.page), piece.atom) == static_cast<int>(column))
        pieces.push_back(std::move(piece));
    };
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      const DataRow& row = rows_[r];
      for (const Atom& text : row.texts) add({{row.page, row.y, row.size}, text, r});
    }
    for (const Fragment& fragment : fragments_)
      add({{fragment.page, fragment.y, fragment.size}, fragment.atom});
    std::stable_sort(pieces.begin(), pieces.end(), [&](const LabelPiece& a, const LabelPiece& b) {
      return a.page != b.page ? a.page < b.page : line_top(a.atom) < line_top(b.atom);
    });
    return pieces;
  }

  void place_labels(RawTable& table) const {
    std::vector<Standing> standing;
    for (const DataRow& row : rows_) standing.push_back({row.page, row.y, row.size});
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (!columns_[c].label) continue;
      const std::vector<LabelPiece> pieces = pieces_of(c);
      const auto assigned = assign_labels(pieces, standing, [&](std::string_view label) {
        return is_known_row(grammar_, region_, label);
      });
      for (std::size_t r = 0; r < assigned.size(); ++r) {
        std::optional<Atom>& cell = table.rows[r].cells[c];
        for (const std::size_t p : assigned[r]) {
          const Atom& piece = pieces[p].atom;
          if (!cell) {
            cell = piece;
            continue;
          }
          cell->text.append(piece.text);
          cell->box = unite(cell->box, piece.box);
        }
      }
    }
  }

  const Document& document_;
  const TableRegion& region_;
  const Grammar& grammar_;
  HeadWords heads_;
  std::vector<std::size_t> head_lines_;
  std::vector<DataRow> rows_;
  std::vector<Fragment> fragments_;
  std::vector<PrintedColumn> columns_;
  bool as_declared_ = false;
  std::vector<std::size_t> measure_columns_;
  std::map<int, std::vector<ColumnPlace>> places_;  // by page, of its full rows
};

}  // namespace

RawTable read_grid(const Document& document, const TableRegion& region, const Grammar& grammar,
                   NumeralLedger& ledger) {
  return Grid(document, region, grammar, assemble_rows(document, region, grammar, ledger)).run();
}

}  // namespace tradereport::parser
