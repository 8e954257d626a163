#include "parser/numeral.h"

#include <algorithm>

namespace tradereport::parser {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

std::size_t digits_from(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

// The end of ",123,456" after a first group of one to three digits that ends at `at`.
std::size_t groups_from(std::string_view text, std::size_t begin, std::size_t at) {
  if (at - begin > 3 || text[begin] == '0') return at;
  while (at < text.size() && text[at] == ',' && digits_from(text, at + 1) == at + 4) at += 4;
  return at;
}

}  // namespace

std::vector<NumeralSpan> find_numerals(std::string_view text) {
  std::vector<NumeralSpan> found;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_digit(text[i])) {
      ++i;
      continue;
    }
    NumeralSpan span{i, 0, i};
    if (i > 0 && (text[i - 1] == '-' || text[i - 1] == '+')) {
      const bool range = i > 1 && (is_digit(text[i - 2]) || is_letter(text[i - 2]) ||
                                   text[i - 2] == '%' || text[i - 2] == '-');
      if (!range) span.begin = i - 1;
    }
    std::size_t end = groups_from(text, i, digits_from(text, i));
    if (end + 1 < text.size() && text[end] == '.' && is_digit(text[end + 1]))
      end = digits_from(text, end + 1);
    span.end = end;
    found.push_back(span);
    i = end;
  }
  return found;
}

std::optional<Decimal> decimal_of(std::string_view numeral) {
  std::string plain;
  std::copy_if(numeral.begin(), numeral.end(), std::back_inserter(plain),
               [](char c) { return c != ','; });
  return Decimal::parse(plain);
}

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
    if (entry.use == NumeralUse::unread) {
      numeral.source = source_of(document_, *entry.text, entry.begin, entry.end);
      if (entry.context.empty()) entry.context = entry.line->raw;
      numeral.context = std::move(entry.context);
    }
    numerals.push_back(std::move(numeral));
  }
  return numerals;
}

}  // namespace tradereport::parser
