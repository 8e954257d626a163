// From the figures that a phrase has caught to claims about their subjects.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parser/amounts.h"
#include "parser/narrative.h"
#include "parser/sentence.h"

namespace tradereport::parser {

struct Subject {
  std::string name;            // canonical row name; empty for the flow as a whole
  const Flow* flow = nullptr;  // where the subject brings its own
  int flow_sign = 1;
};

// What holds at one place of a sentence.
struct DiscourseContext {
  std::optional<Span> span;
  int stale = -1;
  const Flow* flow = nullptr;
  int flow_sign = 1;
  std::string flow_word;          // as it stands in the text
  std::vector<Subject> subjects;  // empty: the flow as a whole
  bool ranked = false;            // subjects are a top list …
  int first_rank = 1;             // … of which the first has this rank
  bool lost = false;              // something was passed over: nothing can be inherited
  bool strayed = false;  // … and it may have named other subjects: a flow alone does not lead back
  bool another_time = false;  // what is said is not about this report's period …
  bool aside = false;         // … but only up to the next semicolon
};

// Makes claims of one document's sentences and adds them, and what is wrong with them, to `out`.
class ClaimMaker {
 public:
  ClaimMaker(const Document& document, const Grammar& grammar, const NameIndex& names,
             const Period& period, Narrative& out)
      : document_(document), grammar_(grammar), names_(names), period_(period), out_(out) {}

  // The sentence that is read next, and the subjects of the one before it: a list of figures
  // without subjects of its own goes back to them.
  void begin_sentence(const Text& sentence, const DiscourseContext& before);

  // What a phrase says: its measure, where its figures stand, and how it names its subjects.
  struct Caught {
    Measure measure = Measure::value;
    SlotMatch figures;
    bool respectively = false;
    bool new_flow = false;  // names a flow, but no subjects
  };

  // The subjects of the sentence before and their ranks, if there are so many: "the three goods …".
  void take_up_earlier(std::size_t count, DiscourseContext& context) const;

  // Adds the claims of one phrase. Nothing is added where it cannot be told what they are about.
  // item_ends: where each figure ends in the coded text.
  void add(const Stretch& stretch, const Caught& caught, DiscourseContext& context,
           std::vector<std::size_t>& item_ends);

 private:
  std::optional<std::vector<Subject>> subjects_for(std::size_t count, const Caught& caught,
                                                   DiscourseContext& context) const;
  std::vector<Subject> one_by_one(std::size_t count, Measure measure,
                                  const DiscourseContext& context) const;
  bool claimed(const Subject& subject, Measure measure, const DiscourseContext& context) const;
  void add_mismatch(const Stretch& stretch, const SlotMatch& slot, std::size_t names,
                    std::size_t figures);
  void add_claim(const Stretch& stretch, const Caught& caught, const Amount& amount,
                 const Subject& subject, int rank, const DiscourseContext& context);
  void add_foreign_unit(const Stretch& stretch, std::size_t offset, const Amount& amount);
  std::string unit_of(Measure measure) const;
  bool printed_in_tables(const FigureKey& key) const;
  bool spoken(const FigureKey& key) const;
  bool holds(const std::string& set, const std::string& name) const;

  const Document& document_;
  const Grammar& grammar_;
  const NameIndex& names_;
  const Period& period_;
  Narrative& out_;
  Text text_;                     // the sentence
  std::size_t first_claim_ = 0;   // of the sentence, in out_
  std::vector<Subject> singles_;  // subjects of its claims that were made one by one
  std::vector<Subject> earlier_;
  bool earlier_ranked_ = false;
};

}  // namespace tradereport::parser
