#include "parser/pages/quantiles.h"

#include <algorithm>
#include <utility>

namespace tradereport::parser {

double quantile(std::vector<double> values, std::size_t part) {
  if (values.empty()) return 0;
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(values.size() / part);
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

double median(std::vector<double> values) {
  return quantile(std::move(values), 2);
}

}  // namespace tradereport::parser
