#include <fmt/format.h>

#include "tools/commands.h"
#include "tools/csv_writer.h"
#include "tools/data_package.h"
#include "tools/dataset.h"
#include "tools/options.h"
#include "tools/output_folder.h"
#include "tools/reading.h"
#include "tools/records_json.h"
#include "tools/standard_streams.h"

namespace tradereport::tools {

namespace {

std::vector<OutputFile> csv_files(const std::vector<DataTable>& tables, Encoding encoding) {
  std::vector<OutputFile> files;
  for (const DataTable& table : tables)
    files.push_back({table.name + ".csv", encode(csv_text(table), encoding)});
  files.push_back({"datapackage.json", data_package_text(tables, encoding)});
  return files;
}

std::vector<OutputFile> json_files(const std::vector<DataTable>& tables) {
  // stack() puts the figures first, the unread numerals last.
  std::vector<const DataTable*> printed;
  for (std::size_t i = 1; i + 1 < tables.size(); ++i) printed.push_back(&tables[i]);
  return {{"figures.json", records_json(tables.front())},
          {"tables.json", tables_json(printed)},
          {"unread.json", records_json(tables.back())}};
}

// "figures.csv, table1.csv, …"
std::string names(const std::vector<OutputFile>& files) {
  std::string text;
  for (const OutputFile& file : files) text += (text.empty() ? "" : ", ") + file.name;
  return text;
}

}  // namespace

int run_convert(const Invocation& invocation) {
  const Language language = invocation.language;
  const bool json = invocation.value("format") == "json";
  if (json && invocation.value("encoding") != "utf-8") {
    complain(fmt::format("{}: {}", kProgram, format_message(language, "cli.error.json_encoding")));
    return kFailure;
  }
  const std::unique_ptr<Reader> reader = make_reader(invocation);
  if (reader == nullptr) return kFailure;

  int status = kGood;
  std::vector<ReportRows> reports;
  const bool allow_unchecked = invocation.has("allow-unchecked");
  const auto fail = [&](const InputError& error) {
    print_error(error, language);
    if (!allow_unchecked || !is_unchecked(error)) status = kFailure;
  };
  const ReadPlan plan{Request::Task::read, false, {}};
  const bool read = read_all(invocation, expand_inputs(invocation.arguments), *reader, plan,
                             [&](Document&& document) {
                               if (document.error) fail(*document.error);
                               if (!document.report) return;
                               for (const InputError& page : unread_pages(*document.report))
                                 fail(page);
                               reports.push_back(report_rows(*document.report, *document.family));
                             });
  if (!read || reports.empty()) return kFailure;

  for (const auto& [first, second] : same_period(reports))
    complain(format_message(language, "cli.convert.same_period",
                            {{"first", first}, {"second", second}}));
  const std::size_t count = reports.size();
  const std::vector<DataTable> tables = stack(std::move(reports));
  const std::vector<OutputFile> files =
      json ? json_files(tables) : csv_files(tables, encoding_from(invocation.value("encoding")));
  const std::string folder = invocation.value("output");
  try {
    write_files(folder, files);
  } catch (const FolderError& error) {
    complain(fmt::format("{}: {}", error.path,
                         format_message(language, "cli.error.write", {{"reason", error.reason}})));
    return kFailure;
  }
  complain(format_message(language, "cli.convert.written",
                          {{"folder", folder},
                           {"files", names(files)},
                           {"figures", std::to_string(tables.front().rows.size())},
                           {"reports", std::to_string(count)}}));
  if (!tables.back().rows.empty())
    complain(format_message(language, "cli.convert.unread",
                            {{"n", std::to_string(tables.back().rows.size())},
                             {"file", json ? "unread.json" : "unread.csv"}}));
  return status;
}

}  // namespace tradereport::tools
