// A consistent issue of the first family as it is printed, for tests that disturb what is printed:
// paragraphs, and tables as captions, heads and cells.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "schemas/report.h"

namespace tradereport::parser::test {

struct IssueColumn {
  std::string span;  // head over it and its neighbours: "5 月当月"
  std::string head;  // its own: "份额（%）"
  bool label = false;
};

// A row is as many cells as there are columns, or one alone: the name of a group.
struct IssueTable {
  std::string id;
  std::vector<std::string> caption;  // lines; none where it is lost
  bool caption_below = false;
  std::vector<IssueColumn> columns;
  std::vector<std::vector<std::string>> rows;
  std::map<std::size_t, std::vector<std::string>> before;  // lines between rows, by the row after
  bool breaks = false;  // a page ends before each row that has lines before it
  struct Stray {        // beside or within the table, where nothing belongs
    std::size_t row;
    double x;  // left edge in points
    std::string text;
    double y = 0;  // below the row
  };
  std::vector<Stray> strays;
  bool beside = false;  // the next table stands to the right of it
};

// Text, or a table.
struct IssueBlock {
  std::string text;
  IssueTable table;  // where there is no text
};

struct PrintedIssue {
  std::vector<IssueBlock> blocks;
  std::map<std::string, std::string> truth;  // key of a figure or claim -> value and unit
  std::string contradicts;  // the rule that may find an error: the disturbance makes one

  IssueTable& table(const std::string& id);
  std::string& paragraph(const std::string& part);  // that holds such a part
};

// "table2 month export 电子设备 growth".
std::string key_of(const FigureKey& key);

// Issues without blank cells, by their number.
PrintedIssue printed_issue(std::uint64_t number);

}  // namespace tradereport::parser::test
