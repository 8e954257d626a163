#include "tools/dev/bench/examination.h"

#include <ctime>

#include <algorithm>

#include "validator/archive/editions.h"
#include "validator/blame/faults.h"
#include "validator/findings/describe.h"
#include "validator/findings/practice.h"
#include "validator/solver/exact_simplex.h"
#include "validator/validate.h"

namespace tradereport::bench {

namespace {

validator::Validation timed(const Report& report, const Family& family, Outcome& outcome) {
  const double start = processor_ms();
  validator::Validation validation = validator::validate_report(report, family);
  outcome.milliseconds = processor_ms() - start;
  const auto has = [&](const auto& fits) {
    return std::any_of(validation.findings.begin(), validation.findings.end(), fits);
  };
  const bool error = has([](const Finding& f) { return f.severity == Severity::error; });
  outcome.computed = !error && has([](const Finding& f) {
    return f.message != "N01.many" && validator::practice_shown_by(f).has_value();
  });
  outcome.found = error || outcome.computed;
  return validation;
}

// Of the wrong figure, or the word that gives it its sign.
bool is_of(const Candidate& candidate, const Figure& figure) {
  return candidate.item.key == figure.key;
}

void tell(const validator::Validation& validation, const Figure& figure, Outcome& outcome) {
  for (const Finding& finding : validation.findings) {
    // That a whole report is cut off blames no figure, and leaves none out.
    if (finding.message == "N01.report") outcome.told = std::max(outcome.told, Told::undetermined);
    if (finding.severity == Severity::note || finding.candidates.empty()) continue;
    const auto named = std::find_if(finding.candidates.begin(), finding.candidates.end(),
                                    [&](const Candidate& c) { return is_of(c, figure); });
    const Candidate* const blamed = finding.blamed();
    if (blamed != nullptr && !is_of(*blamed, figure)) {
      outcome.blames_another = true;
      outcome.proves_another |= finding.certainty == Certainty::proved;
    }
    Told told = Told::left_out;
    if (named != finding.candidates.end()) {
      outcome.names_word |= named->item.word;
      told = blamed == nullptr || !is_of(*blamed, figure) ? Told::undetermined
             : finding.certainty == Certainty::proved     ? Told::proved
                                                          : Told::likely;
    }
    outcome.told = std::max(outcome.told, told);
  }
}

bool same_thing(const FigureKey& a, const FigureKey& b) {
  return a.flow == b.flow && a.row == b.row && a.span == b.span && a.measure == b.measure;
}

bool text_against_table(const validator::System& system, const validator::Fault& fault) {
  if (fault.suspects.size() != 2) return false;
  const auto figure = [&](std::size_t i) {
    return system.observations[static_cast<std::size_t>(fault.suspects[i].observation)].figure();
  };
  return figure(0) != nullptr && figure(1) != nullptr &&
         same_thing(figure(0)->key, figure(1)->key) &&
         (figure(0)->key.place == "text") != (figure(1)->key.place == "text");
}

std::string words(const validator::System& system, const validator::Suspect& suspect) {
  const Figure* const figure =
      system.observations[static_cast<std::size_t>(suspect.observation)].figure();
  if (figure == nullptr) return "a list";
  return validator::describe(figure->key, Language::en) + " " + figure->value.to_string() +
         " (slip " + std::to_string(static_cast<int>(suspect.likelihood.slip)) + ", score " +
         std::to_string(suspect.likelihood.score) + ")";
}

void rank(const Report& report, const validator::System& system, const Injection& injection,
          Outcome& outcome) {
  const int wrong = system.observation_of(injection.figure);
  validator::Solver solver(system);
  const validator::Blame blame = find_blame(system, solver);
  for (const validator::Fault& fault : find_faults({&report}, system, solver, blame)) {
    const auto at =
        std::find_if(fault.suspects.begin(), fault.suspects.end(),
                     [&](const validator::Suspect& s) { return s.observation == wrong; });
    if (at == fault.suspects.end()) {
      outcome.story = "is not among the suspects";
      continue;
    }
    outcome.undecidable = text_against_table(system, fault);
    if (fault.suspects.size() == 1) {
      outcome.rank = Rank::alone;
    } else if (at->likelihood.score * validator::kClearly <= fault.suspects[0].likelihood.score) {
      outcome.rank = Rank::later;
    } else {
      outcome.rank = fault.tie() ? Rank::tied : Rank::first;
    }
    if (outcome.rank != Rank::later && outcome.rank != Rank::tied) return;
    const validator::Suspect& other = fault.suspects[at == fault.suspects.begin() ? 1 : 0];
    outcome.story = words(system, *at) + " was " + injection.before.to_string() +
                    (outcome.rank == Rank::tied ? "; tied with " : "; after ") +
                    words(system, other) + ", of " + std::to_string(fault.suspects.size());
    return;
  }
}

}  // namespace

double processor_ms() {
  std::timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

Outcome examine_consistent(const Report& report, const Family& family) {
  Outcome outcome;
  timed(report, family, outcome);
  return outcome;
}

Outcome examine(const Report& report, const Family& family, const Injection& injection,
                bool reference) {
  Outcome outcome;
  const validator::Validation validation = timed(report, family, outcome);
  const validator::System system =
      validator::build_system(report, family, validator::build_relations(report, family));
  validator::Solver solver(system);
  outcome.impossible = !system.printed_conflicts.empty() || solver.decide().index() == 1;
  if (reference) {
    outcome.by_reference = true;
    outcome.differs =
        outcome.impossible != (!system.printed_conflicts.empty() ||
                               validator::decide_exactly(validator::rational_rows(system.integers),
                                                         static_cast<int>(system.unknowns.size()))
                                       .index() == 1);
  }
  if (outcome.impossible) tell(validation, *injection.figure, outcome);
  if (outcome.impossible) rank(report, system, injection, outcome);
  return outcome;
}

void examine_among(const std::vector<Report>& issues, const Family& family,
                   const Injection& injection, Outcome& outcome) {
  validator::Editions archive;
  for (const Report& report : issues) archive.add(report);
  outcome.found_among = outcome.found;
  for (const validator::EditionFinding& found : check_editions(archive, family)) {
    if (found.finding.rule == "A04") continue;  // the months that lie between
    outcome.found_among = true;
    const Candidate* const blamed = found.finding.blamed();
    if (found.edition == 0 && blamed != nullptr && blamed->item.key == injection.figure->key)
      outcome.blamed_among = true;
  }
}

}  // namespace tradereport::bench
