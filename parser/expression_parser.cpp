#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "parser/expression.h"
#include "parser/text.h"

namespace tradereport::parser {

namespace {

constexpr int kDeepest = 100;  // groups within groups
constexpr std::size_t kMostTimes = 1000;
constexpr char32_t kLast = 0x10FFFF;

using Ranges = std::vector<std::pair<char32_t, char32_t>>;

const Ranges kDigits{{U'0', U'9'}};
const Ranges kBlanks{{U'\t', U'\n'}, {U'\f', U'\r'}, {U' ', U' '}};
const Ranges kWordCharacters{{U'0', U'9'}, {U'A', U'Z'}, {U'_', U'_'}, {U'a', U'z'}};

const Ranges* ranges_of_class(char c) {
  switch (lower_case(static_cast<unsigned char>(c))) {
    case U'd':
      return &kDigits;
    case U's':
      return &kBlanks;
    case U'w':
      return &kWordCharacters;
    default:
      return nullptr;
  }
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

class Parser {
 public:
  Parser(std::string_view say, const ExpressionSyntax& syntax, Expressions& store,
         std::string& error)
      : say_(say), syntax_(syntax), store_(store), error_(error) {}

  const Expression* run() {
    error_.clear();
    const Expression* const whole = either(0);
    if (error_.empty() && at_ < say_.size()) fail("unexpected ')'", at_);
    return error_.empty() ? whole : nullptr;
  }

 private:
  using Kind = Expression::Kind;

  // The rest of the pattern is not looked at any more.
  void fail(std::string_view what, std::size_t from, std::size_t to = Expression::kNoEnd) {
    if (error_.empty()) error_ = fmt::format("{}: '{}'", what, say_.substr(from, to - from));
    at_ = say_.size();
  }

  char peek() const { return at_ < say_.size() ? say_[at_] : '\0'; }
  char after(std::size_t n) const { return at_ + n < say_.size() ? say_[at_ + n] : '\0'; }

  Expression& add(Kind kind) const {
    Expression& out = store_.add();
    out.kind = kind;
    out.ignores_case = syntax_.alphabetic;
    return out;
  }

  const Expression* literal(std::string_view text) const {
    Expression& out = add(Kind::literal);
    out.text = text;
    if (syntax_.alphabetic) {
      for (char& c : out.text)
        if (is_letter(c)) c = static_cast<char>(lower_case(static_cast<unsigned char>(c)));
    }
    return complete(out);
  }

  const Expression* set(Ranges ranges, bool negated) const {
    Expression& out = add(Kind::set);
    out.ranges = std::move(ranges);
    out.negated = negated;
    return complete(out);
  }

  const Expression* repeat(const Expression* what, std::size_t least, std::size_t most,
                           bool lazy) const {
    Expression& out = add(Kind::repeat);
    out.least = least;
    out.most = most;
    out.lazy = lazy;
    out.parts = {what};
    return complete(out);
  }

  const Expression* put_together(Kind kind, std::vector<const Expression*> parts) const {
    if (parts.size() == 1) return parts.front();
    Expression& out = add(kind);
    out.parts = std::move(parts);
    return complete(out);
  }

  const Expression* either(int depth) {
    std::vector<const Expression*> parts{sequence(depth)};
    while (peek() == '|') {
      ++at_;
      parts.push_back(sequence(depth));
    }
    return put_together(Kind::either, std::move(parts));
  }

  const Expression* sequence(int depth) {
    std::vector<const Expression*> parts;
    parts.reserve(4);
    std::string run;  // literal characters that nothing repeats
    const auto end_run = [&] {
      if (!run.empty()) parts.push_back(literal(run));
      run.clear();
    };
    while (at_ < say_.size() && peek() != '|' && peek() != ')') {
      if (peek() == ' ') {
        ++at_;
        if (!syntax_.alphabetic) continue;
        end_run();
        const bool lazy = peek() == '?';
        if (lazy) ++at_;
        parts.push_back(repeat(literal(" "), 0, 1, lazy));
        continue;
      }
      if (plain_run(run)) continue;
      std::string character;
      const Expression* const part = atom(depth, character);
      if (part == nullptr && character.empty()) break;
      if (part == nullptr && !repeats()) {
        run += character;
        continue;
      }
      end_run();
      parts.push_back(repeated(part != nullptr ? part : literal(character)));
    }
    end_run();
    return put_together(Kind::sequence, std::move(parts));
  }

  // Takes the characters that stand for themselves and that nothing repeats; false if none does.
  bool plain_run(std::string& run) {
    constexpr std::string_view kSigns = " |()[{\\.*+?^$";
    const std::size_t begin = at_;
    std::size_t end = std::min(say_.find_first_of(kSigns, begin), say_.size());
    at_ = end;
    if (end > begin && repeats()) {
      do --end;
      while (end > begin && (static_cast<unsigned char>(say_[end]) & 0xC0U) == 0x80U);
    }
    at_ = end;
    run += say_.substr(begin, end - begin);
    return end > begin;
  }

  // One thing that can be repeated, or a literal character in `character`. Neither on error.
  const Expression* atom(int depth, std::string& character) {
    switch (peek()) {
      case '(':
        return group(depth);
      case '[':
        return character_class();
      case '.':
        ++at_;
        return set({{U'\n', U'\n'}}, true);
      case '\\':
        return escape(character);
      case '{':
        if ((after(1) >= 'a' && after(1) <= 'z') || after(1) == '#') return reference();
        break;
      case '*':
      case '+':
      case '?':
      case '^':
      case '$':
        fail("nothing that it could stand for", at_);
        return nullptr;
      default:
        break;
    }
    const std::size_t length = std::min(utf8_length(peek()), say_.size() - at_);
    character = say_.substr(at_, length);
    at_ += length;
    return nullptr;
  }

  const Expression* group(int depth) {
    const std::size_t begin = at_;
    std::string name;
    if (say_.substr(at_, 3) == "(?:") {
      at_ += 3;
    } else if (say_.substr(at_, 4) == "(?P<") {
      const std::size_t close = std::min(say_.find('>', at_), say_.size());
      name = say_.substr(at_ + 4, close - std::min(close, at_ + 4));
      at_ = std::min(close + 1, say_.size());
    } else if (after(1) == '?') {
      fail("no such group", at_, at_ + 3);
      return nullptr;
    } else {
      ++at_;
    }
    if (depth >= kDeepest) {
      fail("too many groups within groups", begin);
      return nullptr;
    }
    const Expression* const inside = either(depth + 1);
    if (peek() != ')') {
      fail("missing ')'", begin > 0 ? 0 : begin);
      return nullptr;
    }
    ++at_;
    return name.empty() ? inside : make_slot(name, inside, store_);
  }

  const Expression* reference() {
    const std::size_t close = say_.find('}', at_);
    if (close == std::string_view::npos) {
      if (error_.empty()) error_ = fmt::format("'{{' without '}}' in '{}'", say_.substr(at_));
      at_ = say_.size();
      return nullptr;
    }
    const std::string name(say_.substr(at_ + 1, close - at_ - 1));
    at_ = close + 1;
    std::string trouble;
    const Expression* const found = syntax_.named(name, trouble);
    if (found == nullptr) {
      if (error_.empty()) error_ = trouble;
      at_ = say_.size();
    }
    return found;
  }

  // A character by its number: \x41, \x{2013}. `at_` stands on the x.
  std::optional<char32_t> numbered() {
    const std::size_t begin = at_ - 1;
    const bool braces = after(1) == '{';
    const std::size_t from = at_ + (braces ? 2 : 1);
    const std::size_t to =
        braces ? std::min(say_.find('}', at_), say_.size()) : std::min(from + 2, say_.size());
    std::uint32_t number = 0;
    const auto result =
        std::from_chars(say_.data() + from, say_.data() + std::max(from, to), number, 16);
    if (result.ec != std::errc() || result.ptr != say_.data() + to || number > kLast) {
      fail("no such character", begin);
      return std::nullopt;
    }
    at_ = std::min(to + (braces ? 1 : 0), say_.size());
    return number;
  }

  const Expression* escape(std::string& character) {
    const std::size_t begin = at_++;
    if (at_ == say_.size()) {
      fail("nothing behind", begin);
      return nullptr;
    }
    const char c = peek();
    if (const Ranges* const ranges = ranges_of_class(c)) {
      ++at_;
      return set(*ranges, c < 'a');
    }
    if (c == 'b') {
      ++at_;
      return complete(add(Kind::boundary));
    }
    if (const auto code = escaped(begin)) append_utf8(character, *code);
    return nullptr;
  }

  // The character behind a backslash.
  std::optional<char32_t> escaped(std::size_t begin) {
    if (peek() == 'x') return numbered();
    if (is_letter(peek()) || is_digit(peek())) {
      fail("no such sign", begin, begin + 2);
      return std::nullopt;
    }
    const auto [c, length] = character_at(say_, at_);
    at_ += length;
    return c;
  }

  std::optional<char32_t> character_of_class(std::size_t begin) {
    if (at_ == say_.size()) {
      fail("missing ']'", begin);
      return std::nullopt;
    }
    if (peek() == '\\' && at_ + 1 < say_.size()) {
      ++at_;
      return escaped(at_ - 1);
    }
    const auto [c, length] = character_at(say_, at_);
    at_ += length;
    return c;
  }

  const Expression* character_class() {
    const std::size_t begin = at_++;
    const bool negated = peek() == '^';
    if (negated) ++at_;
    Ranges ranges;
    for (bool first = true; first || peek() != ']'; first = false) {
      const Ranges* const known = peek() == '\\' ? ranges_of_class(after(1)) : nullptr;
      if (known != nullptr && after(1) >= 'a') {
        ranges.insert(ranges.end(), known->begin(), known->end());
        at_ += 2;
        continue;
      }
      const std::size_t from_at = at_;
      const auto from = character_of_class(begin);
      if (!from) return nullptr;
      auto to = from;
      if (peek() == '-' && after(1) != ']') {
        ++at_;
        to = character_of_class(begin);
        if (!to) return nullptr;
      }
      if (*to < *from) {
        fail("a range from the last to the first", from_at, at_);
        return nullptr;
      }
      ranges.emplace_back(*from, *to);
    }
    ++at_;
    return set(std::move(ranges), negated);
  }

  // Does something stand here that repeats what is before it?
  bool repeats() {
    while (!syntax_.alphabetic && peek() == ' ') ++at_;
    return peek() == '?' || peek() == '*' || peek() == '+' || (peek() == '{' && is_digit(after(1)));
  }

  const Expression* repeated(const Expression* what) {
    if (!repeats()) return what;
    const std::size_t begin = at_;
    std::size_t least = peek() == '+' ? 1 : 0;
    std::size_t most = peek() == '?' ? 1 : Expression::kNoEnd;
    if (peek() == '{') {
      ++at_;
      least = most = times(begin);
      if (peek() == ',') {
        ++at_;
        most = is_digit(peek()) ? times(begin) : Expression::kNoEnd;
      }
      if (error_.empty() && (peek() != '}' || most < least)) fail("no such number of times", begin);
    }
    at_ = std::min(at_ + 1, say_.size());
    const bool lazy = peek() == '?';
    if (lazy) ++at_;
    if (repeats()) fail("repeated twice", begin);
    return repeat(what, least, most, lazy);
  }

  std::size_t times(std::size_t begin) {
    std::size_t number = 0;
    const auto result = std::from_chars(say_.data() + at_, say_.data() + say_.size(), number);
    if (result.ec != std::errc() || number > kMostTimes) {
      fail("no such number of times", begin);
      return 0;
    }
    at_ = static_cast<std::size_t>(result.ptr - say_.data());
    return number;
  }

  std::string_view say_;
  const ExpressionSyntax& syntax_;
  Expressions& store_;
  std::string& error_;
  std::size_t at_ = 0;
};

}  // namespace

const Expression* parse_expression(std::string_view say, const ExpressionSyntax& syntax,
                                   Expressions& store, std::string& error) {
  return Parser(say, syntax, store, error).run();
}

}  // namespace tradereport::parser
