#include "tests/parser/support.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unicode/utf8.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "parser/layout/join_lines.h"
#include "parser/layout/layout.h"
#include "parser/narrative/narrative.h"
#include "parser/pages/lines.h"
#include "parser/text/text.h"
#include "tests/places.h"

namespace tradereport::parser::test {

namespace {

std::vector<Family> families() {
  std::vector<Family> all;
  for (const auto& [name, toml] : bundled_families()) {
    FamilyLoad load = load_family(toml, name);
    if (load.family) all.push_back(std::move(*load.family));
  }
  return all;
}

std::string figure_line(const FigureKey& key, const Decimal& value, const std::string& unit,
                        const std::string& printed) {
  return fmt::format("{},{},{},{},{},{},{},{},{},{}", key.place, to_string(key.span), key.flow,
                     key.group, key.rank > 0 ? std::to_string(key.rank) : "", key.row,
                     to_string(key.measure), value.to_string(), unit, printed);
}

}  // namespace

const Grammar& beijing() {
  static const Family family = *load_family(bundled_families().front().second, "bundled").family;
  static const Grammar compiled = compile(family);
  return compiled;
}

const Grammar& tourism() {
  static const Family family = *load_family(bundled_families()[1].second, "bundled").family;
  static const Grammar compiled = compile(family);
  return compiled;
}

const Reader& reader() {
  static const Reader made(families());
  return made;
}

std::string read_file(const std::filesystem::path& path) {
  const std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file.good()) << path;
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

std::filesystem::path sample(std::string_view name) {
  return std::filesystem::path(kSourceFolder) / "samples" / name;
}

const std::string& may_2024_text() {
  static const std::string text = read_file(sample("beijing-goods-2024-05.txt"));
  return text;
}

Report read(std::string_view bytes, const std::string& file) {
  ReadResult result = reader().read(bytes, file);
  if (result.report) return std::move(*result.report);
  ADD_FAILURE() << file << ": " << (result.error ? to_string(result.error->code) : "no error");
  return {};
}

std::vector<std::string> figure_lines(const Report& report) {
  std::vector<std::string> lines;
  for (const Figure& f : report.figures)
    lines.push_back(figure_line(f.key, f.value, f.unit, f.printed));
  for (const Claim& c : report.claims)
    lines.push_back(figure_line(c.key, c.value, c.unit, c.printed));
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::vector<std::string> truth_lines(std::string_view name) {
  std::istringstream csv(
      read_file(std::filesystem::path(kSourceFolder) / "tests/truth" / name / "figures.csv"));
  std::vector<std::string> lines;
  std::string line;
  std::getline(csv, line);
  EXPECT_EQ(line, "family,period,place,span,flow,group,rank,row,measure,value,unit,printed");
  while (std::getline(csv, line)) {
    const std::size_t family = line.find(',');
    const std::size_t period = line.find(',', family + 1);
    lines.push_back(line.substr(period + 1));
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::vector<std::string> table_lines(const Report& report, std::string_view table) {
  std::vector<std::string> lines;
  for (const Table& t : report.tables) {
    if (t.id != table) continue;
    for (const TableRow& row : t.rows) {
      std::string line;
      for (std::size_t c = 0; c < row.cells.size(); ++c) {
        const Cell& cell = row.cells[c];
        std::string shown = "_";
        if (t.columns[c].label && !cell.text.empty()) shown = cell.text;
        if (cell.figure) shown = report.figures[*cell.figure].value.to_string();
        line += (line.empty() ? "" : " ") + shown;
      }
      lines.push_back(std::move(line));
    }
  }
  return lines;
}

std::vector<std::string> problem_lines(const Report& report) {
  static const auto blank = [](const std::string& text) { return text.empty() ? "" : " " + text; };
  struct Line {
    std::string operator()(const StalePeriod& stale) const {
      return "stale_period" + blank(stale.what) + blank(stale.found);
    }
    std::string operator()(const Missing& missing) const {
      return "missing" + blank(missing.what) + blank(missing.name);
    }
    std::string operator()(const UnknownRow& row) const { return "unknown_row" + blank(row.name); }
    std::string operator()(const UnreadCells& cells) const {
      return "unread_cells " + cells.place + blank(cells.row) +
             blank(std::to_string(cells.columns.size()));
    }
    std::string operator()(const Unspoken& unspoken) const {
      return "unspoken " + unspoken.place + blank(unspoken.name) +
             blank(std::string(to_string(unspoken.span)));
    }
    std::string operator()(const Placeholder& placeholder) const {
      return "placeholder" + blank(placeholder.printed);
    }
    std::string operator()(const Damaged& /*damaged*/) const { return "damaged"; }
    std::string operator()(const NextReport& /*next*/) const { return "next_report"; }
    std::string operator()(const UnitDiffers& unit) const {
      return "unit_differs" + blank(unit.found);
    }
    std::string operator()(const ListLengths& /*lists*/) const { return "list_lengths"; }
    std::string operator()(const PageUnread& /*page*/) const { return "page_unread"; }
  };
  std::vector<std::string> lines;
  for (const Problem& problem : report.problems) lines.push_back(std::visit(Line{}, problem.what));
  return lines;
}

std::vector<std::string> unread_numerals(const Report& report) {
  std::vector<std::string> digits;
  for (const Numeral& numeral : report.numerals) {
    if (numeral.use == NumeralUse::unread) digits.push_back(numeral.printed);
  }
  return digits;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

std::string utf8(char32_t c) {
  std::string out;
  append_utf8(out, c);
  return out;
}

std::u32string code_points(std::string_view text) {
  std::u32string out;
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int64_t>(text.size());
  for (std::int64_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, i, size, c);
    out += static_cast<char32_t>(c);
  }
  return out;
}

Scratch::Scratch() {
  std::string name = (std::filesystem::temp_directory_path() / "tradereport-XXXXXX").string();
  EXPECT_NE(::mkdtemp(name.data()), nullptr);
  path_ = name;
}

Scratch::~Scratch() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

bool run(const std::string& command) {
  return std::system(command.c_str()) == 0;
}

std::string output_of(const std::string& command) {
  std::string out;
  std::FILE* const pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr) return out;
  std::array<char, 4096> buffer{};
  for (std::size_t n; (n = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
    out.append(buffer.data(), n);
  ::pclose(pipe);
  return out;
}

std::string quoted(const std::filesystem::path& path) {
  return "'" + replaced(path.string(), "'", "'\\''") + "'";
}

std::string claims_of(const std::string& text, const Period& period, const Grammar& grammar) {
  const Document document = *lines_of(text);
  Text block;
  for (const Line& line : document.lines) join(document, block, line.text);
  const Narrative narrative = read_narrative(document, {block}, grammar, grammar.names, period);
  std::string out;
  for (const ReadClaim& claim : narrative.claims) {
    const FigureKey& key = claim.claim.key;
    out += fmt::format("{}{}{} {} {} {} {}", out.empty() ? "" : "; ",
                       key.rank > 0 ? fmt::format("{}.", key.rank) : "", to_string(key.span),
                       key.flow, key.row, to_string(key.measure), claim.claim.value.to_string());
  }
  for (const Problem& problem : narrative.problems)
    out += std::holds_alternative<ListLengths>(problem.what) ? " [lengths]" : " [unit]";
  return out;
}

void expect_claims(const std::vector<Wording>& wordings, const Period& period) {
  for (const Wording& wording : wordings)
    EXPECT_EQ(claims_of(wording.text, period), wording.claims) << wording.text;
}

}  // namespace tradereport::parser::test
