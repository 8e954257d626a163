#include "validator/findings/joint_proof.h"

#include <algorithm>
#include <utility>

#include "validator/rules/finding_parts.h"
#include "validator/rules/message_arguments.h"

namespace tradereport::validator {

namespace {

Row row_at(const System& system, int index) {
  return rational_row(system.integers, index);
}

const Relation& relation_at(const System& system, int index) {
  return system.relations[static_cast<std::size_t>(index)];
}

CertificateTerm term_of(const Unknown& unknown, const Rational& coefficient) {
  CertificateTerm term;
  term.coefficient = coefficient;
  term.flow = unknown.flow;
  term.row = unknown.row;
  term.span = unknown.span;
  term.world = world_of(unknown.population);
  term.by_growth = unknown.population == Population::by_growth;
  return term;
}

class CertificateWriter {
 public:
  CertificateWriter(Finding& finding, const System& system, const Family& family,
                    const Evidence& evidence)
      : finding_(finding), system_(system), family_(family), evidence_(evidence) {}

  void add(const Certificate& certificate) {
    Rational sum = 0;
    for (const auto& [index, multiplier] : certificate.multipliers) {
      const Row row = row_at(system_, index);
      const Rational& bound = multiplier > 0 ? *row.lo : *row.hi;
      sum += multiplier * bound;
      CertificateRow written;
      written.multiplier = multiplier;
      written.bound = bound;
      for (const auto& [level, coefficient] : row.terms)
        written.terms.push_back(
            term_of(system_.unknowns[static_cast<std::size_t>(level)], coefficient));
      explain(written, row);
      finding_.certificate.push_back(std::move(written));
    }
    finding_.details.push_back({"proof.row.sum", {{"sum", distance_text(sum)}}, {}});
  }

 private:
  void explain(CertificateRow& written, const Row& row) {
    ProofStep& step = written.step;
    if (row.relation >= 0) {
      written.relation = relation_index(relation_at(system_, row.relation));
      step.key = "proof.row.relation";
      return;
    }
    if (row.observation < 0) {
      step.key = "proof.row.sign";
      return;
    }
    const Observation& observation =
        system_.observations[static_cast<std::size_t>(row.observation)];
    if (observation.figure() != nullptr) {
      written.evidence = evidence_index(finding_, *observation.figure());
      step.key = "proof.row.figure";
      return;
    }
    written.relation = index_of(list_shown(*observation.list));
    step.key = "proof.row.relation";
  }

  int relation_index(const Relation& relation) {
    const std::string id = relation.key();
    for (std::size_t i = 0; i < finding_.relations.size(); ++i)
      if (finding_.relations[i].id == id) return static_cast<int>(i);
    return index_of(relation_shown(finding_, relation, evidence_, family_));
  }

  int index_of(FindingRelation shown) {
    auto& relations = finding_.relations;
    const auto found =
        std::find_if(relations.begin(), relations.end(),
                     [&](const FindingRelation& other) { return other.id == shown.id; });
    const auto index = static_cast<int>(found - relations.begin());
    if (found == relations.end()) relations.push_back(std::move(shown));
    return index;
  }

  Finding& finding_;
  const System& system_;
  const Family& family_;
  const Evidence& evidence_;
};

}  // namespace

std::string level_unit(const System& system) {
  for (const Observation& observation : system.observations) {
    const Figure* const figure = observation.figure();
    if (figure != nullptr && figure->key.measure == Measure::value) return figure->unit;
  }
  return "";
}

std::string distance_text(const Rational& distance) {
  for (int decimals = 2; decimals < 12; ++decimals) {
    const std::string text = round_down(distance, decimals);
    if (text.find_first_of("123456789") != text.npos) return text;
  }
  return "0";
}

Discrepancy discrepancy_of(const System& system, const Certificate& certificate) {
  Discrepancy discrepancy;
  Rational its_multiplier;
  Rational ends = 0;
  for (const auto& [index, multiplier] : certificate.multipliers) {
    const Row row = row_at(system, index);
    ends += multiplier * (multiplier > 0 ? *row.lo : *row.hi);
    if (row.relation < 0) continue;
    if (discrepancy.relation >= 0 && relation_at(system, row.relation).parts.size() <=
                                         relation_at(system, discrepancy.relation).parts.size())
      continue;
    discrepancy.relation = row.relation;
    its_multiplier = multiplier;
  }
  // A relation's own ends are 0, so that the ends are those of all other rows.
  if (discrepancy.relation >= 0) discrepancy.distance = ends / abs(its_multiplier);
  return discrepancy;
}

void add_certificate(Finding& finding, const System& system, const Family& family,
                     const Evidence& evidence, const Certificate& certificate) {
  CertificateWriter(finding, system, family, evidence).add(certificate);
}

}  // namespace tradereport::validator
