#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <system_error>

#include "tools/cli/options.h"
#include "tools/commands.h"
#include "tools/terminal/display_width.h"
#include "tools/terminal/standard_streams.h"
#include "tools/workers/build_id.h"
#include "tools/workers/reading.h"
#include "tools/writers/converted.h"
#include "tools/writers/database/database_writer.h"
#include "tools/writers/files/own_files.h"
#include "tools/writers/workbook/workbook_writer.h"

namespace tradereport::tools {

namespace {

constexpr const char* kJournal = ".tradereport-resume";

// Where the data go: a folder, and for a format of one file its name there.
struct Target {
  std::string format;
  std::string folder;
  std::string file;
};

// The format: what --format says, else what the end of the file's name does, unless a folder is
// called so.
std::string format_of(const Invocation& invocation) {
  const std::filesystem::path output(invocation.value("output"));
  if (!invocation.has("format") && !std::filesystem::is_directory(output)) {
    const std::string end = output.extension().string();
    if (end == ".xlsx") return "xlsx";
    if (end == ".sqlite" || end == ".db") return "sqlite";
  }
  return invocation.value("format");
}

// A format of one file takes --output for the file, unless it is a folder or ends with "/".
Target target_of(const std::string& output, const std::string& format) {
  if (format != "xlsx" && format != "sqlite") return {format, output, ""};
  const std::filesystem::path path(output);
  if (!path.has_filename() || std::filesystem::is_directory(path))
    return {format, output, "tradereport." + format};
  const std::string folder = path.parent_path().string();
  return {format, folder.empty() ? "." : folder, path.filename().string()};
}

class Conversion {
 public:
  explicit Conversion(const Invocation& invocation)
      : invocation_(invocation),
        language_(invocation.language),
        target_(target_of(invocation.value("output"), format_of(invocation))) {}

  int run();

 private:
  std::string text(const char* id, const std::map<std::string, std::string>& args = {}) const {
    return format_message(language_, id, args);
  }
  std::unique_ptr<Journal> make_journal(const parser::Reader& reader) const;
  // Writes all into the files of a folder, or into one file. Nothing if something stands in the
  // way.
  std::optional<Converted::Counts> write_folder(Converted& converted,
                                                std::vector<std::string>& names);
  std::optional<Converted::Counts> write_file(Converted& converted);
  PackageFacts facts(const Converted& converted) const;
  bool read(const parser::Reader& reader, Journal& journal, Converted& converted);
  void write(Converted& converted);
  // False if something stands there that is not of this program's making, and says so.
  bool may_replace(const std::vector<std::string>& names) const;
  void fail(const InputError& error);

  const Invocation& invocation_;
  Language language_;
  Target target_;
  int status_ = kGood;
  std::size_t resumed_ = 0;
};

// What an answer does not depend on: how many files are read at a time, and what becomes of them.
constexpr std::array<std::string_view, 15> kOfNoAnswer{
    "allow-unchecked", "cpu-limit",     "encoding", "force",
    "format",          "fresh-workers", "jobs",     "lang",
    "license",         "memory-limit",  "output",   "resume",
    "require-sandbox", "time-limit",    "verbose"};

// Program, libraries, options and families that made the records: others would read the files
// otherwise.
std::string stamp(const Invocation& invocation, const parser::Reader& reader) {
  Sha256 hash;
  hash.update(TRADEREPORT_VERSION " with findings\n");
  hash.update(build_ids());
  for (const auto& [option, value] : invocation.values) {
    if (std::find(kOfNoAnswer.begin(), kOfNoAnswer.end(), option) == kOfNoAnswer.end())
      hash.update(fmt::format("--{}={}\n", option, value));
  }
  for (const Family& family : reader.families()) hash.update("\n" + family.id);
  if (invocation.has("family")) {
    hash.update(read_bytes(invocation.value("family")).bytes);
  } else {
    for (const auto& [file, toml] : bundled_families()) hash.update(toml);
  }
  return hash.finish();
}

std::unique_ptr<Journal> Conversion::make_journal(const parser::Reader& reader) const {
  if (!invocation_.has("resume")) return std::make_unique<Journal>();
  const std::filesystem::path folder(target_.folder);
  std::error_code code;
  std::filesystem::create_directories(folder, code);
  if (code) throw FolderError{folder.string(), code.message()};
  return std::make_unique<Journal>((folder / kJournal).string(), stamp(invocation_, reader));
}

void Conversion::fail(const InputError& error) {
  print_error(error, language_);
  if (!invocation_.has("allow-unchecked") || !is_unchecked(error)) status_ = kFailure;
}

bool Conversion::read(const parser::Reader& reader, Journal& journal, Converted& converted) {
  ReadPlan plan{Request::Task::check, false, false, {}, {}};
  plan.period = asked_period(invocation_);
  const std::size_t last_run = journal.size();
  const auto known = [&](const std::string& key) {
    const auto number = journal.find(key);
    std::string message = number && *number < last_run ? journal.message(*number) : std::string();
    if (!message.empty()) ++resumed_;
    if (message.empty()) journal.forget(key);  // it may be damaged
    return message;
  };
  if (invocation_.has("resume")) plan.known = known;
  return read_all(invocation_, expand_inputs(invocation_.arguments), reader, plan,
                  [&](DocumentResult&& document) {
                    if (document.error) fail(*document.error);
                    if (!document.report) return;
                    for (const InputError& page : unread_pages(*document.report)) fail(page);
                    print_holes(*document.report, language_);
                    if (document.report->has_holes() && !invocation_.has("allow-unchecked"))
                      status_ = kFailure;
                    converted.add(document);
                  });
}

// "figures.csv, table1.csv, …"
std::string comma_separated(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

bool Conversion::may_replace(const std::vector<std::string>& names) const {
  if (invocation_.has("force")) return true;
  bool all = true;
  const OwnFiles own(target_.folder);
  for (const std::string& name : names) {
    if (own.may_replace(name, target_.format)) continue;
    const std::string path = (std::filesystem::path(target_.folder) / name).string();
    complain(fmt::format("{}: {}", one_line(path), text("cli.convert.in_the_way")));
    all = false;
  }
  return all;
}

PackageFacts Conversion::facts(const Converted& converted) const {
  PackageFacts facts;
  facts.sources = converted.sources();
  facts.license = invocation_.value("license");
  return facts;
}

std::optional<Converted::Counts> Conversion::write_folder(Converted& converted,
                                                          std::vector<std::string>& names) {
  OutputFolder folder(target_.folder);
  const std::unique_ptr<DataWriter> writer =
      target_.format == "json"
          ? json_writer(folder, converted.tables())
          : csv_writer(folder, converted.tables(), encoding_from(invocation_.value("encoding")));
  const Converted::Counts counts = converted.write(*writer);
  writer->finish(facts(converted));
  names = folder.names();
  if (!may_replace(names)) return std::nullopt;
  folder.commit();
  return counts;
}

std::optional<Converted::Counts> Conversion::write_file(Converted& converted) {
  std::error_code code;
  std::filesystem::create_directories(target_.folder, code);
  if (code) throw FolderError{target_.folder, code.message()};
  OutputFile file((std::filesystem::path(target_.folder) / target_.file).string());
  const std::unique_ptr<DataWriter> writer = target_.format == "xlsx"
                                                 ? workbook_writer(file, converted.tables())
                                                 : database_writer(file, converted.tables());
  const Converted::Counts counts = converted.write(*writer);
  writer->finish(facts(converted));
  if (!may_replace({target_.file})) return std::nullopt;
  file.commit();
  return counts;
}

void Conversion::write(Converted& converted) {
  for (const SamePeriod& pair : converted.sort())
    complain(text(pair.identical ? "cli.convert.same_report" : "cli.convert.same_period",
                  {{"first", pair.first}, {"second", pair.second}}));
  std::vector<std::string> names{target_.file};
  const std::optional<Converted::Counts> written =
      target_.file.empty() ? write_folder(converted, names) : write_file(converted);
  if (!written) {
    status_ = kFailure;
    return;
  }
  const Converted::Counts& counts = *written;
  const auto file_of = [&](const char* table) {
    return target_.file.empty() ? std::string(table) + "." + target_.format : target_.file;
  };
  if (resumed_ > 0) complain(text("cli.convert.resumed", {{"n", std::to_string(resumed_)}}));
  complain(text("cli.convert.written", {{"folder", target_.folder},
                                        {"files", comma_separated(names)},
                                        {"figures", std::to_string(counts.figures)},
                                        {"reports", std::to_string(counts.reports)}}));
  if (counts.findings > 0)
    complain(text("cli.convert.findings",
                  {{"n", std::to_string(counts.findings)}, {"file", file_of("findings")}}));
  if (counts.unread > 0)
    complain(text("cli.convert.unread",
                  {{"n", std::to_string(counts.unread)}, {"file", file_of("unread")}}));
}

int Conversion::run() {
  if (target_.format != "csv" && invocation_.value("encoding") != "utf-8") {
    complain(fmt::format("{}: {}", kProgram, text("cli.error.encoding_of_csv")));
    return kFailure;
  }
  // Before all is read in vain.
  if (!target_.file.empty() && !may_replace({target_.file})) return kFailure;
  const std::unique_ptr<parser::Reader> reader = make_reader(invocation_);
  if (reader == nullptr) return kFailure;
  try {
    const std::unique_ptr<Journal> journal = make_journal(*reader);
    Converted converted(*reader, *journal);
    if (!read(*reader, *journal, converted) || converted.reports() == 0) return kFailure;
    write(converted);
    journal->shrink_to(converted.records());
  } catch (const FolderError& error) {
    complain(
        fmt::format("{}: {}", error.path, text("cli.error.write", {{"reason", error.reason}})));
    return kFailure;
  }
  return status_;
}

}  // namespace

int run_convert(const Invocation& invocation) {
  return Conversion(invocation).run();
}

}  // namespace tradereport::tools
