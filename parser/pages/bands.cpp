#include "parser/pages/bands.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "parser/pages/glyph_boxes.h"
#include "parser/text/normalize.h"

namespace tradereport::parser {

namespace {

// Words belong to one line if they share this part of the smaller one's height.
constexpr double kSharedHeight = 0.5;
// Words that share this part of their width but are this part of their height apart are stacked.
constexpr double kStacked = 0.35;

// Words follow one another in a piece of text if they are less than this part of their height apart
// …
constexpr double kNextWord = 0.5;
// … and the lower one has this part of its height in common with the other.
constexpr double kBesideEachOther = 0.8;

// Words that stand over one another are on different lines, however close these are.
bool stacked(const LineBand& band, const Box& box) {
  return std::any_of(band.words.begin(), band.words.end(), [&](const Placed& placed) {
    const Box& other = placed.box;
    const double shared = std::min(box.x1, other.x1) - std::max(box.x0, other.x0);
    const double apart = std::abs(box.y0 + box.y1 - other.y0 - other.y1) / 2;
    return shared > kStacked * std::min(box.width(), other.width()) &&
           apart > kStacked * std::min(box.height(), other.height());
  });
}

// The band that has most of its height in common with the box; null if none has enough.
LineBand* nearest(std::vector<LineBand>& bands, const Box& box) {
  LineBand* best = nullptr;
  double best_shared = 0;
  for (LineBand& band : bands) {
    const double shared = std::min(box.y1, band.box.y1) - std::max(box.y0, band.box.y0);
    if (shared > best_shared &&
        shared > kSharedHeight * std::min(box.height(), band.box.height()) && !stacked(band, box)) {
      best = &band;
      best_shared = shared;
    }
  }
  return best;
}

// Tall words first, so that raised and small ones find the line that they belong to.
std::vector<Placed> tallest_first(const std::vector<Placed>& words) {
  struct Key {
    double height, top;
    std::size_t index;
  };
  std::vector<Key> keys;
  keys.reserve(words.size());
  for (const Placed& word : words)
    keys.push_back({std::round(word.box.height()), word.box.y0, keys.size()});
  std::sort(keys.begin(), keys.end(), [](const Key& a, const Key& b) {
    return std::tie(b.height, a.top, a.index) < std::tie(a.height, b.top, b.index);
  });
  std::vector<Placed> sorted;
  sorted.reserve(words.size());
  for (const Key& key : keys) sorted.push_back(words[key.index]);
  return sorted;
}

// Does the second word go on where the first one ends?
bool follows(const Box& first, const Box& second) {
  const double low = std::min(first.height(), second.height());
  const double shared = std::min(first.y1, second.y1) - std::max(first.y0, second.y0);
  return std::abs(second.x0 - first.x1) < kNextWord * low && shared > kBesideEachOther * low;
}

}  // namespace

std::vector<Placed> placed_words(const PdfPage& page) {
  std::vector<Placed> words;
  words.reserve(page.words.size());
  for (const PdfWord& word : page.words) {
    Placed placed{box_of(word), &word, words.empty() ? 0 : words.back().piece};
    if (!words.empty() && !follows(words.back().box, placed.box)) ++placed.piece;
    words.push_back(placed);
  }
  return words;
}

std::vector<LineBand> bands_of(const std::vector<Placed>& words) {
  std::vector<LineBand> bands;
  std::map<std::size_t, std::size_t> band_of_piece;
  for (const Placed& word : tallest_first(words)) {
    const Box& box = word.box;
    const auto begun = band_of_piece.find(word.piece);
    const bool goes_on = begun != band_of_piece.end() && !stacked(bands[begun->second], box);
    LineBand* const best = goes_on ? &bands[begun->second] : nearest(bands, box);
    if (best == nullptr) {
      band_of_piece.emplace(word.piece, bands.size());
      bands.push_back({box, {word}});
      continue;
    }
    band_of_piece.emplace(word.piece, static_cast<std::size_t>(best - bands.data()));
    best->words.push_back(word);
    // The band keeps the height of its first, tallest word: a band that grew would swallow the
    // lines above and below it.
    best->box.x0 = std::min(best->box.x0, box.x0);
    best->box.x1 = std::max(best->box.x1, box.x1);
  }
  std::sort(bands.begin(), bands.end(),
            [](const LineBand& a, const LineBand& b) { return a.box.y0 < b.box.y0; });
  return bands;
}

std::vector<LineBand> bands_of(const PdfPage& page) {
  return bands_of(placed_words(page));
}

namespace {

// Pages have margins: this part of the sheet's width is free on both sides of the middle.
constexpr double kHalfGutter = 0.015;
// A line of running text has at least so many letters, and a page of it so many lines.
constexpr std::ptrdiff_t kProseLetters = 12;
constexpr std::ptrdiff_t kProseLines = 3;

bool has_gutter(const PdfPage& sheet) {
  const double middle = sheet.width / 2;
  const double half = kHalfGutter * sheet.width;
  return std::none_of(sheet.words.begin(), sheet.words.end(), [&](const PdfWord& word) {
    const Box box = box_of(word);
    return box.x0 < middle + half && box.x1 > middle - half;
  });
}

bool has_text(const PdfPage& sheet, bool left) {
  std::vector<Placed> words;
  for (const Placed& word : placed_words(sheet))
    if ((word.box.x0 < sheet.width / 2) == left) words.push_back(word);
  const std::vector<LineBand> bands = bands_of(words);
  const auto is_text = [](const LineBand& band) {
    std::ptrdiff_t letters = 0;
    for (const Placed& word : band.words)
      letters += std::count_if(word.word->chars.begin(), word.word->chars.end(),
                               [](const PdfChar& c) { return is_letter(c.raw); });
    return letters >= kProseLetters;
  };
  return std::count_if(bands.begin(), bands.end(), is_text) >= kProseLines;
}

}  // namespace

bool two_on_a_sheet(const std::vector<PdfPage>& sheets) {
  const bool gutters = std::all_of(sheets.begin(), sheets.end(), [](const PdfPage& sheet) {
    return sheet.words.empty() || (sheet.width > sheet.height && has_gutter(sheet));
  });
  return gutters && std::any_of(sheets.begin(), sheets.end(), [](const PdfPage& sheet) {
           return has_text(sheet, true) && has_text(sheet, false);
         });
}

}  // namespace tradereport::parser
