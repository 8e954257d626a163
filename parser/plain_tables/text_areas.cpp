#include "parser/plain_tables/text_areas.h"

#include <algorithm>
#include <cmath>

#include "parser/pages/columns.h"
#include "parser/pages/quantiles.h"
#include "parser/plain_tables/column_cuts.h"
#include "parser/text/normalize.h"

namespace tradereport::parser {

namespace {

// Pieces of a row are this part of their height apart.
constexpr double kRowGap = 0.9;
// Lines further apart than this, in heights, are not of one table …
constexpr double kFarBelow = 2.6;
// … but where its rows are: so many times as far.
constexpr double kFurther = 1.5;
// A line that stands alone so many times as far below as rows do is the title of what follows.
constexpr double kTitleApart = 1.6;
// So many lines of a single piece may follow one another within a table.
constexpr std::size_t kMostSingles = 3;
// A line of a single piece that is wider than this part of the table is running text.
constexpr double kWide = 0.62;

std::size_t letters_in(const PdfWord& word) {
  return static_cast<std::size_t>(std::count_if(word.chars.begin(), word.chars.end(),
                                                [](const PdfChar& c) { return is_letter(c.raw); }));
}

// Words in the order of columns of running text, each column for itself.
std::vector<std::vector<Placed>> flows_of(const std::vector<Placed>& words) {
  const std::vector<LineBand> bands = bands_of(words);
  std::vector<std::vector<ColumnWord>> rows;
  for (const LineBand& band : bands) {
    std::vector<ColumnWord>& row = rows.emplace_back();
    for (const Placed& word : band.words) row.push_back({word.box, letters_in(*word.word)});
    std::sort(row.begin(), row.end(),
              [](const ColumnWord& a, const ColumnWord& b) { return a.box.x0 < b.box.x0; });
  }
  std::vector<std::vector<Placed>> flows(1);
  std::size_t next = 0;
  for (const ColumnRegion& region : find_columns(rows)) {
    for (; next < region.first; ++next)
      flows.back().insert(flows.back().end(), bands[next].words.begin(), bands[next].words.end());
    std::vector<Placed> left;
    std::vector<Placed> right;
    for (; next < region.last; ++next)
      for (const Placed& word : bands[next].words)
        (word.box.x1 <= region.gutter ? left : right).push_back(word);
    flows.push_back(std::move(left));
    flows.push_back(std::move(right));
    flows.emplace_back();
  }
  for (; next < bands.size(); ++next)
    flows.back().insert(flows.back().end(), bands[next].words.begin(), bands[next].words.end());
  return flows;
}

bool parts_in_columns(const TextLine& line) {
  for (std::size_t i = 1; i < line.pieces.size(); ++i) {
    if (line.pieces[i].box.x0 - line.pieces[i - 1].box.x1 > kRowGap * line.box.height())
      return true;
  }
  return false;
}

// Lines [first, last) that may be a table.
struct TableRun {
  std::size_t first = 0, last = 0;
  Box box;
  double pitch = 0;  // the greatest so far
  double least = 0;  // between rows
};

Box extent(const TextLine& line) {
  Box box = line.pieces.front().box;
  for (const TextPiece& piece : line.pieces) box = unite(box, piece.box);
  return box;
}

// The title of another table: it stands apart, and not over the labels.
bool is_title(const TableRun& run, const TextLine& above, const TextLine& line, double pitch) {
  const double apart = line.box.middle_y() - above.box.middle_y();
  return line.pieces.size() == 1 && apart > kTitleApart * pitch &&
         line.pieces.front().box.x0 > run.box.x0 + line.box.height();
}

bool too_far(const TableRun& run, const TextLine& above, const TextLine& below, double height) {
  const double apart = below.box.middle_y() - above.box.middle_y();
  return apart > kFarBelow * height &&
         (run.pitch == 0 ? apart > 2 * kFarBelow * height : apart > kFurther * run.pitch);
}

// Is the line after the last row the rest of its label?
bool wraps_last_label(const TableRun& run, const std::vector<TextLine>& lines) {
  const TextLine& above = lines[run.last - 1];
  const TextLine& line = lines[run.last];
  if (line.pieces.size() != 1) return false;
  const TextPiece& piece = line.pieces.front();
  if (line.box.y0 < above.box.y1 - 0.2 * line.box.height()) return true;
  return line.box.middle_y() - above.box.middle_y() < 1.4 * line.box.height() &&
         std::abs(piece.box.x0 - above.pieces.front().box.x0) < 2 * line.box.height() &&
         piece.box.width() < kWide * run.box.width() &&
         (goes_on_from_before(piece.text) || ends_open(above.pieces.front().text));
}

// Titles and notes of two pieces ("Table 2:   Persons employed", "(*)   Forecast"): without
// figures, and their text reaches over the columns.
bool is_note_of_table(const TextLine& line, const std::vector<ColumnCut>& cuts) {
  bool spans = false;
  for (const TextPiece& piece : line.pieces) {
    const ColumnRange range = columns_of(piece.box, cuts);
    if (piece.figure && range.first > 0) return false;
    spans = spans || range.spans();
  }
  return spans && columns_of(line.pieces.front().box, cuts).first == 0;
}

void trim(TableRun& run, const std::vector<TextLine>& lines) {
  const std::vector<TextLine> part(lines.begin() + static_cast<std::ptrdiff_t>(run.first),
                                   lines.begin() + static_cast<std::ptrdiff_t>(run.last));
  const std::vector<ColumnCut> cuts = column_cuts(part, run.box, {});
  if (cuts.size() < 2) return;
  while (run.last - run.first > 2 && is_note_of_table(lines[run.last - 1], cuts)) --run.last;
  while (run.last - run.first > 2 && is_note_of_table(lines[run.first], cuts)) {
    const double text = lines[run.first].pieces.back().box.x0;
    ++run.first;
    // The title's next line.
    while (run.last - run.first > 2 && lines[run.first].pieces.size() == 1 &&
           std::abs(lines[run.first].pieces.front().box.x0 - text) < 2)
      ++run.first;
  }
}

std::vector<TableRun> table_runs(const std::vector<TextLine>& lines, double height) {
  std::vector<TableRun> runs;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!parts_in_columns(lines[i])) continue;
    TableRun run{i, i + 1, extent(lines[i]), 0, 0};
    std::size_t singles = 0;
    for (std::size_t j = i + 1; j < lines.size(); ++j) {
      if (too_far(run, lines[j - 1], lines[j], height)) break;
      if (run.least > 0 && is_title(run, lines[j - 1], lines[j], run.least)) break;
      if (parts_in_columns(lines[j]) && parts_in_columns(lines[j - 1])) {
        const double apart = lines[j].box.middle_y() - lines[j - 1].box.middle_y();
        if (apart > height / 2) run.least = run.least == 0 ? apart : std::min(run.least, apart);
      }
      run.pitch = std::max(run.pitch, lines[j].box.middle_y() - lines[j - 1].box.middle_y());
      if (!parts_in_columns(lines[j])) {
        const Box box = extent(lines[j]);
        if (++singles > kMostSingles || box.width() > kWide * run.box.width()) break;
        continue;
      }
      singles = 0;
      run.last = j + 1;
      run.box = unite(run.box, extent(lines[j]));
    }
    while (run.last < lines.size() && wraps_last_label(run, lines)) ++run.last;
    trim(run, lines);
    // Heads above: what stands close above the columns and not over the labels.
    while (run.first > (runs.empty() ? 0 : runs.back().last)) {
      const TextLine& above = lines[run.first - 1];
      const Box box = extent(above);
      const TextLine& top = lines[run.first];
      const double apart = top.box.middle_y() - above.box.middle_y();
      const bool beside_labels = box.x0 > run.box.x0 + run.box.width() * 0.2;
      if (apart > 1.8 * height || !beside_labels || box.width() > kWide * run.box.width()) break;
      --run.first;
      run.box = unite(run.box, box);
    }
    runs.push_back(run);
    i = run.last - 1;
  }
  return runs;
}

}  // namespace

std::vector<std::vector<Placed>> text_areas(const std::vector<Placed>& words,
                                            const Rulings& rulings) {
  std::vector<std::vector<Placed>> areas;
  for (const std::vector<Placed>& flow : flows_of(words)) {
    const std::vector<TextLine> lines = text_lines(flow, rulings.upright);
    std::vector<double> heights;
    for (const TextLine& line : lines) heights.push_back(line.box.height());
    for (const TableRun& run : table_runs(lines, median(std::move(heights)))) {
      std::vector<Placed>& area = areas.emplace_back();
      for (std::size_t i = run.first; i < run.last; ++i)
        for (const TextPiece& piece : lines[i].pieces)
          area.insert(area.end(), piece.words.begin(), piece.words.end());
    }
  }
  return areas;
}

}  // namespace tradereport::parser
