#include "validator/findings/describe.h"

#include <algorithm>
#include <utility>

#include "schemas/period_words.h"
#include "validator/findings/proof_table.h"
#include "validator/rules/message_arguments.h"
#include "validator/rules/problem_drafts.h"

namespace tradereport::validator {

namespace {

// "span.month"; an id that the catalogue lacks is its own word.
std::string term(Language language, std::string_view id) {
  const std::string key = "term." + std::string(id);
  if (has_message(language, key)) return format_message(language, key);
  return std::string(id.substr(id.find('.') + 1));
}

std::string term(Language language, const std::string& kind, std::string_view id) {
  return term(language, kind + "." + std::string(id));
}

std::string describe_names(const FigureNames& names, Language language) {
  std::map<std::string, std::string> args{{"place", describe_place(names.place, language)},
                                          {"row", std::string(names.row)},
                                          {"span", term(language, "span", names.span)},
                                          {"measure", term(language, "measure", names.measure)}};
  // A row that says its flow itself does not need it said twice.
  const std::string flow = term(Language::zh, "flow", names.flow);
  if (names.place != "text" || names.flow.empty() || names.row.find(flow) != names.row.npos)
    return format_message(language, "figure.key", args);
  args["flow"] = term(language, "flow", names.flow);
  return format_message(language, "figure.key_with_flow", args);
}

std::string describe_bounds(const BoundsText& bounds, Language language) {
  std::string text(bounds.least.empty() ? bounds.greatest : bounds.least);
  const std::map<std::string, std::string> args{{"least", std::string(bounds.least)},
                                                {"greatest", std::string(bounds.greatest)}};
  if (bounds.greatest.empty()) {
    text = format_message(language, "term.at_least", args);
  } else if (bounds.least.empty()) {
    text = format_message(language, "term.at_most", args);
  } else if (bounds.least != bounds.greatest) {
    text = format_message(language, "term.between", args);
  }
  return with_unit(text, std::string(bounds.unit));
}

std::string in_words(std::string_view kind, const std::string& value, Language language) {
  if (kind == ".term") return term(language, value);
  if (kind == ".place") return describe_place(value, language);
  if (kind == ".period") return period_in_words(value, language);
  if (kind == ".bounds") return describe_bounds(bounds_of(value), language);
  return describe_names(names_of(value), language);
}

}  // namespace

std::map<std::string, std::string> arguments_for(const std::map<std::string, std::string>& args,
                                                 Language language) {
  const std::string_view own = language == Language::en ? ".en" : ".zh";
  std::map<std::string, std::string> result;
  for (const auto& [name, value] : args) {
    const std::string_view kind =
        std::string_view(name).substr(std::min(name.find('.'), name.size()));
    const std::string plain = name.substr(0, name.size() - kind.size());
    if (kind.empty() || kind == own) {
      result[plain] = value;
    } else if (kind == ".term" || kind == ".place" || kind == ".figure" || kind == ".period" ||
               kind == ".bounds") {
      result[plain] = in_words(kind, value, language);
    }
  }
  return result;
}

std::string describe_place(std::string_view place, Language language) {
  constexpr std::string_view kTable = "table";
  const std::string_view number = place.substr(std::min(kTable.size(), place.size()));
  const bool digits = !number.empty() && number.find_first_not_of("0123456789") == number.npos;
  if (place.starts_with(kTable) && digits)
    return format_message(language, "term.numbered_table", {{"number", std::string(number)}});
  return term(language, "place", place);
}

std::string describe(const FigureKey& key, Language language) {
  return describe_names(
      FigureNames{key.place, key.row, key.flow, to_string(key.span), to_string(key.measure)},
      language);
}

std::string describe(const PrintedItem& item, Language language) {
  if (item.word || !item.key)
    return format_message(language, "figure.word", {{"word", item.printed}});
  return describe(*item.key, language);
}

std::string describe(const Finding& finding, Language language) {
  return format_message(language, finding.message, arguments_for(finding.args, language));
}

std::string describe(const Problem& problem, Language language) {
  return describe(describe_problem(problem), language);
}

namespace {

constexpr std::string_view kJoint = "B01";

const EvidenceItem& evidence_at(const Finding& finding, int index) {
  return finding.evidence[static_cast<std::size_t>(index)];
}

// A decimal if it is a short one, else a fraction.
std::string exact_text(const Rational& x) {
  constexpr int kMostDigits = 12;
  Rational shifted = x;
  for (int decimals = 0; decimals <= kMostDigits; ++decimals, shifted *= 10) {
    if (shifted.get_den() == 1) return round_down(x, decimals);
  }
  return x.get_str();
}

std::string describe_term(const CertificateTerm& level, bool first, Language language) {
  std::string text = level.coefficient < 0 ? (first ? "−" : " − ") : (first ? "" : " + ");
  const Rational size = abs(level.coefficient);
  if (size != 1) text += exact_text(size) + " × ";
  return text + format_message(language, "proof.level",
                               {{"row", level.row},
                                {"flow", term(language, "flow", level.flow)},
                                {"span", term(language, "span", to_string(level.span))},
                                {"world", term(language, "year", to_string(level.world))}});
}

// "3/2 × [level + level ≥ 28.25]: why it holds"
std::string describe_row(const Finding& finding, const CertificateRow& row, Language language) {
  Args args = arguments_for(row.step.args, language);
  if (row.relation >= 0) {
    const FindingRelation& relation = finding.relations[static_cast<std::size_t>(row.relation)];
    args["relation"] = relation.name.at(language_tag(language));
    args["span"] = term(language, "span", to_string(relation.span));
    args["world"] = term(language, "world", to_string(relation.world));
  }
  if (row.evidence >= 0) {
    const PrintedItem& item = evidence_at(finding, row.evidence).item;
    args["figure"] = describe(item, language);
    args["value"] = with_unit(item.value ? item.value->to_string() : item.printed, item.unit);
  }
  std::string sum;
  for (const CertificateTerm& level : row.terms) sum += describe_term(level, sum.empty(), language);
  args["inequality"] = sum + (row.multiplier > 0 ? " ≥ " : " ≤ ") + exact_text(row.bound);
  args["multiplier"] = exact_text(abs(row.multiplier));
  args["why"] = format_message(language, row.step.key, args);
  return format_message(language, "proof.row", args);
}

std::vector<std::string> lines_of(const std::vector<ProofStep>& steps, Language language) {
  std::vector<std::string> lines;
  for (const ProofStep& step : steps)
    lines.push_back(format_message(language, step.key, arguments_for(step.args, language)));
  return lines;
}

}  // namespace

const FindingRelation* shown_relation(const Finding& finding) {
  const FindingRelation* list = nullptr;
  for (const FindingRelation& relation : finding.relations) {
    if (relation.sort == RelationSort::same && relation.world != RelationWorld::archive) continue;
    if (relation.sort == RelationSort::list) {
      if (list == nullptr) list = &relation;
      continue;
    }
    // Between editions only the figures are told.
    if (cannot_hold(relation) || finding.rule == kJoint || relation.items.empty()) return &relation;
  }
  return list;
}

std::size_t further_relations(const Finding& finding) {
  const FindingRelation* const shown = shown_relation(finding);
  return static_cast<std::size_t>(std::count_if(
      finding.relations.begin(), finding.relations.end(), [&](const FindingRelation& relation) {
        return shown != nullptr && &relation != shown && relation.sort != RelationSort::same &&
               cannot_hold(relation);
      }));
}

std::vector<std::string> describe_proof(const Finding& finding, Language language, bool whole) {
  std::vector<std::string> lines;
  const FindingRelation* const shown = shown_relation(finding);
  for (const FindingRelation& relation : finding.relations) {
    if (!whole && &relation != shown) continue;
    const ProofTable table = proof_table(finding, relation, language, whole);
    lines.push_back(table.title);
    const std::string rate = rate_in_words(finding, relation, language);
    if (!rate.empty()) lines.push_back(rate);
    for (const ProofLine& item : table.lines)
      lines.push_back(format_message(language, "proof.line",
                                     {{"item", item.item},
                                      {"printed", item.printed.empty() ? "–" : item.printed},
                                      {"least", item.least.empty() ? "−∞" : item.least},
                                      {"greatest", item.greatest.empty() ? "∞" : item.greatest}}));
  }
  const std::size_t further = further_relations(finding);
  if (further > 0 && !whole)
    lines.push_back(format_message(language, "proof.further", {{"n", std::to_string(further)}}));
  for (std::string& remark : describe_remarks(finding, language))
    lines.push_back(std::move(remark));
  return lines;
}

std::vector<std::string> describe_remarks(const Finding& finding, Language language) {
  std::vector<ProofStep> remarks = finding.proof;
  // That one stands above its relation (proof_table.h).
  std::erase_if(remarks, [](const ProofStep& step) { return step.key == "proof.would_break"; });
  return lines_of(remarks, language);
}

std::vector<std::string> describe_certificate(const Finding& finding, Language language) {
  std::vector<std::string> lines;
  for (const CertificateRow& row : finding.certificate)
    lines.push_back(describe_row(finding, row, language));
  for (std::string& line : lines_of(finding.details, language)) lines.push_back(std::move(line));
  return lines;
}

}  // namespace tradereport::validator
