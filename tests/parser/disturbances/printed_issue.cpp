#include "tests/parser/disturbances/printed_issue.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "tests/parser/support.h"
#include "tools/dev/worlds/issue.h"

namespace tradereport::parser::test {

namespace {

class Writer {
 public:
  explicit Writer(const Report& report) : report_(report) {
    for (const Figure& figure : report.figures) figures_[key_of(figure.key)] = &figure;
  }

  PrintedIssue write() {
    const Family& family = *beijing().family;
    for (const Figure& figure : report_.figures)
      issue_.truth[key_of(figure.key)] = figure.value.to_string() + " " + figure.unit;
    for (const Claim& claim : report_.claims)
      issue_.truth[key_of(claim.key)] = claim.value.to_string() + " " + claim.unit;
    say("北京市货物贸易月度监测报告");
    say(fmt::format("（{}年 {}月）", report_.period.year, report_.period.month));
    say("一、贸易总体情况");
    for (const Span span : {Span::month, Span::ytd}) overview(span);
    add(family.tables[0], "货物贸易进出口概况");
    say("数据来源：中国海关总署，下文同。");
    say("二、产品结构情况");
    products(family.tables[1], "（一）出口产品结构", "出口");
    products(family.tables[2], "（二）进口产品结构", "进口");
    say("三、区域分布及变化情况");
    partners(family.tables[3], "（一）出口区域分布及变化", "出口", "向", "目的地");
    partners(family.tables[4], "（二）进口区域分布及变化", "进口", "从", "来源地");
    return std::move(issue_);
  }

 private:
  void say(const std::string& text) { issue_.blocks.push_back({text, {}}); }

  std::string when(Span span) const {
    const Period& p = report_.period;
    return span == Span::month ? fmt::format("{}年 {}月", p.year, p.month)
                               : fmt::format("{}年 1-{}月", p.year, p.month);
  }

  std::string value(const std::string& place, Span span, const std::string& flow,
                    const std::string& row, Measure measure) const {
    return figures_.at(key_of({place, span, flow, {}, 0, row, measure}))->value.to_string();
  }

  static std::string bare(const std::string& number) {
    return number.front() == '-' ? number.substr(1) : number;
  }

  std::string flow(Span span, const std::string& id, const std::string& row,
                   const std::string& share) const {
    const std::string growth = value("table1", span, id, row, Measure::growth);
    return fmt::format("{}亿美元（占全国{}份额为 {}%），同比{} {}%",
                       value("table1", span, id, row, Measure::value), share,
                       value("table1", span, id, row, Measure::share),
                       growth.front() == '-' ? "下降" : "上升", bare(growth));
  }

  void overview(Span span) {
    const std::string net = value("table1", span, "net", "净出口额", Measure::value);
    say(fmt::format("{}，北京市货物贸易进出口总额 {}。其中，出口 {}；进口 {}。{}净{}口 {}亿美元。",
                    when(span), flow(span, "total", "进出口总额", "贸易"),
                    flow(span, "export", "出口额", "出口"), flow(span, "import", "进口额", "进口"),
                    span == Span::month ? "当月" : "累计", net.front() == '-' ? "进" : "出",
                    bare(net)));
  }

  // The claims of a list, of one measure, in order.
  std::vector<const Claim*> claims(Span span, const TableForm& form, bool ranked,
                                   Measure measure) const {
    std::vector<const Claim*> found;
    for (const Claim& claim : report_.claims) {
      const FigureKey& key = claim.key;
      const bool here =
          figures_.contains(key_of({form.id, span, form.flow, {}, 0, key.row, Measure::value}));
      if (key.span == span && key.flow == form.flow && (key.rank > 0) == ranked &&
          key.measure == measure && here)
        found.push_back(&claim);
    }
    return found;
  }

  std::string list(Span span, const TableForm& form, bool ranked, Measure measure,
                   const std::string& unit) const {
    std::string said;
    const auto all = claims(span, form, ranked, measure);
    for (std::size_t i = 0; i < all.size(); ++i)
      said += (i == 0 ? "" : i + 1 == all.size() ? "和 " : "、") + all[i]->value.to_string() + unit;
    return said;
  }

  std::string names(Span span, const TableForm& form, bool ranked) const {
    std::string said;
    const auto all = claims(span, form, ranked, Measure::value);
    for (std::size_t i = 0; i < all.size(); ++i)
      said += (i == 0 ? "" : i + 1 == all.size() ? "和" : "、") + all[i]->key.row;
    return said;
  }

  void products(const TableForm& form, const std::string& heading, const std::string& flow) {
    say(heading);
    for (const Span span : {Span::month, Span::ytd})
      say(
          fmt::format("{}，北京市前三大{}产品为{}，分别{} {}，占该类产品全国{}份额分别为 "
                      "{}，同比增速分别为 {}。",
                      when(span), flow, names(span, form, true), flow,
                      list(span, form, true, Measure::value, "亿美元"), flow,
                      list(span, form, true, Measure::share, "%"),
                      list(span, form, true, Measure::growth, "%")));
    add(form, "分产品" + flow + "情况");
  }

  void partners(const TableForm& form, const std::string& heading, const std::string& flow,
                const std::string& preposition, const std::string& place) {
    say(heading);
    for (const Span span : {Span::month, Span::ytd})
      say(
          fmt::format("{}，北京市{}{}地区分别{} {}，同比增速分别为 {}。北京市前三大{}贸易伙伴为{}，"
                      "{}贸易额分别为 {}，同比增速分别为 {}。",
                      when(span), preposition, names(span, form, false), flow,
                      list(span, form, false, Measure::value, "亿美元"),
                      list(span, form, false, Measure::growth, "%"), flow, names(span, form, true),
                      flow, list(span, form, true, Measure::value, "亿美元"),
                      list(span, form, true, Measure::growth, "%")));
    add(form, "主要货物贸易" + flow + place);
  }

  void add(const TableForm& form, const std::string& title) {
    IssueTable table;
    table.id = form.id;
    table.caption = {
        fmt::format("表 {}：{}北京市{}（亿美元）", form.id.back(), when(Span::month), title)};
    const std::string flow = form.flow == "export" ? "出口额" : "进口额";
    for (const Column& column : form.columns) {
      const std::string span = column.span == Span::month
                                   ? fmt::format("{} 月当月", report_.period.month)
                                   : fmt::format("1 至 {} 月累计", report_.period.month);
      const std::string level = form.flow.empty() ? "绝对值" : flow;
      table.columns.push_back({column.label ? "" : span,
                               column.label ? form.groups.empty() ? "" : "区域"
                               : column.measure == Measure::value ? level
                               : column.measure == Measure::share ? "份额（%）"
                                                                  : "同比变化（%）",
                               column.label});
    }
    if (form.names == "products") table.columns.front().head = "产品";
    // Figures come row by row, from left to right.
    std::string group;
    std::vector<std::string> row;
    std::size_t column = 0;
    const auto take = [&](const Figure& figure) {
      while (column < form.columns.size()) {
        const Column& at = form.columns[column];
        if (at.label) {
          row.push_back(figure.key.row);
        } else {
          const bool change = figure.key.measure == Measure::change;
          const Measure measure = change ? Measure::growth : figure.key.measure;
          if (at.span == figure.key.span && at.measure == measure) break;
          row.emplace_back();
        }
        ++column;
      }
      row.push_back(figure.value.to_string());
      if (++column < form.columns.size()) return;
      table.rows.push_back(std::move(row));
      row = {};
      column = 0;
    };
    for (const Figure& figure : report_.figures) {
      if (figure.key.place != form.id) continue;
      if (figure.key.group != group) table.rows.push_back({group = figure.key.group});
      take(figure);
    }
    issue_.blocks.push_back({"", std::move(table)});
  }

  const Report& report_;
  std::map<std::string, const Figure*> figures_;
  PrintedIssue issue_;
};

}  // namespace

IssueTable& PrintedIssue::table(const std::string& id) {
  for (IssueBlock& block : blocks)
    if (block.text.empty() && block.table.id == id) return block.table;
  throw std::out_of_range(id);
}

std::string& PrintedIssue::paragraph(const std::string& part) {
  for (IssueBlock& block : blocks)
    if (block.text.find(part) != std::string::npos) return block.text;
  throw std::out_of_range(part);
}

std::string key_of(const FigureKey& key) {
  return fmt::format("{} {} {} {} {}", key.place, to_string(key.span), key.flow, key.row,
                     to_string(key.measure));
}

PrintedIssue printed_issue(std::uint64_t number) {
  constexpr std::size_t figures = 226;  // of a report without blank rates
  constexpr std::size_t claims = 96;
  static std::vector<Report> reports;
  static std::uint64_t next = 0;
  for (; reports.size() <= number; ++next) {
    if (next % 8 < 2) continue;  // January, and a joint issue
    Report report = worlds::issue_by_number(*beijing().family, next);
    if (report.figures.size() == figures && report.claims.size() == claims)
      reports.push_back(std::move(report));
  }
  return Writer(reports[number]).write();
}

}  // namespace tradereport::parser::test
