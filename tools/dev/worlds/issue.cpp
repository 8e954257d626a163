#include "tools/dev/worlds/issue.h"

#include <algorithm>
#include <stdexcept>

#include "tools/dev/worlds/narrative.h"
#include "tools/dev/worlds/random.h"

namespace tradereport::worlds {

namespace {

std::string percent_unit(const Family& family) {
  for (const Unit& unit : family.units) {
    if (unit.percent) return unit.id;
  }
  throw std::invalid_argument("the family has no unit for per cent");
}

Halves halves_of(const Economy& world, Period period) {
  return static_cast<Halves>(Random(world.seed() ^ month_index(period)).index(4));
}

class Printer {
 public:
  Printer(const Economy& world, const Family& family, Period period, const IssueOptions& options)
      : world_(world),
        family_(family),
        percent_(percent_unit(family)),
        publisher_(world, family, options.computing, halves_of(world, period)) {
    report_.family = family.id;
    report_.period = period;
    report_.has_month = !options.joint;
  }

  Report print() {
    for (const TableForm& table : family_.tables) {
      for (const RowForm& form : table.rows) print_line(table, {table.id, "", form.name}, &form);
      if (const NameSet* const set = family_.name_set(table.names)) {
        for (const NameEntry& entry : set->names) print_line(table, {table.id, "", entry.name});
      }
      for (const GroupForm& group : table.groups) print_group(table, group);
    }
    return std::move(report_);
  }

 private:
  struct Place {
    std::string table, group, name;
  };

  bool printed(Span span) const { return span == Span::ytd || report_.has_month; }

  const TimeSeries& row(const Place& place) const {
    const TimeSeries* const found = world_.find(place.table, place.name);
    if (found == nullptr) throw std::invalid_argument("no row " + place.table + "/" + place.name);
    return *found;
  }

  void print_line(const TableForm& table, const Place& place, const RowForm* form = nullptr) {
    for (const Column& column : table.columns) {
      if (!column.label) print_cell(table, row(place), column, form, 0);
    }
  }

  // A ranked line names another partner for each span.
  void print_group(const TableForm& table, const GroupForm& group) {
    const NameSet* const set = family_.name_set(group.names);
    if (group.ranked == 0) {
      for (const NameEntry& entry : set->names)
        print_line(table, {table.id, group.name, entry.name});
      return;
    }
    const std::vector<const TimeSeries*> month = ranking(table, group, Span::month);
    const std::vector<const TimeSeries*> ytd = ranking(table, group, Span::ytd);
    for (std::size_t i = 0; i < ytd.size() && i < static_cast<std::size_t>(group.ranked); ++i) {
      for (const Column& column : table.columns) {
        if (column.label) continue;
        const TimeSeries& row = *(column.span == Span::month ? month : ytd)[i];
        print_cell(table, row, column, nullptr, static_cast<int>(i) + 1);
      }
    }
  }

  std::vector<const TimeSeries*> ranking(const TableForm& table, const GroupForm& group,
                                         Span span) const {
    std::vector<const TimeSeries*> rows;
    for (const TimeSeries& row : world_.rows()) {
      if (row.table == table.id && row.group == group.name) rows.push_back(&row);
    }
    std::stable_sort(rows.begin(), rows.end(), [&](const TimeSeries* a, const TimeSeries* b) {
      return a->level(report_.period, span) > b->level(report_.period, span);
    });
    return rows;
  }

  void print_cell(const TableForm& table, const TimeSeries& row, const Column& column,
                  const RowForm* form, int rank) {
    if (!printed(column.span)) return;
    Measure measure = column.measure;
    if (form != nullptr) {
      if (std::find(form->blank.begin(), form->blank.end(), measure) != form->blank.end()) return;
      const auto other = form->reads.find(measure);
      if (other != form->reads.end()) measure = other->second;
    }
    const auto value = publisher_.figure(row, report_.period, column.span, measure);
    if (!value) return;
    const bool level = measure == Measure::value || measure == Measure::change;
    report_.figures.push_back(
        {{row.table, column.span, row.flow, row.group, rank, row.name, measure},
         *value,
         level ? table.unit : percent_,
         value->to_string(),
         {}});
  }

  const Economy& world_;
  const Family& family_;
  std::string percent_;
  Publisher publisher_;
  Report report_;
};

}  // namespace

Report make_issue(const Economy& world, const Family& family, Period period,
                  const IssueOptions& options) {
  if (period.year <= kFirstMonth.year || period > kLastMonth)
    throw std::invalid_argument("no issue of " + period.to_string() + " in the world");
  if (options.joint && period.month != 2)
    throw std::invalid_argument("a joint issue has the month of February");
  Report report = Printer(world, family, period, options).print();
  add_narrative(report, world, family, options.top);
  return report;
}

namespace {

struct Numbered {
  Period period;
  IssueOptions options;
};

Numbered numbered(std::uint64_t number) {
  Random random(number);
  Numbered issue{{static_cast<int>(random.pick(kFirstMonth.year + 1, kLastMonth.year)), 1}, {}};
  issue.options.joint = number % 8 == 1;
  if (issue.options.joint) issue.period.month = 2;
  if (number % 8 > 1) issue.period.month = static_cast<int>(random.pick(2, 12));
  return issue;
}

}  // namespace

Report issue_by_number(const Family& family, std::uint64_t number, Computing computing) {
  Numbered issue = numbered(number);
  issue.options.computing = computing;
  return make_issue(make_economy(family, number / 8), family, issue.period, issue.options);
}

std::vector<Report> issues_around(const Family& family, std::uint64_t number) {
  const Economy world = make_economy(family, number / 8);
  const Numbered issue = numbered(number);
  std::vector<Report> all{make_issue(world, family, issue.period, issue.options)};
  for (const int distance : {-13, -12, -11, -1, 1, 12}) {
    const int month = issue.period.year * 12 + issue.period.month - 1 + distance;
    const Period period{month / 12, month % 12 + 1};
    const bool in_joint = issue.options.joint && distance == -1;
    if (period.year > kFirstMonth.year && period <= kLastMonth && !in_joint)
      all.push_back(make_issue(world, family, period));
  }
  for (Report& report : all) report.file = report.period.to_string();
  return all;
}

}  // namespace tradereport::worlds
