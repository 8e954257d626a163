#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <system_error>

#include "tools/cli/options.h"
#include "tools/commands.h"
#include "tools/terminal/standard_streams.h"
#include "tools/workers/reading.h"
#include "tools/writers/converted.h"

namespace tradereport::tools {

namespace {

constexpr const char* kJournal = ".tradereport-resume";

class Conversion {
 public:
  explicit Conversion(const Invocation& invocation)
      : invocation_(invocation), language_(invocation.language) {}

  int run();

 private:
  std::string text(const char* id, const std::map<std::string, std::string>& args = {}) const {
    return format_message(language_, id, args);
  }
  std::unique_ptr<Journal> make_journal(const parser::Reader& reader) const;
  bool read(const parser::Reader& reader, Journal& journal, Converted& converted);
  void write(Converted& converted);
  void fail(const InputError& error);

  const Invocation& invocation_;
  Language language_;
  int status_ = kGood;
  std::size_t resumed_ = 0;
};

// The version and the families that made the records: others would read the files otherwise.
std::string stamp(const Invocation& invocation, const parser::Reader& reader) {
  Sha256 hash;
  hash.update(TRADEREPORT_VERSION " with findings");
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
  const std::filesystem::path folder(invocation_.value("output"));
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
  ReadPlan plan{Request::Task::check, false, {}};
  const std::size_t last_run = journal.size();
  const auto known = [&](const std::string& key) {
    const auto number = journal.find(key);
    std::string message = number && *number < last_run ? journal.message(*number) : std::string();
    if (!message.empty()) ++resumed_;
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

void Conversion::write(Converted& converted) {
  for (const SamePeriod& pair : converted.sort())
    complain(text(pair.identical ? "cli.convert.same_report" : "cli.convert.same_period",
                  {{"first", pair.first}, {"second", pair.second}}));
  const bool json = invocation_.value("format") == "json";
  const std::string folder_name = invocation_.value("output");
  OutputFolder folder(folder_name);
  const std::unique_ptr<DataWriter> writer =
      json ? json_writer(folder, converted.tables())
           : csv_writer(folder, converted.tables(), encoding_from(invocation_.value("encoding")));
  const Converted::Counts counts = converted.write(*writer);
  PackageFacts facts;
  facts.sources = converted.sources();
  facts.license = invocation_.value("license");
  writer->finish(facts);
  folder.commit();
  if (resumed_ > 0) complain(text("cli.convert.resumed", {{"n", std::to_string(resumed_)}}));
  complain(text("cli.convert.written", {{"folder", folder_name},
                                        {"files", comma_separated(folder.names())},
                                        {"figures", std::to_string(counts.figures)},
                                        {"reports", std::to_string(counts.reports)}}));
  if (counts.findings > 0)
    complain(text("cli.convert.findings", {{"n", std::to_string(counts.findings)},
                                           {"file", json ? "findings.json" : "findings.csv"}}));
  if (counts.unread > 0)
    complain(text("cli.convert.unread", {{"n", std::to_string(counts.unread)},
                                         {"file", json ? "unread.json" : "unread.csv"}}));
}

int Conversion::run() {
  if (invocation_.value("format") == "json" && invocation_.value("encoding") != "utf-8") {
    complain(fmt::format("{}: {}", kProgram, text("cli.error.json_encoding")));
    return kFailure;
  }
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
