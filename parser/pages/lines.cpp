#include "parser/pages/lines.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <tuple>
#include <utility>

#include "parser/pages/bands.h"
#include "parser/pages/columns.h"
#include "parser/pages/decodable.h"
#include "parser/pages/glyph_boxes.h"
#include "parser/pages/quantiles.h"
#include "parser/text/normalize.h"

namespace tradereport::parser {

namespace {

// Gaps wider than this part of the character height are blanks.
constexpr double kBlankGap = 0.15;
// Up to this part they are thin.
constexpr double kThinGap = 0.32;
// A character that begins so many ems before the end of the one before it belongs to another text.
constexpr double kBackwards = -0.4;
// Characters that share this part of their width are drawn over one another.
constexpr double kOverdrawn = 0.3;
// Watermarks are at least this many times as large as the text.
constexpr double kWatermark = 1.8;
// What is this part as large as a watermark on another page is one too.
constexpr double kNearSmallest = 0.8;
// Nobody sees words that are less than this part as high as the text: programs sign their work so
// ("Powered by TCPDF", a point high at the foot of the last page).
constexpr double kInvisible = 0.25;

std::vector<double> heights_of(const PdfPage& page) {
  std::vector<double> heights;
  heights.reserve(page.words.size());
  for (const PdfWord& word : page.words) heights.push_back(box_of(word).height());
  return heights;
}

template <class Leaves>
void move_aside(PdfPage& page, const Leaves& leaves) {
  const auto gone = std::stable_partition(page.words.begin(), page.words.end(),
                                          [&](const PdfWord& word) { return !leaves(word); });
  std::move(gone, page.words.end(), std::back_inserter(page.aside));
  page.words.erase(gone, page.words.end());
}

// Large characters that reach over several lines of text are a watermark: a title stands alone.
// What is as large on other pages belongs to it.
void take_out_watermark(std::vector<PdfPage>& pages) {
  double smallest = 0;  // height of the watermark's words
  for (PdfPage& page : pages) {
    const std::vector<double> heights = heights_of(page);
    const double large = kWatermark * median(heights);
    const auto is_large = [large](double height) { return height >= large; };
    if (std::none_of(heights.begin(), heights.end(), is_large)) continue;
    std::vector<double> middles;
    for (const PdfWord& word : page.words) {
      const Box box = box_of(word);
      if (!is_large(box.height())) middles.push_back((box.y0 + box.y1) / 2);
    }
    move_aside(page, [&](const PdfWord& word) {
      const Box box = box_of(word);
      if (!is_large(box.height())) return false;
      double first = -1;
      for (const double middle : middles) {
        if (middle < box.y0 || middle > box.y1) continue;
        if (first < 0) first = middle;
        if (std::abs(middle - first) < large / kWatermark / 2) continue;
        smallest = smallest == 0 ? box.height() : std::min(smallest, box.height());
        return true;
      }
      return false;
    });
  }
  if (smallest == 0) return;
  for (PdfPage& page : pages) {
    const double large = std::max(kWatermark * median(heights_of(page)), kNearSmallest * smallest);
    move_aside(page, [&](const PdfWord& word) { return box_of(word).height() >= large; });
  }
}

// The last page may have little else, so that the text of all pages tells what is small.
void take_out_invisible(std::vector<PdfPage>& pages) {
  std::vector<double> heights;
  for (const PdfPage& page : pages) {
    const std::vector<double> own = heights_of(page);
    heights.insert(heights.end(), own.begin(), own.end());
  }
  const double least = kInvisible * median(std::move(heights));
  for (PdfPage& page : pages)
    move_aside(page, [&](const PdfWord& word) { return box_of(word).height() < least; });
}

std::size_t letters_of(const PdfWord& word) {
  return static_cast<std::size_t>(std::count_if(word.chars.begin(), word.chars.end(),
                                                [](const PdfChar& c) { return is_letter(c.raw); }));
}

// Bands in reading order: where the page is set in columns, one column after the other.
std::vector<LineBand> in_reading_order(std::vector<LineBand> bands) {
  std::vector<std::vector<ColumnWord>> words;
  words.reserve(bands.size());
  for (const LineBand& band : bands) {
    std::vector<ColumnWord>& row = words.emplace_back();
    row.reserve(band.words.size());
    for (const Placed& word : band.words) row.push_back({word.box, letters_of(*word.word)});
    std::sort(row.begin(), row.end(),
              [](const ColumnWord& a, const ColumnWord& b) { return a.box.x0 < b.box.x0; });
  }
  const std::vector<ColumnRegion> regions = find_columns(words);
  if (regions.empty()) return bands;
  std::vector<LineBand> ordered;
  std::size_t next = 0;
  for (const ColumnRegion& region : regions) {
    for (; next < region.first; ++next) ordered.push_back(std::move(bands[next]));
    std::vector<Placed> left;
    std::vector<Placed> right;
    for (; next < region.last; ++next) {
      for (const Placed& word : bands[next].words)
        (word.box.x1 <= region.gutter ? left : right).push_back(word);
    }
    for (const auto* const column : {&left, &right}) {
      for (LineBand& band : bands_of(*column)) ordered.push_back(std::move(band));
    }
  }
  for (; next < bands.size(); ++next) ordered.push_back(std::move(bands[next]));
  return ordered;
}

// The words of each page that is printed on the sheet.
std::vector<std::vector<Placed>> printed_pages(const PdfPage& sheet, bool two) {
  std::vector<std::vector<Placed>> pages(two ? 2 : 1);
  for (const Placed& word : placed_words(sheet))
    pages[two && word.box.x0 > sheet.width / 2 ? 1 : 0].push_back(word);
  return pages;
}

// The em of a line: of its ideographs if it has any, else by its digits, else by its height.
// Justified lines stretch some of their characters, so the narrower ones count.
double size_of(const std::vector<PdfChar>& chars) {
  std::vector<double> ems;
  ems.reserve(chars.size());
  const auto collect = [&](bool ideographs) {
    for (const PdfChar& c : chars) {
      if (ideographs && !is_ideograph(c.raw)) continue;
      if (const double em = em_by_width(c); em > 0) ems.push_back(em);
    }
    return !ems.empty();
  };
  if (collect(true)) return quantile(std::move(ems), 5);
  if (collect(false)) return median(std::move(ems));
  for (const PdfChar& c : chars) ems.push_back(c.box.height() / kUsualHeight);
  return median(std::move(ems));
}

bool by_left(const PdfChar& a, const PdfChar& b) {
  return a.box.x0 < b.box.x0;
}

// Is a character drawn over another one?
bool any_overlaps(const std::vector<PdfChar>& sorted) {
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    const Box& before = sorted[i - 1].box;
    const Box& box = sorted[i].box;
    if (before.x1 - box.x0 > kOverdrawn * std::min(before.width(), box.width())) return true;
  }
  return false;
}

// The characters of words that overlap. A text that is drawn twice is left once; texts that are too
// long for their cells stay each in one piece.
std::vector<PdfChar> disentangled(const std::vector<Placed>& words, std::vector<PdfChar> chars) {
  std::stable_sort(chars.begin(), chars.end(), by_left);
  std::vector<PdfChar> once = drawn_once(std::move(chars));
  if (!any_overlaps(once)) return once;
  std::vector<bool> taken(once.size(), false);
  std::vector<PdfChar> whole;
  whole.reserve(once.size());
  for (const Placed& placed : words) {
    for (const PdfChar& c : placed.word->chars) {
      const auto first = std::lower_bound(once.begin(), once.end(), c, by_left);
      for (auto at = first; at != once.end() && at->box.x0 == c.box.x0; ++at) {
        const auto index = static_cast<std::size_t>(at - once.begin());
        if (taken[index] || at->raw != c.raw || at->box.y0 != c.box.y0) continue;
        taken[index] = true;
        whole.push_back(c);
        break;
      }
    }
  }
  return whole;
}

// The characters of a band from left to right.
std::vector<PdfChar> chars_of(LineBand band) {
  std::stable_sort(band.words.begin(), band.words.end(),
                   [](const Placed& a, const Placed& b) { return a.box.x0 < b.box.x0; });
  std::vector<PdfChar> chars;
  std::size_t count = 0;
  for (const Placed& placed : band.words) count += placed.word->chars.size();
  chars.reserve(count);
  for (const Placed& placed : band.words)
    chars.insert(chars.end(), placed.word->chars.begin(), placed.word->chars.end());
  if (!std::is_sorted(chars.begin(), chars.end(), by_left))
    return disentangled(band.words, std::move(chars));
  return drawn_once(std::move(chars));
}

// Where a line stands: the sheet, and the page that is printed there; of two on a sheet each
// counts.
struct Place {
  int sheet = 0;
  int page = 0;
  bool aside = false;
};

void add_line(Document& document, LineBand band, const Place& place) {
  Line line;
  line.aside = place.aside;
  line.page = place.page;
  line.box = band.box;
  const std::vector<PdfChar> chars = chars_of(std::move(band));
  line.size = size_of(chars);
  std::vector<Mark> marks;
  marks.reserve(chars.size());
  line.glyphs.reserve(chars.size());
  std::string raw;
  const double em = std::max(line.size, 1.0);
  for (std::size_t i = 0; i < chars.size(); ++i) {
    const PdfChar& c = chars[i];
    const double gap = i == 0 ? 0 : (c.box.x0 - chars[i - 1].box.x1) / em;
    const bool blank = gap > kBlankGap || gap < kBackwards;
    const auto glyph = static_cast<std::uint32_t>(document.glyphs.size());
    if (blank) raw += ' ';
    document.glyphs.push_back(
        {c.raw, place.sheet, static_cast<int>(document.lines.size()), c.box, 0, raw.size()});
    line.glyphs.push_back(glyph);
    append_utf8(raw, c.raw);
    marks.push_back({c.raw, glyph, blank, blank && gap < kThinGap});
  }
  line.raw = std::move(raw);
  line.text = normalize(marks);
  document.lines.push_back(std::move(line));
}

}  // namespace

Document lines_of(std::vector<PdfPage> pages) {
  Document document;
  document.has_boxes = true;
  document.pages = static_cast<int>(pages.size());
  const std::vector<bool> unread = undecodable(pages);
  for (PdfPage& page : pages) mend_tall_boxes(page);
  take_out_watermark(pages);
  take_out_invisible(pages);
  const bool two = two_on_a_sheet(pages);
  int printed = 0;  // pages so far
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const int number = static_cast<int>(i) + 1;
    document.turns.push_back(pages[i].turns);
    if (unread[i] || (pages[i].words.empty() && pages[i].has_ink)) {
      document.unread_pages.push_back(number);
      ++printed;
      continue;
    }
    for (const std::vector<Placed>& words : printed_pages(pages[i], two)) {
      ++printed;
      for (LineBand& band : in_reading_order(bands_of(words)))
        add_line(document, std::move(band), {number, printed, false});
    }
    for (const PdfWord& word : pages[i].aside)
      add_line(document, {box_of(word), {{box_of(word), &word}}}, {number, printed, true});
  }
  return document;
}

std::optional<Document> lines_of(std::string_view utf8) {
  Document document;
  document.pages = 1;
  Line line;
  std::string printed_line;
  std::vector<Mark> marks;
  bool blank = false;
  bool thin = false;
  int number = 1;
  int column = 0;
  const auto end_line = [&] {
    line.page = document.pages;
    line.number = number;
    line.raw = std::exchange(printed_line, {});
    line.text = normalize(marks);
    if (!marks.empty()) document.lines.push_back(std::move(line));
    line = Line{};
    marks.clear();
    blank = false;
    thin = false;
    column = 0;
  };
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  const auto size = static_cast<std::int64_t>(utf8.size());
  for (std::int64_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(bytes, i, size, c);
    if (c < 0) return std::nullopt;
    const auto printed = static_cast<char32_t>(c);
    // Extractors hand on what fonts without a map to Unicode give for a minus, for one.
    const char32_t raw = is_control(printed) ? kUnreadable : printed;
    if (raw == U'\n' || raw == U'\f' || raw == 0x2028 || raw == 0x2029) {
      end_line();
      if (raw == U'\f') {
        ++document.pages;
      } else {
        ++number;
      }
      continue;
    }
    const int width = raw >= kFirstWide ? 2 : 1;
    if (is_blank(raw)) {
      column += width;
      if (raw != U'\r') printed_line += printed_line.empty() ? "" : " ";
      thin = !blank && is_thin_blank(raw);
      blank = true;
      continue;
    }
    if (fold(raw).empty()) continue;  // zero-width
    const auto glyph = static_cast<std::uint32_t>(document.glyphs.size());
    document.glyphs.push_back({raw,
                               document.pages,
                               static_cast<int>(document.lines.size()),
                               {},
                               column,
                               printed_line.size()});
    column += width;
    line.glyphs.push_back(glyph);
    append_utf8(printed_line, raw);
    marks.push_back({raw, glyph, blank && !marks.empty(), thin});
    blank = false;
    thin = false;
  }
  end_line();
  return document;
}

}  // namespace tradereport::parser
