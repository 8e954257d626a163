#include "parser/narrative/narrative.h"

#include <algorithm>
#include <set>

#include "parser/grammar/phrase.h"
#include "parser/narrative/phrases.h"
#include "parser/narrative/scopes.h"

namespace tradereport::parser {

namespace {

class Narrator {
 public:
  Narrator(const Document& document, const Grammar& grammar, const NameIndex& names,
           const Period& period, const std::string& unit)
      : grammar_(grammar), names_(names), phrases_(document, grammar, names, period, unit, out_) {}

  Narrative run(const std::vector<Text>& blocks) {
    DiscourseContext context;
    for (const Text& block : blocks) {
      // A text without tables is one: what it is of holds from paragraph to paragraph.
      if (!grammar_.family->is_prose()) context = {};
      for (const auto& [begin, end] : sentences_of(block.view(), grammar_.family->alphabetic)) {
        const Text sentence = block.substr(begin, end);
        phrases_.begin_sentence(sentence, context, begin == 0);
        end_aside(DiscourseContext::Aside::sentence, context);
        end_period_in_passing(context);
        context.subjects.clear();
        context.lost = context.strayed = context.unclear = context.another_time = false;
        context.other_unit = false;
        if (grammar_.family->alphabetic) context.flow = nullptr;
        forget_scopes(*grammar_.family, context);
        read(code_sentence(sentence.view(), names_), context);
      }
    }
    return std::move(out_);
  }

 private:
  static bool is_delimiter(std::string_view c) {
    static const std::set<std::string_view> delimiters{",", ";",  ":",  " ", "、", "\"", "“", "”",
                                                       "'", "《", "》", ".", "–",  "-",  ")", "]"};
    return delimiters.contains(c);
  }

  void read(const Stretch& stretch, DiscourseContext& context) {
    const std::string_view coded = stretch.coded;
    PhraseFinder phrases(grammar_.phrases, grammar_.lexer, coded);
    std::size_t inner = 0;
    bool starts = true;  // nothing but fillers since the clause began
    bool named = false;  // nothing but fillers since it named its subjects
    Clause clause = new_clause();
    for (std::size_t at = 0; at < coded.size();) {
      const std::string_view c = coded.substr(at, utf8_length(coded[at]));
      if (is_delimiter(c)) {
        if (c == ";") phrases_.end_segment(context);
        starts = starts || is_clause_end(c);
        if (is_clause_end(c)) end_clause(clause, context);
        read_inner(stretch, inner, at + c.size(), context, clause, nullptr, {});
        at += c.size();
        continue;
      }
      PhraseFinder::Match match = phrases.longest_at(at);
      if (match.phrase == nullptr) {
        std::size_t next = at + c.size();
        // Words written apart can be passed over one by one: their phrases are told by their own
        // words. Without blanks nothing short of a clause is certain.
        const bool words = grammar_.family->alphabetic;
        const auto ends = [&](std::string_view letter) {
          return words ? is_delimiter(letter) || letter == name_code() : is_clause_end(letter);
        };
        while (next < coded.size() && !ends(coded.substr(next, utf8_length(coded[next]))))
          next += utf8_length(coded[next]);
        if (!whole_clauses()) pass_over(stretch, at, next, starts || named, context);
        phrases_.forget_period(coded.substr(at, next - at), context);
        clause.explained = false;
        read_inner(stretch, inner, next, context, clause, nullptr, {});
        at = next;
        continue;
      }
      std::vector<std::size_t> item_ends;
      const Before before{context.span, context.stale, !context.subjects.empty(),
                          out_.claims.size()};
      phrases_.apply(stretch, match, context, item_ends);
      hold_against(clause, match, before, context);
      at = match.at.end;
      const PhraseForm* const form = match.phrase->form;
      starts = starts && form == nullptr;
      if (form != nullptr) named = names_subjects(match) && !form->measure && !form->top_list;
      read_inner(stretch, inner, at, context, clause, &match, item_ends);
    }
    read_inner(stretch, inner, coded.size() + 1, context, clause, nullptr, {});
    end_clause(clause, context);
  }

  // Where words are written apart, phrases are found between words that nobody explains; a family
  // can ask for the same care.
  bool whole_clauses() const {
    return grammar_.family->alphabetic || grammar_.family->whole_clauses;
  }

  // What a clause has said since it began: it counts only if all its words are explained.
  struct Clause {
    std::size_t claims = 0;
    std::size_t lists = 0;
    std::size_t problems = 0;
    bool explained = true;
    bool names_subjects = false;
  };

  Clause new_clause() const {
    return {out_.claims.size(), out_.lists.size(), out_.problems.size(), true, false};
  }

  void end_clause(Clause& clause, DiscourseContext& context) {
    if (whole_clauses() && !clause.explained) {
      const auto forget = [](auto& said, std::size_t from) {
        said.erase(said.begin() + static_cast<std::ptrdiff_t>(from), said.end());
      };
      forget(out_.claims, clause.claims);
      forget(out_.lists, clause.lists);
      forget(out_.problems, clause.problems);
      context.unclear = true;
      if (grammar_.family->is_prose()) {
        context.adrift = true;
        context.flow = nullptr;
      }
    }
    clause = new_clause();
    end_aside(DiscourseContext::Aside::clause, context);
  }

  // What held before a phrase.
  struct Before {
    std::optional<Span> span;
    int stale = -1;
    bool subjects = false;  // were any named?
    std::size_t claims = 0;
  };

  // What a phrase says may take back what its clause has said before: "reached 277,327 in January",
  // "an increase of 35.9 % from India".
  void hold_against(Clause& clause, const PhraseFinder::Match& match, const Before& before,
                    DiscourseContext& context) const {
    if (!whole_clauses()) return;
    if (match.phrase->form == nullptr) {
      clause.explained = clause.explained && phrases_.base_fits(match, context);
      return;
    }
    const bool said = before.claims > clause.claims;
    if (said && (context.stale != before.stale || context.span != before.span))
      clause.explained = false;
    if (names_subjects(match)) {
      if (said && !before.subjects) clause.explained = false;
      clause.names_subjects = true;
    } else if (match.phrase->has(Slot::flow) && !clause.names_subjects && before.subjects) {
      context.unclear = true;
    }
  }

  // Words that no phrase explains, from coded[begin] to coded[end). Where a subject may stand, or
  // where they may narrow one, nobody knows what the clause is about.
  static void pass_over(const Stretch& stretch, std::size_t begin, std::size_t end, bool subject,
                        DiscourseContext& context) {
    const bool names = std::any_of(stretch.names.begin(), stretch.names.end(),
                                   [&](const NameHit& h) { return h.at >= begin && h.at < end; });
    context.lost = true;
    context.strayed = context.strayed || names || (subject && !context.subjects.empty());
  }

  static const std::string& name_code() {
    static const std::string code = to_utf8(codes::kName);
    return code;
  }

  static bool names_subjects(const PhraseFinder::Match& match) {
    return match.phrase->has(Slot::names) &&
           std::any_of(match.tokens.begin(), match.tokens.end(),
                       [](const Token& token) { return token.kind == Token::Kind::name; });
  }

  static bool is_clause_end(std::string_view c) { return c == "," || c == ";" || c == ":"; }

  // Brackets up to coded[until]: what holds before them holds inside, but not the other way round.
  // Within a list a bracket speaks of the item before it.
  void read_inner(const Stretch& stretch, std::size_t& next, std::size_t until,
                  const DiscourseContext& context, Clause& clause, const PhraseFinder::Match* match,
                  const std::vector<std::size_t>& item_ends) {
    const bool within_list = match != nullptr && next < stretch.inner.size() &&
                             stretch.inner[next].at < match->at.end &&
                             stretch.inner[next].at > match->at.begin;
    for (; next < stretch.inner.size() && stretch.inner[next].at <= until; ++next) {
      const Stretch::Inner& inner = stretch.inner[next];
      DiscourseContext own = context;
      if (match != nullptr && (within_list || item_ends.size() > 1))
        narrow(stretch, *match, inner.at, item_ends, own);
      // In a text without tables a bracket may speak of anything: it names its flow itself.
      if (grammar_.family->is_prose()) own.flow = nullptr;
      read(inner.stretch, own);
      if (grammar_.family->is_prose() && own.unclear) clause.explained = false;
    }
  }

  static void narrow(const Stretch& stretch, const PhraseFinder::Match& match, std::size_t at,
                     const std::vector<std::size_t>& item_ends, DiscourseContext& context) {
    std::size_t item = 0;
    if (!item_ends.empty()) {
      item = static_cast<std::size_t>(std::count_if(item_ends.begin(), item_ends.end(),
                                                    [&](std::size_t e) { return e <= at; }));
    } else if (names_subjects(match) || match.of(Slot::any_names) != nullptr) {
      item = static_cast<std::size_t>(std::count_if(
          stretch.names.begin(), stretch.names.end(),
          [&](const NameHit& hit) { return hit.at >= match.at.begin && hit.at < at; }));
    } else {
      return;
    }
    if (item == 0 || item > context.subjects.size()) return;
    context.subjects = {context.subjects[item - 1]};
    context.first_rank = static_cast<int>(item);
  }

  const Grammar& grammar_;
  const NameIndex& names_;
  Narrative out_;
  PhraseReader phrases_;
};

}  // namespace

Narrative read_narrative(const Document& document, const std::vector<Text>& blocks,
                         const Grammar& grammar, const NameIndex& names, const Period& period,
                         const std::string& unit) {
  return Narrator(document, grammar, names, period, unit).run(blocks);
}

}  // namespace tradereport::parser
