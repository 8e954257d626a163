#include "tools/writers/numeral_counts.h"

#include <algorithm>

namespace tradereport::tools {

NumeralCounts count_numerals(const Report& report) {
  NumeralCounts counts;
  counts.total = report.numerals.size();
  counts.unread = report.unread();
  counts.read = static_cast<std::size_t>(
      std::count_if(report.numerals.begin(), report.numerals.end(), [](const Numeral& numeral) {
        return numeral.use == NumeralUse::cell || numeral.use == NumeralUse::claim;
      }));
  counts.left_alone = static_cast<std::size_t>(
      std::count_if(report.numerals.begin(), report.numerals.end(),
                    [](const Numeral& numeral) { return numeral.use == NumeralUse::left_alone; }));
  counts.declared = counts.total - counts.read - counts.unread - counts.left_alone;
  return counts;
}

}  // namespace tradereport::tools
