// Random reports without a mistake, for property tests.
#pragma once

#include <cstdint>

#include "schemas/report.h"

namespace tradereport::test {

// Draws true levels for this year, last year and the nation that obey every relation of the family,
// ranks and rounds them, and repeats some of the figures and the first three rows as the text does.
// Levels run from nothing to hundreds; one report in six is a January.
Report consistent_report(std::uint32_t seed);

}  // namespace tradereport::test
