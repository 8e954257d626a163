// Where an expression can end in a text, and what its slots catch on the way.
//
// The work is bounded by the lengths of text and pattern, not by the ways to match: each part keeps
// the places where it can end, each once, in the order in which the pattern prefers them. The first
// is where RE2, and Perl, would end.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "parser/expression.h"

namespace tradereport {

// What a slot has caught: bytes [begin, end) of the text matched.
struct SlotMatch {
  std::string slot;  // "flow", "names", "amounts", …
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Places in a text, each once, the preferred ones first. Most often there are few.
class Places {
 public:
  // False if the place is there already.
  bool add(std::size_t place);
  bool contains(std::size_t place) const;
  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }
  std::size_t operator[](std::size_t i) const {
    return i < kFew ? few_[i] : many_->places[i - kFew];
  }
  void clear() {
    size_ = 0;
    many_.reset();
  }

 private:
  static constexpr std::size_t kFew = 10;
  struct Many {
    std::vector<std::size_t> places;  // after the few
    std::unordered_set<std::size_t> set;
  };
  std::size_t size_ = 0;
  std::array<std::size_t, kFew> few_;  // of which size_ are used
  std::unique_ptr<Many> many_;
};

// Where the expression can end if it begins at text[at].
void find_ends(const Expression& expression, std::string_view text, std::size_t at, Places& ends);

// The slots of the preferred match of text[at, end), in order; `end` is one of its ends. What
// stands within slots is not told apart; in a repetition the last of each slot counts.
std::vector<SlotMatch> find_slots(const Expression& expression, std::string_view text,
                                  std::size_t at, std::size_t end);

}  // namespace tradereport
