// What findings are made of: figures as evidence, relations with what their figures say. Internal
// to validator.
#pragma once

#include <string>

#include "schemas/finding.h"
#include "validator/relations/evidence.h"

namespace tradereport::validator {

// The figure's index in the finding's evidence; it is added if it is not there.
int evidence_index(Finding& finding, const Figure& figure);

Candidate candidate_of(const Figure& figure);

// A word that is wrong: as printed, and what should stand there.
Candidate word_candidate(const std::string& printed, const std::string& suggested,
                         const Source& source);

RelationSort sort_of(const Relation& relation);
RelationWorld world_of(Population population);

// The relation with every level in it, and the figures that these are known from, which become
// evidence of the finding.
FindingRelation relation_shown(Finding& finding, const Relation& relation, const Evidence& evidence,
                               const Family& family);

// Adds what another finding of the same cause rests on: its relations and evidence, and what its
// proof says besides.
void add_what_rests_on_it(Finding& finding, const Finding& other);

// Makes that one of its relations the one that is shown.
void show_first(Finding& finding, int relation);

// The order in which a list of the text names its rows.
FindingRelation list_shown(const TopList& list);

// Two figures that stand for the same, `left` of the text; both become evidence.
FindingRelation same_figure(Finding& finding, const Figure& left, const Figure& right);

}  // namespace tradereport::validator
