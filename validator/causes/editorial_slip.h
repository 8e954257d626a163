// One editorial slip that could have spoilt many figures, and the report with it undone. Internal
// to validator.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "schemas/report.h"

namespace tradereport::validator {

enum class EditorialSlipKind {
  figures,    // two figures stand in each other's place
  names,      // two names of a list or table
  rows,       // two rows of a table
  columns,    // two columns of a table, or their heads
  tables,     // the figures of two tables
  spans,      // the month and the year to date of a table or sentence
  shifted,    // the figures of a column stand a row too low or too high …
  moved,      // … or all columns of a table a column too far
  unit,       // figures in another unit: ten to some power times too large or small
  flow,       // a sentence says one flow and means another
  last_year,  // a table of levels is that of last year
  repeated,  // the month's columns of a table are those of the year to date, or the other way round
  whole,     // a part does not fit the rest throughout
  text       // the text does not fit the tables throughout
};

// Of these it is not known what should stand there, or only in part.
constexpr bool is_of_part(EditorialSlipKind kind) {
  return kind >= EditorialSlipKind::last_year;
}

// A figure of the report: those of the tables, then those of the text.
using PrintedIndex = std::size_t;

std::size_t count_printed(const Report& report);
const Figure& printed_at(const Report& report, PrintedIndex index);
Figure& printed_at(Report& report, PrintedIndex index);

// What is printed in one place belongs into another: in that of the figure `meant`, or of the
// figure with that key. With neither nothing is known of it.
struct Edit {
  PrintedIndex printed = 0;
  std::optional<PrintedIndex> meant{};
  std::optional<FigureKey> key{};
  int power = 0;  // and ten to this power times as much is meant
};

// What of the report a slip is about, as far as it is about one.
struct Part {
  std::string place{};
  std::optional<Span> span{};
  std::optional<Measure> measure{};
  std::string row{};
  std::string flow{};
};

struct EditorialSlip {
  EditorialSlipKind kind = EditorialSlipKind::figures;
  std::vector<Edit> edits;
  std::vector<std::pair<std::size_t, TopList>> lists{};  // that the text should have, by index
  Part first{};
  Part second{};

  // The same figures change places, and none gets a key that it did not have.
  bool only_moves() const;
  bool edits_figure(PrintedIndex index) const;
};

// The report with the slip undone. What is printed keeps the place where it stands on the page.
Report with_undone(const Report& report, const EditorialSlip& slip);

}  // namespace tradereport::validator
