// How many columns of a terminal text takes. All texts are UTF-8; a byte that is not is one column
// (terminals show U+FFFD for it).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tradereport::tools {

// One code point of a text: its bytes [begin, end) and its columns: 2 for wide and full-width
// characters (East Asian Width W and F), 0 for combining and invisible ones, else 1.
struct Grapheme {
  std::size_t begin = 0;
  std::size_t end = 0;
  int columns = 1;
};

std::vector<Grapheme> graphemes(std::string_view text);

// display_width("出口 74.7") -> 9
std::size_t display_width(std::string_view text);

// Well-formed UTF-8 on one line that a terminal shows as it is: what is not UTF-8 becomes U+FFFD,
// and so do characters that reorder others; tabs, line ends and other control characters become
// blanks.
std::string one_line(std::string_view text);

// The text cut to at most `columns`, with an ellipsis where something was cut off.
std::string shorten(std::string_view text, std::size_t columns);

// The text broken into lines of at most `columns` where its script allows it (between words,
// between ideographs, not before a closing mark). A longer word stays whole.
std::vector<std::string> wrap(std::string_view text, std::size_t columns);

}  // namespace tradereport::tools
