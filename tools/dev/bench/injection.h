// One misprint put into a report.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/report.h"
#include "tools/dev/worlds/random.h"

namespace tradereport::bench {

enum class Kind {
  exchanged,  // two neighbouring digits change places
  digit,      // one digit is another
  sign,       // the sign is lost or too much; in the text, the word for the direction is the other
  point,      // the decimal point has moved one place
  neighbour,  // the figure of a row beside it, or of the other span
  last,       // the last decimal is one off
  word        // in the text alone: the word for the direction is the other, "rose" for "fell"
};
inline constexpr Kind kKinds[] = {Kind::exchanged, Kind::digit, Kind::sign, Kind::point,
                                  Kind::neighbour, Kind::last,  Kind::word};
std::string_view name_of(Kind kind);

// Where: a table or "text", and a measure.
struct Place {
  std::string place;
  Measure measure = Measure::value;

  friend auto operator<=>(const Place&, const Place&) = default;
  std::string name() const;  // "table1 growth"
};

// The places of all these reports, in the order of their names.
std::vector<Place> places_of(const std::vector<Report>& reports);

struct Injection {
  const Figure* figure = nullptr;  // within the report: of a table, or a claim
  Decimal before;
};

// Changes one figure of the place, drawn among those that the kind can change; nothing if there is
// none. The number of decimals stays.
std::optional<Injection> inject(Report& report, const Place& place, Kind kind,
                                worlds::Random& random);

}  // namespace tradereport::bench
