#include "schemas/coverage.h"

namespace tradereport {

std::string_view to_string(NumeralState state) {
  switch (state) {
    case NumeralState::checked:
      return "checked";
    case NumeralState::rounding:
      return "rounding";
    case NumeralState::blind:
      return "blind";
    case NumeralState::wrong:
      return "wrong";
    case NumeralState::unread:
      return "unread";
    case NumeralState::declared:
      return "declared";
  }
  return "unread";
}

}  // namespace tradereport
