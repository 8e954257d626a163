#include "validator/rules/message_arguments.h"

#include "schemas/interval.h"

namespace tradereport::validator {

namespace {

constexpr char kBetween = '\x1f';  // stands in no name

// What stands before the next of them, taken away from the argument.
std::string_view take_part(std::string_view& argument) {
  const std::size_t end = argument.find(kBetween);
  const std::string_view text = argument.substr(0, end);
  argument.remove_prefix(end == argument.npos ? argument.size() : end + 1);
  return text;
}

}  // namespace

void put_term(Args& args, const std::string& name, std::string_view kind, std::string_view id) {
  std::string& term = args[name + ".term"];
  term.append(kind).append(".").append(id);
}

void put_place(Args& args, const std::string& name, std::string_view place) {
  args[name + ".place"] = place;
}

void put_figure(Args& args, const FigureKey& key) {
  args["row"] = key.row;
  put_place(args, "place", key.place);
  put_term(args, "flow", "flow", key.flow);
  put_term(args, "span", "span", to_string(key.span));
  put_term(args, "measure", "measure", to_string(key.measure));
}

std::string figure_argument(const FigureKey& key) {
  std::string argument = key.place;
  for (const std::string_view name : {std::string_view(key.row), std::string_view(key.flow),
                                      to_string(key.span), to_string(key.measure)}) {
    argument += kBetween;
    argument += name;
  }
  return argument;
}

FigureNames names_of(std::string_view argument) {
  FigureNames names;
  for (std::string_view* const name :
       {&names.place, &names.row, &names.flow, &names.span, &names.measure})
    *name = take_part(argument);
  return names;
}

void put_bounds(Args& args, const std::string& name, const Bounds& bounds, int decimals,
                const std::string& unit) {
  std::string& argument = args[name + ".bounds"];
  if (bounds.lo) argument += round_down(*bounds.lo, decimals);
  argument += kBetween;
  if (bounds.hi) argument += round_up(*bounds.hi, decimals);
  (argument += kBetween) += unit;
}

BoundsText bounds_of(std::string_view argument) {
  BoundsText text;
  for (std::string_view* const part : {&text.least, &text.greatest, &text.unit})
    *part = take_part(argument);
  return text;
}

void put_period(Args& args, const std::string& name, const std::string& period) {
  args[name + ".period"] = period;
}

std::string with_unit(const std::string& number, const std::string& unit) {
  if (unit.empty()) return number;
  return number + (unit == "%" ? "" : " ") + unit;
}

}  // namespace tradereport::validator
