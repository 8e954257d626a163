#include "parser/pages/glyph_boxes.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>

#include "parser/pages/quantiles.h"
#include "parser/text/normalize.h"

namespace tradereport::parser {

namespace {

// Characters are at most this many ems high.
constexpr double kTallest = 1.3;
// Raised marks are lower than this.
constexpr double kLow = 0.9;
// Characters drawn twice are at most this part of their width apart.
constexpr double kHairsBreadth = 0.3;
// Words are beside one another with less than this part of an em between them, or overlapping.
constexpr double kNextGlyph = 0.8;
constexpr double kOverlap = 0.3;
// Distances that differ by less are the same, in ems.
constexpr double kSameDistance = 0.2;

}  // namespace

double em_by_width(const PdfChar& c) {
  if (is_ideograph(c.raw) || (c.raw >= 0x2E80 && c.raw <= 0x2FD5)) return c.box.width();
  return is_ascii_digit(c.raw) ? 2 * c.box.width() : 0;
}

Box box_of(const PdfWord& word) {
  Box box = word.chars.front().box;
  for (const PdfChar& c : word.chars) box = unite(box, c.box);
  return box;
}

namespace {

struct Tall {
  PdfWord* word;
  Box box;
  double em;
};

bool beside(const Box& tall, const Box& box, double em) {
  const double gap = std::max(tall.x0, box.x0) - std::min(tall.x1, box.x1);
  const double shared = std::min(tall.y1, box.y1) - std::max(tall.y0, box.y0);
  return gap > -kOverlap * em && gap < kNextGlyph * em && shared > box.height() / 2;
}

// How much higher than their boxes' middles inverted words stand, in ems: what most of the words
// beside them say, 0 if there are none.
double raised_by(const PdfPage& page, const std::vector<Tall>& inverted) {
  std::vector<double> distances;
  for (const PdfWord& other : page.words) {
    if (other.inverted) continue;
    const Box box = box_of(other);
    for (const Tall& t : inverted) {
      const double distance = (t.box.middle_y() - box.middle_y()) / t.em;
      if (distance > 0 && beside(t.box, box, t.em)) distances.push_back(distance);
    }
  }
  std::sort(distances.begin(), distances.end());
  std::size_t most = 0;
  double found = 0;
  for (std::size_t from = 0, to = 0; from < distances.size(); ++from) {
    while (to < distances.size() && distances[to] < distances[from] + kSameDistance) ++to;
    if (to - from <= most) continue;
    most = to - from;
    found = distances[from + most / 2];
  }
  return found;
}

// Heights at which words of usual height stand: their top and bottom, each once, from top to
// bottom.
using WordHeights = std::vector<std::pair<double, double>>;

// The middle of the words of usual height that stand wholly within a tall word's height, if they
// stand on one line: a minus of another font reaches far below its digits (TeX), and its word's
// middle is that of no line.
std::optional<double> middle_within(const WordHeights& usual, const Box& tall, double em) {
  const double near = kSameDistance * em;
  std::optional<double> found;
  const auto first = std::lower_bound(usual.begin(), usual.end(), std::pair(tall.y0 - near, 0.0));
  for (auto at = first; at != usual.end() && at->first < tall.y1; ++at) {
    const auto& [top, bottom] = *at;
    if (bottom > tall.y1 + near) continue;
    const double middle = (top + bottom) / 2;
    if (found && std::abs(middle - *found) > near) return std::nullopt;
    if (!found) found = middle;
  }
  return found;
}

}  // namespace

void mend_tall_boxes(PdfPage& page) {
  std::vector<double> ems;
  std::vector<double> of_words;  // the largest of each; 0 if nothing tells
  of_words.reserve(page.words.size());
  for (const PdfWord& word : page.words) {
    double largest = 0;
    for (const PdfChar& c : word.chars) {
      const double em = em_by_width(c);
      if (em <= 0) continue;
      ems.push_back(em);
      largest = std::max(largest, em);
    }
    of_words.push_back(largest);
  }
  const double usual = median(std::move(ems));
  std::vector<Tall> tall;
  WordHeights heights;
  for (std::size_t w = 0; w < page.words.size(); ++w) {
    const double em = of_words[w] == 0 ? usual : of_words[w];
    const Box box = box_of(page.words[w]);
    if (em <= 0) continue;
    if (box.height() > kTallest * em) {
      tall.push_back({&page.words[w], box, em});
    } else if (box.height() > kLow * em) {
      heights.emplace_back(box.y0, box.y1);
    }
  }
  std::sort(heights.begin(), heights.end());
  heights.erase(std::unique(heights.begin(), heights.end()), heights.end());
  for (const Tall& t : tall) {
    const auto within = t.word->inverted ? std::nullopt : middle_within(heights, t.box, t.em);
    for (PdfChar& c : t.word->chars) {
      const double middle = within.value_or(c.box.middle_y());
      c.box.y0 = middle - kUsualHeight * t.em / 2;
      c.box.y1 = middle + kUsualHeight * t.em / 2;
    }
  }
  std::vector<Tall> inverted;
  std::copy_if(tall.begin(), tall.end(), std::back_inserter(inverted),
               [](const Tall& t) { return t.word->inverted; });
  if (inverted.empty()) return;
  const double raised = raised_by(page, inverted);
  for (const Tall& t : inverted) {
    for (PdfChar& c : t.word->chars) {
      c.box.y0 -= raised * t.em;
      c.box.y1 -= raised * t.em;
    }
  }
}

namespace {

// At one height, or with boxes of different fonts that share most of it: the pieces of a Chinese
// Type 1 font have boxes of their own.
bool level(const Box& a, const Box& b, double near) {
  const double shared = std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
  return std::abs(a.y0 - b.y0) <= near || 2 * shared > std::min(a.height(), b.height());
}

}  // namespace

std::vector<PdfChar> drawn_once(std::vector<PdfChar> chars) {
  const auto once = chars.begin();
  auto end = once;  // of those that are kept
  for (const PdfChar& c : chars) {
    const double near = kHairsBreadth * c.box.width();
    bool again = false;
    for (auto other = end; other != once && !again && (--other)->box.x0 >= c.box.x0 - near;)
      again = other->raw == c.raw && level(other->box, c.box, near);
    if (!again) *end++ = c;
  }
  chars.erase(end, chars.end());
  return chars;
}

}  // namespace tradereport::parser
