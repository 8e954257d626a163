#include "parser/report/non_figures.h"

#include "parser/narrative/sentence.h"

namespace tradereport::parser {

namespace {

class Marker {
 public:
  Marker(const Grammar& grammar, PeriodFinder& periods, NumeralLedger& ledger)
      : grammar_(grammar), periods_(periods), ledger_(ledger) {}

  void mark(const Text& text) {
    if (ledger_.unread(text).empty()) return;
    addresses(text);
    list_numbers(text);
    for (const Pattern& pattern : grammar_.non_figures) all(pattern, text, NumeralUse::declared);
    const Vocabulary& vocabulary = grammar_.vocabulary();
    for (TextRange base = vocabulary.find_base(text.view(), 0); !base.empty();
         base = vocabulary.find_base(text.view(), base.end))
      ledger_.mark(text, base.begin, base.end, NumeralUse::period);
    for (const FoundPeriod& found : periods_.in(text))
      ledger_.mark(text, found.at.begin, found.at.end, NumeralUse::period);
  }

  void number_of_note(const Text& note) {
    static const Pattern number = Pattern::of(R"(\D{0,12}(\d{1,2})[.、)]\D)");
    group(number, 0, note, NumeralUse::list_number);
  }

 private:
  void addresses(const Text& text) {
    if (text.utf8.find("://") == text.utf8.npos && text.utf8.find("www.") == text.utf8.npos &&
        text.utf8.find('@') == text.utf8.npos)
      return;
    static const Pattern address =
        Pattern::of(R"(https?://(?:[!-~]|–)+|www\.(?:[!-~]|–)+|[\w.]+@[\w.]+)");
    for (TextRange found = address.find(text.view(), 0); !found.empty();
         found = address.find(text.view(), found.end))
      ledger_.mark(text, found.begin, found.end, NumeralUse::address);
  }

  void list_numbers(const Text& text) {
    static const Pattern number = Pattern::of(R"(\s?(\(?\d{1,2}(?:[、)]|\.\D)))");
    bool starts = true;  // the text, a sentence or an item of a list
    for (std::size_t at = 0; at < text.size();) {
      if (starts) group(number, at, text, NumeralUse::list_number);
      const std::string_view c = text.view().substr(at, utf8_length(text.utf8[at]));
      starts = c == "。" || c == ";" || c == ":";
      at += c.size();
    }
  }

  // What the group of a match at text[at] catches.
  void group(const Pattern& pattern, std::size_t at, const Text& text, NumeralUse use) {
    const std::size_t length = pattern.match_at(text.view(), at);
    if (length == 0) return;
    for (const TextRange& caught : pattern.groups(text.view(), {at, at + length}))
      ledger_.mark(text, caught.begin, caught.end, use);
  }

  // Every match that does not begin within a word or number.
  void all(const Pattern& pattern, const Text& text, NumeralUse use) {
    for (std::size_t at = 0; at < text.size();) {
      const TextRange found = pattern.find(text.view(), at);
      if (found.empty()) return;
      const bool within = within_word(text.view(), found.begin);
      if (!within) ledger_.mark(text, found.begin, found.end, use);
      at = within ? next_character(text.view(), found.begin) : found.end;
    }
  }

  const Grammar& grammar_;
  PeriodFinder& periods_;
  NumeralLedger& ledger_;
};

}  // namespace

void mark_non_figures(const Document& document, const Layout& layout, const Grammar& grammar,
                      PeriodFinder& periods, NumeralLedger& ledger) {
  Marker marker(grammar, periods, ledger);
  for (const Text& note : layout.notes) {
    marker.number_of_note(note);
    marker.mark(note);
  }
  for (const Text& block : layout.narrative) {
    if (ledger.unread(block).empty()) continue;
    for (const auto& [begin, end] : sentences_of(block.view(), grammar.family->alphabetic))
      ledger.set_context(block.substr(begin, end));
    marker.mark(block);
  }
  for (const TableRegion& region : layout.tables) {
    for (const std::size_t index : region.lines) marker.mark(document.lines[index].text);
  }
}

}  // namespace tradereport::parser
