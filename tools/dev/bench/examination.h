// What the checks make of a report of which one wrong figure is known.
#pragma once

#include <string>
#include <vector>

#include "schemas/family.h"
#include "tools/dev/bench/injection.h"

namespace tradereport::bench {

enum class Rank {
  not_named,  // not in any of the smallest sets
  alone,      // the only figure that may be wrong
  first,      // clearly the likeliest of several
  tied,       // as likely as the likeliest, as far as can be told
  later       // another is held to be likelier
};

// What the error says of the wrong figure (schemas/finding.h).
enum class Told {
  nothing,       // there is no error with candidates
  left_out,      // it is not among the candidates
  undetermined,  // it is among several
  likely,        // it is blamed, and others are possible
  proved         // it alone is
};

struct Outcome {
  bool impossible = false;    // no unrounded data can have been printed so: proved
  bool found = false;         // there is an error …
  bool computed = false;      // … or only a warning: it could come from printed figures
  bool by_reference = false;  // decided by the exact reference as well …
  bool differs = false;       // … which does not agree
  Rank rank = Rank::not_named;
  // A figure of the text stands against the same of a table, and nothing else in the report speaks
  // against either: who reads the report alone cannot know.
  bool undecidable = false;
  Told told = Told::nothing;
  // Something else is blamed, and how certainly.
  bool blames_another = false;
  bool proves_another = false;
  bool names_word = false;  // the word is named, not the number
  double milliseconds = 0;  // of the processor, for validate_report()
  // With the issues around it at hand: there is an error or a warning, and of the latter one blames
  // the figure without a tie.
  bool found_among = false;
  bool blamed_among = false;
  std::string story;  // in words, if it is not first
};

// The processor time of this thread so far, in milliseconds: other work on the machine does not
// count.
double processor_ms();

// Validates a report without a mistake: found says that it got an error.
Outcome examine_consistent(const Report& report, const Family& family);

// Validates a report with one misprint, and asks the joint system how the figure is ranked. With
// `reference`, a simplex in rationals alone has to come to the same verdict.
Outcome examine(const Report& report, const Family& family, const Injection& injection,
                bool reference);

// Holds the report against the issues around it; issues.front() is the report.
void examine_among(const std::vector<Report>& issues, const Family& family,
                   const Injection& injection, Outcome& outcome);

}  // namespace tradereport::bench
