#include "tools/records_json.h"

#include <fmt/format.h>

#include "tools/json_writer.h"

namespace tradereport::tools {

namespace {

std::string json_string(const std::string& text) {
  return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

// Canonical decimals are JSON numbers as they stand.
std::string cell_json(const DataColumn& column, const std::string& cell) {
  if (cell.empty()) return "null";
  const bool number = column.kind == ColumnKind::number || column.kind == ColumnKind::integer;
  return number ? cell : json_string(cell);
}

}  // namespace

std::string records_json(const DataTable& table) {
  std::string json = "[";
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    json += r == 0 ? "\n  {" : ",\n  {";
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      json += fmt::format("{}{}: {}", i == 0 ? "" : ", ", json_string(table.columns[i].name),
                          cell_json(table.columns[i], table.rows[r][i]));
    json += '}';
  }
  return json + "\n]\n";
}

std::string tables_json(const std::vector<const DataTable*>& tables) {
  std::string json = "{";
  for (std::size_t i = 0; i < tables.size(); ++i) {
    std::string records = records_json(*tables[i]);
    records.pop_back();
    json += fmt::format("{}\n{}: {}", i == 0 ? "" : ",", json_string(tables[i]->name), records);
  }
  return json + "\n}\n";
}

}  // namespace tradereport::tools
