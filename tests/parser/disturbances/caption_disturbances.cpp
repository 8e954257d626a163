#include <algorithm>

#include "tests/parser/disturbances/disturbances.h"
#include "tests/parser/support.h"

namespace tradereport::parser::test {

using worlds::Random;

namespace {

using Spelling = std::function<std::string(const std::string& number, const std::string& rest)>;

// Every caption spelt otherwise: number and title.
Disturbance caption(const std::string& name, const Spelling& spell) {
  return {"caption " + name, [=](PrintedIssue& issue, Random& /*random*/) {
            for (int t = 1; t <= 5; ++t) {
              IssueTable& table = issue.table("table" + std::to_string(t));
              const std::string& line = table.caption.front();
              const std::string rest = line.substr(line.find("：") + std::string("：").size());
              table.caption = {spell(std::to_string(t), rest)};
            }
          }};
}

std::string in_words(const std::string& number) {
  static const std::vector<std::string> words{"", "一", "二", "三", "四", "五"};
  return words[static_cast<std::size_t>(number[0] - '0')];
}

// The unit that captions name.
Disturbance unit(const std::string& name, bool everywhere) {
  return {"unit " + name + (everywhere ? " everywhere" : ""),
          [=](PrintedIssue& issue, Random& random) {
            const std::string one = any_table(issue, random).id;
            for (int t = 1; t <= 5; ++t) {
              IssueTable& table = issue.table("table" + std::to_string(t));
              if (!everywhere && table.id != one) continue;
              table.caption.front() = replaced(table.caption.front(), "亿美元", name);
              for (auto& [key, value] : issue.truth)
                if (key.starts_with(table.id + " ")) value = replaced(value, "亿美元", name);
            }
            if (!everywhere) {
              issue.contradicts = "D05";
              return;
            }
            for (IssueBlock& block : issue.blocks)
              block.text = replaced(block.text, "亿美元", name);
            for (auto& [key, value] : issue.truth) value = replaced(value, "亿美元", name);
          }};
}

Disturbance lost_caption(bool with_head) {
  return {with_head ? "caption and head lost" : "caption lost",
          [=](PrintedIssue& issue, Random& random) {
            IssueTable& table = any_table(issue, random);
            table.caption.clear();
            if (!with_head) return;
            for (IssueColumn& column : table.columns) column.span = column.head = "";
          }};
}

// The paragraphs between two tables are lost too.
void lost_between(PrintedIssue& issue, Random& random) {
  IssueTable& table = issue.table("table" + std::to_string(random.pick(2, 5)));
  table.caption.clear();
  const auto at = std::find_if(issue.blocks.begin(), issue.blocks.end(), [&](const IssueBlock& b) {
    return b.text.empty() && b.table.id == table.id;
  });
  auto first = at;
  while (first != issue.blocks.begin() && !std::prev(first)->text.empty()) --first;
  issue.blocks.erase(first, at);
}

// From some row of a table to some row of the next.
void lost_page(PrintedIssue& issue, Random& random) {
  const auto t = static_cast<int>(random.pick(2, 4));
  IssueTable& before = issue.table("table" + std::to_string(t));
  IssueTable& after = issue.table("table" + std::to_string(t + 1));
  before.rows.resize(static_cast<std::size_t>(random.pick(3, 8)));
  after.rows.erase(after.rows.begin(), after.rows.begin() + random.pick(1, 7));
  after.caption.clear();
  for (IssueColumn& column : after.columns) column.span = column.head = "";
  const auto begin =
      std::find_if(issue.blocks.begin(), issue.blocks.end(),
                   [&](const IssueBlock& b) { return b.text.empty() && b.table.id == before.id; });
  const auto end = std::find_if(begin, issue.blocks.end(), [&](const IssueBlock& b) {
    return b.text.empty() && b.table.id == after.id;
  });
  issue.blocks.erase(begin + 1, end);
}

// The table goes on behind a page's end, as such lines say.
Disturbance broken(const std::string& name, const std::vector<std::string>& lines, bool again) {
  return {"page break " + name, [=](PrintedIssue& issue, Random& random) {
            IssueTable& table = any_table(issue, random);
            std::size_t r = any_row(table, random);
            if (r == 0) r = 1;
            std::vector<std::string> said;
            for (const std::string& line : lines)
              said.push_back(
                  replaced(replaced(line, "#", table.id.substr(5)), "@", table.caption.front()));
            if (again && table.rows[r - 1].size() > 1) {
              const std::vector<std::string> last = table.rows[r - 1];
              table.rows.insert(table.rows.begin() + static_cast<std::ptrdiff_t>(r), last);
            }
            table.before[r] = said;
            table.breaks = true;
          }};
}

void below(PrintedIssue& issue, Random& /*random*/) {
  for (int t = 1; t <= 5; ++t) issue.table("table" + std::to_string(t)).caption_below = true;
}

void beside(PrintedIssue& issue, Random& /*random*/) {
  // The narrative first, then tables 2 and 3 at one height.
  std::stable_partition(issue.blocks.begin(), issue.blocks.end(),
                        [](const IssueBlock& block) { return !block.text.empty(); });
  issue.table("table2").beside = true;
}

void stacked(PrintedIssue& issue, Random& random) {
  std::stable_partition(issue.blocks.begin(), issue.blocks.end(),
                        [](const IssueBlock& block) { return !block.text.empty(); });
  if (random.chance(2))
    for (const char* const id : {"table3", "table5"})
      for (IssueColumn& column : issue.table(id).columns) column.span = column.head = "";
}

void exchanged(PrintedIssue& issue, Random& /*random*/) {
  std::swap(issue.table("table2").caption, issue.table("table4").caption);
  for (auto it = issue.truth.begin(); it != issue.truth.end();) {
    const bool theirs = it->first.starts_with("table2 ") || it->first.starts_with("table4 ");
    it = theirs ? issue.truth.erase(it) : std::next(it);
  }
}

void another_year(PrintedIssue& issue, Random& random) {
  // The same table of a year ago, printed behind.
  IssueTable table = any_table(issue, random);
  table.caption.front() = "附表：上年同期北京市进出口情况（亿美元）";
  issue.blocks.push_back({"", std::move(table)});
}

}  // namespace

std::vector<Disturbance> caption_disturbances() {
  std::vector<Disturbance> all{
      caption("表1 2024年", [](const auto& n, const auto& rest) { return "表" + n + " " + rest; }),
      caption("表一",
              [](const auto& n, const auto& rest) { return "表" + in_words(n) + " " + rest; }),
      caption("【表1】", [](const auto& n, const auto& rest) { return "【表" + n + "】" + rest; }),
      caption("表1—", [](const auto& n, const auto& rest) { return "表" + n + "—" + rest; }),
      caption("（表1）", [](const auto& n, const auto& rest) { return "（表" + n + "）" + rest; }),
      caption("表1.", [](const auto& n, const auto& rest) { return "表" + n + "." + rest; }),
      caption("Table 1",
              [](const auto& n, const auto& rest) { return "Table " + n + ": " + rest; }),
      caption("Table 1 in English",
              [](const auto& n, const auto&) {
                return "Table " + n + ": Trade in goods of Beijing, May 2024 (USD 100 million)";
              }),
      caption("附表1", [](const auto& n, const auto& rest) { return "附表" + n + "：" + rest; }),
      caption("表1-1", [](const auto& n, const auto& rest) { return "表1-" + n + "：" + rest; }),
      lost_caption(false),
      lost_caption(true),
      {"table lost but for its rows", lost_between},
      {"page lost", lost_page},
      broken("with nothing", {}, false),
      broken("with head", {"head"}, false),
      broken("续表", {"续表"}, false),
      broken("续表 1", {"续表 #", "head"}, false),
      broken("full caption", {"@", "head"}, false),
      broken("caption (续)", {"@（续）", "head"}, false),
      broken("row again", {"head"}, true),
      broken("续表 and row again", {"续表 #", "head"}, true),
      broken("单位", {"单位：亿美元", "head"}, false),
      broken("running head", {"对外经济贸易大学数字经济实验室—北京市货物贸易月度监测报告"}, false),
      {"caption below", below},
      {"tables beside each other", beside},
      {"tables stacked", stacked},
      {"captions exchanged", exchanged},
      {"another table behind", another_year},
  };
  for (const char* const name : {"亿元", "万美元", "千美元", "亿欧元", "百万美元"}) {
    all.push_back(unit(name, false));
    all.push_back(unit(name, true));
  }
  return all;
}

}  // namespace tradereport::parser::test
