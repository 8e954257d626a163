// What the figures of a text without tables are of besides flow and period (schemas/family.h,
// ScopeForm), and for how long that holds.
#pragma once

#include "parser/grammar/phrase.h"
#include "parser/narrative/discourse.h"
#include "parser/narrative/sentence.h"

namespace tradereport::parser {

// Where in a paragraph a phrase stands.
struct PlaceInParagraph {
  bool opens = false;  // in its first sentence
  bool first = false;  // before all claims of its sentence
};

// What the phrase and the units of its levels say of the family's scopes.
void apply_scopes(const Family& family, const Stretch& stretch, const PhraseFinder::Match& match,
                  PlaceInParagraph place, DiscourseContext& context);

// The end of a clause or a sentence ends what was spoken of in passing within it: whatever follows
// says of what it is.
void end_aside(DiscourseContext::Aside at, DiscourseContext& context);

// The end of a sentence: what phrases have said without a name ("in dollars, ...") is forgotten.
void forget_scopes(const Family& family, DiscourseContext& context);

// A semicolon, or the end of a sentence: what follows a period that was named after another had
// figures says of which it is.
void end_period_in_passing(DiscourseContext& context);

}  // namespace tradereport::parser
