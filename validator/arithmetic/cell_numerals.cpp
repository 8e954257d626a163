#include "validator/arithmetic/cell_numerals.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace tradereport::validator {

namespace {

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

// UTF-8 marks that stand for an ASCII one, or (empty) for nothing: currency signs and marks of
// notes.
constexpr std::array<std::pair<std::string_view, std::string_view>, 30> kMarks{{
    {"\u00a0", " "}, {"\u2009", " "}, {"\u202f", " "}, {"\u2007", " "}, {"\u3000", " "},
    {"\u2212", "-"}, {"\u2013", "-"}, {"\u2014", "-"}, {"\u2010", "-"}, {"\u2011", "-"},
    {"\uff0d", "-"}, {"\u2019", "'"}, {"\uff05", "%"}, {"\uff0c", ","}, {"\uff08", "("},
    {"\uff09", ")"}, {"\u00a3", ""},  {"\u20ac", ""},  {"\u00a5", ""},  {"\u00b9", ""},
    {"\u00b2", ""},  {"\u00b3", ""},  {"\u2020", ""},  {"\u2021", ""},  {"$", ""},
    {"*", ""},       {"\t", " "},     {"\n", " "},     {"\u2070", ""},  {"\u2074", ""},
}};

std::string to_ascii_marks(std::string_view text) {
  std::string ascii;
  while (!text.empty()) {
    const auto* const mark = std::find_if(kMarks.begin(), kMarks.end(), [text](const auto& known) {
      return text.starts_with(known.first);
    });
    if (mark != kMarks.end()) {
      ascii += mark->second;
      text.remove_prefix(mark->first.size());
    } else {
      ascii += text.front();
      text.remove_prefix(1);
    }
  }
  return ascii;
}

std::string_view without_blanks_around(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// A number between its signs.
struct SignedDigits {
  std::string_view digits;
  bool negative = false;
  bool percent = false;
  bool bare = true;
};

// Takes away one sign at an end; false if there is none.
bool take_sign(SignedDigits& number) {
  std::string_view& text = number.digits;
  if (text.empty()) return false;
  if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
    text = text.substr(1, text.size() - 2);
    number.negative = !number.negative;
  } else if (text.front() == '-' || text.front() == '+') {
    if (text.front() == '-') number.negative = !number.negative;
    text.remove_prefix(1);
  } else if (text.back() == '%') {
    number.percent = true;
    text.remove_suffix(1);
  } else if (text.size() > 4 && text.back() == ')' && text[text.size() - 3] == '(' &&
             is_ascii_digit(text[text.size() - 2])) {  // a note: "12 (1)"
    text.remove_suffix(3);
  } else {
    return false;
  }
  text = without_blanks_around(text);
  number.bare = false;
  return true;
}

// The groups of digits before the decimals: three digits each, but the first.
bool is_grouped(std::string_view digits, char separator) {
  const std::size_t first = digits.find(separator);
  if (first == 0 || first > 3) return false;
  for (std::size_t at = first; at < digits.size(); at += 4) {
    if (digits[at] != separator || at + 4 > digits.size()) return false;
    if (!std::all_of(digits.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                     digits.begin() + static_cast<std::ptrdiff_t>(at) + 4, is_ascii_digit))
      return false;
  }
  return true;
}

// Canonical digits of an unsigned number, empty if it is none.
std::string canonical_digits(std::string_view text, bool decimal_comma) {
  const char mark = decimal_comma ? ',' : '.';
  const std::size_t point = text.rfind(mark);
  std::string_view whole = text.substr(0, point);
  const std::string_view decimals =
      point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
  if (!std::all_of(decimals.begin(), decimals.end(), is_ascii_digit)) return {};
  if (whole.empty() && decimals.empty()) return {};
  for (const char separator : {decimal_comma ? '.' : ',', ' ', '\''}) {
    if (whole.find(separator) == std::string_view::npos) continue;
    if (!is_grouped(whole, separator)) return {};
    break;
  }
  std::string canonical;
  for (const char c : whole) {
    if (is_ascii_digit(c))
      canonical += c;
    else if (c != ' ' && c != '\'' && c != (decimal_comma ? '.' : ','))
      return {};
  }
  if (canonical.empty()) canonical = "0";
  if (!decimals.empty()) canonical += '.' + std::string(decimals);
  return canonical;
}

}  // namespace

bool has_decimal_comma(const std::vector<std::string_view>& cells) {
  int commas = 0;
  int points = 0;
  for (const std::string_view cell : cells) {
    if (cell.size() > 24) continue;
    const std::string ascii = to_ascii_marks(cell);
    SignedDigits number{without_blanks_around(ascii)};
    while (take_sign(number)) {
    }
    const std::size_t last = number.digits.find_last_of(",.");
    if (last == std::string_view::npos || last == 0) continue;
    if (number.digits.find_first_not_of("0123456789,. '") != std::string_view::npos) continue;
    const char mark = number.digits[last];
    const bool single = number.digits.find(mark) == last;
    if (number.digits.size() - last - 1 != 3) {
      if (single) ++(mark == ',' ? commas : points);
    } else if (!single) {
      ++(mark == ',' ? points : commas);
    } else if (number.digits.find_first_of(",.") != last) {
      ++(mark == ',' ? commas : points);
    }
  }
  return commas > points;
}

CellNumeral read_cell(std::string_view text, bool decimal_comma) {
  constexpr std::size_t kLongest = 40;  // bytes; longer ones are sentences
  CellNumeral cell;
  if (text.size() > kLongest) {
    cell.content = CellContent::text;
    return cell;
  }
  const std::string ascii = to_ascii_marks(text);
  SignedDigits number{without_blanks_around(ascii)};
  if (number.digits.empty()) return cell;
  cell.content = CellContent::text;
  if (number.digits.find_first_not_of("-. ") == std::string_view::npos) {
    cell.content = CellContent::dash;
    return cell;
  }
  while (take_sign(number)) {
  }
  const auto value = Decimal::parse(canonical_digits(number.digits, decimal_comma));
  if (!value) return cell;
  cell.content = CellContent::figure;
  cell.value = number.negative ? -*value : *value;
  cell.percent = number.percent;
  cell.separated =
      !number.bare || number.digits.find_first_not_of("0123456789.") != std::string_view::npos;
  return cell;
}

}  // namespace tradereport::validator
