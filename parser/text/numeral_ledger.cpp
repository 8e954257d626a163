#include "parser/text/numeral_ledger.h"

#include <algorithm>

#include "parser/text/numeral.h"

namespace tradereport::parser {

NumeralLedger::NumeralLedger(const Document& document)
    : document_(document), of_glyph_(document.glyphs.size(), -1) {
  for (const Line& line : document.lines) {
    add(line, line.text, NumeralUse::unread);
    add(line, line.markers, NumeralUse::footnote_marker);
  }
}

void NumeralLedger::add(const Line& line, const Text& text, NumeralUse use) {
  for (const NumeralSpan& span : find_numerals(text.view())) {
    for (std::size_t i = span.digits; i < span.end; ++i)
      of_glyph_[text.origin[i]] = static_cast<int>(entries_.size());
    entries_.push_back({&line, &text, span.digits, span.end, use, {}});
  }
}

template <class F>
void NumeralLedger::for_each(const Text& text, std::size_t begin, std::size_t end, F&& apply) {
  int last = -1;
  for (std::size_t i = begin; i < end; ++i) {
    const int index = of_glyph_[text.origin[i]];
    if (index < 0 || index == last) continue;
    last = index;
    apply(entries_[static_cast<std::size_t>(index)]);
  }
}

void NumeralLedger::mark(const Text& text, std::size_t begin, std::size_t end, NumeralUse use) {
  for_each(text, begin, end, [use](Entry& entry) {
    if (entry.use == NumeralUse::unread) entry.use = use;
  });
}

std::vector<NumeralRange> NumeralLedger::unread(const Text& text) const {
  std::vector<NumeralRange> ranges;
  int last = -1;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int index = of_glyph_[text.origin[i]];
    const bool left =
        index >= 0 && entries_[static_cast<std::size_t>(index)].use == NumeralUse::unread;
    if (left && index != last) ranges.push_back({i, i});
    if (left) ranges.back().end = i + 1;
    last = left ? index : -1;
  }
  return ranges;
}

void NumeralLedger::unmark(const Text& text, std::size_t begin, std::size_t end) {
  for_each(text, begin, end, [](Entry& entry) { entry.use = NumeralUse::unread; });
}

void NumeralLedger::set_context(const Text& text) {
  for (const NumeralSpan& span : find_numerals(text.view())) {
    for_each(text, span.digits, span.end, [&](Entry& entry) {
      if (entry.use == NumeralUse::unread) entry.context = excerpt(text.view(), span.digits);
    });
  }
}

std::vector<Numeral> NumeralLedger::take() {
  std::vector<Numeral> numerals;
  numerals.reserve(entries_.size());
  for (Entry& entry : entries_) {
    Numeral numeral;
    numeral.printed = printed(document_, *entry.text, entry.begin, entry.end);
    numeral.use = entry.use;
    // Sources of read numerals are with their figures.
    if (entry.use != NumeralUse::cell && entry.use != NumeralUse::claim)
      numeral.source = source_of(document_, *entry.text, entry.begin, entry.end);
    if (entry.use == NumeralUse::unread) {
      if (entry.context.empty()) {
        const std::string_view line = entry.line->raw;
        entry.context = excerpt(line, std::min(numeral.source.begin, line.size()));
      }
      numeral.context = std::move(entry.context);
    }
    numerals.push_back(std::move(numeral));
  }
  return numerals;
}

}  // namespace tradereport::parser
