// Quantiles of heights, gaps and edges on a page.
#pragma once

#include <cstddef>
#include <vector>

namespace tradereport::parser {

// The value below which one in `part` lies; 0 for none.
double quantile(std::vector<double> values, std::size_t part);
double median(std::vector<double> values);

}  // namespace tradereport::parser
