// A relation of a finding as a small table, as people read it.
#pragma once

#include <string>
#include <vector>

#include "schemas/finding.h"
#include "schemas/messages.h"

namespace tradereport::validator {

struct ProofLine {
  std::string item;     // "exports", "8 others", "sum"
  std::string printed;  // what it is known from: "74.7", "74.7 ÷ (1 + 15.7%)"; may be empty
  std::string least;    // the ends of its true values, rounded outward; "" where there is none
  std::string greatest;
};

struct ProofTable {
  std::string title;  // the relation in words: "exports = sum of the products (month; a year ago)"
  std::vector<ProofLine> lines;
};

// The whole, its parts, and the sum of these where the relation has one. Unless `whole` is asked
// for, parts that are not blamed are put together where there are many.
//   T03: exports = sum of the products (month)
//        exports        74.7   74.65  74.75
//        mineral goods  52.5   52.45  52.55
//        8 others       49.3   48.90  49.70
//        sum                  101.35 102.25
ProofTable proof_table(const Finding& finding, const FindingRelation& relation, Language language,
                       bool whole = false);

// The two sides of the relation cannot meet: it fails by itself.
bool cannot_hold(const FindingRelation& relation);

// Of a rate between two levels that are printed: "181,206 ÷ 152,873 − 1 = 18.5%, printed 28.5%".
// Empty for other relations.
std::string rate_in_words(const Finding& finding, const FindingRelation& relation,
                          Language language);

}  // namespace tradereport::validator
