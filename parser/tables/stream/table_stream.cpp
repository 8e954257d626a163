#include <algorithm>
#include <utility>

#include "parser/layout/row_periods.h"
#include "parser/tables/column_heads.h"
#include "parser/tables/grid_rows.h"
#include "parser/tables/stream/stream_rows.h"
#include "parser/tables/table.h"

namespace tradereport::parser {

namespace {

bool blank_in(const TableForm& form, const Grammar& grammar, const Atom& label, Measure measure) {
  const auto name = grammar.names.find("row:" + form.id, label.text.view());
  if (!name) return false;
  for (const RowForm& row : form.rows) {
    if (row.name != *name) continue;
    return std::find(row.blank.begin(), row.blank.end(), measure) != row.blank.end();
  }
  return false;
}

// The columns of one label: those from it to the next label.
struct Panel {
  std::size_t label = 0;
  std::vector<std::size_t> measures;
};

template <class Columns>
std::vector<Panel> panels_of(const Columns& columns) {
  std::vector<Panel> panels;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].label) {
      panels.push_back({i, {}});
    } else {
      panels.back().measures.push_back(i);
    }
  }
  return panels;
}

// The rest of a name can follow its figures; in lists side by side, those of both lists.
bool complete_name(std::vector<Segment>& segments, const Atom& rest, const Grammar& grammar,
                   const TableRegion& region) {
  const auto known = [&](std::string_view name) { return is_known_row(grammar, region, name); };
  if (known(rest.text.view())) return false;
  const std::size_t panels = panels_of(region.form->columns).size();
  for (std::size_t i = segments.size() - std::min(panels, segments.size()); i < segments.size();
       ++i) {
    if (!segments[i].label || segments[i].figures.empty()) continue;
    Text& label = segments[i].label->text;
    if (!known(label.utf8 + rest.text.utf8)) continue;
    label.append(rest.text);
    return true;
  }
  return false;
}

// What stands between a figure and the next name belongs to the figure, which says another thing
// then than its digits: "1.5 个百分点 波兰".
class WordsBehind {
 public:
  WordsBehind(const Grammar& grammar, const TableRegion& region)
      : grammar_(grammar), region_(region) {}

  // Takes them off the name.
  void take_off(Segment& before, Atom& name) const {
    if (!follows(before, name) || known(name.text.view())) return;
    const std::string_view text = name.text.view();
    for (std::size_t at = next_character(text, 0); at < text.size();
         at = next_character(text, at)) {
      if (!known(text.substr(at))) continue;
      before.figures.back().kind = Atom::Kind::missing;
      name.text = name.text.substr(at, text.size());
      return;
    }
  }

  // The name begins on the next line.
  bool replace(Segment& before, Atom& words, const Atom& name) const {
    if (!follows(before, words) || known(words.text.view()) || !known(name.text.view()) ||
        known(words.text.utf8 + name.text.utf8))
      return false;
    before.figures.back().kind = Atom::Kind::missing;
    words = name;
    return true;
  }

  // Nothing follows.
  void end(std::vector<Segment>& segments) const {
    if (segments.size() < 2 || !segments.back().label || !segments.back().figures.empty()) return;
    Segment& before = segments[segments.size() - 2];
    if (!follows(before, *segments.back().label) || known(segments.back().label->text.view()))
      return;
    before.figures.back().kind = Atom::Kind::missing;
    segments.pop_back();
  }

 private:
  bool known(std::string_view name) const { return is_known_row(grammar_, region_, name); }
  static bool follows(const Segment& before, const Atom& text) {
    return !before.figures.empty() && before.figures.back().line == text.line;
  }

  const Grammar& grammar_;
  const TableRegion& region_;
};

// A line of the head that is not understood whole: some of its words are those of heads of figures.
bool is_unknown_head(const Grammar& grammar, const TableRegion& region, const Document& document,
                     std::size_t line) {
  const Text& text = document.lines[line].text;
  const std::vector<Atom> atoms = atoms_of(document, line);
  if (is_known_row(grammar, region, text.view()) ||
      std::any_of(atoms.begin(), atoms.end(),
                  [](const Atom& atom) { return atom.kind != Atom::Kind::text; }))
    return false;
  const std::vector<HeadPart> parts = head_parts(grammar, text.view());
  return std::any_of(parts.begin(), parts.end(), [](const HeadPart& part) {
    return part.form != nullptr && (part.form->measure || part.form->span);
  });
}

std::vector<Segment> segments_of(const Document& document, const TableRegion& region,
                                 const Grammar& grammar, NumeralLedger& ledger, HeadWords& heads,
                                 std::vector<std::size_t>& head_lines) {
  std::vector<Segment> segments;
  const WordsBehind words(grammar, region);
  int group = first_group(*region.form);
  YearBeforeRow year(grammar, region, ledger);
  for (std::size_t i = 0; i < region.lines.size(); ++i) {
    const std::size_t index = region.lines[i];
    const Line& line = document.lines[index];
    if (i < region.head_lines) {
      head_lines.push_back(index);
      ledger.mark(line.text, NumeralUse::label);
      continue;
    }
    const bool of_label = !segments.empty() && segments.back().label &&
                          open_brackets(segments.back().label->text.view()) > 0 &&
                          open_brackets(line.text.view()) < 0;
    const bool over_rows =
        std::none_of(segments.begin(), segments.end(),
                     [](const Segment& segment) { return !segment.figures.empty(); });
    if (!of_label && (is_head(grammar, region, line.text.view(), heads) ||
                      (over_rows && is_unknown_head(grammar, region, document, index)))) {
      head_lines.push_back(index);
      ledger.mark(line.text, NumeralUse::label);
      continue;
    }
    if (const int opened = read_group(grammar, region, line.text.view()); opened >= 0) {
      group = opened;
      ledger.mark(line.text, NumeralUse::label);
      continue;
    }
    if (year.takes(line.text)) continue;
    std::vector<Atom> cells = cells_of(document, index, grammar);
    year.take_off(cells);
    for (Atom& atom : cells) {
      if (atom.kind != Atom::Kind::text) {
        if (!segments.empty()) segments.back().figures.push_back(std::move(atom));
        continue;
      }
      if (complete_name(segments, atom, grammar, region)) continue;
      const bool goes_on =
          !segments.empty() && segments.back().figures.empty() && segments.back().label.has_value();
      if (!goes_on) {
        if (!segments.empty()) words.take_off(segments.back(), atom);
        segments.push_back({group, std::move(atom), {}, {}, false, year.for_row()});
        continue;
      }
      Atom& label = *segments.back().label;
      if (segments.size() > 1 && words.replace(segments[segments.size() - 2], label, atom))
        continue;
      segments.back().pieces.push_back(atom);
      label.text.append(atom.text);  // a label over two lines
    }
  }
  words.end(segments);
  return segments;
}

// A known name below a line that names something else, without figures, is not the rest of it: that
// line is what a lost row left. Unless it is a known name as well, it may also say what the name
// means, and then the row has the two as an unknown name.
void split_off_names(std::vector<Segment>& segments, const Grammar& grammar,
                     const TableRegion& region) {
  const auto known = [&](std::string_view name) { return is_known_row(grammar, region, name); };
  std::vector<Segment> split;
  for (Segment& segment : segments) {
    const std::vector<Atom>& pieces = segment.pieces;
    std::size_t first = pieces.size();
    std::size_t above = 0;  // bytes of what stands above the name
    std::string name;
    for (std::size_t i = pieces.size(); i > 0; --i) {
      name.insert(0, pieces[i - 1].text.utf8);
      if (!known(name)) continue;
      first = i - 1;
      above = segment.label->text.size() - name.size();
    }
    if (first < pieces.size() && !known(segment.label->text.view())) {
      split.push_back({segment.group, segment.label, {}, {}, true});
      for (std::size_t i = 0; i < first; ++i) {
        if (pieces[i].line != split.back().label->line)
          split.push_back({segment.group, pieces[i], {}, {}, true});
      }
      Text& label = segment.label->text;
      if (known(label.view().substr(0, above))) label = label.substr(above, label.size());
      segment.label->line = pieces[first].line;
    }
    split.push_back(std::move(segment));
  }
  segments = std::move(split);
}

// Puts a segment's label and figures into their columns. With another count than these there is no
// telling which figure is which: they stay unread.
void fill(RawRow& row, const Panel& panel, const Segment& segment, const TableForm& form,
          const Grammar& grammar, const std::vector<PrintedColumn>& columns) {
  row.cells[panel.label] = segment.label;
  std::vector<std::size_t> places;
  for (const std::size_t c : panel.measures) {
    const bool blank = segment.figures.size() < panel.measures.size() &&
                       blank_in(form, grammar, *segment.label, columns[c].measure);
    if (!blank) places.push_back(c);
  }
  if (places.size() != segment.figures.size()) return;
  for (std::size_t i = 0; i < places.size(); ++i) row.cells[places[i]] = segment.figures[i];
}

// "1 中国香港 8.7 32.6 2 美国 …": the whole number behind one label's figures numbers the next.
void drop_row_numbers(std::vector<Segment>& segments, std::size_t most, NumeralLedger& ledger) {
  for (std::size_t i = 0; i + 1 < segments.size(); ++i) {
    std::vector<Atom>& figures = segments[i].figures;
    if (figures.size() <= most) continue;
    if (figures.back().text.utf8.find('.') != std::string::npos) continue;
    ledger.mark(figures.back().text, NumeralUse::list_number);
    figures.pop_back();
  }
}

}  // namespace

RawTable read_stream(const Document& document, const TableRegion& region, const Grammar& grammar,
                     NumeralLedger& ledger) {
  const TableForm& form = *region.form;
  RawTable table;
  HeadWords heads;
  std::vector<Segment> segments =
      segments_of(document, region, grammar, ledger, heads, table.heads);
  std::vector<std::vector<Column>> choices = column_choices(form);
  // Heads that name one span say that there is but one panel: its rows look like those of two.
  if (heads.month != heads.ytd && panels_of(form.columns).size() > 1) {
    const Span other = heads.month ? Span::ytd : Span::month;
    std::erase_if(choices, [&](const std::vector<Column>& columns) {
      return std::any_of(columns.begin(), columns.end(),
                         [&](const Column& c) { return !c.label && c.span == other; });
    });
  }
  if (choices.empty()) return table;
  if (!heads.month && !heads.ytd) heads = caption_words(grammar, region);
  // Panels side by side follow one another in the text: as many segments as panels make a row.
  const std::size_t panel_count = panels_of(choices.front()).size();
  split_off_names(segments, grammar, region);
  drop_row_numbers(segments, measures(choices.front()) / panel_count, ledger);
  std::vector<std::size_t> counts;
  for (const Segment& segment : segments) counts.push_back(segment.figures.size() * panel_count);
  const std::vector<Column>* const by_place = choose_columns(choices, counts, heads);
  const std::size_t printed = by_place != nullptr ? measures(*by_place) : usual(counts);
  const std::vector<ColumnHead> over = heads_in_order(document, grammar, table.heads, printed);
  table.columns = columns_under(over, form, *grammar.family, by_place);
  table.as_declared = by_place != nullptr && say_all(over, *by_place, form, *grammar.family);
  if (table.columns.empty()) return table;
  const std::vector<Panel> panels = panels_of(table.columns);
  for (const SegmentRow& found :
       segment_rows(std::move(segments), panels.size(), panels.front().measures.size())) {
    RawRow& row = table.rows.emplace_back(RawRow{found.group, found.year, {}});
    row.cells.resize(table.columns.size());
    for (std::size_t i = 0; i < found.segments.size(); ++i)
      fill(row, panels[i], found.segments[i], form, grammar, table.columns);
  }
  return table;
}

}  // namespace tradereport::parser
