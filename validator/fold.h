// One cause, one finding. Internal to validator.
#pragma once

#include <vector>

#include "schemas/finding.h"
#include "validator/rules/rule.h"

namespace tradereport {

// Decides for every claim that differs from its table which of the two is wrong, groups what one
// wrong figure explains, and says what should stand there.
//
// - Text or table: the claim's figure is put in the table's place. If fewer things are wrong then,
//   the table's figure is blamed and what has disappeared is folded under the finding.
// - Claims that only follow a wrong name of a top-N list are folded under M02.
// - Of the contradicted relations that are left, those that one figure can repair are one finding.
//   Among the figures that could, those that the text confirms are not suspected.
// - Missing rows under the repeated or unknown name that stands in their place; unread numerals
//   under the list that they could not be read with.
std::vector<Finding> fold(const Context& context, Drafts drafts);

}  // namespace tradereport
