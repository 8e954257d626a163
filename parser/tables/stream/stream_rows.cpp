#include "parser/tables/stream/stream_rows.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tradereport::parser {

namespace {

using SegmentAt = std::vector<Segment>::iterator;

std::size_t first_line(const Segment& segment) {
  return segment.label ? segment.label->line : segment.figures.front().line;
}

std::size_t line_of_figures(const Segment& segment) {
  return segment.figures.empty() ? first_line(segment) : segment.figures.front().line;
}

// The segments on one line end before that one. A label may begin on the line before its figures,
// beside those of the list before.
SegmentAt end_of_line(SegmentAt begin, SegmentAt end) {
  std::size_t last = line_of_figures(*begin);
  SegmentAt next = std::next(begin);
  for (; next != end && first_line(*next) <= last; ++next)
    last = std::max(last, line_of_figures(*next));
  return next;
}

bool print_whole_rows(SegmentAt begin, SegmentAt end, std::size_t lists) {
  return std::distance(begin, end) % static_cast<std::ptrdiff_t>(lists) == 0 &&
         std::none_of(begin, end, [](const Segment& segment) { return segment.lost; });
}

bool lines_are_rows(std::vector<Segment>& segments, std::size_t lists) {
  std::size_t whole = 0;
  std::size_t others = 0;
  for (auto at = segments.begin(); at != segments.end();) {
    const auto next = end_of_line(at, segments.end());
    ++(print_whole_rows(at, next, lists) ? whole : others);
    at = next;
  }
  return whole > others;
}

// Figures on lines below those that a row has are left of a row without names.
void split_off_nameless(std::vector<Segment>& segments, std::size_t measures) {
  std::vector<Segment> split;
  for (Segment& segment : segments) {
    std::vector<Atom>& figures = segment.figures;
    const auto below = std::find_if(figures.begin(), figures.end(), [&](const Atom& figure) {
      return figure.line != figures.front().line;
    });
    const bool whole =
        std::distance(figures.begin(), below) == static_cast<std::ptrdiff_t>(measures);
    std::vector<Atom> rest;
    if (whole) {
      rest.assign(std::make_move_iterator(below), std::make_move_iterator(figures.end()));
      figures.erase(below, figures.end());
    }
    const int group = segment.group;
    split.push_back(std::move(segment));
    for (auto at = rest.begin(); at != rest.end();) {
      const auto next =
          std::find_if(at, rest.end(), [&](const Atom& figure) { return figure.line != at->line; });
      split.push_back({group, std::nullopt, {at, next}, {}, true});
      at = next;
    }
  }
  segments = std::move(split);
}

void add_rows(SegmentAt begin, SegmentAt end, std::size_t lists, std::vector<SegmentRow>& rows) {
  for (; begin != end; std::advance(begin, lists))
    rows.push_back(
        {begin->group, {begin, std::next(begin, static_cast<std::ptrdiff_t>(lists))}, begin->year});
}

}  // namespace

std::vector<SegmentRow> segment_rows(std::vector<Segment> segments, std::size_t lists,
                                     std::size_t measures) {
  const bool lines = lines_are_rows(segments, lists);
  if (lines) split_off_nameless(segments, measures);
  std::vector<SegmentRow> rows;
  for (auto at = segments.begin(); at != segments.end();) {
    const auto next = lines ? end_of_line(at, segments.end())
                            : std::find_if(at, segments.end(), [&](const Segment& segment) {
                                return segment.group != at->group;
                              });
    if (print_whole_rows(at, next, lists)) {
      add_rows(at, next, lists, rows);
    } else {
      const auto dated =
          std::find_if(at, next, [](const Segment& segment) { return segment.year.has_value(); });
      rows.push_back({at->group, {}, dated == next ? std::nullopt : dated->year});
    }
    at = next;
  }
  return rows;
}

}  // namespace tradereport::parser
