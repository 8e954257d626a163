#include "tools/writers/data_writer.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

#include "tools/writers/csv_writer.h"
#include "tools/writers/records_json.h"

namespace tradereport::tools {

namespace {

class CsvData : public DataWriter {
 public:
  CsvData(OutputFolder& folder, std::vector<DataTable> tables, Encoding encoding)
      : folder_(folder), tables_(std::move(tables)), encoding_(encoding) {
    for (const DataTable& table : tables_) {
      files_.push_back(&folder.add(table.name + ".csv"));
      files_.back()->write(encode(csv_head(table), encoding));
    }
  }

  void report(const WrittenReport& written) override {
    // The byte order mark stands at the start alone.
    const Encoding encoding = encoding_ == Encoding::utf8_bom ? Encoding::utf8 : encoding_;
    for (std::size_t table = 0; table < files_.size(); ++table)
      for (const StackedTables::Row& cells : written.rows.at(table))
        files_[table]->write(encode(csv_line(cells), encoding));
  }

  void finish(const PackageFacts& facts) override {
    PackageFacts all = facts;
    for (OutputFile* const file : files_) {
      file->close();
      all.files.push_back({file->size(), file->hash()});
    }
    folder_.add("datapackage.json").write(data_package_text(tables_, encoding_, all));
  }

 private:
  OutputFolder& folder_;
  std::vector<DataTable> tables_;
  Encoding encoding_;
  std::vector<OutputFile*> files_;
};

// A file without a name that is written, then read once from the start.
class Scratch {
 public:
  Scratch() : file_(std::tmpfile(), std::fclose) {
    if (!file_) fail();
  }
  void write(const std::string& text) {
    if (std::fwrite(text.data(), 1, text.size(), file_.get()) != text.size()) fail();
  }
  void copy_to(OutputFile& target) {
    if (std::fseek(file_.get(), 0, SEEK_SET) != 0) fail();
    std::array<char, 65536> buffer;
    while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), file_.get()))
      target.write({buffer.data(), count});
    if (std::ferror(file_.get()) != 0) fail();
  }

 private:
  [[noreturn]] static void fail() { throw FolderError{"tmpfile", std::strerror(errno)}; }

  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;
};

class JsonData : public DataWriter {
 public:
  JsonData(OutputFolder& folder, std::vector<DataTable> tables)
      : folder_(folder), tables_(std::move(tables)), parts_(tables_.size()), any_(tables_.size()) {}

  void report(const WrittenReport& written) override {
    for (std::size_t table = 0; table < tables_.size(); ++table) {
      for (const StackedTables::Row& cells : written.rows.at(table)) {
        parts_[table].write((any_[table] ? ",\n  " : "\n  ") +
                            record_json(tables_[table].columns, cells));
        any_[table] = true;
      }
    }
  }

  void finish(const PackageFacts& /*facts*/) override {
    for (const std::size_t alone : {std::size_t{0}, tables_.size() - 2, tables_.size() - 1}) {
      OutputFile& file = folder_.add(tables_[alone].name + ".json");
      records(alone, file);
      file.write("\n");
      if (alone == 0) printed();
    }
  }

 private:
  void records(std::size_t table, OutputFile& file) {
    file.write("[");
    parts_[table].copy_to(file);
    file.write("\n]");
  }

  void printed() {
    OutputFile& file = folder_.add("tables.json");
    file.write("{");
    for (std::size_t i = 1; i + 2 < tables_.size(); ++i) {
      file.write((i == 1 ? "\n" : ",\n") + json_string(tables_[i].name) + ": ");
      records(i, file);
    }
    file.write("\n}\n");
  }

  OutputFolder& folder_;
  std::vector<DataTable> tables_;
  std::vector<Scratch> parts_;
  std::vector<bool> any_;
};

}  // namespace

std::unique_ptr<DataWriter> csv_writer(OutputFolder& folder, std::vector<DataTable> tables,
                                       Encoding encoding) {
  return std::make_unique<CsvData>(folder, std::move(tables), encoding);
}

std::unique_ptr<DataWriter> json_writer(OutputFolder& folder, std::vector<DataTable> tables) {
  return std::make_unique<JsonData>(folder, std::move(tables));
}

}  // namespace tradereport::tools
