#include "parser/plain_tables/text_pieces.h"

#include <algorithm>
#include <cctype>
#include <string_view>

#include "parser/text/normalize.h"
#include "parser/text/utf8.h"

namespace tradereport::parser {

namespace {

// Words of one piece are less than this part of their height apart; figures, which have blanks of
// one width within, less than that.
constexpr double kPieceGap = 0.62;
constexpr double kFigureGap = 0.36;
// Less apart, they are one word.
constexpr double kNoGap = 0.08;

std::string chars_text_of(const PdfWord& word) {
  std::string text;
  for (const PdfChar& c : word.chars) append_utf8(text, c.raw);
  return text;
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_digit);
}

// Is an upright ruling between the two?
bool ruled_apart(const Box& left, const Box& right, const std::vector<Ruling>& upright) {
  const double middle = right.middle_y();
  return std::any_of(upright.begin(), upright.end(), [&](const Ruling& ruling) {
    return ruling.at > left.x1 - 2 && ruling.at < right.x0 + 2 && ruling.from < middle &&
           ruling.to > middle && ruling.at > (left.x0 + left.x1) / 2 &&
           ruling.at < (right.x0 + right.x1) / 2;
  });
}

bool stays_in_piece(const TextPiece& piece, const Placed& word, std::string_view text,
                    const std::vector<Ruling>& upright) {
  const Box& last = piece.words.back().box;
  const double height = std::min(last.height(), word.box.height());
  const double gap = word.box.x0 - last.x1;
  const bool figures = has_digit(text) && !piece.text.empty() && is_digit(piece.text.back()) &&
                       is_figure(piece.text);
  return gap < (figures ? kFigureGap : kPieceGap) * height && !ruled_apart(last, word.box, upright);
}

std::vector<Placed> from_left(std::vector<Placed> words) {
  std::stable_sort(words.begin(), words.end(),
                   [](const Placed& a, const Placed& b) { return a.box.x0 < b.box.x0; });
  return words;
}

void append_word(std::string& text, const Box& last, const Placed& word) {
  const double gap = word.box.x0 - last.x1;
  if (!text.empty() && gap > kNoGap * word.box.height()) text += ' ';
  text += chars_text_of(*word.word);
}

}  // namespace

bool is_figure(std::string_view text) {
  std::size_t digits = 0;
  std::size_t letters = 0;
  std::size_t marks = 0;
  for (std::size_t i = 0; i < text.size(); i = next_character(text, i)) {
    const char32_t c = character_at(text, i).first;
    if (is_ascii_digit(c)) {
      ++digits;
    } else if (is_letter(c)) {
      ++letters;
    } else if (c != U' ') {
      ++marks;
    }
  }
  if (digits == 0) {
    if (letters == 0) return marks > 0 && marks <= 3 && text.find('(') == std::string_view::npos;
    return text == "n.a." || text == "n/a" || text == "N/A" || text == "n.a" || text == "NA" ||
           text == "(NA)" || text == "(X)" || text == "x" || text == "X";
  }
  return letters <= 1 && letters < digits;
}

bool goes_on_from_before(std::string_view text) {
  const char32_t c = character_at(text, 0).first;
  return (c >= U'a' && c <= U'z') || c == U'(' || c == U'&' || c == U'/' ||
         (c >= 0xDF && c <= 0xFF && c != 0xD7);
}

bool ends_open(std::string_view text) {
  if (text.empty()) return false;
  const char last = text.back();
  return last == '-' || last == ',' || last == '/' || last == '&' || text.ends_with(" and") ||
         text.ends_with(" of") || text.ends_with(" or") || text.ends_with(" the") ||
         open_brackets(text) > 0;
}

bool is_year(std::string_view text) {
  if (text.size() < 4 || (text[0] != '1' && text[0] != '2')) return false;
  if (!std::all_of(text.begin(), text.begin() + 4, is_digit)) return false;
  if (text.substr(0, 2) != "19" && text.substr(0, 2) != "20" && text.substr(0, 2) != "18")
    return false;
  return text.size() == 4 ||
         (!is_digit(text[4]) && text[4] != '.' && text[4] != ',' && text.size() <= 9);
}

std::vector<TextLine> text_lines(const std::vector<Placed>& words,
                                 const std::vector<Ruling>& upright) {
  std::vector<TextLine> lines;
  for (LineBand& band : bands_of(words)) {
    TextLine& line = lines.emplace_back();
    line.box = band.box;
    for (const Placed& word : from_left(std::move(band.words))) {
      const std::string text = chars_text_of(*word.word);
      if (line.pieces.empty() || !stays_in_piece(line.pieces.back(), word, text, upright))
        line.pieces.push_back({word.box, {}, {}, false});
      TextPiece& piece = line.pieces.back();
      append_word(piece.text, piece.words.empty() ? word.box : piece.words.back().box, word);
      piece.words.push_back(word);
      piece.box = unite(piece.box, word.box);
    }
    for (TextPiece& piece : line.pieces) piece.figure = is_figure(piece.text);
  }
  return lines;
}

std::string cell_text_of(const std::vector<Placed>& words) {
  std::string text;
  for (LineBand& band : bands_of(words)) {
    const Box* last = nullptr;
    if (!text.empty()) text += ' ';
    const std::vector<Placed> sorted = from_left(std::move(band.words));
    for (const Placed& word : sorted) {
      if (last != nullptr) {
        append_word(text, *last, word);
      } else {
        text += chars_text_of(*word.word);
      }
      last = &word.box;
    }
  }
  return text;
}

}  // namespace tradereport::parser
