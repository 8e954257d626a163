#include "tests/parser/disturbances/issue_setting.h"

#include "tests/parser/support.h"

namespace tradereport::parser::test {

namespace {

constexpr double kLeft = 60;
constexpr double kLabelWidth = 110;
constexpr double kFigureWidth = 70;
constexpr double kLineHeight = 18;
constexpr double kPageEnd = 760;
constexpr double kTextLeft = 80;
constexpr std::size_t kLineLength = 44;  // characters

double left_of(const IssueTable& table, std::size_t column) {
  double x = kLeft;
  for (std::size_t c = 0; c < column; ++c) x += table.columns[c].label ? kLabelWidth : kFigureWidth;
  return x;
}

class Setter {
 public:
  Sheet set(const PrintedIssue& issue) {
    for (std::size_t b = 0; b < issue.blocks.size(); ++b) {
      const IssueBlock& block = issue.blocks[b];
      if (!block.text.empty()) {
        paragraph(block.text);
        continue;
      }
      const double top = y_;
      table(block.table);
      if (!block.table.beside) {
        shift_ = 0;
        continue;
      }
      shift_ = left_of(block.table, block.table.columns.size());
      y_ = top;
    }
    return std::move(sheet_);
  }

 private:
  void next_line(double height = kLineHeight) {
    y_ += height;
    if (y_ < kPageEnd) return;
    sheet_.next_page();
    y_ = 60;
  }

  void paragraph(const std::string& text) {
    const std::u32string all = code_points(text);
    for (std::size_t at = 0; at < all.size(); at += kLineLength) {
      std::string line;
      for (const char32_t c : all.substr(at, kLineLength)) line += utf8(c);
      sheet_.put(kTextLeft, y_, line);
      next_line();
    }
    next_line(8);
  }

  void captions(const IssueTable& table) {
    for (const std::string& line : table.caption) {
      sheet_.put(kTextLeft + shift_, y_, line);
      next_line();
    }
  }

  void heads(const IssueTable& table) {
    if (table.columns.empty()) return;
    for (std::size_t c = 0; c < table.columns.size();) {
      std::size_t end = c + 1;
      while (end < table.columns.size() && table.columns[end].span == table.columns[c].span) ++end;
      if (!table.columns[c].span.empty())
        sheet_.put_centred((left_of(table, c) + left_of(table, end)) / 2 + shift_, y_,
                           table.columns[c].span);
      c = end;
    }
    next_line();
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      if (table.columns[c].label) {
        sheet_.put_centred(left_of(table, c) + kLabelWidth / 2 + shift_, y_ - 9,
                           table.columns[c].head);
      } else {
        sheet_.put_right(edge_of(table, c) + shift_, y_, table.columns[c].head);
      }
    }
    next_line();
  }

  void table(const IssueTable& table) {
    if (y_ > kPageEnd - 6 * kLineHeight) next_line(kPageEnd);
    if (!table.caption_below) captions(table);
    heads(table);
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      if (const auto lines = table.before.find(r); lines != table.before.end()) {
        if (table.breaks) next_line(kPageEnd);
        for (const std::string& line : lines->second) {
          if (line == "head") {
            heads(table);
          } else {
            sheet_.put(kTextLeft + shift_, y_, line);
            next_line();
          }
        }
      }
      const std::vector<std::string>& row = table.rows[r];
      for (std::size_t c = 0; c < row.size(); ++c) {
        const bool label = table.columns[c].label || row.size() == 1;
        if (label) {
          sheet_.put_centred(left_of(table, c) + kLabelWidth / 2 + shift_, y_, row[c]);
        } else {
          // What a page says of a character without a map to Unicode.
          sheet_.put_right(edge_of(table, c) + shift_, y_, replaced(row[c], "\x03", "\uFFFD"));
        }
      }
      for (const IssueTable::Stray& stray : table.strays)
        if (stray.row == r) sheet_.put(stray.x + shift_, y_ + stray.y, stray.text);
      next_line();
    }
    if (table.caption_below) captions(table);
    next_line(8);
  }

  Sheet sheet_;
  double y_ = 60;
  double shift_ = 0;
};

void write_head(const IssueTable& table, std::string& text) {
  std::string spans;
  std::string heads;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (c == 0 || table.columns[c].span != table.columns[c - 1].span)
      spans += table.columns[c].span + " ";
    heads += table.columns[c].head + " ";
  }
  text += spans + "\n" + heads + "\n";
}

}  // namespace

double edge_of(const IssueTable& table, std::size_t column) {
  return left_of(table, column + 1) - 5;
}

// What stands beside a table has no place in a text without positions.
std::string as_text(const PrintedIssue& issue) {
  std::string text;
  for (const IssueBlock& block : issue.blocks) {
    if (!block.text.empty()) {
      text += block.text + "\n";
      continue;
    }
    const IssueTable& table = block.table;
    const auto captions = [&] {
      for (const std::string& line : table.caption) text += line + "\n";
    };
    if (!table.caption_below) captions();
    write_head(table, text);
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      if (const auto lines = table.before.find(r); lines != table.before.end()) {
        if (table.breaks) text += "\f";
        for (const std::string& line : lines->second) {
          if (line == "head") {
            write_head(table, text);
          } else {
            text += line + "\n";
          }
        }
      }
      std::string line;
      for (const std::string& cell : table.rows[r])
        if (!cell.empty()) line += (line.empty() ? "" : " ") + cell;
      text += line + "\n";
    }
    if (table.caption_below) captions();
  }
  return text;
}

Sheet as_sheet(const PrintedIssue& issue) {
  return Setter().set(issue);
}

}  // namespace tradereport::parser::test
