// A relation between positions along a line, how one line fits it, and how much all lines say for
// it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "schemas/plain_table.h"
#include "validator/arithmetic/figure_grid.h"

namespace tradereport::validator {

struct LinePattern {
  ArithmeticKind kind = ArithmeticKind::sum;
  int factor = 1;  // of divisions and relative changes: 1, or 100 for per cent
  std::size_t whole = 0;
  std::vector<std::size_t> parts;  // positions; in order of position for sums and averages
  double cost = 0;                 // log of how many patterns like this one were tried

  bool same_as(const LinePattern& other) const {
    return kind == other.kind && whole == other.whole && parts == other.parts;
  }
};

enum class Fit {
  unused,  // figures are missing
  idle,    // holds, but would do so for nearly any figures: zeros, dashes
  holds,   // with what rounding allows
  fails,
};

struct LineFit {
  Fit fit = Fit::unused;
  double surprise =
      0;  // log of how much likelier the figures are with the pattern than by accident
  double closeness = 0;        // the same, if the whole could be anything
  double distance = 0;         // between the whole and what the parts make, in the unit of the grid
  double grain = 0;            // finest step among the figures, halved
  double half = 1;             // of quotients: of the whole's last digit
  double spread = 0;           // standard deviation of the distance that rounding makes
  bool direct = false;         // what the printed parts make is the printed whole
  std::int64_t deviation = 0;  // of sums: whole minus parts, in the unit of the grid
};

// `line` has a figure for each position, in a grid where the number 1 is `one`.
LineFit fit_line(const LinePattern& pattern, const GridFigure* line, std::int64_t one);

struct PatternWeight {
  double score = 0;                  // log of the odds against accident; accepted above kAccepted
  double rank = 0;                   // of competing readings of a whole the greatest is taken
  std::size_t first = 0, last = 0;   // the lines in which the pattern lives
  std::size_t direct = 0;            // lines that hold as printed
  double roughness = 0;              // of these the greatest distance, where half a last digit is 1
  std::size_t held = 0, failed = 0;  // among them
};

constexpr double kAccepted = 5;

// Weighs a pattern over all lines, or over some (in order).
PatternWeight weigh_pattern(const LinePattern& pattern, const LineView& view);
PatternWeight weigh_pattern(const LinePattern& pattern, const LineView& view,
                            const std::vector<std::size_t>& lines);

struct WeighedPattern {
  LinePattern pattern;
  PatternWeight weight;
};

}  // namespace tradereport::validator
