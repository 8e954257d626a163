#include "tools/data_package.h"

#include "tools/json_writer.h"

namespace tradereport::tools {

namespace {

std::string both(const DataColumn& column) {
  return column.description(Language::en) + " / " + column.description(Language::zh);
}

Json field_json(const DataColumn& column) {
  Json field;
  field["name"] = column.name;
  switch (column.kind) {
    case ColumnKind::text:
      field["type"] = "string";
      break;
    case ColumnKind::number:
      field["type"] = "number";
      break;
    case ColumnKind::integer:
      field["type"] = "integer";
      break;
    case ColumnKind::year_month:
      field["type"] = "yearmonth";
      break;
  }
  field["description"] = both(column);
  if (!column.unit.empty()) field["unit"] = column.unit;
  if (!column.values.empty()) field["constraints"] = {{"enum", column.values}};
  return field;
}

std::string title(const DataTable& table) {
  std::string text;
  for (const auto& [language, part] : table.title)
    if (text != part) text += (text.empty() ? "" : " / ") + part;
  return text;
}

Json resource_json(const DataTable& table, Encoding encoding) {
  Json resource;
  resource["name"] = table.name;
  resource["path"] = table.name + ".csv";
  resource["profile"] = "tabular-data-resource";
  resource["title"] = title(table);
  resource["format"] = "csv";
  resource["mediatype"] = "text/csv";
  // A byte order mark does not make another encoding.
  resource["encoding"] = encoding == Encoding::gb18030 ? "gb18030" : "utf-8";
  resource["dialect"] = {{"delimiter", ","},
                         {"lineTerminator", "\r\n"},
                         {"quoteChar", "\""},
                         {"doubleQuote", true},
                         {"header", true}};
  Json fields = Json::array();
  for (const DataColumn& column : table.columns) fields.push_back(field_json(column));
  resource["schema"] = {{"fields", std::move(fields)}, {"missingValues", Json::array({""})}};
  return resource;
}

}  // namespace

std::string data_package_text(const std::vector<DataTable>& tables, Encoding encoding) {
  Json package;
  package["profile"] = "tabular-data-package";
  package["name"] = "tradereport";
  package["title"] = format_message(Language::en, "data.package") + " / " +
                     format_message(Language::zh, "data.package");
  package["resources"] = Json::array();
  for (const DataTable& table : tables)
    package["resources"].push_back(resource_json(table, encoding));
  return json_text(package);
}

}  // namespace tradereport::tools
