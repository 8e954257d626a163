#include "tools/writers/converted.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "tools/terminal/interrupt.h"
#include "tools/workers/message.h"
#include "tools/workers/sha256.h"

namespace tradereport::tools {

namespace {

// Of what the figures say, not of where they stand: the same report as PDF and as text is one.
std::string digest(const Report& report) {
  std::string text;
  const auto add = [&](const Figure& figure) {
    const FigureKey& key = figure.key;
    for (const std::string* const part :
         {&key.place, &key.flow, &key.group, &key.row, &figure.unit})
      (text += *part) += '\n';
    for (const std::int64_t number :
         {static_cast<std::int64_t>(key.span), static_cast<std::int64_t>(key.measure),
          std::int64_t{key.rank}, figure.value.unscaled(), std::int64_t{figure.value.decimals()}})
      (text += std::to_string(number)) += '\n';
  };
  for (const Figure& figure : report.figures) add(figure);
  for (const Claim& claim : report.claims) add(claim);
  return sha256_of(text);
}

}  // namespace

void Converted::add(const DocumentResult& document) {
  const Report& report = *document.report;
  stack_.add(report_columns(report, *document.family));
  validator::Editions& editions = editions_[document.family];
  editions.add(report, document.checked.findings);
  const std::string& key = document.key;
  const std::optional<std::size_t> known = key.empty() ? std::nullopt : journal_.find(key);
  entries_.push_back({report.period, report.file, report.family, document.hash, digest(report),
                      known ? *known : journal_.add(key, document.message), false,
                      editions.practice().known()});
}

std::vector<SamePeriod> Converted::sort() {
  std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    return std::tie(a.period, a.file) < std::tie(b.period, b.file);
  });
  std::vector<SamePeriod> pairs;
  std::map<std::pair<std::string, Period>, std::vector<const Entry*>> different;
  for (Entry& entry : entries_) {
    std::vector<const Entry*>& others = different[{entry.family, entry.period}];
    const auto same = std::find_if(others.begin(), others.end(), [&](const Entry* other) {
      return other->figures == entry.figures;
    });
    entry.repeated = same != others.end();
    if (entry.repeated) {
      pairs.push_back({(*same)->file, entry.file, true});
    } else {
      if (!others.empty()) pairs.push_back({others.front()->file, entry.file, false});
      others.push_back(&entry);
    }
  }
  return pairs;
}

std::map<std::string, std::vector<Finding>> Converted::seen_across() const {
  std::set<std::string> repeated;
  for (const Entry& entry : entries_)
    if (entry.repeated) repeated.insert(entry.file);
  std::map<std::string, std::vector<Finding>> by_file;
  for (const auto& [family, editions] : editions_) {
    for (validator::EditionFinding& seen : validator::check_editions(editions, *family)) {
      const std::string& file = editions.all()[seen.edition].file;
      if (!repeated.contains(file)) by_file[file].push_back(std::move(seen.finding));
    }
  }
  return by_file;
}

Converted::Counts Converted::write(DataWriter& writer) const {
  Counts counts;
  const std::map<std::string, std::vector<Finding>> across = seen_across();
  BlamedFigures blamed_across;
  for (const auto& [file, findings] : across)
    for (const Finding& finding : findings) blamed_across.add(file, finding);
  for (const Entry& entry : entries_) {
    check_interrupt();
    if (entry.repeated) continue;
    Answer answer = decode_answer(journal_.message(entry.record), reader_.families());
    if (!answer.report) throw BadMessage("the journal was changed while it was read");
    Report& report = *answer.report;
    report.file = entry.file;
    std::vector<Finding> findings =
        validator::unexplained(std::move(answer.checked.findings), entry.practice);
    const std::size_t own = findings.size();
    if (const auto others = across.find(entry.file); others != across.end())
      findings.insert(findings.end(), others->second.begin(), others->second.end());
    BlamedFigures blamed;
    for (std::size_t i = 0; i < own; ++i) blamed.add(report.file, findings[i]);
    blamed.add(blamed_across, report.file);
    const Family& family = reader_.families()[answer.family];
    const auto rows = stack_.rows(report_rows(report, family, findings, blamed));
    writer.report({report, family, entry.hash, findings, blamed, rows});
    ++counts.reports;
    counts.figures += rows.front().size();
    counts.findings += rows.at(rows.size() - 2).size();
    counts.unread += rows.back().size();
  }
  return counts;
}

std::vector<PackageFacts::SourceFile> Converted::sources() const {
  std::vector<PackageFacts::SourceFile> files;
  std::transform(entries_.begin(), entries_.end(), std::back_inserter(files),
                 [](const Entry& entry) {
                   return PackageFacts::SourceFile{entry.file, entry.hash};
                 });
  return files;
}

std::vector<std::size_t> Converted::records() const {
  std::vector<std::size_t> numbers;
  for (const Entry& entry : entries_) numbers.push_back(entry.record);
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

}  // namespace tradereport::tools
