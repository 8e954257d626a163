#include "parser/plain_tables/rulings.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <tuple>

#include "parser/pages/glyph_boxes.h"

namespace tradereport::parser {

namespace {

constexpr int kPointsAnInch = 72;
// Dots a point: hairlines between the rows of a table are often thinner than one.
constexpr int kDotsAcross = 1;
constexpr int kDotsDown = 2;
// Neighbouring dots differ by so much, of 255, at an edge: faint shades do.
constexpr int kEdge = 12;
// Straight edges of so many points are no letters.
constexpr int kLeastLevel = 18;
constexpr int kLeastUpright = 8;
// Both edges of a line, and the pieces that it is drawn in, are this close.
constexpr double kSameRuling = 2.5;
constexpr double kBreak = 4;
// A line under a word ends where the word does.
constexpr double kUnderline = 3;

// One list of edges, joined to rulings.
std::vector<Ruling> joined(std::vector<Ruling> edges) {
  std::sort(edges.begin(), edges.end(), [](const Ruling& a, const Ruling& b) {
    return std::tie(a.at, a.from) < std::tie(b.at, b.from);
  });
  std::vector<Ruling> out;
  std::vector<double> last;  // where the latest edge of each ruling lies
  for (const Ruling& edge : edges) {
    bool taken = false;
    for (std::size_t i = out.size(); i-- > 0 && !taken;) {
      if (edge.at - last[i] > 4 * kSameRuling) break;
      if (edge.at - last[i] > kSameRuling || edge.at - out[i].at > 2 * kSameRuling) continue;
      if (edge.from > out[i].to + kBreak || edge.to < out[i].from - kBreak) continue;
      out[i].from = std::min(out[i].from, edge.from);
      out[i].to = std::max(out[i].to, edge.to);
      out[i].at = (out[i].at * 3 + edge.at) / 4;
      last[i] = edge.at;
      taken = true;
    }
    if (taken) continue;
    out.push_back(edge);
    last.push_back(edge.at);
  }
  return out;
}

// Runs of dots for which `is_edge` holds, of which at least `least` count.
template <class IsEdge, class Counts>
void add_edges(std::vector<Ruling>& edges, double at, int end, int least, int dots_a_point,
               const IsEdge& is_edge, const Counts& counts) {
  for (int from = 0; from < end;) {
    if (!is_edge(from)) {
      ++from;
      continue;
    }
    int to = from;
    int counted = 0;
    for (; to < end && is_edge(to); ++to) counted += counts(to) ? 1 : 0;
    if (counted >= least)
      edges.push_back(
          {at, static_cast<double>(from) / dots_a_point, static_cast<double>(to) / dots_a_point});
    from = to;
  }
}

// Dots on which something is written.
std::vector<char> written_dots(const GreyPicture& picture, const std::vector<Box>& words) {
  std::vector<char> written(picture.dots.size(), 0);
  for (const Box& box : words) {
    const int x0 = std::max(0, static_cast<int>(std::floor(box.x0 * picture.across)));
    const int x1 =
        std::min(picture.width, static_cast<int>(std::ceil(box.x1 * picture.across)) + 1);
    const int y0 = std::max(0, static_cast<int>(std::floor(box.y0 * picture.down)));
    const int y1 = std::min(picture.height, static_cast<int>(std::ceil(box.y1 * picture.down)));
    for (int y = y0; y < y1; ++y) {
      auto* const row = written.data() + static_cast<std::ptrdiff_t>(y) * picture.width;
      if (x0 < x1) std::fill(row + x0, row + x1, 1);
    }
  }
  return written;
}

bool underlines(const Ruling& ruling, const std::vector<Box>& words) {
  // The words that stand upon it, from the leftmost to the rightmost.
  double from = ruling.to;
  double to = ruling.from;
  for (const Box& box : words) {
    if (box.x1 < ruling.from || box.x0 > ruling.to) continue;
    if (ruling.at < box.middle_y() || ruling.at > box.y1 + 1) continue;
    from = std::min(from, box.x0);
    to = std::max(to, box.x1);
  }
  return from < to && std::abs(from - ruling.from) < kUnderline &&
         std::abs(to - ruling.to) < kUnderline;
}

}  // namespace

Rulings rulings_in(const GreyPicture& picture, const std::vector<Box>& words) {
  std::vector<Ruling> level;
  std::vector<Ruling> upright;
  const std::vector<char> written = written_dots(picture, words);
  const auto on_word = [&](int x, int y) {
    return written[static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
                   static_cast<std::size_t>(x)] != 0;
  };
  for (int y = 1; y < picture.height; ++y) {
    add_edges(
        level, static_cast<double>(y) / picture.down, picture.width, kLeastLevel * picture.across,
        picture.across,
        [&](int x) { return std::abs(picture.at(x, y) - picture.at(x, y - 1)) >= kEdge; },
        [](int /*x*/) { return true; });
  }
  // A ruling goes on behind what is written over it.
  for (int x = 1; x < picture.width; ++x) {
    add_edges(
        upright, static_cast<double>(x) / picture.across, picture.height,
        kLeastUpright * picture.down, picture.down,
        [&](int y) { return std::abs(picture.at(x, y) - picture.at(x - 1, y)) >= kEdge; },
        [&](int y) { return !on_word(x, y); });
  }
  Rulings rulings{joined(std::move(level)), joined(std::move(upright))};
  std::erase_if(rulings.level, [&](const Ruling& r) { return underlines(r, words); });
  return rulings;
}

Rulings rulings_on(GreyPages& pages, int page, const PdfPage& read) {
  const poppler::image image =
      pages.drawn(page, kDotsAcross * kPointsAnInch, kDotsDown * kPointsAnInch, read.turns);
  if (!image.is_valid()) return {};
  GreyPicture picture{image.width(), image.height(), kDotsAcross, kDotsDown, {}};
  picture.dots.reserve(static_cast<std::size_t>(picture.width) *
                       static_cast<std::size_t>(picture.height));
  for (int y = 0; y < picture.height; ++y) {
    const char* const row =
        image.const_data() + static_cast<std::ptrdiff_t>(y) * image.bytes_per_row();
    picture.dots.insert(picture.dots.end(), row, row + picture.width);
  }
  std::vector<Box> words;
  words.reserve(read.words.size());
  for (const PdfWord& word : read.words) words.push_back(box_of(word));
  return rulings_in(picture, words);
}

}  // namespace tradereport::parser
