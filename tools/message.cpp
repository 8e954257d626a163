#include "tools/message.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>

#include "tools/sha256.h"
#include "validator/rules.h"

namespace tradereport::tools {

namespace {

// Raised with every change of what follows.
constexpr int kVersion = 5;
constexpr std::int64_t kMostDigits = 4096;  // of one end of an interval
constexpr std::int64_t kMostPages = 1'000'000;
constexpr std::int64_t kMost = std::numeric_limits<int>::max();

// One function for each type, for both directions. Structured bindings name every member, so that
// a new one does not compile until it is sent too.

using wire::kText;
using wire::list;
using wire::optional;

constexpr auto kTexts = [](auto& stream, auto& texts) { wire::map(stream, texts, kText, kText); };

void rational(WireWriter& stream, const Rational& value) {
  stream.text(value.get_num().get_str(16));
  stream.text(value.get_den().get_str(16));
}

mpz_class whole_number(WireReader& stream) {
  std::string digits;
  stream.text(digits);
  const bool negative = digits.starts_with('-');
  const std::string_view rest = std::string_view(digits).substr(negative ? 1 : 0);
  if (rest.empty() || rest.size() > kMostDigits ||
      rest.find_first_not_of("0123456789abcdef") != std::string_view::npos)
    throw BadMessage("a fraction is malformed");
  return mpz_class(digits, 16);
}

void rational(WireReader& stream, Rational& value) {
  const mpz_class numerator = whole_number(stream);
  const mpz_class denominator = whole_number(stream);
  if (denominator <= 0) throw BadMessage("a fraction has no positive denominator");
  value = Rational(numerator, denominator);
  value.canonicalize();
}

constexpr auto kBox = [](auto& stream, auto& box) {
  auto& [x0, y0, x1, y1] = box;
  for (auto* side : {&x0, &y0, &x1, &y1}) stream.length(*side);
};

constexpr auto kSource = [](auto& stream, auto& source) {
  auto& [page, line, boxes, line_text, begin, end] = source;
  stream.number(page, 0, kMostPages);
  stream.number(line, 0, kMost);
  list(stream, boxes, kBox);
  stream.text(line_text);
  stream.number(begin, 0, kMost);
  stream.number(end, 0, kMost);
  if constexpr (std::decay_t<decltype(stream)>::kReads) {
    if (begin > end || end > line_text.size()) throw BadMessage("a place is outside its line");
  }
};

constexpr auto kKey = [](auto& stream, auto& key) {
  auto& [place, span, flow, group, rank, row, measure] = key;
  stream.text(place);
  stream.number(span, 0, static_cast<int>(Span::ytd));
  stream.text(flow);
  stream.text(group);
  stream.number(rank, 0, kMost);
  stream.text(row);
  stream.number(measure, 0, static_cast<int>(Measure::previous));
};

void decimal(WireWriter& stream, const Decimal& value) {
  stream.number(value.unscaled(), 0, 0);
  stream.number(value.decimals(), 0, 0);
}

void decimal(WireReader& stream, Decimal& value) {
  constexpr std::int64_t most = 999'999'999'999'999'999;  // Decimal::kMaxDigits nines
  std::int64_t unscaled = 0;
  int decimals = 0;
  stream.number(unscaled, -most, most);
  stream.number(decimals, 0, Decimal::kMaxDigits);
  value = Decimal(unscaled, decimals);
}

template <class Stream, class F>
void figure_fields(Stream& stream, F& value) {
  auto& [key, number, unit, printed, source, rounding] = value;
  kKey(stream, key);
  decimal(stream, number);
  stream.text(unit);
  stream.text(printed);
  kSource(stream, source);
  stream.number(rounding, 0, static_cast<int>(Rounding::exact));
}

constexpr auto kFigure = [](auto& stream, auto& figure) { figure_fields(stream, figure); };

constexpr auto kClaim = [](auto& stream, auto& claim) {
  using Base = std::conditional_t<std::is_const_v<std::remove_reference_t<decltype(claim)>>,
                                  const Figure, Figure>;
  figure_fields(stream, static_cast<Base&>(claim));
  stream.text(claim.sentence);
  stream.text(claim.direction_word);
  stream.number(claim.direction, -1, 1);
  stream.flag(claim.signed_digits);
};
// A claim cannot be taken apart as the others are: a new member shows in its size.
static_assert(sizeof(Claim) == sizeof(Figure) + 2 * sizeof(std::string) + 2 * sizeof(int));

constexpr auto kTopList = [](auto& stream, auto& top) {
  auto& [span, flow, announced, names, source, sentence] = top;
  stream.number(span, 0, static_cast<int>(Span::ytd));
  stream.text(flow);
  stream.number(announced, 0, kMost);
  list(stream, names, kText);
  kSource(stream, source);
  stream.text(sentence);
};

constexpr auto kCell = [](auto& stream, auto& cell) {
  auto& [text, figure_index] = cell;
  stream.text(text);
  optional(stream, figure_index, [](auto& s, auto& index) { s.number(index, 0, kMost); });
};

constexpr auto kRow = [](auto& stream, auto& row) {
  auto& [group, cells] = row;
  stream.text(group);
  list(stream, cells, kCell);
};

constexpr auto kColumn = [](auto& stream, auto& column) {
  auto& [label, span, measure, flow] = column;
  stream.flag(label);
  stream.number(span, 0, static_cast<int>(Span::ytd));
  stream.number(measure, 0, static_cast<int>(Measure::previous));
  stream.text(flow);
};

constexpr auto kTable = [](auto& stream, auto& table) {
  auto& [id, caption, source, columns, rows] = table;
  stream.text(id);
  stream.text(caption);
  kSource(stream, source);
  list(stream, columns, kColumn);
  list(stream, rows, kRow);
};

constexpr auto kNumeral = [](auto& stream, auto& numeral) {
  auto& [printed, use, source, context] = numeral;
  stream.number(use, 0, static_cast<int>(NumeralUse::left_alone));
  stream.text(printed);
  kSource(stream, source);
  stream.text(context);
};

constexpr auto kProblem = [](auto& stream, auto& problem) {
  auto& [kind, details, key, source] = problem;
  stream.number(kind, 0, static_cast<int>(Problem::Kind::page_unread));
  kTexts(stream, details);
  optional(stream, key, kKey);
  kSource(stream, source);
};

constexpr auto kStep = [](auto& stream, auto& step) {
  auto& [key, args, source] = step;
  stream.text(key);
  kTexts(stream, args);
  kSource(stream, source);
};

constexpr auto kInterval = [](auto& stream, auto& interval) {
  auto& [lo, hi] = interval;
  rational(stream, lo);
  rational(stream, hi);
  if constexpr (std::decay_t<decltype(stream)>::kReads) {
    if (hi < lo) throw BadMessage("an interval is upside down");
  }
};

constexpr auto kFinding = [](auto& stream, auto& finding) {
  auto& [rule, severity, message, args, blamed, printed, suggested, possible, decimals, source,
         proof, certificate, involved] = finding;
  stream.text(rule);
  stream.number(severity, 0, static_cast<int>(Severity::error));
  stream.text(message);
  kTexts(stream, args);
  optional(stream, blamed, kKey);
  stream.text(printed);
  stream.text(suggested);
  optional(stream, possible, kInterval);
  stream.number(decimals, 0, Decimal::kMaxDigits);
  kSource(stream, source);
  list(stream, proof, kStep);
  list(stream, certificate, kStep);
  list(stream, involved, kKey);
};

// The file's name stays at home: the program knows it, and the worker does not.
constexpr auto kReport = [](auto& stream, auto& report) {
  auto& [file, family, period, has_month, pages, tables, figures, claims, lists, numerals,
         problems] = report;
  stream.text(family);
  auto& [year, month] = period;
  stream.number(year, 1, 9999);
  stream.number(month, 1, 12);
  stream.flag(has_month);
  stream.number(pages, 0, kMostPages);
  list(stream, tables, kTable);
  list(stream, figures, kFigure);
  list(stream, claims, kClaim);
  list(stream, lists, kTopList);
  list(stream, numerals, kNumeral);
  list(stream, problems, kProblem);
};

constexpr auto kAnswer = [](auto& stream, auto& answer) {
  auto& [report, family, checked, error, page, fragment, tried, entries, hash] = answer;
  optional(stream, report, kReport);
  stream.number(family, 0, kMost);
  auto& [findings, verdict] = checked;
  list(stream, findings, kFinding);
  stream.number(verdict, 0, static_cast<int>(validator::Verdict::impossible));
  stream.text(error);
  stream.number(page, 0, kMostPages);
  stream.text(fragment);
  list(stream, tried, [](auto& s, auto& pair) {
    s.text(pair.first);
    s.text(pair.second);
  });
  list(stream, entries, [](auto& s, auto& entry) {
    auto& [name, position] = entry;
    s.text(name);
    s.number(position, 0, kMost);
  });
  stream.text(hash);
};

constexpr auto kRequest = [](auto& stream, auto& request) {
  auto& [task, entry, archive] = request;
  stream.number(task, 0, static_cast<int>(Request::Task::list));
  optional(stream, entry, [](auto& s, auto& position) { s.number(position, 0, kMost); });
  stream.number(archive, 0, kMost);
};

template <class Value, class Each>
std::string encode(const Value& value, const Each& each) {
  WireWriter stream;
  stream.number(kVersion, kVersion, kVersion);
  each(stream, value);
  return stream.take();
}

template <class Value, class Each>
Value decode(std::string_view bytes, const Each& each) {
  WireReader stream(bytes);
  int version = 0;
  stream.number(version, kVersion, kVersion);
  Value value;
  each(stream, value);
  stream.finish();
  return value;
}

void require(bool good, const char* what) {
  if (!good) throw BadMessage(what);
}

void check_key(const FigureKey& key, const Family& family) {
  require(key.place == "text" || family.table(key.place) != nullptr,
          "a figure stands in a place that the family does not have");
}

void check_report(const Report& report, const Family& family) {
  require(report.family == family.id, "the report is of another family");
  for (const Figure& figure : report.figures) check_key(figure.key, family);
  for (const Claim& claim : report.claims) check_key(claim.key, family);
  std::set<std::string_view> ids;
  for (const Table& table : report.tables) {
    require(family.table(table.id) != nullptr, "the family does not have that table");
    require(ids.insert(table.id).second, "a table stands twice");
    for (const TableRow& row : table.rows) {
      require(row.cells.size() == table.columns.size(), "a row is not as wide as its table");
      for (const Cell& cell : row.cells)
        require(!cell.figure || *cell.figure < report.figures.size(), "a cell has no figure");
    }
  }
  for (const Problem& problem : report.problems)
    if (problem.figure) check_key(*problem.figure, family);
}

void check_finding(const Finding& finding, const Family& family) {
  const auto known = [&](const validator::RuleInfo& rule) { return rule.id == finding.rule; };
  require(std::any_of(validator::rules().begin(), validator::rules().end(), known),
          "there is no such rule");
  require(finding.suggested.empty() || Decimal::parse(finding.suggested), "no decimal");
  if (finding.blamed) check_key(*finding.blamed, family);
  for (const FigureKey& key : finding.involved) check_key(key, family);
}

}  // namespace

std::string encode_request(const Request& request) {
  return encode(request, kRequest);
}

Request decode_request(std::string_view bytes) {
  return decode<Request>(bytes, kRequest);
}

bool is_answer_error(std::string_view code) {
  static constexpr std::array<std::string_view, 14> codes{
      "empty",       "not_a_report",      "damaged",         "encrypted",      "no_text",
      "undecodable", "no_character_maps", "not_utf8",        "unknown_family", "no_period",
      "unreadable",  "internal",          "damaged_archive", "memory_limit"};
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

std::string encode_answer(const Answer& answer) {
  return encode(answer, kAnswer);
}

Answer decode_answer(std::string_view bytes, const std::vector<Family>& families) {
  Answer answer = decode<Answer>(bytes, kAnswer);
  require(answer.error.empty() || is_answer_error(answer.error), "there is no such error");
  require(answer.error.empty() || (!answer.report && answer.entries.empty()),
          "an answer is an error and a result");
  require(answer.report || answer.checked.findings.empty(), "findings without a report");
  require(answer.hash.empty() || is_sha256(answer.hash), "a hash is malformed");
  if (!answer.report) return answer;
  require(answer.family < families.size(), "there is no such family");
  check_report(*answer.report, families[answer.family]);
  for (const Finding& finding : answer.checked.findings)
    check_finding(finding, families[answer.family]);
  return answer;
}

}  // namespace tradereport::tools
