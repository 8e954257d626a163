// How well misprints are found, and how well the wrong figure is told from the others.
#include <fmt/format.h>
#include <poppler-document.h>
#include <poppler-page.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <map>
#include <memory>

#include "tools/dev/bench/examination.h"
#include "tools/dev/bench/parallel.h"
#include "tools/dev/bench/practice_table.h"
#include "tools/dev/bench/slip_table.h"
#include "tools/dev/worlds/issue.h"

namespace tradereport::bench {
namespace {

struct Options {
  std::uint64_t seed = 1;
  int reports = 20;
  int consistent = 400;
  int reference = 10;
  int stories = 0;
  int slips = 20;
  int practices = 40;
  int archives = 2;
  bool neighbours = false;
  std::string sample;
};

Family default_family() {
  const auto& [file, text] = bundled_families().front();
  return *load_family(text, file).family;
}

struct Job {
  std::size_t place = 0;
  Kind kind = Kind::exchanged;
  std::uint64_t number = 0;  // of the issue
  std::uint64_t seed = 0;    // of the misprint
  bool reference = false;
};

// What became of the misprints of one kind and place, or of several.
struct Tally {
  int injected = 0, impossible = 0, found = 0, computed = 0, in_sets = 0, alone = 0, first = 0,
      tied = 0;
  int undecidable = 0, undecidable_first = 0;
  int proved = 0, likely = 0, undetermined = 0, left_out = 0;
  int blames_another = 0, proves_another = 0, names_word = 0;
  int found_among = 0, blamed_by_one = 0, blamed_among = 0;
  std::vector<double> milliseconds;

  void add(const Outcome& outcome) {
    ++injected;
    const bool blamed = outcome.rank == Rank::alone || outcome.rank == Rank::first;
    found_among += outcome.found_among ? 1 : 0;
    blamed_by_one += blamed ? 1 : 0;
    blamed_among += blamed || outcome.blamed_among ? 1 : 0;
    if (!outcome.impossible) return;
    ++impossible;
    found += outcome.found ? 1 : 0;
    computed += outcome.computed ? 1 : 0;
    in_sets += outcome.rank != Rank::not_named ? 1 : 0;
    proved += outcome.told == Told::proved ? 1 : 0;
    likely += outcome.told == Told::likely ? 1 : 0;
    undetermined += outcome.told == Told::undetermined ? 1 : 0;
    left_out += outcome.told == Told::left_out || outcome.told == Told::nothing ? 1 : 0;
    blames_another += outcome.blames_another ? 1 : 0;
    proves_another += outcome.proves_another ? 1 : 0;
    names_word += outcome.names_word ? 1 : 0;
    milliseconds.push_back(outcome.milliseconds);
    if (outcome.undecidable) {
      ++undecidable;
      undecidable_first += outcome.rank == Rank::first ? 1 : 0;
      return;
    }
    alone += outcome.rank == Rank::alone ? 1 : 0;
    first += outcome.rank == Rank::first ? 1 : 0;
    tied += outcome.rank == Rank::tied ? 1 : 0;
  }
};

double quantile(std::vector<double> values, double q) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  return values[std::min(values.size() - 1,
                         static_cast<std::size_t>(q * static_cast<double>(values.size())))];
}

std::string percent(int part, int whole) {
  return whole == 0 ? "–" : fmt::format("{:.1f} %", 100.0 * part / whole);
}

void print_among_line(const std::string& name, const Tally& t) {
  fmt::print("| {} | {} | {} | {} | {} | {} |\n", name, t.injected,
             percent(t.impossible, t.injected), percent(t.found_among, t.injected),
             percent(t.blamed_by_one, t.injected), percent(t.blamed_among, t.injected));
}

void print_head(const std::string& what) {
  fmt::print(
      "\n| {} | injected | impossible | found | in the sets | alone | first | tied | alone or "
      "first | cannot be told | median ms | 95 % ms |\n"
      "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n",
      what);
}

void print_line(const std::string& name, const Tally& t) {
  const int told = t.impossible - t.undecidable;
  fmt::print("| {} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {:.1f} | {:.1f} |\n", name,
             t.injected, t.impossible, percent(t.found, t.impossible),
             percent(t.in_sets, t.impossible), t.alone, t.first, t.tied,
             percent(t.alone + t.first, told), t.undecidable, quantile(t.milliseconds, 0.5),
             quantile(t.milliseconds, 0.95));
}

// What Poppler alone takes to hand over the words of a file: the median of several times.
double words_of_file_ms(const std::string& file) {
  std::vector<double> times;
  for (int i = 0; i < 9; ++i) {
    const double start = processor_ms();
    const std::unique_ptr<poppler::document> document(poppler::document::load_from_file(file));
    if (!document) throw std::runtime_error("cannot read " + file);
    for (int page = 0; page < document->pages(); ++page)
      std::unique_ptr<poppler::page>(document->create_page(page))->text_list(0);
    times.push_back(processor_ms() - start);
  }
  return quantile(times, 0.5);
}

std::vector<Job> jobs_for(const Options& options, std::size_t places) {
  worlds::Random random(options.seed);
  std::vector<Job> jobs;
  for (std::size_t place = 0; place < places; ++place) {
    for (const Kind kind : kKinds) {
      for (int i = 0; i < options.reports; ++i) {
        Job job{place, kind, random.next() % 1000000, 0, false};
        job.seed = random.next();
        job.reference = options.reference > 0 && i % options.reference == 0;
        jobs.push_back(job);
      }
    }
  }
  return jobs;
}

int examine_all(const Options& options) {
  const Family family = default_family();
  std::vector<std::uint64_t> numbers;
  for (int i = 0; i < options.consistent; ++i)
    numbers.push_back(options.seed * 1000000 + static_cast<std::uint64_t>(i));
  std::vector<double> consistent;
  int false_errors = 0;
  for (const Outcome& outcome : in_parallel(numbers, [&](std::uint64_t number) {
         return examine_consistent(worlds::issue_by_number(family, number), family);
       })) {
    consistent.push_back(outcome.milliseconds);
    false_errors += outcome.found ? 1 : 0;
  }

  const std::vector<Place> places =
      places_of({worlds::issue_by_number(family, 0), worlds::issue_by_number(family, 3)});
  std::map<std::pair<std::size_t, Kind>, Tally> cells;
  std::map<std::size_t, Tally> by_place;
  std::map<Kind, Tally> by_kind;
  Tally all;
  int references = 0, differ = 0;
  std::vector<std::string> stories;
  const std::vector<Job> jobs = jobs_for(options, places.size());
  const auto outcomes = in_parallel(jobs, [&](const Job& job) -> std::optional<Outcome> {
    std::vector<Report> issues;
    if (options.neighbours) issues = worlds::issues_around(family, job.number);
    if (!options.neighbours) issues = {worlds::issue_by_number(family, job.number)};
    worlds::Random random(job.seed);
    const auto injection = inject(issues.front(), places[job.place], job.kind, random);
    if (!injection) return std::nullopt;
    Outcome outcome = examine(issues.front(), family, *injection, job.reference);
    if (options.neighbours) examine_among(issues, family, *injection, outcome);
    return outcome;
  });
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    if (!outcomes[i]) continue;
    const Job& job = jobs[i];
    const Outcome& outcome = *outcomes[i];
    cells[{job.place, job.kind}].add(outcome);
    by_place[job.place].add(outcome);
    by_kind[job.kind].add(outcome);
    all.add(outcome);
    references += outcome.by_reference ? 1 : 0;
    differ += outcome.differs ? 1 : 0;
    if (!outcome.story.empty() && static_cast<int>(stories.size()) < options.stories)
      stories.push_back(fmt::format("{}, {}{}: {}", places[job.place].name(), name_of(job.kind),
                                    outcome.undecidable ? ", cannot be told" : "", outcome.story));
  }

  fmt::print("- consistent reports: {}, with an error: {}\n", options.consistent, false_errors);
  fmt::print("- validating a consistent report: median {:.2f} ms, 95 % {:.2f} ms\n",
             quantile(consistent, 0.5), quantile(consistent, 0.95));
  fmt::print("- validating an impossible report: median {:.2f} ms, 95 % {:.2f} ms\n",
             quantile(all.milliseconds, 0.5), quantile(all.milliseconds, 0.95));
  if (!options.sample.empty()) {
    const double words = words_of_file_ms(options.sample);
    fmt::print(
        "- Poppler hands over the words of {} in {:.1f} ms: a consistent report takes {:.3f} of "
        "that (bar 0.1), an impossible one {:.2f} (bar 2)\n",
        options.sample, words, quantile(consistent, 0.5) / words,
        quantile(all.milliseconds, 0.5) / words);
  }
  fmt::print("- misprints: {} injected, {} impossible, {} found ({}), {} in the sets ({})\n",
             all.injected, all.impossible, all.found, percent(all.found, all.impossible),
             all.in_sets, percent(all.in_sets, all.impossible));
  fmt::print("- found, but possible if computed from printed figures, and so a warning: {} ({})\n",
             all.computed, percent(all.computed, all.impossible));
  fmt::print(
      "- certainty: proved {} ({}), likely {} ({}), undetermined {} ({}), left out {}; another "
      "blamed {} ({}), with proved {}\n",
      all.proved, percent(all.proved, all.impossible), all.likely,
      percent(all.likely, all.impossible), all.undetermined,
      percent(all.undetermined, all.impossible), all.left_out, all.blames_another,
      percent(all.blames_another, all.impossible), all.proves_another);
  fmt::print("- wrong words: {} impossible, the word named in {}\n", by_kind[Kind::word].impossible,
             by_kind[Kind::word].names_word);
  fmt::print("- decided by the exact reference as well: {}, differently: {}\n", references, differ);
  fmt::print("- alone or first, of those that can be told: {} of {} ({}); tied {}\n",
             all.alone + all.first, all.impossible - all.undecidable,
             percent(all.alone + all.first, all.impossible - all.undecidable), all.tied);
  fmt::print("- text against table, nothing else speaking: {}; the wrong one first: {} ({})\n",
             all.undecidable, all.undecidable_first,
             percent(all.undecidable_first, all.undecidable));
  fmt::print("- alone or first, of all: {} of {} ({})\n",
             all.alone + all.first + all.undecidable_first, all.impossible,
             percent(all.alone + all.first + all.undecidable_first, all.impossible));
  if (options.neighbours) {
    fmt::print(
        "\n| place | injected | found in the report alone | with the issues around it | blamed "
        "(alone or first) in the report alone | with the issues around it |\n"
        "|---|--:|--:|--:|--:|--:|\n");
    for (const auto& [place, tally] : by_place) print_among_line(places[place].name(), tally);
    print_among_line("all", all);
  }
  print_head("kind");
  for (const auto& [kind, tally] : by_kind) print_line(std::string(name_of(kind)), tally);
  print_line("all", all);
  print_head("place");
  for (const auto& [place, tally] : by_place) print_line(places[place].name(), tally);
  print_head("place and kind");
  for (const auto& [key, tally] : cells)
    print_line(fmt::format("{}, {}", places[key.first].name(), name_of(key.second)), tally);
  const bool all_slips_found =
      print_slip_table(family, {options.seed, options.slips, options.stories});
  const bool no_false_error =
      print_practice_table(family, {options.seed, options.practices, options.archives});
  if (!stories.empty()) fmt::print("\n");
  for (const std::string& story : stories) fmt::print("- {}\n", story);
  const bool sound = false_errors == 0 && all.proves_another == 0 && all.left_out == 0 &&
                     differ == 0 && all.found == all.impossible && all.in_sets == all.impossible &&
                     all_slips_found && no_false_error;
  return sound ? 0 : 1;
}

}  // namespace
}  // namespace tradereport::bench

int main(int argc, char** argv) {
  tradereport::bench::Options options;
  CLI::App app(
      "Puts one misprint at a time into exactly consistent generated reports, of every kind into "
      "every table and measure and the text, and prints (as Markdown) how many of them make the "
      "report impossible, are found, and are blamed on the right figure. Exit status 1 if a "
      "consistent report got an error, or an impossible one got none or left the wrong figure "
      "out.");
  app.add_option("--seed", options.seed, "Number of the run")->capture_default_str();
  app.add_option("--reports", options.reports, "Misprints for each kind and place")
      ->capture_default_str();
  app.add_option("--consistent", options.consistent, "Reports without a mistake")
      ->capture_default_str();
  app.add_option("--reference", options.reference,
                 "Ask the exact reference for each so-manieth misprint; 0: never")
      ->capture_default_str();
  app.add_option("--slips", options.slips, "Editorial slips of each kind")->capture_default_str();
  app.add_option("--practices", options.practices, "Reports for each way to compute figures")
      ->capture_default_str();
  app.add_option("--archives", options.archives, "Archives for each way to compute figures")
      ->capture_default_str();
  app.add_flag("--neighbours", options.neighbours,
               "Hold each report against the issues around it as well");
  app.add_option("--sample", options.sample,
                 "PDF whose words Poppler reads, for the cost as a ratio");
  app.add_option("--stories", options.stories, "Tell of so many that were not ranked first")
      ->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  try {
    return tradereport::bench::examine_all(options);
  } catch (const std::exception& error) {
    std::cerr << "misprints: " << error.what() << '\n';
    return 2;
  }
}
