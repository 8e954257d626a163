#include "parser/layout/layout.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include "parser/layout/atoms.h"
#include "parser/layout/captions.h"
#include "parser/layout/heads.h"
#include "parser/layout/join_lines.h"
#include "parser/pages/glyph_boxes.h"
#include "parser/pages/quantiles.h"
#include "parser/text/normalize.h"

namespace tradereport::parser {

namespace {

// Text of one size differs by less than this part (fonts of digits and ideographs differ a little).
constexpr double kSameSize = 0.08;
// A gap wider than this part of the character height separates cells.
constexpr double kCellGap = 0.9;
// So many characters without such a gap, or with a comma among them, are running text.
constexpr std::size_t kProse = 26;
constexpr std::size_t kProseWithComma = 12;
// Letters are half as wide as ideographs.
constexpr std::size_t kProseInLetters = 52;
constexpr std::size_t kProseUnderPicture = 22;
// Stretched lines have wider gaps than cells need; the labels of a chart stand further apart.
constexpr double kWordGap = 1.6;

// What stands so many times as far below a table's last row as its rows are apart is not beside it.
constexpr double kBesideRows = 2;

// A title is shorter than so much of the line below it, and does not end with these.
constexpr double kTitle = 0.75;
constexpr std::array<std::string_view, 5> kWithin{",", "、", ";", ":", "("};

// The first line of a row's name has at most so many characters.
constexpr std::size_t kNamePiece = 8;

// Commas between digits group them; others punctuate.
bool is_punctuated(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ';') return true;
    if (text[i] != ',') continue;
    if ((i > 0 && !is_digit(text[i - 1])) || (i + 1 < text.size() && !is_digit(text[i + 1])))
      return true;
  }
  return false;
}

class Sorter {
 public:
  Sorter(const Document& document, const std::vector<LineRole>& roles, const Grammar& grammar)
      : document_(document), grammar_(grammar) {
    for (std::size_t i = 0; i < document.lines.size(); ++i) {
      if (roles[i] == LineRole::body && !document.lines[i].text.empty()) body_.push_back(i);
    }
    body_ = captions_first(document, grammar, std::move(body_));
  }

  Layout run() {
    for (std::size_t at = 0; at < body_.size();) {
      if (const auto caption = caption_at(document_, grammar_, body_, at)) {
        begin_table(*caption);
        at += caption->lines;
        continue;
      }
      if (const auto head = opening_head(at)) {
        begin_table(*head);
        TableRegion& table = layout_.tables.back();
        for (; table.head_lines < head->lines; ++table.head_lines)
          table.lines.push_back(body_[at + table.head_lines]);
        table.right_edge = head->edge;
        at += head->lines;
        continue;
      }
      sort_line(at);
      ++at;
    }
    end_narrative();
    return std::move(layout_);
  }

 private:
  enum class State { narrative, table, note, picture, left_alone };

  const Line& line(std::size_t index) const { return document_.lines[index]; }

  std::vector<TableRegion>::iterator begun(std::size_t table) {
    return std::find_if(layout_.tables.begin(), layout_.tables.end(),
                        [&](const TableRegion& region) { return region.index == table; });
  }

  // The head of a table that has no caption, and has not begun.
  std::optional<FoundCaption> opening_head(std::size_t at) {
    if (state_ == State::left_alone) return std::nullopt;
    auto head = head_at(document_, grammar_, body_, at);
    if (head && begun(head->table) != layout_.tables.end()) return std::nullopt;
    return head;
  }

  void begin_table(const FoundCaption& caption) {
    state_ = State::table;
    told_ = false;
    const auto found = begun(caption.table);
    if (found != layout_.tables.end()) {
      // The caption is repeated where the table goes on.
      current_ = static_cast<std::size_t>(found - layout_.tables.begin());
      layout_.headings.push_back(caption.text);
      return;
    }
    current_ = layout_.tables.size();
    layout_.tables.push_back({caption.form, caption.table, caption.text, {}});
  }

  // A sentence may break within brackets before what would open a note ("（注：…）").
  bool starts_note(const Line& l) const {
    return any_starts(grammar_.notes, l.text.view()) &&
           !(state_ == State::narrative && is_in_brackets(block_.view()));
  }

  static bool is_in_brackets(std::string_view text) {
    constexpr std::string_view end = "。";
    const std::size_t last = text.rfind(end);
    if (last != std::string_view::npos) text.remove_prefix(last + end.size());
    return open_brackets(text) > 0;
  }

  // Sections and pictures that the family leaves alone. True if the line needs no further look.
  bool sort_left_alone(std::size_t index) {
    const Line& l = line(index);
    const bool left_alone = any_matches(grammar_.left_alone, l.text.view());
    if (left_alone || any_matches(grammar_.sections, l.text.view())) {
      end_narrative();
      if (left_alone) {
        layout_.left_alone.push_back(index);
      } else {
        layout_.headings.push_back(l.text);
      }
      state_ = left_alone ? State::left_alone : State::narrative;
      told_ = true;
      return true;
    }
    if (state_ == State::left_alone) {
      layout_.left_alone.push_back(index);
      return true;
    }
    if (any_starts(grammar_.pictures, l.text.view()) &&
        (state_ != State::table || !is_beside_table(l))) {
      layout_.pictures.push_back(l.text);
      state_ = State::picture;
      told_ = true;
      return true;
    }
    if (state_ != State::picture) return false;
    if (longest_run(l, kWordGap) >= kProseUnderPicture) {
      state_ = State::narrative;
      return false;
    }
    layout_.left_alone.push_back(index);
    return true;
  }

  // Does the line begin to the right of where most lines of the table end, and no further below
  // them than its rows are apart?
  bool is_beside_table(const Line& l) const {
    std::vector<double> ends, tops;
    for (const std::size_t index : layout_.tables[current_].lines) {
      if (line(index).page != l.page) continue;
      ends.push_back(line(index).box.x1);
      tops.push_back(line(index).box.y0);
    }
    if (!document_.has_boxes || ends.empty() || l.box.x0 <= median(std::move(ends))) return false;
    std::sort(tops.begin(), tops.end());
    double apart = 0;
    for (std::size_t i = 1; i < tops.size(); ++i) apart = std::max(apart, tops[i] - tops[i - 1]);
    return tops.size() < 2 || l.box.y0 - tops.back() <= kBesideRows * apart;
  }

  void sort_line(std::size_t at) {
    const std::size_t index = body_[at];
    const Line& l = line(index);
    if (sort_left_alone(index)) return;
    if (any_matches(grammar_.headings, l.text.view()) && !has_sentence_end(l)) {
      end_narrative();
      layout_.headings.push_back(l.text);
      state_ = State::narrative;
      told_ = true;
      return;
    }
    if (!layout_.tables.empty() && any_matches(grammar_.continued, l.text.view())) {
      end_narrative();
      layout_.headings.push_back(l.text);
      state_ = State::table;
      return;
    }
    if (resumes_table(at)) state_ = State::table;
    if (starts_note(l)) {
      state_ = State::note;
      note_size_ = l.size;
    } else if ((state_ == State::note && !continues_note(l)) ||
               (state_ == State::table && is_prose(index))) {
      state_ = State::narrative;
    }
    switch (state_) {
      case State::table:
        layout_.tables[current_].lines.push_back(index);
        return;
      case State::note:
        if (note_ended_ || starts_note(l) || layout_.notes.empty()) {
          layout_.notes.push_back(l.text);
        } else {
          join(document_, layout_.notes.back(), l.text);
        }
        note_ended_ = ends_sentence(l);
        return;
      case State::narrative:
      case State::picture:
      case State::left_alone:
        told_ = true;
        if (ends_paragraph(at)) end_narrative();
        if (breaks_number(block_.view(), l.text.view())) {
          block_.append(l.text);
        } else {
          join(document_, block_, l.text);
        }
        return;
    }
  }

  // In a text without tables a blank line ends a paragraph, and so does a line that ends without
  // punctuation long before the next one does: a title.
  bool ends_paragraph(std::size_t at) const {
    if (at == 0 || !grammar_.family->is_prose()) return false;
    const Line& before = line(body_[at - 1]);
    const Line& l = line(body_[at]);
    if (before.number > 0 && l.number > before.number + 1) return true;
    const std::string_view text = before.text.view();
    const bool goes_on = std::any_of(kWithin.begin(), kWithin.end(),
                                     [&](std::string_view end) { return text.ends_with(end); });
    return !goes_on && static_cast<double>(before.glyphs.size()) <
                           kTitle * static_cast<double>(l.glyphs.size());
  }

  // A note or a sentence can end the page under a caption or within a table: its head, its rows, or
  // the first line of a row's name follow on the next.
  bool resumes_table(std::size_t at) const {
    if (state_ == State::table || layout_.tables.empty()) return false;
    const TableRegion& table = layout_.tables[current_];
    const Line& l = line(body_[at]);
    HeadWords words;
    const bool head = is_head(grammar_, table, l.text.view(), words) && !words.only_names;
    if (head && (table.lines.empty() || !told_)) return true;
    if (told_ || table.lines.empty() || l.page == line(table.lines.back()).page) return false;
    if (is_row(document_, body_[at])) return true;
    return l.glyphs.size() <= kNamePiece && at + 1 < body_.size() &&
           is_row(document_, body_[at + 1]);
  }

  bool continues_note(const Line& l) const {
    static const Pattern numbered = Pattern::of(R"(\d{1,2}[.、)]|\(\d{1,2}\))");
    const bool same_size = !document_.has_boxes ||
                           std::abs(l.size - note_size_) < kSameSize * std::max(note_size_, 1.0);
    if (!same_size) return false;
    return !note_ended_ || numbered.match_at(l.text.view(), 0) > 0;
  }

  static bool has_sentence_end(const Line& l) {
    return l.text.utf8.find("。") != std::string::npos;
  }

  static bool ends_sentence(const Line& l) {
    const std::string_view text = l.text.view();
    return text.ends_with("。") || text.ends_with(";") || text.ends_with(".");
  }

  // Within a table: does this line belong to the running text after it?
  bool is_prose(std::size_t index) const {
    const Line& l = line(index);
    if (has_sentence_end(l)) return true;
    const bool punctuated = is_punctuated(l.text.view());
    if (!document_.has_boxes) return punctuated && l.glyphs.size() >= kProseWithComma;
    const std::size_t longest = longest_run(l);
    if (grammar_.family->alphabetic) return longest >= kProseInLetters;
    if (punctuated) return longest >= kProseWithComma;
    return longest >= kProse && !is_mostly_figures(index);
  }

  // Wide figures can fill their cells, so that no gaps are left.
  bool is_mostly_figures(std::size_t index) const {
    std::ptrdiff_t text = 0;
    std::ptrdiff_t figures = 0;
    for (const Atom& atom : atoms_of(document_, index)) {
      const std::string& bytes = atom.text.utf8;
      const auto characters =
          std::count_if(bytes.begin(), bytes.end(), [](char c) { return !is_continuation(c); });
      (atom.kind == Atom::Kind::text ? text : figures) += characters;
    }
    return figures > text;
  }

  // The most characters of a line without a gap of more than so many ems, as between cells.
  std::size_t longest_run(const Line& l, double widest = kCellGap) const {
    if (!document_.has_boxes) return l.glyphs.size();
    std::size_t longest = 0;
    std::size_t run = 0;
    for (std::size_t i = 0; i < l.glyphs.size(); ++i) {
      const bool gap =
          i > 0 && document_.glyphs[l.glyphs[i]].box.x0 - document_.glyphs[l.glyphs[i - 1]].box.x1 >
                       widest * l.size;
      run = gap ? 1 : run + 1;
      longest = std::max(longest, run);
    }
    return longest;
  }

  void end_narrative() {
    if (!block_.empty()) layout_.narrative.push_back(std::move(block_));
    block_ = Text{};
  }

  const Document& document_;
  const Grammar& grammar_;
  std::vector<std::size_t> body_;
  Layout layout_;
  State state_ = State::narrative;
  std::size_t current_ = 0;  // the last table
  bool told_ = false;        // there is text after it
  Text block_;
  double note_size_ = 0;
  bool note_ended_ = false;
};

}  // namespace

Layout lay_out(const Document& document, const std::vector<LineRole>& roles,
               const Grammar& grammar) {
  return Sorter(document, roles, grammar).run();
}

}  // namespace tradereport::parser
