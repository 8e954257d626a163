#include "parser/grammar/phrase.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "parser/text/utf8.h"

namespace tradereport::parser {

namespace {

std::string range(char32_t first, char32_t last) {
  return fmt::format("\\x{{{:X}}}-\\x{{{:X}}}", static_cast<std::uint32_t>(first),
                     static_cast<std::uint32_t>(last));
}

std::string any_of(std::initializer_list<char32_t> codes) {
  std::string out;
  for (const char32_t code : codes) out += range(code, code);
  return "[" + out + "]";
}

struct SlotForm {
  std::string_view name;
  Slot slot;
  Phrase::Codes needs;  // what each match has one of; none if the first is 0
};

constexpr std::array<SlotForm, 19> kSlots{{
    {"period", Slot::period, {codes::kPeriod, codes::kBase - 1}},
    {"base", Slot::base, {codes::kPeriodOrBase, codes::kFlow - 1}},
    {"flow", Slot::flow, {codes::kFlow, codes::kEndOfWords - 1}},
    {"flows", Slot::flows, {codes::kFlow, codes::kEndOfWords - 1}},
    {"names", Slot::names, {codes::kName, codes::kName}},
    {"any_names", Slot::any_names, {0, 0}},
    {"amounts", Slot::amounts, {codes::kFigures, codes::kEndOfFigures - 1}},
    {"counts", Slot::counts, {codes::kFigures, codes::kEndOfFigures - 1}},
    {"percents", Slot::percents, {codes::kFigures, codes::kEndOfFigures - 1}},
    {"changes", Slot::changes, {codes::kFigures, codes::kEndOfFigures - 1}},
    {"directed_changes", Slot::directed_changes, {codes::kFigures, codes::kEndOfFigures - 1}},
    {"directed_amounts", Slot::directed_amounts, {codes::kFigures, codes::kEndOfFigures - 1}},
    {"flat", Slot::flat, {codes::kFlat, codes::kFlat}},
    {"count", Slot::count, {0, 0}},
    {"respectively", Slot::respectively, {0, 0}},
    {"mark", Slot::mark, {0, 0}},
    {"unit", Slot::unit, {0, 0}},
    {"any_number", Slot::any_number, {codes::kFigures, codes::kEndOfFigures - 1}},
    {"any_percent", Slot::any_percent, {codes::kFigures, codes::kEndOfFigures - 1}},
}};

}  // namespace

bool is_figures(Slot slot) {
  return slot == Slot::amounts || slot == Slot::counts || slot == Slot::percents ||
         slot == Slot::changes || slot == Slot::directed_changes ||
         slot == Slot::directed_amounts || slot == Slot::flat;
}

bool Phrase::has(Slot slot) const {
  return std::find(slots.begin(), slots.end(), slot) != slots.end();
}

PhraseCompiler::PhraseCompiler(const Family& family, const PatternSyntax& syntax, Lexer& lexer)
    : lexer_(lexer), syntax_(syntax) {
  const auto expand = [&](const std::string& say) {
    std::string error;  // reported under its own key
    return "(?:" + translate(say, syntax, error) + ")";
  };
  const std::string blank = family.alphabetic ? " ?" : "";
  separator_ = blank + expand(family.separators) + blank;
  respectively_ = expand(family.respectively);
  number_ = expand("{number}");
  unit_ = expand("{unit}");
  syntax_.number_tokens = range(codes::kFigures, codes::kEndOfFigures - 1);
  syntax_.slot = [this](const std::string& name, bool required) { return slot(name, required); };
  syntax_.literal = [this](const std::string& run) {
    const auto code = lexer_.code_of_word(run);
    return code ? fmt::format("(?:{}|\\x{{{:X}}})", run, static_cast<std::uint32_t>(*code)) : run;
  };
}

std::optional<std::string> PhraseCompiler::slot(const std::string& name, bool required) {
  const auto form = std::find_if(kSlots.begin(), kSlots.end(),
                                 [&](const SlotForm& known) { return known.name == name; });
  if (form == kSlots.end()) return std::nullopt;
  open_->slots.push_back(form->slot);
  if (required && form->needs.first > 0) open_->needs.push_back(form->needs);

  const auto list = [&](const std::string& item, const std::string& last) {
    return fmt::format("(?:{}{})*{}", item, separator_, last);
  };
  const auto catch_it = [&](const std::string& body) {
    open_->caught.push_back(form->slot);
    return "(" + body + ")";
  };
  const auto figures = [&](const std::string& body) {
    return catches_figures_ ? catch_it(body) : body;
  };
  const std::string bare = range(codes::kCount, codes::kNumber);
  const std::string changes =
      list(any_of({codes::kCount, codes::kNumber, codes::kPercent, codes::kDirectedNumber,
                   codes::kDirectedPercent, codes::kFlat}),
           any_of({codes::kPercent, codes::kDirectedPercent, codes::kFlat}));
  const std::string level = any_of({codes::kLevel});
  const std::string percent = any_of({codes::kPercent});
  switch (form->slot) {
    case Slot::period:
    case Slot::base:
    case Slot::flow:
      return "[" + range(form->needs.first, form->needs.last) + "]";
    case Slot::flows: {
      const std::string flow = "[" + range(form->needs.first, form->needs.last) + "]";
      return list(flow, flow);
    }
    case Slot::names:
      return list(any_of({codes::kName}), any_of({codes::kName}));
    case Slot::any_names: {
      // A name that the family does not know: no punctuation, no number.
      const std::string any_name = "(?:" + any_of({codes::kName}) + "|[^,;。:、\\d%()" +
                                   range(codes::kName, codes::kEndOfFigures - 1) + "]{1,16})";
      return catch_it(list(any_name, any_name));
    }
    case Slot::amounts:
      return figures(list("[" + bare + range(codes::kLevel, codes::kLevel) + "]", level));
    case Slot::counts: {
      const std::string item = "[" + bare + range(codes::kLevel, codes::kLevel) + "]";
      return figures(list(item, item));
    }
    case Slot::percents:
      return figures(list("[" + bare + range(codes::kPercent, codes::kPercent) + "]", percent));
    case Slot::changes:
      return figures(changes);
    case Slot::directed_changes:
      return figures(any_of({codes::kDirectedNumber, codes::kDirectedPercent}) + separator_ +
                     "(?:" + changes + ")|" + any_of({codes::kDirectedPercent}));
    case Slot::directed_amounts:
      return figures(any_of({codes::kDirectedLevel, codes::kFlat}));
    case Slot::flat:
      return figures(any_of({codes::kFlat}));
    case Slot::count:
      return catch_it(any_of({codes::kCount}) + "|" + number_);
    case Slot::respectively:
      return catch_it(respectively_);
    case Slot::mark:
      return catch_it(any_of({codes::kCount}) + "|[*†‡]");
    case Slot::unit:
      return unit_;
    case Slot::any_number:
      return any_of({codes::kCount, codes::kNumber, codes::kDirectedNumber});
    case Slot::any_percent:
      return any_of({codes::kPercent, codes::kDirectedPercent});
  }
  return std::nullopt;
}

Phrase PhraseCompiler::compile(std::string_view say, const PhraseForm* form, std::string& error) {
  Phrase phrase;
  phrase.form = form;
  const auto run = [&] {
    phrase.slots.clear();
    phrase.caught.clear();
    phrase.needs.clear();
    open_ = &phrase;
    return translate(say, syntax_, error);
  };
  catches_figures_ = false;
  std::string translated = run();
  // Where several slots take figures, or numbers that are none, groups tell which is which.
  const auto numbers = std::count_if(phrase.slots.begin(), phrase.slots.end(), [](Slot slot) {
    return is_figures(slot) || slot == Slot::any_number || slot == Slot::any_percent;
  });
  if (numbers > 1) {
    catches_figures_ = true;
    translated = run();
  }
  open_ = nullptr;
  if (error.empty() && !translated.empty())
    phrase.pattern = Pattern(std::move(translated), {syntax_.alphabetic, false});
  return phrase;
}

PhraseFinder::PhraseFinder(const std::vector<Phrase>& phrases, const Lexer& lexer,
                           std::string_view text)
    : phrases_(phrases),
      lexer_(lexer),
      text_(text),
      words_(lexer.read(text, Coding::words)),
      tokens_(lexer.read(text, Coding::tokens)) {}

const TextRange* PhraseFinder::Match::of(Slot slot) const {
  const auto found = std::find_if(caught.begin(), caught.end(),
                                  [&](const Catch& one) { return one.slot == slot; });
  return found == caught.end() ? nullptr : &found->at;
}

// In bytes of the text; 0 for no match.
std::size_t PhraseFinder::length_at(const Phrase& phrase, const CodedSentence& coded,
                                    std::size_t code) const {
  const bool possible =
      std::all_of(phrase.needs.begin(), phrase.needs.end(),
                  [&](const auto& need) { return coded.has_from(code, need.first, need.last); });
  if (!possible) return 0;
  const std::size_t length = phrase.pattern.match_at(coded.code(), code);
  return coded.text_at(code + length) - coded.text_at(code);
}

PhraseFinder::Match PhraseFinder::longest_at(std::size_t at) {
  const std::optional<std::size_t> word = words_.code_at(at);
  if (!word) return {};  // within a number
  std::optional<std::size_t> token = tokens_.code_at(at);
  if (!token) {
    tokens_ = lexer_.read(text_, Coding::tokens, at);
    token = tokens_.code_at(at);
  }
  Match match;
  const CodedSentence* coded = nullptr;
  for (const Phrase& phrase : phrases_) {
    for (const auto& [coding, code] : {std::pair{&tokens_, *token}, std::pair{&words_, *word}}) {
      const std::size_t length = length_at(phrase, *coding, code);
      if (length <= match.at.size()) continue;
      match.phrase = &phrase;
      match.at = {at, at + length};
      coded = coding;
    }
  }
  if (match.phrase == nullptr) return match;
  const auto tokens = coded->tokens_in(match.at);
  match.tokens.assign(tokens.begin(), tokens.end());
  if (match.phrase->caught.empty()) return match;
  const TextRange codes{*coded->code_at(match.at.begin), *coded->code_at(match.at.end)};
  const std::vector<TextRange> groups = match.phrase->pattern.groups(coded->code(), codes);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (groups[i].empty()) continue;
    match.caught.push_back({match.phrase->caught[i],
                            {coded->text_at(groups[i].begin), coded->text_at(groups[i].end)}});
  }
  return match;
}

TextRange PhraseFinder::find(const Phrase& phrase) {
  for (std::size_t at = 0; at < text_.size(); at = next_character(text_, at)) {
    for (const CodedSentence* const coded : {&tokens_, &words_}) {
      const auto code = coded->code_at(at);
      const std::size_t length = code ? length_at(phrase, *coded, *code) : 0;
      if (length > 0) return {at, at + length};
    }
  }
  return {};
}

}  // namespace tradereport::parser
