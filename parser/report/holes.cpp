#include "parser/report/holes.h"

#include <algorithm>
#include <string_view>

#include "parser/text/utf8.h"

namespace tradereport::parser {

namespace {

bool prints(const std::vector<Column>& columns, Span span) {
  return std::any_of(columns.begin(), columns.end(),
                     [&](const Column& c) { return !c.label && c.span == span; });
}

// The spans that the report has claims or figures of.
std::vector<Span> spans_of(const Report& report) {
  std::vector<Span> spans;
  for (const Span span : {Span::month, Span::ytd}) {
    const auto is_of = [&](const Figure& figure) { return figure.key.span == span; };
    if (std::any_of(report.figures.begin(), report.figures.end(), is_of) ||
        std::any_of(report.claims.begin(), report.claims.end(), is_of))
      spans.push_back(span);
  }
  return spans;
}

class Narrated {
 public:
  Narrated(const Report& report, const Family& family) : report_(report), family_(family) {}

  std::vector<Problem> run() {
    const std::vector<Span> spans = spans_of(report_);
    for (const TableForm& table : family_.tables) {
      if (!table.is_due(report_.period.month)) continue;
      for (const Span span : spans) {
        if (prints(table.columns, span)) look_for(table, span);
      }
    }
    return std::move(problems_);
  }

 private:
  void look_for(const TableForm& table, Span span) {
    const std::size_t before = problems_.size();
    expected_ = 0;
    for (const RowForm& row : table.rows) {
      expect(table, span, row.name,
             [&](const FigureKey& key) { return key.flow == row.flow && key.row == row.name; });
    }
    const auto of_set = [&](const std::string& set, const std::string& name) {
      const NameSet* const names = family_.name_set(set);
      if (names == nullptr) return;
      expect(table, span, name,
             [&](const FigureKey& key) { return key.flow == table.flow && names->has(key.row); });
    };
    of_set(table.names, "");
    for (const GroupForm& group : table.groups) of_set(group.names, group.name);
    if (expected_ < 2 || problems_.size() - before < expected_) return;
    problems_.resize(before);
    problems_.push_back({Unspoken{"", table.id, span}, {}});  // of all of it
  }

  // In January the month and the year to date are one.
  bool is_of(const Claim& claim, Span span) const {
    return claim.key.span == span || report_.period.month == 1;
  }

  template <class Fits>
  void expect(const TableForm& table, Span span, const std::string& name, const Fits& fits) {
    ++expected_;
    if (std::none_of(report_.claims.begin(), report_.claims.end(),
                     [&](const Claim& claim) { return is_of(claim, span) && fits(claim.key); }))
      problems_.push_back({Unspoken{name, table.id, span}, {}});
  }

  const Report& report_;
  const Family& family_;
  std::vector<Problem> problems_;
  std::size_t expected_ = 0;  // of the table and span
};

bool word_at(std::string_view text, std::size_t at) {
  return at < text.size() && (is_ascii_letter(text[at]) || text[at] == '_');
}

// The first placeholder in a line; empty if there is none.
TextRange find_placeholder(const Grammar& grammar, std::string_view text) {
  for (const Pattern& pattern : grammar.placeholders) {
    for (std::size_t at = 0; at < text.size();) {
      const TextRange found = pattern.find(text, at);
      if (found.empty()) break;
      const bool word =
          (found.begin > 0 && word_at(text, found.begin - 1)) || word_at(text, found.end);
      const bool drawn = text.find_first_not_of("_ ") == std::string_view::npos;
      if (!word && !drawn) return found;
      at = found.end;
    }
  }
  return {};
}

}  // namespace

std::vector<Problem> unread_spans(const Report& report, const Family& family) {
  std::vector<Problem> problems;
  for (const Span span : {Span::month, Span::ytd}) {
    const auto can = [&](const Table& table) {
      const std::vector<Column>& all = family.table(table.id)->columns;
      return !table.rows.empty() && prints(all, Span::month) && prints(all, Span::ytd);
    };
    const auto does = [&](const Table& table) { return can(table) && prints(table.columns, span); };
    if (std::none_of(report.tables.begin(), report.tables.end(), does)) continue;
    for (const Table& table : report.tables) {
      if (!can(table) || does(table)) continue;
      UnreadCells cells{table.id, {}, {}};
      for (const Column& column : family.table(table.id)->columns)
        if (!column.label && column.span == span) cells.columns.push_back(column);
      problems.push_back({std::move(cells), table.source});
    }
  }
  return problems;
}

std::vector<Problem> unspoken(const Report& report, const Family& family) {
  if (!family.narrative_complete || report.claims.empty()) return {};
  return Narrated(report, family).run();
}

std::vector<Problem> placeholders(const Document& document, const std::vector<LineRole>& roles,
                                  const Layout& layout, const Grammar& grammar) {
  std::vector<Problem> problems;
  for (std::size_t i = 0; i < document.lines.size(); ++i) {
    const bool left_alone =
        std::find(layout.left_alone.begin(), layout.left_alone.end(), i) != layout.left_alone.end();
    if (roles[i] != LineRole::body || left_alone) continue;
    const Text& text = document.lines[i].text;
    const TextRange found = find_placeholder(grammar, text.view());
    if (found.empty()) continue;
    problems.push_back({Placeholder{printed(document, text, found.begin, found.end)},
                        source_of(document, text, found.begin, found.end)});
  }
  return problems;
}

}  // namespace tradereport::parser
