// What the served page answers when it will not do what it is asked for.
#pragma once

#include <map>
#include <string>

namespace tradereport::tools {

struct Refusal {
  int status = 403;                         // of HTTP
  std::string message;                      // id
  std::map<std::string, std::string> args;  // of the message
};

}  // namespace tradereport::tools
