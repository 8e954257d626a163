// What `convert` makes of reports before it is written in a format: named tables of text cells
// whose columns are described.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schemas/family.h"
#include "schemas/messages.h"
#include "schemas/report.h"
#include "tools/writers/findings/blamed_figures.h"

namespace tradereport::tools {

enum class ColumnKind { text, number, integer, year_month };

struct DataColumn {
  std::string name;
  ColumnKind kind = ColumnKind::text;
  std::string unit;                         // canonical unit id; empty: none, or varying
  std::string about;                        // message id of its description …
  std::map<std::string, std::string> args;  // … and its arguments, as Finding::args
  std::vector<std::string> values;          // the only values it has; empty: any
  bool required = false;                    // never a missing value
  std::optional<Column> printed = {};       // of a printed table: what the report's column is

  std::string description(Language language) const;
};

// What `measure` can be in data files.
std::vector<std::string> measure_names();

struct DataTable {
  std::string name;  // "figures", "table1": the file's name without extension
  LocalText title;   // by language tag
  std::vector<DataColumn> columns;
  std::vector<std::vector<std::string>> rows;  // a cell a column; an empty text is a missing value
  std::vector<std::string> key = {};           // the columns that together name a row
  Language language = Language::en;            // that its reports are printed in
  std::string family = {};                     // of a printed table, with …
  std::string id = {};                         // … its id there
};

// One report, reduced to rows: all that has to be kept of it until the data are written.
struct ReportRows {
  std::string file;
  Period period;
  std::string family;
  Language language = Language::en;  // that it is printed in
  std::vector<DataTable> tables;     // as printed; named by the table's id
  std::map<std::string, std::vector<std::string>>
      column_order;  // the family file's, by table; only report_columns() fills it
  std::vector<std::vector<std::string>> figures;
  std::vector<std::vector<std::string>> findings;
  std::vector<std::vector<std::string>> unread;
};

// "3"; nothing for 0, which stands for none.
std::string number_or_blank(int number);

// "x0 y0 x1 y1" of each box in points with at most two decimals, joined by ";".
std::string box_text(const std::vector<Box>& boxes);

// The report with the columns of its tables alone, for StackedTables::add().
ReportRows report_columns(const Report& report, const Family& family);

// The report with all its rows, for StackedTables::rows(). `blamed` may know of findings that are
// in other reports.
ReportRows report_rows(const Report& report, const Family& family,
                       const std::vector<Finding>& findings, const BlamedFigures& blamed);

// The columns of figures.csv and unread.csv.
const std::vector<DataColumn>& figure_columns();
const std::vector<DataColumn>& unread_columns();

// What the tables of many reports come to together: figures, the printed tables, findings, unread
// numerals.
// A printed table has the columns that any of the reports has, in the order of the family file;
// where the reports are of several families, table names begin with the family's id.
//
// Only the columns are kept, not the rows: first every report is added, then the rows of each are
// asked for, in the order in which they shall stand.
class StackedTables {
 public:
  using Row = std::vector<std::string>;

  void add(const ReportRows& report);
  // Without rows: figures, printed tables, findings, unread.
  std::vector<DataTable> tables() const;
  // The report's rows for each of the tables.
  std::vector<std::vector<Row>> rows(ReportRows report) const;

 private:
  std::map<std::pair<std::string, std::string>, DataTable> printed_;  // by family and table id
  std::set<std::string> families_;
  std::set<Language> languages_;
};

}  // namespace tradereport::tools
