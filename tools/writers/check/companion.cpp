#include "tools/writers/check/companion.h"

#include <algorithm>
#include <filesystem>

#include "tools/terminal/display_width.h"

namespace tradereport::tools {

namespace {

constexpr std::string_view kMark = "# tradereport: ";

int code_points(std::string_view text) {
  return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80;
  }));
}

// The columns that the source takes of its line.
TextPlace columns_in_line(const Source& source) {
  TextPlace place;
  if (source.begin >= source.end || source.end > source.line_text.size()) return place;
  const std::string_view line = source.line_text;
  place.begin = code_points(line.substr(0, source.begin)) + 1;
  place.end = code_points(line.substr(0, source.end)) + 1;
  return place;
}

}  // namespace

TextPlace place_in_text(const Source& source) {
  if (source.line == 0) return {};
  TextPlace place = columns_in_line(source);
  place.line = source.line;
  return place;
}

Companion::Companion(const Report& report, const std::vector<Finding>& findings, std::string name)
    : name_(std::move(name)), title_(std::string(kMark) + one_line(report.file)) {
  for (const Figure& figure : report.figures) add(figure.source);
  for (const Claim& claim : report.claims) add(claim.source);
  for (const Numeral& numeral : report.numerals) add(numeral.source);
  for (const Finding& finding : findings) {
    add(finding.source);
    for (const Candidate& candidate : finding.candidates)
      if (candidate.item.file.empty()) add(candidate.item.source);
    for (const EvidenceItem& evidence : finding.evidence)
      if (evidence.item.file.empty()) add(evidence.item.source);
  }
}

void Companion::add(const Source& source) {
  if (source.line_text.empty()) {
    if (source.page > 0) lengths_.try_emplace(source.page, 0);
    return;
  }
  std::size_t& length = lengths_[source.page];
  if (!places_.emplace(Key{source.page, source.line_text.str()}, length).second) return;
  pages_[source.page].push_back(one_line(source.line_text));
  ++length;
}

std::string Companion::text() const {
  std::string text = title_ + "\n";
  for (const auto& [page, length] : lengths_) {
    text += page > 0 ? "\n# " + std::to_string(page) + "\n" : "\n#\n";
    if (const auto lines = pages_.find(page); lines != pages_.end())
      for (const std::string& line : lines->second) text += line + "\n";
  }
  return text;
}

TextPlace Companion::place(const Source& source) const {
  std::size_t line = 1;
  for (const auto& [page, length] : lengths_) {
    line += 2;  // a blank line and the page's head
    if (page == source.page) {
      TextPlace place = columns_in_line(source);
      const auto found = places_.find(Key{source.page, source.line_text.str()});
      if (found == places_.end()) place = {};
      const std::size_t behind = found == places_.end() ? 0 : found->second + 1;
      place.line = static_cast<int>(line + behind);
      return place;
    }
    line += length;
  }
  return {};
}

void Companion::keep_pages_alone() {
  pages_.clear();
  places_.clear();
}

bool is_companion(std::string_view start) {
  return start.starts_with(kMark);
}

std::string companion_name(const std::string& file) {
  std::filesystem::path name;
  for (const std::filesystem::path& part : std::filesystem::path(file).relative_path())
    if (part != "." && part != "..") name /= part;
  if (file == "-" || name.empty()) name = "stdin";
  return name.generic_string() + ".lines";
}

}  // namespace tradereport::tools
