#include "parser/matching.h"

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <set>

#include "parser/short_list.h"
#include "parser/simple_match.h"

namespace tradereport::parser {

namespace {

using Kind = Expression::Kind;
constexpr std::size_t kNoEnd = Expression::kNoEnd;

// After so many steps of one match, failures are remembered.
constexpr int kPatience = 5000;

bool can_begin(const Expression& e, std::string_view text, std::size_t at) {
  return e.empty || e.first.has(Characters::place(text, at));
}

// What is to be matched after a part has been: the rest of a sequence, more repetitions, the end of
// a slot; and then what `next` says.
struct Rest {
  const Expression* e;
  std::size_t done;   // parts of the sequence, or repetitions, the part not counted
  std::size_t begin;  // where the repetition began, if it may match nothing
  std::size_t next;   // number of a Rest, 0 if all is matched then
};

// What to try if the way taken fails.
struct Choice {
  enum class Way { part, leave, more, shorter, longer };
  Way way;
  const Expression* e;
  std::size_t at;
  std::size_t count;  // part: the next; more: repetitions so far; shorter: the least end;
                      // longer: characters so far
  std::size_t rest;
  std::size_t rests;  // how many there were
  std::size_t steps;  // how many were on the trail
};

// What slots and the repetitions around them have come to.
struct Step {
  enum class What { open, close, repeat, leave };
  What what;
  const Expression* e;
  std::size_t at;
};

class Search {
 public:
  // `end` where the match has to end, or kNoEnd for anywhere.
  Search(std::string_view text, std::size_t end, bool slots)
      : text_(text), wanted_(end), slots_(slots) {}

  std::size_t run(const Expression& e, std::size_t at) {
    match(e, at);
    if (patience_ < 0) {
      careful_ = true;
      choices_.cut(0);
      rests_.cut(0);
      trail_.cut(0);
      match(e, at);
    }
    return end_;
  }

  const ShortList<Step>& trail() const { return trail_; }

 private:
  void match(const Expression& e, std::size_t at) {
    bool open = go(&e, at, 0);
    while (open || !choices_.empty()) {
      if (!careful_ && --patience_ < 0) return;
      if (!open) {
        open = choose();
      } else if (e_ != nullptr) {
        open = enter();
      } else if (rest_ != 0) {
        open = go_on();
      } else {
        open = wanted_ == kNoEnd || wanted_ == at_;
        if (open) end_ = at_;
        if (open) return;
      }
    }
  }

  // Each of these goes one step on (true), unless the way taken fails (false).

  bool go(const Expression* e, std::size_t at, std::size_t rest) {
    e_ = e;
    at_ = at;
    rest_ = rest;
    return true;
  }

  bool pass(std::size_t at, std::size_t rest) { return go(nullptr, at, rest); }

  bool enter() {
    const Expression& e = *e_;
    switch (e.kind) {
      case Kind::sequence:
        return sequence(e, 0, at_, rest_);
      case Kind::either:
        return either(e, 0, at_, rest_);
      case Kind::repeat:
        return repeat(e, at_, rest_);
      case Kind::slot:
        if (!slots_) return go(e.parts[0], at_, rest_);
        trail_.push_back({Step::What::open, &e, at_});
        return go(e.parts[0], at_, put({&e, 0, 0, rest_}));
      default:
        const std::size_t end = simple_end(e, text_, at_);
        return end != kNoEnd && pass(end, rest_);
    }
  }

  // Of the character at text_[at]; most places are asked for several times.
  std::size_t place_of(std::size_t at) {
    if (at != placed_) {
      placed_ = at;
      place_ = Characters::place(text_, at);
    }
    return place_;
  }

  bool can_begin(const Expression& e, std::size_t at) {
    return e.empty || e.first.has(place_of(at));
  }

  bool sequence(const Expression& e, std::size_t done, std::size_t at, std::size_t rest) {
    for (; done < e.parts.size(); ++done) {
      const Expression& part = *e.parts[done];
      if (is_simple(part)) {
        at = simple_end(part, text_, at);
        if (at == kNoEnd) return false;
        continue;
      }
      if (passes_over(part, at)) continue;
      return can_begin(part, at) &&
             go(&part, at, done + 1 == e.parts.size() ? rest : put({&e, done, 0, rest}));
    }
    return pass(at, rest);
  }

  // A repetition that need not be there and is not.
  bool passes_over(const Expression& e, std::size_t at) {
    return e.kind == Kind::repeat && e.least == 0 && !e.parts[0]->empty &&
           !can_begin(*e.parts[0], at);
  }

  bool either(const Expression& e, std::size_t from, std::size_t at, std::size_t rest) {
    if (from == 0 && tried(e, 0, at, rest)) return false;
    const std::size_t place = place_of(at);
    const auto next = [&](std::size_t part) {
      if (!e.starts.empty()) {
        const std::uint64_t left = part < 64 ? e.starts[place] >> part : 0;
        return left == 0 ? e.parts.size() : part + static_cast<std::size_t>(std::countr_zero(left));
      }
      while (part < e.parts.size() && !e.parts[part]->empty && !e.parts[part]->first.has(place))
        ++part;
      return part;
    };
    const std::size_t part = next(from);
    if (part == e.parts.size()) return false;
    const std::size_t other = next(part + 1);
    if (other < e.parts.size()) choice(Choice::Way::part, e, at, other, rest);
    return go(e.parts[part], at, rest);
  }

  bool repeat(const Expression& e, std::size_t at, std::size_t rest) {
    const Kind part = e.parts[0]->kind;
    if (part == Kind::set || part == Kind::literal) return repeat_simple(e, at, rest);
    if (slots_ && e.slots) trail_.push_back({Step::What::repeat, &e, at});
    return repeat_more(e, 0, at, rest);
  }

  bool repeat_more(const Expression& e, std::size_t times, std::size_t at, std::size_t rest) {
    if (tried(e, times, at, rest)) return false;
    const bool can = times < e.most && can_begin(*e.parts[0], at);
    if (times < e.least) return can && once_more(e, times, at, rest);
    if (!can) return leave(e, at, rest);
    if (e.lazy) {
      choice(Choice::Way::more, e, at, times, rest);
      return leave(e, at, rest);
    }
    choice(Choice::Way::leave, e, at, 0, rest);
    return once_more(e, times, at, rest);
  }

  bool once_more(const Expression& e, std::size_t times, std::size_t at, std::size_t rest) {
    return go(e.parts[0], at, put({&e, times, e.parts[0]->empty ? at : 0, rest}));
  }

  bool leave(const Expression& e, std::size_t at, std::size_t rest) {
    if (slots_ && e.slots) trail_.push_back({Step::What::leave, &e, at});
    return pass(at, rest);
  }

  // A run of single characters, or of the same word.
  bool repeat_simple(const Expression& e, std::size_t at, std::size_t rest) {
    const std::size_t most = e.lazy ? e.least : e.most;
    std::size_t least_end = at;
    std::size_t times = 0;
    for (; times < most; ++times) {
      const std::size_t end = simple_end(*e.parts[0], text_, at);
      if (end == kNoEnd) break;
      at = end;
      if (times + 1 == e.least) least_end = at;
    }
    if (times < e.least) return false;
    if (e.lazy) return longer(e, times, at, rest);
    return shorter(e, least_end, at, rest);
  }

  bool shorter(const Expression& e, std::size_t least, std::size_t at, std::size_t rest) {
    if (at > least) choice(Choice::Way::shorter, e, at, least, rest);
    return !tried(e, 0, at, rest) && pass(at, rest);
  }

  bool longer(const Expression& e, std::size_t times, std::size_t at, std::size_t rest) {
    if (times < e.most) choice(Choice::Way::longer, e, at, times, rest);
    return !tried(e, 0, at, rest) && pass(at, rest);
  }

  std::size_t one_less(const Expression& e, std::size_t end) const {
    if (e.parts[0]->kind == Kind::literal) return end - e.parts[0]->text.size();
    do --end;
    while ((static_cast<unsigned char>(text_[end]) & 0xC0U) == 0x80U);
    return end;
  }

  bool go_on() {
    const Rest rest = rests_[rest_ - 1];
    if (rest.e->kind == Kind::sequence) return sequence(*rest.e, rest.done + 1, at_, rest.next);
    if (rest.e->kind == Kind::repeat) return repeated(rest, at_);
    trail_.push_back({Step::What::close, rest.e, at_});
    return pass(at_, rest.next);
  }

  bool repeated(const Rest& rest, std::size_t at) {
    const Expression& e = *rest.e;
    std::size_t times = rest.done + 1;
    if (e.most == kNoEnd && times >= e.least && times > 0) {
      // Having matched nothing, it would do so for ever.
      if (e.parts[0]->empty && at == rest.begin) return leave(e, at, rest.next);
      times = std::max<std::size_t>(e.least, 1);  // more times than enough are all alike
    }
    return repeat_more(e, times, at, rest.next);
  }

  bool choose() {
    const Choice last = choices_[choices_.size() - 1];
    choices_.cut(choices_.size() - 1);
    trail_.cut(last.steps);
    if (!careful_) rests_.cut(last.rests);
    const Expression& e = *last.e;
    switch (last.way) {
      case Choice::Way::part:
        return either(e, last.count, last.at, last.rest);
      case Choice::Way::leave:
        return leave(e, last.at, last.rest);
      case Choice::Way::more:
        return once_more(e, last.count, last.at, last.rest);
      case Choice::Way::shorter:
        return shorter(e, last.count, one_less(e, last.at), last.rest);
      case Choice::Way::longer: {
        const std::size_t end = simple_end(*e.parts[0], text_, last.at);
        return end != kNoEnd && longer(e, last.count + 1, end, last.rest);
      }
    }
    return false;
  }

  void choice(Choice::Way way, const Expression& e, std::size_t at, std::size_t count,
              std::size_t rest) {
    choices_.push_back({way, &e, at, count, rest, rests_.size(), trail_.size()});
  }

  // The number of a rest; when careful, the same ones have the same.
  std::size_t put(const Rest& rest) {
    std::size_t fresh = 0;
    std::size_t& number =
        careful_ ? numbers_[{key(rest.e), rest.done, rest.begin, rest.next}] : fresh;
    if (number == 0) {
      rests_.push_back(rest);
      number = rests_.size();
    }
    return number;
  }

  // Has this been tried, and failed?
  bool tried(const Expression& e, std::size_t count, std::size_t at, std::size_t rest) {
    return careful_ && !tried_.insert({key(&e), count, at, rest}).second;
  }

  static std::size_t key(const Expression* e) { return reinterpret_cast<std::size_t>(e); }

  std::string_view text_;
  std::size_t wanted_;
  bool slots_;
  std::size_t end_ = kNoEnd;
  const Expression* e_ = nullptr;  // to be matched at text_[at_], and then rest_
  std::size_t at_ = 0;
  std::size_t rest_ = 0;
  std::size_t placed_ = kNoEnd;  // where place_ is of
  std::size_t place_ = 0;
  int patience_ = kPatience;
  bool careful_ = false;
  ShortList<Rest> rests_;
  ShortList<Choice> choices_;
  ShortList<Step> trail_;
  std::map<std::array<std::size_t, 4>, std::size_t> numbers_;
  std::set<std::array<std::size_t, 4>> tried_;
};

}  // namespace

std::size_t find_end(const Expression& e, std::string_view text, std::size_t at) {
  if (!can_begin(e, text, at)) return kNoEnd;
  return Search(text, kNoEnd, false).run(e, at);
}

bool spans(const Expression& e, std::string_view text, std::size_t begin, std::size_t end) {
  return can_begin(e, text, begin) && Search(text, end, false).run(e, begin) == end;
}

namespace {

struct Found {
  const Expression* slot = nullptr;
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::vector<SlotMatch> slots_of(const ShortList<Step>& trail) {
  std::vector<Found> found;
  std::vector<std::size_t> repeats;  // how many slots there were before
  int depth = 0;
  for (std::size_t i = 0; i < trail.size(); ++i) {
    const Step& step = trail[i];
    if (step.what == Step::What::open && depth++ == 0) {
      if (!repeats.empty()) {
        const auto from = found.begin() + static_cast<std::ptrdiff_t>(repeats.back());
        found.erase(
            std::remove_if(from, found.end(), [&](const Found& f) { return f.slot == step.e; }),
            found.end());
      }
      found.push_back({step.e, step.at, step.at});
    }
    if (step.what == Step::What::close && --depth == 0) found.back().end = step.at;
    if (depth == 0 && step.what == Step::What::repeat) repeats.push_back(found.size());
    if (depth == 0 && step.what == Step::What::leave) repeats.pop_back();
  }
  std::vector<SlotMatch> slots;
  for (const Found& f : found) {
    if (f.end > f.begin) slots.push_back({f.slot->text, f.begin, f.end});
  }
  return slots;
}

}  // namespace

std::vector<SlotMatch> find_slots(const Expression& e, std::string_view text, std::size_t begin,
                                  std::size_t end) {
  if (!e.slots) return {};
  Search search(text, end, true);
  return search.run(e, begin) == kNoEnd ? std::vector<SlotMatch>{} : slots_of(search.trail());
}

Match find_match(const Expression& e, std::string_view text, std::size_t at) {
  if (!can_begin(e, text, at)) return {};
  Search search(text, kNoEnd, e.slots);
  const std::size_t end = search.run(e, at);
  return end == kNoEnd ? Match{} : Match{end, slots_of(search.trail())};
}

}  // namespace tradereport::parser
