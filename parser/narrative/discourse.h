// What a sentence speaks of at one place: what its next figures inherit.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parser/grammar/pattern.h"
#include "schemas/family.h"
#include "schemas/report.h"

namespace tradereport::parser {

struct Subject {
  std::string name;            // canonical row name; empty for the flow as a whole
  const Flow* flow = nullptr;  // where the subject brings its own
  int flow_sign = 1;
  TextRange at{};  // its bytes in the sentence that named it; empty if none did
};

// What holds at one place of a sentence.
struct DiscourseContext {
  // What its figures are of besides, one a scope of the family; empty: not said.
  std::vector<std::string> scopes;
  // Those that the paragraph is about. Others are spoken of in passing: to the end of their
  // sentence, or of their clause where the sentence has said something of its own before.
  std::vector<std::string> home;
  enum class Aside { none, clause, sentence };
  Aside in_passing = Aside::none;
  bool period_in_passing = false;  // named after another had figures: up to the next semicolon
  bool scope_of_sentence = false;  // a phrase said one without a name: to the end of its sentence
  bool adrift = false;  // a clause was not understood whole: no figures until a scope is named
  std::optional<Span> span;
  int stale = -1;
  const Flow* flow = nullptr;
  int flow_sign = 1;
  std::string flow_word;  // as it stands in the text …
  TextRange flow_at;      // … and where, in the sentence of that number
  int flow_sentence = 0;
  std::vector<Subject> subjects;  // empty: the flow as a whole
  bool ranked = false;            // subjects are a top list …
  int first_rank = 1;             // … of which the first has this rank
  bool lost = false;              // something was passed over: nothing can be inherited
  bool strayed = false;  // … and it may have named other subjects: a flow alone does not lead back
  bool unclear = false;  // a clause before was not understood whole, or names who else is meant
  bool another_time = false;  // what is said is not about this report's period …
  bool aside = false;         // … but only up to the next semicolon
  // The last level was one in another unit, beside the same in the family's: a rate after it is of
  // that level.
  bool other_unit = false;
};

}  // namespace tradereport::parser
