#include "parser/grammar/grammar.h"

#include <fmt/format.h>

#include <stdexcept>

#include "parser/grammar/text_slots.h"

namespace tradereport::parser {

namespace {

// In another spelling of a row's name: that of any month.
constexpr std::string_view kMonth = "{month}";

}  // namespace

GrammarCompiler::GrammarCompiler(const Family& family)
    : family_(family), syntax_(text_syntax(family)) {}

Pattern GrammarCompiler::one(const std::string& say, const std::string& key, int line) {
  if (say.empty()) return {};
  std::string error;
  std::string translated = translate(say, syntax_, error);
  Pattern pattern;
  if (error.empty()) {
    pattern = Pattern(std::move(translated), {syntax_.alphabetic, false});
    if (eager_) error = pattern.error();
  }
  if (!error.empty()) errors_.push_back({file_, line, key, error});
  return pattern;
}

std::vector<Pattern> GrammarCompiler::all(const std::vector<std::string>& says,
                                          const std::string& key) {
  std::vector<Pattern> patterns;
  patterns.reserve(says.size());
  for (std::size_t i = 0; i < says.size(); ++i)
    patterns.push_back(one(says[i], fmt::format("{}[{}]", key, i + 1)));
  return patterns;
}

Signs GrammarCompiler::signs() {
  Signs signs;
  signs.family = &family_;
  signs.titles = all(family_.recognise.titles, "recognise.titles");
  for (std::size_t t = 0; t < family_.tables.size(); ++t) {
    for (const TableForm* const form : family_.tables[t].all_editions()) {
      const std::string key = "table '" + form->id + "'.";
      signs.editions.push_back(
          {t, form, one(form->caption, key + "caption"), one(form->head, key + "head")});
    }
  }
  return signs;
}

void GrammarCompiler::add_names(Grammar& grammar) const {
  grammar.names = NameIndex(family_.alphabetic);
  for (const NameSet& set : family_.names) {
    for (const NameEntry& entry : set.names) {
      grammar.names.add(set.id, entry.name, entry.name);
      for (const std::string& alias : entry.aliases) grammar.names.add(set.id, entry.name, alias);
    }
  }
}

void GrammarCompiler::add_tables(Grammar& grammar) {
  for (const TableForm& table : family_.tables) {
    std::vector<Pattern> groups;
    for (const GroupForm& group : table.groups)
      groups.push_back(one(group.say, "table '" + table.id + "'.group.say"));
    grammar.groups.push_back(std::move(groups));
    grammar.years.push_back(one(table.years, "table '" + table.id + "'.years"));
    for (const RowForm& row : table.rows) {
      const std::string set = "row:" + table.id;
      grammar.names.add(set, row.name, row.name, false);
      for (const std::string& alias : row.aliases) {
        const std::size_t month = alias.find(kMonth);
        if (month == std::string::npos) grammar.names.add(set, row.name, alias, false);
        for (const auto& [name, number] : family_.months) {
          if (month == std::string::npos) break;
          grammar.names.add(set, row.name, std::string(alias).replace(month, kMonth.size(), name),
                            false);
        }
      }
    }
  }
  for (const HeadForm& head : family_.heads)
    grammar.heads.push_back({one(head.say, "head.say"), &head});
}

void GrammarCompiler::add_phrases(Grammar& grammar) {
  PhraseCompiler compiler(family_, syntax_, grammar.lexer);
  const auto add = [&](const std::string& say, const PhraseForm* form) {
    std::string error;
    Phrase phrase = compiler.compile(say, form, error);
    if (error.empty() && eager_) error = phrase.pattern.error();
    if (!error.empty()) {
      errors_.push_back({file_, form == nullptr ? 0 : form->line,
                         form == nullptr ? "narrative.fillers" : "phrase '" + form->name + "'",
                         error});
    }
    grammar.phrases.push_back(std::move(phrase));
  };
  for (const PhraseForm& phrase : family_.phrases) add(phrase.say, &phrase);
  for (const std::string& filler : family_.fillers) add(filler, nullptr);
}

Grammar GrammarCompiler::grammar(Signs signs) {
  Grammar grammar;
  static_cast<Signs&>(grammar) = std::move(signs);
  grammar.lexer = Lexer(Vocabulary(family_, syntax_, file_, errors_));
  grammar.separator = one(family_.separators, "lists.separators");
  grammar.respectively = one(family_.respectively, "lists.respectively");
  add_names(grammar);
  grammar.headings = all(family_.headings, "lines.headings");
  grammar.notes = all(family_.notes, "lines.notes");
  grammar.running_heads = all(family_.running_heads, "lines.running_heads");
  grammar.non_figures = all(family_.non_figures, "lines.non_figures");
  grammar.placeholders = all(family_.placeholders, "lines.placeholders");
  grammar.sections = all(family_.sections, "lines.sections");
  grammar.left_alone = all(family_.left_alone, "lines.left_alone");
  grammar.continued = all(family_.continued, "lines.continued");
  grammar.pictures = all(family_.pictures, "lines.pictures");
  add_tables(grammar);
  add_phrases(grammar);
  return grammar;
}

Grammar compile(const Family& family) {
  GrammarCompiler compiler(family);
  Grammar grammar = compiler.grammar(compiler.signs());
  if (!compiler.errors().empty())
    throw std::invalid_argument(compiler.errors().front().to_string());
  return grammar;
}

std::vector<FamilyError> check_patterns(const Family& family, const std::string& file) {
  GrammarCompiler compiler(family);
  compiler.file_ = file;
  compiler.eager_ = true;
  // One by one first: what makes several wordings one pattern cannot say which is wrong.
  for (const PeriodForm& form : family.periods) compiler.one(form.say, "period.say", form.line);
  for (const std::string& base : family.bases) compiler.one(base, "comparison.bases");
  for (const Flow& flow : family.flows) {
    for (const std::string* const say : {&flow.say, &flow.negative, &flow.weak})
      compiler.one(*say, "flow '" + flow.id + "'");
  }
  for (const Unit& unit : family.units) compiler.one(unit.say, "unit '" + unit.id + "'");
  compiler.one(family.direction.up, "direction.up");
  compiler.one(family.direction.down, "direction.down");
  compiler.one(family.direction.flat, "direction.flat");
  const bool words = compiler.errors_.empty();  // what phrases are read with
  Signs signs = compiler.signs();
  if (words) compiler.grammar(std::move(signs));
  return compiler.errors_;
}

}  // namespace tradereport::parser
