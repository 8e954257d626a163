#include "tools/dev/worlds/editorial_slips.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "tools/dev/worlds/table_editor.h"

namespace tradereport::worlds {

namespace {

constexpr MadeSlip kSlips[] = {MadeSlip::figures_in_column,
                               MadeSlip::figures_in_row,
                               MadeSlip::figures_in_text,
                               MadeSlip::names_in_table,
                               MadeSlip::names_in_text,
                               MadeSlip::rows,
                               MadeSlip::columns,
                               MadeSlip::tables,
                               MadeSlip::spans,
                               MadeSlip::stale_table,
                               MadeSlip::stale_column,
                               MadeSlip::stale_text,
                               MadeSlip::stale_tables,
                               MadeSlip::shifted_column,
                               MadeSlip::unit,
                               MadeSlip::year_to_date_printed,
                               MadeSlip::flow_word,
                               MadeSlip::last_year};

void exchange_claims(Claim& a, Claim& b) {
  exchange_figures(a, b);
  std::swap(a.direction, b.direction);
  std::swap(a.direction_word, b.direction_word);
  std::swap(a.signed_digits, b.signed_digits);
}

class SlipMaker {
 public:
  SlipMaker(Report& report, const Family& family, const std::vector<Report>& around, Random& random)
      : report_(report),
        family_(family),
        around_(around),
        random_(random),
        tables_(report, family, random) {}

  std::optional<std::vector<FigureKey>> make(MadeSlip slip) {
    const Report before = report_;
    run(slip);
    std::vector<FigureKey> wrong;
    const auto compare = [&](const auto& now, const auto& then) {
      for (const auto& figure : now) {
        const auto same = std::find_if(then.begin(), then.end(),
                                       [&](const auto& other) { return other.key == figure.key; });
        if (same == then.end() || same->value != figure.value) wrong.push_back(figure.key);
      }
    };
    compare(report_.figures, before.figures);
    compare(report_.claims, before.claims);
    if (wrong.empty()) return std::nullopt;
    return wrong;
  }

 private:
  void run(MadeSlip slip) {
    if (report_.figures.empty()) return;
    switch (slip) {
      case MadeSlip::figures_in_column:
        return tables_.pair_of_figures(in_one_column);
      case MadeSlip::figures_in_row:
        return tables_.pair_of_figures(on_one_line);
      case MadeSlip::figures_in_text:
        return pair_of_claims();
      case MadeSlip::names_in_table:
        return tables_.names();
      case MadeSlip::names_in_text:
        return names_in_text();
      case MadeSlip::rows:
        return tables_.rows();
      case MadeSlip::columns:
        return tables_.columns();
      case MadeSlip::tables:
        return tables_.tables();
      case MadeSlip::spans:
        return tables_.spans();
      case MadeSlip::stale_table:
        return table_of(1);
      case MadeSlip::last_year:
        return table_of(12);
      case MadeSlip::stale_column:
        return stale_column();
      case MadeSlip::stale_text:
        if (const Report* const other = issue_before(1)) {
          report_.claims = other->claims;
          report_.lists = other->lists;
        }
        return;
      case MadeSlip::stale_tables:
        if (const Report* const other = issue_before(1)) report_.figures = other->figures;
        return;
      case MadeSlip::shifted_column:
        return tables_.shifted_column();
      case MadeSlip::unit:
        return tables_.unit();
      case MadeSlip::year_to_date_printed:
        return tables_.year_to_date_printed();
      case MadeSlip::flow_word:
        return flow_word();
    }
  }

  template <class Item>
  Item& any(std::vector<Item>& items) {
    return items[random_.index(items.size())];
  }

  const Report* issue_before(int months) const {
    const auto number = [](Period period) { return period.year * 12 + period.month; };
    for (const Report& other : around_) {
      if (number(other.period) + months == number(report_.period) &&
          other.has_month == report_.has_month)
        return &other;
    }
    return nullptr;
  }

  void pair_of_claims() {
    if (report_.claims.empty()) return;
    Claim& one = any(report_.claims);
    std::vector<Claim*> others;
    for (Claim& other : report_.claims) {
      if (&other != &one && other.sentence == one.sentence &&
          other.key.measure == one.key.measure && other.value != one.value)
        others.push_back(&other);
    }
    if (!others.empty()) exchange_claims(one, *any(others));
  }

  void names_in_text() {
    if (report_.lists.empty()) return;
    TopList& list = any(report_.lists);
    const std::string a = any(list.names);
    const std::string b = any(list.names);
    const auto exchange = [&](std::string& name) { name = name == a ? b : name == b ? a : name; };
    for (std::string& name : list.names) exchange(name);
    for (Claim& claim : report_.claims)
      if (claim.sentence == list.sentence) exchange(claim.key.row);
  }

  void table_of(int months_before) {
    const Report* const other = issue_before(months_before);
    const std::string table = tables_.any_table();
    if (other == nullptr) return;
    std::erase_if(report_.figures, [&](const Figure& f) { return f.key.place == table; });
    for (const Figure& figure : other->figures)
      if (figure.key.place == table) report_.figures.push_back(figure);
  }

  void stale_column() {
    const Report* const other = issue_before(1);
    const FigureKey one = any(report_.figures).key;
    if (other == nullptr) return;
    for (Figure& figure : report_.figures) {
      for (const Figure& old : other->figures) {
        if (in_one_column(figure.key, one) && in_one_column(old.key, one) &&
            on_one_line(figure.key, old.key)) {
          figure.value = old.value;
          figure.printed = old.printed;
        }
      }
    }
  }

  // In a sentence of one flow another's word; in one of several the two exchanged.
  void flow_word() {
    if (report_.claims.empty()) return;
    const SharedText sentence = any(report_.claims).sentence;
    std::vector<const Flow*> flows;
    for (const Flow& flow : family_.flows)
      if (flow.negative.empty()) flows.push_back(&flow);
    std::set<std::string> rows;
    for (const Claim& claim : report_.claims)
      if (claim.sentence == sentence) rows.insert(claim.key.flow);
    const bool overview = rows.size() > 1;
    const Flow& a = overview ? *any(flows) : *family_.flow(*rows.begin());
    std::erase_if(flows, [&](const Flow* flow) {
      return flow == &a || std::none_of(family_.tables.begin(), family_.tables.end(),
                                        [&](const TableForm& t) { return t.flow == flow->id; });
    });
    if (flows.empty()) return;
    const Flow& b = *any(flows);
    const auto change = [&](std::string& flow) {
      if (flow == a.id) {
        flow = b.id;
      } else if (flow == b.id) {
        flow = a.id;
      }
    };
    for (Claim& claim : report_.claims) {
      if (claim.sentence != sentence) continue;
      change(claim.key.flow);
      if (claim.key.row == a.row) {
        claim.key.row = b.row;
      } else if (claim.key.row == b.row) {
        claim.key.row = a.row;
      }
    }
    for (TopList& list : report_.lists)
      if (list.sentence == sentence) change(list.flow);
  }

  Report& report_;
  const Family& family_;
  const std::vector<Report>& around_;
  Random& random_;
  TableEditor tables_;
};

}  // namespace

std::span<const MadeSlip> editorial_slips() {
  return kSlips;
}

std::string_view name_of(MadeSlip slip) {
  switch (slip) {
    case MadeSlip::figures_in_column:
      return "two figures of a column";
    case MadeSlip::figures_in_row:
      return "two figures of a row";
    case MadeSlip::figures_in_text:
      return "two figures of a sentence";
    case MadeSlip::names_in_table:
      return "two names of a ranked list";
    case MadeSlip::names_in_text:
      return "two names of a sentence";
    case MadeSlip::rows:
      return "two rows";
    case MadeSlip::columns:
      return "two columns";
    case MadeSlip::tables:
      return "two tables";
    case MadeSlip::spans:
      return "month and year to date of a table";
    case MadeSlip::stale_table:
      return "stale table";
    case MadeSlip::stale_column:
      return "stale column";
    case MadeSlip::stale_text:
      return "stale text";
    case MadeSlip::stale_tables:
      return "all tables stale";
    case MadeSlip::shifted_column:
      return "shifted column";
    case MadeSlip::unit:
      return "unit of a table";
    case MadeSlip::year_to_date_printed:
      return "year to date printed as the month";
    case MadeSlip::flow_word:
      return "flow of a sentence";
    case MadeSlip::last_year:
      return "last year's table";
  }
  return "";
}

std::optional<std::vector<FigureKey>> make_slip(Report& report, const Family& family, MadeSlip slip,
                                                const std::vector<Report>& around, Random& random) {
  return SlipMaker(report, family, around, random).make(slip);
}

}  // namespace tradereport::worlds
