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

// Of what is not there, or not any more.
inline const Refusal kGone{404, "serve.refused.gone", {}};

}  // namespace tradereport::tools
