#include "validator/solver/row_generation.h"

#include <algorithm>
#include <utility>

#include "validator/solver/doubles.h"
#include "validator/solver/substitution.h"

namespace tradereport::validator {

namespace {

constexpr double kViolation = 1e-8;  // by how much a move may violate a row
// Of the way to the end of a row: it may soon be violated, and added now it spares a round.
constexpr double kNear = 0.3;

}  // namespace

RowGeneration::RowGeneration(const IntegerRows& rows, const std::vector<bool>& excluded,
                             std::vector<Integer> start)
    : rows_(rows),
      excluded_(excluded),
      slacks_(rows, std::move(start)),
      moves_(slacks_.levels().size(), 0),
      is_candidate_(rows.size(), false),
      simplex_(rows.size(), moves_.size()) {
  for (int row = 0; row < static_cast<int>(rows_.size()); ++row) add_candidate_if_violated(row);
}

double RowGeneration::start_level(int unknown) const {
  return static_cast<double>(start()[index(unknown)]) / static_cast<double>(kLevelUnit);
}

bool RowGeneration::is_excluded(int row) const {
  return rows_[index(row)].excluded_by(excluded_);
}

void RowGeneration::update(int row) {
  slacks_.update(row);
  add_candidate_if_violated(row);
  if (simplex_.has(row)) simplex_.set_terms(row, slacks_.terms(row));
  set_bounds(row);
}

void RowGeneration::set_margin(double margin) {
  if (margin == margin_ && without_margin_.empty()) return;
  margin_ = margin;
  without_margin_.clear();
  for (const int row : simplex_.rows()) set_bounds(row);
}

double RowGeneration::margin(int row) const {
  const Slack& slack = slacks_.slack(row);
  return without_margin_.contains(row) ? 0 : std::min(margin_, (slack.hi - slack.lo) / 4);
}

bool RowGeneration::drop_margins(const NumericSimplex::Infeasibility& infeasibility) {
  const std::size_t before = without_margin_.size();
  without_margin_.insert(infeasibility.row);
  without_margin_.insert(infeasibility.others.begin(), infeasibility.others.end());
  if (without_margin_.size() == before) return false;
  for (const int row : without_margin_) set_bounds(row);
  return true;
}

void RowGeneration::set_bounds(int row) {
  if (!simplex_.has(row)) return;
  if (is_excluded(row)) return simplex_.set_bounds(row, -kInfinity, kInfinity);
  const Slack& slack = slacks_.slack(row);
  simplex_.set_bounds(row, slack.lo + margin(row), slack.hi - margin(row));
}

std::optional<bool> RowGeneration::feasible() {
  const auto feasible = simplex_.rows().empty() ? true : simplex_.feasible();
  if (feasible && *feasible) read_moves();
  return feasible;
}

std::optional<double> RowGeneration::minimum(const std::vector<NumericSimplex::Term>& objective) {
  const auto least = simplex_.minimum(objective);
  if (least && *least > -kInfinity) read_moves();
  return least;
}

void RowGeneration::read_moves() {
  for (const int unknown : simplex_.unknowns()) moves_[index(unknown)] = simplex_.level(unknown);
}

bool RowGeneration::add(int row) {
  if (simplex_.has(row)) return false;
  simplex_.set_terms(row, slacks_.terms(row));
  set_bounds(row);
  return true;
}

bool RowGeneration::add_violated() {
  bool more = false;
  std::vector<int> near;
  for (const int row : candidate_rows()) {
    if (simplex_.has(row) || is_excluded(row)) continue;
    double sum = 0;
    for (const auto& [at, coefficient] : slacks_.terms(row)) sum += coefficient * moves_[index(at)];
    const Slack& slack = slacks_.slack(row);
    if (sum < slack.lo - kViolation || sum > slack.hi + kViolation) {
      more = add(row) || more;
    } else if (sum < kNear * slack.lo || sum > kNear * slack.hi) {
      near.push_back(row);
    }
  }
  if (more) {
    for (const int row : near) add(row);
  }
  return more;
}

void RowGeneration::add_rows_of(int unknown) {
  for (const int row : slacks_.rows_of(unknown)) add(row);
}

bool RowGeneration::add_all_rows() {
  const std::size_t before = simplex_.rows().size();
  const std::vector<int> unknowns = simplex_.unknowns();  // more come with the rows
  for (const int unknown : unknowns) add_rows_of(unknown);
  return simplex_.rows().size() > before;
}

// All other rows are where they were, and fit.
std::vector<int> RowGeneration::candidate_rows() {
  for (; unknowns_seen_ < simplex_.unknowns().size(); ++unknowns_seen_)
    add_candidates_of(simplex_.unknowns()[unknowns_seen_]);
  if (!std::is_sorted(candidates_.begin(), candidates_.end()))
    std::sort(candidates_.begin(), candidates_.end());
  return candidates_;
}

void RowGeneration::add_candidates_of(int unknown) {
  for (const int row : slacks_.rows_of(unknown)) add_candidate(row);
}

void RowGeneration::add_candidate(int row) {
  if (!is_candidate_[index(row)]) candidates_.push_back(row);
  is_candidate_[index(row)] = true;
}

void RowGeneration::add_candidate_if_violated(int row) {
  const Slack& slack = slacks_.slack(row);
  if (slack.lo > 0 || slack.hi < 0) add_candidate(row);
}

}  // namespace tradereport::validator
