#include "parser/tables/second_table.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <set>

#include "parser/tables/grid_rows.h"

namespace tradereport::parser {

namespace {

// How many rows with known names the table has when it is whole.
std::size_t rows_when_whole(const Family& family, const TableForm& form) {
  std::size_t count = form.rows.size();
  if (const NameSet* const set = family.name_set(form.names)) count += set->names.size();
  for (const GroupForm& group : form.groups) {
    const NameSet* const set = family.name_set(group.names);
    if (group.ranked > 0) {
      count += static_cast<std::size_t>(group.ranked);
    } else if (set != nullptr) {
      count += set->names.size();
    }
  }
  return count;
}

std::set<const Flow*> flows_in(const Grammar& grammar, std::string_view text) {
  std::set<const Flow*> flows;
  std::size_t at = 0;
  while (const auto word = grammar.vocabulary().find_word(text, at)) {
    if (word->kind == FoundWord::Kind::flow) flows.insert(word->flow.flow);
    at = std::max(word->at.end, at + 1);
  }
  return flows;
}

class SecondTable {
 public:
  SecondTable(const Document& document, const TableRegion& region, const Grammar& grammar,
              const RawTable& raw)
      : document_(document), region_(region), grammar_(grammar), raw_(raw) {}

  // The first row under a head that is of another flow.
  std::optional<std::size_t> under_other_head() const {
    const Flow* const own = grammar_.family->flow(region_.form->flow);
    if (own == nullptr || raw_.rows.empty()) return std::nullopt;
    std::set<const Flow*> named{own};
    for (const std::size_t head : raw_.heads) {
      const std::set<const Flow*> flows = flows_in(grammar_, document_.lines[head].text.view());
      const bool first = head < line_of(raw_.rows.front());
      if (first) named.insert(flows.begin(), flows.end());
      if (first || flows.empty() || std::any_of(flows.begin(), flows.end(), [&](const Flow* flow) {
            return named.contains(flow);
          }))
        continue;
      for (std::size_t r = 0; r < raw_.rows.size(); ++r) {
        if (line_of(raw_.rows[r]) > head) return r;
      }
    }
    return std::nullopt;
  }

  // The first row with a name that stands further up.
  std::optional<std::size_t> repeated() const {
    std::set<std::pair<std::size_t, std::string>> seen;  // column, name
    for (std::size_t r = 0; r < raw_.rows.size(); ++r) {
      if (r > 0 && same(raw_.rows[r - 1], raw_.rows[r])) continue;  // at the end of a page
      for (const auto& [column, name] : names_of(raw_.rows[r]))
        if (!seen.emplace(column, name).second) return r;
    }
    return std::nullopt;
  }

  // The first row after some of those that the table always has, if its rows are in the family's
  // order otherwise. A row with an unknown name may be one of them.
  std::optional<std::size_t> after_gap() const {
    const NameSet* const set = grammar_.family->name_set(region_.form->names);
    if (!region_.form->complete || set == nullptr) return std::nullopt;
    std::optional<std::size_t> gap;
    std::size_t next = 0;     // of the set's names
    std::size_t unknown = 0;  // rows since the last known one
    for (std::size_t r = 0; r < raw_.rows.size(); ++r) {
      const std::size_t place = place_in(*set, raw_.rows[r]);
      if (place == set->names.size()) {
        ++unknown;
        continue;
      }
      if (place < next) return std::nullopt;  // another order
      if (!gap && place > next + unknown) gap = r - unknown;
      next = place + 1;
      unknown = 0;
    }
    return gap;
  }

  std::size_t known_rows() const {
    return static_cast<std::size_t>(
        std::count_if(raw_.rows.begin(), raw_.rows.end(),
                      [&](const RawRow& row) { return !names_of(row).empty(); }));
  }

 private:
  static std::size_t line_of(const RawRow& row) {
    std::size_t line = std::numeric_limits<std::size_t>::max();
    for (const std::optional<Atom>& cell : row.cells)
      if (cell) line = std::min(line, cell->line);
    return line;
  }

  static bool same(const RawRow& above, const RawRow& row) {
    return std::equal(above.cells.begin(), above.cells.end(), row.cells.begin(), row.cells.end(),
                      [](const auto& a, const auto& b) {
                        return a.has_value() == b.has_value() &&
                               (!a || a->text.utf8 == b->text.utf8);
                      });
  }

  // Of the row's name; behind the last if it is none of the set's.
  std::size_t place_in(const NameSet& set, const RawRow& row) const {
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      if (!raw_.columns[c].label || !row.cells[c]) continue;
      const auto name = grammar_.names.find(set.id, row.cells[c]->text.view());
      if (!name) continue;
      const auto found = std::find_if(set.names.begin(), set.names.end(),
                                      [&](const NameEntry& entry) { return entry.name == *name; });
      return static_cast<std::size_t>(found - set.names.begin());
    }
    return set.names.size();
  }

  // The known names in the label columns.
  std::vector<std::pair<std::size_t, std::string>> names_of(const RawRow& row) const {
    std::vector<std::pair<std::size_t, std::string>> names;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      if (!raw_.columns[c].label || !row.cells[c]) continue;
      const std::string_view label = row.cells[c]->text.view();
      if (is_known_row(grammar_, region_, label)) names.emplace_back(c, name_key(label));
    }
    return names;
  }

  const Document& document_;
  const TableRegion& region_;
  const Grammar& grammar_;
  const RawTable& raw_;
};

}  // namespace

void cut_at_second_table(const Document& document, const TableRegion& region,
                         const Grammar& grammar, bool twin_lost, RawTable& raw) {
  const SecondTable second(document, region, grammar, raw);
  const std::size_t whole = rows_when_whole(*grammar.family, *region.form);
  std::optional<std::size_t> first = second.under_other_head();
  // Months come again in the next year.
  const bool periods = !region.form->years.empty();
  if (twin_lost || (second.known_rows() > whole && !periods)) {
    const std::optional<std::size_t> repeated = periods ? std::nullopt : second.repeated();
    if (repeated) first = std::min(*repeated, first.value_or(*repeated));
    if (!first && twin_lost) first = second.after_gap();
  }
  if (first) raw.rows.resize(*first);
}

}  // namespace tradereport::parser
