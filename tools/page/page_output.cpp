#include "tools/page/page_output.h"

#include <utility>

namespace tradereport::tools {

namespace {

class PageOutput : public CheckOutput {
 public:
  PageOutput(Write write, Language language, PageFolder folder,
             std::shared_ptr<const BesidePage> beside)
      : CheckOutput(std::move(write)), page_(language, std::move(folder), std::move(beside)) {}

  bool shows_pages() const override { return true; }

  void report(const CheckedReport& checked) override {
    page_.report(checked.report, checked.family, checked.checked, checked.looks);
  }

  void across(const std::string& file, const Companion* /*companion*/,
              const std::vector<Finding>& findings) override {
    for (const Finding& finding : findings) page_.across(file, finding);
  }

  void error(const InputError& error) override { page_.error(error); }

  void finish(const Totals& /*totals*/) override { write(page_.finish()); }

 private:
  AuditPage page_;
};

}  // namespace

std::unique_ptr<CheckOutput> page_output(CheckOutput::Write write, Language language,
                                         PageFolder folder,
                                         std::shared_ptr<const BesidePage> beside) {
  return std::make_unique<PageOutput>(std::move(write), language, std::move(folder),
                                      std::move(beside));
}

}  // namespace tradereport::tools
