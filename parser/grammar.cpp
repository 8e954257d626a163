#include "parser/grammar.h"

#include <fmt/format.h>

#include <charconv>

namespace tradereport::parser {

PeriodReading reading_of(const PeriodMention& mention, const Period& report) {
  PeriodReading reading;
  if (mention.span) {
    reading.span = *mention.span;
    return reading;
  }
  reading.span = mention.from == mention.to ? Span::month : Span::ytd;
  const bool starts_right = mention.from == mention.to || mention.from == 1;
  reading.stale =
      (mention.year && *mention.year != report.year) || mention.to != report.month || !starts_right;
  return reading;
}

std::string to_string(const PeriodMention& mention) {
  const std::string months = mention.from == mention.to
                                 ? fmt::format("{:02}", mention.to)
                                 : fmt::format("{:02}..{:02}", mention.from, mention.to);
  return mention.year ? fmt::format("{:04}-{}", *mention.year, months) : months;
}

std::optional<PeriodMention> Grammar::read_period(std::string_view text) const {
  if (text.empty()) return std::nullopt;
  for (std::size_t i = 0; i < period_forms.size(); ++i) {
    if (period_forms[i].match_at(text, 0) != text.size()) continue;
    const PeriodForm& form = family->periods[i];
    PeriodMention mention;
    mention.span = form.span;
    mention.from = form.from;
    mention.to = form.to;
    mention.dated = !form.vague;
    for (const SlotMatch& slot : period_forms[i].slots_of(text, 0, text.size())) {
      const int number = read_count(text.substr(slot.begin, slot.end - slot.begin));
      if (slot.slot == "year") mention.year = number < 100 ? 2000 + number : number;
      if (slot.slot == "from") mention.from = number;
      if (slot.slot == "to") mention.to = number;
    }
    if (mention.from == 0) mention.from = mention.to;
    if (!mention.span && (mention.to < 1 || mention.to > 12 || mention.from > mention.to)) continue;
    return mention;
  }
  return std::nullopt;
}

std::optional<FlowMention> Grammar::read_flow(std::string_view text) const {
  for (std::size_t i = 0; i < flow_forms.size(); ++i) {
    const Flow* const flow = &family->flows[i];
    if (flow_forms[i].say.matches_all(text)) return FlowMention{flow, 1, false};
    if (flow_forms[i].negative.matches_all(text)) return FlowMention{flow, -1, false};
  }
  for (std::size_t i = 0; i < flow_forms.size(); ++i) {
    if (flow_forms[i].weak.matches_all(text)) return FlowMention{&family->flows[i], 1, true};
  }
  return std::nullopt;
}

int Grammar::read_count(std::string_view text) const {
  int number = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
  if (result.ec == std::errc() && result.ptr == text.data() + text.size()) return number;
  for (const auto* const words : {&family->numbers, &family->months}) {
    for (const auto& [word, value] : *words) {
      if (word == text || (family->alphabetic && name_key(word) == name_key(text))) return value;
    }
  }
  return 0;
}

const Unit* Grammar::read_unit(std::string_view text) const {
  for (std::size_t i = 0; i < unit_forms.size(); ++i) {
    if (unit_forms[i].matches_all(text)) return &family->units[i];
  }
  return nullptr;
}

class GrammarCompiler::Compilation {
 public:
  Compilation(const Family& family, const std::string& file, std::vector<FamilyError>& errors)
      : family_(family), file_(file), errors_(errors), compiler_(family) {}

  Pattern one(const std::string& say, const std::string& key, int line = 0) {
    if (say.empty()) return {};
    std::string error;
    Pattern pattern = compiler_.compile(say, &error);
    if (!error.empty()) errors_.push_back({file_, line, key, error});
    return pattern;
  }

  std::vector<Pattern> all(const std::vector<std::string>& says, const std::string& key) {
    std::vector<Pattern> patterns;
    patterns.reserve(says.size());
    for (std::size_t i = 0; i < says.size(); ++i)
      patterns.push_back(one(says[i], fmt::format("{}[{}]", key, i + 1)));
    return patterns;
  }

  Signs signs() {
    Signs signs;
    signs.family = &family_;
    signs.titles = all(family_.recognise.titles, "recognise.titles");
    for (const TableForm& table : family_.tables)
      signs.captions.push_back(one(table.caption, "table '" + table.id + "'.caption"));
    return signs;
  }

  void words(Grammar& grammar) {
    for (const PeriodForm& form : family_.periods)
      grammar.period_forms.push_back(one(form.say, "period.say", form.line));
    for (const Flow& flow : family_.flows) {
      const std::string key = "flow '" + flow.id + "'";
      grammar.flow_forms.push_back(
          {one(flow.say, key), one(flow.negative, key), one(flow.weak, key)});
    }
    for (const Unit& unit : family_.units)
      grammar.unit_forms.push_back(one(unit.say, "unit '" + unit.id + "'"));
    grammar.period = one("{period}", "period");
    grammar.base = one("{base}", "comparison.bases");
    grammar.respectively = one("{respectively}", "lists.respectively");
    grammar.unit = one("{unit}", "unit");
    grammar.separator = one(family_.separators, "lists.separators");
    grammar.up = one(family_.direction.up, "direction.up");
    grammar.down = one(family_.direction.down, "direction.down");
    grammar.flat = one(family_.direction.flat, "direction.flat");
  }

  void names(Grammar& grammar) {
    grammar.names = NameIndex(family_.alphabetic);
    for (const NameSet& set : family_.names) {
      for (const NameEntry& entry : set.names) {
        grammar.names.add(set.id, entry.name, entry.name);
        for (const std::string& alias : entry.aliases) grammar.names.add(set.id, entry.name, alias);
      }
    }
  }

  void tables(Grammar& grammar) {
    for (const TableForm& table : family_.tables) {
      const std::string key = "table '" + table.id + "'";
      std::vector<Pattern> groups;
      for (const GroupForm& group : table.groups)
        groups.push_back(one(group.say, key + ".group.say"));
      grammar.groups.push_back(std::move(groups));
      for (const RowForm& row : table.rows) {
        grammar.names.add("row:" + table.id, row.name, row.name, false);
        for (const std::string& alias : row.aliases)
          grammar.names.add("row:" + table.id, row.name, alias, false);
      }
    }
    for (const HeadForm& head : family_.heads)
      grammar.heads.push_back({one(head.say, "head.say"), &head});
  }

  void narrative(Grammar& grammar) {
    for (const PhraseForm& phrase : family_.phrases) {
      grammar.phrases.push_back(
          {one(phrase.say, "phrase '" + phrase.name + "'", phrase.line), &phrase});
    }
    for (const std::string& filler : family_.fillers)
      grammar.phrases.push_back({one(filler, "narrative.fillers"), nullptr});
  }

 private:
  const Family& family_;
  const std::string& file_;
  std::vector<FamilyError>& errors_;
  PatternCompiler compiler_;
};

GrammarCompiler::GrammarCompiler(const Family& family, const std::string& file,
                                 std::vector<FamilyError>& errors)
    : compilation_(std::make_unique<Compilation>(family, file, errors)) {}

GrammarCompiler::~GrammarCompiler() = default;

Signs GrammarCompiler::signs() {
  return compilation_->signs();
}

Grammar GrammarCompiler::grammar(Signs signs) {
  Compilation& compilation = *compilation_;
  const Family& family = *signs.family;
  Grammar grammar;
  static_cast<Signs&>(grammar) = std::move(signs);
  compilation.words(grammar);
  compilation.names(grammar);
  grammar.headings = compilation.all(family.headings, "lines.headings");
  grammar.notes = compilation.all(family.notes, "lines.notes");
  grammar.running_heads = compilation.all(family.running_heads, "lines.running_heads");
  grammar.non_figures = compilation.all(family.non_figures, "lines.non_figures");
  grammar.sections = compilation.all(family.sections, "lines.sections");
  grammar.left_alone = compilation.all(family.left_alone, "lines.left_alone");
  grammar.pictures = compilation.all(family.pictures, "lines.pictures");
  compilation.tables(grammar);
  compilation.narrative(grammar);
  return grammar;
}

Grammar compile(const Family& family, const std::string& file, std::vector<FamilyError>& errors) {
  GrammarCompiler compiler(family, file, errors);
  return compiler.grammar(compiler.signs());
}

}  // namespace tradereport::parser
