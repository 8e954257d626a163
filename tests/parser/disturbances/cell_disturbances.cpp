#include <algorithm>

#include "tests/parser/disturbances/disturbances.h"
#include "tests/parser/disturbances/issue_setting.h"
#include "tests/parser/support.h"

namespace tradereport::parser::test {

using worlds::Random;

std::string key_of_cell(const IssueTable& table, std::size_t row, std::size_t column) {
  const TableForm& form = *beijing().family->table(table.id);
  std::size_t label = column;
  while (!form.columns[label].label) --label;
  FigureKey key{table.id,
                form.columns[column].span,
                form.flow,
                {},
                0,
                table.rows[row][label],
                form.columns[column].measure};
  for (const RowForm& fixed : form.rows) {
    if (fixed.name != key.row) continue;
    key.flow = fixed.flow;
    const auto reads = fixed.reads.find(key.measure);
    if (reads != fixed.reads.end()) key.measure = reads->second;
  }
  return key_of(key);
}

void forget(PrintedIssue& issue, const IssueTable& table, std::size_t row, std::size_t column) {
  issue.truth.erase(key_of_cell(table, row, column));
}

void for_each_cell(PrintedIssue& issue,
                   const std::function<void(IssueTable&, std::size_t, std::size_t)>& apply) {
  for (IssueBlock& block : issue.blocks) {
    if (!block.text.empty()) continue;
    IssueTable& table = block.table;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      for (std::size_t c = 1; c < table.rows[r].size(); ++c) {
        if (!table.columns[c].label && !table.rows[r][c].empty()) apply(table, r, c);
      }
    }
  }
}

IssueTable& any_table(PrintedIssue& issue, Random& random) {
  return issue.table("table" + std::to_string(random.pick(1, 5)));
}

std::size_t any_row(const IssueTable& table, Random& random) {
  while (true) {
    const std::size_t row = random.index(table.rows.size());
    if (table.rows[row].size() > 1) return row;
  }
}

namespace {

bool is_rate_column(const IssueTable& table, std::size_t column) {
  return table.columns[column].head.starts_with("同比");
}

std::string marked(const std::string& before, const std::string& figure, const std::string& after) {
  return before + figure + after;
}

// Negative figures with other signs: everywhere, or in one table.
Disturbance sign(const std::string& name, const std::string& before, const std::string& after,
                 bool everywhere) {
  return {name, [=](PrintedIssue& issue, Random& random) {
            const std::string one = any_table(issue, random).id;
            for_each_cell(issue, [&](IssueTable& table, std::size_t r, std::size_t c) {
              std::string& cell = table.rows[r][c];
              if (cell.front() == '-' && (everywhere || table.id == one))
                cell = marked(before, cell.substr(1), after);
            });
          }};
}

// One figure with something before or behind it.
Disturbance mark(const std::string& before, const std::string& after) {
  return {"mark " + before + "x" + after, [=](PrintedIssue& issue, Random& random) {
            IssueTable& table = any_table(issue, random);
            std::string& cell = table.rows[any_row(table, random)][1];
            if (cell.empty() || cell.front() == '-') return;
            cell = marked(before, cell, after);
          }};
}

// Something else in a figure's place.
Disturbance instead(const std::string& name, const std::string& text, bool rate) {
  return {name, [=](PrintedIssue& issue, Random& random) {
            IssueTable& table = any_table(issue, random);
            const std::size_t row = any_row(table, random);
            std::size_t c = table.rows[row].size() - 1;
            while (table.columns[c].label || is_rate_column(table, c) != rate) --c;
            forget(issue, table, row, c);
            table.rows[row][c] = text;
          }};
}

// Positive rates with a mark that elsewhere means a negative one: those that it stands by say so.
Disturbance highlight(const std::string& name, const std::string& before, const std::string& after,
                      const std::function<bool(const std::string&, Random&)>& fits) {
  return {name, [=](PrintedIssue& issue, Random& random) {
            for_each_cell(issue, [&](IssueTable& table, std::size_t r, std::size_t c) {
              std::string& cell = table.rows[r][c];
              if (is_rate_column(table, c) && fits(cell, random))
                cell = marked(before, cell, after);
            });
          }};
}

void arrows(PrintedIssue& issue, Random& /*random*/) {
  for_each_cell(issue, [&](IssueTable& table, std::size_t r, std::size_t c) {
    std::string& cell = table.rows[r][c];
    if (is_rate_column(table, c)) cell = cell.front() == '-' ? "▼" + cell.substr(1) : "▲" + cell;
  });
}

void bracketed_shares(PrintedIssue& issue, Random& /*random*/) {
  for_each_cell(issue, [&](IssueTable& table, std::size_t r, std::size_t c) {
    if (table.columns[c].head.starts_with("份额")) table.rows[r][c] = "(" + table.rows[r][c] + ")";
  });
}

// Signs are lost, but brackets around rates mean something else.
void bracketed_rates(PrintedIssue& issue, Random& /*random*/) {
  for_each_cell(issue, [&](IssueTable& table, std::size_t r, std::size_t c) {
    std::string& cell = table.rows[r][c];
    if (!is_rate_column(table, c)) return;
    if (cell.front() == '-') {
      forget(issue, table, r, c);
      cell = "…";
    } else {
      cell = "(" + cell + ")";
    }
  });
}

void without_leading_zero(PrintedIssue& issue, Random& /*random*/) {
  for_each_cell(issue, [&](IssueTable& table, std::size_t r, std::size_t c) {
    std::string& cell = table.rows[r][c];
    if (cell.starts_with("0.")) cell = cell.substr(1);
    if (cell.starts_with("-0.")) cell = "-" + cell.substr(2);
  });
}

void unchanged(PrintedIssue& issue, Random& /*random*/) {
  for_each_cell(issue, [&](IssueTable& table, std::size_t r, std::size_t c) {
    if (is_rate_column(table, c) && table.rows[r][c] == "0.0") table.rows[r][c] = "持平";
  });
}

void merged_over_two_rows(PrintedIssue& issue, Random& random) {
  IssueTable& table = issue.table(random.chance(2) ? "table2" : "table3");
  const auto r = static_cast<std::size_t>(random.pick(0, 7));
  const auto c = static_cast<std::size_t>(random.pick(1, 6));
  for (const std::size_t row : {r, r + 1}) forget(issue, table, row, c);
  table.strays.push_back({r, edge_of(table, c) - 25, table.rows[r][c], 9});
  table.rows[r][c] = table.rows[r + 1][c] = "";
}

void two_in_one_cell(PrintedIssue& issue, Random& random) {
  IssueTable& table = issue.table("table3");
  const std::size_t r = any_row(table, random);
  for (const std::size_t c : {2U, 3U}) forget(issue, table, r, c);
  table.rows[r][3] = table.rows[r][2] + "/" + table.rows[r][3];
  table.rows[r][2] = "";
}

}  // namespace

std::vector<Disturbance> cell_disturbances() {
  std::vector<Disturbance> all{
      {"none", [](PrintedIssue&, Random&) {}},
      {"arrows", arrows},
      {"bracketed shares", bracketed_shares},
      {"bracketed positive rates", bracketed_rates},
      {".4", without_leading_zero},
      {"持平", unchanged},
      {"merged cell", merged_over_two_rows},
      {"two figures in a cell", two_in_one_cell},
  };
  for (const bool everywhere : {true, false}) {
    const std::string where = everywhere ? " everywhere" : " in one table";
    all.push_back(sign("(x)" + where, "(", ")", everywhere));
    all.push_back(sign("（x）" + where, "（", "）", everywhere));
    for (const char* const before : {"▲", "△", "▼", "↓", "▽", "\x03", "−", "－", "– ", "<"})
      all.push_back(sign(before + ("x" + where), before, "", everywhere));
    for (const char* const behind : {"-", "−", "－", "↓", "▼"})
      all.push_back(sign("x" + (behind + where), "", behind, everywhere));
  }
  const auto one_in_four = [](const std::string& /*cell*/, Random& random) {
    return random.chance(4);
  };
  const auto positive = [](const std::string& cell, Random& random) {
    return cell.front() != '-' && random.chance(2);
  };
  for (const char* const before : {"▲", "△", "*", "↑", "("}) {
    const std::string behind = before[0] == '(' ? ")" : "";
    all.push_back(highlight("some with " + (before + behind), before, behind, one_in_four));
    all.push_back(highlight("positive with " + (before + behind), before, behind, positive));
  }
  for (const char* const behind :
       {"¹", "1)", " 1)", "①",  "*", "**", "[1]", "（1）", "r", "p", " r",
        "†", "e",  "倍",  "亿", "#", " ①", "a",   "_1",    "'", "^1"})
    all.push_back(mark("", behind));
  for (const char* const before :
       {"≈", "约", ">", "＜", "~", "+", "±", "r", "*", "近", "超", "$", "US$"})
    all.push_back(mark(before, ""));
  for (const char* const text : {"-", "…", "—", "n.a.", "*", "XX", "××.×", "__", "待定", "", "/",
                                 "2.5倍", "扭亏为盈", "1.5 个百分点", "30.0以上", "10–20", "1:2"}) {
    all.push_back(instead("rate " + std::string(text), text, true));
    all.push_back(instead("level " + std::string(text), text, false));
  }
  return all;
}

}  // namespace tradereport::parser::test
