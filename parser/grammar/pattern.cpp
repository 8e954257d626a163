#include "parser/grammar/pattern.h"

#include <re2/re2.h>

#include <algorithm>
#include <mutex>
#include <stdexcept>
#include <utility>

namespace tradereport::parser {

using re2::StringPiece;

struct Pattern::Compiled {
  std::string say;
  Options options;
  std::once_flag once;
  std::unique_ptr<const RE2> expression;

  const RE2& get() {
    std::call_once(once, [this] {
      RE2::Options re2;
      re2.set_log_errors(false);
      re2.set_dot_nl(true);
      re2.set_case_sensitive(!options.ignores_case);
      re2.set_longest_match(options.longest);
      expression = std::make_unique<const RE2>(say, re2);
    });
    return *expression;
  }
};

Pattern::Pattern(std::string say, Options options) : compiled_(std::make_shared<Compiled>()) {
  compiled_->say = std::move(say);
  compiled_->options = options;
}

const RE2& Pattern::expression() const {
  const RE2& expression = compiled_->get();
  if (!expression.ok()) throw std::invalid_argument(expression.error());
  return expression;
}

std::string Pattern::error() const {
  return compiled_ == nullptr ? std::string() : compiled_->get().error();
}

bool Pattern::matches_all(std::string_view text) const {
  if (compiled_ == nullptr || text.empty()) return false;
  return expression().Match(StringPiece(text.data(), text.size()), 0, text.size(), RE2::ANCHOR_BOTH,
                            nullptr, 0);
}

std::size_t Pattern::match_at(std::string_view text, std::size_t at) const {
  if (compiled_ == nullptr) return 0;
  StringPiece match;
  const bool found = expression().Match(StringPiece(text.data(), text.size()), at, text.size(),
                                        RE2::ANCHOR_START, &match, 1);
  return found ? match.size() : 0;
}

TextRange Pattern::find(std::string_view text, std::size_t at) const {
  if (compiled_ == nullptr) return {};
  StringPiece match;
  if (!expression().Match(StringPiece(text.data(), text.size()), at, text.size(), RE2::UNANCHORED,
                          &match, 1))
    return {};
  const auto begin = static_cast<std::size_t>(match.data() - text.data());
  return {begin, begin + match.size()};
}

std::vector<TextRange> Pattern::groups(std::string_view text, TextRange range) const {
  if (compiled_ == nullptr) return {};
  const RE2& expression = this->expression();
  std::vector<StringPiece> caught(static_cast<std::size_t>(expression.NumberOfCapturingGroups()) +
                                  1);
  if (!expression.Match(StringPiece(text.data(), text.size()), range.begin, range.end,
                        RE2::ANCHOR_BOTH, caught.data(), static_cast<int>(caught.size())))
    return {};
  std::vector<TextRange> ranges;
  for (std::size_t i = 1; i < caught.size(); ++i) {
    if (caught[i].data() == nullptr) {
      ranges.push_back({});
      continue;
    }
    const auto begin = static_cast<std::size_t>(caught[i].data() - text.data());
    ranges.push_back({begin, begin + caught[i].size()});
  }
  return ranges;
}

bool any_matches(const std::vector<Pattern>& patterns, std::string_view text) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const Pattern& pattern) { return pattern.matches_all(text); });
}

bool any_starts(const std::vector<Pattern>& patterns, std::string_view text) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const Pattern& pattern) { return pattern.match_at(text, 0) > 0; });
}

}  // namespace tradereport::parser
