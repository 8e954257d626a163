#include <algorithm>

#include "tests/parser/disturbances/disturbances.h"
#include "tests/parser/disturbances/issue_setting.h"

namespace tradereport::parser::test {

using worlds::Random;

namespace {

std::string some_figure(Random& random) {
  const auto tenths = random.pick(-400, 900);
  return (tenths < 0 ? "-" : "") + std::to_string(std::abs(tenths) / 10) + "." +
         std::to_string(std::abs(tenths) % 10);
}

bool is_panels(const IssueTable& table) {
  return table.id == "table4" || table.id == "table5";
}

// Columns from left to right: indices into those of the family.
void arrange(IssueTable& table, const std::vector<std::size_t>& order) {
  const auto arranged = [&](const auto& from) {
    auto to = from;
    for (std::size_t i = 0; i < order.size(); ++i) to[i] = from[order[i]];
    to.resize(order.size());
    return to;
  };
  for (auto& row : table.rows)
    if (row.size() > 1) row = arranged(row);
  table.columns = arranged(table.columns);
}

Disturbance order(const std::string& name, const std::vector<std::size_t>& columns,
                  const std::vector<std::size_t>& of_panels) {
  return {name, [=](PrintedIssue& issue, Random& random) {
            IssueTable& table = any_table(issue, random);
            const std::vector<std::size_t>& left = is_panels(table) ? of_panels : columns;
            for (std::size_t r = 0; r < table.rows.size(); ++r) {
              for (std::size_t c = 1; c < table.rows[r].size(); ++c) {
                if (table.columns[c].label || table.rows[r][c].empty()) continue;
                if (std::find(left.begin(), left.end(), c) == left.end())
                  forget(issue, table, r, c);
              }
            }
            arrange(table, left);
          }};
}

// A column with figures that the family does not know, before the one at `at`.
Disturbance column(const std::string& head, std::size_t at, bool whole = true) {
  return {"column '" + head + "' " + std::to_string(at), [=](PrintedIssue& issue, Random& random) {
            IssueTable& table = any_table(issue, random);
            const std::size_t where = std::min(at, table.columns.size());
            const std::string span = table.columns[where - 1].label ? table.columns[where].span
                                                                    : table.columns[where - 1].span;
            table.columns.insert(table.columns.begin() + static_cast<std::ptrdiff_t>(where),
                                 {span, head, false});
            for (auto& row : table.rows) {
              if (row.size() > 1)
                row.insert(row.begin() + static_cast<std::ptrdiff_t>(where),
                           whole || random.chance(2) ? some_figure(random) : "");
            }
          }};
}

// A row more, with figures that look like the others'.
Disturbance row(const std::string& name, bool last) {
  return {"row " + name, [=](PrintedIssue& issue, Random& random) {
            IssueTable& table = any_table(issue, random);
            std::vector<std::string> cells;
            for (const IssueColumn& column : table.columns)
              cells.push_back(column.label ? name : some_figure(random));
            const std::size_t at = last ? table.rows.size() : any_row(table, random);
            table.rows.insert(table.rows.begin() + static_cast<std::ptrdiff_t>(at), cells);
          }};
}

void lost_row(PrintedIssue& issue, Random& random) {
  IssueTable& table = any_table(issue, random);
  const std::size_t r = any_row(table, random);
  table.rows.erase(table.rows.begin() + static_cast<std::ptrdiff_t>(r));
}

void row_name_lost(PrintedIssue& issue, Random& random) {
  IssueTable& table = any_table(issue, random);
  table.rows[any_row(table, random)][0] = "";
}

void blank_cell(PrintedIssue& issue, Random& random) {
  IssueTable& table = any_table(issue, random);
  const std::size_t r = any_row(table, random);
  const auto c = static_cast<std::size_t>(random.pick(1, 2));
  if (table.rows[r][c].empty()) return;
  forget(issue, table, r, c);
  table.rows[r][c] = "";
}

void blank_row(PrintedIssue& issue, Random& random) {
  IssueTable& table = any_table(issue, random);
  const std::size_t r = any_row(table, random);
  for (std::size_t c = 1; c < table.rows[r].size(); ++c) {
    if (table.columns[c].label || table.rows[r][c].empty()) continue;
    forget(issue, table, r, c);
    table.rows[r][c] = "";
  }
}

// The axis of a chart, and a blank cell that it would fill.
void axis_beside(PrintedIssue& issue, Random& random) {
  IssueTable& table = any_table(issue, random);
  const bool right = random.chance(2);
  int value = 0;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    table.strays.push_back({r, right ? edge_of(table, table.columns.size() - 1) + 40.0 : 20.0,
                            std::to_string(value += 10), 0});
    const std::size_t c = right ? table.rows[r].size() - 1 : 1;
    if (table.rows[r].size() == 1 || !random.chance(3) || table.rows[r][c].empty()) continue;
    forget(issue, table, r, c);
    table.rows[r][c] = "";
  }
}

void page_number_beside(PrintedIssue& issue, Random& random) {
  IssueTable& table = any_table(issue, random);
  table.strays.push_back({any_row(table, random), 605, "12", 0});
}

// A stamp or a page number over the last figure of a row.
void overprinted(PrintedIssue& issue, Random& random) {
  IssueTable& table = any_table(issue, random);
  const std::size_t r = any_row(table, random);
  table.strays.push_back({r, edge_of(table, table.rows[r].size() - 1) - 12, "12", 0});
}

void figure_of_another_row(PrintedIssue& issue, Random& random) {
  IssueTable& table = issue.table("table2");
  const auto r = static_cast<std::size_t>(random.pick(0, 7));
  const auto c = static_cast<std::size_t>(random.pick(1, 6));
  forget(issue, table, r, c);
  table.rows[r][c] = "";
  table.strays.push_back({r, edge_of(table, c) - 25, some_figure(random), 9});
}

void numbered_rows(PrintedIssue& issue, Random& random) {
  IssueTable& table = issue.table(random.chance(2) ? "table2" : "table3");
  int number = 0;
  for (auto& row : table.rows) row[0] = std::to_string(++number) + " " + row[0];
}

void heads_lost(PrintedIssue& issue, Random& random) {
  for (IssueColumn& column : any_table(issue, random).columns) column.span = column.head = "";
}

void spans_lost(PrintedIssue& issue, Random& random) {
  for (IssueColumn& column : any_table(issue, random).columns) column.span = "";
}

void dots_in_cell(PrintedIssue& issue, Random& random) {
  IssueTable& table = any_table(issue, random);
  const std::size_t r = any_row(table, random);
  if (table.rows[r][1].empty()) return;
  forget(issue, table, r, 1);
  table.rows[r][1] = "…";
}

}  // namespace

std::vector<Disturbance> table_disturbances() {
  std::vector<Disturbance> all{
      order("growth before share", {0, 1, 3, 2, 4, 6, 5}, {0, 2, 1, 3, 5, 4}),
      order("year to date first", {0, 4, 5, 6, 1, 2, 3}, {3, 4, 5, 0, 1, 2}),
      order("no share", {0, 1, 3, 4, 6}, {0, 1, 2, 3, 4}),
      order("month alone", {0, 1, 2, 3}, {0, 1, 2}),
      order("last column lost", {0, 1, 2, 3, 4, 5}, {0, 1, 2, 3, 4}),
      {"row lost", lost_row},
      {"name lost", row_name_lost},
      {"blank cell", blank_cell},
      {"blank row", blank_row},
      {"axis beside", axis_beside},
      {"page number beside", page_number_beside},
      {"overprinted", overprinted},
      {"figure between rows", figure_of_another_row},
      {"numbered rows", numbered_rows},
      {"heads lost", heads_lost},
      {"spans lost", spans_lost},
      {"dots in a cell", dots_in_cell},
  };
  for (const char* const head : {"环比（%）", "占比（%）", "上年同期", "排名", "", "拉动（百分点）",
                                 "同比增加额", "贡献率（%）", "同比变化（%）", "数量"}) {
    for (const std::size_t at : {1U, 2U, 4U, 9U}) all.push_back(column(head, at));
  }
  all.push_back(column("环比（%）", 9, false));
  all.push_back(column("", 2, false));
  for (const char* const name :
       {"合计", "总计", "机电产品*", "其中：高新技术产品", "RCEP成员国", "一带一路国家", "火星",
        "进出口总额合计", "全国", "上年同期", "环比增速", "其他"}) {
    all.push_back(row(name, true));
    all.push_back(row(name, false));
  }
  return all;
}

}  // namespace tradereport::parser::test
