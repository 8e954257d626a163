#include "parser/layout/captions.h"

#include <algorithm>
#include <utility>

#include "parser/layout/atoms.h"
#include "parser/layout/heads.h"
#include "parser/layout/join_lines.h"

namespace tradereport::parser {

namespace {

// A caption may run over this many lines.
constexpr std::size_t kCaptionLines = 3;
// What may follow the caption's pattern on its line: unit, "(continued)".
constexpr std::size_t kLongestTail = 48;
// A table's first row is so many lines from its caption: heads stand between.
constexpr std::size_t kHeadLines = 8;
// The heads of a table have fewer characters than a line of running text.
constexpr std::size_t kLongestHead = 26;

bool is_tail(std::string_view tail) {
  return tail.size() <= kLongestTail && tail.find(',') == std::string_view::npos &&
         tail.find("。") == std::string_view::npos;
}

class CaptionOrder {
 public:
  CaptionOrder(const Document& document, const Grammar& grammar,
               const std::vector<std::size_t>& lines)
      : document_(document), grammar_(grammar), lines_(lines) {
    for (std::size_t at = 0; at < lines.size();) {
      const auto caption = caption_at(document, grammar, lines, at);
      if (caption) captions_.emplace_back(at, at + caption->lines);
      at += caption ? caption->lines : 1;
    }
  }

  bool captions_are_below() const {
    return !captions_.empty() && !rows_below(captions_.back().second) &&
           std::all_of(captions_.begin(), captions_.end(),
                       [&](const auto& caption) { return rows_above(caption.first); });
  }

  std::vector<std::size_t> captions_first() const {
    std::vector<std::size_t> order = lines_;
    std::size_t above = 0;  // the end of the caption before
    for (const auto& [begin, end] : captions_) {
      std::size_t table = begin;
      while (table > above && is_of_table(table - 1)) --table;
      std::rotate(order.begin() + static_cast<std::ptrdiff_t>(table),
                  order.begin() + static_cast<std::ptrdiff_t>(begin),
                  order.begin() + static_cast<std::ptrdiff_t>(end));
      above = end;
    }
    return order;
  }

 private:
  const Line& line(std::size_t at) const { return document_.lines[lines_[at]]; }

  bool is_note(std::size_t at) const { return any_starts(grammar_.notes, line(at).text.view()); }

  bool rows_above(std::size_t caption) const {
    while (caption > 0 && is_note(caption - 1)) --caption;
    return caption > 0 && is_row(document_, lines_[caption - 1]);
  }

  bool rows_below(std::size_t caption) const {
    const std::size_t end = std::min(caption + kHeadLines, lines_.size());
    for (std::size_t at = caption; at < end && !ends_sentence(at); ++at)
      if (is_row(document_, lines_[at])) return true;
    return false;
  }

  bool ends_sentence(std::size_t at) const {
    return line(at).text.utf8.find("。") != std::string::npos;
  }

  bool is_of_table(std::size_t at) const {
    if (is_row(document_, lines_[at])) return !ends_sentence(at);
    return !ends_sentence(at) && line(at).glyphs.size() < kLongestHead &&
           !any_matches(grammar_.headings, line(at).text.view());
  }

  const Document& document_;
  const Grammar& grammar_;
  const std::vector<std::size_t>& lines_;
  std::vector<std::pair<std::size_t, std::size_t>> captions_;  // [begin, end)
};

}  // namespace

std::optional<FoundCaption> caption_at(const Document& document, const Grammar& grammar,
                                       const std::vector<std::size_t>& lines, std::size_t at) {
  Text joined;
  for (std::size_t n = 1; n <= kCaptionLines && at + n <= lines.size(); ++n) {
    join(document, joined, document.lines[lines[at + n - 1]].text);
    for (const Signs::Edition& edition : grammar.editions) {
      const std::size_t length = edition.caption.match_at(joined.view(), 0);
      if (length == 0 || !is_tail(joined.view().substr(length))) continue;
      FoundCaption found{edition.table, edition.form, n, joined};
      // What the pattern says further can stand on the next line.
      if (at + n < lines.size()) {
        Text longer = joined;
        join(document, longer, document.lines[lines[at + n]].text);
        if (edition.caption.match_at(longer.view(), 0) > joined.size()) {
          found.text = std::move(longer);
          ++found.lines;
          return found;
        }
      }
      // A bracket that the caption opens can be closed on the next line.
      if (at + n < lines.size() && open_brackets(joined.view()) == 1) {
        const Text& rest = document.lines[lines[at + n]].text;
        if (open_brackets(rest.view()) == -1 && rest.view().ends_with(")")) {
          join(document, found.text, rest);
          ++found.lines;
        }
      }
      return found;
    }
    if (joined.size() > 200) break;
  }
  return std::nullopt;
}

std::optional<FoundCaption> head_at(const Document& document, const Grammar& grammar,
                                    const std::vector<std::size_t>& lines, std::size_t at) {
  if (std::all_of(grammar.editions.begin(), grammar.editions.end(),
                  [](const Signs::Edition& edition) { return edition.head.empty(); }))
    return std::nullopt;
  Text joined;
  double edge = 0;
  const int page = document.lines[lines[at]].page;
  for (std::size_t n = 1; n <= kHeadLines && at + n <= lines.size(); ++n) {
    const Line& line = document.lines[lines[at + n - 1]];
    if (line.page != page || any_matches(grammar.headings, line.text.view())) break;
    const std::vector<Atom> atoms = atoms_of(document, lines[at + n - 1]);
    const auto is_words = [&](const Atom& atom) {
      return read_head(grammar, atom.text.view()).only_heads;
    };
    // What stands first on each line is of the head; beside it there may be a picture.
    if (atoms.empty() || !is_words(atoms.front())) break;
    for (const Atom& atom : atoms)
      if (is_words(atom)) edge = std::max(edge, atom.box.x1);
    if (!joined.empty()) joined.append(" ", line.text.origin.front());
    joined.append(line.text);
    for (const Signs::Edition& edition : grammar.editions) {
      const TextRange found =
          edition.head.empty() ? TextRange{} : edition.head.find(joined.view(), 0);
      if (!found.empty()) return FoundCaption{edition.table, edition.form, n, joined, edge};
    }
  }
  return std::nullopt;
}

std::vector<std::size_t> captions_first(const Document& document, const Grammar& grammar,
                                        std::vector<std::size_t> lines) {
  const CaptionOrder order(document, grammar, lines);
  if (!order.captions_are_below()) return lines;
  return order.captions_first();
}

}  // namespace tradereport::parser
