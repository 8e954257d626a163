#include "tools/writers/csv_writer.h"

#include <algorithm>
#include <array>

namespace tradereport::tools {

namespace {

constexpr std::array<std::string_view, 11> kFormulaStarts{"=",  "+",  "-",  "@",  "\t", "\r",
                                                          "\n", "＝", "＋", "－", "＠"};
constexpr std::array<std::string_view, 5> kSigns{"+", "-", "＋", "－", "−"};
constexpr std::array<std::string_view, 4> kSeparators{".", ",", "．", "，"};
constexpr std::array<std::string_view, 2> kPercents{"%", "％"};

// Takes one of the tokens off the front.
template <std::size_t N>
bool take(std::string_view& text, const std::array<std::string_view, N>& tokens) {
  for (const std::string_view token : tokens) {
    if (!text.starts_with(token)) continue;
    text.remove_prefix(token.size());
    return true;
  }
  return false;
}

bool take_digit(std::string_view& text) {
  if (text.empty()) return false;
  if (text.front() >= '0' && text.front() <= '9') {
    text.remove_prefix(1);
    return true;
  }
  // Full-width digits are U+FF10 to U+FF19: EF BC 90 to EF BC 99.
  if (text.size() < 3 || !text.starts_with("\xEF\xBC")) return false;
  const auto last = static_cast<unsigned char>(text[2]);
  if (last < 0x90 || last > 0x99) return false;
  text.remove_prefix(3);
  return true;
}

bool take_digits(std::string_view& text) {
  bool some = false;
  while (take_digit(text)) some = true;
  return some;
}

// True for most fields: they start with a letter or digit and have nothing that needs quotes.
bool is_plain(std::string_view field) {
  const auto ordinary = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (static_cast<unsigned char>(c) >= 0x80 && static_cast<unsigned char>(c) != 0xEF);
  };
  if (!field.empty() && !ordinary(field.front())) return false;
  return std::none_of(field.begin(), field.end(),
                      [](char c) { return c == '"' || c == ',' || c == '\r' || c == '\n'; });
}

}  // namespace

bool looks_like_number(std::string_view text) {
  take(text, kSigns);
  if (!take_digits(text)) return false;
  while (take(text, kSeparators))
    if (!take_digits(text)) return false;
  take(text, kPercents);
  return text.empty();
}

std::string guard_formula(std::string_view text) {
  std::string_view rest = text;
  const bool formula = take(rest, kFormulaStarts) && !looks_like_number(text);
  return formula ? "'" + std::string(text) : std::string(text);
}

std::string quote(std::string_view field) {
  if (field.find_first_of("\",\r\n") == std::string_view::npos) return std::string(field);
  std::string quoted = "\"";
  for (const char c : field) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string csv_line(const std::vector<std::string>& fields) {
  std::string line;
  for (const std::string& field : fields) {
    if (&field != &fields.front()) line += ',';
    if (is_plain(field)) {
      line += field;
    } else {
      line += quote(guard_formula(field));
    }
  }
  return line + "\r\n";
}

std::string csv_head(const DataTable& table) {
  std::vector<std::string> names;
  for (const DataColumn& column : table.columns) names.push_back(column.name);
  return csv_line(names);
}

std::string csv_text(const DataTable& table) {
  std::string csv = csv_head(table);
  for (const std::vector<std::string>& row : table.rows) csv += csv_line(row);
  return csv;
}

}  // namespace tradereport::tools
