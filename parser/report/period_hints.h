// What is known of a report's month besides its text.
#pragma once

#include <optional>
#include <string>

#include "schemas/period.h"

namespace tradereport::parser {

struct PeriodHints {
  std::optional<Period> period;  // as the user says: the report is of no other
  std::string file_name;         // without folders; for families that say what it tells

  friend bool operator==(const PeriodHints&, const PeriodHints&) = default;
};

}  // namespace tradereport::parser
