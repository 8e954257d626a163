#include <fmt/format.h>

#include "parser/reader.h"
#include "tools/commands.h"
#include "tools/display_width.h"
#include "tools/inputs.h"
#include "tools/reading.h"
#include "tools/standard_streams.h"

namespace tradereport::tools {

int run_families(const Invocation& invocation) {
  const bool chinese = invocation.language == Language::zh;
  for (const auto& [file, text] : bundled_families()) {
    const FamilyLoad load = load_family(text, file);
    for (const FamilyError& error : load.errors) complain(error.to_string());
    if (!load.family) return kFailure;
    print(load.family->id + "\n");
    for (const char* const language : {chinese ? "zh" : "en", chinese ? "en" : "zh"})
      if (const auto title = load.family->title.find(language); title != load.family->title.end())
        print("  " + title->second + "\n");
  }
  return kGood;
}

int run_families_check(const Invocation& invocation) {
  const std::string& file = invocation.arguments.front();
  const Bytes bytes = read_bytes(file);
  if (bytes.error) {
    print_error(*bytes.error, invocation.language);
    return kFailure;
  }
  const FamilyLoad load = load_family(bytes.bytes, file);
  std::vector<FamilyError> errors = load.errors;
  if (load.family) errors = check_patterns(*load.family, file);
  for (const FamilyError& error : errors) complain(one_line(error.to_string()));
  if (!errors.empty()) return kFailure;
  print(one_line(file) + ": ok\n");
  return kGood;
}

}  // namespace tradereport::tools
