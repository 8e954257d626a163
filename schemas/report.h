// What the parser makes of one document, and what the validator works on.
//
// A Report is plain data. Everything that is wrong *inside* the document (a missing table, a name
// nobody knows, a stale date) is a Problem in it; only a document that cannot be read at all is an
// error of the parser's.
#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "schemas/decimal.h"
#include "schemas/period.h"
#include "schemas/shared_text.h"

namespace tradereport {

// A rectangle on the page in points (1/72 inch), origin at the top left of the upright page,
// y growing downwards.
struct Box {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;

  double width() const { return x1 - x0; }
  double height() const { return y1 - y0; }
  double middle_x() const { return (x0 + x1) / 2; }
  double middle_y() const { return (y0 + y1) / 2; }
  friend bool operator==(const Box&, const Box&) = default;
};

// The smallest box around both.
inline Box unite(const Box& a, const Box& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

// Where something is printed. Plain text has no boxes, only pages (split at form feeds) and lines.
struct Source {
  int page = 0;            // from 1; 0 where unknown
  int line = 0;            // line of a text file, from 1; 0 for PDF
  std::vector<Box> boxes;  // one a printed line; empty for plain text
  SharedText line_text;    // the printed line it (first) stands on, UTF-8 as printed
  std::size_t begin = 0;   // its bytes within line_text: [begin, end)
  std::size_t end = 0;
};

// Do both speak of the same characters of a document?
inline bool printed_at_one_place(const Source& a, const Source& b) {
  return a.page == b.page && a.line == b.line && a.begin == b.begin && a.boxes == b.boxes;
}

enum class Measure {
  value,          // level, in the table's unit
  share,          // share in the nation's same flow, per cent
  growth,         // change on the same period a year ago, per cent
  change,         // absolute change on the same period a year ago, in the unit of the level
  previous,       // level of the same period a year ago, printed beside this year's
  index,          // the level, where the same period a year ago is 100
  period_growth,  // change on the period before (the month, the quarter), per cent
  period_index,   // the level, where the period before is 100
  // Change of the average of the last twelve months on that of the twelve months before them, per
  // cent.
  average_growth,
};

inline constexpr std::size_t kMeasureCount = 9;

// Per cent, and no level or amount.
inline bool is_rate(Measure measure) {
  return measure != Measure::value && measure != Measure::change && measure != Measure::previous;
}

// What a rate of "no change" adds to the whole that the level is compared with, per cent: 5 % of
// growth is 105 % of it, an index of 105 is 105 % of it.
inline int added_to_rate(Measure measure) {
  return measure == Measure::growth || measure == Measure::period_growth ||
                 measure == Measure::average_growth
             ? 100
             : 0;
}

std::string_view to_string(Measure measure);
std::optional<Measure> measure_from(std::string_view name);

// Names one figure of a report, in the terms of figures.csv.
struct FigureKey {
  std::string place;  // table id of the family file ("table1"), or "text"
  Span span = Span::month;
  std::string flow;   // flow id of the family file: "total", "export", …
  std::string group;  // group of rows within the table, or empty
  int rank = 0;       // position in a ranked list, from 1; 0 where there is none
  std::string row;    // canonical row name
  Measure measure = Measure::value;

  friend bool operator==(const FigureKey&, const FigureKey&) = default;
};

struct Figure {
  FigureKey key;
  Decimal value;        // with its sign
  std::string unit;     // canonical unit id
  std::string printed;  // the digits as printed
  Source source;
  Rounding rounding = Rounding::nearest;
  // By so many halves of the last digit the true value may lie further off than rounding says:
  // where it may have been computed from other printed figures.
  int slack = 0;

  Interval true_values() const { return value.true_values(rounding, slack); }
};

// A figure of the narrative.
struct Claim : Figure {
  SharedText sentence;         // the sentence, UTF-8, blanks tidied
  std::string direction_word;  // "rose", "net imports": the word that gives the sign, or empty
  Source word_source;          // where that word stands; its line_text is empty if not known
  int direction = 0;           // its sign: -1, +1, 0 for "unchanged" or no word
  bool signed_digits = false;  // the digits carry a sign of their own
};

// "The first three … are A, B and C."
struct TopList {
  Span span = Span::month;
  std::string flow;
  int announced = 0;                 // the N of "first N"; 0 if not said
  std::vector<std::string> names;    // canonical where known, else as printed
  std::vector<Source> name_sources;  // where each stands; empty if not known
  Source source;
  SharedText sentence;
};

struct Cell {
  std::string text;                   // as printed; empty for a blank cell
  std::optional<std::size_t> figure;  // index into Report::figures
};

// A column as the family file declares it: a label column, or a measure over a span.
struct Column {
  bool label = false;
  Span span = Span::month;
  Measure measure = Measure::value;
  std::string flow{};  // of the column; empty: that of the table or row

  friend bool operator==(const Column&, const Column&) = default;
};

struct TableRow {
  std::string group;
  std::vector<Cell> cells;  // one a column of the table
};

struct Table {
  std::string id;       // "table1"
  std::string caption;  // as printed, blanks tidied
  Source source;        // of the caption
  std::vector<Column> columns;
  std::vector<TableRow> rows;
};

// What became of a numeral. Exactly one of these holds for each.
enum class NumeralUse {
  unread,           // nothing in the family file accounts for it
  cell,             // figure of a table
  claim,            // figure of the narrative
  period,           // part of a date
  label,            // part of a caption, heading, head, row name or group name
  list_number,      // number of a note or a list item
  page_number,      // number of the page
  running_head,     // within a repeated head or foot
  footnote,         // number or body of a footnote
  footnote_marker,  // raised marker in the text
  address,          // within a URL
  declared,         // what the family file declares to be no figure
  left_alone,       // within a section or picture that the family file declares not to be read
};

std::string_view to_string(NumeralUse use);

// A numeral as printed: a run of digits with its point and separators.
struct Numeral {
  std::string printed;
  NumeralUse use = NumeralUse::unread;
  Source source;        // none of a cell or claim: its figure has it
  std::string context;  // the sentence or line around it, for unread ones
};

// What reading can show to be wrong in a document. Texts as printed, names as the family spells
// them.
struct StalePeriod {  // D01: names another period than the report's
  std::string what;   // "caption", "heading" or "sentence"
  std::string found;
  std::string expected;
};
struct Missing {      // D02: a table, row or section is not found
  std::string what;   // "table", "rows", "row", "column", "section" …
  std::string name;   // of it; may be empty
  std::string place;  // where it was looked for; empty: in the whole report
};
struct UnreadCells {  // D02: a row that is there lacks figures that the family expects
  std::string place;
  std::string row;              // empty: of all rows
  std::vector<Column> columns;  // in which they are missing; empty: in all
};
struct Unspoken {    // D02: what the narrative is to speak of, and does not
  std::string name;  // of the row or group; empty: all rows
  std::string place;
  Span span = Span::month;
};
struct Placeholder {  // D06: stands where a figure or a word is to come
  std::string printed;
};
struct UnknownRow {  // D04: a row name that is not in the family file
  std::string name;
  std::string place;
  bool additional = false;  // read whole, and in no ranking: it takes no other row's place
};
struct UnitDiffers {  // D05: a unit other than the family's
  std::string found;
  std::string expected;
  std::string place;
  bool slip = false;  // the same figures stand elsewhere in the report in its other unit
};
struct ListLengths {  // M04: lists joined by "respectively" are of different lengths
  std::size_t names = 0;
  std::size_t figures = 0;
  std::string sentence;
};
struct PageUnread {};  // D02: a page without text that could be decoded
struct Damaged {};     // D02: the file is damaged, so that parts of it may be missing or garbled
struct NextReport {};  // D02: the file holds a further report, which is not read; source: its begin

struct Problem {
  std::variant<StalePeriod, Missing, UnreadCells, Unspoken, Placeholder, UnknownRow, UnitDiffers,
               ListLengths, PageUnread, Damaged, NextReport>
      what;
  Source source;
};

// Something that belongs to the report was not read, and so is not checked either.
bool is_hole(const Problem& problem);

struct Report {
  std::string file;    // as given by the user
  std::string family;  // id of the family
  Period period;
  bool has_month = true;  // false for a joint issue that prints the year to date alone
  int pages = 0;
  std::vector<Table> tables;
  std::vector<Figure> figures;  // of the tables
  std::vector<Claim> claims;    // of the narrative, in reading order
  std::vector<TopList> lists;
  std::vector<Numeral> numerals;
  std::vector<Problem> problems;

  std::size_t unread() const;  // numerals
  bool has_holes() const;
  bool is_damaged() const;  // parts may be missing or garbled
};

// The figure of a table, or nullptr. Group and rank do not matter: (place, span, flow, row,
// measure) name a figure.
const Figure* find_figure(const Report& report, const FigureKey& key);

}  // namespace tradereport
