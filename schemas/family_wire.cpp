#include "schemas/family_wire.h"

#include <limits>

namespace tradereport {

namespace {

using wire::kText;
using wire::list;
using wire::optional;

// One function for each type, for both directions; see wire.h.

constexpr auto kNumber = [](auto& stream, auto& value) {
  stream.number(value, std::numeric_limits<int>::min(), std::numeric_limits<int>::max());
};
constexpr auto kSpan = [](auto& stream, auto& value) {
  stream.number(value, 0, static_cast<int>(Span::ytd));
};
constexpr auto kMeasure = [](auto& stream, auto& value) {
  stream.number(value, 0, static_cast<int>(Measure::previous));
};
constexpr auto kTexts = [](auto& stream, auto& texts) { list(stream, texts, kText); };
constexpr auto kTextMap = [](auto& stream, auto& map) { wire::map(stream, map, kText, kText); };
constexpr auto kNumberMap = [](auto& stream, auto& map) { wire::map(stream, map, kText, kNumber); };

constexpr auto kPeriod = [](auto& stream, auto& form) {
  auto& [say, span, from, to, vague, line] = form;
  stream.text(say);
  optional(stream, span, kSpan);
  kNumber(stream, from);
  kNumber(stream, to);
  stream.flag(vague);
  kNumber(stream, line);
};

constexpr auto kUnit = [](auto& stream, auto& unit) {
  auto& [id, say, percent, foreign, exact] = unit;
  stream.text(id);
  stream.text(say);
  for (auto* const flag : {&percent, &foreign, &exact}) stream.flag(*flag);
};

constexpr auto kFlow = [](auto& stream, auto& flow) {
  auto& [id, row, say, negative, weak, ytd_row] = flow;
  for (auto* const text : {&id, &row, &say, &negative, &weak, &ytd_row}) stream.text(*text);
};

constexpr auto kNameEntry = [](auto& stream, auto& entry) {
  auto& [name, aliases] = entry;
  stream.text(name);
  kTexts(stream, aliases);
};

constexpr auto kNameSet = [](auto& stream, auto& set) {
  auto& [id, names] = set;
  stream.text(id);
  list(stream, names, kNameEntry);
};

constexpr auto kHead = [](auto& stream, auto& head) {
  auto& [say, span, measure, label] = head;
  stream.text(say);
  optional(stream, span, kSpan);
  optional(stream, measure, kMeasure);
  stream.flag(label);
};

constexpr auto kRow = [](auto& stream, auto& row) {
  auto& [name, flow, aliases, reads, blank, month, span] = row;
  stream.text(name);
  stream.text(flow);
  kTexts(stream, aliases);
  wire::map(stream, reads, kMeasure, kMeasure);
  list(stream, blank, kMeasure);
  kNumber(stream, month);
  optional(stream, span, kSpan);
};

constexpr auto kGroup = [](auto& stream, auto& group) {
  auto& [name, say, names, ranked] = group;
  for (auto* const text : {&name, &say, &names}) stream.text(*text);
  kNumber(stream, ranked);
};

constexpr auto kTable = [](auto& stream, auto& table) {
  auto& [id, caption, title, flow, unit, columns, rows, names, groups, complete, not_in] = table;
  for (auto* const text : {&id, &caption, &title, &flow, &unit, &names}) stream.text(*text);
  list(stream, columns, wire::kColumn);
  list(stream, rows, kRow);
  list(stream, groups, kGroup);
  stream.flag(complete);
  list(stream, not_in, kNumber);
};

constexpr auto kBloc = [](auto& stream, auto& bloc) {
  auto& [name, members] = bloc;
  stream.text(name);
  kTexts(stream, members);
};

constexpr auto kTerm = [](auto& stream, auto& term) {
  auto& [sign, series] = term;
  kNumber(stream, sign);
  stream.text(series);
};

constexpr auto kRelation = [](auto& stream, auto& relation) {
  auto& [id, name, each, equal, whole, parts, rules] = relation;
  stream.text(id);
  kTextMap(stream, name);
  stream.text(each);
  stream.flag(equal);
  kTerm(stream, whole);
  list(stream, parts, kTerm);
  kTextMap(stream, rules);
};

constexpr auto kPhrase = [](auto& stream, auto& phrase) {
  auto& [name, say, measure, top_list, another_time, same_subjects, line, span, flow, row] = phrase;
  for (auto* const text : {&name, &say, &flow, &row}) stream.text(*text);
  optional(stream, measure, kMeasure);
  for (auto* const flag : {&top_list, &another_time, &same_subjects}) stream.flag(*flag);
  kNumber(stream, line);
  optional(stream, span, kSpan);
};

constexpr auto kSpoken = [](auto& stream, auto& spoken) {
  auto& [flow, names, measures] = spoken;
  stream.text(flow);
  stream.text(names);
  list(stream, measures, kMeasure);
};

constexpr auto kFamily = [](auto& stream, auto& family) {
  auto& [id, title, alphabetic, rounding, recognise, words, numbers, months, periods, bases, units,
         flows, direction, separators, respectively, names, heads, tables, blocs, relations,
         headings, notes, running_heads, non_figures, sections, left_alone, pictures, fillers,
         phrases, spoken] = family;
  stream.text(id);
  kTextMap(stream, title);
  stream.flag(alphabetic);
  stream.number(rounding, 0, static_cast<int>(Rounding::exact));
  auto& [titles, captions] = recognise;
  kTexts(stream, titles);
  kNumber(stream, captions);
  kTextMap(stream, words);
  kNumberMap(stream, numbers);
  kNumberMap(stream, months);
  list(stream, periods, kPeriod);
  kTexts(stream, bases);
  list(stream, units, kUnit);
  list(stream, flows, kFlow);
  auto& [up, down, flat] = direction;
  for (auto* const text : {&up, &down, &flat, &separators, &respectively}) stream.text(*text);
  list(stream, names, kNameSet);
  list(stream, heads, kHead);
  list(stream, tables, kTable);
  list(stream, blocs, kBloc);
  list(stream, relations, kRelation);
  for (auto* const texts : {&headings, &notes, &running_heads, &non_figures, &sections, &left_alone,
                            &pictures, &fillers})
    kTexts(stream, *texts);
  list(stream, phrases, kPhrase);
  list(stream, spoken, kSpoken);
};

}  // namespace

std::string encode_families(const std::vector<Family>& families) {
  WireWriter stream;
  list(stream, families, kFamily);
  return stream.take();
}

std::vector<Family> decode_families(std::string_view bytes) {
  WireReader stream(bytes);
  std::vector<Family> families;
  list(stream, families, kFamily);
  stream.finish();
  return families;
}

}  // namespace tradereport
