// M02: the text's "first N are …" names the N greatest rows of the table, in their order.
#include <algorithm>

#include "validator/figures/top_lists.h"
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
    for (const std::string& name : list.names)
      finding.printed += (finding.printed.empty() ? "" : ", ") + name;
    finding.source = list.source;
    for (const Figure& figure : context.report.figures) {
      const FigureKey& key = figure.key;
      const auto named = [&](const std::vector<std::string>& names) {
        return std::find(names.begin(), names.end(), key.row) != names.end();
      };
      if (key.place != wrong.place || key.span != list.span || key.measure != Measure::value ||
          !(named(list.names) || named(wrong.expected)))
        continue;
      finding.involved.push_back(key);
      finding.proof.push_back(figure_step(figure));
    }
    drafts.push_back(std::move(draft));
  }
}

}  // namespace tradereport::validator
