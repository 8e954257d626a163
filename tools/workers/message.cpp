#include "tools/workers/message.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>

#include "tools/workers/base64.h"
#include "tools/workers/finding_fields.h"
#include "tools/workers/report_fields.h"
#include "tools/workers/sha256.h"
#include "tools/workers/table_fields.h"
#include "validator/rules.h"

namespace tradereport::tools {

namespace {

using namespace fields;

// Raised with every change of what follows and of report_fields.h.
constexpr int kVersion = 13;

constexpr std::int64_t kLastByte = std::numeric_limits<std::int64_t>::max();  // in a file

constexpr auto kTried = [](auto& stream, auto& looked_for) {
  auto& [id, titles, captions, found, needed] = looked_for;
  stream.text(id);
  list(stream, titles, kText);
  list(stream, captions, kText);
  stream.number(found, 0, kMost);
  stream.number(needed, 0, kMost);
};

constexpr auto kTrial = [](auto& stream, auto& trial) {
  auto& [recognised, tried, lines, patterns] = trial;
  stream.flag(recognised);
  kTried(stream, tried);
  list(stream, lines, [](auto& s, auto& line) {
    auto& [page, what, name, text] = line;
    s.number(page, 0, kMostPages);
    s.text(what);
    s.text(name);
    s.text(text);
  });
  list(stream, patterns, [](auto& s, auto& pattern) {
    auto& [key, matched] = pattern;
    s.text(key);
    s.text(matched);
  });
};

// Quarter turns.
constexpr auto kTurns = [](auto& stream, auto& turn) { stream.number(turn, 0, 3); };

constexpr auto kAnswer = [](auto& stream, auto& answer) {
  auto& [report, family, checked, error, page, fragment, tried, entries, left_out, looks, hash,
         trial, discovery, turns, annotated] = answer;
  optional(stream, report, kReport);
  stream.number(family, 0, kMost);
  auto& [findings, verdict, coverage] = checked;
  list(stream, findings, kFinding);
  stream.number(verdict, 0, static_cast<int>(validator::Verdict::impossible));
  kCoverage(stream, coverage);
  stream.text(error);
  stream.number(page, 0, kMostPages);
  stream.text(fragment);
  list(stream, tried, kTried);
  list(stream, entries, [](auto& s, auto& entry) {
    auto& [name, position, kind] = entry;
    s.text(name);
    s.number(position, 0, kLastByte);
    s.number(kind, 0, static_cast<int>(ArchiveEntry::Kind::passed_over));
  });
  stream.number(left_out, 0, kLastByte);
  list(stream, looks.pages, [](auto& s, auto& seen) {
    auto& [width, height, picture] = seen;
    s.length(width);
    s.length(height);
    s.text(picture);
  });
  list(stream, looks.lines, kText);
  stream.text(hash);
  optional(stream, trial, kTrial);
  optional(stream, discovery, kDiscovery);
  list(stream, turns, kTurns);
  optional(stream, annotated, [](auto& s, auto& pdf) {
    auto& [bytes, anew, is_signed] = pdf;
    s.bytes(bytes);
    s.flag(anew);
    s.flag(is_signed);
  });
};

constexpr auto kRequest = [](auto& stream, auto& request) {
  auto& [task, entry, looks, coverage, marks, turns, hints] = request;
  stream.number(task, 0, static_cast<int>(Request::Task::annotate));
  optional(stream, entry, [](auto& s, auto& position) { s.number(position, 0, kLastByte); });
  stream.flag(looks);
  stream.flag(coverage);
  list(stream, marks, [](auto& s, auto& mark) {
    auto& [kind, page, boxes, title, text] = mark;
    s.number(kind, 0, static_cast<int>(PageMark::Kind::error));
    s.number(page, 0, kMostPages);
    list(s, boxes, kBox);
    s.text(title);
    s.text(text);
  });
  list(stream, turns, kTurns);
  auto& [period, file_name] = hints;
  optional(stream, period, kPeriod);
  stream.text(file_name);
};

template <class Value, class Each>
std::string encode_message(const Value& value, const Each& each) {
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
}

void check_finding(const Finding& finding, const Family& family) {
  const auto known = [&](const validator::RuleInfo& rule) { return rule.id == finding.rule; };
  require(std::any_of(validator::rules().begin(), validator::rules().end(), known),
          "there is no such rule");
  for (const Candidate& candidate : finding.candidates)
    require(
        candidate.item.word || candidate.suggested.empty() || Decimal::parse(candidate.suggested),
        "no decimal");
  for (const FigureKey& key : figures_of(finding)) check_key(key, family);
  const auto known_evidence = [&](int index) {
    return index < static_cast<int>(finding.evidence.size());
  };
  for (const FindingRelation& relation : finding.relations) {
    require(relation.name.contains("en") && relation.name.contains("zh"), "a relation has no name");
    for (const RelationItem& item : relation.items)
      require(std::all_of(item.evidence.begin(), item.evidence.end(), known_evidence),
              "a relation has no such evidence");
  }
  for (const CertificateRow& row : finding.certificate)
    require(
        known_evidence(row.evidence) && row.relation < static_cast<int>(finding.relations.size()),
        "a certificate rests on nothing");
}

void check_discovery(const Discovery& discovery) {
  for (const DiscoveredTable& found : discovery.tables) {
    require(is_sound(found.table), "a cell is outside its table");
    require(is_sound(found.arithmetic, found.table), "arithmetic is outside its table");
  }
}

void check_coverage(const Coverage& coverage, const Report& report) {
  require(coverage.figures.empty() ||
              coverage.figures.size() == report.figures.size() + report.claims.size(),
          "a coverage is of another report");
  for (const CheckedFigure& figure : coverage.figures) {
    for (const int relation : figure.relations)
      require(relation < static_cast<int>(coverage.relations.size()),
              "a figure has no such relation");
  }
  for (const FindingRelation& relation : coverage.relations)
    require(relation.name.contains("en") && relation.name.contains("zh") && relation.items.empty(),
            "a relation of a coverage is malformed");
}

}  // namespace

std::string encode_request(const Request& request) {
  return encode_message(request, kRequest);
}

Request decode_request(std::string_view bytes) {
  return decode<Request>(bytes, kRequest);
}

bool is_answer_error(std::string_view code) {
  static constexpr std::array<std::string_view, 20> codes{
      "empty",           "not_a_report",      "other_office",
      "damaged",         "encrypted",         "no_text",
      "undecodable",     "no_character_maps", "not_utf8",
      "unknown_family",  "no_period",         "nothing_read",
      "unreadable",      "internal",          "damaged_archive",
      "encrypted_entry", "memory_limit",      "annotate_protected",
      "annotate_signed", "annotate_damaged"};
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

std::string encode_answer(const Answer& answer) {
  return encode_message(answer, kAnswer);
}

Answer decode_answer(std::string_view bytes, const std::vector<Family>& families) {
  Answer answer = decode<Answer>(bytes, kAnswer);
  require(answer.error.empty() || is_answer_error(answer.error), "there is no such error");
  require(answer.error.empty() || (!answer.report && !answer.trial && !answer.discovery &&
                                   answer.entries.empty() && !answer.annotated),
          "an answer is an error and a result");
  require(answer.report || answer.checked.findings.empty(), "findings without a report");
  for (const PageSeen& page : answer.looks.pages)
    require(is_base64(page.picture), "a picture is malformed");
  if (answer.discovery) check_discovery(*answer.discovery);
  require(answer.hash.empty() || is_sha256(answer.hash), "a hash is malformed");
  if (!answer.report) return answer;
  require(answer.family < families.size(), "there is no such family");
  check_report(*answer.report, families[answer.family]);
  for (const Finding& finding : answer.checked.findings)
    check_finding(finding, families[answer.family]);
  check_coverage(answer.checked.coverage, *answer.report);
  return answer;
}

}  // namespace tradereport::tools
