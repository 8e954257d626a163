#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "tools/annotated_copies.h"
#include "tools/checking.h"
#include "tools/cli/settings.h"
#include "tools/commands.h"
#include "tools/inputs/inputs.h"
#include "tools/terminal/standard_streams.h"
#include "tools/workers/reading.h"

namespace tradereport::tools {

namespace {

// What the file says, if there is one; nothing if it has errors, which stand on standard error.
std::optional<Settings> settings_of(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return Settings{};
  SettingsLoad load = load_settings(std::string(std::istreambuf_iterator<char>(stream), {}), file);
  for (const std::string& error : load.errors) complain(error);
  return std::move(load.settings);
}

using MakeResults = std::function<CheckResults(const Invocation&)>;

int check_inputs(const Invocation& given, const MakeResults& make_results) {
  const std::string file = settings_path(given.arguments);
  std::optional<Settings> settings = settings_of(file);
  if (!settings) return kFailure;
  Invocation invocation = given;  // what the command line says goes before what the file says
  if (settings->fail_on) invocation.values.emplace("fail-on", *settings->fail_on);
  if (settings->strict) invocation.values.emplace("strict", "yes");
  if (!settings->family.empty()) invocation.values.emplace("family", settings->family);
  const std::unique_ptr<parser::Reader> reader = make_reader(invocation);
  if (reader == nullptr) return kFailure;
  std::optional<AnnotatedCopies> copies;
  if (invocation.has("annotate")) copies.emplace(invocation);
  Check check(invocation, std::move(*settings), file, make_results(invocation),
              copies ? &copies->marking() : nullptr);
  const ReadPlan plan{Request::Task::check,
                      check.shows_pages(),
                      check.shows_pages() || invocation.has("blind"),
                      {},
                      {},
                      asked_period(invocation)};
  const auto is_copy = [&](const std::string& path) { return copies && copies->is_copy(path); };
  Inputs drafts = expand_inputs(invocation.arguments, {}, is_copy);
  if (invocation.has("against")) {
    Inputs published = expand_inputs(invocation.all("against"), drafts.files, is_copy);
    const ReadPlan findings_alone{Request::Task::check, false, false, {}, {}};
    if (!read_all(invocation, std::move(published), *reader, findings_alone,
                  [&](DocumentResult&& document) { check.take_published(std::move(document)); }))
      return kFailure;
  }
  if (!read_all(invocation, std::move(drafts), *reader, plan,
                [&](DocumentResult&& document) { check.take(std::move(document)); }))
    return kFailure;
  check.compare();
  const int status = check.finish();
  return copies && !copies->write(*reader) ? kFailure : status;
}

}  // namespace

int run_check(const Invocation& invocation) {
  return check_inputs(invocation, [](const Invocation& with) { return CheckResults(with); });
}

int run_check_into(const Invocation& invocation, std::unique_ptr<CheckOutput> output) {
  return check_inputs(invocation, [&](const Invocation& /*with*/) {
    std::vector<std::unique_ptr<CheckOutput>> outputs;
    outputs.push_back(std::move(output));
    return CheckResults(std::move(outputs));
  });
}

}  // namespace tradereport::tools
