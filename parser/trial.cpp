#include "parser/trial.h"

#include <algorithm>
#include <map>

#include "parser/cells.h"
#include "parser/furniture.h"
#include "parser/grammar.h"
#include "parser/grid_rows.h"
#include "parser/layout.h"
#include "parser/open_document.h"
#include "parser/report_builder.h"
#include "parser/sentence.h"
#include "parser/table.h"

namespace tradereport::parser {

namespace {

class Tryout {
 public:
  Tryout(Document document, const Grammar& grammar)
      : document_(std::move(document)), grammar_(grammar) {}

  Trial run() {
    const Recognised recognised = recognise(document_, grammar_);
    trial_.recognised = recognised.yes;
    trial_.missing = recognised.missing;
    const std::vector<LineRole> roles = take_out_furniture(document_, grammar_);
    const Layout layout = lay_out(document_, roles, grammar_);
    std::vector<TrialLine> lines(document_.lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i)
      lines[i] = {document_.lines[i].page, roles[i] == LineRole::body ? "text" : "furniture", "",
                  document_.lines[i].raw};
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
      if (read_group(grammar_, region, text) >= 0) {
        line.what = "group";
      } else if (is_head(grammar_, region, text, words)) {
        line.what = "head";
      } else {
        for (const Atom& atom : atoms_of(document_, index)) {
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
      const auto region =
          std::find_if(layout.tables.begin(), layout.tables.end(),
                       [&](const TableRegion& r) { return r.form == &family.tables[t]; });
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
    for (const Grammar::Phrase& phrase : grammar_.phrases) {
      if (phrase.form == nullptr) continue;
      std::string matched;
      for (const Text& block : layout.narrative) {
        for (const auto& [begin, end] : sentences_of(block.view(), family.alphabetic)) {
          const Stretch stretch =
              code_sentence(block.view().substr(begin, end - begin), grammar_.names);
          std::size_t from = 0;
          std::size_t to = 0;
          if (!matched.empty() || !phrase.pattern.find(stretch.coded, 0, from, to)) continue;
          const std::size_t first = begin + stretch.text_begin(from);
          matched = block.utf8.substr(first, begin + stretch.text_end(to) - first);
        }
      }
      trial_.patterns.push_back({"phrase '" + phrase.form->name + "'", matched});
    }
  }

  static void find(const Pattern& pattern, std::string_view text, std::string& matched) {
    std::size_t begin = 0;
    std::size_t end = 0;
    if (matched.empty() && pattern.find(text, 0, begin, end))
      matched = text.substr(begin, end - begin);
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
  std::vector<FamilyError> errors;
  const Grammar grammar = compile(family, file, errors);
  result.trial = Tryout(std::move(*opened.document), grammar).run();
  return result;
}

}  // namespace tradereport::parser
