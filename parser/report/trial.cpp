#include "parser/report/trial.h"

#include <algorithm>
#include <map>

#include "parser/grammar/grammar.h"
#include "parser/layout/atoms.h"
#include "parser/layout/furniture.h"
#include "parser/layout/layout.h"
#include "parser/layout/next_report.h"
#include "parser/layout/row_periods.h"
#include "parser/narrative/sentence.h"
#include "parser/pages/open_document.h"
#include "parser/report/report_builder.h"
#include "parser/tables/grid_rows.h"
#include "parser/tables/table.h"
#include "parser/text/numeral_spelling.h"

namespace tradereport::parser {

namespace {

class Tryout {
 public:
  Tryout(Document document, const Grammar& grammar)
      : document_(std::move(document)), grammar_(grammar) {}

  Trial run() {
    const Recognised recognised = recognise(document_, grammar_);
    trial_.recognised = recognised.yes;
    trial_.tried = recognised.tried;
    std::vector<LineRole> roles = take_out_furniture(document_, grammar_);
    set_apart_next_report(document_, grammar_, roles);
    const Layout layout = lay_out(document_, roles, grammar_);
    std::vector<TrialLine> lines(document_.lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i)
      lines[i] = {document_.lines[i].page, roles[i] == LineRole::body ? "text" : "furniture", "",
                  document_.lines[i].raw.str()};
    for (const std::size_t index : layout.left_alone) lines[index].what = "left_alone";
    mark(layout.headings, "heading", lines);
    mark(layout.notes, "note", lines);
    mark(layout.pictures, "picture", lines);
    for (const TableRegion& region : layout.tables) add_table(region, lines);
    trial_.lines = std::move(lines);
    add_patterns(layout);
    return std::move(trial_);
  }

 private:
  void mark(const std::vector<Text>& texts, const std::string& what,
            std::vector<TrialLine>& lines) const {
    for (const Text& text : texts) {
      for (const std::uint32_t origin : text.origin)
        lines[static_cast<std::size_t>(document_.glyphs[origin].line)].what = what;
    }
  }

  void add_table(const TableRegion& region, std::vector<TrialLine>& lines) const {
    mark({region.caption}, "caption", lines);
    for (const std::uint32_t origin : region.caption.origin)
      lines[static_cast<std::size_t>(document_.glyphs[origin].line)].name = region.form->id;
    for (const std::size_t index : region.lines) {
      TrialLine& line = lines[index];
      const std::string_view text = document_.lines[index].text.view();
      HeadWords words;
      line.what = "none";
      line.name = region.form->id;
      if (read_group(grammar_, region, text) >= 0 || year_alone(grammar_, region, text)) {
        line.what = "group";
      } else if (is_head(grammar_, region, text, words)) {
        line.what = "head";
      } else {
        std::vector<Atom> cells = atoms_of(document_, index);
        Text year;
        take_year(grammar_, region, cells, year);
        for (const Atom& atom : cells) {
          if (atom.kind != Atom::Kind::text || !is_known_row(grammar_, region, atom.text.view()))
            continue;
          line.what = "row";
        }
      }
    }
  }

  void add_patterns(const Layout& layout) {
    const Family& family = *grammar_.family;
    for (std::size_t t = 0; t < family.tables.size(); ++t) {
      const auto region = std::find_if(layout.tables.begin(), layout.tables.end(),
                                       [&](const TableRegion& r) { return r.index == t; });
      trial_.patterns.push_back({"table '" + family.tables[t].id + "'.caption",
                                 region == layout.tables.end() ? "" : region->caption.utf8});
    }
    for (const Grammar::Head& head : grammar_.heads) {
      std::string matched;
      for (const TableRegion& region : layout.tables) {
        for (const std::size_t index : region.lines)
          find(head.pattern, document_.lines[index].text.view(), matched);
      }
      trial_.patterns.push_back({"head '" + head.form->say + "'", matched});
    }
    add_phrases(layout);
  }

  void add_phrases(const Layout& layout) {
    std::vector<std::string> matched(grammar_.phrases.size());
    for (const Text& block : layout.narrative) {
      for (const auto& [begin, end] : sentences_of(block.view(), grammar_.family->alphabetic)) {
        const Stretch stretch =
            code_sentence(block.view().substr(begin, end - begin), grammar_.names);
        PhraseFinder finder(grammar_.phrases, grammar_.lexer, stretch.coded);
        for (std::size_t p = 0; p < matched.size(); ++p) {
          if (!matched[p].empty()) continue;
          const TextRange found = finder.find(grammar_.phrases[p]);
          if (found.empty()) continue;
          const std::size_t first = begin + stretch.text_begin(found.begin);
          matched[p] = block.utf8.substr(first, begin + stretch.text_end(found.end) - first);
        }
      }
    }
    for (std::size_t p = 0; p < matched.size(); ++p) {
      const PhraseForm* const form = grammar_.phrases[p].form;
      if (form != nullptr) trial_.patterns.push_back({"phrase '" + form->name + "'", matched[p]});
    }
  }

  static void find(const Pattern& pattern, std::string_view text, std::string& matched) {
    if (!matched.empty()) return;
    const TextRange found = pattern.find(text, 0);
    matched = text.substr(found.begin, found.size());
  }

  Document document_;
  const Grammar& grammar_;
  Trial trial_;
};

}  // namespace

TrialResult try_family(const Family& family, std::string_view bytes, const std::string& file) {
  TrialResult result;
  OpenedDocument opened = open_document(bytes, file);
  result.error = std::move(opened.error);
  if (!opened.document) return result;
  const Grammar grammar = compile(family);
  respell_numerals(*opened.document, family.numerals);
  result.trial = Tryout(std::move(*opened.document), grammar).run();
  return result;
}

}  // namespace tradereport::parser
