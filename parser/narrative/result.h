// What the sentences of a document say.
#pragma once

#include <vector>

#include "parser/grammar/period.h"
#include "parser/text/text.h"
#include "schemas/report.h"

namespace tradereport::parser {

// A claim as read, before it is accepted: where its number stands, and how its period is named.
struct ReadClaim {
  Claim claim;
  Text number;        // the numeral's text, for the account
  bool flat = false;  // a word for no change, without a number
  int stale = -1;     // index into Narrative::stale if its sentence names another period
};

struct Narrative {
  struct Stale {
    PeriodMention mention;
    Source source;
  };
  std::vector<ReadClaim> claims;
  std::vector<TopList> lists;
  std::vector<Problem> problems;
  std::vector<Stale> stale;
  std::vector<Text> marks;  // note markers within phrases, where plain text could not tell them
};

}  // namespace tradereport::parser
