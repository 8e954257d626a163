// What a phrase of a sentence says: of period, flow and subjects for the phrases after it, and of
// figures.
#pragma once

#include <string_view>
#include <vector>

#include "parser/claims.h"

namespace tradereport::parser {

// A phrase found in a stretch.
struct PhraseMatch {
  const PhraseForm* form = nullptr;  // nullptr for fillers
  std::size_t begin = 0;
  std::size_t length = 0;  // 0: no phrase
  std::vector<SlotMatch> slots;

  // The first slot of that name, nullptr if there is none.
  const SlotMatch* slot(std::string_view name) const;
};

// A phrase that can stand in a coded text, and the last place where it can begin: what it needs
// stands nowhere behind.
struct Candidate {
  const Grammar::Phrase* phrase = nullptr;
  std::size_t last = 0;
};
std::vector<Candidate> phrases_for(const Grammar& grammar, std::string_view coded);

// The longest of the phrases at coded[at]; the first of that length.
PhraseMatch longest_phrase(const std::vector<Candidate>& candidates, std::string_view coded,
                           std::size_t at);

// Reads the phrases of one document's sentences and adds what they say to `out`.
class PhraseReader {
 public:
  PhraseReader(const Document& document, const Grammar& grammar, const NameIndex& names,
               const Period& period, Narrative& out)
      : document_(document),
        grammar_(grammar),
        period_(period),
        out_(out),
        claims_(document, grammar, names, period, out) {}

  // The sentence that is read next, and what held at the end of the one before it.
  void begin_sentence(const Text& sentence, const DiscourseContext& before);
  // A semicolon leads back to the flow as a whole, and from an aside to the report's period.
  void end_segment(DiscourseContext& context);
  // Changes the context by what the phrase says, and makes its claims. The match may get shorter.
  // item_ends: where each of its figures ends in the coded text.
  void apply(const Stretch& stretch, PhraseMatch& match, DiscourseContext& context,
             std::vector<std::size_t>& item_ends);

 private:
  bool apply_form(const PhraseForm& form, bool names_here, DiscourseContext& context) const;
  void apply_period(const Stretch& stretch, const SlotMatch& slot, DiscourseContext& context);
  void take_up(const Stretch& stretch, const PhraseMatch& match, DiscourseContext& context) const;
  bool base_fits(const Stretch& stretch, const PhraseMatch& match,
                 const DiscourseContext& context) const;
  bool apply_flow(std::string_view word, DiscourseContext& context) const;
  bool apply_flows(std::string_view words, DiscourseContext& context) const;
  static void set_names(const Stretch& stretch, const SlotMatch& slot, DiscourseContext& context);
  void set_any_names(const Stretch& stretch, const SlotMatch& slot, PhraseMatch& match,
                     DiscourseContext& context) const;
  void add_list(const Stretch& stretch, const PhraseMatch& match, DiscourseContext& context);

  const Document& document_;
  const Grammar& grammar_;
  const Period& period_;
  Narrative& out_;
  Text text_;                       // the sentence
  std::size_t segment_claims_ = 0;  // claims before the last semicolon
  ClaimMaker claims_;
};

}  // namespace tradereport::parser
