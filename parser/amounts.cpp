#include "parser/amounts.h"

#include "parser/numeral.h"

namespace tradereport::parser {

std::vector<Amount> read_amounts(const Grammar& grammar, std::string_view text) {
  std::vector<Amount> amounts;
  const std::vector<NumeralSpan> numerals = find_numerals(text);
  std::size_t next = 0;
  int direction = 0;
  std::string direction_word;
  for (std::size_t at = 0; at < text.size();) {
    while (next < numerals.size() && numerals[next].begin < at) ++next;
    if (next < numerals.size() && numerals[next].begin == at) {
      const NumeralSpan& n = numerals[next];
      const auto value = decimal_of(text.substr(n.begin, n.end - n.begin));
      if (!value) return {};
      Amount amount;
      amount.begin = n.begin;
      amount.end = n.end;
      amount.value = *value;
      amount.has_sign = n.has_sign();
      amount.direction = direction;
      amount.direction_word = direction_word;
      at = n.end;
      if (const std::size_t unit = grammar.unit.match_at(text, at)) {
        amount.unit = grammar.read_unit(text.substr(at, unit));
        at += unit;
      }
      amount.item_end = at;
      amounts.push_back(std::move(amount));
      continue;
    }
    if (const std::size_t flat = grammar.flat.match_at(text, at)) {
      Amount amount;
      amount.begin = at;
      amount.end = amount.item_end = at + flat;
      amount.flat = true;
      amount.value = Decimal(0, 1);
      amount.direction_word = text.substr(at, flat);
      amounts.push_back(std::move(amount));
      at += flat;
      continue;
    }
    const std::size_t down = grammar.down.match_at(text, at);
    const std::size_t up = down > 0 ? 0 : grammar.up.match_at(text, at);
    if (down + up > 0) {
      direction = down > 0 ? -1 : 1;
      direction_word = text.substr(at, down + up);
      at += down + up;
      continue;
    }
    at += utf8_length(text[at]);
  }
  const Unit* unit = nullptr;
  for (std::size_t i = amounts.size(); i-- > 0;) {
    if (amounts[i].unit != nullptr) unit = amounts[i].unit;
    amounts[i].unit = unit;
  }
  return amounts;
}

}  // namespace tradereport::parser
