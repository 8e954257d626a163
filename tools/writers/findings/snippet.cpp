#include "tools/writers/findings/snippet.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "tools/terminal/display_width.h"

namespace tradereport::tools {

namespace {

// A grapheme with the column where it begins.
struct Placed {
  Grapheme grapheme;
  std::size_t column = 0;
};

std::vector<Placed> place(std::string_view line) {
  std::vector<Placed> placed;
  std::size_t column = 0;
  for (const Grapheme& grapheme : graphemes(line)) {
    placed.push_back({grapheme, column});
    column += static_cast<std::size_t>(grapheme.columns);
  }
  return placed;
}

struct Columns {
  std::size_t begin = 0;
  std::size_t end = 0;
};

Columns columns_between(const std::vector<Placed>& placed, std::size_t begin, std::size_t end) {
  Columns columns;
  bool found = false;
  for (const Placed& p : placed) {
    if (p.grapheme.end <= begin || p.grapheme.begin >= end) continue;
    if (!found) columns.begin = p.column;
    found = true;
    columns.end = p.column + static_cast<std::size_t>(p.grapheme.columns);
  }
  return columns;
}

}  // namespace

std::string Snippet::underline() const {
  return width == 0 ? std::string() : std::string(column, ' ') + std::string(width, '^');
}

Snippet make_snippet(const Source& source, std::size_t columns) {
  const std::string_view raw = source.line_text;
  const std::size_t raw_begin = std::min(source.begin, raw.size());
  const std::size_t raw_end = std::clamp(source.end, raw_begin, raw.size());
  // Cleaning changes byte offsets, so clean the three parts apart.
  const std::string before = one_line(raw.substr(0, raw_begin));
  const std::string marked = one_line(raw.substr(raw_begin, raw_end - raw_begin));
  const std::string line = before + marked + one_line(raw.substr(raw_end));

  const std::vector<Placed> placed = place(line);
  const std::size_t total = display_width(line);
  const Columns mark = columns_between(placed, before.size(), before.size() + marked.size());
  Snippet snippet;
  if (total <= columns) {
    snippet.line = line.substr(0, line.find_last_not_of(' ') + 1);
    snippet.column = mark.begin;
    snippet.width = mark.end - mark.begin;
    return snippet;
  }
  // A window around the mark, with room for an ellipsis at both ends.
  const std::size_t room = std::max<std::size_t>(columns, 10) - 2;
  const std::size_t mark_width = std::min(mark.end - mark.begin, room);
  const std::size_t lead = (room - mark_width) / 2;
  std::size_t from = mark.begin > lead ? mark.begin - lead : 0;
  from = std::min(from, total - room);
  const std::size_t to = from + room;

  bool first = true;
  for (const Placed& p : placed) {
    const std::size_t p_end = p.column + static_cast<std::size_t>(p.grapheme.columns);
    if (p.column < from || p_end > to) continue;
    if (first) from = p.column;  // a wide grapheme may straddle the window's edge
    if (first && p.column > 0) snippet.line += "…";
    first = false;
    snippet.line += line.substr(p.grapheme.begin, p.grapheme.end - p.grapheme.begin);
  }
  const std::size_t shift = from > 0 ? 1 : 0;
  if (to < total) snippet.line += "…";
  snippet.column = mark.begin - std::min(from, mark.begin) + shift;
  snippet.width = std::min(mark.end, to) - std::min(mark.begin, std::min(mark.end, to));
  return snippet;
}

}  // namespace tradereport::tools
