// Slips of the text.
#include <algorithm>
#include <set>

#include "validator/causes/possible_slips.h"

namespace tradereport::validator {

namespace {

class SlipsInSentences {
 public:
  SlipsInSentences(const SlipInput& input, const VisitSlip& visit)
      : report_(input.report), family_(input.family), lines_(input.lines), visit_(visit) {}

  void run() {
    for (const SentenceClaims& sentence : lines_.sentences) {
      figures(sentence);
      names(sentence);
      flows(sentence);
      span_of(sentence);
      values(sentence);
    }
    exchanged_spans();
  }

 private:
  const FigureKey& key(PrintedIndex index) const { return printed_at(report_, index).key; }

  // Two figures of one kind, or of one row.
  void figures(const SentenceClaims& sentence) {
    for (std::size_t i = 0; i < sentence.claims.size(); ++i) {
      for (std::size_t k = i + 1; k < sentence.claims.size(); ++k) {
        const Figure& a = printed_at(report_, sentence.claims[i]);
        const Figure& b = printed_at(report_, sentence.claims[k]);
        if (a.value == b.value || a.key == b.key ||
            (a.key.measure != b.key.measure && a.key.row != b.key.row))
          continue;
        EditorialSlip slip{EditorialSlipKind::figures, {}, {}, part(a.key), part(b.key)};
        slip.edits = {{sentence.claims[i], sentence.claims[k]},
                      {sentence.claims[k], sentence.claims[i]}};
        visit_(std::move(slip));
      }
    }
  }

  static Part part(const FigureKey& key) {
    return {key.place, key.span, key.measure, key.row, key.flow};
  }

  // Two names: the list's, and what the sentence says of them.
  void names(const SentenceClaims& sentence) {
    std::vector<std::string> rows;
    for (const PrintedIndex index : sentence.claims) {
      if (std::find(rows.begin(), rows.end(), key(index).row) == rows.end())
        rows.push_back(key(index).row);
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
      for (std::size_t k = i + 1; k < rows.size(); ++k) names(sentence, rows[i], rows[k]);
    }
  }

  void names(const SentenceClaims& sentence, const std::string& a, const std::string& b) {
    const auto other = [&](const std::string& name) {
      return name == a ? b : name == b ? a : name;
    };
    const FigureKey& first = key(sentence.claims[0]);
    EditorialSlip slip{EditorialSlipKind::names,
                       {},
                       {},
                       {"text", first.span, {}, a, first.flow},
                       {"text", {}, {}, b}};
    for (const PrintedIndex index : sentence.claims) {
      FigureKey changed = key(index);
      changed.row = other(changed.row);
      if (changed.row != key(index).row) slip.edits.push_back({index, {}, std::move(changed)});
    }
    for (const std::size_t index : sentence.lists) {
      TopList list = report_.lists[index];
      for (std::string& name : list.names) name = other(name);
      slip.lists.emplace_back(index, std::move(list));
    }
    visit_(std::move(slip));
  }

  // One flow's word stands for another's; with the second, also the other way round.
  void flows(const SentenceClaims& sentence) {
    std::set<std::string> said;
    for (const PrintedIndex index : sentence.claims) said.insert(key(index).flow);
    for (const std::string& from : said) {
      for (const Flow& to : family_.flows) {
        if (to.id == from) continue;
        flow(sentence, from, to.id, false);
        if (said.contains(to.id) && from < to.id) flow(sentence, from, to.id, true);
      }
    }
  }

  void flow(const SentenceClaims& sentence, const std::string& from, const std::string& to,
            bool both) {
    EditorialSlip slip{EditorialSlipKind::flow, {}, {}, {"text"}, {}};
    slip.first.flow = from;
    slip.second.flow = to;
    if (both) slip.second.place = "text";  // told apart: an exchange
    const auto other = [&](const std::string& flow) {
      return flow == from ? to : both && flow == to ? from : flow;
    };
    for (const PrintedIndex index : sentence.claims) {
      FigureKey changed = key(index);
      changed.flow = other(changed.flow);
      if (changed.flow == key(index).flow) continue;
      const Flow* const old = family_.flow(key(index).flow);
      const Flow* const meant = family_.flow(changed.flow);
      if (old != nullptr && meant != nullptr &&
          family_.row_of(*old, changed.span, report_.period) == changed.row)
        changed.row = family_.row_of(*meant, changed.span, report_.period);
      slip.edits.push_back({index, {}, std::move(changed)});
    }
    for (const std::size_t index : sentence.lists) {
      TopList list = report_.lists[index];
      list.flow = other(list.flow);
      slip.lists.emplace_back(index, std::move(list));
    }
    visit_(std::move(slip));
  }

  void turn_span(EditorialSlip& slip, const SentenceClaims& sentence) const {
    const auto other = [](Span span) { return span == Span::month ? Span::ytd : Span::month; };
    for (const PrintedIndex index : sentence.claims) {
      FigureKey changed = key(index);
      changed.span = other(changed.span);
      slip.edits.push_back({index, {}, std::move(changed)});
    }
    for (const std::size_t index : sentence.lists) {
      TopList list = report_.lists[index];
      list.span = other(list.span);
      slip.lists.emplace_back(index, std::move(list));
    }
  }

  // It says the month and means the year to date, or the other way round.
  void span_of(const SentenceClaims& sentence) {
    if (sentence.claims.empty()) return;
    EditorialSlip slip{EditorialSlipKind::spans, {}, {}, {"text"}, {}};
    slip.first.span = key(sentence.claims[0]).span;
    turn_span(slip, sentence);
    visit_(std::move(slip));
  }

  // Two sentences of the same flow.
  void exchanged_spans() {
    for (std::size_t i = 0; i < lines_.sentences.size(); ++i) {
      for (std::size_t k = i + 1; k < lines_.sentences.size(); ++k) {
        const SentenceClaims& a = lines_.sentences[i];
        const SentenceClaims& b = lines_.sentences[k];
        if (a.claims.empty() || b.claims.empty()) continue;
        const FigureKey& first = key(a.claims[0]);
        const FigureKey& second = key(b.claims[0]);
        if (first.flow != second.flow || first.span == second.span) continue;
        EditorialSlip slip{EditorialSlipKind::spans, {}, {}, {"text"}, {}};
        turn_span(slip, a);
        turn_span(slip, b);
        visit_(std::move(slip));
      }
    }
  }

  // Its levels in another unit.
  void values(const SentenceClaims& sentence) {
    constexpr int kGreatest = 8;
    std::vector<PrintedIndex> levels;
    for (const PrintedIndex index : sentence.claims) {
      if (key(index).measure == Measure::value) levels.push_back(index);
    }
    if (levels.size() < 2) return;
    for (int power = -kGreatest; power <= kGreatest; ++power) {
      if (power == 0) continue;
      EditorialSlip slip{EditorialSlipKind::unit, {}, {}, {"text", {}, Measure::value}, {}};
      for (const PrintedIndex index : levels) slip.edits.push_back({index, index, {}, power});
      visit_(std::move(slip));
    }
  }

  const Report& report_;
  const Family& family_;
  const PrintedLines& lines_;
  const VisitSlip& visit_;
};

}  // namespace

void visit_sentences(const SlipInput& input, const VisitSlip& visit) {
  SlipsInSentences(input, visit).run();
}

}  // namespace tradereport::validator
