// The fields of findings as they stand in a message. Internal to message.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "schemas/coverage.h"
#include "schemas/finding.h"
#include "tools/workers/report_fields.h"
#include "tools/workers/wire.h"

namespace tradereport::tools::fields {

inline constexpr std::int64_t kMostDigits = 4096;  // of one end of an interval

inline void rational(WireWriter& stream, const Rational& value) {
  stream.text(value.get_num().get_str(16));
  stream.text(value.get_den().get_str(16));
}

inline mpz_class whole_number(WireReader& stream) {
  std::string digits;
  stream.text(digits);
  const bool negative = digits.starts_with('-');
  const std::string_view rest = std::string_view(digits).substr(negative ? 1 : 0);
  if (rest.empty() || rest.size() > kMostDigits ||
      rest.find_first_not_of("0123456789abcdef") != std::string_view::npos)
    throw BadMessage("a fraction is malformed");
  return mpz_class(digits, 16);
}

inline void rational(WireReader& stream, Rational& value) {
  const mpz_class numerator = whole_number(stream);
  const mpz_class denominator = whole_number(stream);
  if (denominator <= 0) throw BadMessage("a fraction has no positive denominator");
  value = Rational(numerator, denominator);
  value.canonicalize();
}

inline constexpr auto kStep = [](auto& stream, auto& step) {
  auto& [key, args, source] = step;
  stream.text(key);
  kTexts(stream, args);
  kSource(stream, source);
};

inline constexpr auto kRational = [](auto& stream, auto& value) { rational(stream, value); };
inline constexpr auto kDecimal = [](auto& stream, auto& value) { decimal(stream, value); };
inline constexpr auto kIndex = [](auto& stream, auto& index) { stream.number(index, 0, kMost); };

// A possible range may be empty of values although its ends are there: it is sent as it is.
inline constexpr auto kBounds = [](auto& stream, auto& bounds) {
  optional(stream, bounds.lo, kRational);
  optional(stream, bounds.hi, kRational);
};

inline constexpr auto kItem = [](auto& stream, auto& item) {
  auto& [key, word, value, unit, printed, source, file] = item;
  optional(stream, key, kKey);
  stream.flag(word);
  optional(stream, value, kDecimal);
  stream.text(unit);
  stream.text(printed);
  kSource(stream, source);
  stream.text(file);
};

inline constexpr auto kCandidate = [](auto& stream, auto& candidate) {
  auto& [item, possible, suggested, explanation] = candidate;
  kItem(stream, item);
  optional(stream, possible, kBounds);
  stream.text(suggested);
  stream.number(explanation, 0, kMost);
};

inline constexpr auto kEvidence = [](auto& stream, auto& evidence) {
  auto& [item, interval] = evidence;
  kItem(stream, item);
  kBounds(stream, interval);
};

inline constexpr auto kRelationItem = [](auto& stream, auto& item) {
  auto& [left, sign, row, evidence, interval] = item;
  stream.flag(left);
  stream.number(sign, -1, 1);
  stream.text(row);
  list(stream, evidence, kIndex);
  kBounds(stream, interval);
};

inline constexpr auto kFindingRelation = [](auto& stream, auto& relation) {
  auto& [id, sort, name, span, world, items, equal, left, right] = relation;
  stream.text(id);
  stream.number(sort, 0, static_cast<int>(RelationSort::list));
  kTexts(stream, name);
  stream.number(span, 0, static_cast<int>(Span::ytd));
  stream.number(world, 0, static_cast<int>(RelationWorld::previous_period));
  list(stream, items, kRelationItem);
  stream.flag(equal);
  kBounds(stream, left);
  kBounds(stream, right);
};

inline constexpr auto kTerm = [](auto& stream, auto& term) {
  auto& [coefficient, flow, row, span, world, by_growth] = term;
  rational(stream, coefficient);
  stream.text(flow);
  stream.text(row);
  stream.number(span, 0, static_cast<int>(Span::ytd));
  stream.number(world, 0, static_cast<int>(RelationWorld::previous_period));
  stream.flag(by_growth);
};

inline constexpr auto kCertificateRow = [](auto& stream, auto& row) {
  auto& [multiplier, terms, bound, step, evidence, relation] = row;
  rational(stream, multiplier);
  list(stream, terms, kTerm);
  rational(stream, bound);
  kStep(stream, step);
  stream.number(evidence, -1, kMost);
  stream.number(relation, -1, kMost);
};

inline constexpr auto kFinding = [](auto& stream, auto& finding) {
  auto& [rule, severity, certainty, fingerprint, message, args, source, candidates, evidence,
         relations, proof, details, certificate] = finding;
  stream.text(rule);
  stream.number(severity, 0, static_cast<int>(Severity::error));
  stream.number(certainty, 0, static_cast<int>(Certainty::undetermined));
  stream.text(fingerprint);
  stream.text(message);
  kTexts(stream, args);
  kSource(stream, source);
  list(stream, candidates, kCandidate);
  list(stream, evidence, kEvidence);
  list(stream, relations, kFindingRelation);
  list(stream, proof, kStep);
  list(stream, details, kStep);
  list(stream, certificate, kCertificateRow);
};

inline constexpr auto kCheckedFigure = [](auto& stream, auto& checked) {
  auto& [state, unnoticed, relations] = checked;
  stream.number(state, 0, static_cast<int>(NumeralState::declared));
  kBounds(stream, unnoticed);
  list(stream, relations, kIndex);
};

inline constexpr auto kCoverage = [](auto& stream, auto& coverage) {
  auto& [figures, relations] = coverage;
  list(stream, figures, kCheckedFigure);
  list(stream, relations, kFindingRelation);
};

}  // namespace tradereport::tools::fields
