#include "validator/solver/row_generation.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "validator/solver/wholes.h"

namespace tradereport::validator {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kTolerance = 1e-8;  // what a move may miss
// Of the way to the end of a row: it may soon be missed, and added now it spares a round.
constexpr double kNear = 0.3;

std::size_t index(int i) {
  return static_cast<std::size_t>(i);
}

}  // namespace

RowGeneration::RowGeneration(const IntegerRows& rows, const std::vector<bool>& excluded,
                             std::vector<Integer> start)
    : rows_(rows),
      excluded_(excluded),
      around_(rows, std::move(start)),
      moves_(around_.levels().size(), 0),
      staked_rows_(rows.size(), false),
      simplex_(rows.size(), moves_.size()) {
  for (int row = 0; row < static_cast<int>(rows_.size()); ++row) stake_missed(row);
}

double RowGeneration::start_level(int unknown) const {
  return static_cast<double>(start()[index(unknown)]) / static_cast<double>(kLevelUnit);
}

bool RowGeneration::out(int row) const {
  return rows_[index(row)].excluded_by(excluded_);
}

void RowGeneration::look(int row) {
  around_.look(row);
  stake_missed(row);
  if (simplex_.has(row)) simplex_.set_terms(row, around_.terms(row));
  bind(row);
}

void RowGeneration::keep_off(double margin) {
  if (margin == margin_ && tight_.empty()) return;
  margin_ = margin;
  tight_.clear();
  for (const int row : simplex_.rows()) bind(row);
}

double RowGeneration::margin(int row) const {
  const Room& room = around_.room(row);
  return tight_.contains(row) ? 0 : std::min(margin_, (room.hi - room.lo) / 4);
}

bool RowGeneration::tighten(const Proposal::Stuck& stuck) {
  const std::size_t before = tight_.size();
  tight_.insert(stuck.row);
  tight_.insert(stuck.others.begin(), stuck.others.end());
  if (tight_.size() == before) return false;
  for (const int row : tight_) bind(row);
  return true;
}

void RowGeneration::bind(int row) {
  if (!simplex_.has(row)) return;
  if (out(row)) return simplex_.bind(row, -kInfinity, kInfinity);
  const Room& room = around_.room(row);
  simplex_.bind(row, room.lo + margin(row), room.hi - margin(row));
}

std::optional<bool> RowGeneration::possible() {
  const auto possible = simplex_.rows().empty() ? true : simplex_.possible();
  if (possible && *possible) read_moves();
  return possible;
}

std::optional<double> RowGeneration::least(const std::vector<Proposal::Term>& objective) {
  const auto least = simplex_.least(objective);
  if (least && *least > -kInfinity) read_moves();
  return least;
}

void RowGeneration::read_moves() {
  for (const int unknown : simplex_.unknowns()) moves_[index(unknown)] = simplex_.level(unknown);
}

bool RowGeneration::add(int row) {
  if (simplex_.has(row)) return false;
  simplex_.set_terms(row, around_.terms(row));
  bind(row);
  return true;
}

bool RowGeneration::add_missed() {
  bool more = false;
  std::vector<int> near;
  for (const int row : rows_at_stake()) {
    if (simplex_.has(row) || out(row)) continue;
    double sum = 0;
    for (const auto& [at, coefficient] : around_.terms(row)) sum += coefficient * moves_[index(at)];
    const Room& room = around_.room(row);
    if (sum < room.lo - kTolerance || sum > room.hi + kTolerance) {
      more = add(row) || more;
    } else if (sum < kNear * room.lo || sum > kNear * room.hi) {
      near.push_back(row);
    }
  }
  if (more) {
    for (const int row : near) add(row);
  }
  return more;
}

void RowGeneration::add_rows_of(int unknown) {
  for (const int row : around_.rows_of(unknown)) add(row);
}

bool RowGeneration::add_touched() {
  const std::size_t before = simplex_.rows().size();
  const std::vector<int> unknowns = simplex_.unknowns();  // more come with the rows
  for (const int unknown : unknowns) add_rows_of(unknown);
  return simplex_.rows().size() > before;
}

// Those of unknowns that have moved or may, and those that are missed from the start. All others
// are where they were, and fit.
std::vector<int> RowGeneration::rows_at_stake() {
  for (; staked_ < simplex_.unknowns().size(); ++staked_)
    look_at_rows_of(simplex_.unknowns()[staked_]);
  if (!std::is_sorted(at_stake_.begin(), at_stake_.end()))
    std::sort(at_stake_.begin(), at_stake_.end());
  return at_stake_;
}

void RowGeneration::look_at_rows_of(int unknown) {
  for (const int row : around_.rows_of(unknown)) stake(row);
}

void RowGeneration::stake(int row) {
  if (!staked_rows_[index(row)]) at_stake_.push_back(row);
  staked_rows_[index(row)] = true;
}

void RowGeneration::stake_missed(int row) {
  const Room& room = around_.room(row);
  if (room.lo > 0 || room.hi < 0) stake(row);
}

}  // namespace tradereport::validator
