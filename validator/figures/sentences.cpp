#include "validator/figures/sentences.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "validator/figures/common_unit.h"

namespace tradereport::validator {

namespace {

class Sentences {
 public:
  Sentences(const Report& report, const Family& family) : report_(report), family_(family) {
    for (const Claim& claim : report.claims) {
      if (is_rate(claim.key.measure)) continue;
      std::string& largest = units_.try_emplace(claim.key.row, claim.unit).first->second;
      if (family.exponent_between(largest, claim.unit).value_or(0) < 0) largest = claim.unit;
    }
  }

  Report run() {
    std::erase_if(report_.claims, [&](Claim& claim) { return !convert(claim); });
    std::vector<std::size_t> chosen;  // the most exact claim of each key, as they are printed
    for (std::size_t i = 0; i < report_.claims.size(); ++i) {
      const auto same = std::find_if(chosen.begin(), chosen.end(), [&](std::size_t other) {
        return is_of_same(report_.claims[i].key, report_.claims[other].key);
      });
      if (same == chosen.end()) {
        chosen.push_back(i);
      } else if (exactness(report_.claims[i]) > exactness(report_.claims[*same])) {
        *same = i;
      }
    }
    std::vector<Claim> others;
    for (std::size_t i = 0; i < report_.claims.size(); ++i) {
      Claim& claim = report_.claims[i];
      if (std::find(chosen.begin(), chosen.end(), i) != chosen.end()) {
        report_.figures.push_back(claim);
      } else if (claim.slack == 0) {
        others.push_back(std::move(claim));
      }
    }
    report_.claims = std::move(others);
    return std::move(report_);
  }

 private:
  static bool is_of_same(const FigureKey& a, const FigureKey& b) {
    return a.span == b.span && a.flow == b.flow && a.row == b.row && a.measure == b.measure;
  }

  static std::pair<bool, int> exactness(const Figure& figure) {
    return {figure.slack == 0, figure.value.decimals()};
  }

  // The unit that its figure is compared in; its own where the family knows no other.
  std::string common_unit(const Figure& figure) const {
    if (!is_rate(figure.key.measure)) return units_.at(figure.key.row);
    for (const Unit& unit : family_.units)
      if (unit.percent && unit.equals.empty()) return unit.id;
    return figure.unit;
  }

  bool convert(Claim& claim) const {
    const std::string unit = common_unit(claim);
    if (!convert_value(claim, unit, family_)) return false;
    claim.unit = unit;
    return true;
  }

  Report report_;
  const Family& family_;
  std::map<std::string, std::string> units_;  // of the levels, by row
};

}  // namespace

Report of_sentences(const Report& report, const Family& family) {
  return Sentences(report, family).run();
}

}  // namespace tradereport::validator
