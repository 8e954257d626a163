#include "parser/tables/grid_rows.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include "parser/layout/row_periods.h"
#include "parser/tables/beside_table.h"
#include "parser/tables/broken_numbers.h"

namespace tradereport::parser {

bool is_known_row(const Grammar& grammar, const TableRegion& region, std::string_view label) {
  const TableForm& form = *region.form;
  if (months_of(grammar, form, label)) return true;
  const auto has = [&](const NameIndex::Reading* reading) {
    return is_fixed_row(form, *reading) || reading->set == form.names ||
           std::any_of(form.groups.begin(), form.groups.end(),
                       [&](const GroupForm& group) { return group.names == reading->set; });
  };
  const auto readings = grammar.names.readings(label);
  return std::any_of(readings.begin(), readings.end(), has);
}

namespace {

// Figures in one row differ in height by less than this part of the character height.
constexpr double kSameRow = 0.9;
// A sign stands at most this many character heights above its number.
constexpr double kOrphanReach = 1.8;

class Assembler {
 public:
  Assembler(const Document& document, const TableRegion& region, const Grammar& grammar,
            NumeralLedger& ledger)
      : document_(document), region_(region), grammar_(grammar), ledger_(ledger) {}

  GridRows run() {
    sort_lines();
    take_out_picture(region_, grammar_, right_edge_, out_, ledger_);
    decimals_ = usual_decimals(out_.rows);
    merge_split_rows();
    drop_row_numbers();
    give_back_signs();
    return std::move(out_);
  }

 private:
  void sort_lines() {
    int group = first_group(*region_.form);
    YearBeforeRow year(grammar_, region_, ledger_);
    for (std::size_t i = 0; i < region_.lines.size(); ++i) {
      const std::size_t index = region_.lines[i];
      const Line& line = document_.lines[index];
      if (i < region_.head_lines) {
        add_opening_head(index);
        continue;
      }
      if (const int opened = read_group(grammar_, region_, line.text.view()); opened >= 0) {
        group = opened;
        ledger_.mark(line.text, NumeralUse::label);
        continue;
      }
      if (year.takes(line.text)) continue;
      const bool under_rows = !out_.rows.empty() && out_.rows.back().page == line.page;
      if (is_head(grammar_, region_, line.text.view(), out_.heads) &&
          !(under_rows && out_.heads.only_names)) {
        out_.head_lines.push_back(index);
        ledger_.mark(line.text, NumeralUse::label);
        right_edge_ = std::max(right_edge_, line.box.x1);
        continue;
      }
      DataRow row{line.page, (line.box.y0 + line.box.y1) / 2, line.size, group, {}, {}, {}};
      std::vector<Atom> cells = cells_of(document_, index, grammar_);
      year.take_off(cells);
      for (Atom& atom : cells) {
        auto& list = atom.kind == Atom::Kind::text ? row.texts : row.figures;
        list.push_back(std::move(atom));
      }
      if (!row.figures.empty()) {
        row.year = year.for_row();
        out_.rows.push_back(std::move(row));
        continue;
      }
      for (Atom& atom : row.texts)
        out_.fragments.push_back({row.page, row.y, row.size, std::move(atom)});
    }
  }

  // A line of the head that stands for a caption. What is beside it is of no table.
  void add_opening_head(std::size_t index) {
    out_.head_lines.push_back(index);
    right_edge_ = region_.right_edge;
    for (const Atom& atom : atoms_of(document_, index)) {
      if (atom.box.x0 >= region_.right_edge) continue;
      is_head(grammar_, region_, atom.text.view(), out_.heads);
      ledger_.mark(atom.text, NumeralUse::label);
    }
  }

  // The further lines of cells whose numbers broke: they have no names, and only parts of numbers,
  // each of which makes a whole one with what stands over or under it.
  bool are_rest_of(const std::vector<const DataRow*>& rest, const DataRow& row) const {
    if (std::any_of(rest.begin(), rest.end(), [&](const DataRow* line) {
          return line->texts.empty() && has_whole_figures(*line);
        }))
      return false;
    DataRow together = row;
    for (const DataRow* const line : rest) append(*line, together);
    for (const DataRow* const line : rest) {
      for (const Atom& part : line->figures) {
        const auto partners =
            std::count_if(together.figures.begin(), together.figures.end(),
                          [&](const Atom& other) { return stands_over(part, other); });
        if (partners < 2) return false;  // it is its own first partner
      }
      // A name may have broken too. A line of nothing but pieces of numbers is no row even if it
      // has a known name.
      const bool pieces = std::all_of(line->figures.begin(), line->figures.end(),
                                      [](const Atom& part) { return part.is_fragment(); });
      const bool own_name = known_label(line->texts) && !(pieces && !known_label(row.texts));
      if (!line->texts.empty() && (own_name || !(pieces || makes_name(together)))) return false;
    }
    return join_stacked(document_, together, decimals_) &&
           std::none_of(together.figures.begin(), together.figures.end(),
                        [](const Atom& atom) { return atom.is_fragment(); });
  }

  // Figures that may be numbers by themselves: only a name tells that they are not.
  bool has_whole_figures(const DataRow& line) const {
    return std::any_of(line.figures.begin(), line.figures.end(), [&](const Atom& part) {
      return !is_full_width(document_, part) && !part.is_fragment();
    });
  }

  // Do the pieces of the row's name, and what stands below them, make a known one?
  bool makes_name(const DataRow& row) const {
    std::string name = joined_label(row.texts);
    if (is_known_row(grammar_, region_, name)) return true;
    double y = row.y;
    for (const Fragment& below : out_.fragments) {
      if (below.page != row.page || below.y <= y || below.y - y > 2 * kOrphanReach * row.size)
        continue;
      if (std::none_of(row.texts.begin(), row.texts.end(),
                       [&](const Atom& text) { return stands_over(text, below.atom); }))
        continue;
      name += below.atom.text.utf8;
      if (is_known_row(grammar_, region_, name)) return true;
      y = below.y;
    }
    return false;
  }

  // The pieces of a label in reading order.
  std::string joined_label(std::vector<Atom> texts) const {
    std::stable_sort(texts.begin(), texts.end(),
                     [&](const Atom& a, const Atom& b) { return line_top(a) < line_top(b); });
    std::string label;
    for (const Atom& text : texts) label += text.text.utf8;
    return label;
  }

  double line_top(const Atom& atom) const { return document_.lines[atom.line].box.y0; }

  static void append(const DataRow& from, DataRow& to) {
    const auto by_x = [](const Atom& a, const Atom& b) { return a.box.x0 < b.box.x0; };
    to.figures.insert(to.figures.end(), from.figures.begin(), from.figures.end());
    std::stable_sort(to.figures.begin(), to.figures.end(), by_x);
    to.texts.insert(to.texts.end(), from.texts.begin(), from.texts.end());
    std::stable_sort(to.texts.begin(), to.texts.end(), by_x);
  }

  // Cells whose figures stand beside different lines of the row's name: each line has some columns'
  // figures, and only together they are a row with a known name.
  bool fit_together(const DataRow& above, const DataRow& below) const {
    if (above.figures.size() + below.figures.size() > measures(region_.form->columns)) return false;
    if (above.texts.empty() || below.texts.empty() || known_label(below.texts)) return false;
    for (const Atom& a : above.figures) {
      if (std::any_of(below.figures.begin(), below.figures.end(),
                      [&](const Atom& b) { return stands_over(a, b); }))
        return false;
    }
    bool broken = false;
    for (const Atom& a : above.texts) {
      for (const Atom& b : below.texts) {
        if (!stands_over(a, b)) continue;
        if (!is_known_row(grammar_, region_, a.text.utf8 + b.text.utf8)) return false;
        broken = true;
      }
    }
    return broken;
  }

  // The figures stand less than so many character heights apart.
  static bool near(const DataRow& a, const DataRow& b, double reach) {
    return a.page == b.page && a.group == b.group &&
           std::abs(b.y - a.y) < reach * std::max(a.size, b.size);
  }

  // Cells of one row may stand some points higher or lower than others, and numbers may break: into
  // the lines over and under the row's other figures, or onto one of them.
  void merge_split_rows() {
    std::vector<DataRow> merged;
    std::vector<DataRow>& rows = out_.rows;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      DataRow& row = rows[r];
      DataRow* const last = merged.empty() ? nullptr : &merged.back();
      const bool same =
          last != nullptr &&
          (near(*last, row, kSameRow) ||
           (near(*last, row, kOrphanReach) &&
            (fit_together(*last, row) || are_rest_of({&row}, *last) || are_rest_of({last}, row))));
      if (same) {
        if (last->texts.empty()) last->y = row.y;
        append(row, *last);
        continue;
      }
      if (last != nullptr && row.texts.empty() && near(*last, row, kOrphanReach) &&
          may_be_cut(*last, row, decimals_))
        last->doubtful = row.doubtful = true;
      if (r + 2 < rows.size() && near(row, rows[r + 1], kOrphanReach) &&
          near(rows[r + 1], rows[r + 2], kOrphanReach) &&
          are_rest_of({&row, &rows[r + 2]}, rows[r + 1])) {
        append(row, rows[r + 1]);
        append(rows[r + 2], rows[r + 1]);
        merged.push_back(std::move(rows[r + 1]));
        r += 2;
        continue;
      }
      merged.push_back(std::move(row));
    }
    for (DataRow& row : merged)
      row.doubtful = row.doubtful || !join_stacked(document_, row, decimals_);
    rows = std::move(merged);
  }

  // Of all editions of a table: what is more than those need not be a column of another one.
  std::size_t fewest_measures() const {
    std::size_t fewest = measures(region_.form->columns);
    for (const TableForm* const edition : grammar_.family->tables[region_.index].all_editions()) {
      const auto& columns = edition->columns;
      const auto labels = std::count_if(columns.begin(), columns.end(),
                                        [](const Column& column) { return column.label; });
      if (labels == 1) fewest = std::min(fewest, measures(columns));
    }
    return fewest;
  }

  // "1  中国香港  8.7 …": whole numbers right before a label number the rows.
  void drop_row_numbers() {
    const std::size_t all = fewest_measures();
    const bool crowded = std::any_of(out_.rows.begin(), out_.rows.end(),
                                     [&](const DataRow& r) { return r.figures.size() > all; });
    if (!crowded) return;
    for (DataRow& row : out_.rows) {
      std::vector<Atom> kept;
      for (std::size_t f = 0; f < row.figures.size(); ++f) {
        const Atom& figure = row.figures[f];
        const double next = f + 1 < row.figures.size() ? row.figures[f + 1].box.x0
                                                       : std::numeric_limits<double>::max();
        const bool label_follows = std::any_of(
            row.texts.begin(), row.texts.end(),
            [&](const Atom& text) { return text.box.x0 >= figure.box.x1 && text.box.x1 <= next; });
        const bool whole = figure.text.utf8.find('.') == std::string::npos;
        if (whole && label_follows && figure.kind == Atom::Kind::figure) {
          ledger_.mark(figure.text, NumeralUse::list_number);
        } else {
          kept.push_back(figure);
        }
      }
      row.figures = std::move(kept);
    }
  }

  bool known_label(const std::vector<Atom>& texts) const {
    return std::any_of(texts.begin(), texts.end(), [&](const Atom& text) {
      return is_known_row(grammar_, region_, text.text.view());
    });
  }

  // In a narrow cell a sign can be left alone on the line above its number. A line of nothing but
  // dashes, each above a figure of a line that has no name of its own, is not a row.
  void give_back_signs() {
    for (std::size_t r = 0; r + 1 < out_.rows.size();) {
      DataRow& signs = out_.rows[r];
      DataRow& row = out_.rows[r + 1];
      const bool orphans =
          signs.page == row.page && row.y - signs.y < kOrphanReach * std::max(row.size, 1.0) &&
          (signs.texts.empty() || !known_label(row.texts)) &&
          std::all_of(signs.figures.begin(), signs.figures.end(), [&](const Atom& dash) {
            return dash.kind == Atom::Kind::missing && dash.is_dash() &&
                   std::any_of(row.figures.begin(), row.figures.end(), [&](const Atom& figure) {
                     return figure.kind == Atom::Kind::figure &&
                            dash.centre() > figure.box.x0 - row.size &&
                            dash.centre() < figure.box.x1 + row.size;
                   });
          });
      if (!orphans) {
        ++r;
        continue;
      }
      for (const Atom& dash : signs.figures) {
        const auto nearest = std::min_element(
            row.figures.begin(), row.figures.end(), [&](const Atom& a, const Atom& b) {
              return std::abs(a.centre() - dash.centre()) < std::abs(b.centre() - dash.centre());
            });
        if (nearest->kind != Atom::Kind::figure || nearest->text.utf8.front() == '-') continue;
        Text with_sign;
        with_sign.append("-", dash.text.origin.front());
        with_sign.append(nearest->text);
        nearest->text = std::move(with_sign);
      }
      for (Atom& text : signs.texts)
        out_.fragments.push_back({signs.page, signs.y, signs.size, std::move(text)});
      out_.rows.erase(out_.rows.begin() + static_cast<std::ptrdiff_t>(r));
    }
  }

  const Document& document_;
  const TableRegion& region_;
  const Grammar& grammar_;
  NumeralLedger& ledger_;
  GridRows out_;
  double right_edge_ = 0;  // of the head
  int decimals_ = 0;       // that nearly all figures have
};

}  // namespace

GridRows assemble_rows(const Document& document, const TableRegion& region, const Grammar& grammar,
                       NumeralLedger& ledger) {
  return Assembler(document, region, grammar, ledger).run();
}

}  // namespace tradereport::parser
