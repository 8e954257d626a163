#include "parser/report/report_builder.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "parser/layout/join_lines.h"
#include "parser/layout/layout.h"
#include "parser/layout/next_report.h"
#include "parser/narrative/narrative.h"
#include "parser/report/holes.h"
#include "parser/report/negative_forms.h"
#include "parser/report/non_figures.h"
#include "parser/report/period_vote.h"
#include "parser/tables/row_names.h"
#include "parser/tables/second_table.h"
#include "parser/tables/table.h"
#include "parser/text/numeral.h"
#include "parser/text/numeral_ledger.h"
#include "parser/text/numeral_spelling.h"

namespace tradereport::parser {

namespace {

// The head of a table has at most so many lines.
constexpr std::size_t kHeadWindow = 8;

// Of the family's titles those that its own patterns match: the others are translations. All, if
// the patterns match none.
std::vector<std::string> printed_titles(const Signs& signs) {
  std::vector<std::string> titles;
  std::vector<std::string> all;
  for (const auto& [language, title] : signs.family->title) {
    if (std::any_of(signs.titles.begin(), signs.titles.end(),
                    [&printed = title](const Pattern& pattern) {
                      return !pattern.find(printed, 0).empty();
                    }))
      titles.push_back(title);
    all.push_back(title);
  }
  return titles.empty() && !signs.titles.empty() ? all : titles;
}

}  // namespace

Recognised recognise(const Document& document, const Signs& signs) {
  std::vector<bool> tables(signs.family->tables.size(), false);
  const bool heads =
      std::any_of(signs.editions.begin(), signs.editions.end(),
                  [](const Signs::Edition& edition) { return !edition.head.empty(); });
  Text previous;
  std::deque<std::string> last;  // lines, among which a head may be
  for (const Line& line : document.lines) {
    for (const Pattern& title : signs.titles) {
      if (!title.find(line.text.view(), 0).empty()) return {true, {}};
    }
    join(document, previous, line.text);  // a caption or sentence over two lines
    for (const Pattern& title : signs.titles) {
      if (signs.family->is_prose() && !title.find(previous.view(), 0).empty()) return {true, {}};
    }
    std::string window;
    if (heads) {
      last.push_back(line.text.utf8);
      if (last.size() > kHeadWindow) last.pop_front();
      window = fmt::format("{}", fmt::join(last, " "));
    }
    for (const Signs::Edition& edition : signs.editions) {
      const bool found = edition.head.empty() ? edition.is_under(line.text.view()) ||
                                                    edition.is_under(previous.view())
                                              : edition.is_under(window);
      if (found) tables[edition.table] = true;
    }
    previous = line.text;
  }
  const auto found = std::count(tables.begin(), tables.end(), true);
  const int needed = signs.family->recognise.captions;
  if (needed > 0 && found >= needed) return {true, {}};
  ReadError::Tried tried{
      signs.family->id, printed_titles(signs), {}, static_cast<int>(found), needed};
  for (const TableForm& table : signs.family->tables) tried.captions.push_back(table.title);
  return {false, std::move(tried)};
}

namespace {

class ReportBuilder {
 public:
  ReportBuilder(Document document, const Grammar& grammar, const std::string& file,
                const PeriodHints& hints, NegativeCells& negatives)
      : document_(std::move(document)),
        grammar_(grammar),
        hints_(hints),
        negatives_(negatives),
        periods_(grammar.vocabulary()) {
    report_.file = file;
    report_.family = grammar.family->id;
    report_.pages = document_.pages;
  }

  std::optional<Report> run() {
    std::vector<LineRole> roles = take_out_furniture(document_, grammar_);
    if (const auto next = set_apart_next_report(document_, grammar_, roles)) {
      const Text& text = document_.lines[*next].text;
      report_.problems.push_back({NextReport{}, source_of(document_, text, 0, text.size())});
    }
    NumeralLedger ledger(document_);
    account_for_furniture(roles, ledger);
    Layout layout = lay_out(document_, roles, grammar_);
    close_foreign_numerals(layout);
    const std::optional<Period> period = period_of(layout, ledger);
    if (!period) return std::nullopt;
    report_.period = *period;
    read_tables(layout, ledger);
    read_text(layout, ledger);
    mark_non_figures(document_, layout, grammar_, periods_, ledger);
    for (Problem& problem : placeholders(document_, roles, layout, grammar_))
      report_.problems.push_back(std::move(problem));
    if (document_.damaged) report_.problems.push_back({Damaged{}, {}});
    for (const int page : document_.unread_pages) {
      Source source;
      source.page = page;
      report_.problems.push_back({PageUnread{}, std::move(source)});
    }
    tell_each_unit_once();
    report_.numerals = ledger.take();
    return std::move(report_);
  }

 private:
  // What the user says, else what the report prints, else what else tells of it.
  std::optional<Period> period_of(const Layout& layout, NumeralLedger& ledger) {
    if (hints_.period) return hints_.period;
    if (const auto voted = vote_period(layout, periods_, grammar_.family->is_prose())) return voted;
    const auto named = grammar_.vocabulary().in_file_name(hints_.file_name);
    if (named && named->year && named->to > 0) return Period{*named->year, named->to};
    for (TableRegion region : layout.tables) {
      if (region.form->id != grammar_.family->period_source.last_row) continue;
      const RawTable raw = read_edition(document_, region, grammar_, ledger);
      if (const auto last = last_period(document_, region, grammar_, raw)) return last;
    }
    return std::nullopt;
  }

  // In what figures are read from: heads and captions have other numerals.
  void close_foreign_numerals(Layout& layout) {
    const NumeralSpelling& spelling = grammar_.family->numerals;
    for (Text& text : layout.narrative) parser::close_foreign_numerals(document_, spelling, text);
    for (const TableRegion& region : layout.tables) {
      for (const std::size_t index : region.lines)
        parser::close_foreign_numerals(document_, spelling, document_.lines[index].text);
    }
  }

  void account_for_furniture(const std::vector<LineRole>& roles, NumeralLedger& ledger) const {
    for (std::size_t i = 0; i < roles.size(); ++i) {
      const Text& text = document_.lines[i].text;
      if (roles[i] == LineRole::running_head) ledger.mark(text, NumeralUse::running_head);
      if (roles[i] == LineRole::page_number) ledger.mark(text, NumeralUse::page_number);
      if (roles[i] == LineRole::footnote) ledger.mark(text, NumeralUse::footnote);
    }
  }

  void read_tables(const Layout& layout, NumeralLedger& ledger) {
    for (const TableRegion& found : layout.tables) {
      TableRegion region = found;
      RawTable raw = read_edition(document_, region, grammar_, ledger);
      cut_at_second_table(document_, region, grammar_, twin_is_lost(region, layout), raw);
      add_table(document_, region, raw, grammar_, ledger, negatives_, report_);
      if (found.has_caption()) check_period(found.caption, "caption");
    }
    for (const TableForm& form : grammar_.family->tables)
      if (is_lost(form, layout)) add_missing("table", form.title, form.id);
    for (Problem& problem : unread_spans(report_, *grammar_.family))
      report_.problems.push_back(std::move(problem));
    report_.has_month = report_.figures.empty() ||
                        std::any_of(report_.figures.begin(), report_.figures.end(),
                                    [](const Figure& f) { return f.key.span == Span::month; });
    for (const Text& heading : layout.headings) {
      check_period(heading, "heading");
      ledger.mark(heading, NumeralUse::label);
    }
    for (const Text& picture : layout.pictures) {
      check_period(picture, "caption");
      ledger.mark(picture, NumeralUse::left_alone);
    }
    for (const std::size_t index : layout.left_alone)
      ledger.mark(document_.lines[index].text, NumeralUse::left_alone);
  }

  // A table that every such report has, and this one has not. One that is known by its caption
  // alone is not of a report without captions.
  bool is_lost(const TableForm& form, const Layout& layout) const {
    const auto editions = form.all_editions();
    const bool by_caption =
        std::all_of(editions.begin(), editions.end(),
                    [](const TableForm* edition) { return edition->head.empty(); });
    const bool no_captions =
        !layout.tables.empty() &&
        std::none_of(layout.tables.begin(), layout.tables.end(),
                     [](const TableRegion& region) { return region.has_caption(); });
    return form.is_due(report_.period.month) && !(by_caption && no_captions) &&
           std::none_of(layout.tables.begin(), layout.tables.end(),
                        [&](const TableRegion& region) { return region.form->id == form.id; });
  }

  bool twin_is_lost(const TableRegion& region, const Layout& layout) const {
    const std::vector<TableForm>& forms = grammar_.family->tables;
    return std::any_of(forms.begin(), forms.end(), [&](const TableForm& form) {
      return is_lost(form, layout) && form.shares_rows_with(*region.form);
    });
  }

  void add_missing(const std::string& what, const std::string& name, const std::string& place) {
    report_.problems.push_back({Missing{what, name, place}, {}});
  }

  void add_stale(const std::string& what, const PeriodMention& mention, Source source) {
    StalePeriod stale{what, to_string(mention), report_.period.to_string()};
    report_.problems.push_back({std::move(stale), std::move(source)});
  }

  // A caption may name a second period on purpose, to set the report's against it.
  void check_period(const Text& text, const std::string& what) {
    const std::vector<FoundPeriod>& named = periods_.in(text);
    if (named.empty() || std::any_of(named.begin(), named.end(), [&](const FoundPeriod& found) {
          return !reading_of(found.mention, report_.period).stale;
        }))
      return;
    const FoundPeriod& found = named.front();
    add_stale(what, found.mention, source_of(document_, text, found.at.begin, found.at.end));
  }

  // That most of the tables' levels are printed in, if it is not one of the family's.
  std::string unit() const {
    std::map<std::string, int> counts;
    for (const Figure& figure : report_.figures)
      if (figure.key.measure == Measure::value) ++counts[figure.unit];
    const auto most =
        std::max_element(counts.begin(), counts.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    const Unit* const found = most == counts.end() ? nullptr : grammar_.family->unit(most->first);
    return found != nullptr && found->foreign ? found->id : std::string();
  }

  void tell_each_unit_once() {
    std::set<std::string> told;
    std::erase_if(report_.problems, [&](const Problem& problem) {
      const auto* const unit = std::get_if<UnitDiffers>(&problem.what);
      return unit != nullptr && !told.insert(unit->found).second;
    });
  }

  // That the tables print such a figure with: the figure itself, or else the least of its measure.
  int decimals_in_tables(const FigureKey& key) const {
    int decimals = grammar_.family->is_prose() ? 0 : 1;
    for (const Figure& figure : report_.figures) {
      const FigureKey& other = figure.key;
      if (other.measure != key.measure) continue;
      if (other.flow == key.flow && other.row == key.row && other.span == key.span)
        return figure.value.decimals();
      decimals = std::min(decimals, figure.value.decimals());
    }
    return decimals;
  }

  void read_text(const Layout& layout, NumeralLedger& ledger) {
    // Names that only this report's tables know may stand in its narrative too.
    NameIndex names = grammar_.names;
    const FigureKey* last = nullptr;
    for (const Figure& figure : report_.figures) {
      const bool same_row = last != nullptr && last->row == figure.key.row &&
                            last->group == figure.key.group && last->place == figure.key.place;
      last = &figure.key;
      if (same_row) continue;
      const TableForm* const form = grammar_.family->table(figure.key.place);
      std::string set = form->names;
      for (const GroupForm& group : form->groups)
        if (set.empty() || group.name == figure.key.group) set = group.names;
      if (!set.empty() && grammar_.names.find("row:" + form->id, figure.key.row) == std::nullopt)
        names.add(set, figure.key.row, figure.key.row);
    }
    Narrative narrative =
        read_narrative(document_, layout.narrative, grammar_, names, report_.period, unit());
    const std::vector<bool> believed = believe_stale(narrative);
    for (ReadClaim& read : narrative.claims) {
      if (read.stale >= 0 && !believed[static_cast<std::size_t>(read.stale)]) continue;
      ledger.mark(read.number, NumeralUse::claim);
      if (read.flat) read.claim.value = Decimal(0, decimals_in_tables(read.claim.key));
      report_.claims.push_back(std::move(read.claim));
    }
    for (std::size_t i = 0; i < narrative.stale.size(); ++i) {
      if (believed[i]) add_stale("sentence", narrative.stale[i].mention, narrative.stale[i].source);
    }
    for (const Text& mark : narrative.marks) ledger.mark(mark, NumeralUse::footnote_marker);
    report_.lists = std::move(narrative.lists);
    for (Problem& problem : narrative.problems) report_.problems.push_back(std::move(problem));
    if (report_.claims.empty()) add_missing("section", "", "text");
    for (Problem& problem : unspoken(report_, *grammar_.family))
      report_.problems.push_back(std::move(problem));
  }

  // A sentence that names another period is either stale, and its figures are those of this
  // report's tables, or it speaks of another time, and its figures are none of this report's.
  std::vector<bool> believe_stale(const Narrative& narrative) const {
    std::vector<int> same(narrative.stale.size(), 0);
    std::vector<int> other(narrative.stale.size(), 0);
    for (const ReadClaim& read : narrative.claims) {
      if (read.stale < 0) continue;
      const bool agrees =
          std::any_of(report_.figures.begin(), report_.figures.end(), [&](const Figure& figure) {
            const FigureKey& a = figure.key;
            const FigureKey& b = read.claim.key;
            return a.span == b.span && a.flow == b.flow && a.row == b.row &&
                   a.measure == b.measure && figure.value == read.claim.value;
          });
      ++(agrees ? same : other)[static_cast<std::size_t>(read.stale)];
    }
    std::vector<bool> believed(narrative.stale.size());
    for (std::size_t i = 0; i < believed.size(); ++i) believed[i] = same[i] > other[i];
    return believed;
  }

  Document document_;
  const Grammar& grammar_;
  const PeriodHints& hints_;
  NegativeCells& negatives_;
  PeriodFinder periods_;
  Report report_;
};

}  // namespace

std::optional<Report> build_report(Document document, const Grammar& grammar,
                                   const std::string& file, const PeriodHints& hints) {
  respell_numerals(document, grammar.family->numerals);
  NegativeCells negatives;
  std::optional<Report> report = ReportBuilder(document, grammar, file, hints, negatives).run();
  if (!report || negatives.unread.empty()) return report;
  // What a sign means is known only from the whole report: where it tells, it is read once more.
  negatives = {negative_forms(*report, negatives.unread, *grammar.family), {}};
  if (negatives.forms.empty()) return report;
  return ReportBuilder(std::move(document), grammar, file, hints, negatives).run();
}

}  // namespace tradereport::parser
