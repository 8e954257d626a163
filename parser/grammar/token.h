// The typed tokens of a sentence.
#pragma once

#include <optional>
#include <string>

#include "parser/grammar/vocabulary.h"
#include "schemas/decimal.h"

namespace tradereport::parser {

// A number with all that belongs to it: "下降1.6%", "28.3亿美元", "持平", "10".
struct FigureToken {
  std::optional<Decimal> value;  // with its own sign, without the direction's; nothing if it has
                                 // too many digits
  TextRange number;              // sign included; the word if flat
  bool has_sign = false;
  bool flat = false;           // "unchanged": a change of zero without a number
  int direction = 0;           // +1 or -1 by a direction word right before it
  std::string direction_word;  // as it stands in the text; that for no change if flat
  TextRange direction_at;      // where it stands
  const Unit* unit = nullptr;
  std::size_t item_end = 0;  // after its unit
};

struct Token {
  // A period may be a comparison base as well ("2023年"): which of them is said by the phrase.
  enum class Kind { name, figure, period, base, period_or_base, flow };

  Kind kind = Kind::name;
  TextRange at;       // of the sentence
  char32_t code = 0;  // what stands for it in a coding
  FigureToken figure;
  PeriodMention period;
  std::optional<PeriodMention> named;  // the period that a base names
  FlowMention flow;

  bool is_period() const { return kind == Kind::period || kind == Kind::period_or_base; }
  bool is_base() const { return kind == Kind::base || kind == Kind::period_or_base; }
};

// What stands for tokens in coded sentences, as characters of a private plane. Words that a phrase
// spells and that are one token have a code of their own within the range of their kind.
namespace codes {
inline constexpr char32_t kName = 0xF0000;
inline constexpr char32_t kWords = 0xF1000;  // the first of those below
inline constexpr char32_t kOfKind = 0x400;   // so many a kind
inline constexpr char32_t kPeriod = kWords;
inline constexpr char32_t kPeriodOrBase = kPeriod + kOfKind;
inline constexpr char32_t kBase = kPeriodOrBase + kOfKind;
inline constexpr char32_t kFlow = kBase + kOfKind;
inline constexpr char32_t kEndOfWords = kFlow + kOfKind;
// Figures: by their direction word and their unit.
inline constexpr char32_t kFigures = 0xF3000;
inline constexpr char32_t kCount = kFigures;        // a bare number of one or two digits
inline constexpr char32_t kNumber = kFigures + 1;   // a bare number
inline constexpr char32_t kLevel = kFigures + 2;    // with a unit of levels
inline constexpr char32_t kPercent = kFigures + 3;  // with a unit of rates
inline constexpr char32_t kDirected = 4;            // more, with a direction word: bare …
inline constexpr char32_t kDirectedNumber = kNumber + kDirected;
inline constexpr char32_t kDirectedLevel = kLevel + kDirected;
inline constexpr char32_t kDirectedPercent = kPercent + kDirected;
inline constexpr char32_t kFlat = kFigures + 8;
inline constexpr char32_t kEndOfFigures = kFigures + 9;
}  // namespace codes

}  // namespace tradereport::parser
