// From the figures that a phrase has caught to claims about their subjects.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parser/grammar/grammar.h"
#include "parser/narrative/discourse.h"
#include "parser/narrative/result.h"
#include "parser/narrative/sentence.h"

namespace tradereport::parser {

// Makes claims of one document's sentences and adds them, and what is wrong with them, to `out`.
class ClaimMaker {
 public:
  ClaimMaker(const Document& document, const Grammar& grammar, const NameIndex& names,
             const Period& period, const std::string& unit, Narrative& out)
      : document_(document),
        grammar_(grammar),
        names_(names),
        period_(period),
        unit_(unit),
        out_(out) {}

  // The sentence that is read next, and the subjects of the one before it: a list of figures
  // without subjects of its own goes back to them.
  void begin_sentence(const Text& sentence, const DiscourseContext& before);

  // Counts the sentences.
  int sentence() const { return sentence_; }

  // What a phrase says: its measure, its figures, and how it names its subjects.
  struct Statement {
    Measure measure = Measure::value;
    std::vector<FigureToken> figures;  // in order
    TextRange at;                      // where they stand in the coded text
    bool respectively = false;
    bool new_flow = false;  // names a flow, but no subjects
    bool inherits = false;  // names neither
  };

  // The subjects of the sentence before and their ranks, if there are so many: "the three goods …".
  void take_up_earlier(std::size_t count, DiscourseContext& context) const;

  // Adds the claims of one phrase: true, or false where it cannot be told what they are about.
  bool add(const Stretch& stretch, const Statement& said, DiscourseContext& context);

 private:
  std::optional<std::vector<Subject>> subjects_for(std::size_t count, const Statement& said,
                                                   DiscourseContext& context) const;
  std::vector<Subject> one_by_one(std::size_t count, Measure measure,
                                  const DiscourseContext& context) const;
  bool claimed(const Subject& subject, Measure measure, const DiscourseContext& context) const;
  bool says_again(const Statement& said, const std::vector<Subject>& subjects,
                  const DiscourseContext& context) const;
  void add_mismatch(const Stretch& stretch, const Statement& said, std::size_t names);
  void add_claim(const Stretch& stretch, const Statement& said, const FigureToken& figure,
                 const Subject& subject, int rank, DiscourseContext& context);
  bool is_in_other_unit(const Unit& unit) const;
  void add_foreign_unit(const Stretch& stretch, const FigureToken& figure);
  std::string unit_of(Measure measure) const;
  std::string row_of(const Flow& flow, const DiscourseContext& context) const;
  bool printed_in_tables(const FigureKey& key) const;
  bool spoken(const FigureKey& key) const;
  bool holds(const std::string& set, const std::string& name) const;

  const Document& document_;
  const Grammar& grammar_;
  const NameIndex& names_;
  const Period& period_;
  const std::string unit_;  // of the tables' levels; empty: the family's
  Narrative& out_;
  Text text_;                     // the sentence …
  SharedText shared_;             // … as each of its claims keeps it …
  int sentence_ = 0;              // … and its number, from 1
  std::size_t first_claim_ = 0;   // of the sentence, in out_
  std::vector<Subject> singles_;  // subjects of its claims that were made one by one
  std::vector<Subject> earlier_;
  bool earlier_ranked_ = false;
};

}  // namespace tradereport::parser
