#include "parser/plain_tables/row_groups.h"

#include <algorithm>
#include <utility>

#include "parser/pages/quantiles.h"

namespace tradereport::parser {

namespace {

// Lines that share this part of their height stand beside one another.
constexpr double kBesideLine = 0.3;
// The lines of one cell are no further apart than this, in heights; rows further than their lines.
constexpr double kNextCellLine = 1.7;
constexpr double kCloser = 0.87;

// A full line leaves less than this part of its column.
constexpr double kRoomLeft = 0.4;

// What stands in the columns of a line.
struct LineColumns {
  std::vector<const TextPiece*> at;  // by column: the piece that begins there, or nullptr
  std::vector<char> figure;          // by column
  bool spans = false;                // a piece reaches over several columns
  bool body = false;                 // a figure, no year alone, stands behind the first column
  std::size_t filled = 0;
};

LineColumns columns_in(const TextLine& line, const RowHabits& habits) {
  LineColumns out;
  const std::size_t count = habits.cuts.size() + 1;
  out.at.assign(count, nullptr);
  out.figure.assign(count, 0);
  for (const TextPiece& piece : line.pieces) {
    const ColumnRange range = columns_of(piece.box, habits.cuts);
    out.spans = out.spans || range.spans();
    if (out.at[range.first] == nullptr) {
      out.at[range.first] = &piece;
      ++out.filled;
    }
    if (!piece.figure || range.spans()) continue;
    out.figure[range.first] = 1;
    if (range.first > 0 && !is_year(piece.text)) out.body = true;
  }
  return out;
}

// Is there no room for the first word of the next line? A text much shorter than others is not
// full.
bool is_full_line(const TextPiece& piece, const TextPiece& next, double right) {
  const double room = right - piece.box.x1;
  return next.words.front().box.width() + piece.box.height() / 4 > room &&
         room < kRoomLeft * (right - piece.box.x0);
}

bool carries_on(const TextPiece& above, const TextPiece& below, double right) {
  return goes_on_from_before(below.text) || ends_open(above.text) ||
         is_full_line(above, below, right);
}

class RowGrouper {
 public:
  RowGrouper(const std::vector<TextLine>& lines, const RowHabits& habits)
      : lines_(&lines), habits_(&habits) {
    for (const TextLine& line : lines) columns_.push_back(columns_in(line, habits));
    body_ = first_body();
  }

  // The most lines with figures that one column has.
  std::size_t most_figures() const {
    std::size_t most = 0;
    for (std::size_t c = 0; c <= habits_->cuts.size(); ++c)
      most = std::max(most, static_cast<std::size_t>(std::count_if(
                                columns_.begin(), columns_.end(), [&](const LineColumns& line) {
                                  return line.figure[c] != 0 && (c > 0 || line.filled == 1);
                                })));
    return most;
  }

  bool overlap(std::size_t above, std::size_t below) const {
    const Box& a = (*lines_)[above].box;
    const Box& b = (*lines_)[below].box;
    return a.y1 - b.y0 > kBesideLine * std::min(a.height(), b.height()) && disjoint(above, below);
  }

  bool near(std::size_t above, std::size_t below) const {
    const Box& a = (*lines_)[above].box;
    const Box& b = (*lines_)[below].box;
    return b.middle_y() - a.middle_y() < kNextCellLine * std::max(a.height(), b.height());
  }

  // Does the line below belong to the row that ends with the line above?
  bool joins(std::size_t above, std::size_t below, bool head) const {
    if (overlap(above, below)) return true;
    const LineColumns& a = columns_[above];
    const LineColumns& b = columns_[below];
    if (!near(above, below)) return false;
    if (head && below < body_) return !a.spans && !opens_spans(a, b);
    if (shares_figures(a, b)) return false;
    return wraps(above, below);
  }

  // Rulings part the rows: do the lines between two of them have several heads on one another?
  bool stacked_heads(std::size_t above, std::size_t below) const {
    return columns_[above].spans && columns_[below].filled > columns_[above].filled;
  }

 private:
  // Where most lines with figures have labels, the first that has both ends the heads.
  std::size_t first_body() const {
    const auto labelled = [](const LineColumns& line) {
      return line.body && line.at[0] != nullptr && line.figure[0] == 0;
    };
    const auto body = [](const LineColumns& line) { return line.body; };
    const auto bodies = std::count_if(columns_.begin(), columns_.end(), body);
    const auto labels = std::count_if(columns_.begin(), columns_.end(), labelled);
    const auto first = 2 * labels > bodies
                           ? std::find_if(columns_.begin(), columns_.end(), labelled)
                           : std::find_if(columns_.begin(), columns_.end(), body);
    return static_cast<std::size_t>(first - columns_.begin());
  }

  bool disjoint(std::size_t above, std::size_t below) const {
    for (std::size_t c = 0; c < columns_[above].at.size(); ++c)
      if (columns_[above].figure[c] != 0 && columns_[below].figure[c] != 0) return false;
    return true;
  }

  // A head over several heads: it stands over the gap between two of them.
  static bool opens_spans(const LineColumns& a, const LineColumns& b) {
    if (a.filled >= b.filled) return false;
    for (std::size_t c = 0; c < a.at.size(); ++c) {
      if (a.at[c] == nullptr) continue;
      const Box& box = a.at[c]->box;
      std::size_t under = 0;
      for (const TextPiece* piece : b.at)
        under += piece != nullptr && piece->box.x1 > box.x0 && piece->box.x0 < box.x1 ? 1 : 0;
      if (under > 1) return true;
    }
    return false;
  }

  static bool shares_figures(const LineColumns& a, const LineColumns& b) {
    for (std::size_t c = 1; c < a.at.size(); ++c)
      if (a.figure[c] != 0 && b.figure[c] != 0) return true;
    return false;
  }

  bool wraps(std::size_t above, std::size_t below) const {
    const LineColumns& a = columns_[above];
    const LineColumns& b = columns_[below];
    const double apart = (*lines_)[below].box.middle_y() - (*lines_)[above].box.middle_y();
    const bool closer = habits_->pitch > 0 && apart < kCloser * habits_->pitch;
    const bool further = habits_->pitch > 0 && apart > habits_->pitch / kCloser;
    if (further) return false;
    if (a.body && b.body) return closer && !b.at[0];
    // Three texts do not wrap at once.
    if (!closer && !a.body && !b.body && a.filled >= 3 && b.filled >= a.filled) return false;
    bool within = true;    // each piece below stands under one above
    bool carried = false;  // and is its next line
    for (std::size_t c = 0; c < a.at.size(); ++c) {
      if (b.at[c] == nullptr) continue;
      if (a.at[c] == nullptr) {
        within = within && b.figure[c] != 0 && c > 0;
        continue;
      }
      carried = carried || carries_on(*a.at[c], *b.at[c], habits_->right[c]);
    }
    if (a.body && !b.body) {
      for (std::size_t c = 0; c < a.at.size(); ++c)
        if (b.at[c] != nullptr && a.at[c] == nullptr) within = false;
      return within && (carried || closer);
    }
    // A label above, its next line with the figures below.
    if (!a.body && b.body) {
      if (a.filled != 1 || a.at[0] == nullptr) return false;
      if (b.at[0] == nullptr) return true;
      return goes_on_from_before(b.at[0]->text) || ends_open(a.at[0]->text) ||
             (closer && is_full_line(*a.at[0], *b.at[0], habits_->right[0])) ||
             (is_full_line(*a.at[0], *b.at[0], habits_->right[0]) && a.at[0]->words.size() > 3);
    }
    return within && (carried && (closer || habits_->pitch == 0 || a.filled == b.filled));
  }

  const std::vector<TextLine>* lines_;
  const RowHabits* habits_;
  std::vector<LineColumns> columns_;
  std::size_t body_ = 0;  // the first line with figures
};

}  // namespace

RowHabits row_habits(const std::vector<TextLine>& lines, std::vector<ColumnCut> cuts) {
  RowHabits habits{std::move(cuts), {}, 0};
  habits.right.assign(habits.cuts.size() + 1, 0);
  std::vector<double> pitches;
  double last = 0;
  for (const TextLine& line : lines) {
    for (const TextPiece& piece : line.pieces) {
      const ColumnRange range = columns_of(piece.box, habits.cuts);
      if (!range.spans())
        habits.right[range.first] = std::max(habits.right[range.first], piece.box.x1);
    }
    if (!columns_in(line, habits).body) continue;
    if (last > 0) pitches.push_back(line.box.middle_y() - last);
    last = line.box.middle_y();
  }
  if (pitches.size() >= 2) habits.pitch = quantile(std::move(pitches), 4);
  return habits;
}

std::vector<RowGroup> row_groups(const std::vector<TextLine>& lines, const RowHabits& habits,
                                 bool ruled, bool head) {
  std::vector<RowGroup> groups;
  const RowGrouper grouper(lines, habits);
  const bool together = ruled && grouper.most_figures() <= 1;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool joins =
        i > 0 && (together ? !grouper.stacked_heads(i - 1, i) : grouper.joins(i - 1, i, head));
    if (!joins) groups.push_back({i, i});
    groups.back().last = i + 1;
  }
  return groups;
}

}  // namespace tradereport::parser
