// How sure a finding can be of what it blames. Internal to validator.
#pragma once

#include "schemas/finding.h"
#include "validator/blame/blame.h"
#include "validator/blame/faults.h"

namespace tradereport::validator {

// Proved: no other figure explains what is contradicted with as few mistakes. Likely: it is much
// likelier as a misprint than all others together.
Certainty certainty_of(const Fault& fault, const Blame& blame);

// Puts the candidates as the certainty has it: where nothing tells, as a reader meets them and
// without suggestions; else the blamed one first, with its suggestion alone. Where the finding is
// shown is where its first candidate stands.
void settle(Finding& finding);

// True if `a` stands before `b` in the document.
bool stands_before(const Source& a, const Source& b);

}  // namespace tradereport::validator
