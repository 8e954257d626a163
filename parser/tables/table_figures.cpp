#include <algorithm>
#include <set>

#include "parser/layout/marked_figures.h"
#include "parser/layout/table_unit.h"
#include "parser/tables/cell_values.h"
#include "parser/tables/row_names.h"
#include "parser/tables/table.h"
#include "parser/tables/unread_cells.h"

namespace tradereport::parser {

namespace {

class TableFigures {
 public:
  TableFigures(const Document& document, const TableRegion& region, const RawTable& raw,
               const Grammar& grammar, NumeralLedger& ledger, NegativeCells& negatives,
               Report& report)
      : document_(document),
        region_(region),
        form_(*region.form),
        grammar_(grammar),
        ledger_(ledger),
        negatives_(negatives),
        report_(report),
        names_(document, form_, grammar, raw),
        values_(raw, negative_form()),
        unit_(unit_of(document, region, raw.heads, grammar)) {}

  void run(const RawTable& raw) {
    table_.id = form_.id;
    table_.caption = printed(document_, region_.caption, 0, region_.caption.size());
    table_.source = source_of(document_, region_.caption, 0, region_.caption.size());
    for (const PrintedColumn& column : raw.columns) {
      if (column.read) table_.columns.push_back(column);
    }
    ledger_.mark(region_.caption, NumeralUse::label);
    if (!names_.are_known()) {
      missing("rows", form_.title);
      report_.tables.push_back(std::move(table_));
      return;
    }
    const std::vector<const RawRow*> rows = rows_once(raw);
    const Ranks ranks(rows, raw, form_, names_);
    for (const RawRow* const row : rows) add_row(raw, *row, ranks);
    if (unit_.differs) report_.problems.push_back(*unit_.differs);
    report_missing(raw, ranks);
    if (table_.columns.size() < raw.columns.size()) missing("columns", form_.title);
    for (Problem& problem : unread_cells(table_, expected_))
      report_.problems.push_back(std::move(problem));
    report_.tables.push_back(std::move(table_));
  }

 private:
  std::optional<NegativeForm> negative_form() const {
    const auto found = negatives_.forms.find(form_.id);
    return found == negatives_.forms.end() ? std::nullopt : std::optional(found->second);
  }

  std::vector<const RawRow*> rows_once(const RawTable& raw) {
    std::vector<const RawRow*> rows;
    for (std::size_t r = 0; r < raw.rows.size(); ++r) {
      if (r == 0 || !is_repeated(raw.rows[r - 1], raw.rows[r])) rows.push_back(&raw.rows[r]);
    }
    return rows;
  }

  // The last row of a page, printed again on the next one.
  bool is_repeated(const RawRow& above, const RawRow& row) {
    bool next_page = false;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const std::optional<Atom>& a = above.cells[c];
      const std::optional<Atom>& b = row.cells[c];
      if (a.has_value() != b.has_value() || (a && a->text.utf8 != b->text.utf8)) return false;
      next_page =
          next_page || (a && document_.lines[a->line].page != document_.lines[b->line].page);
    }
    if (!next_page) return false;
    for (const std::optional<Atom>& cell : row.cells) {
      if (cell) ledger_.mark(cell->text, NumeralUse::cell);
    }
    return true;
  }

  void add_row(const RawTable& raw, const RawRow& row, const Ranks& ranks) {
    if (std::none_of(row.cells.begin(), row.cells.end(),
                     [](const std::optional<Atom>& cell) { return cell.has_value(); }))
      return;  // of a row that is lost
    TableRow out;
    out.cells.resize(table_.columns.size());
    for (std::size_t c = 0; c < raw.columns.size(); ++c) {
      if (!raw.columns[c].label || !row.cells[c]) continue;
      std::size_t end = c + 1;
      while (end < raw.columns.size() && !raw.columns[end].label) ++end;
      add_panel(raw, row, c, end, ranks, out);
    }
    table_.rows.push_back(std::move(out));
  }

  // A name and the columns that belong to it: [label, end).
  void add_panel(const RawTable& raw, const RawRow& row, std::size_t label, std::size_t end,
                 const Ranks& ranks, TableRow& out) {
    const Atom& at = *row.cells[label];
    const RowName name = names_.resolve(row, at);
    out.cells[place_of(raw, label)].text = name.row;
    ledger_.mark(at.text, NumeralUse::label);
    const int rank = ranks.rank(row, label);
    if (name.group >= 0) out.group = form_.groups[static_cast<std::size_t>(name.group)].name;
    seen_.emplace(label, name.row);
    ExpectedCells cells{name.row, source_of(document_, at.text, 0, at.text.size()), {}, {}};
    bool whole = true;  // with all its levels, and without a cell that is not understood
    for (std::size_t c = label + 1; c < end; ++c) {
      if (!raw.columns[c].read) continue;
      const std::size_t place = place_of(raw, c);
      const std::optional<Atom>& cell = row.cells[c];
      Cell& filled = out.cells[place];
      if (cell) {
        filled.text = printed(document_, cell->text, 0, cell->text.size()) +
                      printed(document_, cell->marks, 0, cell->marks.size());
        read_cell(raw.columns, c, name, rank, row, filled);
      }
      const bool read = filled.figure || (cell && cell->is_mark());
      const bool level = raw.columns[c].measure == Measure::value;
      whole = whole && (read || (!cell && !level));
      if (!is_expected(name, raw.columns[c])) continue;
      cells.expected.push_back(place);
      if (!read) cells.unread.push_back(place);
    }
    if (name.known) expected_.push_back(std::move(cells));
    if (!name.known) report_unknown(name, at, whole && !ranks.has_place(row, label));
  }

  // The table has the columns that are read.
  static std::size_t place_of(const RawTable& raw, std::size_t column) {
    return static_cast<std::size_t>(std::count_if(
        raw.columns.begin(), raw.columns.begin() + static_cast<std::ptrdiff_t>(column),
        [](const PrintedColumn& printed) { return printed.read; }));
  }

  // Is the row to have a figure in that column?
  bool is_expected(const RowName& name, const Column& column) const {
    if (name.months && Period{name.months->year, name.months->to} > report_.period) return false;
    if (name.form == nullptr) return name.known;
    if (name.form->optional) return false;
    const std::vector<Measure>& blank = name.form->blank;
    const bool to_come = name.form->month > report_.period.month;
    return std::find(blank.begin(), blank.end(), column.measure) == blank.end() &&
           (!to_come || column.measure == Measure::previous);
  }

  // Nothing where the row prints no such figure: what stands there is not what the column says.
  std::optional<FigureKey> key_of(const Column& column, const RowName& name, int rank) const {
    Measure measure = column.measure;
    Span span = column.span;
    if (name.form != nullptr) {
      const auto& blank = name.form->blank;
      if (std::find(blank.begin(), blank.end(), measure) != blank.end()) return std::nullopt;
      const auto reads = name.form->reads.find(measure);
      if (reads != name.form->reads.end()) measure = reads->second;
      span = name.form->span.value_or(span);
    }
    const std::string& flow = column.flow.empty() ? name.flow : column.flow;
    FigureKey key{form_.id, span, flow, {}, rank, name.row, measure};
    if (name.group >= 0) key.group = form_.groups[static_cast<std::size_t>(name.group)].name;
    return key;
  }

  void read_cell(const std::vector<PrintedColumn>& columns, std::size_t column, const RowName& name,
                 int rank, const RawRow& row, Cell& cell) {
    const std::optional<FigureKey> key = key_of(columns[column], name, rank);
    if (!key) return;
    const Atom& atom = *row.cells[column];
    const bool rate = is_rate(key->measure);
    std::size_t label = column;
    while (!columns[label].label) --label;
    const std::optional<std::string> unit =
        rate ? percent() : unit_.of_row(row.cells[label]->text.view(), form_, grammar_);
    const std::optional<Decimal> value = values_.value_of(column, atom);
    if (!value && atom.negative) {
      if (const auto magnitude = magnitude_of(atom.text.view()))
        negatives_.unread.push_back({*key, -*magnitude, *atom.negative});
    }
    if (!value || !unit) return;
    Figure figure;
    figure.key = *key;
    figure.value = *value;
    figure.unit = *unit;
    figure.rounding = grammar_.family->rounding_of(figure.unit);
    figure.printed = cell.text;
    figure.source = source_of(document_, atom.text, 0, atom.text.size());
    ledger_.mark(atom.text, NumeralUse::cell);
    ledger_.mark(atom.marks, NumeralUse::footnote_marker);
    cell.figure = report_.figures.size();
    report_.figures.push_back(std::move(figure));
  }

  std::string percent() const {
    for (const Unit& unit : grammar_.family->units) {
      if (unit.percent && !unit.foreign) return unit.id;
    }
    return "%";
  }

  template <class What>
  void add_problem(What what, const Text& at) {
    report_.problems.push_back({std::move(what), source_of(document_, at, 0, at.size())});
  }

  void report_unknown(const RowName& name, const Atom& label, bool additional) {
    // The same stranger in the list beside is one finding.
    const auto [known, fresh] = unknown_.emplace(name.row, report_.problems.size());
    if (fresh) add_problem(UnknownRow{name.row, form_.id, true}, label.text);
    auto& row = std::get<UnknownRow>(report_.problems[known->second].what);
    row.additional = row.additional && additional;
  }

  void missing(const std::string& what, const std::string& name) {
    add_problem(Missing{what, name, form_.id}, region_.caption);
  }

  void report_missing(const RawTable& raw, const Ranks& ranks) {
    if (table_.rows.empty()) {
      missing("rows", form_.title);
      return;
    }
    std::set<std::string> rows;
    for (const auto& [column, row] : seen_) rows.insert(row);
    if (form_.complete && !form_.years.empty() && !has_period(rows))
      missing("row", report_.period.to_string());
    if (form_.complete && form_.years.empty()) {
      for (const RowForm& row : form_.rows) {
        if (!row.optional && !rows.contains(row.name)) missing("row", row.name);
      }
      if (const NameSet* const set = grammar_.family->name_set(form_.names)) {
        for (const NameEntry& entry : set->names) {
          if (!rows.contains(entry.name)) missing("row", entry.name);
        }
      }
    }
    for (std::size_t g = 0; g < form_.groups.size(); ++g) {
      const GroupForm& group = form_.groups[g];
      for (std::size_t c = 0; group.ranked > 0 && c < raw.columns.size(); ++c) {
        if (!raw.columns[c].label) continue;
        if (ranks.names(static_cast<int>(g), c) < group.ranked) missing("rows", group.name);
      }
      if (group.complete) missing_names(raw, group);
    }
  }

  // Is there a row of a period that ends with the report's month?
  bool has_period(const std::set<std::string>& rows) const {
    return std::any_of(rows.begin(), rows.end(), [&](const std::string& row) {
      const auto months = Months::parse(row);
      return months && Period{months->year, months->to} == report_.period;
    });
  }

  // The group's names that one of the lists side by side lacks.
  void missing_names(const RawTable& raw, const GroupForm& group) {
    const NameSet* const set = grammar_.family->name_set(group.names);
    if (set == nullptr) return;
    for (const NameEntry& entry : set->names) {
      for (std::size_t c = 0; c < raw.columns.size(); ++c) {
        if (!raw.columns[c].label || seen_.contains({c, entry.name})) continue;
        missing("row", entry.name);
        break;
      }
    }
  }

  const Document& document_;
  const TableRegion& region_;
  const TableForm& form_;
  const Grammar& grammar_;
  NumeralLedger& ledger_;
  NegativeCells& negatives_;
  Report& report_;
  RowNames names_;
  CellValues values_;
  TableUnit unit_;
  Table table_;
  std::set<std::pair<std::size_t, std::string>> seen_;  // column, row
  std::map<std::string, std::size_t> unknown_;          // names, and their problem in the report
  std::vector<ExpectedCells> expected_;
};

}  // namespace

void add_table(const Document& document, const TableRegion& region, const RawTable& raw,
               const Grammar& grammar, NumeralLedger& ledger, NegativeCells& negatives,
               Report& report) {
  TableFigures(document, region, raw, grammar, ledger, negatives, report).run(raw);
}

}  // namespace tradereport::parser
