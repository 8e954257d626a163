#include "schemas/family_numerals.h"

#include <algorithm>
#include <utility>

namespace tradereport {

namespace {

const std::vector<std::pair<std::string, NegativeForm>> kNegatives{
    {"(x)", NegativeForm::brackets},
    {"x-", NegativeForm::minus_behind},
    {"▲x", NegativeForm::black_triangle},
    {"△x", NegativeForm::white_triangle},
    {"▼x", NegativeForm::down_triangle}};

}  // namespace

void read_numerals(TomlReader& root, Family& family) {
  root.one("numerals", [&](TomlReader& r) {
    NumeralSpelling& spelling = family.numerals;
    const std::string decimal = r.has("decimal") ? r.text("decimal") : ".";
    if (decimal != "." && decimal != ",") r.error("decimal", "must be \".\" or \",\"");
    spelling.decimal = decimal == "," ? ',' : '.';
    if (r.has("thousands")) {
      spelling.thousands.clear();
    } else if (spelling.decimal == ',') {
      spelling.thousands = "";
    }
    for (const std::string& separator : r.optional_texts("thousands")) {
      if (separator.size() != 1 || std::string_view(".,' ").find(separator) == std::string::npos) {
        r.error("thousands", "'" + separator + "' is none of . , ' and a blank");
      } else if (separator.front() == spelling.decimal) {
        r.error("thousands", "'" + separator + "' is the decimal sign");
      } else {
        spelling.thousands += separator;
      }
    }
  });
  root.one("report", [&](TomlReader& r) {
    family.period_source = {r.optional_text("file_name"), r.optional_text("last_row")};
  });
}

std::vector<NegativeForm> read_negatives(TomlReader& r, const std::string& key) {
  std::vector<NegativeForm> forms;
  for (const std::string& sign : r.optional_texts(key)) {
    const auto found = std::find_if(kNegatives.begin(), kNegatives.end(),
                                    [&](const auto& known) { return known.first == sign; });
    if (found != kNegatives.end()) {
      forms.push_back(found->second);
    } else {
      r.error(key, "'" + sign + "' is none of (x), x-, ▲x, △x, ▼x", r.node(key));
    }
  }
  return forms;
}

}  // namespace tradereport
