// Slips of whole tables, and parts that do not fit.
#include <algorithm>

#include "validator/causes/possible_slips.h"

namespace tradereport::validator {

namespace {

Span other_span(Span span) {
  return span == Span::month ? Span::ytd : Span::month;
}

class SlipsOfWholeTables {
 public:
  SlipsOfWholeTables(const SlipInput& input, const VisitSlip& visit)
      : report_(input.report), family_(input.family), lines_(input.lines), visit_(visit) {}

  void tables() {
    for (const std::string& table : lines_.tables) {
      spans(table);
    }
    for (std::size_t i = 0; i < lines_.tables.size(); ++i) {
      for (std::size_t k = i + 1; k < lines_.tables.size(); ++k) {
        EditorialSlip slip{
            EditorialSlipKind::tables, {}, {}, {lines_.tables[i]}, {lines_.tables[k]}};
        if (exchange(slip, lines_.tables[i], lines_.tables[k])) visit_(std::move(slip));
      }
    }
    flows();
  }

  void parts() {
    for (const ColumnFigures& column : lines_.columns) {
      part(EditorialSlipKind::repeated, {column.place, column.span, column.measure});
      part(EditorialSlipKind::whole, {column.place, column.span, column.measure});
    }
    for (const SentenceClaims& sentence : lines_.sentences) {
      EditorialSlip slip{EditorialSlipKind::whole, {}, {}, {"text"}, {}};
      slip.first.row = sentence.text.str();
      for (const PrintedIndex index : sentence.claims) slip.edits.push_back({index});
      empty_lists(slip, sentence.lists);
      visit_(std::move(slip));
    }
    for (const std::string& table : lines_.tables) {
      for (const Span span : {Span::month, Span::ytd}) {
        part(EditorialSlipKind::repeated, {table, span});
        part(EditorialSlipKind::whole, {table, span});
      }
    }
    for (const std::string& table : lines_.tables) {
      last_year(table);
      part(EditorialSlipKind::whole, {table});
    }
    text();
  }

 private:
  const FigureKey& key(PrintedIndex index) const { return printed_at(report_, index).key; }

  void spans(const std::string& table) {
    EditorialSlip slip{EditorialSlipKind::spans, {}, {}, {table}, {}};
    bool both[2] = {false, false};
    for (PrintedIndex i = 0; i < report_.figures.size(); ++i) {
      if (key(i).place != table) continue;
      FigureKey changed = key(i);
      both[static_cast<std::size_t>(changed.span)] = true;
      changed.span = other_span(changed.span);
      slip.edits.push_back({i, {}, std::move(changed)});
    }
    if (both[0] && both[1]) visit_(std::move(slip));
  }

  // The levels are those of a year ago; its rates are then another year's.
  void last_year(const std::string& table) {
    EditorialSlip slip{EditorialSlipKind::last_year, {}, {}, {table}, {}};
    for (PrintedIndex i = 0; i < report_.figures.size(); ++i) {
      if (key(i).place != table) continue;
      Edit edit{i};
      if (key(i).measure == Measure::value) {
        edit.key = key(i);
        edit.key->measure = Measure::previous;
      }
      slip.edits.push_back(std::move(edit));
    }
    visit_(std::move(slip));
  }

  // Each table's figures under the keys of the other.
  bool exchange(EditorialSlip& slip, const std::string& a, const std::string& b) const {
    const TableForm* const first = family_.table(a);
    const TableForm* const second = family_.table(b);
    if (first == nullptr || second == nullptr || first->flow.empty() || second->flow.empty() ||
        first->flow == second->flow || first->columns != second->columns ||
        first->groups.size() != second->groups.size() || !first->shares_rows_with(*second))
      return false;
    for (PrintedIndex i = 0; i < report_.figures.size(); ++i) {
      if (key(i).place != a && key(i).place != b) continue;
      FigureKey changed = key(i);
      const TableForm& to = changed.place == a ? *second : *first;
      changed.place = to.id;
      changed.flow = to.flow;
      slip.edits.push_back({i, {}, std::move(changed)});
    }
    return true;
  }

  // All tables of two flows, where each has one of the same form for the other.
  void flows() {
    for (std::size_t i = 0; i < family_.flows.size(); ++i) {
      for (std::size_t k = i + 1; k < family_.flows.size(); ++k) {
        EditorialSlip slip{EditorialSlipKind::tables, {}, {}, {}, {}};
        slip.first.flow = family_.flows[i].id;
        slip.second.flow = family_.flows[k].id;
        int pairs = 0;
        for (const std::string& a : lines_.tables) {
          for (const std::string& b : lines_.tables) {
            const TableForm* const first = family_.table(a);
            const TableForm* const second = family_.table(b);
            if (first != nullptr && second != nullptr && first->flow == slip.first.flow &&
                second->flow == slip.second.flow && exchange(slip, a, b))
              ++pairs;
          }
        }
        if (pairs > 1) visit_(std::move(slip));
      }
    }
  }

  bool within(const FigureKey& figure, const Part& part) const {
    return figure.place == part.place && (!part.span || figure.span == *part.span) &&
           (!part.measure || head_of(family_, figure) == *part.measure);
  }

  // The figure of the other span on the same line.
  const Figure* over_the_other_span(const Figure& figure) const {
    for (const Figure& other : report_.figures) {
      if (other.key.span != figure.key.span && other.key.measure == figure.key.measure &&
          on_one_line(other.key, figure.key))
        return &other;
    }
    return nullptr;
  }

  void part(EditorialSlipKind kind, const Part& part) {
    EditorialSlip slip{kind, {}, {}, part, {}};
    for (PrintedIndex i = 0; i < report_.figures.size(); ++i) {
      if (!within(key(i), part)) continue;
      slip.edits.push_back({i});
      if (kind != EditorialSlipKind::repeated) continue;
      const Figure* const other = over_the_other_span(report_.figures[i]);
      if (other == nullptr || other->value != report_.figures[i].value) return;
    }
    if (kind == EditorialSlipKind::repeated) slip.second = part;
    if (slip.edits.size() > 1) visit_(std::move(slip));
  }

  void empty_lists(EditorialSlip& slip, const std::vector<std::size_t>& lists) const {
    for (const std::size_t index : lists) {
      TopList list = report_.lists[index];
      list.names.clear();
      list.announced = 0;
      slip.lists.emplace_back(index, std::move(list));
    }
  }

  void text() {
    EditorialSlip slip{EditorialSlipKind::text, {}, {}, {"text"}, {}};
    for (std::size_t i = 0; i < report_.claims.size(); ++i)
      slip.edits.push_back({report_.figures.size() + i});
    std::vector<std::size_t> all(report_.lists.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    empty_lists(slip, all);
    visit_(std::move(slip));
  }

  const Report& report_;
  const Family& family_;
  const PrintedLines& lines_;
  const VisitSlip& visit_;
};

}  // namespace

void visit_tables(const SlipInput& input, const VisitSlip& visit) {
  SlipsOfWholeTables(input, visit).tables();
}

void visit_parts(const SlipInput& input, const VisitSlip& visit) {
  SlipsOfWholeTables(input, visit).parts();
}

}  // namespace tradereport::validator
