#include "parser/layout/next_report.h"

#include <algorithm>
#include <set>
#include <string>

#include "parser/layout/atoms.h"
#include "parser/layout/captions.h"
#include "parser/text/utf8.h"

namespace tradereport::parser {

namespace {

// A report is known again by one of its first lines of so many bytes: a title, a heading.
constexpr std::size_t kFirstLines = 3;
constexpr std::size_t kLongEnough = 9;
constexpr std::size_t kTablesComeBack = 2;

struct CaptionWithRows {
  std::size_t table = 0;  // index into the family's tables
  std::size_t at = 0;     // index into the lines of the body
};

std::string without_digits(std::string_view text) {
  std::string rest(text);
  std::erase_if(rest, [](char c) { return is_digit(c) || c == ' '; });
  return rest;
}

class ReportEnd {
 public:
  ReportEnd(const Document& document, const std::vector<LineRole>& roles, const Grammar& grammar)
      : document_(document), grammar_(grammar) {
    for (std::size_t i = 0; i < document.lines.size(); ++i)
      if (roles[i] == LineRole::body && !document.lines[i].text.empty()) body_.push_back(i);
  }

  std::optional<std::size_t> run() const {
    const std::vector<CaptionWithRows> captions = captions_with_rows();
    std::set<std::size_t> seen;
    for (std::size_t i = 0; i < captions.size(); ++i) {
      const std::size_t table = captions[i].table;
      const bool comes_back = !seen.insert(table).second && captions[i - 1].table != table;
      if (comes_back && come_back(captions, i, seen) >= kTablesComeBack)
        return body_[beginning(captions[i - 1].at + 1, captions[i].at)];
    }
    return std::nullopt;
  }

 private:
  const Line& line(std::size_t at) const { return document_.lines[body_[at]]; }

  // How many of the tables seen follow from captions[from] on.
  static std::size_t come_back(const std::vector<CaptionWithRows>& captions, std::size_t from,
                               const std::set<std::size_t>& seen) {
    std::set<std::size_t> again;
    for (std::size_t i = from; i < captions.size(); ++i)
      if (seen.contains(captions[i].table)) again.insert(captions[i].table);
    return again.size();
  }

  // Others are those of a list of tables.
  std::vector<CaptionWithRows> captions_with_rows() const {
    std::vector<CaptionWithRows> captions;
    bool rows = true;
    for (std::size_t at = 0; at < body_.size();) {
      const auto caption = caption_at(document_, grammar_, body_, at);
      if (caption) {
        if (!rows) captions.pop_back();
        captions.push_back({caption->table, at});
        rows = false;
      } else {
        rows = rows || is_row(document_, body_[at]);
      }
      at += caption ? caption->lines : 1;
    }
    if (!rows) captions.pop_back();
    return captions;
  }

  // Where the lines from `from` up to the caption begin like the document; else with the caption's
  // page, or with the caption.
  std::size_t beginning(std::size_t from, std::size_t caption) const {
    for (std::size_t at = from; at < caption; ++at)
      if (begins_like_the_document(at)) return at;
    for (std::size_t at = from; at < caption; ++at)
      if (line(at).page == line(caption).page && line(at - 1).page != line(at).page) return at;
    return caption;
  }

  bool begins_like_the_document(std::size_t at) const {
    const std::string text = without_digits(line(at).text.view());
    if (text.size() < kLongEnough) return false;
    for (std::size_t first = 0; first < std::min(kFirstLines, body_.size()); ++first)
      if (text == without_digits(line(first).text.view())) return true;
    return false;
  }

  const Document& document_;
  const Grammar& grammar_;
  std::vector<std::size_t> body_;  // indices into Document::lines
};

}  // namespace

std::optional<std::size_t> set_apart_next_report(const Document& document, const Grammar& grammar,
                                                 std::vector<LineRole>& roles) {
  const std::optional<std::size_t> next = ReportEnd(document, roles, grammar).run();
  if (next)
    std::fill(roles.begin() + static_cast<std::ptrdiff_t>(*next), roles.end(),
              LineRole::next_report);
  return next;
}

}  // namespace tradereport::parser
