#include "validator/causes/cause.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <tuple>

#include "validator/causes/possible_slips.h"
#include "validator/causes/printed_lines.h"
#include "validator/causes/quick_check.h"
#include "validator/causes/throughout.h"
#include "validator/figures/text_comparison.h"

namespace tradereport::validator {

namespace {

constexpr std::size_t kMostConflicts = 64;  // that are told apart
constexpr std::size_t kMostTried = 40;      // slips that the whole system is asked about
constexpr std::size_t kMostKept = 400;      // … and of which these are the likeliest
constexpr std::size_t kFewestOfPart = 3;    // conflicts that one part is to blame for throughout
constexpr std::size_t kMostOthers = 8;      // more tries, for slips that explain as much

using Mask = std::uint64_t;

std::size_t bits_of(Mask mask) {
  return static_cast<std::size_t>(std::popcount(mask));
}

// Conflicts that have nothing in common: each needs a mistake of its own.
std::vector<std::vector<int>> disjoint_conflicts_of(const Blame& blame) {
  std::vector<std::vector<int>> chosen;
  std::vector<int> used;
  for (const Conflict& conflict : blame.conflicts) {
    const auto& observations = conflict.observations;
    if (std::any_of(observations.begin(), observations.end(), [&](int observation) {
          return std::find(used.begin(), used.end(), observation) != used.end();
        }))
      continue;
    used.insert(used.end(), observations.begin(), observations.end());
    chosen.push_back(observations);
    if (chosen.size() == kMostConflicts) break;
  }
  return chosen;
}

class CauseSearch {
 public:
  CauseSearch(const FigureIndex& figures, const Family& family, const System& system,
              const Blame& blame)
      : figures_(figures),
        report_(figures.report()),
        family_(family),
        system_(system),
        lines_(printed_lines(report_, family)),
        quick_(report_, family, system.relations),
        masks_(count_printed(report_), 0) {
    const auto conflicts = disjoint_conflicts_of(blame);
    mistakes_ = blame.sets.empty() ? std::max(conflicts.size(), kMostMistakes + 1)
                                   : blame.sets.front().size();
    conflicts_ = conflicts.size();
    for (std::size_t i = 0; i < conflicts.size(); ++i) mark(conflicts[i], Mask{1} << i);
  }

  std::optional<Cause> run() {
    if (mistakes_ < 2 || a_list_explains_it()) return std::nullopt;
    const SlipInput input{report_, family_, lines_};
    const auto consider = [&](EditorialSlip slip) { keep(std::move(slip)); };
    visit_exchanges(input, consider);
    visit_shifts(input, consider);
    visit_units(input, consider);
    visit_tables(input, consider);
    visit_sentences(input, consider);
    if (auto cause = best()) return cause;
    return part(input);
  }

 private:
  // Wrong names of one list of the text, and what its sentence says of them: M02 tells of it.
  bool a_list_explains_it() const {
    for (const WrongList& wrong : compare_text(figures_, family_).lists) {
      const TopList& list = report_.lists[wrong.index];
      if (wrong.expected.size() != list.names.size() || list.sentence.empty()) continue;
      EditorialSlip slip{EditorialSlipKind::names, {}};
      slip.lists.emplace_back(wrong.index, list);
      slip.lists.front().second.names = wrong.expected;
      for (std::size_t i = 0; i < report_.claims.size(); ++i) {
        const Claim& claim = report_.claims[i];
        const auto at = std::find(list.names.begin(), list.names.end(), claim.key.row);
        if (claim.sentence != list.sentence || claim.key.flow != list.flow ||
            claim.key.span != list.span || at == list.names.end())
          continue;
        FigureKey key = claim.key;
        key.row = wrong.expected[static_cast<std::size_t>(at - list.names.begin())];
        slip.edits.push_back({report_.figures.size() + i, {}, std::move(key)});
      }
      if (remaining(slip)) return true;
    }
    return false;
  }

  struct Candidate {
    int failing = 0;  // with it undone
    std::size_t missed = 0;
    EditorialSlip slip;
  };

  static auto order(const Candidate& candidate) {
    return std::make_tuple(candidate.missed, candidate.failing, candidate.slip.edits.size(),
                           candidate.slip.kind);
  }

  void mark(const std::vector<int>& observations, Mask mask) {
    for (const int index : observations) {
      const Observation& observation = system_.observations[static_cast<std::size_t>(index)];
      for (const Figure* figure : observation.figures) {
        for (PrintedIndex i = 0; i < masks_.size(); ++i) {
          if (&printed_at(report_, i) == figure) masks_[i] |= mask;
        }
      }
      if (observation.list != nullptr) lists_ |= mask;
    }
  }

  // Conflicts that the slip has no part in, so that they would stand.
  std::size_t missed(const EditorialSlip& slip) const {
    Mask hit = slip.lists.empty() ? 0 : lists_;
    for (const Edit& edit : slip.edits) {
      hit |= masks_[edit.printed];
      if (edit.meant) hit |= masks_[*edit.meant];
    }
    return conflicts_ - std::min(conflicts_, bits_of(hit));
  }

  // Of misprints elsewhere, so many may be left.
  std::size_t most_remaining() const { return std::min(kMostMistakes, mistakes_ - 2); }

  void keep(EditorialSlip slip) {
    const std::size_t left = missed(slip);
    if (slip.edits.empty() || left == conflicts_ || left > most_remaining()) return;
    const int change = quick_.change(slip);
    if (change > 0) return;
    candidates_.push_back({quick_.failing() + change, left, std::move(slip)});
    if (candidates_.size() < 2 * kMostKept) return;
    sort();
    candidates_.resize(kMostKept);
  }

  void sort() {
    std::stable_sort(candidates_.begin(), candidates_.end(),
                     [](const Candidate& a, const Candidate& b) { return order(a) < order(b); });
  }

  // Claims that tables print as well: what is moved to where nothing can be held against it would
  // always fit.
  static std::ptrdiff_t comparable(const FigureIndex& figures) {
    std::ptrdiff_t count = 0;
    for (std::size_t i = 0; i < figures.report().claims.size(); ++i)
      count += is_in_tables(figures, i);
    return count;
  }

  // Misprints besides, if the slip leaves few enough.
  std::optional<std::size_t> remaining(const EditorialSlip& slip) const {
    const Report undone = with_undone(report_, slip);
    const FigureIndex figures(undone);
    const auto erased = static_cast<std::ptrdiff_t>(count_printed(report_) - count_printed(undone));
    if (!is_of_part(slip.kind) && comparable(figures) + erased < comparable(figures_))
      return std::nullopt;
    const System system = build_system(figures, family_, build_relations(figures, family_));
    Solver solver(system);
    if (slip.kind == EditorialSlipKind::last_year && !speaks_of_last_year(slip, system))
      return std::nullopt;
    if (is_possible(system, solver)) return 0;
    if (most_remaining() == 0) return std::nullopt;
    const Blame rest = find_blame(system, solver, {most_remaining(), false});
    if (rest.sets.empty() || !elsewhere(slip, undone, system, rest)) return std::nullopt;
    return rest.sets.front().size();
  }

  // Sums of last year hold the table's levels against other tables' at least twice: by themselves
  // they would always fit.
  static bool speaks_of_last_year(const EditorialSlip& slip, const System& system) {
    const auto is_its = [&](const RelationTerm& term) {
      return std::any_of(slip.edits.begin(), slip.edits.end(), [&](const Edit& edit) {
        return edit.key && edit.key->row == term.unknown.row &&
               edit.key->flow == term.unknown.flow && edit.key->span == term.unknown.span;
      });
    };
    const auto count = std::count_if(
        system.relations.begin(), system.relations.end(), [&](const Relation& relation) {
          if (!relation.equal || relation.population != Population::last_year) return false;
          const auto its = std::count_if(relation.parts.begin(), relation.parts.end(), is_its) +
                           is_its(relation.whole);
          return its > 0 && its <= static_cast<std::ptrdiff_t>(relation.parts.size());
        });
    return count >= 2;
  }

  // Misprints of other figures than those of the slip explain what is left.
  bool elsewhere(const EditorialSlip& slip, const Report& undone, const System& system,
                 const Blame& rest) const {
    if (undone.figures.size() != report_.figures.size()) return true;  // those of the slip are gone
    const auto is_its = [&](int index) {
      for (const Figure* figure : system.observations[static_cast<std::size_t>(index)].figures) {
        for (const Edit& edit : slip.edits) {
          if (&printed_at(undone, edit.printed) == figure) return true;
        }
      }
      return false;
    };
    return std::any_of(rest.sets.begin(), rest.sets.end(), [&](const std::vector<int>& set) {
      return std::none_of(set.begin(), set.end(), is_its);
    });
  }

  // Whether all figures of the second are among those of the first.
  static bool covers(const EditorialSlip& all, const EditorialSlip& some) {
    return std::all_of(some.edits.begin(), some.edits.end(),
                       [&](const Edit& edit) { return all.edits_figure(edit.printed); });
  }

  std::optional<Cause> best() {
    sort();
    std::optional<Cause> cause;
    std::size_t tried = 0;
    std::size_t most = kMostTried;
    for (const Candidate& candidate : candidates_) {
      if (tried++ == most) break;
      if (cause && (covers(candidate.slip, cause->slip) || order(candidate) > limit_)) continue;
      const auto left = remaining(candidate.slip);
      if (!left) continue;
      if (cause && *left > cause->remaining) continue;
      if (cause && *left == cause->remaining) {
        cause->others.push_back(candidate.slip);
        continue;
      }
      cause = cause_of(candidate.slip, *left, candidate.failing);
      limit_ = {candidate.missed, candidate.failing, count_printed(report_),
                EditorialSlipKind::text};
      most = tried + kMostOthers;
    }
    return cause;
  }

  Cause cause_of(const EditorialSlip& slip, std::size_t left, int failing) const {
    return {slip,
            {},
            left,
            static_cast<std::size_t>(quick_.failing()),
            static_cast<std::size_t>(std::max(failing, 0))};
  }

  // A part that fails throughout, the smallest first; what it should say is not known.
  std::optional<Cause> part(const SlipInput& input) {
    if (conflicts_ < kFewestOfPart) return std::nullopt;
    std::vector<EditorialSlip> parts;
    visit_parts(input, [&](EditorialSlip slip) {
      const std::size_t left = missed(slip);
      if (conflicts_ - left >= kFewestOfPart && left <= most_remaining() &&
          fails_throughout(figures_, family_, system_.relations, slip))
        parts.push_back(std::move(slip));
    });
    std::stable_sort(parts.begin(), parts.end(),
                     [](const EditorialSlip& a, const EditorialSlip& b) {
                       return a.edits.size() < b.edits.size();
                     });
    for (const EditorialSlip& slip : parts) {
      if (const auto left = remaining(slip))
        return cause_of(slip, *left, quick_.failing() + quick_.change(slip));
    }
    return std::nullopt;
  }

  const FigureIndex& figures_;
  const Report& report_;
  const Family& family_;
  const System& system_;
  PrintedLines lines_;
  QuickCheck quick_;
  std::vector<Mask> masks_;  // by printed figure: the conflicts that it has a part in
  Mask lists_ = 0;           // and those of lists
  std::size_t conflicts_ = 0;
  std::size_t mistakes_ = 0;  // at least
  std::vector<Candidate> candidates_;
  std::tuple<std::size_t, int, std::size_t, EditorialSlipKind> limit_;
};

}  // namespace

std::optional<Cause> find_cause(const FigureIndex& figures, const Family& family,
                                const System& system, const Blame& blame) {
  return CauseSearch(figures, family, system, blame).run();
}

}  // namespace tradereport::validator
