// The audit page: one HTML file with the pages of reports, the findings marked on them, and the
// findings in words. Its data is the JSON of `check`, so that there is no second truth.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "schemas/finding.h"
#include "schemas/messages.h"
#include "schemas/report.h"
#include "tools/workers/message.h"
#include "tools/writers/json_writer.h"
#include "validator/validate.h"

namespace tradereport::tools {

// Takes the reports in order, then what they say of each other. Both languages are in the page; it
// opens in the one given.
class AuditPage {
 public:
  explicit AuditPage(Language language) : language_(language) {}

  // looks: the report's pages, or its lines where it has none. Pictures that would make the page
  // larger than browsers open at ease are left out, and the page says so.
  void report(const Report& report, const validator::Validation& checked, PagesSeen looks);
  void across(const std::string& file, const Finding& finding);
  void error(const InputError& error);

  // The file: it needs no other and no network, and its Content-Security-Policy forbids both. What
  // stands in documents is text in it, never markup.
  std::string finish();

 private:
  // One of the languages as `check --format json` writes it.
  struct Checked {
    Json reports = Json::array();
    Json across = Json::array();
    Json errors = Json::array();
  };

  Language language_;
  Checked checked_[2];  // by Language
  Json pages_ = Json::array();
  Json lines_ = Json::array();
  std::size_t size_ = 0;  // of the pictures
};

}  // namespace tradereport::tools
