// CSV files as tests look at them.
#pragma once

#include <string>
#include <vector>

namespace tradereport::tools::test {

// The rows of a CSV file without line ends in its fields, the head first.
std::vector<std::vector<std::string>> csv_rows(const std::string& csv);

}  // namespace tradereport::tools::test
