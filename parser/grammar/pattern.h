// Patterns over text: RE2, compiled when first needed.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace re2 {
class RE2;
}

namespace tradereport::parser {

// A stretch of a text in bytes: [begin, end).
struct TextRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
  bool empty() const { return end <= begin; }
  bool holds(std::size_t at) const { return at >= begin && at < end; }
};

// A regular expression of RE2. Of several matches from one place the preferred one counts, as in
// Perl; with `longest` the longest. Copies share what is compiled; threads may share a pattern.
class Pattern {
 public:
  struct Options {
    bool ignores_case = false;  // of ASCII letters and all others
    bool longest = false;
  };

  // Matches nothing.
  Pattern() = default;
  Pattern(std::string say, Options options);
  // A pattern of the program's own. It has to be right.
  static Pattern of(std::string_view say) { return {std::string(say), {}}; }

  bool empty() const { return compiled_ == nullptr; }

  // What is wrong with it, empty if nothing: "missing ): a(b". Compiles it.
  std::string error() const;

  // The following throw std::invalid_argument if it does not compile. An empty match is none.
  bool matches_all(std::string_view text) const;
  // The length of the match that starts at text[at], 0 if there is none.
  std::size_t match_at(std::string_view text, std::size_t at) const;
  // The first match at or after `at`; an empty range if there is none.
  TextRange find(std::string_view text, std::size_t at) const;
  // What its groups catch in a match of all of text[range.begin, range.end): in the order of their
  // brackets, empty ranges for those that take no part. Nothing if it does not match.
  std::vector<TextRange> groups(std::string_view text, TextRange range) const;

 private:
  struct Compiled;
  const re2::RE2& expression() const;

  std::shared_ptr<Compiled> compiled_;
};

// Does any of the patterns match all of the text, or a stretch at its start?
bool any_matches(const std::vector<Pattern>& patterns, std::string_view text);
bool any_starts(const std::vector<Pattern>& patterns, std::string_view text);

}  // namespace tradereport::parser
