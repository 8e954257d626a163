#include "tools/writers/discovery/table_lines.h"

#include <fmt/format.h>

#include <algorithm>

#include "tools/terminal/display_width.h"
#include "tools/writers/csv_writer.h"
#include "tools/writers/markup.h"

namespace tradereport::tools {

namespace {

constexpr std::size_t kMostColumns = 60;  // of one field
constexpr std::size_t kBetween = 2;

// Tables of one cell a million columns wide have no lines for people.
constexpr std::size_t kMostFields = 4'000'000;

bool stands_for_number(const std::string& text) {
  return looks_like_number(text) || text == "-" || text == ".." || text == "–" || text == ":";
}

std::vector<std::size_t> widths_of(const PlainTable& table) {
  std::vector<std::size_t> widths(table.cols, 0);
  for (const PlainCell& cell : table.cells) {
    if (cell.col_span > 1) continue;
    std::size_t& width = widths[cell.place.col];
    width = std::max(width, std::min(display_width(one_line(cell.text)), kMostColumns));
  }
  // What merged cells need more goes to their last column.
  for (const PlainCell& cell : table.cells) {
    if (cell.col_span == 1) continue;
    std::size_t room = kBetween * (cell.col_span - 1);
    for (std::size_t c = 0; c < cell.col_span; ++c) room += widths[cell.place.col + c];
    const std::size_t need = std::min(display_width(one_line(cell.text)), kMostColumns);
    if (need > room) widths[cell.place.col + cell.col_span - 1] += need - room;
  }
  return widths;
}

}  // namespace

std::vector<std::vector<std::string>> table_fields(const PlainTable& table) {
  if (table.cols != 0 && table.rows > kMostFields / table.cols) return {};
  std::vector<std::vector<std::string>> rows(table.rows, std::vector<std::string>(table.cols));
  for (const PlainCell& cell : table.cells) rows[cell.place.row][cell.place.col] = cell.text;
  return rows;
}

std::string table_csv(const PlainTable& table) {
  std::string out;
  for (std::vector<std::string>& row : table_fields(table)) {
    for (std::string& field : row) field = guard_formula(field);
    out += csv_line(row);
  }
  return out;
}

std::string table_text(const PlainTable& table) {
  const std::vector<std::size_t> widths = widths_of(table);
  std::vector<std::string> lines(table.rows);
  std::vector<std::size_t> used(table.rows, 0);
  for (const PlainCell& cell : table.cells) {
    std::string& line = lines[cell.place.row];
    std::size_t start = 0;
    for (std::size_t c = 0; c < cell.place.col; ++c) start += widths[c] + kBetween;
    std::size_t width = widths[cell.place.col];
    for (std::size_t c = 1; c < cell.col_span; ++c) width += kBetween + widths[cell.place.col + c];
    const std::string text = shorten(one_line(cell.text), std::max<std::size_t>(width, 1));
    const std::size_t need = display_width(text);
    if (stands_for_number(cell.text) && cell.col_span == 1 && need < width) start += width - need;
    std::size_t& at = used[cell.place.row];
    if (start > at) line.append(start - at, ' ');
    line += text;
    at = std::max(at, start) + need;
  }
  std::string out;
  for (const std::string& line : lines) out += line.empty() ? "\n" : "  " + line + "\n";
  return out;
}

std::string table_html(const PlainTable& table) {
  std::string out = "<table>\n";
  std::vector<std::size_t> next(table.rows, 0);  // by row: the first column without a cell
  std::size_t row = 0;
  out += "<tr>";
  for (const PlainCell& cell : table.cells) {
    for (; row < cell.place.row; ++row) out += "</tr>\n<tr>";
    const std::size_t gap = cell.place.col - std::min(cell.place.col, next[row]);
    if (gap == 1) out += "<td></td>";
    if (gap > 1) out += fmt::format("<td colspan=\"{}\"></td>", gap);
    out += stands_for_number(cell.text) ? "<td class=\"n\"" : "<td";
    if (cell.col_span > 1) out += fmt::format(" colspan=\"{}\"", cell.col_span);
    if (cell.row_span > 1) out += fmt::format(" rowspan=\"{}\"", cell.row_span);
    out += ">" + escaped(one_line(cell.text)) + "</td>";
    for (std::size_t r = cell.place.row; r < cell.place.row + cell.row_span; ++r)
      next[r] = std::max(next[r], cell.place.col + cell.col_span);
  }
  return out + "</tr>\n</table>\n";
}

}  // namespace tradereport::tools
