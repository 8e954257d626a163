#include "parser/pages/docx_pages.h"

#include <algorithm>
#include <utility>

#include "parser/pages/glyph_boxes.h"
#include "parser/text/normalize.h"

namespace tradereport::parser {

namespace {

// All in points.
constexpr double kEm = 10;
constexpr double kLineStep = 16;     // from line to line
constexpr double kBetween = 8;       // more between paragraphs, around tables
constexpr double kMargin = 60;       // left of everything
constexpr double kLineWidth = 440;   // a line of running text
constexpr double kCellPadding = 12;  // between the texts of two cells
constexpr double kRaisedSize = 0.6;  // the size of raised characters
// A tab is at least so wide: wider than the gaps between words, like one between cells.
constexpr double kTab = 3 * kEm;

double width_of(char32_t c, bool raised) {
  if (c == U'\t') return kTab;
  const double em = raised ? kRaisedSize * kEm : kEm;
  if (is_thin_blank(c)) return em / 5;
  return c >= kFirstWide ? em : em / 2;
}

struct SetChar {
  char32_t c = 0;
  bool raised = false;
};

using SetLine = std::vector<SetChar>;

double width_of(const SetLine& line) {
  double width = 0;
  for (const SetChar& one : line) width += width_of(one.c, one.raised);
  return width;
}

// A paragraph's lines as its author broke them; the last is there even if it is empty.
std::vector<SetLine> set_lines(const DocxParagraph& paragraph) {
  std::vector<SetLine> lines(1);
  for (const DocxSpan& span : paragraph.spans) {
    for (const char32_t c : span.text) {
      if (c == U'\n')
        lines.emplace_back();
      else
        lines.back().push_back({c, span.raised});
    }
  }
  return lines;
}

// Broken where it gets wider than `widest`: between ideographs anywhere, else at blanks. Figures
// stay whole.
std::vector<SetLine> broken(const SetLine& line, double first_indent, double widest) {
  std::vector<SetLine> lines(1);
  double room = widest - first_indent;
  const auto starts_word = [](const SetLine& word) {
    return !word.empty() && (is_blank(word.back().c) || word.back().c >= kFirstWide);
  };
  SetLine word;
  const auto put = [&] {
    if (width_of(lines.back()) + width_of(word) > room && !lines.back().empty()) {
      lines.emplace_back();
      room = widest;
    }
    lines.back().insert(lines.back().end(), word.begin(), word.end());
    word.clear();
  };
  for (const SetChar& one : line) {
    if (starts_word(word) || (one.c >= kFirstWide && !one.raised && !word.empty())) put();
    word.push_back(one);
  }
  put();
  return lines;
}

class DocxTypesetter {
 public:
  explicit DocxTypesetter(PdfPage& page) : page_(page) {}

  void set(const std::vector<DocxBlock>& blocks) {
    for (const DocxBlock& block : blocks) {
      if (const auto* const paragraph = std::get_if<DocxParagraph>(&block))
        set(*paragraph);
      else
        set(std::get<DocxTable>(block));
    }
  }

  void end() {
    page_.height = y_ + kMargin;
    page_.width = right_ + kMargin;
  }

 private:
  void set(const DocxParagraph& paragraph) {
    y_ += kBetween;
    for (const SetLine& line : set_lines(paragraph)) {
      double indent = paragraph.align == DocxParagraph::Align::left ? paragraph.indent : 0;
      for (const SetLine& part : broken(line, indent, kLineWidth)) {
        const double rest = kLineWidth - width_of(part);
        if (paragraph.align == DocxParagraph::Align::centre) indent = std::max(0.0, rest / 2);
        if (paragraph.align == DocxParagraph::Align::right) indent = std::max(0.0, rest);
        put(part, kMargin + indent);
        indent = 0;
        y_ += kLineStep;
      }
    }
  }

  void set(const DocxTable& table) {
    y_ += kBetween;
    const std::vector<double> edges = edges_of(table);
    for (const std::vector<DocxCell>& row : table.rows) {
      const double top = y_;
      double bottom = y_ + kLineStep;
      for (const DocxCell& cell : row) {
        y_ = top;
        set(cell, edges[cell.column], edges[cell.column + cell.span]);
        bottom = std::max(bottom, y_);
      }
      y_ = bottom;
    }
    y_ += kBetween;
  }

  // Names stand at the left, figures and heads in the middle of their columns.
  void set(const DocxCell& cell, double left, double right) {
    for (const DocxParagraph& paragraph : cell.paragraphs) {
      for (const SetLine& line : set_lines(paragraph)) {
        const double rest = right - left - kCellPadding - width_of(line);
        const bool named = cell.column == 0 && paragraph.align == DocxParagraph::Align::left;
        put(line, left + kCellPadding / 2 + (named ? 0 : std::max(0.0, rest / 2)));
        y_ += kLineStep;
      }
    }
  }

  // Where the columns begin, and the last ends.
  static std::vector<double> edges_of(const DocxTable& table) {
    std::vector<double> widths = table.widths;
    for (std::size_t span = 1; span <= widths.size(); ++span) {
      for (const std::vector<DocxCell>& row : table.rows) {
        for (const DocxCell& cell : row) {
          if (cell.span == span) widen(widths, cell);
        }
      }
    }
    std::vector<double> edges{kMargin};
    for (const double width : widths) edges.push_back(edges.back() + width);
    return edges;
  }

  static void widen(std::vector<double>& widths, const DocxCell& cell) {
    double wanted = 0;
    for (const DocxParagraph& paragraph : cell.paragraphs) {
      for (const SetLine& line : set_lines(paragraph))
        wanted = std::max(wanted, width_of(line) + kCellPadding);
    }
    const auto first = widths.begin() + static_cast<std::ptrdiff_t>(cell.column);
    const auto last = first + static_cast<std::ptrdiff_t>(cell.span);
    double there = 0;
    for (auto width = first; width != last; ++width) there += *width;
    const double more = (wanted - there) / static_cast<double>(cell.span);
    if (more <= 0) return;
    for (auto width = first; width != last; ++width) *width += more;
  }

  void put(const SetLine& line, double x) {
    PdfWord word;
    const auto end_word = [&](bool space) {
      if (word.chars.empty()) return;
      word.space_after = space;
      page_.words.push_back(std::exchange(word, {}));
    };
    for (const SetChar& one : line) {
      const double width = width_of(one.c, one.raised);
      if (is_blank(one.c)) {
        end_word(true);
      } else {
        const double height = kUsualHeight * kEm * (one.raised ? kRaisedSize : 1);
        const double top = one.raised ? y_ - 1 : y_;
        word.chars.push_back({one.c, {x, top, x + width, top + height}});
      }
      x += width;
    }
    end_word(false);
    right_ = std::max(right_, x);
  }

  PdfPage& page_;
  double y_ = kMargin;
  double right_ = kMargin + kLineWidth;
};

}  // namespace

PdfPage page_of(const DocxText& text) {
  PdfPage page;
  DocxTypesetter typesetter(page);
  typesetter.set(text.header);
  typesetter.set(text.body);
  typesetter.set(text.notes);
  typesetter.end();
  return page;
}

}  // namespace tradereport::parser
