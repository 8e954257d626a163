#include "parser/non_figures.h"

#include <re2/re2.h>

#include <algorithm>

#include "parser/sentence.h"

namespace tradereport::parser {

namespace {

class Marker {
 public:
  Marker(const Grammar& grammar, PeriodFinder& periods, NumeralLedger& ledger)
      : grammar_(grammar), periods_(periods), ledger_(ledger) {}

  void mark(const Text& text) {
    const std::vector<NumeralRange> left = ledger_.unread(text);
    if (left.empty()) return;
    addresses(text);
    list_numbers(text);
    for (const Pattern& pattern : grammar_.non_figures)
      all(pattern, text, left, NumeralUse::declared);
    all(grammar_.base, text, left, NumeralUse::period);
    for (const FoundPeriod& found : periods_.in(text))
      ledger_.mark(text, found.begin, found.end, NumeralUse::period);
  }

  void number_of_note(const Text& note) {
    static const Pattern number = Pattern::of(R"(\D{0,12}(?P<number>\d{1,2})[.、)]\D)");
    slots(number, 0, note, NumeralUse::list_number);
  }

 private:
  void addresses(const Text& text) {
    if (text.utf8.find("://") == text.utf8.npos && text.utf8.find("www.") == text.utf8.npos &&
        text.utf8.find('@') == text.utf8.npos)
      return;
    static const RE2 address(R"((https?://(?:[!-~]|–)+|www\.(?:[!-~]|–)+|[\w.]+@[\w.]+))");
    re2::StringPiece rest(text.utf8);
    re2::StringPiece found;
    while (RE2::FindAndConsume(&rest, address, &found)) {
      const auto begin = static_cast<std::size_t>(found.data() - text.utf8.data());
      ledger_.mark(text, begin, begin + found.size(), NumeralUse::address);
    }
  }

  void list_numbers(const Text& text) {
    static const Pattern number = Pattern::of(R"(\s?(?P<number>\(?\d{1,2}(?:[、)]|\.\D)))");
    bool starts = true;  // the text, a sentence or an item of a list
    for (std::size_t at = 0; at < text.size();) {
      if (starts) slots(number, at, text, NumeralUse::list_number);
      const std::string_view c = text.view().substr(at, utf8_length(text.utf8[at]));
      starts = c == "。" || c == ";" || c == ":";
      at += c.size();
    }
  }

  // What the slots of a match at text[at] catch.
  void slots(const Pattern& pattern, std::size_t at, const Text& text, NumeralUse use) {
    const std::size_t length = pattern.match_at(text.view(), at);
    if (length == 0) return;
    for (const SlotMatch& slot : pattern.slots_of(text.view(), at, length))
      ledger_.mark(text, slot.begin, slot.end, use);
  }

  // Every match with one of the numerals in it that does not begin within a word or number.
  void all(const Pattern& pattern, const Text& text, const std::vector<NumeralRange>& numerals,
           NumeralUse use) {
    std::size_t at = 0;
    for (const NumeralRange& numeral : numerals) {
      const std::size_t reach = std::min(pattern.longest(), numeral.begin);
      at = std::max(at, character_from(text.view(), numeral.begin - reach));
      while (at < numeral.end) {
        const std::size_t length =
            within_word(text.view(), at) ? 0 : pattern.match_at(text.view(), at);
        if (length > 0) ledger_.mark(text, at, at + length, use);
        at += std::max(length, utf8_length(text.utf8[at]));
      }
    }
  }

  static std::size_t character_from(std::string_view text, std::size_t at) {
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
    return at;
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
