#include "parser/narrative/phrases.h"

#include <algorithm>
#include <optional>

#include "parser/narrative/scopes.h"

namespace tradereport::parser {

namespace {

constexpr std::size_t kNameBytes = 4;  // of codes::kName in UTF-8

void find_back(DiscourseContext& context) {
  context.lost = context.strayed = false;
}

// A direction holds until the next one, and a unit is that of the figures before it as well. A
// number with too many digits makes the list invalid: it comes back empty.
void carry_over(std::vector<FigureToken>& figures) {
  int direction = 0;
  std::string word;
  TextRange at;
  for (FigureToken& figure : figures) {
    if (!figure.value) {
      figures.clear();
      return;
    }
    if (figure.flat) continue;
    if (figure.direction != 0) {
      direction = figure.direction;
      word = figure.direction_word;
      at = figure.direction_at;
    }
    figure.direction = direction;
    figure.direction_word = word;
    figure.direction_at = at;
  }
  const Unit* unit = nullptr;
  for (auto figure = figures.rbegin(); figure != figures.rend(); ++figure) {
    if (figure->unit != nullptr) unit = figure->unit;
    figure->unit = unit;
  }
}

}  // namespace

void PhraseReader::begin_sentence(const Text& sentence, const DiscourseContext& before,
                                  bool opens) {
  text_ = sentence;
  opens_ = opens;
  claims_.begin_sentence(text_, before);
  segment_claims_ = sentence_claims_ = out_.claims.size();
}

void PhraseReader::end_segment(DiscourseContext& context) {
  if (context.subjects.empty()) context.strayed = false;
  if (context.aside) context.another_time = context.aside = false;
  end_period_in_passing(context);
  segment_claims_ = out_.claims.size();
}

void PhraseReader::apply(const Stretch& stretch, Match& match, DiscourseContext& context,
                         std::vector<std::size_t>& item_ends) {
  if (match.phrase->form == nullptr) return;
  const PhraseForm& form = *match.phrase->form;
  if (form.another_time) {
    context.aside = out_.claims.size() > segment_claims_;
    context.another_time = true;
  }
  if (form.same_subjects) take_up(stretch, match, context);
  names_here_ = flow_here_ = false;
  apply_tokens(stretch, match, context);
  apply_scopes(*grammar_.family, stretch, match, {opens_, out_.claims.size() == sentence_claims_},
               context);
  std::vector<Subject> subjects;
  if (!form.row.empty()) subjects = context.subjects;
  apply_form(form, context);
  if (form.top_list && names_here_) add_list(stretch, match, context);
  if (!form.measure || !base_fits(match, context)) return;
  for (const ClaimMaker::Statement& said : statements(match)) {
    if (!claims_.add(stretch, said, context)) continue;
    for (const FigureToken& figure : said.figures) item_ends.push_back(figure.item_end);
  }
  if (!form.row.empty()) context.subjects = std::move(subjects);  // it is only this phrase's
}

// Periods, flows, names and marks in the order in which they stand.
void PhraseReader::apply_tokens(const Stretch& stretch, Match& match, DiscourseContext& context) {
  const Phrase& phrase = *match.phrase;
  for (const PhraseFinder::Match::Catch& caught : match.caught) {
    if (caught.slot == Slot::mark)
      out_.marks.push_back(
          text_.substr(stretch.text_begin(caught.at.begin), stretch.text_end(caught.at.end)));
  }
  std::vector<const Token*> flows;
  for (const Token& token : match.tokens) {
    if (token.is_period() && phrase.has(Slot::period)) apply_period(stretch, token, context);
    if (token.kind == Token::Kind::flow && phrase.has(Slot::flow))
      apply_flow(stretch, token, context);
    if (token.kind == Token::Kind::flow && phrase.has(Slot::flows)) flows.push_back(&token);
    if (token.kind == Token::Kind::name && phrase.has(Slot::names) && !names_here_ &&
        !grammar_.family->is_prose()) {
      names_here_ = true;
      set_names(stretch, match, context);
    }
  }
  if (!flows.empty()) apply_flows(stretch, flows, context);
  if (const TextRange* const list = match.of(Slot::any_names)) {
    names_here_ = true;
    set_any_names(stretch, *list, match, context);
  }
}

// Where several slots of a phrase take figures, each has those that it has caught.
std::vector<ClaimMaker::Statement> PhraseReader::statements(const Match& match) const {
  const auto outside = [&](const Token& token) {
    return std::none_of(match.caught.begin(), match.caught.end(), [&](const auto& caught) {
      return !is_figures(caught.slot) && caught.at.holds(token.at.begin);
    });
  };
  const auto said_in = [&](TextRange at) {
    ClaimMaker::Statement said;
    said.measure = *match.phrase->form->measure;
    said.at = {at.end, at.begin};
    said.respectively = match.of(Slot::respectively) != nullptr;
    said.new_flow = flow_here_ && !names_here_;
    said.inherits = !flow_here_ && !names_here_;
    for (const Token& token : match.tokens) {
      if (token.kind != Token::Kind::figure || !at.holds(token.at.begin) || !outside(token))
        continue;
      said.figures.push_back(token.figure);
      said.at = {std::min(said.at.begin, token.at.begin), std::max(said.at.end, token.at.end)};
    }
    carry_over(said.figures);
    return said;
  };
  std::vector<ClaimMaker::Statement> all;
  for (const PhraseFinder::Match::Catch& caught : match.caught)
    if (is_figures(caught.slot)) all.push_back(said_in(caught.at));
  const bool any = std::any_of(match.phrase->slots.begin(), match.phrase->slots.end(), is_figures);
  if (all.empty() && any) all.push_back(said_in(match.at));
  return all;
}

// What the phrase itself says of its figures.
void PhraseReader::apply_form(const PhraseForm& form, DiscourseContext& context) {
  if (!context.span) context.span = form.span;
  // Where no other flow is spoken of.
  if (!form.flow.empty() && (names_here_ || context.flow == nullptr)) {
    context.flow = grammar_.family->flow(form.flow);
    context.flow_sign = 1;
    context.flow_word.clear();
    context.lost = false;
    flow_here_ = true;
  }
  if (!form.row.empty() && (!form.span || context.span == form.span))
    context.subjects = {{form.row}};
}

void PhraseReader::apply_period(const Stretch& stretch, const Token& token,
                                DiscourseContext& context) {
  if (token.period.date) return;
  const PeriodReading reading = reading_of(token.period, period_);
  if (grammar_.family->is_prose() && out_.claims.size() > sentence_claims_ &&
      context.span != reading.span)
    context.period_in_passing = true;
  context.span = reading.span;
  context.another_time = context.aside = false;
  if (token.period.span) return;  // "year to date" goes on with the period named before
  context.stale = -1;
  if (reading.stale) {
    context.stale = static_cast<int>(out_.stale.size());
    out_.stale.push_back(
        {token.period, source_of(document_, text_, stretch.text_begin(token.at.begin),
                                 stretch.text_end(token.at.end))});
  }
}

void PhraseReader::forget_period(std::string_view words, DiscourseContext& context) const {
  for (const FoundPeriod& found : find_periods(grammar_.vocabulary(), words)) {
    if (found.mention.date || !found.mention.dated) continue;
    const PeriodReading reading = reading_of(found.mention, period_);
    if (context.span == reading.span && !reading.stale && context.stale < 0) continue;
    context.span.reset();
    context.stale = -1;
  }
}

// "the three goods": the subjects named before, if there are three.
void PhraseReader::take_up(const Stretch& stretch, const Match& match,
                           DiscourseContext& context) const {
  const TextRange* const slot = match.of(Slot::count);
  const auto count = static_cast<std::size_t>(
      slot == nullptr ? 0 : grammar_.vocabulary().read_count(stretch.text_of(*slot)));
  claims_.take_up_earlier(count, context);
  if (count == 0 || context.subjects.size() == count) return;
  context.lost = context.strayed = true;
}

// "5 % up on May 2019" is no growth on the same period a year ago.
bool PhraseReader::base_fits(const Match& match, const DiscourseContext& context) const {
  if (!match.phrase->has(Slot::base)) return true;
  const auto base = std::find_if(match.tokens.begin(), match.tokens.end(),
                                 [](const Token& token) { return token.is_base(); });
  if (base == match.tokens.end() || !base->named) return true;
  const PeriodMention& named = *base->named;
  if (named.year && *named.year != period_.year - 1) return false;
  const int from = context.span == Span::month ? period_.month : 1;
  return !named.dated || named.from == 0 || (named.from == from && named.to == period_.month);
}

void PhraseReader::apply_flow(const Stretch& stretch, const Token& token,
                              DiscourseContext& context) {
  const FlowMention& mention = token.flow;
  if (mention.weak && context.flow != nullptr) return;
  const bool another = context.flow != mention.flow;
  context.flow = mention.flow;
  context.flow_sign = mention.sign;
  context.flow_word = stretch.text_of(token.at);
  context.flow_at = {stretch.text_begin(token.at.begin), stretch.text_end(token.at.end)};
  context.flow_sentence = claims_.sentence();
  if (!context.strayed || (context.subjects.empty() && another)) find_back(context);
  flow_here_ = true;
}

// A list of flows: each is a subject.
void PhraseReader::apply_flows(const Stretch& stretch, const std::vector<const Token*>& flows,
                               DiscourseContext& context) {
  if (flows.size() == 1) {
    apply_flow(stretch, *flows.front(), context);
    return;
  }
  std::vector<Subject> subjects;
  for (const Token* const token : flows)
    subjects.push_back({{}, token->flow.flow, token->flow.sign});
  context.flow = subjects.back().flow;
  context.flow_sign = subjects.back().flow_sign;
  context.subjects = std::move(subjects);
  context.ranked = false;
  find_back(context);
  flow_here_ = true;
}

void PhraseReader::set_names(const Stretch& stretch, const Match& match,
                             DiscourseContext& context) {
  std::vector<Subject> subjects;
  for (const NameHit& hit : stretch.names) {
    if (!match.at.holds(hit.at)) continue;
    subjects.push_back({hit.name});
    subjects.back().at = {stretch.text_begin(hit.at), stretch.text_end(hit.at + kNameBytes)};
  }
  find_back(context);
  const bool same =
      std::equal(subjects.begin(), subjects.end(), context.subjects.begin(), context.subjects.end(),
                 [](const Subject& a, const Subject& b) { return a.name == b.name; });
  if (same) {
    for (std::size_t i = 0; i < subjects.size(); ++i) context.subjects[i].at = subjects[i].at;
    return;
  }
  context.subjects = std::move(subjects);
  context.ranked = false;
}

// Names that the family may not know: between separators, as they are printed. The list ends
// where "respectively" begins, and the phrase with it.
void PhraseReader::set_any_names(const Stretch& stretch, TextRange list, Match& match,
                                 DiscourseContext& context) const {
  context.subjects.clear();
  context.ranked = false;
  find_back(context);
  const std::string_view coded = stretch.coded;
  std::size_t from = list.begin;
  std::size_t at = list.begin;
  const auto add = [&](std::size_t begin, std::size_t end) {
    if (begin >= end) return;
    const auto hit = std::find_if(stretch.names.begin(), stretch.names.end(),
                                  [&](const NameHit& h) { return h.at == begin; });
    if (hit != stretch.names.end()) {
      context.subjects.push_back({hit->name});
    } else {
      const std::size_t b = stretch.text_begin(begin);
      context.subjects.push_back({text_.utf8.substr(b, stretch.text_end(end) - b)});
    }
    context.subjects.back().at = {stretch.text_begin(begin), stretch.text_end(end)};
  };
  while (at < list.end) {
    if (grammar_.respectively.match_at(coded, at) > 0) {
      match.at.end = at;
      break;
    }
    if (const std::size_t separator = grammar_.separator.match_at(coded, at)) {
      // A comma goes on with the list only if a known name follows.
      const bool comma = coded[at] == ',' || coded[at] == ';';
      const bool known = std::any_of(stretch.names.begin(), stretch.names.end(),
                                     [&](const NameHit& h) { return h.at == at + separator; });
      if (comma && !known) {
        match.at.end = at;
        break;
      }
      add(from, at);
      at += separator;
      from = at;
      continue;
    }
    at += utf8_length(coded[at]);
  }
  add(from, at);
}

void PhraseReader::add_list(const Stretch& stretch, const Match& match, DiscourseContext& context) {
  TopList list;
  if (const TextRange* const count = match.of(Slot::count))
    list.announced = grammar_.vocabulary().read_count(stretch.text_of(*count));
  // "The first three are A with 28.3, B with 25.5 …": a list that does not end here.
  if (context.subjects.size() == 1 && list.announced > 1) return;
  context.ranked = true;
  context.first_rank = 1;
  if (context.flow == nullptr || !context.span || context.stale >= 0 || context.another_time)
    return;
  list.span = *context.span;
  list.flow = context.flow->id;
  const std::size_t begin = stretch.text_begin(match.at.begin);
  const std::size_t end = stretch.text_end(match.at.end);
  for (const Subject& subject : context.subjects) {
    list.names.push_back(subject.name);
    list.name_sources.push_back(
        subject.at.empty() ? Source{}
                           : source_of(document_, text_, subject.at.begin, subject.at.end));
  }
  list.source = source_of(document_, text_, begin, end);
  list.sentence = text_.utf8;
  out_.lists.push_back(std::move(list));
}

}  // namespace tradereport::parser
