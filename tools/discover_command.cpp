#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>

#include "parser/reader.h"
#include "tools/commands.h"
#include "tools/terminal/display_width.h"
#include "tools/terminal/standard_streams.h"
#include "tools/workers/reading.h"
#include "tools/writers/discovery/discovery_json.h"
#include "tools/writers/discovery/table_lines.h"
#include "tools/writers/markup.h"
#include "tools/writers/output_folder.h"

namespace tradereport::tools {

namespace {

constexpr const char* kPageStart =
    "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<title>tradereport "
    "discover</title>\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
    "'unsafe-inline'\">\n<style>\nbody { font: 14px sans-serif; margin: 2em; }\n"
    "table { border-collapse: collapse; margin: 0 0 2em; }\n"
    "td { border: 1px solid #999; padding: 2px 6px; vertical-align: top; }\n"
    "td.n { text-align: right; }\n</style>\n</head>\n<body>\n";
constexpr const char* kPageEnd = "</body>\n</html>\n";

class Discovering {
 public:
  explicit Discovering(const Invocation& invocation)
      : invocation_(invocation), format_(invocation.value("format")) {}

  int run() {
    if (invocation_.has("output") && format_ != "csv") {
      complain(format_message(invocation_.language, "cli.discover.folder_for_csv"));
      return kFailure;
    }
    try {
      if (invocation_.has("output"))
        folder_ = std::make_unique<OutputFolder>(invocation_.value("output"));
      if (format_ == "html") print(kPageStart);
      const bool done = read_all(invocation_, expand_inputs(invocation_.arguments), reader_,
                                 {Request::Task::discover, false, false, {}, {}},
                                 [&](DocumentResult&& document) { take(document); });
      if (!done) return kFailure;
      if (format_ == "html") print(kPageEnd);
      if (folder_) folder_->commit();
    } catch (const FolderError& error) {
      complain(fmt::format("{}: {}", error.path, error.reason));
      return kFailure;
    }
    return status_;
  }

 private:
  void take(const DocumentResult& document) {
    if (document.error) {
      print_error(*document.error, invocation_.language);
      status_ = kFailure;
      return;
    }
    const Discovery& found = *document.discovery;
    for (const int page : found.unread_pages) {
      print_error({document.input.path, "page_unread", {{"page", std::to_string(page)}}},
                  invocation_.language);
      status_ = kFailure;
    }
    if (format_ == "json") {
      print(discovery_json(document.input.path, found));
      return;
    }
    if (found.tables.empty())
      complain(fmt::format("{}: {}", one_line(document.input.path),
                           format_message(invocation_.language, "cli.discover.none")));
    for (std::size_t i = 0; i < found.tables.size(); ++i)
      write(document.input.path, i + 1, found.tables[i]);
  }

  // Of the table's place: "FILE, page 3, table 2".
  std::string heading(const std::string& file, std::size_t number, const PlainTable& table) const {
    return format_message(invocation_.language,
                          table.page > 0 ? "cli.discover.table_on_page" : "cli.discover.table",
                          {{"file", one_line(file)},
                           {"page", std::to_string(table.page)},
                           {"n", std::to_string(number)}});
  }

  // "Austria: 47.5 is printed, 48.4 to 48.6 would fit; 12 lines alike hold".
  std::string contradiction(const PlainTable& table,
                            const validator::BrokenArithmetic& broken) const {
    const auto label =
        std::find_if(table.cells.begin(), table.cells.end(),
                     [&](const PlainCell& cell) { return cell.place.row == broken.place.row; });
    const int decimals = broken.printed.decimals() + 1;
    return format_message(invocation_.language,
                          broken.blamed ? "cli.discover.broken_blamed" : "cli.discover.broken",
                          {{"row", label == table.cells.end() ? "" : one_line(label->text)},
                           {"column", std::to_string(broken.place.col + 1)},
                           {"printed", broken.printed.to_string()},
                           {"least", round_down(broken.possible.lo, decimals)},
                           {"greatest", round_up(broken.possible.hi, decimals)},
                           {"n", std::to_string(broken.lines_alike)}});
  }

  void write(const std::string& file, std::size_t number, const DiscoveredTable& found) {
    const PlainTable& table = found.table;
    if (folder_) {
      OutputFile& output = folder_->add(file_name(file, number));
      output.write(table_csv(table));
      output.close();
      return;
    }
    if (format_ == "csv") {
      std::string csv = table_csv(table);
      std::erase(csv, '\r');  // standard output has line ends of its own
      print((first_ ? "" : "\n") + csv);
    } else if (format_ == "html") {
      print("<h2>" + escaped(one_line(heading(file, number, table))) + "</h2>\n" +
            table_html(table));
    } else {
      print((first_ ? "" : "\n") + heading(file, number, table) + "\n\n" + table_text(table));
      for (const validator::BrokenArithmetic& broken : found.arithmetic.contradictions)
        print("\n" + contradiction(table, broken) + "\n");
    }
    first_ = false;
  }

  // "may-3.csv" for the third table of archive/may.pdf; files of one name are told apart.
  std::string file_name(const std::string& file, std::size_t number) const {
    const std::string stem = std::filesystem::path(file).stem().string();
    const auto taken = [&](const std::string& name) {
      const auto& names = folder_->names();
      return std::find(names.begin(), names.end(), name) != names.end();
    };
    std::string name = fmt::format("{}-{}.csv", stem, number);
    for (int again = 2; taken(name); ++again)
      name = fmt::format("{}-{}-{}.csv", stem, again, number);
    return name;
  }

  const Invocation& invocation_;
  std::string format_;
  parser::Reader reader_{std::vector<Family>{}};
  std::unique_ptr<OutputFolder> folder_;
  bool first_ = true;
  int status_ = kGood;
};

}  // namespace

int run_discover(const Invocation& invocation) {
  return Discovering(invocation).run();
}

}  // namespace tradereport::tools
