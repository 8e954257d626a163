#include "tools/writers/discovery/discovery_json.h"

#include <cmath>

#include "tools/writers/json_writer.h"

namespace tradereport::tools {

namespace {

constexpr int kDiscoverSchema = 1;  // of schemas/discover.schema.json

const char* kind_name(ArithmeticKind kind) {
  switch (kind) {
    case ArithmeticKind::difference:
      return "Difference";
    case ArithmeticKind::average:
      return "Average";
    case ArithmeticKind::division:
      return "Division";
    case ArithmeticKind::relative_change:
      return "RelativeChange";
    default:
      return "Sum";
  }
}

Json place_json(const CellPlace& place) {
  return Json::array({place.row, place.col});
}

Json box_json(const Box& box) {
  if (box == Box{}) return nullptr;
  Json json = Json::array();
  for (const double side : {box.x0, box.y0, box.x1, box.y1})
    json.push_back(std::round(side * 10) / 10);
  return json;
}

Json plain_cell_json(const PlainCell& cell) {
  return {{"row", cell.place.row},     {"col", cell.place.col}, {"row_span", cell.row_span},
          {"col_span", cell.col_span}, {"text", cell.text},     {"box", box_json(cell.box)},
          {"proved", cell.proved}};
}

Json arithmetic_json(const Arithmetic& line) {
  Json parts = Json::array();
  for (const CellPlace& part : line.parts) parts.push_back(place_json(part));
  return {{"kind", kind_name(line.kind)},
          {"whole", place_json(line.whole)},
          {"parts", std::move(parts)}};
}

// The range holds whatever its ends are rounded to: outward.
Json broken_json(const validator::BrokenArithmetic& broken) {
  const int decimals = broken.printed.decimals() + 1;
  Json json = arithmetic_json(broken.relation);
  json["place"] = place_json(broken.place);
  json["blamed"] = broken.blamed;
  json["printed"] = broken.printed.to_string();
  json["possible"] = {{"min", round_down(broken.possible.lo, decimals)},
                      {"max", round_up(broken.possible.hi, decimals)}};
  json["lines_alike"] = broken.lines_alike;
  return json;
}

Json table_json(const DiscoveredTable& found) {
  Json cells = Json::array();
  for (const PlainCell& cell : found.table.cells) cells.push_back(plain_cell_json(cell));
  Json relations = Json::array();
  for (const Arithmetic& line : found.arithmetic.relations)
    relations.push_back(arithmetic_json(line));
  Json contradictions = Json::array();
  for (const validator::BrokenArithmetic& broken : found.arithmetic.contradictions)
    contradictions.push_back(broken_json(broken));
  return {{"page", found.table.page},
          {"rows", found.table.rows},
          {"cols", found.table.cols},
          {"box", box_json(found.table.box)},
          {"cells", std::move(cells)},
          {"relations", std::move(relations)},
          {"contradictions", std::move(contradictions)}};
}

}  // namespace

std::string discovery_json(const std::string& file, const Discovery& discovery) {
  Json tables = Json::array();
  for (const DiscoveredTable& found : discovery.tables) tables.push_back(table_json(found));
  const Json json = {{"schema", kDiscoverSchema},
                     {"file", file},
                     {"tables", std::move(tables)},
                     {"unread_pages", discovery.unread_pages}};
  return dumped(json) + "\n";
}

}  // namespace tradereport::tools
