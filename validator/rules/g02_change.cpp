// G02: last year's balance, from value and absolute change, is last year's difference.
#include "validator/rules/relation_drafts.h"

namespace tradereport {

void g02_change(const Context& context, Drafts& drafts) {
  relation_drafts(context, "G02", drafts);
}

}  // namespace tradereport
