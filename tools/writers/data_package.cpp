#include "tools/writers/data_package.h"

#include "tools/writers/json_writer.h"

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
  if (column.required) field["constraints"]["required"] = true;
  if (!column.values.empty()) field["constraints"]["enum"] = column.values;
  return field;
}

std::string title_in_all_languages(const DataTable& table) {
  std::string text;
  for (const auto& [language, part] : table.title)
    if (text != part) text += (text.empty() ? "" : " / ") + part;
  return text;
}

// An absent list has no place in the package: none of its lists may be empty.
void add_sources(const PackageFacts& facts, Json& package) {
  for (const PackageFacts::SourceFile& file : facts.sources) {
    Json source;
    source["title"] = file.name;
    if (!file.hash.empty()) source["hash"] = "sha256:" + file.hash;
    package["sources"].push_back(std::move(source));
  }
}

Json resource_json(const DataTable& table, Encoding encoding) {
  Json resource;
  resource["name"] = table.name;
  resource["path"] = table.name + ".csv";
  resource["profile"] = "tabular-data-resource";
  resource["title"] = title_in_all_languages(table);
  resource["format"] = "csv";
  resource["mediatype"] = "text/csv";
  // Readers in Python know UTF-8 with a byte order mark by that name, and take the mark for a part
  // of the first column otherwise; the specification leaves the names open.
  resource["encoding"] = encoding == Encoding::gb18030    ? "gb18030"
                         : encoding == Encoding::utf8_bom ? "utf-8-sig"
                                                          : "utf-8";
  resource["dialect"] = {{"delimiter", ","},
                         {"lineTerminator", "\r\n"},
                         {"quoteChar", "\""},
                         {"doubleQuote", true},
                         {"header", true}};
  Json fields = Json::array();
  for (const DataColumn& column : table.columns) fields.push_back(field_json(column));
  resource["schema"] = {{"fields", std::move(fields)}, {"missingValues", Json::array({""})}};
  resource["schema"]["primaryKey"] = table.key;
  return resource;
}

}  // namespace

std::string data_package_text(const std::vector<DataTable>& tables, Encoding encoding,
                              const PackageFacts& facts) {
  Json package;
  package["profile"] = "tabular-data-package";
  package["name"] = "tradereport";
  package["title"] = format_message(Language::en, "data.package") + " / " +
                     format_message(Language::zh, "data.package");
  Json license;
  license["name"] = facts.license;
  package["licenses"].push_back(std::move(license));
  add_sources(facts, package);
  package["resources"] = Json::array();
  for (std::size_t i = 0; i < tables.size(); ++i) {
    Json resource = resource_json(tables[i], encoding);
    if (i < facts.files.size()) {
      resource["bytes"] = facts.files[i].bytes;
      resource["hash"] = "sha256:" + facts.files[i].hash;
    }
    package["resources"].push_back(std::move(resource));
  }
  return json_text(package);
}

}  // namespace tradereport::tools
