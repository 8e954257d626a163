// A form in which `check` gives its result.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/family.h"
#include "schemas/finding.h"
#include "schemas/report.h"
#include "tools/inputs/inputs.h"
#include "tools/workers/message.h"
#include "tools/writers/check/companion.h"
#include "tools/writers/text_writer.h"
#include "validator/validate.h"

namespace tradereport::tools {

// A report that was checked.
struct CheckedReport {
  const Report& report;
  const Family& family;
  const validator::Validation& checked;
  const PagesSeen& looks;      // if shows_pages() asked for them
  const Companion* companion;  // the lines that findings can point at; nullptr: none was made
};

// Takes the reports in order, then what they say of each other, then the totals. What it has to say
// it gives to `write`, piece by piece.
class CheckOutput {
 public:
  using Write = std::function<void(std::string_view)>;

  virtual ~CheckOutput() = default;
  CheckOutput(const CheckOutput&) = delete;
  CheckOutput& operator=(const CheckOutput&) = delete;

  // Whether what reports look like is needed.
  virtual bool shows_pages() const { return false; }
  virtual void report(const CheckedReport& checked) = 0;
  // Findings of one file as seen from the others.
  virtual void across(const std::string& file, const Companion* companion,
                      const std::vector<Finding>& findings) = 0;
  // A file or page that could not be read or checked.
  virtual void error(const InputError& error) = 0;
  virtual void finish(const Totals& totals) = 0;

 protected:
  explicit CheckOutput(Write write) : write_(std::move(write)) {}
  void write(std::string_view text) const { write_(text); }

 private:
  Write write_;
};

}  // namespace tradereport::tools
