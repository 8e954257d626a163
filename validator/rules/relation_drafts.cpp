#include "validator/rules/relation_drafts.h"

#include "validator/rules/finding_parts.h"
#include "validator/rules/message_arguments.h"
#include "validator/rules/relation_proof.h"

namespace tradereport::validator {

void relation_drafts(const RuleInput& context, std::string_view rule, Drafts& drafts) {
  for (const Contradiction& contradiction : context.contradictions) {
    const Relation& relation = *contradiction.relation;
    if (relation.rule != rule) continue;
    Draft draft;
    draft.identity = relation.key();
    draft.contradiction = &contradiction;
    Finding& finding = draft.finding;
    finding.message = rule;
    // What a rule says of some relations in words of their own.
    const auto in_words_of = [&](bool such, std::string_view words) {
      std::string own = finding.message + std::string(words);
      if (such && has_message(Language::en, own)) finding.message = std::move(own);
    };
    const bool rows = relation.kind == RelationKind::base_row;
    in_words_of(relation.kind == RelationKind::growth, ".levels");
    in_words_of(relation.kind == RelationKind::outsider, ".outsider");
    in_words_of(rows, ".rows");
    in_words_of(!rows && relation.population == Population::previous_period, ".period");
    in_words_of(!relation.equal, ".at_most");
    Args& args = finding.args;
    const Figure& first = *contradiction.figures.front();
    put_figure(args, first.key);
    put(args, "relation",
        [&](Language language) { return relation_name(relation, context.family, language); });
    put_term(args, "world", "world", to_string(relation.population));
    put_sides(args, contradiction, first.unit);
    args["next"] = relation.parts.front().unknown.row;
    finding.source = first.source;
    finding.relations.push_back(
        relation_shown(finding, relation, *context.evidence, context.family));
    drafts.push_back(std::move(draft));
  }
}

}  // namespace tradereport::validator
