#include "parser/structural.h"

#include <memory>
#include <stdexcept>
#include <string>

namespace tradereport {

Pattern structural(std::string_view say) {
  const auto store = std::make_shared<Expressions>();
  std::string error;
  const Expression* const root = parse_expression(say, {}, *store, error);
  if (root == nullptr) throw std::logic_error(error);
  return {store, root};
}

}  // namespace tradereport
