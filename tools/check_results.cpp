#include "tools/check_results.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <set>
#include <utility>

#include "tools/cli/options.h"
#include "tools/page/page_output.h"
#include "tools/terminal/standard_streams.h"
#include "tools/terminal/terminal.h"
#include "tools/writers/check/github_writer.h"
#include "tools/writers/check/gitlab_writer.h"
#include "tools/writers/check/junit_writer.h"
#include "tools/writers/check/plain_outputs.h"
#include "tools/writers/check/sarif_writer.h"

namespace tradereport::tools {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void cannot_write(const std::string& file) {
  throw OutputError{file + ": " + std::strerror(errno)};
}

// Writes into a file from now on, flushed after each piece: what was found is there even if the
// program is stopped.
CheckOutput::Write into(const std::string& file, const char* mode) {
  const std::shared_ptr<std::FILE> opened(std::fopen(file.c_str(), mode), [](std::FILE* stream) {
    if (stream != nullptr) std::fclose(stream);
  });
  if (opened == nullptr) cannot_write(file);
  return [opened, file](std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), opened.get()) != text.size() ||
        std::fflush(opened.get()) != 0)
      cannot_write(file);
  };
}

// The runner's summary of the job, where there is one.
CheckOutput::Write job_summary() {
  const char* const file = std::getenv("GITHUB_STEP_SUMMARY");
  if (file == nullptr || *file == '\0') return {};
  return into(file, "a");
}

PlainOptions plain_options(const Invocation& invocation, bool to_terminal) {
  PlainOptions options;
  const Terminal terminal = to_terminal ? terminal_of(stdout) : Terminal{};
  options.style = {invocation.language, terminal.colour, terminal.columns, invocation.has("proof")};
  options.quiet = invocation.has("quiet");
  options.statistics = invocation.has("statistics");
  options.blind = invocation.has("blind");
  options.hint = to_terminal && is_terminal(stdout);
  return options;
}

// Whose lines are what findings point at anyway; those of a Word file no host shows.
bool is_text_file(const std::string& file) {
  std::string end = fs::path(file).extension().string();
  std::transform(end.begin(), end.end(), end.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return end == ".txt";
}

std::string first_bytes_of(const fs::path& path) {
  std::ifstream there(path, std::ios::binary);
  std::string start(200, '\0');
  there.read(start.data(), static_cast<std::streamsize>(start.size()));
  return start;
}

void write_companion(const fs::path& path, const Companion& companion) {
  std::error_code code;
  fs::create_directories(path.parent_path(), code);
  if (fs::exists(fs::symlink_status(path, code)) && !is_companion(first_bytes_of(path))) {
    errno = EEXIST;
    cannot_write(path.string());
  }
  into(path.string(), "w")(companion.text());
}

// Beside the page, and of its name. Nothing but pages of an earlier run is written over.
PageFolder page_folder(const std::string& file) {
  if (file.empty()) return {};
  const fs::path path(file);
  fs::path folder = path.parent_path() / path.stem();
  if (!path.has_extension()) folder += ".pages";
  return {
      folder.filename().string(), path.filename().string(),
      [folder, begun = std::set<std::string>()](const std::string& name,
                                                std::string_view text) mutable {
        const fs::path page = folder / name;
        if (!begun.insert(name).second) return into(page.string(), "a")(text);
        std::error_code code;
        fs::create_directories(folder, code);
        if (fs::exists(fs::symlink_status(page, code)) && !is_audit_page(first_bytes_of(page))) {
          errno = EEXIST;
          cannot_write(page.string());
        }
        into(page.string(), "w")(text);
      }};
}

}  // namespace

CheckResults::CheckResults(const Invocation& invocation)
    : companions_(invocation.value("companion")) {
  const std::vector<std::string>& formats = find_command("check")->option("format").choices;
  std::string file;  // of the form that --format asks for
  std::vector<std::pair<std::string, std::string>> more;
  for (const std::string& output : invocation.all("output")) {
    const std::size_t mark = output.find('=');
    const std::string form = output.substr(0, mark);
    if (mark != std::string::npos && std::count(formats.begin(), formats.end(), form) > 0) {
      more.emplace_back(form, output.substr(mark + 1));
    } else {
      file = output;
    }
  }
  add(invocation, invocation.value("format"), file);
  for (const auto& [form, name] : more) add(invocation, form, name);
}

void CheckResults::add(const Invocation& invocation, const std::string& format,
                       const std::string& file) {
  const bool to_terminal = file.empty();
  CheckOutput::Write write = to_terminal ? CheckOutput::Write(print) : into(file, "w");
  const Language language = invocation.language;
  if (format == "json") {
    outputs_.push_back(json_output(std::move(write), language,
                                   {invocation.has("proof"), invocation.has("blind")}));
  } else if (format == "html") {
    outputs_.push_back(page_output(std::move(write), language, page_folder(file)));
  } else if (format == "sarif") {
    outputs_.push_back(sarif_output(std::move(write), language));
  } else if (format == "junit") {
    outputs_.push_back(
        junit_output(std::move(write), language,
                     invocation.has("strict") ? "warning" : invocation.value("fail-on")));
  } else if (format == "github") {
    outputs_.push_back(github_output(std::move(write), job_summary(), language));
  } else if (format == "gitlab") {
    outputs_.push_back(gitlab_output(std::move(write), language));
  } else {
    outputs_.push_back(text_output(std::move(write), plain_options(invocation, to_terminal)));
  }
}

bool CheckResults::shows_pages() const {
  return std::any_of(outputs_.begin(), outputs_.end(),
                     [](const auto& output) { return output->shows_pages(); });
}

const Companion* CheckResults::make_companion(const DocumentResult& document) {
  const Report& report = *document.report;
  if (companions_.empty() || is_text_file(report.file)) return nullptr;
  const fs::path path = fs::path(companions_) / companion_name(report.file);
  Companion companion(report, document.checked.findings, path.lexically_normal().generic_string());
  write_companion(path, companion);
  return &companion_.insert_or_assign(report.file, std::move(companion)).first->second;
}

const Companion* CheckResults::companion_of(const std::string& file) const {
  const auto found = companion_.find(file);
  return found == companion_.end() ? nullptr : &found->second;
}

void CheckResults::report(const DocumentResult& document) {
  const Companion* const companion = make_companion(document);
  const CheckedReport checked{*document.report, *document.family, document.checked, document.looks,
                              companion};
  for (const auto& output : outputs_) output->report(checked);
  if (companion != nullptr) companion_.at(document.report->file).keep_pages_alone();
}

void CheckResults::across(const std::string& file, const std::vector<Finding>& findings) {
  for (const auto& output : outputs_) output->across(file, companion_of(file), findings);
}

void CheckResults::error(const InputError& error) {
  for (const auto& output : outputs_) output->error(error);
}

void CheckResults::finish(const Totals& totals) {
  for (const auto& output : outputs_) output->finish(totals);
}

}  // namespace tradereport::tools
