// The fields of reports as they stand in a message. Internal to message.cpp.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <type_traits>
#include <utility>

#include "schemas/report.h"
#include "tools/workers/wire.h"

namespace tradereport::tools::fields {

inline constexpr std::int64_t kMostPages = 1'000'000;
inline constexpr std::int64_t kMost = std::numeric_limits<int>::max();

// One function for each type, for both directions. Structured bindings name every member, so that
// a new one does not compile until it is sent too.

using wire::kText;
using wire::list;
using wire::optional;

inline constexpr auto kTexts = [](auto& stream, auto& texts) {
  wire::map(stream, texts, kText, kText);
};

inline constexpr auto kBox = [](auto& stream, auto& box) {
  auto& [x0, y0, x1, y1] = box;
  for (auto* side : {&x0, &y0, &x1, &y1}) stream.length(*side);
};

inline constexpr auto kSource = [](auto& stream, auto& source) {
  auto& [page, line, boxes, line_text, begin, end] = source;
  stream.number(page, 0, kMostPages);
  stream.number(line, 0, kMost);
  list(stream, boxes, kBox);
  stream.shared(line_text);
  stream.number(begin, 0, kMost);
  stream.number(end, 0, kMost);
  if constexpr (std::decay_t<decltype(stream)>::kReads) {
    if (begin > end || end > line_text.size()) throw BadMessage("a place is outside its line");
  }
};

inline constexpr auto kKey = [](auto& stream, auto& key) {
  auto& [place, span, flow, group, rank, row, measure] = key;
  stream.text(place);
  stream.number(span, 0, static_cast<int>(Span::ytd));
  stream.text(flow);
  stream.text(group);
  stream.number(rank, 0, kMost);
  stream.text(row);
  stream.number(measure, 0, static_cast<int>(kMeasureCount) - 1);
};

inline void decimal(WireWriter& stream, const Decimal& value) {
  stream.number(value.unscaled(), 0, 0);
  stream.number(value.decimals(), 0, 0);
}

inline void decimal(WireReader& stream, Decimal& value) {
  constexpr std::int64_t most = 999'999'999'999'999'999;  // Decimal::kMaxDigits nines
  std::int64_t unscaled = 0;
  int decimals = 0;
  stream.number(unscaled, -most, most);
  stream.number(decimals, 0, Decimal::kMaxDigits);
  value = Decimal(unscaled, decimals);
}

template <class Stream, class F>
void figure_fields(Stream& stream, F& value) {
  auto& [key, number, unit, printed, source, rounding, slack] = value;
  kKey(stream, key);
  decimal(stream, number);
  stream.text(unit);
  stream.text(printed);
  kSource(stream, source);
  stream.number(rounding, 0, static_cast<int>(Rounding::exact));
  stream.number(slack, 0, 1'000'000);
}

inline constexpr auto kFigure = [](auto& stream, auto& figure) { figure_fields(stream, figure); };

inline constexpr auto kClaim = [](auto& stream, auto& claim) {
  using Base = std::conditional_t<std::is_const_v<std::remove_reference_t<decltype(claim)>>,
                                  const Figure, Figure>;
  figure_fields(stream, static_cast<Base&>(claim));
  stream.shared(claim.sentence);
  stream.text(claim.direction_word);
  kSource(stream, claim.word_source);
  stream.number(claim.direction, -1, 1);
  stream.flag(claim.signed_digits);
};
// A claim cannot be taken apart as the others are: a new member shows in its size.
static_assert(sizeof(Claim) == sizeof(Figure) + sizeof(SharedText) + sizeof(std::string) +
                                   sizeof(Source) + 2 * sizeof(int));

inline constexpr auto kTopList = [](auto& stream, auto& top) {
  auto& [span, flow, announced, names, name_sources, source, sentence] = top;
  stream.number(span, 0, static_cast<int>(Span::ytd));
  stream.text(flow);
  stream.number(announced, 0, kMost);
  list(stream, names, kText);
  list(stream, name_sources, kSource);
  kSource(stream, source);
  stream.shared(sentence);
};

inline constexpr auto kCell = [](auto& stream, auto& cell) {
  auto& [text, figure_index] = cell;
  stream.text(text);
  optional(stream, figure_index, [](auto& s, auto& index) { s.number(index, 0, kMost); });
};

inline constexpr auto kRow = [](auto& stream, auto& row) {
  auto& [group, cells] = row;
  stream.text(group);
  list(stream, cells, kCell);
};

inline constexpr auto kColumn = [](auto& stream, auto& column) {
  auto& [label, span, measure, flow] = column;
  stream.flag(label);
  stream.number(span, 0, static_cast<int>(Span::ytd));
  stream.number(measure, 0, static_cast<int>(kMeasureCount) - 1);
  stream.text(flow);
};

inline constexpr auto kTable = [](auto& stream, auto& table) {
  auto& [id, caption, source, columns, rows] = table;
  stream.text(id);
  stream.text(caption);
  kSource(stream, source);
  list(stream, columns, kColumn);
  list(stream, rows, kRow);
};

inline constexpr auto kNumeral = [](auto& stream, auto& numeral) {
  auto& [printed, use, source, context] = numeral;
  stream.number(use, 0, static_cast<int>(NumeralUse::left_alone));
  stream.text(printed);
  kSource(stream, source);
  stream.text(context);
};

template <class Stream, class What>
void fields_of(Stream& stream, What& what) {
  using Of = std::remove_const_t<What>;
  if constexpr (std::is_same_v<Of, ListLengths>) {
    auto& [names, figures, sentence] = what;
    stream.number(names, 0, kMost);
    stream.number(figures, 0, kMost);
    stream.text(sentence);
  } else if constexpr (std::is_same_v<Of, UnknownRow>) {
    auto& [name, place, additional] = what;
    stream.text(name);
    stream.text(place);
    stream.flag(additional);
  } else if constexpr (std::is_same_v<Of, UnreadCells>) {
    auto& [place, row, columns] = what;
    stream.text(place);
    stream.text(row);
    list(stream, columns, kColumn);
  } else if constexpr (std::is_same_v<Of, Unspoken>) {
    auto& [name, place, span] = what;
    stream.text(name);
    stream.text(place);
    stream.number(span, 0, static_cast<int>(Span::ytd));
  } else if constexpr (std::is_same_v<Of, UnitDiffers>) {
    auto& [found, expected, place, slip] = what;
    stream.text(found);
    stream.text(expected);
    stream.text(place);
    stream.flag(slip);
  } else if constexpr (std::is_same_v<Of, Placeholder>) {
    auto& [printed] = what;
    stream.text(printed);
  } else if constexpr (!std::is_empty_v<Of>) {
    auto& [first, second, third] = what;
    stream.text(first);
    stream.text(second);
    stream.text(third);
  }
}

inline constexpr auto kProblem = [](auto& stream, auto& problem) {
  auto& [what, source] = problem;
  wire::variant(stream, what, [](auto& of, auto& alternative) { fields_of(of, alternative); });
  kSource(stream, source);
};

inline constexpr auto kPeriod = [](auto& stream, auto& period) {
  auto& [year, month] = period;
  stream.number(year, 1, 9999);
  stream.number(month, 1, 12);
};

// The file's name stays at home: the program knows it, and the worker does not.
inline constexpr auto kReport = [](auto& stream, auto& report) {
  auto& [file, family, period, has_month, pages, tables, figures, claims, lists, numerals,
         problems] = report;
  stream.text(family);
  kPeriod(stream, period);
  stream.flag(has_month);
  stream.number(pages, 0, kMostPages);
  list(stream, tables, kTable);
  list(stream, figures, kFigure);
  list(stream, claims, kClaim);
  list(stream, lists, kTopList);
  list(stream, numerals, kNumeral);
  list(stream, problems, kProblem);
};

}  // namespace tradereport::tools::fields
