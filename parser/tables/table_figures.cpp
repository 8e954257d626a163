#include <algorithm>
#include <set>

#include "parser/tables/table.h"
#include "parser/tables/unread_cells.h"

namespace tradereport::parser {

namespace {

class TableFigures {
 public:
  TableFigures(const Document& document, const TableRegion& region, const Grammar& grammar,
               NumeralLedger& ledger, Report& report)
      : document_(document),
        region_(region),
        form_(*region.form),
        grammar_(grammar),
        ledger_(ledger),
        report_(report) {}

  void run(const RawTable& raw) {
    table_.id = form_.id;
    table_.caption = printed(document_, region_.caption, 0, region_.caption.size());
    table_.source = source_of(document_, region_.caption, 0, region_.caption.size());
    for (const PrintedColumn& column : raw.columns) {
      if (column.read) table_.columns.push_back(column);
    }
    ledger_.mark(region_.caption, NumeralUse::label);
    for (const RawRow& row : raw.rows) {
      for (std::size_t c = 0; c < raw.columns.size(); ++c)
        if (raw.columns[c].label && row.cells[c]) labels_.insert(name_key(row.cells[c]->text.utf8));
    }
    const RawRow* last = nullptr;
    for (const RawRow& row : raw.rows) {
      if (last == nullptr || !is_repeated(*last, row)) add_row(raw, row);
      last = &row;
    }
    check_unit(raw);
    report_missing(raw);
    if (table_.columns.size() < raw.columns.size()) missing("columns", form_.title);
    for (Problem& problem : unread_cells(table_, expected_))
      report_.problems.push_back(std::move(problem));
    report_.tables.push_back(std::move(table_));
  }

 private:
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

  struct Name {
    std::string row;
    std::string flow;
    int group = -1;
    const RowForm* form = nullptr;
    bool known = false;
  };

  Name resolve(int group, const Atom& label) const {
    Name name;
    name.group = group;
    name.flow = form_.flow;
    const auto readings = grammar_.names.readings(label.text.view());
    const auto find = [&](const auto& fits) -> const std::string* {
      const auto found = std::find_if(readings.begin(), readings.end(),
                                      [&](const auto* reading) { return fits(*reading); });
      return found == readings.end() ? nullptr : &(*found)->name;
    };
    const auto find_in = [&](const std::string& set) {
      return find([&](const NameIndex::Reading& reading) { return reading.set == set; });
    };
    const auto* const fixed =
        find([&](const auto& reading) { return is_fixed_row(form_, reading); });
    // "Total (January to May)" beside "Total": what the bracket says makes it another row.
    const bool another = fixed != nullptr && name_key(label.text.utf8) != name_key(*fixed) &&
                         labels_.contains(name_key(*fixed));
    if (fixed != nullptr && !another) {
      const auto found = std::find_if(form_.rows.begin(), form_.rows.end(),
                                      [&](const RowForm& r) { return r.name == *fixed; });
      return {*fixed, found->flow, -1, &*found, true};
    }
    if (const auto* const row = find_in(form_.names)) return {*row, form_.flow, -1, nullptr, true};
    // In the group that the row stands under, or else in any: group lines can be missing.
    for (std::size_t step = 0; step <= form_.groups.size(); ++step) {
      const std::size_t g = step == 0 ? static_cast<std::size_t>(std::max(group, 0)) : step - 1;
      if ((step == 0 && group < 0) || g >= form_.groups.size()) continue;
      if (const auto* const row = find_in(form_.groups[g].names))
        return {*row, form_.flow, static_cast<int>(g), nullptr, true};
    }
    name.row = printed(document_, label.text, 0, label.text.size());
    return name;
  }

  void add_row(const RawTable& raw, const RawRow& row) {
    TableRow out;
    out.cells.resize(table_.columns.size());
    for (std::size_t c = 0; c < raw.columns.size(); ++c) {
      if (!raw.columns[c].label || !row.cells[c]) continue;
      std::size_t end = c + 1;
      while (end < raw.columns.size() && !raw.columns[end].label) ++end;
      add_panel(raw, row, c, end, out);
    }
    table_.rows.push_back(std::move(out));
  }

  // "No change" is 0 with the decimals of its column's rates; nothing where those differ.
  static std::optional<Decimal> value_of(const RawTable& raw, std::size_t column,
                                         const Atom& cell) {
    if (cell.kind == Atom::Kind::figure) return decimal_of(cell.text.view());
    if (cell.kind != Atom::Kind::unchanged || raw.columns[column].measure != Measure::growth)
      return std::nullopt;
    std::set<int> decimals;
    for (const RawRow& row : raw.rows) {
      const std::optional<Atom>& other = row.cells[column];
      if (!other || other->kind != Atom::Kind::figure) continue;
      if (const auto value = decimal_of(other->text.view())) decimals.insert(value->decimals());
    }
    if (decimals.size() != 1) return std::nullopt;
    return Decimal(0, *decimals.begin());
  }

  // A name and the columns that belong to it: [label, end).
  void add_panel(const RawTable& raw, const RawRow& row, std::size_t label, std::size_t end,
                 TableRow& out) {
    const Atom& at = *row.cells[label];
    const Name name = resolve(row.group, at);
    out.cells[place_of(raw, label)].text = name.row;
    ledger_.mark(at.text, NumeralUse::label);
    const int rank = next_rank(name, label);
    if (name.group >= 0) out.group = form_.groups[static_cast<std::size_t>(name.group)].name;
    seen_.emplace(label, name.row);
    ExpectedCells cells{name.row, source_of(document_, at.text, 0, at.text.size()), {}, {}};
    bool whole = true;  // with all its levels, and without a cell that is not understood
    for (std::size_t c = label + 1; c < end; ++c) {
      if (!raw.columns[c].read) continue;
      const std::size_t place = place_of(raw, c);
      const std::optional<Atom>& cell = row.cells[c];
      Cell& filled = out.cells[place];
      if (cell) filled.text = printed(document_, cell->text, 0, cell->text.size());
      if (const auto value = cell ? value_of(raw, c, *cell) : std::nullopt)
        add_figure(raw.columns[c], name, rank, *cell, *value, filled);
      const bool read = filled.figure || (cell && cell->is_mark());
      const bool level = raw.columns[c].measure == Measure::value;
      whole = whole && (read || (!cell && !level));
      if (!is_expected(name, raw.columns[c])) continue;
      cells.expected.push_back(place);
      if (!read) cells.unread.push_back(place);
    }
    if (name.known) expected_.push_back(std::move(cells));
    if (!name.known) report_unknown(name, at, whole && !takes_place(name, rank));
  }

  // The table has the columns that are read.
  static std::size_t place_of(const RawTable& raw, std::size_t column) {
    return static_cast<std::size_t>(std::count_if(
        raw.columns.begin(), raw.columns.begin() + static_cast<std::ptrdiff_t>(column),
        [](const PrintedColumn& printed) { return printed.read; }));
  }

  // Of one of the names that are ranked.
  bool takes_place(const Name& name, int rank) const {
    return rank > 0 && rank <= form_.groups[static_cast<std::size_t>(name.group)].ranked;
  }

  // Is the row to have a figure in that column?
  bool is_expected(const Name& name, const Column& column) const {
    if (name.form == nullptr) return name.known;
    const std::vector<Measure>& blank = name.form->blank;
    const bool to_come = name.form->month > report_.period.month;
    return std::find(blank.begin(), blank.end(), column.measure) == blank.end() &&
           (!to_come || column.measure == Measure::previous);
  }

  int next_rank(const Name& name, std::size_t column) {
    if (name.group < 0 || form_.groups[static_cast<std::size_t>(name.group)].ranked == 0) return 0;
    return ++ranks_[{name.group, column}];
  }

  void add_figure(const Column& column, const Name& name, int rank, const Atom& atom,
                  const Decimal& value, Cell& cell) {
    Measure measure = column.measure;
    if (name.form != nullptr) {
      // What stands where nothing should is not what the column says.
      const auto& blank = name.form->blank;
      if (std::find(blank.begin(), blank.end(), measure) != blank.end()) return;
      const auto reads = name.form->reads.find(measure);
      if (reads != name.form->reads.end()) measure = reads->second;
    }
    Figure figure;
    const Span span = name.form != nullptr && name.form->span ? *name.form->span : column.span;
    const std::string& flow = column.flow.empty() ? name.flow : column.flow;
    figure.key = {form_.id, span, flow, {}, rank, name.row, measure};
    if (name.group >= 0) figure.key.group = form_.groups[static_cast<std::size_t>(name.group)].name;
    figure.value = value;
    const bool rate = measure == Measure::share || measure == Measure::growth;
    figure.unit = rate ? percent() : form_.unit;
    figure.rounding = grammar_.family->rounding_of(figure.unit);
    figure.printed = cell.text;
    figure.source = source_of(document_, atom.text, 0, atom.text.size());
    ledger_.mark(atom.text, NumeralUse::cell);
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

  void report_unknown(const Name& name, const Atom& label, bool additional) {
    // The same stranger in the list beside is one finding.
    const auto [known, fresh] = unknown_.emplace(name.row, report_.problems.size());
    if (fresh) add_problem(UnknownRow{name.row, form_.id, true}, label.text);
    auto& row = std::get<UnknownRow>(report_.problems[known->second].what);
    row.additional = row.additional && additional;
  }

  // A unit named in the caption or in the head must be the family's.
  void check_unit(const RawTable& raw) {
    std::vector<const Text*> places{&region_.caption};
    for (const std::size_t index : raw.heads) places.push_back(&document_.lines[index].text);
    for (const Text* const text : places) {
      std::size_t at = 0;
      while (const auto found = grammar_.vocabulary().find_unit(text->view(), at)) {
        at = found->at.end;
        if (!found->unit->foreign) continue;
        const Text words = text->substr(found->at.begin, found->at.end);
        add_problem(UnitDiffers{words.utf8, form_.unit, form_.id}, words);
        return;
      }
    }
  }

  void missing(const std::string& what, const std::string& name) {
    add_problem(Missing{what, name, form_.id}, region_.caption);
  }

  void report_missing(const RawTable& raw) {
    if (table_.rows.empty()) {
      missing("rows", form_.title);
      return;
    }
    std::set<std::string> rows;
    for (const auto& [column, row] : seen_) rows.insert(row);
    if (form_.complete) {
      for (const RowForm& row : form_.rows) {
        if (!rows.contains(row.name)) missing("row", row.name);
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
        const auto found = ranks_.find({static_cast<int>(g), c});
        const int count = found == ranks_.end() ? 0 : found->second;
        if (count < group.ranked) missing("rows", group.name);
      }
      if (group.complete) missing_names(raw, group);
    }
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
  Report& report_;
  Table table_;
  std::map<std::pair<int, std::size_t>, int> ranks_;
  std::set<std::pair<std::size_t, std::string>> seen_;  // column, row
  std::map<std::string, std::size_t> unknown_;          // names, and their problem in the report
  std::vector<ExpectedCells> expected_;
  std::set<std::string> labels_;  // of all rows, as they are spelt
};

}  // namespace

void add_table(const Document& document, const TableRegion& region, const RawTable& raw,
               const Grammar& grammar, NumeralLedger& ledger, Report& report) {
  TableFigures(document, region, grammar, ledger, report).run(raw);
}

}  // namespace tradereport::parser
