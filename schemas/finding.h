// The vocabulary of findings: what is wrong in a report, what may be the cause, and why.
//
// A finding is data: its texts are made from message ids and arguments by the catalogue
// (schemas/messages.h), in the language of the reader; the JSON of `check` shows all of it
// (schemas/check.schema.json), and every other output is made from the same.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/bounds.h"
#include "schemas/report.h"

namespace tradereport {

enum class Severity { note, warning, error };

std::string_view to_string(Severity severity);

// How sure it is which of the printed figures or words is wrong.
enum class Certainty {
  proved,       // it alone can be the wrong one
  likely,       // others could be as well, but it is much likelier as a misprint
  undetermined  // nothing in the report tells the candidates apart
};

std::string_view to_string(Certainty certainty);

// A figure or a word as a report prints it.
struct PrintedItem {
  // In the terms of figures.csv. Of a word: of the figure that it speaks of, or of the name (place,
  // span, flow, rank, row); nothing where it speaks of none (a unit, a period).
  std::optional<FigureKey> key;
  bool word = false;             // a word of the text or of a head, not a figure
  std::optional<Decimal> value;  // of a figure, with its sign
  std::string unit;
  std::string printed;  // as printed: "24.3", "1,234", "上升"
  Source source;
  std::string file;  // in a finding across editions: where it is printed; else empty
};

PrintedItem item_of(const Figure& figure);

// What may be wrong.
struct Candidate {
  PrintedItem item;
  std::optional<Bounds> possible;  // of a figure: what everything else allows to stand there
  std::string suggested;  // canonical decimal, or a word; empty unless it is known what to suggest
  // Candidates of one explanation are wrong together (two figures that are exchanged, two names of
  // a list); those of different ones instead of each other. From 0, which is the likeliest.
  int explanation = 0;
};

// A figure that the proof rests on.
struct EvidenceItem {
  PrintedItem item;
  Bounds interval;  // its true values, in its unit
};

// What kind of statement a relation is: each is told in words of its own.
enum class RelationSort {
  sum,         // whole = sum of the parts
  difference,  // balance = one less the other
  part,        // the parts that are listed exceed the whole
  ranking,     // an entry stands above a greater one
  month,       // a month exceeds its year to date, or in January differs from it
  growth,      // a rate or change against the two levels that are printed
  same,        // one figure that is printed in two places, or a word that says it
  list         // the text's "first N" against the table
};

std::string_view to_string(RelationSort sort);

// Whose levels a relation is between.
enum class RelationWorld { this_year, last_year, nation, text, archive, previous_period };

std::string_view to_string(RelationWorld world);

// One line of a relation: a level, the figures that it is known from, and what they say of it.
struct RelationItem {
  bool left = false;          // of the relation's left side, that of the whole
  int sign = 1;               // with which it enters its side
  std::string row;            // its name, as the tables spell it; with its flow where that differs
  std::vector<int> evidence;  // indices into Finding::evidence: the level first, then the rate
  Bounds interval;            // of the level
};

// A relation that cannot hold, or that the proof takes.
struct FindingRelation {
  std::string id;  // "export-products/month/last_year"
  RelationSort sort = RelationSort::sum;
  std::map<std::string, std::string> name;  // by language: "en", "zh"
  Span span = Span::month;
  RelationWorld world = RelationWorld::this_year;
  std::vector<RelationItem> items;
  bool equal = true;  // both sides are the same; or else the left is at least the right
  Bounds left;        // what its figures say of either side
  Bounds right;
};

// One step of a proof: a message, with the figure that it speaks of where there is one.
struct ProofStep {
  std::string key;                          // message id: "proof.list", …
  std::map<std::string, std::string> args;  // its arguments
  Source source;                            // of the figure it speaks of, where there is one
};

// A true level in an inequality of a certificate.
struct CertificateTerm {
  Rational coefficient;
  std::string flow;
  std::string row;
  Span span = Span::month;
  RelationWorld world = RelationWorld::this_year;
  bool by_growth = false;  // last year's level by the rate, where it is printed as well
};

// An inequality of a certificate: sum of the terms >= bound for a positive multiplier, <= bound for
// a negative one. All of them, times their multipliers, add up to 0 >= something positive.
struct CertificateRow {
  Rational multiplier;
  std::vector<CertificateTerm> terms;
  Rational bound;
  ProofStep step;     // the same in words, and what it stands for
  int evidence = -1;  // the figure that says so, in Finding::evidence; -1: none
  int relation = -1;  // the relation that it is, in Finding::relations; -1: none
};

// A contradiction or an oddity.
struct Finding {
  std::string rule;  // "M01"
  Severity severity = Severity::error;
  Certainty certainty = Certainty::proved;  // of the candidates, where there are any
  // Names it by what is printed and where in the report: family, period, rule, place … measure and
  // printed text, nothing of page, file or producer. Set by validate() and check_editions().
  std::string fingerprint;
  std::string message;                      // message id: "M01", "M01.neighbour_row", …
  std::map<std::string, std::string> args;  // its arguments
  Source source;                            // where it is shown

  // Every figure or word that may be the wrong one. The blamed one is the first; where the
  // certainty is undetermined there is none, and they stand as a reader meets them.
  std::vector<Candidate> candidates;

  std::vector<EvidenceItem> evidence;      // the figures of the proof
  std::vector<FindingRelation> relations;  // the first is the one shown; the others say the same
  std::vector<ProofStep> proof;            // what is to be said besides
  std::vector<ProofStep> details;          // what is printed with the whole proof alone
  std::vector<CertificateRow> certificate;

  // What is to blame; nullptr where nothing is or nothing tells.
  const Candidate* blamed() const;
};

// The figures of its candidates, then those of its evidence; each once.
std::vector<FigureKey> figures_of(const Finding& finding);

}  // namespace tradereport
