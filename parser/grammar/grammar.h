// A family, compiled: what its patterns and names say, ready to be applied to text.
#pragma once

#include <string>
#include <vector>

#include "parser/grammar/lexer.h"
#include "parser/grammar/names.h"
#include "parser/grammar/pattern.h"
#include "parser/grammar/phrase.h"
#include "parser/grammar/syntax.h"
#include "schemas/family.h"

namespace tradereport::parser {

std::vector<FamilyError> check_patterns(const Family& family, const std::string& file);

// What tells that a document is of the family.
struct Signs {
  const Family* family = nullptr;
  std::vector<Pattern> titles;

  // A way to print a table, and what it is known by: the caption, whose line may have a tail, or
  // the head where there is no caption.
  struct Edition {
    std::size_t table = 0;  // index into the family's tables
    const TableForm* form = nullptr;
    Pattern caption, head;

    bool is_under(std::string_view text) const {
      return head.empty() ? caption.match_at(text, 0) > 0 : !head.find(text, 0).empty();
    }
  };
  std::vector<Edition> editions;  // by table, in the order of the file
};

struct Grammar : Signs {
  struct Head {
    Pattern pattern;
    const HeadForm* form = nullptr;
  };

  NameIndex names;  // sets as in the family; fixed rows of table T: the set "row:T"
  std::vector<Pattern> headings, notes, running_heads, non_figures, placeholders;
  std::vector<Pattern> sections, left_alone, pictures, continued;
  std::vector<std::vector<Pattern>> groups;  // one a group, by table
  std::vector<Pattern> years;                // by table; empty where rows are no periods
  std::vector<Head> heads;
  Pattern respectively, separator;  // of lists
  Lexer lexer;
  std::vector<Phrase> phrases;  // fillers last

  const Vocabulary& vocabulary() const { return lexer.vocabulary(); }
};

// Translates the patterns of a family, which must outlive what is made. RE2 compiles each when it
// is first needed.
class GrammarCompiler {
 public:
  explicit GrammarCompiler(const Family& family);

  // Only what the family is known by.
  Signs signs();
  // All, with these signs.
  Grammar grammar(Signs signs);

  // What is wrong with the patterns made so far, each under its key: what cannot be translated and
  // matches nothing. What RE2 rejects is only known once it has compiled it: see check_patterns().
  const std::vector<FamilyError>& errors() const { return errors_; }

 private:
  friend std::vector<FamilyError> check_patterns(const Family& family, const std::string& file);

  Pattern one(const std::string& say, const std::string& key, int line = 0);
  std::vector<Pattern> all(const std::vector<std::string>& says, const std::string& key);
  void add_names(Grammar& grammar) const;
  void add_tables(Grammar& grammar);
  void add_phrases(Grammar& grammar);

  const Family& family_;
  PatternSyntax syntax_;
  std::string file_;
  bool eager_ = false;  // compiles each pattern at once, for its mistakes
  std::vector<FamilyError> errors_;
};

// The grammar of a family whose patterns are right.
Grammar compile(const Family& family);

}  // namespace tradereport::parser
