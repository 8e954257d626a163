#include "validator/rules/claim_draft.h"

#include <string_view>

#include "validator/rules/finding_parts.h"
#include "validator/rules/message_arguments.h"

namespace tradereport::validator {

namespace {

// The word with the part of it that says the direction turned round; empty if none is known.
//   "大幅上升" -> "大幅下降"
std::string opposite(const Family& family, const std::string& word) {
  const auto turned = [&](const std::string& from, const std::string& to) {
    const std::size_t at = word.find(from);
    return at == word.npos ? std::string() : std::string(word).replace(at, from.size(), to);
  };
  for (const auto& [one, other] : family.direction.opposites) {
    std::string result = turned(one, other);
    if (result.empty()) result = turned(other, one);
    if (!result.empty()) return result;
  }
  return {};
}

// A direction that goes against the figure, or is said twice.
Candidate direction_candidate(const Claim& claim, ClaimFault fault, const Family& family) {
  const Source& known = claim.word_source.line_text.empty() ? claim.source : claim.word_source;
  Candidate candidate = word_candidate(claim.direction_word, "", known);
  candidate.item.key = claim.key;
  if (fault == ClaimFault::direction) {
    candidate.suggested = opposite(family, claim.direction_word);
    return candidate;
  }
  candidate.item.source = claim.source;
  candidate.item.printed = claim.direction_word + claim.printed;
  candidate.suggested = claim.direction_word + claim.value.abs().to_string();
  return candidate;
}

bool says_no_change(const Claim& claim) {
  return claim.direction == 0 && !claim.direction_word.empty() &&
         claim.printed == claim.direction_word;
}

}  // namespace

Draft claim_draft(const RuleInput& context, const WrongClaim& wrong, const std::string& message) {
  const Claim& claim = context.report.claims[wrong.index];
  Draft draft;
  draft.identity = "claim/" + std::to_string(wrong.index);
  draft.claim = &claim;
  draft.figure = wrong.figure;
  Finding& finding = draft.finding;
  finding.message = message;
  put_figure(finding.args, claim.key);
  finding.args["claim"] =
      says_no_change(claim) ? claim.printed : with_unit(claim.value.to_string(), claim.unit);
  finding.args["amount"] = with_unit(claim.printed, claim.unit);
  finding.args["word"] = claim.direction_word;
  finding.source = claim.source;
  const bool word = wrong.fault != ClaimFault::figure && !claim.direction_word.empty();
  finding.candidates = {word ? direction_candidate(claim, wrong.fault, context.family)
                             : candidate_of(claim)};
  if (wrong.fault == ClaimFault::sign_twice || wrong.figure == nullptr) {
    evidence_index(finding, claim);
    return draft;
  }
  const Figure& figure = *wrong.figure;
  finding.args["table"] = with_unit(figure.value.to_string(), figure.unit);
  put_place(finding.args, "place", figure.key.place);
  finding.relations.push_back(same_figure(finding, claim, figure));
  // Unless the other figures tell (fault_writer.h), nobody knows which of the two is wrong.
  finding.certainty = Certainty::undetermined;
  finding.candidates.push_back(candidate_of(figure));
  finding.candidates.back().explanation = 1;
  return draft;
}

}  // namespace tradereport::validator
