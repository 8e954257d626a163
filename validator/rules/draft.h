// What a rule yields. Internal to validator.
#pragma once

#include <string>
#include <vector>

#include "schemas/finding.h"
#include "schemas/report.h"
#include "validator/system/contradiction.h"

namespace tradereport::validator {

// A finding before it is known what caused it.
struct Draft {
  // Names what is wrong, so that it can be found again in a corrected report:
  // "T01/total/month/this_year".
  std::string identity;
  Finding finding;  // rule is set by run_rules(), and severity to at most the rule's

  const Contradiction* contradiction = nullptr;  // T, G, S, R01
  const Claim* claim = nullptr;                  // M01, M03
  const Figure* figure = nullptr;                // of the table that the claim differs from
  std::vector<const Figure*> printed;            // T04: of the tables, and not all right
  const TopList* list = nullptr;                 // M02 …
  std::vector<std::string> expected;             // … and what it should be
  const Problem* problem = nullptr;              // M04, D01, D02, D04, D05
  std::string context;                           // D03: the sentence
};

using Drafts = std::vector<Draft>;

}  // namespace tradereport::validator
