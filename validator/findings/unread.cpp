#include "validator/findings/unread.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace tradereport::validator {

namespace {

constexpr std::ptrdiff_t kMany = 6;

bool is_plain_unread(const Finding& finding) {
  return finding.rule == "D03" && finding.message == "D03";
}

int numerals_in(const Finding& finding) {
  const std::string& digits = finding.args.at("count");
  int count = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), count);
  return count;
}

// Into the first of its page.
void list_with(const Finding& finding, Finding& first) {
  first.details.push_back({"D03", finding.args, finding.source});
  first.args["count"] = std::to_string(numerals_in(first) + numerals_in(finding));
}

}  // namespace

void fold_unread(std::vector<Finding>& findings) {
  std::map<int, std::ptrdiff_t> places;  // by page
  for (const Finding& finding : findings)
    places[finding.source.page] += is_plain_unread(finding) ? 1 : 0;
  std::vector<Finding> folded;
  std::map<int, std::size_t> first;  // by page, in `folded`
  for (Finding& finding : findings) {
    const int page = finding.source.page;
    if (!is_plain_unread(finding) || places.at(page) < kMany) {
      folded.push_back(std::move(finding));
      continue;
    }
    const auto [at, fresh] = first.try_emplace(page, folded.size());
    if (!fresh) {
      list_with(finding, folded[at->second]);
      continue;
    }
    finding.details.push_back({"D03", finding.args, finding.source});
    finding.args["places"] = std::to_string(places.at(page));
    folded.push_back(std::move(finding));
  }
  for (const auto& [page, at] : first) folded[at].message = "D03.many";
  findings = std::move(folded);
}

}  // namespace tradereport::validator
