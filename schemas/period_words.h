// A period as people read it.
#pragma once

#include <string>
#include <string_view>

#include "schemas/messages.h"

namespace tradereport {

// Of a month or of months of one year, with or without it, as reports name them:
//   period_in_words("2024-05", Language::zh) -> "2024年5月"
//   period_in_words("2024-01..05", Language::en) -> "January to May 2024"
//   period_in_words("05", Language::en) -> "May"
// Anything else comes back as it is.
std::string period_in_words(std::string_view period, Language language);

}  // namespace tradereport
