#include "tools/served_check.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tools/check_results.h"
#include "tools/checking.h"
#include "tools/cli/settings.h"
#include "tools/marking.h"
#include "tools/page/page_output.h"
#include "tools/workers/reading.h"
#include "tools/writers/check/plain_outputs.h"
#include "tools/writers/converted.h"
#include "tools/writers/files/zip_writer.h"
#include "tools/writers/journal.h"
#include "tools/writers/workbook/workbook_writer.h"

namespace tradereport::tools {

namespace {

constexpr const char* kWorkbook = "figures.xlsx";
constexpr const char* kCsv = "figures-csv.zip";
constexpr const char* kMarked = "marked.pdf";
constexpr const char* kMarkedMany = "marked-pdf.zip";

NamedFile closed_as(const char* name, OutputFile& file) {
  file.close();
  return {name, MemoryFile(file.take())};
}

NamedFile workbook_of(const Converted& converted, const PackageFacts& facts) {
  OutputFile file(InMemory{}, kWorkbook);
  const std::unique_ptr<DataWriter> writer = workbook_writer(file, converted.tables());
  converted.write(*writer);
  writer->finish(facts);
  return closed_as(kWorkbook, file);
}

NamedFile csv_of(const Converted& converted, const PackageFacts& facts) {
  OutputFolder folder(InMemory{});
  const std::unique_ptr<DataWriter> writer =
      csv_writer(folder, converted.tables(), encoding_from("utf-8-bom"));
  converted.write(*writer);
  writer->finish(facts);
  folder.commit();
  OutputFile file(InMemory{}, kCsv);
  write_zip(folder, file);
  return closed_as(kCsv, file);
}

// What is found, marked in copies of the PDFs: one PDF, or a ZIP of several, in the order of
// their names; nothing if there are none.
std::optional<NamedFile> marked_copies(const Marking& marking, const Invocation& invocation,
                                       const parser::Reader& reader,
                                       std::vector<InputError>& remarks) {
  std::map<std::string, std::string> copies;  // by file
  marking.make_copies(invocation, reader, [&](const MarkedReport& report, MarkedCopy&& copy) {
    std::move(copy.remarks.begin(), copy.remarks.end(), std::back_inserter(remarks));
    if (!copy.bytes.empty()) copies.emplace(report.input.path, std::move(copy.bytes));
  });
  if (copies.empty()) return std::nullopt;
  if (copies.size() == 1) {
    NamedFile one{kMarked, MemoryFile()};
    one.bytes.append(copies.begin()->second);
    return one;
  }
  OutputFolder folder(InMemory{});
  for (const auto& [name, bytes] : copies) folder.add(name).write(bytes);
  folder.commit();
  OutputFile file(InMemory{}, kMarkedMany);
  write_zip(folder, file);
  return closed_as(kMarkedMany, file);
}

std::vector<NamedFile> check_and_convert(
    const parser::Reader& reader, const Invocation& serve, const JobRequest& request,
    const std::function<void(std::size_t, std::size_t)>& told) {
  Invocation invocation = serve;  // how files are opened; the rest is as check has it
  invocation.command = "check";
  invocation.language = request.language;
  MemoryFile page;
  MemoryFile json;
  const auto beside = std::make_shared<BesidePage>();
  std::vector<std::unique_ptr<CheckOutput>> outputs;
  outputs.push_back(page_output([&](std::string_view text) { page.append(text); }, request.language,
                                PageFolder{}, beside));
  outputs.push_back(json_output([&](std::string_view text) { json.append(text); }, request.language,
                                JsonOptions{}));
  Marking marking(request.language);
  Check check(invocation, Settings{}, "", CheckResults(std::move(outputs)), &marking);
  Journal journal(InMemory{});
  Converted converted(reader, journal);
  const ReadPlan plan{Request::Task::check, check.shows_pages(), check.shows_pages(), {}, told};
  std::vector<NamedFile> products;
  if (!read_all(invocation, held_inputs(request.files), reader, plan,
                [&](DocumentResult&& document) {
                  if (document.report) converted.add(document);
                  check.take(std::move(document));
                }))
    throw FolderError{"sandbox", "refused"};
  check.compare();
  beside->links = {kWorkbook, kCsv};
  std::optional<NamedFile> marked = marked_copies(marking, invocation, reader, beside->remarks);
  if (marked) beside->links.insert(beside->links.begin(), marked->name);
  check.finish();
  if (marked) products.push_back(std::move(*marked));
  products.push_back({"audit.html", std::move(page)});
  products.push_back({"check.json", std::move(json)});
  if (converted.reports() == 0) return products;
  converted.sort();
  PackageFacts facts;
  facts.sources = converted.sources();
  facts.license = "notspecified";
  products.push_back(workbook_of(converted, facts));
  products.push_back(csv_of(converted, facts));
  return products;
}

}  // namespace

JobWork served_check(const parser::Reader& reader, const Invocation& serve) {
  return [&reader, serve](const JobRequest& request,
                          const std::function<void(std::size_t, std::size_t)>& progress) {
    return check_and_convert(reader, serve, request, progress);
  };
}

}  // namespace tradereport::tools
