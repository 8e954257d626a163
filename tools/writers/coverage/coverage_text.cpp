#include "tools/writers/coverage/coverage_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "validator/findings/describe.h"

namespace tradereport::tools {

namespace {

constexpr std::size_t kMostBlindNamed = 4;  // of a place; the JSON names all

// The blind ones of one place.
struct BlindPlace {
  std::string place;
  std::vector<const Figure*> figures;
};

std::string term_of(Language language, const char* kind, std::string_view id) {
  return format_message(language, "term." + std::string(kind) + "." + std::string(id));
}

std::string named(const BlindPlace& blind, Language language) {
  std::string names;
  for (std::size_t i = 0; i < std::min(kMostBlindNamed, blind.figures.size()); ++i) {
    const FigureKey& key = blind.figures[i]->key;
    if (i > 0) names += format_message(language, "term.list.separator");
    names += format_message(language, "cli.check.blind_figure",
                            {{"row", key.row},
                             {"measure", term_of(language, "measure", to_string(key.measure))},
                             {"span", term_of(language, "span", to_string(key.span))}});
  }
  return names + (blind.figures.size() > kMostBlindNamed ? "…" : "");
}

}  // namespace

std::vector<std::string> coverage_lines(const Report& report, const Coverage& coverage,
                                        Language language) {
  std::array<std::size_t, 6> counts{};
  std::vector<BlindPlace> places;
  for (std::size_t i = 0; i < coverage.figures.size(); ++i) {
    const NumeralState state = coverage.figures[i].state;
    ++counts[static_cast<std::size_t>(state)];
    if (state != NumeralState::blind) continue;
    const std::size_t tables = report.figures.size();
    const Figure& figure = i < tables ? report.figures[i] : report.claims[i - tables];
    if (places.empty() || places.back().place != figure.key.place)
      places.push_back({figure.key.place, {}});
    places.back().figures.push_back(&figure);
  }
  const auto count = [&](NumeralState state) {
    return std::to_string(counts[static_cast<std::size_t>(state)]);
  };
  std::vector<std::string> lines{format_message(language, "cli.check.states",
                                                {{"checked", count(NumeralState::checked)},
                                                 {"rounding", count(NumeralState::rounding)},
                                                 {"blind", count(NumeralState::blind)},
                                                 {"wrong", count(NumeralState::wrong)}})};
  for (const BlindPlace& blind : places)
    lines.push_back(format_message(language, "cli.check.blind_in",
                                   {{"place", validator::describe_place(blind.place, language)},
                                    {"n", std::to_string(blind.figures.size())},
                                    {"figures", named(blind, language)}}));
  return lines;
}

}  // namespace tradereport::tools
