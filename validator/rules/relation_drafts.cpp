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
    if (relation.kind == RelationKind::growth) finding.message += ".levels";
    if (relation.kind == RelationKind::outsider) finding.message += ".outsider";
    if (relation.kind == RelationKind::base_row) finding.message += ".rows";
    if (relation.kind == RelationKind::declared &&
        relation.population == Population::previous_period)
      finding.message += ".period";
    if (!relation.equal && has_message(Language::en, finding.message + ".at_most"))
      finding.message += ".at_most";
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
