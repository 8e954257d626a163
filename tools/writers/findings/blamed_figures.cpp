#include "tools/writers/findings/blamed_figures.h"

namespace tradereport::tools {

namespace {

// A name stands once in a table, but a sentence may say a figure twice.
bool is_of(const PrintedItem& item, const Figure& figure, const Source* word) {
  if (!item.key || *item.key != figure.key) return false;
  if (figure.key.place != "text") return true;
  if (!item.word) return printed_at_one_place(item.source, figure.source);
  return word == nullptr || word->line_text.empty() || printed_at_one_place(item.source, *word);
}

}  // namespace

void BlamedFigures::add(const std::string& file, const Finding& finding) {
  const bool all = finding.certainty == Certainty::undetermined;
  for (const Candidate& candidate : finding.candidates)
    if (all || candidate.explanation == finding.candidates.front().explanation)
      by_file_[candidate.item.file.empty() ? file : candidate.item.file].push_back(
          {&finding, &candidate});
}

void BlamedFigures::add(const BlamedFigures& others, const std::string& file) {
  const auto found = others.by_file_.find(file);
  if (found == others.by_file_.end()) return;
  std::vector<FigureBlame>& all = by_file_[file];
  all.insert(all.end(), found->second.begin(), found->second.end());
}

std::vector<FigureBlame> BlamedFigures::find(const std::string& file, const Figure& figure,
                                             const Source* word) const {
  std::vector<FigureBlame> blames;
  const auto found = by_file_.find(file);
  if (found == by_file_.end()) return blames;
  for (const FigureBlame& blame : found->second) {
    const bool again = !blames.empty() && blames.back().finding == blame.finding;
    if (!again && is_of(blame.candidate->item, figure, word)) blames.push_back(blame);
  }
  return blames;
}

std::vector<FigureBlame> BlamedFigures::of(const std::string& file, const Figure& figure) const {
  return find(file, figure, nullptr);
}

std::vector<FigureBlame> BlamedFigures::of(const std::string& file, const Claim& claim) const {
  return find(file, claim, &claim.word_source);
}

std::string blame_text(const std::vector<FigureBlame>& blames) {
  std::string text;
  for (const FigureBlame& blame : blames) {
    if (!text.empty()) text += ';';
    text += blame.finding->fingerprint + " " + std::string(to_string(blame.finding->certainty));
  }
  return text;
}

}  // namespace tradereport::tools
