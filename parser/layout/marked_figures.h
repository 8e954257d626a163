// Figures with more around their digits than a minus and a per cent sign: other signs, marks of
// notes, flags.
#pragma once

#include <optional>
#include <string_view>

#include "parser/grammar/pattern.h"
#include "parser/text/text.h"
#include "schemas/decimal.h"
#include "schemas/family.h"

namespace tradereport::parser {

// Bytes [begin, end) of a text without blanks, all of one word.
struct MarkedFigure {
  TextRange digits;                      // with a minus before them
  TextRange marks;                       // behind them: of a note, or a flag ("r", "p", "*")
  std::optional<NegativeForm> negative;  // the digits are below zero, if the table prints that so
  bool understood = false;               // the digits are the figure, whatever the marks say
};

// "28.3r", "28.3*", "28.3¹", "28.31" with a raised 1 -> 28.3, understood
// "(19.8)", "▲19.8", "19.8-"                         -> 19.8, negative
// "28.31)", "1.5倍", "<0.1", "28.3/1.5"              -> nothing that is understood
// Nothing for what is a figure alone, or none.
std::optional<MarkedFigure> read_marks(const Document& document, const Text& bare, TextRange word);

// What may be a sign, or say about how much or which way.
bool is_sign_mark(std::string_view text);

// The value of digits with separators of thousands, without their sign.
std::optional<Decimal> magnitude_of(std::string_view text);

}  // namespace tradereport::parser
