// M02: the text's "first N are …" names the N greatest rows of the table, in their order.
#include <algorithm>

#include "validator/figures/top_lists.h"
#include "validator/rules/finding_parts.h"
#include "validator/rules/message_arguments.h"
#include "validator/rules/rule.h"

namespace tradereport::validator {

namespace {

void put_names(Args& args, const std::string& name, const std::vector<std::string>& names) {
  put(args, name, [&](Language language) {
    const std::string separator = format_message(language, "term.list.separator");
    std::string text;
    for (const std::string& item : names) text += (text.empty() ? "" : separator) + item;
    return text;
  });
}

// The names that stand in a wrong place, and what stands there by the table; of a list with unknown
// names these alone.
std::vector<Candidate> wrong_names(const TopList& list, const WrongList& wrong) {
  std::vector<Candidate> all;
  for (std::size_t i = 0; i < list.names.size(); ++i) {
    const std::string& name = list.names[i];
    const std::string expected = i < wrong.expected.size() ? wrong.expected[i] : "";
    const bool unknown =
        std::find(wrong.unknown.begin(), wrong.unknown.end(), name) != wrong.unknown.end();
    if (name == expected || (!wrong.unknown.empty() && !unknown)) continue;
    const bool placed = i < list.name_sources.size() && !list.name_sources[i].line_text.empty();
    Candidate candidate =
        word_candidate(name, expected, placed ? list.name_sources[i] : list.source);
    candidate.item.key =
        FigureKey{"text", list.span, list.flow, "", static_cast<int>(i) + 1, name, Measure::value};
    all.push_back(std::move(candidate));
  }
  return all;
}

}  // namespace

void m02_top_list(const RuleInput& context, Drafts& drafts) {
  for (const WrongList& wrong : context.text.lists) {
    const TopList& list = context.report.lists[wrong.index];
    Draft draft;
    draft.identity = "list/" + std::to_string(wrong.index);
    draft.list = &list;
    draft.expected = wrong.expected;
    Finding& finding = draft.finding;
    finding.message = wrong.length ? "M02.length" : !wrong.unknown.empty() ? "M02.unknown" : "M02";
    Args& args = finding.args;
    put_term(args, "span", "span", to_string(list.span));
    put_term(args, "flow", "flow", list.flow);
    put_place(args, "place", wrong.place);
    put_names(args, "names", list.names);
    put_names(args, "expected", wrong.expected);
    put_names(args, "unknown", wrong.unknown);
    args["announced"] = std::to_string(list.announced);
    args["count"] = std::to_string(list.names.size());
    finding.source = list.source;
    finding.candidates = wrong_names(list, wrong);
    finding.relations.push_back(list_shown(list));
    if (!finding.candidates.empty()) finding.source = finding.candidates.front().item.source;
    for (const Figure& figure : context.report.figures) {
      const FigureKey& key = figure.key;
      const auto named = [&](const std::vector<std::string>& names) {
        return std::find(names.begin(), names.end(), key.row) != names.end();
      };
      if (key.place != wrong.place || key.span != list.span || key.measure != Measure::value ||
          !(named(list.names) || named(wrong.expected)))
        continue;
      const int index = evidence_index(finding, figure);
      for (RelationItem& item : finding.relations.front().items) {
        if (item.row != key.row) continue;
        item.evidence = {index};
        item.interval = Bounds(figure.true_values());
      }
    }
    drafts.push_back(std::move(draft));
  }
}

}  // namespace tradereport::validator
