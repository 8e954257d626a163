#include "validator/findings/fingerprint.h"

#include <fmt/format.h>

#include <cstdint>
#include <map>
#include <set>
#include <string_view>

namespace tradereport::validator {

namespace {

// FNV-1a, 64 bits (draft-eastlake-fnv): short, and the same on every machine.
class Digest {
 public:
  void add(std::string_view text) {
    for (const char c : text) byte(static_cast<unsigned char>(c));
    byte(0x1f);  // stands in no text
  }
  std::string text() const { return fmt::format("{:016x}", state_); }

 private:
  void byte(unsigned char value) { state_ = (state_ ^ value) * 0x100000001b3U; }

  std::uint64_t state_ = 0xcbf29ce484222325U;
};

// Arguments that name what is missing or unread; those of sentences change with the line breaks.
bool names_something(std::string_view argument) {
  return argument == "name" || argument == "place.place" || argument == "what.term" ||
         argument == "row" || argument == "columns.en" || argument == "numerals" ||
         argument == "span.term" || argument == "first.period" || argument == "last.period";
}

std::string digest_of(const PrintedItem& item) {
  Digest digest;
  if (item.key) {
    const FigureKey& key = *item.key;
    for (const std::string& part : {key.place, key.flow, key.group, key.row}) digest.add(part);
    digest.add(to_string(key.span));
    digest.add(to_string(key.measure));
    digest.add(std::to_string(key.rank));
  }
  digest.add(item.printed);
  return digest.text();
}

std::string digest_of(const std::string& family, Period period, const Finding& finding,
                      int number) {
  Digest digest;
  digest.add(family);
  digest.add(period.to_string());
  digest.add(finding.rule);
  // Where nothing tells them apart, all candidates; else what is blamed.
  const bool all = finding.certainty == Certainty::undetermined;
  std::set<std::string> items;
  for (const Candidate& candidate : finding.candidates)
    if (all || candidate.explanation == 0) items.insert(digest_of(candidate.item));
  for (const std::string& item : items) digest.add(item);
  if (finding.candidates.empty()) {
    digest.add(finding.message);
    for (const auto& [name, value] : finding.args)
      if (names_something(name)) digest.add(value);
  }
  if (number > 0) digest.add(std::to_string(number));
  return digest.text();
}

}  // namespace

void set_fingerprints(const std::string& family, Period period, std::vector<Finding>& findings) {
  std::map<std::string, int> seen;
  for (Finding& finding : findings) {
    set_fingerprint(family, period, finding);
    const int before = seen[finding.fingerprint]++;
    if (before > 0) finding.fingerprint = digest_of(family, period, finding, before);
  }
}

void set_fingerprint(const std::string& family, Period period, Finding& finding) {
  finding.fingerprint = digest_of(family, period, finding, 0);
}

}  // namespace tradereport::validator
