// The fields of tables of documents of no family as they stand in a message. Internal to
// message.cpp.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>

#include "schemas/plain_table.h"
#include "tools/workers/finding_fields.h"
#include "tools/workers/report_fields.h"
#include "tools/workers/wire.h"
#include "validator/arithmetic/arithmetic.h"

namespace tradereport::tools::fields {

// Rows and columns of a table; more than any page has.
inline constexpr std::int64_t kMostPlaces = 10'000'000;

inline constexpr auto kPlace = [](auto& stream, auto& place) {
  auto& [row, col] = place;
  stream.number(row, 0, kMostPlaces);
  stream.number(col, 0, kMostPlaces);
};

inline constexpr auto kPlainCell = [](auto& stream, auto& cell) {
  auto& [place, row_span, col_span, text, box, proved] = cell;
  kPlace(stream, place);
  stream.number(row_span, 1, kMostPlaces);
  stream.number(col_span, 1, kMostPlaces);
  stream.text(text);
  kBox(stream, box);
  stream.flag(proved);
};

inline constexpr auto kPlainTable = [](auto& stream, auto& table) {
  auto& [page, box, rows, cols, cells] = table;
  stream.number(page, 0, kMostPages);
  kBox(stream, box);
  stream.number(rows, 0, kMostPlaces);
  stream.number(cols, 0, kMostPlaces);
  list(stream, cells, kPlainCell);
};

inline constexpr auto kArithmetic = [](auto& stream, auto& line) {
  auto& [kind, whole, parts] = line;
  stream.number(kind, 0, static_cast<int>(ArithmeticKind::relative_change));
  kPlace(stream, whole);
  list(stream, parts, kPlace);
};

inline constexpr auto kBrokenArithmetic = [](auto& stream, auto& broken) {
  auto& [relation, place, blamed, printed, possible, lines_alike] = broken;
  kArithmetic(stream, relation);
  kPlace(stream, place);
  stream.flag(blamed);
  decimal(stream, printed);
  rational(stream, possible.lo);
  rational(stream, possible.hi);
  stream.number(lines_alike, 0, kMostPlaces);
};

inline constexpr auto kFoundArithmetic = [](auto& stream, auto& found) {
  auto& [relations, contradictions, rounding, base] = found;
  list(stream, relations, kArithmetic);
  list(stream, contradictions, kBrokenArithmetic);
  stream.number(rounding, 0, static_cast<int>(Rounding::exact));
  stream.number(base, 1, std::numeric_limits<std::int64_t>::max());
};

inline constexpr auto kDiscovery = [](auto& stream, auto& discovery) {
  auto& [tables, unread_pages] = discovery;
  list(stream, tables, [](auto& s, auto& found) {
    auto& [table, arithmetic] = found;
    kPlainTable(s, table);
    kFoundArithmetic(s, arithmetic);
  });
  list(stream, unread_pages, [](auto& s, auto& page) { s.number(page, 1, kMostPages); });
};

// Cells stand within their table, and arithmetic is about them.
inline bool is_sound(const PlainTable& table) {
  return std::all_of(table.cells.begin(), table.cells.end(), [&](const PlainCell& cell) {
    return cell.place.row + cell.row_span <= table.rows &&
           cell.place.col + cell.col_span <= table.cols;
  });
}
inline bool is_within(const CellPlace& place, const PlainTable& table) {
  return place.row < table.rows && place.col < table.cols;
}
inline bool is_sound(const Arithmetic& line, const PlainTable& table) {
  return is_within(line.whole, table) &&
         std::all_of(line.parts.begin(), line.parts.end(),
                     [&](const CellPlace& part) { return is_within(part, table); });
}
inline bool is_sound(const validator::FoundArithmetic& found, const PlainTable& table) {
  return std::all_of(found.relations.begin(), found.relations.end(),
                     [&](const Arithmetic& line) { return is_sound(line, table); }) &&
         std::all_of(found.contradictions.begin(), found.contradictions.end(),
                     [&](const validator::BrokenArithmetic& broken) {
                       return is_sound(broken.relation, table) && is_within(broken.place, table) &&
                              broken.possible.lo <= broken.possible.hi;
                     });
}

}  // namespace tradereport::tools::fields
