#include "tests/tools/writers/spreadsheet.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <pugixml.hpp>
#include <stdexcept>

namespace tradereport::tools::test {

namespace {

std::map<std::string, std::string> unzip(const std::string& bytes) {
  const std::unique_ptr<archive, int (*)(archive*)> zip(archive_read_new(), archive_read_free);
  archive_read_support_format_zip(zip.get());
  if (archive_read_open_memory(zip.get(), bytes.data(), bytes.size()) != ARCHIVE_OK)
    throw std::runtime_error("no ZIP file");
  std::map<std::string, std::string> files;
  archive_entry* entry = nullptr;
  while (archive_read_next_header(zip.get(), &entry) == ARCHIVE_OK) {
    std::string text(static_cast<std::size_t>(archive_entry_size(entry)), '\0');
    if (archive_read_data(zip.get(), text.data(), text.size()) !=
        static_cast<la_ssize_t>(text.size()))
      throw std::runtime_error("a damaged ZIP file");
    files[archive_entry_pathname(entry)] = std::move(text);
  }
  return files;
}

class Spreadsheet {
 public:
  explicit Spreadsheet(const std::string& bytes) : files_(unzip(bytes)) {}

  std::vector<SpreadsheetSheet> sheets() {
    std::vector<SpreadsheetSheet> all;
    const auto book = part("xl/workbook.xml");
    read_styles();
    for (const pugi::xml_node sheet : book->child("workbook").child("sheets"))
      all.push_back(this->sheet(sheet.attribute("name").value(), static_cast<int>(all.size()) + 1));
    return all;
  }

 private:
  std::unique_ptr<pugi::xml_document> part(const std::string& name) const {
    auto document = std::make_unique<pugi::xml_document>();
    if (!document->load_string(files_.at(name).c_str(),
                               pugi::parse_default | pugi::parse_ws_pcdata))
      throw std::runtime_error(name + " is no XML");
    return document;
  }

  void read_styles() {
    const auto document = part("xl/styles.xml");
    const pugi::xml_node styles = document->child("styleSheet");
    std::map<std::string, std::string> patterns;
    for (const pugi::xml_node pattern : styles.child("numFmts"))
      patterns[pattern.attribute("numFmtId").value()] = pattern.attribute("formatCode").value();
    patterns["1"] = "0";
    patterns["2"] = "0.00";
    patterns["3"] = "#,##0";
    patterns["4"] = "#,##0.00";
    std::vector<std::string> fills;
    for (const pugi::xml_node fill : styles.child("fills"))
      fills.emplace_back(fill.child("patternFill").child("fgColor").attribute("rgb").value());
    for (const pugi::xml_node style : styles.child("cellXfs"))
      styles_.emplace_back(patterns[style.attribute("numFmtId").value()],
                           fills.at(style.attribute("fillId").as_uint()));
  }

  SpreadsheetSheet sheet(const std::string& name, int number) const {
    SpreadsheetSheet made;
    made.name = name;
    const auto document = part(fmt::format("xl/worksheets/sheet{}.xml", number));
    const pugi::xml_node sheet = document->child("worksheet");
    for (const pugi::xml_node row : sheet.child("sheetData"))
      for (const pugi::xml_node cell : row) {
        made.formulas = made.formulas || cell.child("f");
        const auto& [pattern, fill] = styles_.at(cell.attribute("s").as_uint());
        SpreadsheetCell& made_cell = made.cells[cell.attribute("r").value()];
        made_cell.number = cell.child("v") && !cell.attribute("t");
        made_cell.text =
            made_cell.number ? cell.child_value("v") : cell.child("is").child_value("t");
        made_cell.pattern = pattern;
        made_cell.fill = fill;
      }
    for (const pugi::xml_node merged : sheet.child("mergeCells"))
      made.merged.emplace_back(merged.attribute("ref").value());
    made.frozen =
        sheet.child("sheetViews").child("sheetView").child("pane").attribute("topLeftCell").value();
    made.filter = sheet.child("autoFilter").attribute("ref").value();
    const std::string links = fmt::format("xl/worksheets/_rels/sheet{}.xml.rels", number);
    if (files_.contains(links)) read_notes(*part(links), made);
    return made;
  }

  void read_notes(const pugi::xml_document& links, SpreadsheetSheet& into) const {
    for (const pugi::xml_node link : links.child("Relationships")) {
      const std::string target = link.attribute("Target").value();
      if (!target.starts_with("../comments")) continue;
      const auto document = part("xl/" + target.substr(3));
      for (const pugi::xml_node note : document->child("comments").child("commentList"))
        into.notes[note.attribute("ref").value()] = note.child("text").child("r").child_value("t");
    }
  }

  std::map<std::string, std::string> files_;
  std::vector<std::pair<std::string, std::string>> styles_;  // pattern and fill
};

int row_of(const std::string& reference) {
  return std::stoi(reference.substr(reference.find_first_of("0123456789")));
}

}  // namespace

std::string SpreadsheetCell::shown() const {
  if (!number) return text;
  const std::size_t point = pattern.find('.');
  const auto decimals = point == std::string::npos ? 0 : pattern.size() - point - 1;
  return fmt::format("{:.{}f}", std::stod(text), decimals);
}

std::vector<std::string> SpreadsheetSheet::row(int number) const {
  std::map<std::string, std::string> by_column;  // "A" … "Z": tests have no more
  for (const auto& [reference, cell] : cells)
    if (row_of(reference) == number)
      by_column[reference.substr(0, reference.find_first_of("0123456789"))] = cell.shown();
  std::vector<std::string> texts;
  if (by_column.empty()) return texts;
  for (char column = 'A'; column <= by_column.rbegin()->first.front(); ++column)
    texts.push_back(by_column[std::string(1, column)]);
  return texts;
}

int SpreadsheetSheet::last_row() const {
  int last = 0;
  for (const auto& [reference, cell] : cells) last = std::max(last, row_of(reference));
  return last;
}

std::vector<SpreadsheetSheet> read_spreadsheet(const std::string& bytes) {
  return Spreadsheet(bytes).sheets();
}

}  // namespace tradereport::tools::test
