// A family, compiled: what its patterns and names say, ready to be applied to text.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parser/names.h"
#include "parser/pattern.h"
#include "schemas/family.h"

namespace tradereport::parser {

// A period as a text names it. Without a year the report's own is meant.
struct PeriodMention {
  std::optional<int> year;
  int from = 0;       // first month; equals `to` for a single month; 0 if only a span is named
  int to = 0;         // last month
  bool dated = true;  // false for a bare year, which may mean anything within it
  std::optional<Span> span;  // for words that name a span without a date
};

// How a mention relates to the period of the report.
struct PeriodReading {
  Span span = Span::month;
  bool stale = false;  // names another period
};

PeriodReading reading_of(const PeriodMention& mention, const Period& report);

// How to say it: "2024-05", "2024-01…05", "05".
std::string to_string(const PeriodMention& mention);

struct FlowMention {
  const Flow* flow = nullptr;
  int sign = 1;       // -1 for words that reverse the sign
  bool weak = false;  // counts only where no flow is known yet
};

// What tells that a document is of the family.
struct Signs {
  const Family* family = nullptr;
  std::vector<Pattern> titles;
  std::vector<Pattern> captions;  // one a table; the rest of the line is the tail
};

struct Grammar : Signs {
  struct Phrase {
    Pattern pattern;
    const PhraseForm* form = nullptr;  // nullptr for fillers
  };
  struct Head {
    Pattern pattern;
    const HeadForm* form = nullptr;
  };

  NameIndex names;  // sets as in the family; fixed rows of table T: the set "row:T"
  std::vector<Pattern> headings, notes, running_heads, non_figures;
  std::vector<Pattern> sections, left_alone, pictures;
  std::vector<std::vector<Pattern>> groups;  // one a group, by table
  std::vector<Head> heads;
  std::vector<Phrase> phrases;  // fillers last
  Pattern period, base, respectively, unit, separator, up, down, flat;

  std::optional<PeriodMention> read_period(std::string_view text) const;
  std::optional<FlowMention> read_flow(std::string_view text) const;
  // "三" -> 3, "10" -> 10, 0 if neither.
  int read_count(std::string_view text) const;
  const Unit* read_unit(std::string_view text) const;

  std::vector<Pattern> period_forms;  // as family->periods, with groups year_, from_, to_
  struct FlowForm {
    Pattern say, negative, weak;
  };
  std::vector<FlowForm> flow_forms;
  std::vector<Pattern> unit_forms;
};

// Compiles the patterns of a family, which must outlive the grammar. Patterns that do not compile
// are reported with their key, and match nothing.
class GrammarCompiler {
 public:
  GrammarCompiler(const Family& family, const std::string& file, std::vector<FamilyError>& errors);
  ~GrammarCompiler();

  // Only what the family is known by: a tenth of the work.
  Signs signs();
  // All of them, with these signs.
  Grammar grammar(Signs signs);

 private:
  class Compilation;
  std::unique_ptr<Compilation> compilation_;
};

// Both in one.
Grammar compile(const Family& family, const std::string& file, std::vector<FamilyError>& errors);

}  // namespace tradereport::parser
