#include "tools/dev/worlds/narrative.h"

#include <algorithm>
#include <string>
#include <vector>

namespace tradereport::worlds {

namespace {

constexpr Span kSpans[] = {Span::month, Span::ytd};
constexpr Measure kSpoken[] = {Measure::value, Measure::share, Measure::growth};

// The first run of letters outside ASCII: what a pattern of words can be said as.
std::string first_word(const std::string& pattern) {
  const auto letter = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  const auto begin = std::find_if(pattern.begin(), pattern.end(), letter);
  return {begin, std::find_if_not(begin, pattern.end(), letter)};
}

class Writer {
 public:
  Writer(Report& report, const Economy& world, const Family& family, int top)
      : report_(report), world_(world), family_(family), top_(top) {}

  void write() {
    for (const TableForm& table : family_.tables) {
      for (const Span span : kSpans) {
        if (!table.rows.empty()) write_rows(table, span);
      }
    }
    for (const TableForm& table : family_.tables) {
      if (table.names.empty()) continue;
      for (const Span span : kSpans) write_largest(figures(table.id, "", span));
    }
    for (const TableForm& table : family_.tables) {
      for (const Span span : kSpans) {
        for (const GroupForm& group : table.groups) {
          const auto rows = figures(table.id, group.name, span);
          if (group.ranked > 0) {
            write_largest(rows);
          } else {
            next_sentence();
            write_in_lists(rows, false);
          }
        }
      }
    }
  }

 private:
  using Figures = std::vector<const Figure*>;

  void next_sentence() { sentence_ = std::to_string(++sentences_); }

  Figures figures(const std::string& table, const std::string& group, Span span) const {
    Figures found;
    for (const Figure& figure : report_.figures) {
      const FigureKey& key = figure.key;
      if (key.place == table && key.group == group && key.span == span) found.push_back(&figure);
    }
    return found;
  }

  void write_rows(const TableForm& table, Span span) {
    next_sentence();
    for (const Figure* figure : figures(table.id, "", span)) {
      if (figure->key.measure != Measure::change) write(*figure, 0);
    }
  }

  // The levels, then the shares, then the rates: "respectively".
  void write_in_lists(const Figures& rows, bool numbered) {
    for (const Measure measure : kSpoken) {
      int position = 0;
      std::string row;
      for (const Figure* figure : rows) {
        if (figure->key.row != row) ++position;
        row = figure->key.row;
        if (figure->key.measure == measure) write(*figure, numbered ? position : 0);
      }
    }
  }

  void write_largest(const Figures& rows) {
    Figures levels;
    for (const Figure* figure : rows) {
      if (figure->key.measure == Measure::value) levels.push_back(figure);
    }
    if (static_cast<int>(levels.size()) < top_) return;
    std::stable_sort(levels.begin(), levels.end(),
                     [&](const Figure* a, const Figure* b) { return level_of(*a) > level_of(*b); });
    levels.resize(static_cast<std::size_t>(top_));
    next_sentence();
    TopList list{levels[0]->key.span, levels[0]->key.flow, top_, {}, {}, {}, sentence_};
    Figures chosen;
    for (const Figure* level : levels) {
      list.names.push_back(level->key.row);
      for (const Figure* figure : rows) {
        if (figure->key.row == level->key.row) chosen.push_back(figure);
      }
    }
    report_.lists.push_back(std::move(list));
    write_in_lists(chosen, true);
  }

  Level level_of(const Figure& figure) const {
    return world_.find(figure.key.place, figure.key.row)->level(report_.period, figure.key.span);
  }

  // The text gives the sign by a word, the digits without it.
  void write(const Figure& figure, int position) {
    Claim claim;
    static_cast<Figure&>(claim) = figure;
    claim.key.place = "text";
    claim.key.group.clear();
    claim.key.rank = position;
    claim.sentence = sentence_;
    const Flow* const flow = family_.flow(figure.key.flow);
    const bool rate = figure.key.measure == Measure::growth;
    if (figure.value.negative() && (rate || flow != nullptr)) {
      claim.direction = -1;
      claim.direction_word = first_word(rate ? family_.direction.down : flow->negative);
      claim.printed = figure.value.abs().to_string();
    } else if (rate && !figure.value.zero()) {
      claim.direction = 1;
      claim.direction_word = first_word(family_.direction.up);
    }
    report_.claims.push_back(std::move(claim));
  }

  Report& report_;
  const Economy& world_;
  const Family& family_;
  int top_;
  int sentences_ = 0;
  std::string sentence_;
};

}  // namespace

void add_narrative(Report& report, const Economy& world, const Family& family, int top) {
  Writer(report, world, family, top).write();
}

}  // namespace tradereport::worlds
