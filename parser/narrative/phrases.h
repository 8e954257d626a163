// What a phrase of a sentence says: of period, flow and subjects for the phrases after it, and of
// figures.
#pragma once

#include <vector>

#include "parser/grammar/phrase.h"
#include "parser/narrative/claims.h"

namespace tradereport::parser {

// Reads the phrases of one document's sentences and adds what they say to `out`.
class PhraseReader {
 public:
  PhraseReader(const Document& document, const Grammar& grammar, const NameIndex& names,
               const Period& period, const std::string& unit, Narrative& out)
      : document_(document),
        grammar_(grammar),
        period_(period),
        out_(out),
        claims_(document, grammar, names, period, unit, out) {}

  // The sentence that is read next, and what held at the end of the one before it.
  // opens: it is the first of its paragraph.
  void begin_sentence(const Text& sentence, const DiscourseContext& before, bool opens);
  // A semicolon leads back to the flow as a whole, and from an aside to the report's period.
  void end_segment(DiscourseContext& context);
  // Changes the context by what the phrase says, and makes its claims. The match may get shorter.
  // item_ends: where each of its figures ends in the coded text.
  void apply(const Stretch& stretch, PhraseFinder::Match& match, DiscourseContext& context,
             std::vector<std::size_t>& item_ends);
  // Words that no phrase explains: if they name another period than the one that is spoken of,
  // nobody knows which of them the next figures are of.
  void forget_period(std::string_view words, DiscourseContext& context) const;
  // Is the base of comparison that the match names, if any, the same period a year ago?
  bool base_fits(const PhraseFinder::Match& match, const DiscourseContext& context) const;

 private:
  using Match = PhraseFinder::Match;

  void apply_tokens(const Stretch& stretch, Match& match, DiscourseContext& context);
  void apply_form(const PhraseForm& form, DiscourseContext& context);
  void apply_period(const Stretch& stretch, const Token& token, DiscourseContext& context);
  void take_up(const Stretch& stretch, const Match& match, DiscourseContext& context) const;
  void apply_flow(const Stretch& stretch, const Token& token, DiscourseContext& context);
  void apply_flows(const Stretch& stretch, const std::vector<const Token*>& flows,
                   DiscourseContext& context);
  static void set_names(const Stretch& stretch, const Match& match, DiscourseContext& context);
  void set_any_names(const Stretch& stretch, TextRange list, Match& match,
                     DiscourseContext& context) const;
  void add_list(const Stretch& stretch, const Match& match, DiscourseContext& context);
  std::vector<ClaimMaker::Statement> statements(const Match& match) const;

  const Document& document_;
  const Grammar& grammar_;
  const Period& period_;
  Narrative& out_;
  Text text_;                        // the sentence
  bool opens_ = false;               // it is the first of its paragraph
  std::size_t sentence_claims_ = 0;  // claims before it
  std::size_t segment_claims_ = 0;   // claims before the last semicolon
  bool names_here_ = false;          // the phrase names its subjects …
  bool flow_here_ = false;           // … or a flow
  ClaimMaker claims_;
};

}  // namespace tradereport::parser
