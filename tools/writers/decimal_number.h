// Decimals for formats whose numbers are binary.
#pragma once

#include <optional>
#include <string_view>

namespace tradereport::tools {

// The number nearest to a canonical decimal, from which the decimal comes back when it is printed
// with as many decimals. Nothing for one that has more digits than such a number holds (15), and
// for what is no decimal.
std::optional<double> decimal_number(std::string_view decimal);

// How many digits stand behind the point.
int decimal_places(std::string_view decimal);

}  // namespace tradereport::tools
