#include "parser/text/numeral.h"

#include <algorithm>

namespace tradereport::parser {

std::size_t end_of_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

namespace {

// The end of ",123,456" after a first group of one to three digits that ends at `at`.
std::size_t groups_from(std::string_view text, std::size_t begin, std::size_t at) {
  if (at - begin > 3 || text[begin] == '0') return at;
  while (at < text.size() && text[at] == ',' && end_of_digits(text, at + 1) == at + 4) at += 4;
  return at;
}

}  // namespace

std::vector<NumeralSpan> find_numerals(std::string_view text) {
  std::vector<NumeralSpan> found;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_digit(text[i])) {
      ++i;
      continue;
    }
    NumeralSpan span{i, 0, i};
    if (i > 0 && (text[i - 1] == '-' || text[i - 1] == '+')) {
      const bool range = i > 1 && (is_digit(text[i - 2]) || is_ascii_letter(text[i - 2]) ||
                                   text[i - 2] == '%' || text[i - 2] == '-');
      if (!range) span.begin = i - 1;
    }
    std::size_t end = groups_from(text, i, end_of_digits(text, i));
    const auto goes_on_after = [&](char sign) {
      return end + 1 < text.size() && text[end] == sign && is_digit(text[end + 1]);
    };
    if (goes_on_after('.')) end = end_of_digits(text, end + 1);
    while (goes_on_after('\'')) {
      end = end_of_digits(text, end + 1);
      if (goes_on_after('.')) end = end_of_digits(text, end + 1);
    }
    span.end = end;
    found.push_back(span);
    i = end;
  }
  return found;
}

std::optional<Decimal> decimal_of(std::string_view numeral) {
  std::string plain;
  std::copy_if(numeral.begin(), numeral.end(), std::back_inserter(plain),
               [](char c) { return c != ','; });
  return Decimal::parse(plain);
}

}  // namespace tradereport::parser
