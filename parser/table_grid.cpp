#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "parser/normalize.h"
#include "parser/table.h"

namespace tradereport {

namespace {

// Figures in one row differ in height by less than this part of the character height.
constexpr double kSameRow = 0.9;
// A label's further lines are at most this many character heights away from its figures.
constexpr double kLabelReach = 2.6;
// A sign stands at most this many character heights above its number.
constexpr double kOrphanReach = 1.8;

// A line with figures.
struct DataRow {
  int page = 0;
  double y = 0;  // centre
  double size = 0;
  int group = -1;
  std::vector<Atom> figures;  // missing ones included, from left to right
  std::vector<Atom> texts;
  bool doubtful = false;  // figures stand over one another: none of them is taken
};

// A line of text alone that is neither head nor group: part of a label.
struct Fragment {
  int page = 0;
  double y = 0;
  double size = 0;
  Atom atom;
};

// Where a column stands on a page.
struct Place {
  double x0 = 0, x1 = 0;                   // outermost edges
  double left = 0, right = 0, centre = 0;  // medians
};

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

class Grid {
 public:
  Grid(const Document& document, const TableRegion& region, const Grammar& grammar,
       NumeralLedger& ledger)
      : document_(document), region_(region), grammar_(grammar), ledger_(ledger) {}

  RawTable run() {
    sort_lines();
    merge_split_rows();
    drop_row_numbers();
    give_back_signs();
    if (!choose()) return {};
    RawTable table;
    table.columns = columns_;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (!columns_[c].label) measure_columns_.push_back(c);
    }
    for (const DataRow& row : rows_) {
      if (!row.doubtful && row.figures.size() == measure_columns_.size())
        full_[row.page].push_back(&row);
    }
    for (const DataRow& row : rows_) table.rows.push_back(place(row));
    place_labels(table);
    return table;
  }

 private:
  void sort_lines() {
    int group = -1;
    for (const std::size_t index : region_.lines) {
      const Line& line = document_.lines[index];
      if (const int opened = read_group(grammar_, region_, line.text.view()); opened >= 0) {
        group = opened;
        ledger_.mark(line.text, NumeralUse::label);
        continue;
      }
      if (is_head(grammar_, region_, line.text.view(), heads_)) {
        ledger_.mark(line.text, NumeralUse::label);
        continue;
      }
      DataRow row{line.page, (line.box.y0 + line.box.y1) / 2, line.size, group, {}, {}};
      for (Atom& atom : atoms_of(document_, index)) {
        auto& list = atom.kind == Atom::Kind::text ? row.texts : row.figures;
        list.push_back(std::move(atom));
      }
      if (!row.figures.empty()) {
        rows_.push_back(std::move(row));
        continue;
      }
      for (Atom& atom : row.texts)
        fragments_.push_back({row.page, row.y, row.size, std::move(atom)});
    }
  }

  bool is_full_width(const Atom& atom) const {
    return std::any_of(atom.text.origin.begin(), atom.text.origin.end(), [&](std::uint32_t glyph) {
      return is_full_width_number(document_.glyphs[glyph].raw);
    });
  }

  // Figures of which one stands over the other are the two parts of a number that broke within its
  // cell, if it is set in full-width digits or cut at its point.
  bool join_stacked(DataRow& row) const {
    for (std::size_t i = 0; i + 1 < row.figures.size();) {
      Atom& a = row.figures[i];
      Atom& b = row.figures[i + 1];
      const double shared = std::min(a.box.x1, b.box.x1) - std::max(a.box.x0, b.box.x0);
      if (shared < std::min(a.box.width(), b.box.width()) / 2) {
        ++i;
        continue;
      }
      const bool breaks =
          is_full_width(a) || is_full_width(b) || a.is_fragment() || b.is_fragment();
      Atom joined = a.box.y0 <= b.box.y0 ? a : b;
      joined.text.append(a.box.y0 <= b.box.y0 ? b.text : a.text);
      joined.box = unite(a.box, b.box);
      if (!breaks || (!decimal_of(joined.text.view()) && !joined.is_fragment())) return false;
      a = std::move(joined);
      row.figures.erase(row.figures.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
    return true;
  }

  // The further line of cells whose numbers broke: it has no name, and only parts of numbers, which
  // make whole ones with what stands over or under them.
  bool is_rest_of(const DataRow& rest, const DataRow& row) const {
    const bool parts = std::all_of(rest.figures.begin(), rest.figures.end(), [&](const Atom& part) {
      return is_full_width(part) || part.is_fragment();
    });
    if (!parts) return false;
    DataRow together = row;
    append(rest, together);
    // Its label may have broken too, if the whole is a name and this part is none.
    if (!rest.texts.empty() && (known_label(rest.texts) || !known(joined_label(together.texts))))
      return false;
    return join_stacked(together);
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

  // Cells of one row may stand some points higher or lower than others, and numbers may break.
  void merge_split_rows() {
    std::vector<DataRow> merged;
    for (DataRow& row : rows_) {
      DataRow* const last = merged.empty() ? nullptr : &merged.back();
      const double distance = last == nullptr ? 0 : row.y - last->y;
      const bool beside = last != nullptr && last->page == row.page && last->group == row.group;
      const bool same = beside && (distance < kSameRow * std::min(row.size, last->size) ||
                                   (distance < kOrphanReach * row.size &&
                                    (is_rest_of(row, *last) || is_rest_of(*last, row))));
      if (!same) {
        merged.push_back(std::move(row));
        continue;
      }
      if (last->texts.empty()) last->y = row.y;
      append(row, *last);
    }
    for (DataRow& row : merged) row.doubtful = !join_stacked(row);
    rows_ = std::move(merged);
  }

  // "1  中国香港  8.7 …": whole numbers right before a label number the rows.
  void drop_row_numbers() {
    const std::size_t all = measures(region_.form->columns);
    const bool crowded = std::any_of(rows_.begin(), rows_.end(),
                                     [&](const DataRow& r) { return r.figures.size() > all; });
    if (!crowded) return;
    for (DataRow& row : rows_) {
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
    return std::any_of(texts.begin(), texts.end(),
                       [&](const Atom& text) { return known(text.text.view()); });
  }

  // In a narrow cell a sign can be left alone on the line above its number. A line of nothing but
  // dashes, each above a figure of a line that has no name of its own, is not a row.
  void give_back_signs() {
    for (std::size_t r = 0; r + 1 < rows_.size();) {
      DataRow& signs = rows_[r];
      DataRow& row = rows_[r + 1];
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
        fragments_.push_back({signs.page, signs.y, signs.size, std::move(text)});
      rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(r));
    }
  }

  bool choose() {
    std::vector<std::size_t> counts;
    for (const DataRow& row : rows_) counts.push_back(row.figures.size());
    const std::vector<std::vector<Column>> choices = column_choices(*region_.form);
    if (!heads_.month && !heads_.ytd) heads_ = caption_words(grammar_, region_);
    const std::vector<Column>* const chosen = choose_columns(choices, counts, heads_);
    if (chosen == nullptr) return false;
    columns_ = *chosen;
    return true;
  }

  // The columns' places by the full rows of the page, or of any page if it has none.
  std::vector<Place> places(int page) const {
    const auto own = full_.find(page);
    const std::vector<const DataRow*>& rows =
        own != full_.end() ? own->second : full_.begin()->second;
    std::vector<Place> out(measure_columns_.size());
    for (std::size_t c = 0; c < out.size(); ++c) {
      std::vector<double> left, right, centre;
      Place& place = out[c];
      place.x0 = std::numeric_limits<double>::max();
      for (const DataRow* const row : rows) {
        const Atom& atom = row->figures[c];
        left.push_back(atom.box.x0);
        right.push_back(atom.box.x1);
        centre.push_back(atom.centre());
        place.x0 = std::min(place.x0, atom.box.x0);
        place.x1 = std::max(place.x1, atom.box.x1);
      }
      place.left = median(left);
      place.right = median(right);
      place.centre = median(centre);
    }
    return out;
  }

  RawRow place(const DataRow& row) const {
    RawRow raw{row.group, {}};
    raw.cells.resize(columns_.size());
    if (row.doubtful) return raw;
    if (row.figures.size() == measure_columns_.size()) {
      for (std::size_t c = 0; c < measure_columns_.size(); ++c)
        raw.cells[measure_columns_[c]] = row.figures[c];
      return raw;
    }
    if (row.figures.size() > measure_columns_.size()) return raw;  // stays unread
    const std::vector<Place> where = places(row.page);
    std::vector<std::size_t> taken;
    for (const Atom& atom : row.figures) {
      std::size_t best = 0;
      double best_distance = std::numeric_limits<double>::max();
      for (std::size_t c = 0; c < where.size(); ++c) {
        const double distance =
            std::min({std::abs(atom.box.x0 - where[c].left), std::abs(atom.box.x1 - where[c].right),
                      std::abs(atom.centre() - where[c].centre)});
        if (distance < best_distance) {
          best_distance = distance;
          best = c;
        }
      }
      if (!taken.empty() && best <= taken.back()) return raw;  // two readings: none is taken
      taken.push_back(best);
    }
    for (std::size_t i = 0; i < taken.size(); ++i)
      raw.cells[measure_columns_[taken[i]]] = row.figures[i];
    return raw;
  }

  // The label column that a text stands in, or -1.
  int label_column(const std::vector<Place>& where, const Atom& text) const {
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

  bool known(const RawRow& row, std::size_t column) const {
    return row.cells[column] && known(row.cells[column]->text.view());
  }

  bool known(std::string_view label) const {
    const TableForm& form = *region_.form;
    if (grammar_.names.find("row:" + form.id, label)) return true;
    if (!form.names.empty() && grammar_.names.find(form.names, label)) return true;
    return std::any_of(form.groups.begin(), form.groups.end(), [&](const GroupForm& group) {
      return grammar_.names.find(group.names, label).has_value();
    });
  }

  // Heights that go on over the pages.
  static double height(int page, double y) { return page * 1e5 + y; }

  // The row whose label a fragment belongs to: the nearest on its page that has no known name yet,
  // or, where the page ends within a row, the row at the other side of the break.
  std::size_t row_of(const Fragment& fragment, const RawTable& table, std::size_t column) const {
    std::size_t best = rows_.size();
    double best_distance = kLabelReach;
    bool above_all = true;
    bool below_all = true;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      if (rows_[r].page != fragment.page) continue;
      (rows_[r].y < fragment.y ? above_all : below_all) = false;
      if (known(table.rows[r], column)) continue;
      const double distance = std::abs(rows_[r].y - fragment.y) / std::max(fragment.size, 1.0);
      if (distance < best_distance) {
        best_distance = distance;
        best = r;
      }
    }
    if (best < rows_.size()) return best;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      if (known(table.rows[r], column)) continue;
      const bool last = r + 1 == rows_.size() || rows_[r + 1].page != rows_[r].page;
      const bool first = r == 0 || rows_[r - 1].page != rows_[r].page;
      if (above_all && last && rows_[r].page == fragment.page - 1) return r;
      if (below_all && first && rows_[r].page == fragment.page + 1) return r;
    }
    return rows_.size();
  }

  void place_labels(RawTable& table) {
    // Each label piece with the height that it stands at, by row and column.
    std::map<std::pair<std::size_t, std::size_t>, std::vector<std::pair<double, Atom>>> pieces;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      const std::vector<Place> where = places(rows_[r].page);
      for (const Atom& text : rows_[r].texts) {
        const int column = label_column(where, text);
        if (column < 0) continue;
        const auto c = static_cast<std::size_t>(column);
        pieces[{r, c}].emplace_back(height(rows_[r].page, line_top(text)), text);
        std::optional<Atom>& cell = table.rows[r].cells[c];
        if (cell) {
          cell->text.append(text.text);
        } else {
          cell = text;
        }
      }
    }
    for (const Fragment& fragment : fragments_) {
      const int column = label_column(places(fragment.page), fragment.atom);
      if (column < 0) continue;
      const auto c = static_cast<std::size_t>(column);
      const std::size_t best = row_of(fragment, table, c);
      if (best < rows_.size())
        pieces[{best, c}].emplace_back(height(fragment.page, line_top(fragment.atom)),
                                       fragment.atom);
    }
    for (auto& [place, list] : pieces) {
      std::stable_sort(list.begin(), list.end(),
                       [](const auto& a, const auto& b) { return a.first < b.first; });
      Atom joined = list.front().second;
      for (std::size_t i = 1; i < list.size(); ++i) {
        joined.text.append(list[i].second.text);
        joined.box = unite(joined.box, list[i].second.box);
      }
      table.rows[place.first].cells[place.second] = std::move(joined);
    }
  }

  const Document& document_;
  const TableRegion& region_;
  const Grammar& grammar_;
  NumeralLedger& ledger_;
  HeadWords heads_;
  std::vector<DataRow> rows_;
  std::vector<Fragment> fragments_;
  std::vector<Column> columns_;
  std::vector<std::size_t> measure_columns_;
  std::map<int, std::vector<const DataRow*>> full_;  // by page
};

}  // namespace

RawTable read_grid(const Document& document, const TableRegion& region, const Grammar& grammar,
                   NumeralLedger& ledger) {
  return Grid(document, region, grammar, ledger).run();
}

}  // namespace tradereport
