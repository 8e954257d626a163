// The reports of one run of `convert`, from reading to writing. Of each only a few words are kept
// in memory; the rest waits in a journal until all have been read and can be put into order.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "parser/reader.h"
#include "tools/workers/reading.h"
#include "tools/writers/data_writer.h"
#include "tools/writers/dataset.h"
#include "tools/writers/journal.h"
#include "validator/archive/editions.h"

namespace tradereport::tools {

// Two reports of one family and period.
struct SamePeriod {
  std::string first;  // the files
  std::string second;
  bool identical = false;  // every figure is the same: the data hold the first alone
};

class Converted {
 public:
  // Both must outlive it.
  Converted(const parser::Reader& reader, Journal& journal) : reader_(reader), journal_(journal) {}

  // Keeps what will be written of the report.
  void add(const DocumentResult& document);

  std::size_t reports() const { return entries_.size(); }
  // Puts all into order: by family's period, then file. Says which are of one period.
  std::vector<SamePeriod> sort();
  // The tables that there are, without rows.
  std::vector<DataTable> tables() const { return stack_.tables(); }

  // What was written.
  struct Counts {
    std::size_t reports = 0;
    std::size_t figures = 0;
    std::size_t findings = 0;
    std::size_t unread = 0;
  };
  // Writes all reports in order, one after the other, with what they say of each other. After
  // sort().
  Counts write(DataWriter& writer) const;

  // The files that were read, with their hashes, in order.
  std::vector<PackageFacts::SourceFile> sources() const;
  // Their records in the journal.
  std::vector<std::size_t> records() const;

 private:
  struct Entry {
    Period period;
    std::string file;
    std::string family;
    std::string hash;     // of the file
    std::string figures;  // digest of all its figures
    std::size_t record = 0;
    bool repeated = false;         // the data have it already
    validator::Practice practice;  // of its publisher, as known when it was read
  };

  // What the editions of a family say of each other, by file; nothing of those that the data do not
  // have.
  std::map<std::string, std::vector<Finding>> seen_across() const;

  const parser::Reader& reader_;
  Journal& journal_;
  StackedTables stack_;
  std::map<const Family*, validator::Editions> editions_;  // little for each report
  std::vector<Entry> entries_;
};

}  // namespace tradereport::tools
