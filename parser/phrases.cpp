#include "parser/phrases.h"

#include <algorithm>
#include <optional>

namespace tradereport::parser {

namespace {

void find_back(DiscourseContext& context) {
  context.lost = context.strayed = false;
}

}  // namespace

const SlotMatch* PhraseMatch::slot(std::string_view name) const {
  const auto found = std::find_if(slots.begin(), slots.end(),
                                  [&](const SlotMatch& slot) { return slot.slot == name; });
  return found == slots.end() ? nullptr : &*found;
}

std::vector<Candidate> phrases_for(const Grammar& grammar, std::string_view coded) {
  // The last of each character, from the end.
  std::vector<std::pair<std::size_t, std::size_t>> last;  // place in sets, and place in the text
  Characters seen;
  for (std::size_t at = coded.size(); at-- > 0;) {
    if ((static_cast<unsigned char>(coded[at]) & 0xC0U) == 0x80U) continue;
    const char32_t c = character_at(coded, at).first;
    if (seen.has(Characters::place(c))) continue;
    seen.add(c);
    last.emplace_back(Characters::place(c), at);
  }
  std::vector<Candidate> candidates;
  candidates.reserve(grammar.phrases.size());
  for (const Grammar::Phrase& phrase : grammar.phrases) {
    if (!phrase.pattern.can_be_in(seen)) continue;
    const auto needed = std::find_if(last.begin(), last.end(), [&](const auto& character) {
      return phrase.pattern.needs(character.first);
    });
    candidates.push_back({&phrase, needed->second});
  }
  return candidates;
}

PhraseMatch longest_phrase(const std::vector<Candidate>& candidates, std::string_view coded,
                           std::size_t at) {
  PhraseMatch best;
  best.begin = at;
  std::vector<SlotMatch> slots;
  for (const Candidate& candidate : candidates) {
    if (at > candidate.last) continue;
    const std::size_t length = candidate.phrase->pattern.match_at(coded, at, slots);
    if (length <= best.length) continue;
    best.length = length;
    best.form = candidate.phrase->form;
    std::swap(best.slots, slots);
  }
  if (best.form == nullptr) best.slots.clear();
  return best;
}

void PhraseReader::begin_sentence(const Text& sentence, const DiscourseContext& before) {
  text_ = sentence;
  claims_.begin_sentence(text_, before);
  segment_claims_ = out_.claims.size();
}

void PhraseReader::end_segment(DiscourseContext& context) {
  if (context.subjects.empty()) context.strayed = false;
  if (context.aside) context.another_time = context.aside = false;
  segment_claims_ = out_.claims.size();
}

void PhraseReader::apply(const Stretch& stretch, PhraseMatch& match, DiscourseContext& context,
                         std::vector<std::size_t>& item_ends) {
  if (match.form == nullptr) return;
  if (match.form->another_time) {
    context.aside = out_.claims.size() > segment_claims_;
    context.another_time = true;
  }
  if (match.form->same_subjects) take_up(stretch, match, context);
  bool names_here = false;
  bool flow_here = false;
  for (const SlotMatch& slot : match.slots) {
    if (slot.slot == "period") apply_period(stretch, slot, context);
    if (slot.slot == "mark")
      out_.marks.push_back(
          text_.substr(stretch.text_begin(slot.begin), stretch.text_end(slot.end)));
    if (slot.slot == "flow") flow_here = apply_flow(stretch.caught(slot), context) || flow_here;
    if (slot.slot == "flows") flow_here = apply_flows(stretch.caught(slot), context);
    if (slot.slot == "names") {
      names_here = true;
      set_names(stretch, slot, context);
    }
    if (slot.slot == "any_names") {
      names_here = true;
      set_any_names(stretch, slot, match, context);
    }
  }
  flow_here = apply_form(*match.form, names_here, context) || flow_here;
  if (match.form->top_list && names_here) add_list(stretch, match, context);
  for (const SlotMatch& slot : match.slots) {
    const bool amounts = slot.slot == "amounts" || slot.slot == "counts" ||
                         slot.slot == "percents" || slot.slot == "changes" ||
                         slot.slot == "directed_changes" || slot.slot == "directed_amounts" ||
                         slot.slot == "flat";
    if (!amounts || !match.form->measure || !base_fits(stretch, match, context)) continue;
    claims_.add(stretch,
                {*match.form->measure, slot, match.slot("respectively") != nullptr,
                 flow_here && !names_here},
                context, item_ends);
  }
}

// What the phrase itself says of its figures; true if it names a flow.
bool PhraseReader::apply_form(const PhraseForm& form, bool names_here,
                              DiscourseContext& context) const {
  if (!context.span) context.span = form.span;
  if (!form.flow.empty()) {
    context.flow = grammar_.family->flow(form.flow);
    context.flow_sign = 1;
    context.flow_word.clear();
    context.lost = false;
    if (!names_here) context.subjects.clear();
  }
  if (!form.row.empty() && (!form.span || context.span == form.span))
    context.subjects = {{form.row}};
  return !form.flow.empty();
}

void PhraseReader::apply_period(const Stretch& stretch, const SlotMatch& slot,
                                DiscourseContext& context) {
  const std::size_t begin = stretch.text_begin(slot.begin);
  const std::size_t end = stretch.text_end(slot.end);
  const auto mention = grammar_.read_period(text_.view().substr(begin, end - begin));
  if (!mention) return;
  const PeriodReading reading = reading_of(*mention, period_);
  context.span = reading.span;
  context.another_time = context.aside = false;
  if (mention->span) return;  // "year to date" goes on with the period named before
  context.stale = -1;
  if (reading.stale) {
    context.stale = static_cast<int>(out_.stale.size());
    out_.stale.push_back({*mention, source_of(document_, text_, begin, end)});
  }
}

// "the three goods": the subjects named before, if there are three.
void PhraseReader::take_up(const Stretch& stretch, const PhraseMatch& match,
                           DiscourseContext& context) const {
  const SlotMatch* const slot = match.slot("count");
  const auto count =
      static_cast<std::size_t>(slot == nullptr ? 0 : grammar_.read_count(stretch.caught(*slot)));
  claims_.take_up_earlier(count, context);
  if (count == 0 || context.subjects.size() == count) return;
  context.lost = context.strayed = true;
}

// "5 % up on May 2019" is no growth on the same period a year ago.
bool PhraseReader::base_fits(const Stretch& stretch, const PhraseMatch& match,
                             const DiscourseContext& context) const {
  const SlotMatch* const slot = match.slot("base");
  if (slot == nullptr) return true;
  const std::size_t begin = stretch.text_begin(slot->begin);
  const std::string_view base = text_.view().substr(begin, stretch.text_end(slot->end) - begin);
  for (std::size_t at = 0; at < base.size(); at += utf8_length(base[at])) {
    const std::size_t length = grammar_.period.match_at(base, at);
    const auto mention = grammar_.read_period(base.substr(at, length));
    if (length == 0 || !mention) continue;
    if (mention->year && *mention->year != period_.year - 1) return false;
    const int from = context.span == Span::month ? period_.month : 1;
    return !mention->dated || mention->from == 0 ||
           (mention->from == from && mention->to == period_.month);
  }
  return true;
}

bool PhraseReader::apply_flow(std::string_view word, DiscourseContext& context) const {
  const auto mention = grammar_.read_flow(word);
  if (!mention || (mention->weak && context.flow != nullptr)) return false;
  const bool another = context.flow != mention->flow;
  context.flow = mention->flow;
  context.flow_sign = mention->sign;
  context.flow_word = word;
  if (!context.strayed || (context.subjects.empty() && another)) find_back(context);
  return true;
}

bool PhraseReader::apply_flows(std::string_view words, DiscourseContext& context) const {
  if (grammar_.read_flow(words)) return apply_flow(words, context);
  std::vector<Subject> subjects;
  for (std::size_t at = 0; at < words.size();) {
    // The longest stretch from here that is one flow.
    std::size_t end = words.size();
    std::optional<FlowMention> mention;
    for (; end > at; --end) {
      mention = grammar_.read_flow(words.substr(at, end - at));
      if (mention) break;
    }
    if (!mention) {
      at += utf8_length(words[at]);
      continue;
    }
    subjects.push_back({{}, mention->flow, mention->sign});
    at = end;
  }
  if (subjects.empty()) return false;
  context.flow = subjects.back().flow;
  context.flow_sign = subjects.back().flow_sign;
  context.subjects = subjects.size() > 1 ? subjects : std::vector<Subject>{};
  context.ranked = false;
  find_back(context);
  return true;
}

void PhraseReader::set_names(const Stretch& stretch, const SlotMatch& slot,
                             DiscourseContext& context) {
  std::vector<Subject> subjects;
  for (const NameHit& hit : stretch.names) {
    if (hit.at >= slot.begin && hit.at < slot.end) subjects.push_back({hit.name});
  }
  find_back(context);
  const bool same =
      std::equal(subjects.begin(), subjects.end(), context.subjects.begin(), context.subjects.end(),
                 [](const Subject& a, const Subject& b) { return a.name == b.name; });
  if (same) return;
  context.subjects = std::move(subjects);
  context.ranked = false;
}

// Names that the family may not know: between separators, as they are printed. The list ends
// where "respectively" begins, and the phrase with it.
void PhraseReader::set_any_names(const Stretch& stretch, const SlotMatch& slot, PhraseMatch& match,
                                 DiscourseContext& context) const {
  context.subjects.clear();
  context.ranked = false;
  find_back(context);
  const std::string_view coded = stretch.coded;
  std::size_t from = slot.begin;
  std::size_t at = slot.begin;
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
  };
  while (at < slot.end) {
    if (grammar_.respectively.match_at(coded, at) > 0) {
      match.length = at - match.begin;
      break;
    }
    if (const std::size_t separator = grammar_.separator.match_at(coded, at)) {
      // A comma goes on with the list only if a known name follows.
      const bool comma = coded[at] == ',' || coded[at] == ';';
      const bool known = std::any_of(stretch.names.begin(), stretch.names.end(),
                                     [&](const NameHit& h) { return h.at == at + separator; });
      if (comma && !known) {
        match.length = at - match.begin;
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

void PhraseReader::add_list(const Stretch& stretch, const PhraseMatch& match,
                            DiscourseContext& context) {
  TopList list;
  if (const SlotMatch* const count = match.slot("count"))
    list.announced = grammar_.read_count(stretch.caught(*count));
  // "The first three are A with 28.3, B with 25.5 …": a list that does not end here.
  if (context.subjects.size() == 1 && list.announced > 1) return;
  context.ranked = true;
  context.first_rank = 1;
  if (context.flow == nullptr || !context.span || context.stale >= 0 || context.another_time)
    return;
  list.span = *context.span;
  list.flow = context.flow->id;
  const std::size_t begin = stretch.text_begin(match.begin);
  const std::size_t end = stretch.text_end(match.begin + match.length);
  for (const Subject& subject : context.subjects) list.names.push_back(subject.name);
  list.source = source_of(document_, text_, begin, end);
  list.sentence = text_.utf8;
  out_.lists.push_back(std::move(list));
}

}  // namespace tradereport::parser
