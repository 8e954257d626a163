// The vocabulary of findings: what a rule says about a report.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/report.h"

namespace tradereport {

enum class Severity { note, warning, error };

std::string_view to_string(Severity severity);

// One step of a proof: a relation or a figure, with the numbers that it gives.
struct ProofStep {
  std::string key;                          // message id: "proof.sum", …
  std::map<std::string, std::string> args;  // its arguments
  Source source;                            // of the figure it speaks of, where there is one
};

// A contradiction or an oddity. Texts are made from message and args by the message catalogue, in
// the language of the reader.
struct Finding {
  std::string rule;  // "M01"
  Severity severity = Severity::error;
  std::string message;                      // message id: "M01", "M01.neighbour", …
  std::map<std::string, std::string> args;  // its arguments

  std::optional<FigureKey> blamed;     // the figure to blame, where one is
  std::string printed;                 // what is printed there
  std::string suggested;               // canonical decimal, or empty
  std::optional<Interval> possible;    // what the rest of the report allows
  int decimals = 1;                    // of the blamed figure: for printing the interval
  Source source;                       // where it stands
  std::vector<ProofStep> proof;        // why
  std::vector<ProofStep> certificate;  // the same in full: every inequality and its multiplier
  std::vector<FigureKey> involved;     // the figures of the contradiction, blamed ones first
};

}  // namespace tradereport
