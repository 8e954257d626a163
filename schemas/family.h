// A report family: everything particular to one series of published reports, as its TOML file says
// it. No family's words stand in C++; schemas/family.schema.json and docs/families.md describe the
// file for those who write one.
//
// Patterns are regular expressions over normalised text (schemas do not compile them; the parser
// does) in which blanks are ignored and {name} stands for a word list of [words] or one of the
// slots that docs/families.md explains: {period} {base} {flow} {flows} {names} {any_names}
// {amounts} {percents} {changes} {directed_changes} {directed_amounts} {flat} {count} {number}
// {unit} {respectively} {mark}.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schemas/report.h"

namespace tradereport {

// A text in the languages of the program, by language tag ("zh", "en").
using LocalText = std::map<std::string, std::string>;

// What a publisher computes from: the unrounded data, or the figures that are printed.
enum class ComputedFrom { either, unrounded, printed };

struct Recognition {
  std::vector<std::string> titles;  // any of these printed anywhere is proof enough …
  int captions = 2;                 // … or this many of the tables' captions
};

// How a stretch of time is written. Named groups year, from, to (digits or number words) give the
// months; `to` alone is a single month. Fixed values stand in for groups.
struct PeriodForm {
  std::string say;
  std::optional<Span> span;  // for words that name a span without a date
  int from = 0;
  int to = 0;
  bool vague = false;  // names a year alone: no evidence for the month of the report
  int line = 0;
  bool date =
      false;  // a day, such as that of publication: the periods named without a year precede it
};

struct Unit {
  std::string id;   // canonical
  std::string say;  // how it is written
  bool percent = false;
  bool foreign = false;  // known, but not one that this family prints: D05
  bool exact = false;    // counts things: its levels are printed without rounding
  // One of it is so many of another unit, by its id: "0.0001 亿美元". A power of ten.
  std::string equals{};
  // What a level in it says of scopes: {"currency": "美元"}.
  std::map<std::string, std::string> says{};
};

// How a negative figure can be printed without a minus before it.
enum class NegativeForm {
  brackets,        // (19.8)
  minus_behind,    // 19.8-
  black_triangle,  // ▲19.8
  white_triangle,  // △19.8
  down_triangle,   // ▼19.8 or ▽19.8
};

// How a family writes numbers: 1,234.5 unless it says otherwise.
struct NumeralSpelling {
  char decimal = '.';           // or ','
  std::string thousands = ",";  // what may separate groups of three: any of , . ' and a blank

  friend bool operator==(const NumeralSpelling&, const NumeralSpelling&) = default;
};

// Where a report's month stands if no text of it names it.
struct PeriodSource {
  std::string file_name;  // pattern over the name of its file, as those of PeriodForm; may be empty
  std::string last_row;   // the id of a table whose last row is of that month; may be empty
};

// A direction of trade (or any other subject that the narrative speaks of without naming a row).
struct Flow {
  std::string id;
  std::string row;       // the row that speaks of it as a whole; "{month}": that of the month
  std::string say;       // words for it
  std::string negative;  // words for it with the sign reversed ("net imports"), may be empty
  std::string weak;      // words that mean it only where no flow is known yet, may be empty
  std::string ytd_row;   // that row for the year to date, where it is another one
  int base = 0;          // the year that it is compared with, where that is not the year before
};

struct Direction {
  std::string up, down, flat;  // words; flat stands for a change of zero and has no number
  std::string nearly;          // … and this for one that is about zero: no figure; may be empty
  // Words that say the opposite, of directions and of flows: "rose" and "fell". What is suggested
  // where a word goes against the figure.
  std::vector<std::pair<std::string, std::string>> opposites;
};

struct NameEntry {
  std::string name;                  // canonical
  std::vector<std::string> aliases;  // other ways to print it
};

struct NameSet {
  std::string id;
  std::vector<NameEntry> names;

  // Is it one of the canonical names?
  bool has(std::string_view name) const {
    return std::any_of(names.begin(), names.end(),
                       [&](const NameEntry& entry) { return entry.name == name; });
  }
};

// What a word of a table's head says of the columns below it.
struct HeadForm {
  std::string say;
  std::optional<Span> span;
  std::optional<Measure> measure;
  bool label = false;
  std::string flow{};  // empty: any
};

struct RowForm {
  std::string name;  // canonical
  std::string flow;
  std::vector<std::string> aliases;
  std::map<Measure, Measure> reads;  // measures that mean another one in this row
  std::vector<Measure> blank;        // measures that this row does not print
  int month = 0;                     // the calendar month that the row is of; 0: none
  std::optional<Span> span;          // of its figures, where not that of the column
  bool optional = false;             // a complete table can be without it, or some of its figures
  int from = 0;                      // of a table whose rows are periods: its first month …
  int to = 0;                        // … and its last; 0: it is none
};

struct GroupForm {
  std::string name;       // canonical
  std::string say;        // pattern of the line that opens it; empty: open from the start
  std::string names;      // set that its rows' names come from
  int ranked = 0;         // rows are ranked 1…N by value; 0: not ranked
  bool complete = false;  // every name of the set must be there
};

struct TableForm {
  std::string id;
  std::string caption;  // pattern
  std::string title;    // for messages
  std::string flow;     // of all rows, unless they have their own
  std::string unit;
  std::vector<Column> columns;
  std::vector<RowForm> rows;      // fixed rows, and besides or instead …
  std::string names;              // … the set that the rows' names come from, or …
  std::vector<GroupForm> groups;  // … groups of rows
  bool complete = false;          // every fixed row or name must be there
  std::vector<int> not_in;        // months whose reports do not print the table
  // What a head says that begins the table where no caption is printed: a pattern; may be empty.
  std::string head{};
  // Other ways to print it, each whole by itself. Which it is, the caption and the heads tell.
  std::vector<TableForm> editions{};

  // Itself, then its editions.
  std::vector<const TableForm*> all_editions() const;
  // The columns of all its editions, each once.
  std::vector<Column> all_columns() const;
  // Its rows are periods: the pattern of the year that is printed once for several of them, on a
  // line of its own or before their names. Empty: they are not.
  std::string years{};
  std::vector<NegativeForm> negatives{};  // that it prints, beside those of the family

  bool is_due(int month) const {
    return std::find(not_in.begin(), not_in.end(), month) == not_in.end();
  }
  // Can a row of one be a row of the other by its name?
  bool shares_rows_with(const TableForm& other) const;
};

struct Bloc {
  std::string name;
  std::vector<std::string> members;
};

// A term of a relation: coefficient +1 or -1 and what it stands for:
//   "table1/ROW", "table2/*", "table4/GROUP/*", "table4/members(BLOC)", "table1/months",
//   "table1/months_to_date", "table1/month"; with ":FLOW" behind it, that flow of the row;
//   "table2/{row}" is the row that the relation stands for (RelationForm::each). In a family
//   without tables "text/*" are all its scopes, and "text/{row}:FLOW" a flow in one of them.
struct Term {
  int sign = 1;
  std::string series;
};

// whole = parts, or whole >= parts; holds for the figures of this year and last year, and where
// shares are printed for the nation. `rules` says which rule speaks when it is broken:
// "this_year", "last_year", "nation".
struct RelationForm {
  std::string id;
  LocalText name;
  std::string each;  // a series: the relation holds for each of its rows; may be empty
  bool equal = true;
  Term whole;
  std::vector<Term> parts;
  std::map<std::string, std::string> rules;
};

struct PhraseForm {
  std::string name;
  std::string say;
  std::optional<Measure> measure;
  bool top_list = false;
  bool another_time = false;   // what follows is about another time, until a period is named
  bool same_subjects = false;  // speaks of the subjects named before, of so many as {count}
  int line = 0;
  std::optional<Span> span;  // of its figures, where no period has been named before
  std::string flow;          // that its figures are about
  std::string row;           // and their row, where the span is that of the phrase or it has none
  // What it says of scopes, by their ids; kNamed: what it names.
  std::map<std::string, std::string> says{};

  static constexpr std::string_view kNamed = "{names}";
};

// What every figure of a text without tables is of besides its flow and its period: a region, a
// currency. It holds from where a phrase or a unit says it until another is said.
struct ScopeForm {
  std::string id;
  std::string names;  // the set of its names in sentences; may be empty
};

// Rows that only the narrative speaks of: no table of the family prints them.
struct SpokenForm {
  std::string flow;
  std::string names;  // set; empty: the flow as a whole, in whatever scopes
  std::vector<Measure> measures;
};

struct Family {
  std::string id;
  LocalText title;
  bool alphabetic = false;  // words are written apart, capitals mean nothing, "." ends sentences
  Rounding rounding = Rounding::nearest;
  ComputedFrom rates = ComputedFrom::either;  // and shares and changes
  ComputedFrom sums = ComputedFrom::either;
  Recognition recognise;
  std::map<std::string, std::string> words;  // pattern fragments by name
  std::map<std::string, int> numbers;        // number words
  std::map<std::string, int> months;         // names of months
  NumeralSpelling numerals;
  PeriodSource period_source;
  std::vector<PeriodForm> periods;
  std::vector<std::string> bases;  // phrases for "the same period a year ago"
  std::vector<Unit> units;
  std::vector<Flow> flows;
  Direction direction;
  std::vector<NegativeForm> negatives;  // that its tables print
  std::string separators;               // between the items of a list
  std::string respectively;             // words that join a list to an earlier one
  std::vector<NameSet> names;
  std::vector<HeadForm> heads;
  std::vector<TableForm> tables;
  std::vector<Bloc> blocs;
  std::vector<RelationForm> relations;
  std::vector<std::string> headings;       // patterns of whole lines
  std::vector<std::string> notes;          // patterns that open a note
  std::vector<std::string> running_heads;  // patterns of whole lines
  std::vector<std::string> non_figures;    // patterns whose numerals are no figures
  std::vector<std::string> placeholders;   // patterns of what stands for a figure that is to come
  std::vector<std::string> sections;       // headings that end what is left alone
  std::vector<std::string> left_alone;     // headings of sections that are not read
  std::vector<std::string> continued;      // lines that say that a table goes on
  std::vector<std::string> pictures;       // captions of what is not read up to running text
  std::vector<std::string> fillers;        // words that carry no figure
  bool narrative_complete = false;         // it speaks of every group of rows and every flow
  bool whole_clauses = false;  // a clause says something only if all of it is understood
  std::vector<ScopeForm> scopes;
  std::vector<PhraseForm> phrases;
  std::vector<SpokenForm> spoken;

  // Do any of its tables print negative figures so?
  bool prints(NegativeForm form) const;
  // Its sentences alone are figures.
  bool is_prose() const { return tables.empty(); }

  // By id; nullptr if there is none.
  const TableForm* table(std::string_view name) const;
  const NameSet* name_set(std::string_view name) const;
  const Flow* flow(std::string_view name) const;
  // The row that speaks of the flow as a whole in a report of that month.
  std::string row_of(const Flow& flow, Span span, Period period) const;
  // The unit's figures, or the family's own rounding.
  Rounding rounding_of(std::string_view unit) const;
  // By id; nullptr if there is none.
  const Unit* unit(std::string_view name) const;
  // The power of ten that makes of a figure in one unit the same in another; nothing where the
  // family does not know it.
  //   exponent_between("万美元", "亿美元") -> -4
  std::optional<int> exponent_between(std::string_view from, std::string_view to) const;
  // Is the figure's row one that the family knows in that table?
  bool knows_row(const FigureKey& key) const;
};

// A mistake in a family file. line is 1-based, 0 if the file could not be opened.
struct FamilyError {
  std::string file;
  int line = 0;
  std::string key;  // "table[2].caption"
  std::string message;

  std::string to_string() const;  // "beijing.toml:12: table[2].caption: must be a text"
};

struct FamilyLoad {
  std::optional<Family> family;     // set if and only if there are no errors
  std::vector<FamilyError> errors;  // all that were found
};

// Reads a family file's text. `file` only serves the error messages. Unknown keys, wrong types,
// references to tables, rows, flows, units or sets that do not exist are all errors.
FamilyLoad load_family(std::string_view toml, const std::string& file);

// The families that come with the program: file name and text.
const std::vector<std::pair<std::string, std::string_view>>& bundled_families();

}  // namespace tradereport
