#include "parser/text/text.h"

#include <unicode/utf8.h>

#include <algorithm>

namespace tradereport::parser {

void Text::append(const Text& other) {
  utf8 += other.utf8;
  origin.insert(origin.end(), other.origin.begin(), other.origin.end());
}

void Text::append(std::string_view bytes, std::uint32_t from) {
  utf8 += bytes;
  origin.insert(origin.end(), bytes.size(), from);
}

Text Text::substr(std::size_t begin, std::size_t end) const {
  return {utf8.substr(begin, end - begin),
          {origin.begin() + static_cast<std::ptrdiff_t>(begin),
           origin.begin() + static_cast<std::ptrdiff_t>(end)}};
}

std::ptrdiff_t open_brackets(std::string_view text) {
  return std::count(text.begin(), text.end(), '(') - std::count(text.begin(), text.end(), ')');
}

Source source_of(const Document& document, const Text& text, std::size_t begin, std::size_t end) {
  Source source;
  end = std::min(end, text.origin.size());
  if (begin >= end) return source;
  const std::uint32_t first = text.origin[begin];
  std::uint32_t last = first;  // on the same line
  int line_index = -1;
  for (std::size_t i = begin; i < end; ++i) {
    const std::uint32_t origin = text.origin[i];
    if (i > begin && origin == text.origin[i - 1]) continue;
    const Glyph& glyph = document.glyphs[origin];
    if (glyph.line != line_index) {
      source.boxes.push_back(glyph.box);
    } else {
      source.boxes.back() = unite(source.boxes.back(), glyph.box);
    }
    if (source.boxes.size() == 1) last = origin;
    line_index = glyph.line;
  }
  if (!document.has_boxes || !document.on_paper) source.boxes.clear();
  if (document.on_paper) source.page = document.glyphs[first].page;
  const Line& line = document.lines[static_cast<std::size_t>(document.glyphs[first].line)];
  source.line = line.number;
  source.line_text = line.raw;
  source.begin = document.glyphs[first].begin;
  source.end =
      document.glyphs[last].begin + utf8_length(line.raw.view()[document.glyphs[last].begin]);
  return source;
}

std::string printed(const Document& document, const Text& text, std::size_t begin,
                    std::size_t end) {
  std::string out;
  for (std::size_t i = begin; i < end; ++i) {
    if (i > begin && text.origin[i] == text.origin[i - 1]) continue;
    append_utf8(out, document.glyphs[text.origin[i]].raw);
  }
  return out;
}

std::string excerpt(std::string_view text, std::size_t at, std::size_t around) {
  const auto continues = [&](std::size_t i) { return i < text.size() && is_continuation(text[i]); };
  std::size_t begin = at > around ? at - around : 0;
  std::size_t end = std::min(text.size(), at + around);
  while (continues(begin)) ++begin;
  while (continues(end)) ++end;
  std::string out = begin > 0 ? "…" : "";
  out += text.substr(begin, end - begin);
  if (end < text.size()) out += "…";
  return out;
}

}  // namespace tradereport::parser
