#include "tools/writers/findings/finding_words.h"

#include <algorithm>
#include <map>
#include <set>

#include "schemas/period_words.h"
#include "tools/writers/findings/possible.h"
#include "validator/findings/describe.h"
#include "validator/findings/practice.h"

namespace tradereport::tools {

std::string finding_kind(const Finding& finding, Language language) {
  std::string kind =
      format_message(language, "cli.severity." + std::string(to_string(finding.severity)), {}) +
      " " + finding.rule;
  if (!finding.candidates.empty())
    kind +=
        format_message(language, "cli.certainty." + std::string(to_string(finding.certainty)), {});
  return kind;
}

std::string value_in_words(const PrintedItem& item, const std::string& value, Language language) {
  return item.word ? period_in_words(value, language) : value;
}

bool is_of_groups(const Finding& finding) {
  std::set<int> explanations;
  return finding.blamed() == nullptr &&
         std::any_of(finding.candidates.begin(), finding.candidates.end(),
                     [&](const Candidate& candidate) {
                       return !explanations.insert(candidate.explanation).second;
                     });
}

OtherCandidates other_candidates(const Finding& finding) {
  OtherCandidates others;
  if (is_of_groups(finding)) return others;
  const Candidate* const blamed = finding.blamed();
  for (const Candidate& candidate : finding.candidates) {
    if (&candidate == blamed) continue;
    const bool with = blamed != nullptr && candidate.explanation == blamed->explanation;
    (with ? others.together : others.instead).push_back(&candidate);
  }
  others.heading = blamed != nullptr                       ? "cli.check.less_likely"
                   : validator::practice_shown_by(finding) ? "cli.check.else_one_of"
                                                           : "cli.check.one_of";
  return others;
}

std::string candidate_in_a_line(const Candidate& candidate, const std::string& file, bool placed,
                                Language language) {
  const auto text = [&](std::string_view id, const std::map<std::string, std::string>& args = {}) {
    return format_message(language, id, args);
  };
  const PrintedItem& item = candidate.item;
  std::string what = validator::describe(item, language);
  if (!item.file.empty() && item.file != file) what = item.file + text("cli.comma") + what;
  if (!item.word) what += text("cli.colon") + item.printed;
  if (!placed && item.source.line > 0)
    what += text("cli.check.on_line", {{"line", std::to_string(item.source.line)}});
  else if (!placed && item.source.page > 0)
    what += text("cli.check.on_the_page", {{"page", std::to_string(item.source.page)}});
  if (candidate.possible)
    what += text("cli.check.would_be", {{"range", possible_text(candidate, language)}});
  if (!candidate.suggested.empty())
    what += text("cli.check.should_be", {{"suggested", candidate.suggested}});
  return what;
}

}  // namespace tradereport::tools
