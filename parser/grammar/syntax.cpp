#include "parser/grammar/syntax.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <set>
#include <utility>

#include "parser/text/utf8.h"

namespace tradereport::parser {

namespace {

class Translator {
 public:
  Translator(const PatternSyntax& syntax, std::string& error, std::vector<std::string>* groups)
      : syntax_(syntax), error_(error), groups_(groups) {}

  std::string run(std::string_view say) {
    std::string out = pattern(say, true);
    return error_.empty() ? out : std::string();
  }

 private:
  // One pattern: that of the caller, or the body of a word within it.
  struct Source {
    std::string_view say;
    std::size_t at = 0;
    std::size_t depth = 0;  // of round brackets
    std::string run;        // plain characters that have not been written yet
    std::string out;

    bool ends() const { return at >= say.size(); }
    char next(std::size_t ahead = 0) const {
      return at + ahead < say.size() ? say[at + ahead] : '\0';
    }
  };

  void fail(std::string what) {
    if (error_.empty()) error_ = std::move(what);
  }

  // outermost: what it needs, every match needs.
  std::string pattern(std::string_view say, bool outermost) {
    Source source;
    source.say = say;
    const bool choice = has_choice(say);
    while (!source.ends() && error_.empty()) step(source, outermost && !choice);
    flush(source);
    return std::move(source.out);
  }

  void step(Source& s, bool outermost) {
    const char c = s.next();
    if (is_quantifier(s)) {
      quantifier(s);
    } else if (c == ' ') {
      blank(s);
    } else if (c == '\\') {
      flush(s);
      escape(s);
    } else if (c == '[') {
      flush(s);
      character_class(s);
    } else if (c == '{' && s.next(1) != ',') {
      flush(s);
      named(s, outermost && s.depth == 0);
    } else if (c == '(') {
      flush(s);
      open_group(s);
    } else if (c == '^' || c == '$') {
      fail(fmt::format("'{}' has no meaning here: where a pattern applies is said by its key", c));
    } else if (c == ')' || c == '|' || c == '.') {
      flush(s);
      if (c == ')' && s.depth > 0) --s.depth;
      s.out += c;
      ++s.at;
    } else {
      if (is_digit(c)) spelt_number(s.say.substr(s.at));
      const std::size_t end = next_character(s.say, s.at);
      s.run += s.say.substr(s.at, end - s.at);
      s.at = end;
    }
  }

  static bool is_quantifier(const Source& s) {
    const char c = s.next();
    return c == '?' || c == '*' || c == '+' || (c == '{' && is_digit(s.next(1)));
  }

  // A quantifier is of the last character of a run alone.
  void quantifier(Source& s) {
    if (!s.run.empty()) {
      std::size_t last = s.run.size() - 1;
      while (last > 0 && is_continuation(s.run[last])) --last;
      const std::string character = s.run.substr(last);
      s.run.resize(last);
      flush(s);
      s.out += character;
    }
    if (s.next() == '{') {
      const std::size_t end = std::min(s.say.find('}', s.at), s.say.size() - 1);
      s.out += s.say.substr(s.at, end + 1 - s.at);
      s.at = end + 1;
    } else {
      s.out += s.next();
      ++s.at;
    }
  }

  void blank(Source& s) {
    ++s.at;
    if (!syntax_.alphabetic) return;
    flush(s);
    s.out += is_quantifier(s) ? "(?: ?)" : " ?";
  }

  void escape(Source& s) {
    const std::size_t begin = s.at++;
    if (s.next() == 'd') spelt_number("\\d");
    if (s.next() == 'x' && s.next(1) == '{') {
      s.at = std::min(s.say.find('}', s.at), s.say.size() - 1) + 1;
    } else if (!s.ends()) {
      s.at = next_character(s.say, s.at);
    }
    s.out += s.say.substr(begin, s.at - begin);
  }

  void character_class(Source& s) {
    const std::size_t begin = s.at++;
    const bool negated = s.next() == '^';
    if (negated) ++s.at;
    bool digits = false;
    const std::size_t first = s.at;
    while (!s.ends() && (s.next() != ']' || s.at == first)) {
      digits = digits || is_digit(s.next()) || (s.next() == '\\' && s.next(1) == 'd');
      s.at += s.next() == '\\' && s.at + 1 < s.say.size() ? 2 : 1;
    }
    s.at = std::min(s.at, s.say.size());
    s.out += negated ? "[^" : "[";
    if (digits && negated) s.out += syntax_.number_tokens;
    s.out += s.say.substr(first, s.at - first);
    if (s.ends()) return;  // RE2 says what is missing
    if (digits && !negated) spelt_number(s.say.substr(begin, s.at + 1 - begin));
    s.out += ']';
    ++s.at;
  }

  void open_group(Source& s) {
    ++s.depth;
    constexpr std::string_view name_begins = "(?P<";
    if (s.say.substr(s.at).starts_with(name_begins)) {
      const std::size_t end = s.say.find('>', s.at);
      if (end == std::string_view::npos) {
        fail(fmt::format("a group without a name in '{}'", s.say.substr(s.at)));
        return;
      }
      const std::size_t from = s.at + name_begins.size();
      if (groups_ != nullptr) groups_->emplace_back(s.say.substr(from, end - from));
      s.out += groups_ != nullptr ? "(" : "(?:";
      s.at = end + 1;
    } else if (s.next(1) == '?') {
      s.out += "(?";
      s.at += 2;
      if (s.next() == ':') {
        s.out += ':';
        ++s.at;
      }
    } else {
      s.out += "(?:";
      ++s.at;
    }
  }

  void named(Source& s, bool required) {
    const std::size_t end = s.say.find('}', s.at);
    if (end == std::string_view::npos) {
      fail(fmt::format("'{{' without '}}' in '{}'", s.say.substr(s.at)));
      return;
    }
    const std::string name(s.say.substr(s.at + 1, end - s.at - 1));
    s.at = end + 1;
    const bool optional =
        s.next() == '?' || s.next() == '*' || (s.next() == '{' && s.next(1) == '0');
    if (syntax_.slot) {
      if (const std::optional<std::string> slot = syntax_.slot(name, required && !optional)) {
        s.out += "(?:" + *slot + ")";
        return;
      }
    }
    s.out += "(?:" + word(name) + ")";
  }

  std::string word(const std::string& name) {
    if (const auto known = translated_.find(name); known != translated_.end()) return known->second;
    const auto found = syntax_.words.find(name);
    if (found == syntax_.words.end()) {
      fail(fmt::format("there is no word or slot {{{}}}", name));
      return {};
    }
    if (!open_.insert(name).second) {
      fail(fmt::format("{{{}}} contains itself", name));
      return {};
    }
    std::vector<std::string>* const groups = std::exchange(groups_, nullptr);
    std::string body = pattern(found->second, false);
    groups_ = groups;
    open_.erase(name);
    // Slots are asked for at each place, for what they catch.
    if (!syntax_.slot) translated_.emplace(name, body);
    return body;
  }

  void spelt_number(std::string_view fragment) {
    if (syntax_.number_tokens.empty()) return;
    fail(fmt::format(
        "'{}' cannot match: here numbers are {{any_number}}, {{any_percent}} or {{count}}",
        fragment.substr(0, 20)));
  }

  void flush(Source& s) const {
    if (s.run.empty()) return;
    s.out += syntax_.literal ? syntax_.literal(s.run) : s.run;
    s.run.clear();
  }

  // Does it have a '|' outside all brackets?
  static bool has_choice(std::string_view say) {
    std::size_t depth = 0;
    for (std::size_t i = 0; i < say.size(); ++i) {
      if (say[i] == '\\')
        ++i;
      else if (say[i] == '(')
        ++depth;
      else if (say[i] == ')' && depth > 0)
        --depth;
      else if (say[i] == '|' && depth == 0)
        return true;
    }
    return false;
  }

  const PatternSyntax& syntax_;
  std::string& error_;
  std::vector<std::string>* groups_;
  std::map<std::string, std::string> translated_;
  std::set<std::string> open_;  // words that are being translated
};

}  // namespace

std::string translate(std::string_view say, const PatternSyntax& syntax, std::string& error,
                      std::vector<std::string>* groups) {
  error.clear();
  return Translator(syntax, error, groups).run(say);
}

std::string alternatives(const std::vector<std::string>& literal) {
  std::string out;
  for (const std::string& text : literal) out += (out.empty() ? "" : "|") + RE2::QuoteMeta(text);
  return out;
}

}  // namespace tradereport::parser
