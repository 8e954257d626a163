#include "validator/findings/proof_table.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "validator/rules/message_arguments.h"

namespace tradereport::validator {

namespace {

// So many items are shown one by one; of more, those that are no candidates are put together.
constexpr std::size_t kMostItems = 5;
constexpr std::size_t kMostLines = 12;
constexpr int kFinest = 9;

class TableWriter {
 public:
  TableWriter(const Finding& finding, const FindingRelation& relation, Language language,
              bool whole)
      : finding_(finding),
        relation_(relation),
        language_(language),
        whole_(whole),
        decimals_(enough_decimals()) {}

  ProofTable table() {
    ProofTable table;
    table.title = title();
    const bool fold = !whole_ && relation_.items.size() > kMostItems;
    std::vector<const RelationItem*> others;
    for (const RelationItem& item : relation_.items) {
      const bool shown = !fold || item.left || (is_blamed(item) && shown_++ < kMostCandidates);
      if (shown)
        table.lines.push_back(line(item));
      else
        others.push_back(&item);
    }
    if (!others.empty()) table.lines.push_back(together(others));
    if (has_sum())
      table.lines.push_back(
          with_ends({text("proof.sum_of." + std::string(to_string(relation_.sort))), "", "", ""},
                    relation_.right));
    return table;
  }

 private:
  static constexpr std::size_t kMostCandidates = kMostLines - 4;

  std::string text(const std::string& id, const Args& args = {}) const {
    return format_message(language_, id, args);
  }

  std::string title() const {
    const auto name = relation_.name.find(language_tag(language_));
    const Args args{{"relation", name == relation_.name.end() ? relation_.id : name->second},
                    {"span", text("term.span." + std::string(to_string(relation_.span)))}};
    std::string title = text("proof.title." + std::string(to_string(relation_.world)), args);
    // With another figure in the place of the printed one.
    const auto instead =
        std::find_if(finding_.proof.begin(), finding_.proof.end(),
                     [](const ProofStep& step) { return step.key == "proof.would_break"; });
    if (instead == finding_.proof.end() || !fails_with_another()) return title;
    Args args_of_step = instead->args;
    args_of_step["relation"] = std::move(title);
    return text(instead->key, args_of_step);
  }

  // Flows of one row: it stands in the title.
  bool is_by_flow() const {
    return relation_.items.size() > 2 && std::all_of(relation_.items.begin(), relation_.items.end(),
                                                     [&](const RelationItem& item) {
                                                       return item.row == relation_.items[0].row;
                                                     });
  }

  // A figure of the text stands in it.
  bool fails_with_another() const {
    return relation_.sort != RelationSort::same &&
           std::any_of(
               relation_.items.begin(), relation_.items.end(), [&](const RelationItem& item) {
                 return std::any_of(item.evidence.begin(), item.evidence.end(), [&](int index) {
                   const auto& key = evidence(index).key;
                   return key && key->place == "text";
                 });
               });
  }

  const PrintedItem& evidence(int index) const {
    return finding_.evidence[static_cast<std::size_t>(index)].item;
  }

  // One more than the figures have, or as many as show that the sides do not meet.
  int enough_decimals() const {
    int decimals = 0;
    for (const RelationItem& item : relation_.items) {
      for (const int index : item.evidence)
        if (evidence(index).value) decimals = std::max(decimals, evidence(index).value->decimals());
    }
    ++decimals;
    const Bounds& a = relation_.left;
    const Bounds& b = relation_.right;
    const auto meet = [&](const std::optional<Rational>& hi, const std::optional<Rational>& lo) {
      if (!hi || !lo || *hi >= *lo) return false;
      const auto up = Decimal::parse(round_up(*hi, decimals));
      const auto down = Decimal::parse(round_down(*lo, decimals));
      return up && down && up->value() >= down->value();
    };
    while (decimals < kFinest && (meet(a.hi, b.lo) || meet(b.hi, a.lo))) ++decimals;
    return decimals;
  }

  // What is blamed, alone or with others; where nothing is, the candidates are told elsewhere.
  bool is_blamed(const RelationItem& item) const {
    if (finding_.blamed() == nullptr) return false;
    return std::any_of(item.evidence.begin(), item.evidence.end(), [&](int index) {
      return std::any_of(
          finding_.candidates.begin(), finding_.candidates.end(), [&](const Candidate& candidate) {
            return candidate.explanation == 0 && candidate.item.key == evidence(index).key &&
                   candidate.item.printed == evidence(index).printed;
          });
    });
  }

  bool has_sum() const {
    const auto parts = std::count_if(relation_.items.begin(), relation_.items.end(),
                                     [](const RelationItem& item) { return !item.left; });
    return parts > 1 && cannot_hold(relation_) && relation_.sort != RelationSort::same &&
           relation_.sort != RelationSort::list;
  }

  ProofLine with_ends(ProofLine line, const Bounds& bounds) const {
    if (bounds.lo) line.least = round_down(*bounds.lo, decimals_);
    if (bounds.hi) line.greatest = round_up(*bounds.hi, decimals_);
    return line;
  }

  static std::string value_of(const PrintedItem& item) {
    return item.value ? item.value->to_string() : item.printed;
  }

  // "28.3", "28.3 ÷ (1 + 11.0%)", "28.3 ÷ 2.2%", "−312.6 − 16.3"
  std::string known_from(const RelationItem& item) const {
    if (item.evidence.empty()) return text("proof.not_printed");
    const std::string level = value_of(evidence(item.evidence.front()));
    if (item.evidence.size() < 2) return level;
    const PrintedItem& by = evidence(item.evidence.back());
    if (!by.value || !by.key) return level;
    const std::string size = by.value->abs().to_string();
    const std::string sign = by.value->negative() ? "−" : "+";
    if (added_to_rate(by.key->measure) > 0) return level + " ÷ (1 " + sign + " " + size + "%)";
    if (is_rate(by.key->measure)) return level + " ÷ " + size + "%";
    return level + (by.value->negative() ? " + " : " − ") + size;
  }

  ProofLine line(const RelationItem& item) const {
    ProofLine line{item.row, known_from(item), "", ""};
    if (item.sign < 0) line.item = "− " + line.item;
    if (is_by_flow() && !item.evidence.empty()) {
      const auto& key = evidence(item.evidence.front()).key;
      const std::string flow = "term.flow." + (key ? key->flow : "");
      if (has_message(language_, flow)) line.item = (item.sign < 0 ? "− " : "") + text(flow);
    }
    if (relation_.sort == RelationSort::month && !item.evidence.empty()) {
      const auto& key = evidence(item.evidence.front()).key;
      if (key) line.item = text("term.span." + std::string(to_string(key->span)));
    }
    if (relation_.sort == RelationSort::same && !item.evidence.empty()) {
      const auto& key = evidence(item.evidence.front()).key;
      if (key) line.item = text(key->place == "text" ? "proof.in_text" : "proof.in_table");
    }
    return with_ends(std::move(line), item.interval);
  }

  // What they come to, and of this year's levels as printed.
  ProofLine together(const std::vector<const RelationItem*>& items) const {
    Bounds sum(Interval{0, 0});
    Rational printed = 0;
    bool known = relation_.world == RelationWorld::this_year;
    int decimals = 0;
    for (const RelationItem* const item : items) {
      sum = sum + times_sign(item->sign, item->interval);
      known = known && item->evidence.size() == 1 && evidence(item->evidence.front()).value;
      if (!known) continue;
      const Decimal& value = *evidence(item->evidence.front()).value;
      printed += item->sign * value.value();
      decimals = std::max(decimals, value.decimals());
    }
    return with_ends({text("proof.others", {{"n", std::to_string(items.size())}}),
                      known ? round_down(printed, decimals) : "", "", ""},
                     sum);
  }

  const Finding& finding_;
  const FindingRelation& relation_;
  Language language_;
  bool whole_;
  int decimals_;
  std::size_t shown_ = 0;
};

}  // namespace

bool cannot_hold(const FindingRelation& relation) {
  const Bounds& a = relation.left;
  const Bounds& b = relation.right;
  return (a.hi && b.lo && *a.hi < *b.lo) || (relation.equal && b.hi && a.lo && *b.hi < *a.lo);
}

ProofTable proof_table(const Finding& finding, const FindingRelation& relation, Language language,
                       bool whole) {
  return TableWriter(finding, relation, language, whole).table();
}

std::string rate_in_words(const Finding& finding, const FindingRelation& relation,
                          Language language) {
  if (relation.sort != RelationSort::growth) return {};
  const PrintedItem* level = nullptr;
  const PrintedItem* before = nullptr;
  const PrintedItem* rate = nullptr;
  for (const RelationItem& item : relation.items) {
    for (const int index : item.evidence) {
      const PrintedItem& printed = finding.evidence[static_cast<std::size_t>(index)].item;
      if (!printed.key || !printed.value) return {};
      const Measure measure = printed.key->measure;
      // The row of a year ago, or of the period before, stands on the other side.
      const bool base = measure == Measure::previous ||
                        (measure == Measure::value && !item.left && item.evidence.size() == 1);
      (base ? before : measure == Measure::value ? level : rate) = &printed;
    }
  }
  if (level == nullptr || before == nullptr || rate == nullptr || before->value->zero()) return {};
  const Rational exact =
      level->value->value() / before->value->value() * 100 - added_to_rate(rate->key->measure);
  // Rounded to the nearest: for people, who calculate so.
  const int decimals = rate->value->decimals();
  Rational half(1, 2);
  for (int i = 0; i < decimals; ++i) half /= 10;
  return format_message(language,
                        added_to_rate(rate->key->measure) > 0 ? "proof.rate" : "proof.index",
                        {{"level", level->printed},
                         {"before", before->printed},
                         {"rate", round_down(exact + half, decimals)},
                         {"printed", rate->value->to_string()}});
}

}  // namespace tradereport::validator
