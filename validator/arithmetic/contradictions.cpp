#include "validator/arithmetic/contradictions.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace tradereport::validator {

namespace {

const LinePattern& pattern_of(const PatternLine& line) {
  return line.pattern->pattern;
}

const GridFigure& figure_at(const PatternLine& line, std::size_t position) {
  return line.view->line(line.line)[position];
}

std::int64_t slack_of(const PatternLine& line) {
  std::int64_t slack = figure_at(line, pattern_of(line).whole).half;
  for (const std::size_t part : pattern_of(line).parts) slack += figure_at(line, part).half;
  return slack;
}

bool has_place(const Arithmetic& relation, const CellPlace& place) {
  return relation.whole == place ||
         std::find(relation.parts.begin(), relation.parts.end(), place) != relation.parts.end();
}

class ContradictionSearch {
 public:
  ContradictionSearch(const std::vector<PatternLine>& lines, Rounding rounding,
                      const FigureGrid& grid)
      : lines_(lines), rounding_(rounding), grid_(grid) {
    for (const PatternLine& line : lines) {
      // A position of averages or quotients is a line of them, seen the other way.
      if (pattern_of(line).kind != ArithmeticKind::sum) {
        for (const PatternLine& other : lines) {
          if (other.view == line.view) continue;
          computed_lines_.insert({other.view, pattern_of(line).whole});
          break;
        }
      }
      if (line.fit.fit == Fit::idle || line.fit.fit == Fit::unused) continue;
      const bool holds = holds_when(rounding, line);
      auto& [failing, all] = of_line_[{line.view, line.line}];
      ++all;
      if (!holds) ++failing;
      ++(holds ? held_ : failed_)[line.pattern];
      if (!holds) continue;
      const Arithmetic relation = arithmetic_of(line);
      confirmed_.insert(relation.whole);
      confirmed_.insert(relation.parts.begin(), relation.parts.end());
    }
  }

  std::vector<BrokenArithmetic> find() {
    std::vector<const PatternLine*> broken;
    for (const PatternLine& line : lines_) {
      if (contradicts(line)) broken.push_back(&line);
    }
    std::set<const PatternLine*> told;
    for (const PatternLine* const line : broken) {
      if (told.contains(line)) continue;
      std::optional<CellPlace> blamed;
      for (const PatternLine* const other : broken) {
        if (other == line || told.contains(other)) continue;
        const auto common = common_cause(*line, *other);
        if (!common) continue;
        blamed = common;
        told.insert(other);
      }
      if (!blamed) blamed = only_unconfirmed(*line);
      found_.push_back(describe_broken(*line, blamed));
    }
    std::sort(found_.begin(), found_.end(),
              [](const auto& a, const auto& b) { return a.relation.whole < b.relation.whole; });
    return std::move(found_);
  }

 private:
  // Fails, where nearly all other lines of the pattern hold, and nothing but a wrong figure
  // explains it.
  bool contradicts(const PatternLine& line) const {
    const LinePattern& pattern = pattern_of(line);
    if (pattern.kind != ArithmeticKind::sum || line.fit.fit == Fit::idle ||
        line.fit.fit == Fit::unused || holds_when(rounding_, line))
      return false;
    const std::size_t held = held_.contains(line.pattern) ? held_.at(line.pattern) : 0;
    const std::size_t failed = failed_.at(line.pattern);
    if (held < 2 || failed > std::max<std::size_t>(1, held / 8)) return false;
    constexpr double kSureOfTwo = 12;
    if (held == 2 && line.pattern->weight.score < kSureOfTwo) return false;
    // Beside the lines in which the pattern lives, something else may begin.
    const PatternWeight& weight = line.pattern->weight;
    if ((line.line < weight.first || line.line > weight.last) &&
        4 * std::abs(line.fit.deviation) > std::abs(figure_at(line, pattern.whole).value))
      return false;
    if (is_repeated(line)) return false;
    if (figure_at(line, pattern.whole).value == 0) return false;
    return complete(line) && !of_another_kind(line) && !rounded_alone(line) &&
           !leaves_out_a_part(line) && !read_otherwise(line);
  }

  // Several lines are off by the same: that is how they are made.
  bool is_repeated(const PatternLine& line) const {
    return std::count_if(lines_.begin(), lines_.end(), [&line](const PatternLine& other) {
             return other.pattern == line.pattern && other.fit.fit == Fit::fails &&
                    other.fit.deviation == line.fit.deviation;
           }) >= 3;
  }

  // A line of averages, shares or rates among lines of amounts: its whole is no sum at all.
  bool of_another_kind(const PatternLine& line) const {
    const GridFigure& whole = figure_at(line, pattern_of(line).whole);
    bool within_least = false;
    bool within_greatest = false;
    for (const std::size_t part : pattern_of(line).parts) {
      const GridFigure& figure = figure_at(line, part);
      if (!figure.printed) continue;
      within_least = within_least || figure.value <= whole.value;
      within_greatest = within_greatest || figure.value >= whole.value;
    }
    if (within_least && within_greatest) return true;
    const auto& [failing, all] = of_line_.at({line.view, line.line});
    if (failing > 1 && 2 * failing >= all) return true;
    // Printed with other decimals, or per cent.
    std::size_t alike = 0;
    std::size_t others = 0;
    const PatternWeight& weight = line.pattern->weight;
    for (std::size_t other = weight.first; other <= weight.last; ++other) {
      const GridFigure& there = line.view->line(other)[pattern_of(line).whole];
      if (other == line.line || !there.printed) continue;
      ++(there.half == whole.half && there.percent == whole.percent ? alike : others);
    }
    return others > alike || computed_lines_.contains({line.view, line.line});
  }

  // All figures of the line are multiples of a base, in which they may have been rounded.
  bool rounded_alone(const PatternLine& line) const {
    const LinePattern& pattern = pattern_of(line);
    for (const std::int64_t base : {1000, 100, 50, 10, 5}) {
      const std::int64_t unit = base * grid_.one;
      const auto multiple = [&](std::size_t position) {
        return figure_at(line, position).value % unit == 0;
      };
      if (!multiple(pattern.whole) ||
          !std::all_of(pattern.parts.begin(), pattern.parts.end(), multiple))
        continue;
      return std::abs(line.fit.deviation) <=
             unit * static_cast<std::int64_t>(pattern.parts.size() + 1);
    }
    return false;
  }

  static bool leaves_out_a_part(const PatternLine& line) {
    return std::any_of(
        pattern_of(line).parts.begin(), pattern_of(line).parts.end(), [&line](std::size_t part) {
          const GridFigure& figure = figure_at(line, part);
          return figure.printed && std::abs(figure.value) == std::abs(line.fit.deviation);
        });
  }

  // No part is missing that most other lines have.
  static bool complete(const PatternLine& line) {
    const PatternWeight& weight = line.pattern->weight;
    for (const std::size_t part : pattern_of(line).parts) {
      if (figure_at(line, part).printed) continue;
      std::size_t printed = 0;
      for (std::size_t other = weight.first; other <= weight.last; ++other) {
        if (line.view->line(other)[part].printed) ++printed;
      }
      if (2 * printed > weight.last - weight.first) return false;
    }
    return true;
  }

  // Another pattern makes the same whole, and holds here.
  bool read_otherwise(const PatternLine& line) const {
    return std::any_of(lines_.begin(), lines_.end(), [&](const PatternLine& other) {
      return other.view == line.view && other.line == line.line && other.pattern != line.pattern &&
             pattern_of(other).whole == pattern_of(line).whole && other.fit.fit == Fit::holds;
    });
  }

  // The one figure that two lines share and whose error explains both.
  static std::optional<CellPlace> common_cause(const PatternLine& a, const PatternLine& b) {
    const Arithmetic first = arithmetic_of(a);
    const Arithmetic second = arithmetic_of(b);
    const auto error = [](const Arithmetic& relation, const PatternLine& line,
                          const CellPlace& place) {
      return relation.whole == place ? line.fit.deviation : -line.fit.deviation;
    };
    std::vector<CellPlace> places = first.parts;
    places.push_back(first.whole);
    std::optional<CellPlace> common;
    for (const CellPlace& place : places) {
      if (!has_place(second, place) ||
          std::abs(error(first, a, place) - error(second, b, place)) > slack_of(a) + slack_of(b))
        continue;
      if (common) return std::nullopt;
      common = place;
    }
    return common;
  }

  // The only figure of a line that no other line confirms, where there is one.
  std::optional<CellPlace> only_unconfirmed(const PatternLine& line) const {
    const Arithmetic relation = arithmetic_of(line);
    std::vector<CellPlace> places = relation.parts;
    places.push_back(relation.whole);
    std::optional<CellPlace> only;
    for (const CellPlace& place : places) {
      if (confirmed_.contains(place) || !grid_.figures[grid_.index(place.row, place.col)].printed)
        continue;
      if (only) return std::nullopt;
      only = place;
    }
    return only;
  }

  BrokenArithmetic describe_broken(const PatternLine& line, std::optional<CellPlace> blamed) const {
    BrokenArithmetic broken{arithmetic_of(line), {}, blamed.has_value(), {}, {}, 0};
    broken.place = blamed.value_or(broken.relation.whole);
    broken.lines_alike = held_.at(line.pattern);
    const std::size_t index = grid_.index(broken.place.row, broken.place.col);
    broken.printed = grid_.cells[index].value;
    const GridFigure& figure = grid_.figures[index];
    // Off by the deviation, as far as the rounding of the others lets it.
    const std::int64_t error =
        broken.place == broken.relation.whole ? line.fit.deviation : -line.fit.deviation;
    const std::int64_t value = figure.value - error;
    const std::int64_t slack = rounding_ == Rounding::exact ? 0 : slack_of(line) - figure.half;
    broken.possible = {Rational(static_cast<long>(value - slack), static_cast<long>(grid_.one)),
                       Rational(static_cast<long>(value + slack), static_cast<long>(grid_.one))};
    broken.possible.lo.canonicalize();
    broken.possible.hi.canonicalize();
    return broken;
  }

  const std::vector<PatternLine>& lines_;
  Rounding rounding_;
  const FigureGrid& grid_;
  std::map<const WeighedPattern*, std::size_t> held_, failed_;
  using LineOfView = std::pair<const LineView*, std::size_t>;
  std::map<LineOfView, std::pair<std::size_t, std::size_t>>
      of_line_;                          // patterns that fail, and all
  std::set<LineOfView> computed_lines_;  // of averages or quotients
  std::set<CellPlace> confirmed_;        // figures of lines that hold
  std::vector<BrokenArithmetic> found_;
};

}  // namespace

Arithmetic arithmetic_of(const PatternLine& line) {
  const LinePattern& pattern = pattern_of(line);
  Arithmetic relation{pattern.kind, line.view->place(line.line, pattern.whole), {}};
  for (const std::size_t part : pattern.parts)
    relation.parts.push_back(line.view->place(line.line, part));
  return relation;
}

bool holds_when(Rounding rounding, const PatternLine& line) {
  const bool holds = line.fit.fit == Fit::holds || line.fit.fit == Fit::idle;
  if (pattern_of(line).kind != ArithmeticKind::sum || line.fit.fit == Fit::unused) return holds;
  if (rounding == Rounding::exact) return line.fit.deviation == 0;
  if (rounding != Rounding::cut) return holds;
  // Each part may have lost up to a last digit, and the whole too.
  const std::int64_t lost = 2 * slack_of(line);
  return line.fit.deviation > -2 * figure_at(line, pattern_of(line).whole).half &&
         line.fit.deviation < lost;
}

std::vector<BrokenArithmetic> contradictions(const std::vector<PatternLine>& lines,
                                             Rounding rounding, const FigureGrid& grid) {
  return ContradictionSearch(lines, rounding, grid).find();
}

}  // namespace tradereport::validator
