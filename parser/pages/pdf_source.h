// The words of a PDF with their boxes, by Poppler.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "parser/pages/read_error.h"
#include "parser/text/text.h"

namespace tradereport::parser {

// A character as Poppler hands it over.
struct PdfChar {
  char32_t raw = 0;
  Box box;
};

// A word: characters that stand together, from left to right.
struct PdfWord {
  std::vector<PdfChar> chars;
  bool space_after = false;
  // Poppler takes drawn (Type 3) fonts for upright on pages that are upside down: then their boxes
  // reach as far under the line as they should over it.
  bool inverted = false;
};

struct PdfPage {
  std::vector<PdfWord> words;    // in no particular order
  std::vector<PdfWord> aside;    // what is turned against the rest of the page: stamps, side notes
  bool has_ink = true;           // false for an empty page
  double width = 0, height = 0;  // points, once the text stands upright
  int turns = 0;                 // by how many quarter turns to the right its text was turned
  // Each character of drawn (Type 3) fonts may be a word by itself: then nothing tells whether the
  // page is upside down.
  bool turn_unknown = false;
};

struct PdfPages {
  std::vector<PdfPage> pages;
  bool damaged = false;  // text may be missing, or other text than was meant
  std::optional<ReadError> error;
};

// The page turned by 180 degrees.
PdfPage turned_over(PdfPage page);

// True if the bytes look like a PDF ("%PDF-" within the first kilobyte, as readers accept it).
bool looks_like_pdf(std::string_view bytes);

// What Poppler complains of in documents goes to read_pdf(), which calls this, and no longer to
// standard error.
void take_poppler_errors();

// Reads all pages. Errors: damaged, encrypted, no_character_maps. Pages without text are not errors
// here.
PdfPages read_pdf(std::string_view bytes);

}  // namespace tradereport::parser
