#include <fmt/format.h>

#include <algorithm>

#include "tools/cli/options.h"
#include "tools/commands.h"
#include "tools/terminal/display_width.h"
#include "tools/terminal/standard_streams.h"
#include "validator/rules.h"

namespace tradereport::tools {

namespace {

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return text;
}

// The page's first heading without its marks and the rule's id: "# M01: …" -> "…".
std::string page_title(std::string_view page, std::string_view id) {
  std::string_view line = page.substr(0, page.find('\n'));
  while (line.starts_with('#') || line.starts_with(' ')) line.remove_prefix(1);
  if (line.starts_with(id)) line.remove_prefix(id.size());
  while (line.starts_with(':') || line.starts_with(' ')) line.remove_prefix(1);
  return one_line(line);
}

}  // namespace

int run_explain(const Invocation& invocation) {
  const Language language = invocation.language;
  const std::string& wanted = invocation.arguments.front();
  for (const validator::RuleInfo& rule : validator::rules()) {
    if (upper(std::string(rule.id)) != upper(wanted)) continue;
    const std::string_view page = validator::rule_page(rule.id, language);
    print(page);
    if (!page.ends_with('\n')) print("\n");
    return kGood;
  }
  complain(fmt::format("{}: {}", kProgram,
                       format_message(language, "cli.error.unknown_rule", {{"rule", wanted}})));
  for (const validator::RuleInfo& rule : validator::rules())
    complain(fmt::format("  {}  {}", rule.id,
                         page_title(validator::rule_page(rule.id, language), rule.id)));
  return kFailure;
}

}  // namespace tradereport::tools
