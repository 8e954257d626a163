#include "tests/validator/report_builder.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "tests/places.h"
#include "tools/dev/worlds/issue.h"

namespace tradereport::validator::test {

namespace {

std::vector<std::string> split(const std::string& line, char separator = ' ') {
  std::vector<std::string> parts;
  std::istringstream stream(line);
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
  if (line.ends_with(separator)) parts.emplace_back();
  return parts;
}

[[noreturn]] void fail(const std::string& line) {
  throw std::invalid_argument("bad line: " + line);
}

Span span_from(const std::string& text) {
  if (text != "month" && text != "ytd") fail(text);
  return text == "month" ? Span::month : Span::ytd;
}

std::string unit_of(Measure measure) {
  return measure == Measure::share || measure == Measure::growth ? "%" : "亿美元";
}

Decimal decimal_from(const std::string& text) {
  const auto value = Decimal::parse(text);
  if (!value) fail(text);
  return *value;
}

// "name=value"; nothing for another name.
std::optional<std::string> option(const std::string& part, const std::string& name) {
  if (!part.starts_with(name + "=")) return std::nullopt;
  return part.substr(name.size() + 1);
}

Figure make_figure(const std::string& assignment, FigureKey key) {
  const std::size_t equals = assignment.find('=');
  if (equals == std::string::npos) fail(assignment);
  const auto measure = measure_from(assignment.substr(0, equals));
  if (!measure) fail(assignment);
  key.measure = *measure;
  Figure figure;
  figure.key = std::move(key);
  figure.printed = assignment.substr(equals + 1);
  figure.value = decimal_from(figure.printed);
  figure.unit = unit_of(*measure);
  return figure;
}

}  // namespace

ReportBuilder::ReportBuilder(const std::string& period) {
  const auto parsed = Period::parse(period);
  if (!parsed) fail(period);
  report_.period = *parsed;
  report_.family = family().id;
}

ReportBuilder& ReportBuilder::row(const std::string& line) {
  const std::vector<std::string> parts = split(line);
  if (parts.size() < 5) fail(line);
  FigureKey key;
  key.place = parts[0].substr(0, parts[0].find('/'));
  if (key.place.size() < parts[0].size()) {
    key.group = parts[0].substr(key.place.size() + 1);
    const std::size_t hash = key.group.find('#');
    if (hash != std::string::npos) {
      key.rank = std::stoi(key.group.substr(hash + 1));
      key.group.resize(hash);
    }
  }
  key.span = span_from(parts[1]);
  key.flow = parts[2];
  key.row = parts[3];
  for (std::size_t i = 4; i < parts.size(); ++i)
    report_.figures.push_back(make_figure(parts[i], key));
  return *this;
}

ReportBuilder& ReportBuilder::claim(const std::string& line) {
  const std::vector<std::string> parts = split(line);
  if (parts.size() < 4) fail(line);
  Claim common;
  common.key = {"text", span_from(parts[0]), parts[1], "", 0, parts[2], Measure::value};
  const std::size_t first = report_.claims.size();
  for (std::size_t i = 3; i < parts.size(); ++i) {
    if (const auto word = option(parts[i], "word")) {
      common.direction_word = *word;
    } else if (const auto direction = option(parts[i], "direction")) {
      common.direction = std::stoi(*direction);
    } else if (const auto printed = option(parts[i], "printed")) {
      common.printed = *printed;
    } else if (const auto sentence = option(parts[i], "sentence")) {
      common.sentence = *sentence;
    } else if (parts[i] == "signed") {
      common.signed_digits = true;
    } else {
      Claim claim;
      static_cast<Figure&>(claim) = make_figure(parts[i], common.key);
      report_.claims.push_back(std::move(claim));
    }
  }
  for (std::size_t i = first; i < report_.claims.size(); ++i) {
    Claim& claim = report_.claims[i];
    claim.direction_word = common.direction_word;
    claim.direction = common.direction;
    claim.signed_digits = common.signed_digits;
    claim.sentence = common.sentence;
    if (!common.printed.empty()) claim.printed = common.printed;
  }
  return *this;
}

ReportBuilder& ReportBuilder::list(const std::string& line) {
  const std::vector<std::string> parts = split(line);
  if (parts.size() < 4) fail(line);
  TopList list;
  list.span = span_from(parts[0]);
  list.flow = parts[1];
  list.announced = std::stoi(parts[2]);
  for (std::size_t i = 3; i < parts.size(); ++i) {
    if (const auto sentence = option(parts[i], "sentence")) {
      list.sentence = *sentence;
    } else {
      list.names.push_back(parts[i]);
    }
  }
  report_.lists.push_back(std::move(list));
  return *this;
}

ReportBuilder& ReportBuilder::problem(Problem problem) {
  report_.problems.push_back(std::move(problem));
  return *this;
}

ReportBuilder& ReportBuilder::unread(const std::string& printed, const std::string& context) {
  report_.numerals.push_back({printed, NumeralUse::unread, {}, context});
  return *this;
}

static Problem problem_from_json(const nlohmann::json& json) {
  const auto text = [&](const char* key) { return json.at(key).get<std::string>(); };
  const std::string kind = text("kind");
  if (kind == "stale_period")
    return {StalePeriod{text("what"), text("found"), text("expected")}, {}};
  if (kind == "missing") return {Missing{text("what"), text("name"), text("place")}, {}};
  if (kind == "unknown_row")
    return {UnknownRow{text("name"), text("place"), json.value("additional", false)}, {}};
  if (kind == "unread_cells") return {UnreadCells{text("place"), text("row"), {}}, {}};
  if (kind == "unspoken") return {Unspoken{text("name"), text("place"), Span::month}, {}};
  if (kind == "placeholder") return {Placeholder{text("printed")}, {}};
  if (kind == "damaged") return {Damaged{}, {}};
  if (kind == "unit_differs")
    return {UnitDiffers{text("found"), text("expected"), text("place")}, {}};
  if (kind == "list_lengths")
    return {ListLengths{json.at("names"), json.at("figures"), text("sentence")}, {}};
  if (kind == "page_unread") return {PageUnread{}, {}};
  throw std::invalid_argument("no such problem: " + kind);
}

Report report_from_json(const nlohmann::json& json) {
  ReportBuilder builder(json.at("period").get<std::string>());
  const auto lines = [&](const char* key) { return json.value(key, std::vector<std::string>()); };
  for (const std::string& line : lines("rows")) builder.row(line);
  for (const std::string& line : lines("claims")) builder.claim(line);
  for (const std::string& line : lines("lists")) builder.list(line);
  for (const auto& problem : json.value("problems", nlohmann::json::array()))
    builder.problem(problem_from_json(problem));
  for (const auto& unread : json.value("unread", nlohmann::json::array()))
    builder.unread(unread.at("printed").get<std::string>(),
                   unread.at("context").get<std::string>());
  return builder.report();
}

std::string read_source_file(const std::string& path) {
  std::ifstream file(std::string(kSourceFolder) + "/" + path, std::ios::binary);
  if (!file) throw std::invalid_argument("no file " + path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

const Family& family() {
  static const Family loaded = [] {
    const auto& [file, text] = bundled_families().front();
    FamilyLoad load = load_family(text, file);
    if (!load.family) throw std::invalid_argument(load.errors.front().to_string());
    return std::move(*load.family);
  }();
  return loaded;
}

Report consistent_report(std::uint64_t number) {
  return worlds::issue_by_number(family(), number);
}

std::vector<Report> consistent_neighbours(std::uint64_t number) {
  return worlds::issues_around(family(), number);
}

Report report_from_csv(const std::string& csv) {
  enum Column {
    family_id,
    period,
    place,
    span,
    flow,
    group,
    rank,
    row,
    measure,
    value,
    unit,
    printed,
    columns
  };
  Report report;
  std::istringstream lines(csv);
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    if (line.ends_with('\r')) line.pop_back();
    const std::vector<std::string> cells = split(line, ',');
    if (cells.size() != columns) fail(line);
    report.family = cells[family_id];
    report.period = Period::parse(cells[period]).value();
    Claim claim;
    claim.key = {cells[place],
                 span_from(cells[span]),
                 cells[flow],
                 cells[group],
                 cells[rank].empty() ? 0 : std::stoi(cells[rank]),
                 cells[row],
                 measure_from(cells[measure]).value()};
    claim.value = decimal_from(cells[value]);
    claim.unit = cells[unit];
    claim.printed = cells[printed];
    claim.signed_digits = claim.printed.starts_with('-');
    if (claim.key.place != "text") {
      report.figures.push_back(claim);
      continue;
    }
    if (claim.value.negative() && !claim.signed_digits) claim.direction = -1;
    if (claim.key.rank > 0 && claim.key.measure == Measure::value) {
      if (claim.key.rank == 1) {
        report.lists.push_back({claim.key.span, claim.key.flow, 3, {}, {}, {}, {}});
        report.lists.back().sentence = "sentence " + std::to_string(report.lists.size());
      }
      report.lists.back().names.push_back(claim.key.row);
    }
    if (claim.key.rank > 0) claim.sentence = report.lists.back().sentence;
    report.claims.push_back(std::move(claim));
  }
  return report;
}

const Report& may_2024() {
  static const Report report =
      report_from_csv(read_source_file("tests/truth/beijing-goods-2024-05/figures.csv"));
  return report;
}

Figure& figure(Report& report, const std::string& place, Span span, const std::string& row,
               Measure measure) {
  for (Figure& figure : report.figures) {
    const FigureKey& key = figure.key;
    if (key.place == place && key.span == span && key.row == row && key.measure == measure)
      return figure;
  }
  throw std::out_of_range("no figure " + place + " " + row);
}

void misprint(Report& report, const std::string& place, Span span, const std::string& row,
              Measure measure, const std::string& printed) {
  Figure& wrong = figure(report, place, span, row, measure);
  wrong.value = decimal_from(printed);
  wrong.printed = printed;
}

Claim& claim(Report& report, Span span, const std::string& flow, const std::string& row,
             Measure measure) {
  for (Claim& claim : report.claims) {
    const FigureKey& key = claim.key;
    if (key.span == span && key.flow == flow && key.row == row && key.measure == measure)
      return claim;
  }
  throw std::out_of_range("no claim " + row);
}

}  // namespace tradereport::validator::test
