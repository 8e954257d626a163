// Puts figures and relations into the arguments of messages. Internal to validator.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "schemas/finding.h"
#include "schemas/messages.h"
#include "validator/findings/describe.h"
#include "validator/relations/contradiction.h"

namespace tradereport::validator {

using Args = std::map<std::string, std::string>;

// Sets the argument in every language: text(Language) -> std::string.
template <class Text>
void put(Args& args, const std::string& name, Text text) {
  args[name + ".en"] = text(Language::en);
  args[name + ".zh"] = text(Language::zh);
}

// The catalogue's word for an id ("span", "month"), or the id itself; looked up when it is read
// (arguments_for(), describe.h), as most proofs never are.
void put_term(Args& args, const std::string& name, std::string_view kind, std::string_view id);

// describe_place(), looked up when it is read as well.
void put_place(Args& args, const std::string& name, std::string_view place);

// place, row, flow, span and measure of a figure.
void put_figure(Args& args, const FigureKey& key);

// "11.0%", "28.3 UNIT".
std::string with_unit(const std::string& number, const std::string& unit);

// "The figure stands there": one step of a proof.
ProofStep figure_step(const Figure& figure);

// Whole and sum of the parts as text, with as many decimals as it takes to see that they do not
// meet (at least one more than the figures have).
struct TwoBounds {
  std::string whole;
  std::string parts;
};
TwoBounds bounds_text(const Contradiction& contradiction);

// The relation, every figure that enters it with what follows from it, and the two intervals that
// cannot meet.
std::vector<ProofStep> proof_of(const Contradiction& contradiction, const Evidence& evidence,
                                const Family& family);

}  // namespace tradereport::validator
