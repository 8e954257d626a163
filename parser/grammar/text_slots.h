// The slots of patterns over text: captions, heads, lines. What stands in them is found, not read.
#pragma once

#include "parser/grammar/syntax.h"
#include "schemas/family.h"

namespace tradereport::parser {

// The family's words, and its slots written out in its own language.
PatternSyntax text_syntax(const Family& family);

}  // namespace tradereport::parser
