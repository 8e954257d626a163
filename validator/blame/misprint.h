// How likely it is that a figure is a misprint of what should stand there. Internal to validator.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "schemas/report.h"
#include "validator/blame/possible.h"

namespace tradereport::validator {

// The ways in which figures go wrong.
enum class Slip {
  elsewhere,  // the right figure stands elsewhere in the report
  copied,     // the figure of a neighbouring row or column
  exchanged,  // two neighbouring digits change places
  digit,      // one digit is another
  sign,       // the sign is lost, or too much
  point,      // the decimal point has moved
  last,       // the last decimal is one off
  other
};

// A decimal that a slip turns into the printed one.
struct Origin {
  Decimal value;
  Slip slip = Slip::other;
  double probability = 0;  // of the printed figure if this one was meant
};

// All decimals of the same length from which one slip makes `printed`; not `copied` and `other`.
//   origins(61.3) has 16.3 (exchanged), 613.0 and 6.1 (point), -61.3 (sign), 61.2 (last), …
std::vector<Origin> origins(const Decimal& printed);

struct Likelihood {
  double score = 0;  // comparable between the figures of one report
  Slip slip = Slip::other;
  std::optional<Decimal> suggested;  // what was probably meant, if one decimal stands out
};

// The chance that the figure came out as printed if its true value lay in `range`: summed over the
// decimals of the range that a slip could have turned into it, and divided by how many decimals the
// range has. So a narrow range with the digits exchanged counts for much, a wide one that one
// digit's change would reach for little. `given` are figures that the report prints for the same
// thing elsewhere, `neighbours` those of the rows and columns beside it; `repeated` says that the
// figure itself is printed more than once, so that the slip would have had to be made twice.
Likelihood likelihood(const Figure& figure, const Range& range, const std::vector<Decimal>& given,
                      const std::vector<Decimal>& neighbours, bool repeated);

// The figures of the same table in the same column, and in the same row.
std::vector<Decimal> neighbours(const Report& report, const Figure& figure);

}  // namespace tradereport::validator
