#include "tools/dev/bench/csv_table.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <utility>

namespace tradereport::bench {

PlainTable parse_csv_table(std::string_view text) {
  PlainTable table;
  CellPlace place;
  std::string field;
  const auto end_field = [&] {
    if (!field.empty()) table.cells.push_back({place, 1, 1, std::move(field), {}, false});
    field.clear();
    ++place.col;
    table.cols = std::max(table.cols, place.col);
  };
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c != '"')
        field += c;
      else if (i + 1 < text.size() && text[i + 1] == '"')
        field += text[++i];
      else
        quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      end_field();
    } else if (c == '\n') {
      end_field();
      place = {place.row + 1, 0};
    } else if (c != '\r') {
      field += c;
    }
  }
  if (place.col > 0 || !field.empty()) {
    end_field();
    ++place.row;
  }
  table.rows = place.row;
  return table;
}

PlainTable read_csv_table(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw std::runtime_error("cannot read " + file.string());
  const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  return parse_csv_table(text);
}

}  // namespace tradereport::bench
