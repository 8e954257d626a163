// The result of `check` as text for people, and as JSON.
#pragma once

#include <memory>

#include "tools/writers/check/check_output.h"

namespace tradereport::tools {

struct PlainOptions {
  TextStyle style;
  bool quiet = false;       // of reports without findings nothing
  bool statistics = false;  // how many findings each rule has, at the end
  bool blind = false;       // how far the figures are checked
  bool hint = false;        // how to learn more of a rule, under the findings
};

std::unique_ptr<CheckOutput> text_output(CheckOutput::Write write, const PlainOptions& options);

// schemas/check.schema.json describes it.
struct JsonOptions {
  bool certificates = false;  // in full
  bool coverage = false;      // how far each numeral is checked
};

std::unique_ptr<CheckOutput> json_output(CheckOutput::Write write, Language language,
                                         const JsonOptions& options);

}  // namespace tradereport::tools
