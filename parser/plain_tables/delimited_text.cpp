#include "parser/plain_tables/delimited_text.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace tradereport::parser {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

using Records = std::vector<std::vector<std::string>>;

Records records_of(std::string_view text, char separator) {
  Records records;
  std::vector<std::string> record(1);
  bool quoted = false;
  bool begun = false;  // something of the record has been read
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c != '"') {
        record.back() += c;
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        record.back() += text[++i];
      } else {
        quoted = false;
      }
      continue;
    }
    begun = true;
    if (c == '"' && record.back().empty()) {
      quoted = true;
    } else if (c == separator) {
      record.emplace_back();
    } else if (c == '\n' || (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n')) {
      if (c == '\r') ++i;
      records.push_back(std::exchange(record, std::vector<std::string>(1)));
      begun = false;
    } else {
      record.back() += c;
    }
  }
  if (begun) records.push_back(std::move(record));
  return records;
}

// Has each filled line the same number of fields, and more than one?
bool parts_evenly(const Records& records) {
  std::size_t fields = 0;
  for (const std::vector<std::string>& record : records) {
    if (record.size() == 1 && record[0].empty()) continue;
    if (record.size() < 2 || (fields != 0 && record.size() != fields)) return false;
    fields = record.size();
  }
  return fields > 0;
}

Records best_records(std::string_view text) {
  for (const char separator : {';', '\t'}) {
    Records records = records_of(text, separator);
    if (parts_evenly(records)) return records;
  }
  return records_of(text, ',');
}

// On one line, without blanks at the ends.
std::string tidy(const std::string& field) {
  std::string text;
  for (const char c : field) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank) {
      text += c;
    } else if (!text.empty() && text.back() != ' ') {
      text += ' ';
    }
  }
  if (text.ends_with(' ')) text.pop_back();
  return text;
}

}  // namespace

PlainTable delimited_table(std::string_view utf8) {
  if (utf8.starts_with(kByteOrderMark)) utf8.remove_prefix(kByteOrderMark.size());
  const Records records = best_records(utf8);
  PlainTable table;
  table.rows = records.size();
  for (std::size_t row = 0; row < records.size(); ++row) {
    table.cols = std::max(table.cols, records[row].size());
    for (std::size_t col = 0; col < records[row].size(); ++col) {
      std::string text = tidy(records[row][col]);
      if (text.empty()) continue;
      PlainCell cell;
      cell.place = {row, col};
      cell.text = std::move(text);
      table.cells.push_back(std::move(cell));
    }
  }
  return table;
}

}  // namespace tradereport::parser
