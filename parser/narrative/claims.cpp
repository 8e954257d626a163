#include "parser/narrative/claims.h"

#include <algorithm>

namespace tradereport::parser {

namespace {

constexpr const char* kBetweenScopes = " · ";

}  // namespace

void ClaimMaker::begin_sentence(const Text& sentence, const DiscourseContext& before) {
  ++sentence_;
  text_ = sentence;
  shared_ = sentence.utf8;
  first_claim_ = out_.claims.size();
  singles_.clear();
  earlier_ = before.subjects;
  earlier_ranked_ = before.ranked;
}

void ClaimMaker::take_up_earlier(std::size_t count, DiscourseContext& context) const {
  if (!context.subjects.empty() || earlier_.size() != count) return;
  context.subjects = earlier_;
  context.ranked = earlier_ranked_;
}

bool ClaimMaker::claimed(const Subject& subject, Measure measure,
                         const DiscourseContext& context) const {
  const Flow* const flow = subject.flow != nullptr ? subject.flow : context.flow;
  if (flow == nullptr) return false;
  const std::string row = !subject.name.empty()         ? subject.name
                          : grammar_.family->is_prose() ? row_of(*flow, context)
                                                        : flow->row;
  return std::any_of(out_.claims.begin(), out_.claims.end(), [&](const ReadClaim& read) {
    const FigureKey& key = read.claim.key;
    return key.span == *context.span && key.flow == flow->id && key.row == row &&
           key.measure == measure;
  });
}

// The last subjects that this sentence has spoken of one by one, without this measure yet:
// "exports were 74.7 and imports 387.3, up 15.7 % and down 1.6 % respectively".
std::vector<Subject> ClaimMaker::one_by_one(std::size_t count, Measure measure,
                                            const DiscourseContext& context) const {
  if (singles_.size() < count) return {};
  const std::vector<Subject> last(singles_.end() - static_cast<std::ptrdiff_t>(count),
                                  singles_.end());
  for (const Subject& subject : last)
    if (claimed(subject, measure, context)) return {};
  return last;
}

// The subjects that a list of so many figures is about; nothing if that cannot be told.
std::optional<std::vector<Subject>> ClaimMaker::subjects_for(std::size_t count,
                                                             const Statement& said,
                                                             DiscourseContext& context) const {
  // After "exports and imports …" a flow by itself stands for itself. After several names nobody
  // knows whether one figure is that of the flow or what the names add up to.
  const bool flows = !context.subjects.empty() && context.subjects.front().name.empty();
  if (said.new_flow && count == 1 && !said.respectively && context.subjects.size() > 1 && flows) {
    context.subjects.clear();
    context.ranked = false;
  }
  if (said.respectively && count > 1 && context.subjects.size() < 2) {
    if (std::vector<Subject> last = one_by_one(count, said.measure, context); !last.empty()) {
      context.subjects = std::move(last);
      context.ranked = false;
    }
  }
  const bool once = std::none_of(earlier_.begin(), earlier_.end(), [&](const Subject& subject) {
    return claimed(subject, said.measure, context);
  });
  if (count > 1 && once) take_up_earlier(count, context);
  std::vector<Subject> subjects = context.subjects;
  if (subjects.empty()) subjects.push_back({{}, nullptr, 1});
  if (subjects.size() != count) return std::nullopt;
  return subjects;
}

bool ClaimMaker::add(const Stretch& stretch, const Statement& said, DiscourseContext& context) {
  const std::vector<FigureToken>& figures = said.figures;
  if (figures.empty() || context.lost || context.unclear || context.adrift ||
      context.another_time || !context.span)
    return false;
  if (said.measure == Measure::value || said.new_flow) context.other_unit = false;
  if (context.other_unit) return false;
  const std::size_t known = context.subjects.size();
  const auto subjects = subjects_for(figures.size(), said, context);
  if (!subjects) {
    if (known > 1 && figures.size() > 1) add_mismatch(stretch, said, known);
    return false;
  }
  if (says_again(said, *subjects, context)) {
    context.lost = context.strayed = true;
    return false;
  }
  for (std::size_t i = 0; i < figures.size(); ++i) {
    add_claim(stretch, said, figures[i], (*subjects)[i],
              context.ranked ? context.first_rank + static_cast<int>(i) : 0, context);
  }
  if (figures.size() > 1 || context.flow == nullptr) return true;
  Subject single = subjects->front();
  if (single.flow == nullptr) {
    single.flow = context.flow;
    single.flow_sign = context.flow_sign;
  }
  const bool again = !singles_.empty() && singles_.back().name == single.name &&
                     singles_.back().flow == single.flow;
  if (!again) singles_.push_back(std::move(single));
  return true;
}

// A level without a subject, after the sentence has given another one for the subject before it:
// "出口 344.8亿美元，同比下降1.8%；1845.4亿美元" has lost a word, and is not the first one's.
bool ClaimMaker::says_again(const Statement& said, const std::vector<Subject>& subjects,
                            const DiscourseContext& context) const {
  if (!said.inherits || said.measure != Measure::value || subjects.size() != 1) return false;
  const Flow* const flow = subjects.front().flow != nullptr ? subjects.front().flow : context.flow;
  if (flow == nullptr) return false;
  const std::string row =
      subjects.front().name.empty() ? row_of(*flow, context) : subjects.front().name;
  const FigureToken& figure = said.figures.front();
  return std::any_of(out_.claims.begin() + static_cast<std::ptrdiff_t>(first_claim_),
                     out_.claims.end(), [&](const ReadClaim& read) {
                       const FigureKey& key = read.claim.key;
                       return key.span == *context.span && key.flow == flow->id && key.row == row &&
                              key.measure == said.measure &&
                              (figure.unit == nullptr || figure.unit->id == read.claim.unit) &&
                              read.claim.value.abs() != figure.value->abs();
                     });
}

void ClaimMaker::add_mismatch(const Stretch& stretch, const Statement& said, std::size_t names) {
  const std::size_t begin = stretch.text_begin(said.at.begin);
  const std::size_t end = stretch.text_end(said.at.end);
  // A bracket may say for how many of them a figure stands: "7% and 6% (both) respectively".
  const std::string_view next = text_.view().substr(end);
  if (next.starts_with("(") || next.starts_with(" (")) return;
  ListLengths what{names, said.figures.size(), excerpt(text_.view(), begin)};
  out_.problems.push_back({std::move(what), source_of(document_, text_, begin, end)});
}

void ClaimMaker::add_claim(const Stretch& stretch, const Statement& said, const FigureToken& figure,
                           const Subject& subject, int rank, DiscourseContext& context) {
  const Measure measure = said.measure;
  const Flow* const flow = subject.flow != nullptr ? subject.flow : context.flow;
  const int flow_sign = subject.flow != nullptr ? subject.flow_sign : context.flow_sign;
  if (flow == nullptr) return;
  ReadClaim read;
  Claim& claim = read.claim;
  const bool level = !is_rate(measure);
  claim.key = {"text", *context.span, flow->id,
               {},     rank,          subject.name.empty() ? row_of(*flow, context) : subject.name,
               measure};
  if (!printed_in_tables(claim.key) && !spoken(claim.key)) return;
  if (figure.unit != nullptr && is_in_other_unit(*figure.unit)) {
    // Beside the same level in the family's unit it says no more than that there are other units.
    // A rate behind a level in another currency is of that level.
    const bool again = claimed(subject, measure, context);
    const bool converts =
        grammar_.family->exponent_between(figure.unit->id, unit_of(Measure::value)).has_value();
    context.other_unit = !converts;
    if (!again) add_foreign_unit(stretch, figure);
    if (again || !converts) return;
  }
  claim.value = *figure.value;
  int sign = 1;
  if (measure != Measure::value && figure.direction != 0) sign = figure.direction;
  // A flow named with its sign reversed reverses levels and their changes, not rates.
  if (level) sign *= flow_sign;
  claim.direction = figure.direction;
  claim.direction_word = figure.direction_word;
  TextRange word{};
  if (!figure.direction_at.empty())
    word = {stretch.text_begin(figure.direction_at.begin),
            stretch.text_end(figure.direction_at.end)};
  if (measure == Measure::value && !flow->negative.empty()) {
    claim.direction = flow_sign;
    claim.direction_word = context.flow_word;
    word = context.flow_sentence == sentence_ ? context.flow_at : TextRange{};
  }
  if (!word.empty()) claim.word_source = source_of(document_, text_, word.begin, word.end);
  claim.signed_digits = figure.has_sign;
  // "fell by -1.6 %" says the same thing twice; the digits' own sign is the one that counts.
  if (sign < 0 && !figure.value->negative()) claim.value = -*figure.value;
  read.flat = figure.flat;
  claim.unit = figure.unit != nullptr ? figure.unit->id : unit_of(measure);
  claim.rounding = grammar_.family->rounding_of(claim.unit);
  const std::size_t begin = stretch.text_begin(figure.number.begin);
  const std::size_t end = stretch.text_end(figure.number.end);
  claim.printed = printed(document_, text_, begin, end);
  claim.source = source_of(document_, text_, begin, end);
  claim.sentence = shared_;
  read.number = text_.substr(begin, end);
  read.stale = context.stale;
  out_.claims.push_back(std::move(read));
}

// The row that speaks of the flow as a whole. In a family without tables it is what the figures are
// of besides; empty where that has not been said.
std::string ClaimMaker::row_of(const Flow& flow, const DiscourseContext& context) const {
  if (!grammar_.family->is_prose()) return grammar_.family->row_of(flow, *context.span, period_);
  std::string row;
  for (const std::string& scope : context.scopes) {
    if (scope.empty()) return {};
    row += row.empty() ? "" : kBetweenScopes;
    row += scope;
  }
  return row;
}

bool ClaimMaker::is_in_other_unit(const Unit& unit) const {
  return !unit.percent && (unit_.empty() ? unit.foreign : unit.id != unit_);
}

void ClaimMaker::add_foreign_unit(const Stretch& stretch, const FigureToken& figure) {
  const std::size_t begin = stretch.text_begin(figure.number.end);
  const std::size_t end = stretch.text_end(figure.item_end);
  UnitDiffers what{text_.utf8.substr(begin, end - begin), unit_of(Measure::value), "text"};
  out_.problems.push_back({std::move(what), source_of(document_, text_, begin, end)});
}

std::string ClaimMaker::unit_of(Measure measure) const {
  const bool percent = is_rate(measure);
  if (!percent && !unit_.empty()) return unit_;
  for (const Unit& unit : grammar_.family->units) {
    if (unit.percent == percent && !unit.foreign) return unit.id;
  }
  return {};
}

// A figure of the narrative is one that some table of the family prints: the same flow, row and
// measure. Everything else (a share within exports, a growth of net exports) means other things.
bool ClaimMaker::printed_in_tables(const FigureKey& key) const {
  for (const TableForm& table : grammar_.family->tables) {
    for (const Column& column : table.columns) {
      if (column.label) continue;
      for (const RowForm& row : table.rows) {
        const auto reads = row.reads.find(column.measure);
        const Measure measure = reads == row.reads.end() ? column.measure : reads->second;
        const bool blank =
            std::find(row.blank.begin(), row.blank.end(), column.measure) != row.blank.end();
        if (row.flow == key.flow && row.name == key.row && measure == key.measure && !blank)
          return true;
      }
      const std::string& flow = column.flow.empty() ? table.flow : column.flow;
      if (flow != key.flow || column.measure != key.measure) continue;
      if (holds(table.names, key.row)) return true;
      if (!table.years.empty() && Months::parse(key.row)) return true;
      for (const GroupForm& group : table.groups)
        if (holds(group.names, key.row)) return true;
    }
  }
  return false;
}

bool ClaimMaker::spoken(const FigureKey& key) const {
  const auto& forms = grammar_.family->spoken;
  return std::any_of(forms.begin(), forms.end(), [&](const SpokenForm& form) {
    const bool whole = form.names.empty() && grammar_.family->is_prose() && !key.row.empty();
    return form.flow == key.flow && (whole || holds(form.names, key.row)) &&
           std::find(form.measures.begin(), form.measures.end(), key.measure) !=
               form.measures.end();
  });
}

bool ClaimMaker::holds(const std::string& set, const std::string& name) const {
  return !set.empty() && names_.find(set, name).has_value();
}

}  // namespace tradereport::parser
