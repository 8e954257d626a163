// Slips that move figures about within a table.
#include <algorithm>

#include "validator/causes/possible_slips.h"

namespace tradereport::validator {

namespace {

constexpr int kGreatestPower = 8;      // of a unit
constexpr int kGreatestRatePower = 2;  // a share instead of per cent

class SlipsWithinTables {
 public:
  SlipsWithinTables(const SlipInput& input, const VisitSlip& visit)
      : report_(input.report), family_(input.family), lines_(input.lines), visit_(visit) {}

  void exchanges() {
    for (const ColumnFigures& column : lines_.columns) pairs(column.figures);
    for (const RowFigures& row : lines_.rows) pairs(row.figures);
    for (std::size_t i = 0; i < lines_.rows.size(); ++i) {
      for (std::size_t k = 0; k < lines_.rows.size(); ++k) {
        if (i < k) rows(lines_.rows[i], lines_.rows[k]);
        if (i != k) spans_of_row(lines_.rows[i], lines_.rows[k]);
      }
    }
    for (std::size_t i = 0; i < lines_.columns.size(); ++i) {
      for (std::size_t k = i + 1; k < lines_.columns.size(); ++k)
        columns(lines_.columns[i], lines_.columns[k]);
    }
  }

  void shifts() {
    for (const ColumnFigures& column : lines_.columns) {
      for (std::size_t from = 0; from + 2 < column.figures.size(); ++from) {
        for (const bool down : {true, false}) {
          for (const bool lost : {false, true}) shift(column, from, down, lost);
        }
      }
    }
    for (const std::string& table : lines_.tables) {
      for (const bool right : {true, false}) move_columns(table, right);
    }
  }

  void units() {
    for (const ColumnFigures& column : lines_.columns)
      scale(column.figures, {column.place, column.span, column.measure});
    for (const RowFigures& row : lines_.rows) scale_row(row);
    for (const std::string& table : lines_.tables) {
      for (const Measure measure : {Measure::value, Measure::share, Measure::growth}) {
        std::vector<PrintedIndex> figures;
        for (const ColumnFigures& column : lines_.columns) {
          if (column.place == table && column.measure == measure)
            figures.insert(figures.end(), column.figures.begin(), column.figures.end());
        }
        scale(figures, {table, {}, measure});
      }
    }
  }

 private:
  const FigureKey& key(PrintedIndex index) const { return printed_at(report_, index).key; }

  static Part part(const FigureKey& key) {
    return {key.place, key.span, key.measure, key.row, key.flow};
  }

  static void exchange(EditorialSlip& slip, PrintedIndex a, PrintedIndex b) {
    slip.edits.push_back({a, b});
    slip.edits.push_back({b, a});
  }

  void pairs(const std::vector<PrintedIndex>& figures) {
    for (std::size_t i = 0; i < figures.size(); ++i) {
      for (std::size_t k = i + 1; k < figures.size(); ++k) {
        const Figure& a = printed_at(report_, figures[i]);
        const Figure& b = printed_at(report_, figures[k]);
        if (a.value == b.value) continue;
        EditorialSlip slip{EditorialSlipKind::figures, {}, {}, part(a.key), part(b.key)};
        exchange(slip, figures[i], figures[k]);
        visit_(std::move(slip));
      }
    }
  }

  // The figure of the other row in the same column: of columns of one measure that of the same
  // flow.
  std::optional<PrintedIndex> counterpart(PrintedIndex figure, const RowFigures& other) const {
    std::optional<PrintedIndex> found;
    for (const PrintedIndex index : other.figures) {
      if (key(index).measure != key(figure).measure) continue;
      if (key(index).flow == key(figure).flow) return index;
      if (!found) found = index;
    }
    return found;
  }

  // The row of a month that is to come, and has no figures of this year yet.
  bool is_to_come(const RowFigures& row) const {
    const TableForm* const form = family_.table(row.place);
    return form != nullptr &&
           std::any_of(form->rows.begin(), form->rows.end(), [&](const RowForm& known) {
             return known.name == row.name && known.month > report_.period.month;
           });
  }

  void exchange_rows(EditorialSlip& slip, const RowFigures& a, const RowFigures& b) const {
    for (const auto& [from, to] : {std::pair(&a, &b), std::pair(&b, &a)}) {
      for (const PrintedIndex index : from->figures)
        slip.edits.push_back({index, counterpart(index, *to)});
    }
  }

  void rename(EditorialSlip& slip, const RowFigures& a, const RowFigures& b, bool rank) const {
    for (const auto& [from, to] : {std::pair(&a, &b), std::pair(&b, &a)}) {
      for (const PrintedIndex index : from->figures) {
        FigureKey changed = key(index);
        if (rank) changed.rank = to->rank;
        if (!rank) changed.row = to->name;
        slip.edits.push_back({index, {}, changed});
      }
    }
  }

  void rows(const RowFigures& a, const RowFigures& b) {
    if (a.place != b.place || a.group != b.group || a.span != b.span || a.name == b.name) return;
    if (is_to_come(a) != is_to_come(b)) return;
    const Part first{a.place, a.span, {}, a.name};
    const Part second{b.place, b.span, {}, b.name};
    if (a.rank > 0 && b.rank > 0) {
      for (const bool rank : {false, true}) {
        EditorialSlip slip{
            rank ? EditorialSlipKind::rows : EditorialSlipKind::names, {}, {}, first, second};
        rename(slip, a, b, rank);
        visit_(std::move(slip));
      }
      return;
    }
    EditorialSlip slip{EditorialSlipKind::rows, {}, {}, first, second};
    exchange_rows(slip, a, b);
    visit_(slip);
    // The same over both spans; told once.
    if (a.span != Span::month) return;
    const RowFigures* const other_a = over(a, Span::ytd);
    const RowFigures* const other_b = over(b, Span::ytd);
    if (other_a == nullptr || other_b == nullptr) return;
    exchange_rows(slip, *other_a, *other_b);
    slip.first.span.reset();
    slip.second.span.reset();
    visit_(std::move(slip));
  }

  const RowFigures* over(const RowFigures& row, Span span) const {
    for (const RowFigures& other : lines_.rows) {
      if (other.place == row.place && other.group == row.group && other.name == row.name &&
          other.rank == row.rank && other.span == span)
        return &other;
    }
    return nullptr;
  }

  // The month's figures and those of the year to date on one line.
  void spans_of_row(const RowFigures& a, const RowFigures& b) {
    if (a.span != Span::month || b.span != Span::ytd ||
        !on_one_line(key(a.figures[0]), key(b.figures[0])))
      return;
    EditorialSlip slip{EditorialSlipKind::spans, {}, {}, {a.place, {}, {}, a.name}, {}};
    exchange_rows(slip, a, b);
    visit_(std::move(slip));
    for (const PrintedIndex index : a.figures) {
      for (const PrintedIndex other : b.figures) {
        if (printed_at(report_, index).value == printed_at(report_, other).value) continue;
        EditorialSlip two{EditorialSlipKind::figures, {}, {}, part(key(index)), part(key(other))};
        exchange(two, index, other);
        visit_(std::move(two));
      }
    }
  }

  static void exchange_columns(EditorialSlip& slip, const Report& report, const ColumnFigures& a,
                               const ColumnFigures& b) {
    for (const auto& [from, to] : {std::pair(&a, &b), std::pair(&b, &a)}) {
      for (const PrintedIndex index : from->figures) {
        Edit edit{index};
        for (const PrintedIndex other : to->figures) {
          if (on_one_line(printed_at(report, index).key, printed_at(report, other).key))
            edit.meant = other;
        }
        slip.edits.push_back(edit);
      }
    }
  }

  const ColumnFigures* column(const std::string& place, Span span, Measure measure) const {
    for (const ColumnFigures& column : lines_.columns) {
      if (column.place == place && column.span == span && column.measure == measure) return &column;
    }
    return nullptr;
  }

  void columns(const ColumnFigures& a, const ColumnFigures& b) {
    if (a.place != b.place) return;
    EditorialSlip slip{EditorialSlipKind::columns,
                       {},
                       {},
                       {a.place, a.span, a.measure},
                       {b.place, b.span, b.measure}};
    exchange_columns(slip, report_, a, b);
    // Columns without a line in common say nothing of each other.
    if (std::none_of(slip.edits.begin(), slip.edits.end(),
                     [](const Edit& edit) { return edit.meant.has_value(); }))
      return;
    visit_(slip);
    if (a.span != b.span || a.span != Span::month) return;
    const ColumnFigures* const other_a = column(a.place, Span::ytd, a.measure);
    const ColumnFigures* const other_b = column(a.place, Span::ytd, b.measure);
    if (other_a == nullptr || other_b == nullptr) return;
    exchange_columns(slip, report_, *other_a, *other_b);
    slip.first.span.reset();
    slip.second.span.reset();
    visit_(std::move(slip));
  }

  // From one row on each figure is that of the row before it (down) or after it; the one that falls
  // off stands at the other end, or is lost and something else stands there.
  void shift(const ColumnFigures& column, std::size_t from, bool down, bool lost) {
    const std::size_t count = column.figures.size() - from;
    EditorialSlip slip{
        EditorialSlipKind::shifted, {}, {}, {column.place, column.span, column.measure}, {}};
    slip.first.row = key(column.figures[from]).row;
    slip.second.row = down ? "down" : "up";
    for (std::size_t i = 0; i < count; ++i) {
      Edit edit{column.figures[from + i]};
      const bool end = down ? i == 0 : i + 1 == count;
      if (!end || !lost) edit.meant = column.figures[from + (down ? i + count - 1 : i + 1) % count];
      slip.edits.push_back(edit);
    }
    visit_(std::move(slip));
  }

  void move_columns(const std::string& table, bool right) {
    std::vector<const ColumnFigures*> columns;
    const TableForm* const form = family_.table(table);
    if (form == nullptr) return;
    for (const Column& head : form->columns) {
      const ColumnFigures* const found =
          head.label ? nullptr : column(table, head.span, head.measure);
      if (found != nullptr) columns.push_back(found);
    }
    if (columns.size() < 3) return;
    EditorialSlip slip{EditorialSlipKind::moved, {}, {}, {table}, {}};
    slip.second.row = right ? "right" : "left";
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::size_t to = (right ? i + columns.size() - 1 : i + 1) % columns.size();
      for (const PrintedIndex index : columns[i]->figures) {
        Edit edit{index};
        for (const PrintedIndex other : columns[to]->figures) {
          if (on_one_line(key(index), key(other))) edit.meant = other;
        }
        slip.edits.push_back(edit);
      }
    }
    visit_(std::move(slip));
  }

  void scale_row(const RowFigures& row) {
    std::vector<PrintedIndex> levels;
    const RowFigures* const ytd = over(row, Span::ytd);
    if (row.span != Span::month || ytd == nullptr || row.rank > 0) return;
    for (const RowFigures* const span : {&row, ytd}) {
      for (const PrintedIndex index : span->figures) {
        const Measure measure = key(index).measure;
        if (!is_rate(measure)) levels.push_back(index);
      }
    }
    scale(levels, {row.place, {}, Measure::value, row.name});
  }

  void scale(const std::vector<PrintedIndex>& figures, const Part& part) {
    if (figures.size() < 2) return;
    const bool rate = part.measure && is_rate(*part.measure);
    const int greatest = rate ? kGreatestRatePower : kGreatestPower;
    for (int power = -greatest; power <= greatest; ++power) {
      if (power == 0) continue;
      EditorialSlip slip{EditorialSlipKind::unit, {}, {}, part, {}};
      for (const PrintedIndex index : figures) slip.edits.push_back({index, index, {}, power});
      visit_(std::move(slip));
    }
  }

  const Report& report_;
  const Family& family_;
  const PrintedLines& lines_;
  const VisitSlip& visit_;
};

}  // namespace

void visit_exchanges(const SlipInput& input, const VisitSlip& visit) {
  SlipsWithinTables(input, visit).exchanges();
}

void visit_shifts(const SlipInput& input, const VisitSlip& visit) {
  SlipsWithinTables(input, visit).shifts();
}

void visit_units(const SlipInput& input, const VisitSlip& visit) {
  SlipsWithinTables(input, visit).units();
}

}  // namespace tradereport::validator
