#include "parser/report/negative_forms.h"

#include <algorithm>
#include <optional>

namespace tradereport::parser {

namespace {

// So many cells must be shown to be negative: of fewer, chance could make the signs agree.
constexpr int kShown = 3;
// One in so many may be shown not to be: a misprint.
constexpr int kContradicted = 5;

// For and against.
struct SignCounts {
  int negative = 0;
  int other = 0;
};

class SignEvidence {
 public:
  SignEvidence(const Report& report, const std::vector<NegativeCell>& cells, const Family& family)
      : report_(report), cells_(cells), family_(family) {}

  std::map<std::string, NegativeForm> run() const {
    std::map<std::string, NegativeForm> tables;
    for (const NegativeCell& cell : cells_) tables.emplace(cell.key.place, cell.form);
    std::erase_if(tables, [&](const auto& table) { return !is_consistent(table.first); });
    std::map<NegativeForm, SignCounts> all;
    for (const auto& [table, form] : tables) {
      const SignCounts own = evidence_in(table);
      all[form].negative += own.negative;
      all[form].other += own.other;
    }
    std::erase_if(tables, [&](const auto& table) {
      const SignCounts& shown = all[table.second];
      const SignCounts own = evidence_in(table.first);
      const auto outweighs = [](const SignCounts& e) {
        return e.other * kContradicted <= e.negative;
      };
      if (is_declared(table.first, table.second)) return own.other > own.negative;
      return shown.negative < kShown || !outweighs(shown) || own.negative == 0 || !outweighs(own);
    });
    return tables;
  }

 private:
  bool is_declared(const std::string& table, NegativeForm form) const {
    const auto has = [form](const std::vector<NegativeForm>& forms) {
      return std::find(forms.begin(), forms.end(), form) != forms.end();
    };
    const TableForm* const printed = family_.table(table);
    return has(family_.negatives) || (printed != nullptr && has(printed->negatives));
  }

  bool is_consistent(const std::string& table) const {
    std::optional<NegativeForm> form;
    for (const NegativeCell& cell : cells_) {
      if (cell.key.place != table) continue;
      if (form.value_or(cell.form) != cell.form || !can_be_negative(cell.key)) return false;
      form = cell.form;
    }
    return std::none_of(report_.figures.begin(), report_.figures.end(), [&](const Figure& figure) {
      return figure.key.place == table && figure.value.negative();
    });
  }

  bool can_be_negative(const FigureKey& key) const {
    if (added_to_rate(key.measure) > 0 || key.measure == Measure::change) return true;
    const Flow* const flow = family_.flow(key.flow);
    return !is_rate(key.measure) && flow != nullptr && !flow->negative.empty();
  }

  // What other figures say of the table's cells: those with the sign are to be below zero, those
  // without are not.
  SignCounts evidence_in(const std::string& table) const {
    SignCounts evidence;
    for (const NegativeCell& cell : cells_) {
      if (cell.key.place != table) continue;
      if (const auto sign = sign_of(cell.key, cell.value.abs()))
        ++(*sign < 0 ? evidence.negative : evidence.other);
    }
    for (const Figure& figure : report_.figures) {
      if (figure.key.place != table || !can_be_negative(figure.key)) continue;
      const auto sign = sign_of(figure.key, figure.value.abs());
      evidence.other += sign && *sign < 0 ? 1 : 0;
    }
    return evidence;
  }

  // The sign of that figure by what the report says elsewhere; nothing if it does not.
  std::optional<int> sign_of(const FigureKey& key, const Decimal& magnitude) const {
    for (const Claim& claim : report_.claims) {
      const FigureKey& k = claim.key;
      if (k.span == key.span && k.flow == key.flow && k.row == key.row &&
          k.measure == key.measure && compare(claim.value.abs(), magnitude) == 0 &&
          !claim.value.zero())
        return claim.value.negative() ? -1 : 1;
    }
    if (key.measure != Measure::growth && key.measure != Measure::change) return std::nullopt;
    const Figure* const now = level(key, Measure::value);
    const Figure* const before = level(key, Measure::previous);
    if (now == nullptr || before == nullptr) return std::nullopt;
    const int sign = compare(now->value, before->value);
    return sign == 0 ? std::nullopt : std::optional(sign);
  }

  const Figure* level(FigureKey key, Measure measure) const {
    key.measure = measure;
    return find_figure(report_, key);
  }

  const Report& report_;
  const std::vector<NegativeCell>& cells_;
  const Family& family_;
};

}  // namespace

std::map<std::string, NegativeForm> negative_forms(const Report& report,
                                                   const std::vector<NegativeCell>& cells,
                                                   const Family& family) {
  return SignEvidence(report, cells, family).run();
}

}  // namespace tradereport::parser
