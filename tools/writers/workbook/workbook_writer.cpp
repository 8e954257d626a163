#include "tools/writers/workbook/workbook_writer.h"

#include <algorithm>
#include <utility>

#include "tools/writers/findings/possible.h"
#include "tools/writers/printed_tables.h"
#include "tools/writers/workbook/column_heads.h"
#include "tools/writers/workbook/workbook.h"
#include "validator/findings/describe.h"

namespace tradereport::tools {

namespace {

constexpr double kNarrow = 14, kWide = 24, kMessage = 80;
constexpr const char* kCreator = "tradereport " TRADEREPORT_VERSION;

Shade shade_of(const Finding& finding) {
  if (finding.severity != Severity::error) return Shade::odd;
  return finding.certainty == Certainty::undetermined ? Shade::undetermined : Shade::wrong;
}

Shade shade_of(const std::vector<FigureBlame>& blames) {
  Shade worst = Shade::none;
  for (const FigureBlame& blame : blames) {
    const Shade shade = shade_of(*blame.finding);
    if (worst == Shade::none || shade < worst) worst = shade;
  }
  return worst;
}

// "M01: the text gives …; possible: 10.4 to 11.5; probably right: 11.0", a paragraph a finding.
std::string note_of(const std::vector<FigureBlame>& blames, Language language) {
  std::string note;
  for (const FigureBlame& blame : blames) {
    if (!note.empty()) note += "\n\n";
    const std::string certainty(to_string(blame.finding->certainty));
    note += blame.finding->rule + format_message(language, "cli.certainty." + certainty) +
            format_message(language, "cli.colon") + validator::describe(*blame.finding, language);
    if (blame.candidate->possible)
      note += "\n" + format_message(language, "page.can_be",
                                    {{"range", possible_text(*blame.candidate, language)}});
    if (!blame.candidate->suggested.empty())
      note += "\n" + format_message(language, "page.would_be_right",
                                    {{"suggested", blame.candidate->suggested}});
  }
  return note;
}

bool is_numeric(const DataColumn& column) {
  return column.kind == ColumnKind::number || column.kind == ColumnKind::integer;
}

double width_of(const DataColumn& column) {
  if (column.name.starts_with("message") || column.name == "context") return kMessage;
  const bool wide = column.name == "file" || column.name == "row" || column.name == "finding" ||
                    column.name == "fingerprint" || (column.printed && column.printed->label);
  return wide ? kWide : kNarrow;
}

// A table's sheet, and how far it has been written.
struct TableSheet {
  Sheet sheet;
  unsigned head = 0;               // the row over which the data stand
  unsigned next = 0;               // the next free row
  std::vector<std::size_t> shown;  // columns of the table that it shows
};

// Figures of the cells of a row, by the table's columns; nullptr: none.
using FiguresOfRow = std::vector<const Figure*>;

class WorkbookData : public DataWriter {
 public:
  WorkbookData(OutputFile& file, std::vector<DataTable> tables)
      : file_(file),
        tables_(std::move(tables)),
        language_(tables_.front().language),
        book_(kCreator, file.in_memory()),
        about_(book_.add(format_message(language_, "data.sheet.about"))) {
    start_about();
    // The printed tables first: they stand between the figures and the findings.
    for (std::size_t i = 1; i + 2 < tables_.size(); ++i) sheets_.push_back(printed(tables_[i]));
    sheets_.insert(sheets_.begin(), plain(tables_.front()));
    sheets_.push_back(plain(tables_[tables_.size() - 2]));
    sheets_.push_back(plain(tables_.back()));
  }

  void report(const WrittenReport& written) override;
  void finish(const PackageFacts& facts) override;

 private:
  void start_about();
  TableSheet printed(const DataTable& table);
  TableSheet plain(const DataTable& table);
  void heads(const DataTable& table, TableSheet& into);
  void printed_rows(const WrittenReport& written, std::size_t table);
  void figure_rows(const WrittenReport& written);
  void row(std::size_t table, const StackedTables::Row& cells, const FiguresOfRow& figures,
           const WrittenReport& written);
  void cell(TableSheet& into, unsigned at, const DataColumn& column, const std::string& cell,
            const Figure* figure, const std::vector<FigureBlame>& blames, Language language);

  OutputFile& file_;
  std::vector<DataTable> tables_;
  Language language_;
  Workbook book_;
  Sheet about_;
  unsigned about_row_ = 0;
  std::vector<TableSheet> sheets_;  // one a table
};

void WorkbookData::start_about() {
  const auto text = [&](const char* id) { return format_message(language_, id); };
  about_.width(0, kWide * 2);
  about_.text(about_row_++, 0, text("data.package"),
              {CellLook::Kind::title, 0, false, Shade::none});
  for (const auto& [shade, id] : {std::pair{Shade::wrong, "data.shade.wrong"},
                                  std::pair{Shade::undetermined, "data.shade.undetermined"},
                                  std::pair{Shade::odd, "data.shade.odd"}})
    about_.text(about_row_++, 0, text(id), {CellLook::Kind::text, 0, false, shade});
  ++about_row_;
  unsigned column = 0;
  for (const char* const id : {"data.head.file", "data.head.period", "data.head.figures",
                               "data.head.findings", "data.head.unread"})
    about_.text(about_row_, column++, text(id), {CellLook::Kind::head, 0, false, Shade::none});
  ++about_row_;
}

void WorkbookData::heads(const DataTable& table, TableSheet& into) {
  const Language language = table.language;
  unsigned at = 0;
  for (const std::size_t i : into.shown) {
    const DataColumn& column = table.columns[i];
    into.sheet.text(into.head, at, column_head(column, language),
                    {CellLook::Kind::head, 0, false, Shade::none});
    // In some rows it holds another measure.
    if (column.about == "data.measure_with_exceptions")
      into.sheet.note(into.head, at, column.description(language));
    into.sheet.width(at++, width_of(column));
  }
  into.next = into.head + 1;
}

TableSheet WorkbookData::printed(const DataTable& table) {
  std::string name = validator::describe_place(table.id, table.language);
  if (table.name != table.id) name = table.name;  // of several families
  TableSheet made{book_.add(name), 2, 0, {}};
  for (std::size_t i = 0; i < table.columns.size(); ++i) made.shown.push_back(i);
  const auto title = table.title.find(language_tag(table.language));
  if (title != table.title.end())
    made.sheet.text(0, 0, title->second, {CellLook::Kind::title, 0, false, Shade::none});
  unsigned at = 0;
  const auto blank_up_to = [&](std::size_t end) {
    for (; at < end; ++at)
      made.sheet.text(1, at, "", {CellLook::Kind::head, 0, false, Shade::none});
  };
  for (const SpanHead& head : span_heads(table)) {
    blank_up_to(head.first);
    const std::string span = "term.span." + std::string(to_string(head.span));
    made.sheet.merged_head(1, static_cast<unsigned>(head.first), static_cast<unsigned>(head.last),
                           format_message(table.language, span));
    at = static_cast<unsigned>(head.last) + 1;
  }
  blank_up_to(table.columns.size());
  heads(table, made);
  const auto label = std::find_if(
      table.columns.begin(), table.columns.end(),
      [](const DataColumn& column) { return column.printed && column.printed->label; });
  const auto fixed = label == table.columns.end() ? 1 : label - table.columns.begin() + 1;
  made.sheet.freeze(made.next, static_cast<unsigned>(fixed));
  return made;
}

TableSheet WorkbookData::plain(const DataTable& table) {
  TableSheet made{book_.add(format_message(language_, "data.sheet." + table.name)), 0, 0, {}};
  const std::string other = language_ == Language::zh ? "message_en" : "message_zh";
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (table.columns[i].name != other) made.shown.push_back(i);
  heads(table, made);
  made.sheet.freeze(made.next, 0);
  return made;
}

void WorkbookData::cell(TableSheet& into, unsigned at, const DataColumn& column,
                        const std::string& cell, const Figure* figure,
                        const std::vector<FigureBlame>& blames, Language language) {
  CellLook look;
  look.shade = shade_of(blames);
  look.separated = figure != nullptr && figure->printed.find(',') != std::string::npos;
  if (!cell.empty()) {
    if (is_numeric(column)) {
      into.sheet.number(into.next, at, cell, look);
    } else {
      into.sheet.text(into.next, at, cell_words(column, cell, language), look);
    }
  }
  if (!blames.empty()) into.sheet.note(into.next, at, note_of(blames, language));
}

void WorkbookData::row(std::size_t table, const StackedTables::Row& cells,
                       const FiguresOfRow& figures, const WrittenReport& written) {
  TableSheet& into = sheets_[table];
  unsigned at = 0;
  for (const std::size_t i : into.shown) {
    const Figure* const figure = figures.empty() ? nullptr : figures[i];
    const std::vector<FigureBlame> blames = figure != nullptr
                                                ? written.blamed.of(written.report.file, *figure)
                                                : std::vector<FigureBlame>();
    cell(into, at++, tables_[table].columns[i], cells[i], figure, blames, tables_[table].language);
  }
  ++into.next;
}

void WorkbookData::printed_rows(const WrittenReport& written, std::size_t table) {
  const DataTable& data = tables_[table];
  if (written.report.family != data.family) return;
  for (const Table& printed : written.report.tables) {
    if (printed.id != data.id) continue;
    const std::vector<std::string> names =
        column_names(printed.columns, written.family.table(printed.id));
    std::vector<std::size_t> target;
    for (const std::string& name : names)
      target.push_back(static_cast<std::size_t>(
          std::find_if(data.columns.begin(), data.columns.end(),
                       [&](const DataColumn& column) { return column.name == name; }) -
          data.columns.begin()));
    const std::vector<StackedTables::Row>& rows = written.rows[table];
    for (std::size_t r = 0; r < rows.size() && r < printed.rows.size(); ++r) {
      FiguresOfRow figures(data.columns.size(), nullptr);
      for (std::size_t i = 0; i < target.size(); ++i)
        figures[target[i]] = figure_at(written.report, printed.rows[r], i);
      row(table, rows[r], figures, written);
    }
  }
}

// The rows of figures stand in the order of the report's figures and claims.
void WorkbookData::figure_rows(const WrittenReport& written) {
  const Report& report = written.report;
  TableSheet& into = sheets_.front();
  for (std::size_t r = 0; r < written.rows.front().size(); ++r) {
    const bool of_table = r < report.figures.size();
    const std::size_t claim = r - report.figures.size();
    const Figure& figure = of_table ? report.figures[r] : report.claims[claim];
    const std::vector<FigureBlame> blames =
        of_table ? written.blamed.of(report.file, report.figures[r])
                 : written.blamed.of(report.file, report.claims[claim]);
    unsigned at = 0;
    for (const std::size_t i : into.shown) {
      const DataColumn& column = tables_.front().columns[i];
      const bool value = column.name == "value";
      cell(into, at++, column, written.rows.front()[r][i], value ? &figure : nullptr,
           value ? blames : std::vector<FigureBlame>(), language_);
    }
    ++into.next;
  }
}

void WorkbookData::report(const WrittenReport& written) {
  figure_rows(written);
  for (std::size_t table = 1; table + 2 < tables_.size(); ++table) printed_rows(written, table);
  for (const std::size_t table : {tables_.size() - 2, tables_.size() - 1})
    for (const StackedTables::Row& cells : written.rows[table]) row(table, cells, {}, written);
  about_.text(about_row_, 0, written.report.file);
  about_.text(about_row_, 1, written.report.period.to_string());
  unsigned column = 2;
  for (const std::size_t table : {std::size_t{0}, tables_.size() - 2, tables_.size() - 1})
    about_.number(about_row_, column++, std::to_string(written.rows[table].size()));
  ++about_row_;
}

void WorkbookData::finish(const PackageFacts& /*facts*/) {
  for (const TableSheet& made : sheets_) {
    Sheet sheet = made.sheet;
    sheet.filters(made.head, made.next - 1, static_cast<unsigned>(made.shown.size()) - 1);
  }
  book_.finish();
  book_.file().copy_to(file_);
}

}  // namespace

std::unique_ptr<DataWriter> workbook_writer(OutputFile& file, std::vector<DataTable> tables) {
  return std::make_unique<WorkbookData>(file, std::move(tables));
}

}  // namespace tradereport::tools
