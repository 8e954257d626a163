#include "parser/pages/columns.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace tradereport::parser {

namespace {

// A gap at least this many line heights wide can be a gutter.
constexpr double kGutter = 0.8;
// A line of running text has at least so many letters in its column …
constexpr std::size_t kTextLetters = 12;
// … and so many on average, and there are so many such lines in each column.
constexpr double kUsualLetters = 15;
constexpr std::size_t kTextLines = 3;
// Lines of a column follow one another within this many of its usual distances.
constexpr double kNextLine = 1.35;
// Lines of two columns stand beside one another if they are so many line heights apart.
constexpr double kColumnGap = 1.5;

using Band = std::vector<ColumnWord>;

struct Gap {
  double from = 0;
  double to = 0;
  double width() const { return to - from; }
  double middle() const { return (from + to) / 2; }
};

double height_of(const Band& band) {
  double height = 0;
  for (const ColumnWord& word : band) height = std::max(height, word.box.height());
  return height;
}

double middle_line(const Band& band) {
  return (band.front().box.y0 + band.front().box.y1) / 2;
}

std::size_t letters(const Band& band, double from, double to) {
  std::size_t count = 0;
  for (const ColumnWord& word : band) {
    if (word.box.x0 >= from && word.box.x1 <= to) count += word.letters;
  }
  return count;
}

constexpr double kUnbounded = std::numeric_limits<double>::max();

std::size_t letters(const Band& band, double gutter, bool left) {
  return left ? letters(band, -kUnbounded, gutter) : letters(band, gutter, kUnbounded);
}

// The widest part of the gap that no word of the band covers.
Gap free_part(const Gap& gap, const Band& band) {
  Gap best{gap.from, gap.from};
  double from = gap.from;
  const auto consider = [&](double to) {
    if (to - from > best.width()) best = {from, to};
  };
  for (const ColumnWord& word : band) {
    if (word.box.x1 <= from || word.box.x0 >= gap.to) continue;
    consider(word.box.x0);
    from = std::max(from, word.box.x1);
  }
  if (from < gap.to) consider(gap.to);
  return best;
}

class Finder {
 public:
  explicit Finder(const std::vector<Band>& bands) : bands_(bands) {}

  std::vector<ColumnRegion> run() {
    std::vector<ColumnRegion> regions;
    for (std::size_t i = 0; i < bands_.size(); ++i) {
      for (const Gap& gap : gaps(bands_[i])) {
        const auto region = grow(i, gap, regions.empty() ? 0 : regions.back().last);
        if (!region) continue;
        regions.push_back(*region);
        i = region->last - 1;
        break;
      }
    }
    return regions;
  }

 private:
  // Gaps with running text on both sides.
  static std::vector<Gap> gaps(const Band& band) {
    std::vector<Gap> found;
    const double height = height_of(band);
    for (std::size_t w = 1; w < band.size(); ++w) {
      const Gap gap{band[w - 1].box.x1, band[w].box.x0};
      if (gap.width() >= kGutter * height && letters(band, gap.middle(), true) >= kTextLetters &&
          letters(band, gap.middle(), false) >= kTextLetters)
        found.push_back(gap);
    }
    return found;
  }

  std::optional<ColumnRegion> grow(std::size_t at, Gap gap, std::size_t top) const {
    const auto narrowed = [&](std::size_t band) {
      const Gap part = free_part(gap, bands_[band]);
      if (part.width() < kGutter * std::min(height_of(bands_[band]), height_of(bands_[at])))
        return false;
      gap = part;
      return true;
    };
    std::size_t first = at;
    std::size_t last = at + 1;
    while (last < bands_.size() && narrowed(last)) ++last;
    while (first > top && narrowed(first - 1)) --first;
    return trimmed({first, last, gap.middle()});
  }

  bool is_text(std::size_t band, double gutter, bool left) const {
    return letters(bands_[band], gutter, left) >= kTextLetters;
  }

  // Is there running text on both sides of this band or close to it?
  bool two_sided(std::size_t band, const ColumnRegion& region) const {
    const auto text_near = [&](bool left) {
      for (std::size_t other = region.first; other < region.last; ++other) {
        if (std::abs(middle_line(bands_[other]) - middle_line(bands_[band])) <=
                kColumnGap * height_of(bands_[band]) &&
            is_text(other, region.gutter, left))
          return true;
      }
      return false;
    };
    const bool own = is_text(band, region.gutter, true) || is_text(band, region.gutter, false);
    return own && text_near(true) && text_near(false);
  }

  // From the first line with text beside it to the last one, and the lines after it that go on in
  // their column; nothing if there is too little running text.
  std::optional<ColumnRegion> trimmed(ColumnRegion region) const {
    const ColumnRegion all = region;
    while (region.first < region.last && !two_sided(region.first, all)) ++region.first;
    while (region.last > region.first && !two_sided(region.last - 1, all)) --region.last;
    for (const bool left : {true, false}) {
      std::size_t lines = 0;
      std::size_t count = 0;
      for (std::size_t band = region.first; band < region.last; ++band) {
        const std::size_t own = letters(bands_[band], region.gutter, left);
        if (own == 0) continue;
        count += own;
        if (own >= kTextLetters) ++lines;
      }
      if (lines < kTextLines ||
          static_cast<double>(count) < kUsualLetters * static_cast<double>(lines))
        return std::nullopt;
    }
    while (region.last < all.last && goes_on(region)) ++region.last;
    return region;
  }

  // Does the band after the region go on in one of its columns, as its lines follow one another?
  bool goes_on(const ColumnRegion& region) const {
    for (const bool left : {true, false}) {
      if (!stands_in(region.last, region.gutter, left)) continue;
      std::vector<double> distances;
      double before = -1;
      for (std::size_t band = region.first; band < region.last; ++band) {
        if (!stands_in(band, region.gutter, left)) continue;
        const double middle = middle_line(bands_[band]);
        if (before >= 0) distances.push_back(middle - before);
        before = middle;
      }
      if (distances.empty()) continue;
      const auto usual = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 2);
      std::nth_element(distances.begin(), usual, distances.end());
      if (middle_line(bands_[region.last]) - before <= kNextLine * *usual) return true;
    }
    return false;
  }

  bool stands_in(std::size_t band, double gutter, bool left) const {
    return std::any_of(bands_[band].begin(), bands_[band].end(), [&](const ColumnWord& word) {
      return left ? word.box.x1 <= gutter : word.box.x0 >= gutter;
    });
  }

  const std::vector<Band>& bands_;
};

}  // namespace

std::vector<ColumnRegion> find_columns(const std::vector<std::vector<ColumnWord>>& bands) {
  return Finder(bands).run();
}

}  // namespace tradereport::parser
