#include "validator/rules/message_arguments.h"

namespace tradereport::validator {

namespace {

constexpr char kBetween = '\x1f';  // stands in no name

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
  const auto next = [&] {
    const std::size_t end = argument.find(kBetween);
    const std::string_view name = argument.substr(0, end);
    argument.remove_prefix(end == argument.npos ? argument.size() : end + 1);
    return name;
  };
  FigureNames names;
  for (std::string_view* const name :
       {&names.place, &names.row, &names.flow, &names.span, &names.measure})
    *name = next();
  return names;
}

std::string with_unit(const std::string& number, const std::string& unit) {
  if (unit.empty()) return number;
  return number + (unit == "%" ? "" : " ") + unit;
}

}  // namespace tradereport::validator
