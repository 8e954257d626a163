#include "parser/matching.h"

#include <algorithm>

namespace tradereport {

bool Places::contains(std::size_t place) const {
  const auto end = few_.begin() + static_cast<std::ptrdiff_t>(std::min(size_, kFew));
  return std::find(few_.begin(), end, place) != end ||
         (many_ != nullptr && many_->set.contains(place));
}

bool Places::add(std::size_t place) {
  if (contains(place)) return false;
  if (size_ < kFew) {
    few_[size_++] = place;
    return true;
  }
  if (many_ == nullptr) many_ = std::make_unique<Many>();
  many_->places.push_back(place);
  many_->set.insert(place);
  ++size_;
  return true;
}

namespace {

using Kind = Expression::Kind;
constexpr std::size_t kNoEnd = Expression::kNoEnd;

bool in_word(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const char c = text[at];
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool holds(const Expression& set, char32_t c) {
  const auto in = [&](char32_t x) {
    return std::any_of(set.ranges.begin(), set.ranges.end(),
                       [&](const auto& range) { return range.first <= x && x <= range.second; });
  };
  const bool upper = set.ignores_case && c >= U'a' && c <= U'z';
  const bool found =
      in(c) || (set.ignores_case && in(lower_case(c))) || (upper && in(c - U'a' + U'A'));
  return found != set.negated;
}

bool spelt(const Expression& literal, std::string_view text, std::size_t at) {
  if (!literal.ignores_case) return text.substr(at, literal.text.size()) == literal.text;
  if (text.size() - at < literal.text.size()) return false;
  return std::equal(literal.text.begin(), literal.text.end(),
                    text.begin() + static_cast<std::ptrdiff_t>(at), [](char a, char b) {
                      return a == b || static_cast<unsigned char>(a) ==
                                           lower_case(static_cast<unsigned char>(b));
                    });
}

// These end in one place, or in none.
bool is_simple(const Expression& e) {
  return e.kind == Kind::literal || e.kind == Kind::set || e.kind == Kind::boundary;
}

std::size_t simple_end(const Expression& e, std::string_view text, std::size_t at) {
  if (e.kind == Kind::literal) return spelt(e, text, at) ? at + e.text.size() : kNoEnd;
  if (e.kind == Kind::boundary)
    return in_word(text, at) != (at > 0 && in_word(text, at - 1)) ? at : kNoEnd;
  if (at >= text.size()) return kNoEnd;
  const auto [c, length] = character_at(text, at);
  return holds(e, c) ? at + length : kNoEnd;
}

// A run of single characters.
void repeat_simple(const Expression& e, std::string_view text, std::size_t at, Places& ends) {
  const auto next = [&](std::size_t from) { return simple_end(*e.parts[0], text, from); };
  std::size_t times = 0;
  std::size_t end = at;
  if (e.lazy && e.least == 0) ends.add(at);
  while (times < e.most) {
    const std::size_t further = next(end);
    if (further == kNoEnd) break;
    end = further;
    if (++times >= e.least && e.lazy) ends.add(end);
  }
  if (e.lazy || times < e.least) return;
  // And back again, character by character.
  const bool wide = e.parts[0]->kind == Kind::literal;
  for (; times > e.least; --times) {
    ends.add(end);
    if (wide) {
      end -= e.parts[0]->text.size();
      continue;
    }
    do --end;
    while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U);
  }
  ends.add(end);
}

// `place` is that of the character at text[at] (see Characters).
void ends_from(const Expression& e, std::string_view text, std::size_t at, std::size_t place,
               Places& ends);

// Goes through the repetitions depth first, as RE2 and Perl would, but to each place only once.
class Repetition {
 public:
  Repetition(const Expression& e, std::string_view text)
      : e_(e), text_(text), enough_(std::max<std::size_t>(e.least, 1)) {}

  void run(std::size_t at, Places& ends) {
    enter(at, 0, 0, ends);
    while (!open_.empty()) {
      const std::size_t top = open_.back().state;
      const std::size_t next = open_.back().next++;
      if (next < open_.back().ends.size()) {
        enter(open_.back().ends[next], states_[top].times + 1, top, ends);
        continue;
      }
      if (!e_.lazy) stop(top, ends);
      open_.pop_back();
    }
  }

  // The places between repetitions on the way to `end`, the first and the last included.
  std::vector<std::size_t> way_to(std::size_t end) const {
    std::vector<std::size_t> way;
    const auto found = std::find_if(stopped_.begin(), stopped_.end(),
                                    [&](std::size_t state) { return states_[state].at == end; });
    if (found == stopped_.end()) return way;
    for (std::size_t state = *found; state != 0; state = states_[state].before)
      way.push_back(states_[state].at);
    way.push_back(states_[0].at);
    std::reverse(way.begin(), way.end());
    return way;
  }

 private:
  struct State {
    std::size_t at = 0;
    std::size_t times = 0;
    std::size_t before = 0;
  };
  struct Open {
    std::size_t state = 0;
    std::size_t next = 0;
    Places ends;
  };

  void enter(std::size_t at, std::size_t times, std::size_t before, Places& ends) {
    // Without an upper bound, more times than enough are all alike.
    const bool unbound = e_.most == kNoEnd && times >= enough_;
    const std::size_t counts = 1 + (e_.most == kNoEnd ? enough_ : e_.most);
    if (!seen_.add(at * counts + (unbound ? enough_ : times))) return;
    const bool idle = times > 0 && at == states_[before].at;
    states_.push_back({at, times, before});
    const std::size_t state = states_.size() - 1;
    // Having matched nothing, it would do so for ever.
    if (e_.lazy || (unbound && idle)) stop(state, ends);
    if (unbound && idle) return;
    open_.push_back({state, 0, {}});
    if (times < e_.most) find_ends(*e_.parts[0], text_, at, open_.back().ends);
  }

  void stop(std::size_t state, Places& ends) {
    if (states_[state].times < e_.least) return;
    if (ends.add(states_[state].at)) stopped_.push_back(state);
  }

  const Expression& e_;
  std::string_view text_;
  std::size_t enough_;
  std::vector<State> states_;
  std::vector<std::size_t> stopped_;
  std::vector<Open> open_;
  Places seen_;  // places and times, as one number
};

void repeat(const Expression& e, std::string_view text, std::size_t at, std::size_t place,
            Places& ends) {
  const Expression& part = *e.parts[0];
  if (e.least == 0 && !part.empty && !part.first.has(place)) {
    ends.add(at);
  } else if (part.kind == Kind::set || part.kind == Kind::literal) {
    repeat_simple(e, text, at, ends);
  } else if (e.most == 1 && e.least == 0) {
    if (e.lazy) ends.add(at);
    ends_from(part, text, at, place, ends);
    ends.add(at);
  } else {
    Repetition(e, text).run(at, ends);
  }
}

// The parts of a sequence one after the other, each from all the places where the one before ends.
void sequence(const Expression& e, std::string_view text, std::size_t at, std::size_t place,
              Places& ends) {
  Places here;
  Places next;
  for (std::size_t i = 0; i < e.parts.size(); ++i) {
    const Expression& part = *e.parts[i];
    next.clear();
    // As long as there is but one place, no lists are needed.
    if (here.size() <= 1) {
      if (is_simple(part)) {
        at = simple_end(part, text, at);
        if (at == kNoEnd) return;
      } else {
        ends_from(part, text, at, place, next);
        if (next.empty()) return;
        at = next[0];
        std::swap(here, next);
      }
      if (here.size() <= 1) {
        here.clear();
        place = Characters::place(text, at);
      }
      continue;
    }
    for (std::size_t h = 0; h < here.size(); ++h) find_ends(part, text, here[h], next);
    if (next.empty()) return;
    at = next[0];
    place = Characters::place(text, at);
    std::swap(here, next);
  }
  if (here.empty()) here.add(at);
  for (std::size_t i = 0; i < here.size(); ++i) ends.add(here[i]);
}

void ends_from(const Expression& e, std::string_view text, std::size_t at, std::size_t place,
               Places& ends) {
  if (!e.empty && !e.first.has(place)) return;
  switch (e.kind) {
    case Kind::sequence:
      return sequence(e, text, at, place, ends);
    case Kind::either:
      for (const Expression* const part : e.parts) {
        if (part->empty || part->first.has(place)) ends_from(*part, text, at, place, ends);
      }
      return;
    case Kind::repeat:
      return repeat(e, text, at, place, ends);
    case Kind::slot:
      return ends_from(*e.parts[0], text, at, place, ends);
    default:
      if (const std::size_t end = simple_end(e, text, at); end != kNoEnd) ends.add(end);
  }
}

}  // namespace

void find_ends(const Expression& e, std::string_view text, std::size_t at, Places& ends) {
  ends_from(e, text, at, Characters::place(text, at), ends);
}

namespace {

// A slot as found, with the place in the pattern that it stands at.
struct Found {
  const Expression* slot = nullptr;
  std::size_t begin = 0;
  std::size_t end = 0;
};

class SlotFinder {
 public:
  explicit SlotFinder(std::string_view text) : text_(text) {}

  void find(const Expression& e, std::size_t at, std::size_t end, std::vector<Found>& found) const {
    if (!e.slots) return;
    switch (e.kind) {
      case Kind::slot:
        found.push_back({&e, at, end});
        return;
      case Kind::either:
        for (const Expression* const part : e.parts) {
          if (ends_of(*part, at).contains(end)) return find(*part, at, end, found);
        }
        return;
      case Kind::sequence:
        return find_in_sequence(e, at, end, found);
      case Kind::repeat:
        return find_in_repetition(e, at, end, found);
      default:
        return;
    }
  }

 private:
  Places ends_of(const Expression& e, std::size_t at) const {
    Places ends;
    find_ends(e, text_, at, ends);
    return ends;
  }

  // From the last part back to the first: each place knows from which one it was reached first.
  void find_in_sequence(const Expression& e, std::size_t at, std::size_t end,
                        std::vector<Found>& found) const {
    struct Reached {
      std::size_t at = 0;
      std::size_t from = 0;  // index into the places before
    };
    std::vector<std::vector<Reached>> reached{{{at, 0}}};
    for (const Expression* const part : e.parts) {
      std::vector<Reached> next;
      Places ends;
      for (std::size_t from = 0; from < reached.back().size(); ++from) {
        find_ends(*part, text_, reached.back()[from].at, ends);
        while (next.size() < ends.size()) next.push_back({ends[next.size()], from});
      }
      reached.push_back(std::move(next));
    }
    const auto last = std::find_if(reached.back().begin(), reached.back().end(),
                                   [&](const Reached& r) { return r.at == end; });
    auto index = static_cast<std::size_t>(last - reached.back().begin());
    std::vector<std::size_t> way(e.parts.size() + 1, end);
    for (std::size_t i = e.parts.size(); i > 0; --i) {
      index = reached[i][index].from;
      way[i - 1] = reached[i - 1][index].at;
    }
    for (std::size_t i = 0; i < e.parts.size(); ++i) find(*e.parts[i], way[i], way[i + 1], found);
  }

  void find_in_repetition(const Expression& e, std::size_t at, std::size_t end,
                          std::vector<Found>& found) const {
    if (e.most == 1 && end > at) return find(*e.parts[0], at, end, found);
    if (e.most == 1 && !e.parts[0]->empty) return;
    Repetition repetition(e, text_);
    Places ends;
    repetition.run(at, ends);
    const std::vector<std::size_t> way = repetition.way_to(end);
    std::vector<Found> last;
    for (std::size_t i = 1; i < way.size(); ++i) {
      std::vector<Found> once;
      find(*e.parts[0], way[i - 1], way[i], once);
      for (const Found& one : once) {
        std::erase_if(last, [&](const Found& before) { return before.slot == one.slot; });
        last.push_back(one);
      }
    }
    found.insert(found.end(), last.begin(), last.end());
  }

  std::string_view text_;
};

}  // namespace

std::vector<SlotMatch> find_slots(const Expression& e, std::string_view text, std::size_t at,
                                  std::size_t end) {
  std::vector<Found> found;
  SlotFinder(text).find(e, at, end, found);
  std::vector<SlotMatch> slots;
  for (const Found& one : found) {
    if (one.end > one.begin) slots.push_back({one.slot->text, one.begin, one.end});
  }
  std::stable_sort(slots.begin(), slots.end(),
                   [](const SlotMatch& a, const SlotMatch& b) { return a.begin < b.begin; });
  return slots;
}

}  // namespace tradereport
