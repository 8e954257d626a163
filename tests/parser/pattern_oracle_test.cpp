// Patterns match as RE2 does: every pattern of the bundled families and random small ones, each as
// one expression for RE2 with its words and slots written out, on texts made of what they spell.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <re2/re2.h>

#include <algorithm>
#include <random>
#include <tuple>

#include "parser/grammar.h"
#include "parser/text.h"
#include "tests/parser/support.h"

namespace tradereport::parser {
namespace {

// The expression for RE2; slots, outside of other slots, are its groups, in order.
class Printer {
 public:
  std::string print(const Expression& e, std::vector<std::string>* slots) {
    using Kind = Expression::Kind;
    const auto parts = [&](std::string_view between) {
      std::string out;
      for (const Expression* part : e.parts)
        out += (part == e.parts.front() ? "" : std::string(between)) + print(*part, slots);
      return out;
    };
    switch (e.kind) {
      case Kind::literal:
        return RE2::QuoteMeta(e.text);
      case Kind::boundary:
        return R"(\b)";
      case Kind::sequence:
        return "(?:" + parts("") + ")";
      case Kind::either:
        return "(?:" + parts("|") + ")";
      case Kind::repeat:
        return fmt::format("(?:{}){{{},{}}}{}", parts(""), e.least,
                           e.most == Expression::kNoEnd ? "" : std::to_string(e.most),
                           e.lazy ? "?" : "");
      case Kind::slot:
        if (slots == nullptr) return parts("");
        slots->push_back(e.text);
        return "(" + print(*e.parts[0], nullptr) + ")";
      case Kind::set: {
        std::string out = e.negated ? "[^" : "[";
        for (const auto& [from, to] : e.ranges)
          out += fmt::format("\\x{{{:X}}}-\\x{{{:X}}}", static_cast<unsigned>(from),
                             static_cast<unsigned>(to));
        return out + "]";
      }
    }
    return {};
  }
};

class Oracle {
 public:
  Oracle(const Pattern& pattern, bool alphabetic)
      : re_((alphabetic ? "(?i)" : "") + Printer().print(*pattern.expression(), &slots_),
            options()) {}

  // "length slot[begin,end)…" of the match at text[at]; "0" if there is none.
  std::string match_at(const std::string& text, std::size_t at) const {
    std::vector<re2::StringPiece> groups(slots_.size() + 1);
    if (!re_.Match(text, at, text.size(), RE2::ANCHOR_START, groups.data(),
                   static_cast<int>(groups.size())) ||
        groups[0].empty())
      return "0";
    std::vector<SlotMatch> found;
    for (std::size_t i = 0; i < slots_.size(); ++i) {
      if (groups[i + 1].empty()) continue;
      const auto begin = static_cast<std::size_t>(groups[i + 1].data() - text.data());
      found.push_back({slots_[i], begin, begin + groups[i + 1].size()});
    }
    return shown(groups[0].size(), std::move(found));
  }

  static std::string shown(std::size_t length, std::vector<SlotMatch> slots) {
    std::stable_sort(slots.begin(), slots.end(), [](const SlotMatch& a, const SlotMatch& b) {
      return std::tie(a.begin, a.slot) < std::tie(b.begin, b.slot);
    });
    std::string out = std::to_string(length);
    for (const SlotMatch& slot : slots)
      out += fmt::format(" {}[{},{})", slot.slot, slot.begin, slot.end);
    return out;
  }

  const RE2& re() const { return re_; }

 private:
  static RE2::Options options() {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(64 << 20);
    return options;
  }
  std::vector<std::string> slots_;
  RE2 re_;
};

std::string shown_match(const Pattern& pattern, const std::string& text, std::size_t at) {
  const std::size_t length = pattern.match_at(text, at);
  return length == 0 ? "0" : Oracle::shown(length, pattern.slots_of(text, at, length));
}

void compare(const Pattern& pattern, const Oracle& oracle, const std::string& text) {
  ASSERT_TRUE(oracle.re().ok()) << oracle.re().error();
  EXPECT_EQ(pattern.matches_all(text), RE2::FullMatch(text, oracle.re())) << text;
  std::size_t begin = 0;
  std::size_t end = 0;
  re2::StringPiece found;
  const bool finds =
      oracle.re().Match(text, 0, text.size(), RE2::UNANCHORED, &found, 1) && !found.empty();
  EXPECT_EQ(pattern.find(text, 0, begin, end), finds) << text;
  if (finds) {
    EXPECT_EQ(text.substr(begin, end - begin), found) << text;
  }
  for (std::size_t at = 0; at < text.size(); at += utf8_length(text[at])) {
    EXPECT_EQ(shown_match(pattern, text, at), oracle.match_at(text, at))
        << text << "\nat " << at << ": " << text.substr(at) << "\n"
        << oracle.re().pattern();
  }
}

// All patterns that the parser has of a family.
std::vector<Pattern> patterns_of(const Grammar& grammar) {
  std::vector<Pattern> all;
  for (const auto* list :
       {&grammar.titles, &grammar.headings, &grammar.notes, &grammar.running_heads,
        &grammar.non_figures, &grammar.sections, &grammar.left_alone, &grammar.pictures,
        &grammar.captions, &grammar.period_forms, &grammar.unit_forms})
    all.insert(all.end(), list->begin(), list->end());
  for (const auto& group : grammar.groups) all.insert(all.end(), group.begin(), group.end());
  for (const Grammar::Head& head : grammar.heads) all.push_back(head.pattern);
  for (const Grammar::Phrase& phrase : grammar.phrases) all.push_back(phrase.pattern);
  for (const Grammar::FlowForm& flow : grammar.flow_forms)
    all.insert(all.end(), {flow.say, flow.negative, flow.weak});
  all.insert(all.end(), {grammar.period, grammar.base, grammar.respectively, grammar.unit,
                         grammar.separator, grammar.up, grammar.down, grammar.flat});
  std::erase_if(all, [](const Pattern& pattern) { return pattern.expression() == nullptr; });
  return all;
}

// A text that the expression may match: of each choice one by chance, with slips now and then.
class Speaker {
 public:
  explicit Speaker(unsigned seed) : random_(seed) {}

  void say(const Expression& e, std::string& out) {
    using Kind = Expression::Kind;
    if (chance(80)) return;
    switch (e.kind) {
      case Kind::literal:
        out += e.text;
        return;
      case Kind::set:
        if (e.negated || e.ranges.empty()) {
          append_utf8(out, U"一年a5的、"[pick(7)]);
        } else {
          const auto& [from, to] = e.ranges[pick(e.ranges.size())];
          append_utf8(out,
                      from + static_cast<char32_t>(pick(std::min<std::size_t>(to - from, 60) + 1)));
        }
        return;
      case Kind::either:
        return say(*e.parts[pick(e.parts.size())], out);
      case Kind::repeat:
        for (std::size_t n = std::min(e.most, e.least + pick(3)); n-- > 0;) say(*e.parts[0], out);
        return;
      default:
        for (const Expression* part : e.parts) say(*part, out);
    }
  }

 private:
  std::size_t pick(std::size_t below) { return random_() % below; }
  bool chance(std::size_t one_in) { return pick(one_in) == 0; }
  std::mt19937 random_;
};

TEST(PatternOracle, BundledFamilies) {
  unsigned seed = 1;
  for (const auto& [name, toml] : bundled_families()) {
    const FamilyLoad load = load_family(toml, name);
    std::vector<FamilyError> errors;
    const Grammar grammar = compile(*load.family, name, errors);
    const std::vector<Pattern> patterns = patterns_of(grammar);
    std::vector<std::string> texts;
    for (const Pattern& pattern : patterns) {
      for (int n = 0; n < 3; ++n) {
        std::string text;
        Speaker speaker(++seed);
        speaker.say(*pattern.expression(), text);
        speaker.say(*patterns[seed % patterns.size()].expression(), text);
        texts.push_back(text);
      }
    }
    for (std::size_t p = 0; p < patterns.size(); ++p) {
      const Oracle oracle(patterns[p], load.family->alphabetic);
      for (std::size_t t = 0; t < texts.size(); ++t) {
        // Its own texts, and some of the others'.
        if (t / 3 == p || (t + p) % 29 == 0) compare(patterns[p], oracle, texts[t]);
      }
      if (::testing::Test::HasFailure()) return;
    }
  }
}

// More ways than could be gone one by one: what has failed must be remembered, and the match and
// its slots be the same.
TEST(PatternOracle, ManyWaysToMatch) {
  const PatternCompiler compiler{Family{}};
  for (const std::string say : {"(?:a|aa|aaa)*b", "(?:(?P<x>aa|a)b?)*1", "a*a*a*a*[ab]*1",
                                "(?:(?P<x>a|aa)|(?P<y>aaa?))*?b1", "(?:a{1,3}|[ab]{2,4})+1?-"}) {
    const Pattern pattern = compiler.compile(say, nullptr);
    const Oracle oracle(pattern, false);
    for (const std::string end : {"", "b", "1", "b1", "-"})
      compare(pattern, oracle, std::string(100, 'a') + end);
  }
}

std::string pick(const std::vector<std::string>& from, std::mt19937& random) {
  return from[random() % from.size()];
}

std::string small_pattern(std::mt19937& random, int depth) {
  const auto inner = [&] { return small_pattern(random, depth - 1); };
  switch (depth == 0 ? 0 : random() % 7) {
    case 1:
      return inner() + inner();
    case 2:
      return "(?:" + inner() + "|" + inner() + ")";
    case 3:
      return "(?:" + inner() + ")" +
             pick({"?", "*", "+", "??", "*?", "+?", "{2}", "{1,2}"}, random);
    case 4:
      return pick({"(?P<x>", "(?P<y>"}, random) + inner() + ")";
    case 5:
      return pick({"a", "[ab]", "."}, random) + pick({"?", "*", "+", "*?", "{1,2}"}, random);
    case 6:
      return inner() + "|" + inner();
    default:
      return pick({"a", "b", "ab", "[ab]", "[^a]", "\\d", "1", "\\b", "出", "A", ".", ""}, random);
  }
}

// Where what is repeated may match nothing and repeats something itself, RE2 ends where it has been
// before, which is neither Perl's way nor ours.
bool repeats_nothing_twice(const Expression& e, bool within = false) {
  const bool repeat = e.kind == Expression::Kind::repeat;
  if (repeat && within) return true;
  const bool here = repeat && e.parts[0]->empty;
  return std::any_of(e.parts.begin(), e.parts.end(), [&](const Expression* part) {
    return repeats_nothing_twice(*part, here || within);
  });
}

RC_GTEST_PROP(PatternOracle, SmallPatterns, (unsigned seed, bool alphabetic)) {
  std::mt19937 random(seed);
  const std::string say = small_pattern(random, 5);
  Family family;
  family.alphabetic = alphabetic;
  std::string error;
  const Pattern pattern = PatternCompiler(family).compile(say, &error);
  RC_ASSERT(error.empty());
  const Oracle oracle(pattern, alphabetic);
  RC_PRE(oracle.re().ok() && !repeats_nothing_twice(*pattern.expression()));
  std::string text;
  for (std::size_t n = random() % 12; n-- > 0;)
    text += pick({"a", "b", "1", "出", "A", "-"}, random);
  RC_LOG() << say << "  on  " << text;
  for (std::size_t at = 0; at < text.size(); at += utf8_length(text[at])) {
    RC_ASSERT(shown_match(pattern, text, at) == oracle.match_at(text, at));
  }
}

}  // namespace
}  // namespace tradereport::parser
