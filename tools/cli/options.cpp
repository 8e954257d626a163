#include "tools/cli/options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

namespace tradereport::tools {

namespace {

const Option kFamily{"family", 0, "FILE", "cli.option.family", {}, "", false};
const Option kPeriod{"period", 0,     "YYYY-MM", "cli.option.period", {}, "", false, 0, 0,
                     false,    false, true};
const Option kAllowUnchecked{"allow-unchecked", 0, "", "cli.option.allow_unchecked", {}, ""};
// How files are opened: the same for every command that does.
const Option kJobs{"jobs", 'j', "N", "cli.option.jobs", {}, "", false, 1, 1024};
const Option kTimeLimit{"time-limit", 0, "SECONDS", "cli.option.time_limit", {}, "60",
                        false,        1, 86400};
const Option kCpuLimit{"cpu-limit", 0, "SECONDS", "cli.option.cpu_limit", {}, "30",
                       false,       1, 86400};
const Option kMemoryLimit{"memory-limit", 0,  "MIB",  "cli.option.memory_limit", {}, "1024",
                          false,          64, 1048576};
const Option kRequireSandbox{"require-sandbox", 0, "", "cli.option.require_sandbox", {}, ""};
const Option kFreshWorkers{"fresh-workers", 0, "", "cli.option.fresh_workers", {}, ""};
const Option kVerbose{"verbose", 'v', "", "cli.option.verbose", {}, ""};
const Argument kReports{"FILE|DIR", "cli.argument.reports", true};

// A command's own options, how files are opened, and what comes last.
std::vector<Option> with_opening(std::vector<Option> own, const std::vector<Option>& last) {
  own.insert(own.end(), {kTimeLimit, kCpuLimit, kMemoryLimit, kRequireSandbox, kFreshWorkers});
  own.insert(own.end(), last.begin(), last.end());
  return own;
}

std::vector<Command> make_commands() {
  return {
      {"check",
       "cli.command.check",
       "cli.about.check",
       {kReports},
       with_opening(
           {{"format",
             0,
             "FORMAT",
             "cli.option.check_format",
             {"text", "json", "html", "sarif", "junit", "github", "gitlab"},
             "text"},
            {"output", 'o', "[FORMAT=]FILE", "cli.option.check_output", {}, "", false, 0, 0, true},
            {"against", 0, "FILE|DIR", "cli.option.against", {}, "", false, 0, 0, true, true},
            {"companion", 0, "DIR", "cli.option.companion", {}, ""},
            {"annotate", 0, "DIR", "cli.option.annotate", {}, ""},
            {"force", 0, "", "cli.option.annotate_force", {}, ""},
            {"fail-on",
             0,
             "SEVERITY",
             "cli.option.fail_on",
             {"error", "warning", "never"},
             "error"},
            {"accept", 0, "", "cli.option.accept", {}, ""},
            {"strict", 0, "", "cli.option.strict", {}, ""},
            {"quiet", 'q', "", "cli.option.quiet", {}, ""},
            {"statistics", 0, "", "cli.option.statistics", {}, ""},
            {"blind", 0, "", "cli.option.blind", {}, ""},
            {"proof", 0, "", "cli.option.proof", {}, ""},
            kAllowUnchecked,
            kPeriod,
            kFamily,
            kJobs},
           {kVerbose})},
      {"convert",
       "cli.command.convert",
       "cli.about.convert",
       {kReports},
       with_opening({{"output", 'o', "DIR|FILE", "cli.option.output", {}, "."},
                     {"format",
                      0,
                      "FORMAT",
                      "cli.option.convert_format",
                      {"csv", "json", "xlsx", "sqlite"},
                      "csv"},
                     {"encoding",
                      0,
                      "ENCODING",
                      "cli.option.encoding",
                      {"utf-8", "utf-8-bom", "gb18030"},
                      "utf-8"},
                     kAllowUnchecked,
                     {"license", 0, "ID", "cli.option.license", {}, "notspecified"},
                     {"resume", 0, "", "cli.option.resume", {}, ""},
                     {"force", 0, "", "cli.option.force", {}, ""},
                     kPeriod,
                     kFamily,
                     kJobs},
                    {kVerbose})},
      {"diff",
       "cli.command.diff",
       "cli.about.diff",
       {{"OLD", "cli.argument.old", false}, {"NEW", "cli.argument.new", false}},
       with_opening({{"format", 0, "FORMAT", "cli.option.diff_format", {"text", "json"}, "text"},
                     kAllowUnchecked,
                     kFamily},
                    {kVerbose})},
      {"discover",
       "cli.command.discover",
       "cli.about.discover",
       {kReports},
       with_opening({{"format",
                      0,
                      "FORMAT",
                      "cli.option.diff_format",
                      {"text", "json", "csv", "html"},
                      "text"},
                     {"output", 'o', "DIR", "cli.option.discover_output", {}, ""},
                     kJobs},
                    {kVerbose})},
      {"serve",
       "cli.command.serve",
       "cli.about.serve",
       {},
       with_opening({{"port", 0, "N", "cli.option.port", {}, "0", false, 0, 65535},
                     {"open", 0, "", "cli.option.open", {}, ""},
                     kFamily,
                     kJobs},
                    {})},
      {"explain",
       "cli.command.explain",
       "cli.about.explain",
       {{"RULE", "cli.argument.rule", false}},
       {}},
      {"families", "cli.command.families", "cli.about.families", {}, {}},
      {"families check",
       "cli.command.families_check",
       "cli.about.families_check",
       {{"FILE", "cli.argument.family", false}},
       {}},
      {"families try",
       "cli.command.families_try",
       "cli.about.families_try",
       {{"FILE", "cli.argument.family", false}, {"REPORT", "cli.argument.report", false}},
       {}},
  };
}

}  // namespace

std::string Option::value_synopsis() const {
  return choices.empty() ? value : fmt::format("{}", fmt::join(choices, "|"));
}

std::string Option::synopsis() const {
  std::string text = letter != 0 ? fmt::format("-{}, --{}", letter, name) : "--" + name;
  if (!value.empty()) text += " " + value_synopsis() + (many ? "…" : "");
  return text;
}

const Option& Command::option(std::string_view wanted) const {
  return *std::find_if(options.begin(), options.end(),
                       [&](const Option& option) { return option.name == wanted; });
}

std::string Command::synopsis() const {
  std::string text = fmt::format("{} {} [OPTION]…", kProgram, path);
  for (const Argument& argument : arguments)
    text += " " + argument.name + (argument.many ? "…" : "");
  return text;
}

const std::vector<Command>& commands() {
  static const std::vector<Command> table = make_commands();
  return table;
}

const std::vector<Option>& common_options() {
  static const std::vector<Option> table{
      {"lang", 0, "LANG", "cli.option.lang", {"zh", "en"}, ""},
      {"help", 'h', "", "cli.option.help", {}, ""},
  };
  return table;
}

const std::vector<Option>& program_options() {
  static const std::vector<Option> table{
      {"version", 0, "", "cli.option.version", {}, ""},
      {"man", 0, "", "cli.option.man", {}, "", true},
      {"completions", 0, "SHELL", "cli.option.completions", {"bash", "zsh", "fish"}, "", true},
  };
  return table;
}

const Command* find_command(std::string_view path) {
  const auto& all = commands();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Command& c) { return c.path == path; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace tradereport::tools
