// Whatever real reports do to a consistent issue: no figure is read wrongly, the publisher is not
// accused, and nothing counts as checked while a figure is missing.
#include "tests/parser/disturbances/disturbances.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <set>

#include "parser/report/report_builder.h"
#include "tests/parser/disturbances/issue_setting.h"
#include "tests/parser/support.h"
#include "validator/validate.h"

namespace tradereport::parser::test {
namespace {

// What is wrong with the reading of an issue; empty if nothing is.
class Faults {
 public:
  Faults(const Report& report, const PrintedIssue& issue) : report_(report), issue_(issue) {}

  std::string find() {
    for (const Figure& figure : report_.figures) look(figure);
    for (const Claim& claim : report_.claims) look(claim);
    for (const Finding& finding : validator::validate(report_, family())) {
      if (finding.severity == Severity::error && finding.rule != issue_.contradicts)
        text_ += "\n  error " + finding.rule + " " + finding.message + " " +
                 (finding.candidates.empty() ? "" : finding.candidates.front().item.printed);
    }
    // What a table lacks is a hole; what the text says and was not read, a numeral left over.
    std::size_t cells = 0;
    std::size_t claims = 0;
    for (const auto& [key, value] : issue_.truth) {
      if (!read_.contains(key)) ++(key.starts_with("text ") ? claims : cells);
    }
    if (!report_.has_holes() &&
        ((cells > 0 && !has_stranger()) || (claims > 0 && report_.unread() == 0)))
      text_ += "\n  in silence " + std::to_string(cells) + " cells and " + std::to_string(claims) +
               " claims are missing";
    return text_;
  }

 private:
  // A row whose name may be another's: a warning, and its figures stand under that name.
  bool has_stranger() const {
    return std::any_of(report_.problems.begin(), report_.problems.end(),
                       [](const Problem& problem) {
                         const auto* const row = std::get_if<UnknownRow>(&problem.what);
                         return row != nullptr && !row->additional;
                       });
  }

  static const Family& family() { return *beijing().family; }

  void look(const Figure& figure) {
    const std::string key = key_of(figure.key);
    const auto truth = issue_.truth.find(key);
    const std::string value = figure.value.to_string() + " " + figure.unit;
    if (truth != issue_.truth.end() && truth->second == value) {
      read_.insert(key);
    } else if (figure.key.place == "text" || family().knows_row(figure.key)) {
      text_ += "\n  " + key + " is read as " + value + ", not " +
               (truth == issue_.truth.end() ? "nothing" : truth->second);
    }
  }

  const Report& report_;
  const PrintedIssue& issue_;
  std::set<std::string> read_;
  std::string text_;
};

std::string fault_of(const Report& report, const PrintedIssue& issue) {
  return Faults(report, issue).find();
}

Report report_of_text(const PrintedIssue& issue) {
  ReadResult result = reader().read(as_text(issue), "text");
  return result.report ? std::move(*result.report) : Report{};
}

// Not recognised, or of an unknown month: said, so nothing is in silence.
bool is_refused(const Report& report) {
  return report.pages == 0;
}

void expect_sound(const std::vector<Disturbance>& disturbances, std::uint64_t issues) {
  const char* const only = std::getenv("TRADEREPORT_DISTURBANCE");
  std::uint64_t seed = 0;
  for (const Disturbance& disturbance : disturbances) {
    ++seed;
    if (only != nullptr && disturbance.name.find(only) == std::string::npos) continue;
    for (std::uint64_t n = 0; n < issues; ++n) {
      worlds::Random random(seed * 1000 + n);
      PrintedIssue issue = printed_issue((seed + n * 7) % 12);
      disturbance.apply(issue, random);
      const Report text = report_of_text(issue);
      if (!is_refused(text)) {
        EXPECT_EQ(fault_of(text, issue), "") << disturbance.name << ", as text, " << n;
      }
      const auto sheet = build_report(as_sheet(issue).document(), beijing(), "sheet");
      if (sheet) {
        EXPECT_EQ(fault_of(*sheet, issue), "") << disturbance.name << ", in boxes, " << n;
      }
      if (only != nullptr) std::printf("%s", as_text(issue).c_str());
    }
  }
}

TEST(Disturbances, OfCells) {
  expect_sound(cell_disturbances(), 1);
}

TEST(Disturbances, OfTables) {
  expect_sound(table_disturbances(), 1);
}

TEST(Disturbances, OfCaptions) {
  expect_sound(caption_disturbances(), 1);
}

TEST(Disturbances, OfSentences) {
  expect_sound(text_disturbances(), 1);
}

}  // namespace
}  // namespace tradereport::parser::test
