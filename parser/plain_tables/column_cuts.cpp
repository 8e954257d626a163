#include "parser/plain_tables/column_cuts.h"

#include <algorithm>
#include <cmath>

#include "parser/pages/quantiles.h"

namespace tradereport::parser {

namespace {

// An upright ruling that reaches over this part of the table's height parts columns.
constexpr double kRuledHeight = 0.3;
// Rulings closer than this are the two sides of one.
constexpr double kSameCut = 5;
// Lines with this part of the pieces of those with the most tell where the gaps are, and of them
// so many of a hundred may reach over one.
constexpr double kWitness = 0.6;
constexpr std::size_t kCrossingPercent = 5;
// A gap between columns, in points, and one within a column that rulings part from the others, in
// heights of the line.
constexpr double kLeastGap = 1.5;
constexpr double kGapInRuled = 0.9;
constexpr std::size_t kLinesInRuled = 3;
// A piece may reach so far over a cut and not stand on the other side, in points.
constexpr double kOverhang = 2;

std::vector<ColumnCut> ruled_cuts(const Box& box, const std::vector<TextLine>& lines,
                                  std::vector<Ruling> upright) {
  std::sort(upright.begin(), upright.end(),
            [](const Ruling& a, const Ruling& b) { return a.at < b.at; });
  double left = box.x1;
  double right = box.x0;
  for (const TextLine& line : lines) {
    for (const TextPiece& piece : line.pieces) {
      left = std::min(left, (piece.box.x0 + piece.box.x1) / 2);
      right = std::max(right, (piece.box.x0 + piece.box.x1) / 2);
    }
  }
  std::vector<ColumnCut> cuts;
  double covered = 0;
  const auto settle = [&] {
    if (!cuts.empty() && covered < kRuledHeight * box.height()) cuts.pop_back();
    covered = 0;
  };
  for (const Ruling& ruling : upright) {
    if (ruling.at <= left || ruling.at >= right) continue;
    if (cuts.empty() || ruling.at - cuts.back().at > kSameCut) {
      settle();
      if (cuts.empty() || ruling.at - cuts.back().at > kSameCut) cuts.push_back({ruling.at, true});
    }
    covered += std::min(ruling.to, box.y1) - std::max(ruling.from, box.y0);
  }
  settle();
  return cuts;
}

// What the lines say of one strip of the table, point by point.
struct Strip {
  double from = 0;
  std::vector<std::size_t> crossing;  // lines with a piece there
  std::size_t lines = 0;              // that were asked
};

std::size_t pieces_in(const TextLine& line, double from, double to) {
  return static_cast<std::size_t>(std::count_if(
      line.pieces.begin(), line.pieces.end(),
      [&](const TextPiece& piece) { return piece.box.x1 > from && piece.box.x0 < to; }));
}

// Only lines of many pieces are asked: what stands in the others may be merged cells.
Strip strip_of(const std::vector<TextLine>& lines, double from, double to) {
  Strip strip{
      from,
      std::vector<std::size_t>(static_cast<std::size_t>(std::max(1.0, std::ceil(to - from))), 0),
      0};
  std::vector<double> counts;
  for (const TextLine& line : lines)
    if (const std::size_t count = pieces_in(line, from, to); count > 0)
      counts.push_back(static_cast<double>(count));
  std::sort(counts.rbegin(), counts.rend());
  const double most = counts.empty() ? 0 : counts[counts.size() / 5];
  for (const TextLine& line : lines) {
    const auto count = static_cast<double>(pieces_in(line, from, to));
    if (count == 0 || count < kWitness * most) continue;
    ++strip.lines;
    std::vector<char> here(strip.crossing.size(), 0);
    for (const TextPiece& piece : line.pieces) {
      if (piece.box.x1 <= from || piece.box.x0 >= to) continue;
      const double first = std::max(0.0, piece.box.x0 - from);
      const double last = std::min(to - from, piece.box.x1 - from);
      for (auto x = static_cast<std::size_t>(first);
           x < here.size() && static_cast<double>(x) < last; ++x)
        here[x] = 1;
    }
    for (std::size_t x = 0; x < here.size(); ++x) strip.crossing[x] += here[x] != 0 ? 1 : 0;
  }
  return strip;
}

// In how many lines pieces stand on both sides of the gap, with nothing in it.
std::size_t lines_parted(const std::vector<TextLine>& lines, double from, double to, double left,
                         double right) {
  return static_cast<std::size_t>(
      std::count_if(lines.begin(), lines.end(), [&](const TextLine& line) {
        bool before = false;
        bool after = false;
        bool across = false;
        for (const TextPiece& piece : line.pieces) {
          if (piece.box.x1 <= from || piece.box.x0 >= to) continue;
          before = before || piece.box.x1 <= left + 1;
          after = after || piece.box.x0 >= right - 1;
          across = across || (piece.box.x0 < left && piece.box.x1 > right);
        }
        return before && after && !across;
      }));
}

// The number of lines with a piece whose middle lies between the two cuts.
std::size_t lines_between(const std::vector<TextLine>& lines, double from, double to) {
  return static_cast<std::size_t>(
      std::count_if(lines.begin(), lines.end(), [&](const TextLine& line) {
        return std::any_of(line.pieces.begin(), line.pieces.end(), [&](const TextPiece& piece) {
          const double middle = (piece.box.x0 + piece.box.x1) / 2;
          return middle > from && middle < to;
        });
      }));
}

struct ColumnGap {
  double from = 0, to = 0;
};

std::vector<ColumnGap> gaps_in(const Strip& strip, std::size_t allowed) {
  std::vector<ColumnGap> gaps;
  const std::size_t width = strip.crossing.size();
  for (std::size_t x = 0; x < width;) {
    if (strip.crossing[x] > allowed) {
      ++x;
      continue;
    }
    // Within the gap, only the part that fewest pieces reach over counts.
    std::size_t end = x;
    while (end < width && strip.crossing[end] <= allowed) ++end;
    const auto least = *std::min_element(strip.crossing.begin() + static_cast<std::ptrdiff_t>(x),
                                         strip.crossing.begin() + static_cast<std::ptrdiff_t>(end));
    std::size_t first = x;
    while (strip.crossing[first] > least) ++first;
    std::size_t last = end;
    while (strip.crossing[last - 1] > least) --last;
    if (x > 0 && end < width)
      gaps.push_back(
          {strip.from + static_cast<double>(first), strip.from + static_cast<double>(last)});
    x = end;
  }
  return gaps;
}

// A gap is cut where a ruling is, be it a short one between heads, else in its middle.
double cut_in(const ColumnGap& gap, const std::vector<Ruling>& upright) {
  for (const Ruling& ruling : upright)
    if (ruling.at > gap.from - 1 && ruling.at < gap.to + 1) return ruling.at;
  return (gap.from + gap.to) / 2;
}

void add_gap_cuts(std::vector<ColumnCut>& cuts, const std::vector<TextLine>& lines, double from,
                  double to, bool ruled, double height, const std::vector<Ruling>& upright) {
  const Strip strip = strip_of(lines, from, to);
  if (strip.lines < 2) return;
  const std::size_t allowed = strip.lines * kCrossingPercent / 100;
  double before = from;
  for (const ColumnGap& gap : gaps_in(strip, allowed)) {
    if (gap.to - gap.from < (ruled ? kGapInRuled * height : kLeastGap)) continue;
    const std::size_t parted = lines_parted(lines, from, to, gap.from, gap.to);
    const std::size_t needed =
        ruled ? std::max(kLinesInRuled, strip.lines / 3)
              : std::max<std::size_t>(strip.lines >= 4 ? 2 : 1, strip.lines / 8);
    if (parted < needed) continue;
    const double at = cut_in(gap, upright);
    if (lines_between(lines, before, at) == 0) continue;
    cuts.push_back({at, false});
    before = at;
  }
}

}  // namespace

std::vector<ColumnCut> column_cuts(const std::vector<TextLine>& lines, const Box& box,
                                   const std::vector<Ruling>& upright) {
  std::vector<ColumnCut> cuts = ruled_cuts(box, lines, upright);
  std::vector<double> heights;
  for (const TextLine& line : lines) heights.push_back(line.box.height());
  const double height = median(std::move(heights));
  std::vector<double> edges{box.x0};
  for (const ColumnCut& cut : cuts) edges.push_back(cut.at);
  edges.push_back(box.x1);
  const bool ruled = !cuts.empty();
  for (std::size_t i = 0; i + 1 < edges.size(); ++i)
    add_gap_cuts(cuts, lines, edges[i], edges[i + 1], ruled, height, upright);
  std::sort(cuts.begin(), cuts.end(),
            [](const ColumnCut& a, const ColumnCut& b) { return a.at < b.at; });
  return cuts;
}

ColumnRange columns_of(const Box& piece, const std::vector<ColumnCut>& cuts) {
  const double hang = std::min(kOverhang, piece.width() / 3);
  ColumnRange range;
  for (const ColumnCut& cut : cuts) {
    if (cut.at <= piece.x0 + hang) ++range.first;
    if (cut.at < piece.x1 - hang) ++range.last;
  }
  range.last = std::max(range.first, range.last);
  return range;
}

}  // namespace tradereport::parser
