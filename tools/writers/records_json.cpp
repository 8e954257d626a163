#include "tools/writers/records_json.h"

#include <fmt/format.h>

#include "tools/writers/json_writer.h"

namespace tradereport::tools {

namespace {

// Canonical decimals are JSON numbers as they stand.
std::string cell_json(const DataColumn& column, const std::string& cell) {
  if (cell.empty()) return "null";
  const bool number = column.kind == ColumnKind::number || column.kind == ColumnKind::integer;
  return number ? cell : json_string(cell);
}

}  // namespace

std::string json_string(const std::string& text) {
  return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string record_json(const std::vector<DataColumn>& columns,
                        const std::vector<std::string>& cells) {
  std::string json = "{";
  for (std::size_t i = 0; i < columns.size(); ++i)
    json += fmt::format("{}{}: {}", i == 0 ? "" : ", ", json_string(columns[i].name),
                        cell_json(columns[i], cells[i]));
  return json + "}";
}

}  // namespace tradereport::tools
