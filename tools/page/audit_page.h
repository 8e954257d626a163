// The audit page: one HTML file with the pages of reports, the findings marked on them, how far
// each numeral is checked, and the findings in words; of several reports an overview of them all.
// Its data is the JSON of `check`, so that there is no second truth.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schemas/family.h"
#include "schemas/finding.h"
#include "schemas/messages.h"
#include "schemas/report.h"
#include "tools/page/archive_overview.h"
#include "tools/workers/message.h"
#include "tools/writers/json_writer.h"
#include "validator/validate.h"

namespace tradereport::tools {

// Where reports have pages of their own, if one page for all would be too large: a folder beside
// the page, which then is their index.
struct PageFolder {
  std::string name;   // "audit"; empty: there is none
  std::string index;  // file name of the page, "audit.html"
  // Adds the text to the file of that name in the folder; the first time the file is made anew.
  // Throws OutputError.
  std::function<void(const std::string& name, std::string_view text)> append;
};

// What lies beside a page that is served: results of the same reports ("figures.xlsx"), for which
// buttons stand in its head, and what is to be said of them. It may change until the page ends.
struct BesidePage {
  std::vector<std::string> links;
  std::vector<InputError> remarks;
};

// A file that begins so is one that AuditPage wrote.
bool is_audit_page(std::string_view start);

// Takes the reports in order, then what they say of each other. Both languages are in the page; it
// opens in the one given.
class AuditPage {
 public:
  // beside: nullptr for a page in a file of its own.
  explicit AuditPage(Language language, PageFolder folder = {},
                     std::shared_ptr<const BesidePage> beside = nullptr)
      : language_(language), folder_(std::move(folder)), beside_(std::move(beside)) {}

  // looks: the report's pages, or its lines where it has none. Where all reports together come to
  // more than browsers open at ease, each is written into the folder as it comes; without a folder
  // the pictures of pages are left out, and the page says so.
  void report(const Report& report, const Family& family, const validator::Validation& checked,
              PagesSeen looks);
  void across(const std::string& file, const Finding& finding);
  void error(const InputError& error);

  // The file: it needs no network, and its Content-Security-Policy forbids all but itself. What
  // stands in documents is text in it, never markup. Ends the pages in the folder as well.
  std::string finish();

 private:
  // A report's part of the page.
  struct Part {
    std::string file;
    std::string name;  // of its page in the folder
    std::string data;  // empty once it is in the folder
  };

  void move_into_folder(Part& part);
  void end_page(const Part& part);
  Json common() const;
  std::string frame(bool head, const std::string& file) const;

  Language language_;
  PageFolder folder_;
  std::shared_ptr<const BesidePage> beside_;
  bool in_folder_ = false;
  std::vector<Part> parts_;
  std::set<std::string> names_;
  ArchiveOverview overview_;
  std::map<std::string, std::vector<Json>> across_;  // by file: {"file", "en", "zh"}
  Json errors_ = Json::array();                      // {"en", "zh"}
  std::size_t picture_size_ = 0;                     // of those shown, in bytes of base64
};

}  // namespace tradereport::tools
