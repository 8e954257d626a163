// R02: a name stands only once in a list.
#include <algorithm>
#include <map>
#include <tuple>

#include "validator/rules/finding_parts.h"
#include "validator/rules/message_arguments.h"
#include "validator/rules/rule.h"

namespace tradereport::validator {

namespace {

// Some row stands twice in its group; most reports are done with that.
bool any_repeated(const RuleInput& context) {
  const FigureIndex& figures = context.figures;
  return std::any_of(
      context.report.figures.begin(), context.report.figures.end(), [&](const Figure& figure) {
        const Figure* other = figures.next(figure);
        while (other != nullptr &&
               (other->key.place != figure.key.place || other->key.group != figure.key.group))
          other = figures.next(*other);
        return other != nullptr;
      });
}

// Where the figure's row is named: in a text before it on its line, on a page nobody knows.
Source row_name_source(const Figure& figure) {
  Source source = figure.source;
  const std::size_t at = source.line_text.view().rfind(figure.key.row, source.begin);
  const bool found = at != std::string_view::npos;
  source.boxes.clear();
  source.begin = found ? at : 0;
  source.end = found ? at + figure.key.row.size() : 0;
  return source;
}

void in_tables(const RuleInput& context, Drafts& drafts) {
  if (!any_repeated(context)) return;
  // Rows of one table, group and span, by name; a row has several measures but counts once.
  std::map<std::tuple<std::string_view, Span, std::string_view, std::string_view, std::string_view>,
           std::map<Measure, std::vector<const Figure*>>>
      rows;
  for (const Figure& figure : context.report.figures) {
    const FigureKey& key = figure.key;
    rows[{key.place, key.span, key.group, key.flow, key.row}][key.measure].push_back(&figure);
  }
  for (const auto& [row, measures] : rows) {
    const auto twice = std::find_if(measures.begin(), measures.end(),
                                    [](const auto& entry) { return entry.second.size() > 1; });
    if (twice == measures.end()) continue;
    const Figure& second = *twice->second[1];
    Draft draft;
    draft.identity = "repeated/" + second.key.place + "/" + second.key.group + "/" +
                     std::string(to_string(second.key.span)) + "/" + second.key.row;
    draft.finding.message = "R02";
    put_figure(draft.finding.args, second.key);
    draft.finding.source = second.source;
    draft.finding.candidates = {word_candidate(second.key.row, "", row_name_source(second))};
    draft.finding.candidates.front().item.key = second.key;
    draft.finding.source = draft.finding.candidates.front().item.source;
    for (const Figure* figure : twice->second) evidence_index(draft.finding, *figure);
    drafts.push_back(std::move(draft));
  }
}

void in_text(const RuleInput& context, Drafts& drafts) {
  for (std::size_t i = 0; i < context.report.lists.size(); ++i) {
    const TopList& list = context.report.lists[i];
    for (auto name = list.names.begin(); name != list.names.end(); ++name) {
      // Once a name, however often it is repeated.
      if (std::count(list.names.begin(), name, *name) != 1) continue;
      Draft draft;
      draft.identity = "repeated/list/" + std::to_string(i) + "/" + *name;
      draft.list = &list;
      draft.finding.message = "R02.text";
      draft.finding.args["row"] = *name;
      put_term(draft.finding.args, "span", "span", to_string(list.span));
      put_term(draft.finding.args, "flow", "flow", list.flow);
      const auto at = static_cast<std::size_t>(name - list.names.begin());
      draft.finding.candidates = {word_candidate(
          *name, "", at < list.name_sources.size() ? list.name_sources[at] : list.source)};
      draft.finding.source = draft.finding.candidates.front().item.source;
      draft.finding.candidates.front().item.key = FigureKey{
          "text", list.span,     list.flow, "", static_cast<int>(name - list.names.begin()) + 1,
          *name,  Measure::value};
      drafts.push_back(std::move(draft));
    }
  }
}

}  // namespace

void r02_repeated_name(const RuleInput& context, Drafts& drafts) {
  in_tables(context, drafts);
  in_text(context, drafts);
}

}  // namespace tradereport::validator
