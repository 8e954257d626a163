// Messages with an example for each of their arguments: tests/schemas/message_arguments.toml.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/messages.h"

namespace tradereport::test {

// The names of a message's arguments, and of those by which it chooses between texts.
struct ArgumentNames {
  std::set<std::string> all;
  std::set<std::string> choosing;
};
ArgumentNames argument_names(std::string_view pattern);

class MessageArguments {
 public:
  MessageArguments();

  // The message filled in; where it chooses between texts, each of them: "1 error / 3 errors".
  std::string example(Language language, std::string_view id);

  // "T01: {parts}": arguments that have no example, and examples that no message has used so far.
  std::vector<std::string> missing() const { return missing_; }
  std::vector<std::string> unused() const;

 private:
  using Texts = std::vector<std::string>;  // one, or one for each choice
  struct Example {
    Texts zh, en;
  };

  const Example* find(std::string_view id, const std::string& name);

  std::map<std::string, std::map<std::string, Example>> examples_;  // by id, by argument
  std::set<std::string> used_;
  std::vector<std::string> missing_;
};

}  // namespace tradereport::test
