// Puts figures and terms into the arguments of messages (schemas/messages.h). What depends on the
// language is kept so that it is put into words only when somebody reads the finding, as most
// proofs never are (arguments_for(), findings/describe.h). Internal to validator.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "schemas/bounds.h"
#include "schemas/finding.h"
#include "schemas/messages.h"

namespace tradereport::validator {

using Args = std::map<std::string, std::string>;

// So many figures a step of a proof names at most; "…" stands for the others.
constexpr std::size_t kMostNamed = 6;

// Sets the argument in every language: text(Language) -> std::string.
template <class Text>
void put(Args& args, const std::string& name, Text text) {
  args[name + ".en"] = text(Language::en);
  args[name + ".zh"] = text(Language::zh);
}

// The catalogue's word for an id ("span", "month"), or the id itself; looked up when it is read.
void put_term(Args& args, const std::string& name, std::string_view kind, std::string_view id);

// The place in words, looked up when it is read as well.
void put_place(Args& args, const std::string& name, std::string_view place);

// place, row, flow, span and measure of a figure.
void put_figure(Args& args, const FigureKey& key);

// A figure's key as one argument, and the names in it again.
std::string figure_argument(const FigureKey& key);
struct FigureNames {
  std::string_view place, row, flow, span, measure;  // the last two as ids
};
FigureNames names_of(std::string_view figure_argument);

// Between which values something lies, put into words when it is read: "between 74.65 and 74.75
// UNIT", "at least 74.65 UNIT"; ends rounded outward to so many decimals. And their text again.
void put_bounds(Args& args, const std::string& name, const Bounds& bounds, int decimals,
                const std::string& unit);
struct BoundsText {
  std::string_view least, greatest, unit;  // an end that is open is empty
};
BoundsText bounds_of(std::string_view bounds_argument);

// A month, put into words when it is read (schemas/period_words.h).
void put_period(Args& args, const std::string& name, const std::string& period);

// "11.0%", "28.3 UNIT".
std::string with_unit(const std::string& number, const std::string& unit);

}  // namespace tradereport::validator
