// How far each printed figure has been checked: what would be noticed if it were another one.
#pragma once

#include <string_view>
#include <vector>

#include "schemas/bounds.h"
#include "schemas/finding.h"

namespace tradereport {

// A numeral is in exactly one of these.
enum class NumeralState {
  checked,   // any other decimal in its place would be noticed, the next one as well
  rounding,  // the others bound it on both sides, but more widely than its own rounding does
  blind,     // on one side at least nothing would notice an error, however large it were
  wrong,     // an error says that it is, or that it may be
  unread,    // nothing accounts for it
  declared,  // known to be no figure, or in a part that is declared not to be read
};

// "checked", "rounding", …
std::string_view to_string(NumeralState state);

// Of a figure of the tables or the text.
struct CheckedFigure {
  NumeralState state = NumeralState::blind;
  // The decimals (as many as are printed) that could stand in this one place, all others staying
  // as they are, without a contradiction: from the least to the greatest. An end that is not set is
  // open. Never too narrow. Of a wrong figure: what the others allow.
  //   one of nine parts of a total, 28.3: [27.9, 28.7]; repeated by the text: [28.3, 28.3]
  Bounds unnoticed;
  std::vector<int> relations;  // what holds it between these ends, in Coverage::relations
};

struct Coverage {
  std::vector<CheckedFigure> figures;  // one for each of Report::figures, then of Report::claims
  std::vector<FindingRelation> relations;  // by id, kind, name, span and world alone: without items
};

}  // namespace tradereport
