#include "parser/grammar/same_word.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "parser/grammar/names.h"

namespace tradereport::parser {

bool same_word(std::string_view a, std::string_view b) {
  const std::string first = name_key(a);
  const std::string second = name_key(b);
  return first == second || icu::UnicodeString::fromUTF8(first).caseCompare(
                                icu::UnicodeString::fromUTF8(second), U_FOLD_CASE_DEFAULT) == 0;
}

}  // namespace tradereport::parser
