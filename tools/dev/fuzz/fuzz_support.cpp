#include "tools/dev/fuzz/fuzz_support.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "tools/writers/json_writer.h"
#include "validator/validate.h"

namespace tradereport::fuzz {

namespace {

const std::vector<Family>& families() {
  static const std::vector<Family> all = [] {
    std::vector<Family> loaded;
    for (const auto& [file, text] : bundled_families())
      loaded.push_back(*load_family(text, file).family);
    return loaded;
  }();
  return all;
}

std::vector<std::string> pieces(char end) {
  std::ifstream file(TRADEREPORT_SOURCE_DIR "/samples/beijing-goods-2024-05.txt");
  std::ostringstream text;
  text << file.rdbuf();
  std::string all = text.str();
  if (end == ' ') std::replace(all.begin(), all.end(), '\n', ' ');
  std::istringstream in(all);
  std::vector<std::string> out;
  for (std::string piece; std::getline(in, piece, end);) {
    if (!piece.empty()) out.push_back(piece);
  }
  return out;
}

void demand(bool holds, const char* law) {
  if (holds) return;
  std::fprintf(stderr, "broken law: %s\n", law);
  std::abort();
}

void examine_source(const Source& source) {
  demand(source.begin <= source.end && source.end <= source.line_text.size(),
         "a source lies within its line");
}

}  // namespace

const std::vector<parser::Grammar>& grammars() {
  static const std::vector<parser::Grammar> all = [] {
    std::vector<parser::Grammar> compiled;
    for (const Family& family : families()) compiled.push_back(parser::compile(family));
    return compiled;
  }();
  return all;
}

const parser::Reader& reader() {
  static const parser::Reader one{families()};
  return one;
}

const std::vector<std::string>& sample_lines() {
  static const std::vector<std::string> lines = pieces('\n');
  return lines;
}

const std::vector<std::string>& sample_words() {
  static const std::vector<std::string> words = pieces(' ');
  return words;
}

void examine(const Report& report, const Family& family) {
  const auto used = [&](NumeralUse use) {
    return static_cast<std::size_t>(
        std::count_if(report.numerals.begin(), report.numerals.end(),
                      [use](const Numeral& numeral) { return numeral.use == use; }));
  };
  demand(used(NumeralUse::cell) <= report.figures.size(), "a cell's numeral has its figure");
  demand(used(NumeralUse::claim) <= report.claims.size(), "a claim's numeral has its claim");
  for (const Figure& figure : report.figures) examine_source(figure.source);
  for (const Claim& claim : report.claims) examine_source(claim.source);
  for (const Table& table : report.tables) {
    for (const TableRow& row : table.rows) {
      demand(row.cells.size() == table.columns.size(), "a row has a cell for each column");
      for (const Cell& cell : row.cells)
        demand(!cell.figure || *cell.figure < report.figures.size(), "a cell's figure exists");
    }
  }
  const validator::Validation checked = validator::validate_report(report, family);
  const std::string json =
      tools::json_text(tools::report_json(report, checked, Language::en, true));
  demand(!json.empty(), "every report can be written");
}

}  // namespace tradereport::fuzz
