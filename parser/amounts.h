// The items of a list of amounts or rates: "24.3%、-19.4%和92.7%", "下降1.6%和持平".
#pragma once

#include <string>
#include <vector>

#include "parser/grammar.h"

namespace tradereport::parser {

struct Amount {
  std::size_t begin = 0;  // of the number within the text, sign included; of the word if flat
  std::size_t end = 0;
  std::size_t item_end = 0;  // after its unit
  Decimal value;             // with its own sign, without the direction's
  bool has_sign = false;
  int direction = 0;           // +1 or -1 by a direction word, which holds until the next one
  std::string direction_word;  // as it stands in the text
  bool flat = false;           // "unchanged": a change of zero without a number
  const Unit* unit = nullptr;  // its own, or that of the first later item that has one
};

// Splits what a slot for amounts has caught. Numbers with too many digits make the list invalid:
// it comes back empty.
std::vector<Amount> read_amounts(const Grammar& grammar, std::string_view text);

}  // namespace tradereport::parser
